"""募集回 through the real window: the strip, the calendar, themes, meetings, briefings and the closing."""

from datetime import date, time
from typing import Any

import pytest
from icalendar import Calendar
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from kyodo_desktop.base.clock import FixedClock
from kyodo_desktop.base.paths import DataFolder
from kyodo_desktop.records.partners import PartnerDraft
from kyodo_desktop.records.proposals import ProposalDraft
from kyodo_desktop.records.rounds import (
    BriefingDraft,
    GuestDraft,
    MeetingDraft,
    RoundDetail,
    ThemeDecision,
    ThemeDraft,
)
from kyodo_desktop.ui.dialogs.wastebasket import WastebasketDialog
from kyodo_desktop.ui.main_window import MainWindow
from kyodo_desktop.ui.pages.proposals.page import ProposalsPage
from kyodo_desktop.ui.pages.proposals.rounds.briefings import BriefingsSection
from kyodo_desktop.ui.pages.proposals.rounds.closing import ClosingSection
from kyodo_desktop.ui.pages.proposals.rounds.deciding import DecisionForm
from kyodo_desktop.ui.pages.proposals.rounds.meeting_form import MeetingForm
from kyodo_desktop.ui.pages.proposals.rounds.pane import BRIEFINGS, CLOSING, MEETINGS, SCHEDULE, THEMES
from kyodo_desktop.ui.pages.proposals.rounds.schedule import ScheduleSection
from kyodo_desktop.ui.pages.proposals.rounds.theme_form import ThemeForm
from kyodo_desktop.ui.pages.proposals.section import ListSection
from kyodo_desktop.ui.theme.tokens import PaletteName
from kyodo_desktop.ui.widgets.segments import Segments
from tests.ui.conftest import AnsweringChooser
from tests.ui.hands import click, focused, open_window, press, words_in
from tests.ui.typing_in import commit

CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def page(window: MainWindow) -> ProposalsPage:
    window.open_page("proposals")
    found = window.page
    assert isinstance(found, ProposalsPage)
    return found


def rounds(page: ProposalsPage) -> Any:
    return page.context.services.rounds


def now(page: ProposalsPage) -> RoundDetail:
    assert page.rounds.detail is not None
    found = rounds(page).get(page.rounds.detail.id)
    assert isinstance(found, RoundDetail)
    return found


def settle(qtbot: QtBot, page: ProposalsPage) -> None:
    """Let the window take up what was written."""
    QApplication.processEvents()
    qtbot.waitUntil(lambda: page.rounds.detail is None or page.rounds.detail.id > 0)


def opened(qtbot: QtBot, page: ProposalsPage, programme: str = "open_call", year: int = 2026) -> int:
    made = rounds(page).create(programme, year)
    open_page_of(page, programme, year)
    settle(qtbot, page)
    assert isinstance(made, int)
    return made


def open_page_of(page: ProposalsPage, programme: str = "open_call", year: int = 2026) -> None:
    page.read_records()
    page.filters.round.choose([f"{programme}:{year}"])
    page.open_rounds()


def schedule(page: ProposalsPage) -> ScheduleSection:
    found = page.rounds.section()
    assert isinstance(found, ScheduleSection)
    return found


def side(page: ProposalsPage, key: str) -> ListSection:
    page.rounds.show_side(key)
    found = page.rounds.section()
    assert isinstance(found, ListSection)
    return found


def closing(page: ProposalsPage) -> ClosingSection:
    page.rounds.show_side(CLOSING)
    found = page.rounds.section()
    assert isinstance(found, ClosingSection)
    return found


def retype(line: QLineEdit, text: str) -> None:
    line.setFocus()
    line.selectAll()
    commit(line, text)


def at(section: QWidget, spot: str) -> Any:
    found = [one for one in section.findChildren(QWidget) if one.property("spot") == spot]
    assert found, spot
    return found[-1]


def take(segments: Segments, key: str) -> None:
    """Choose with the arrow keys."""
    segments.setFocus()
    keys = [choice for choice, _label in segments._choices]
    steps = keys.index(key) - keys.index(segments.value())
    arrow = Qt.Key.Key_Right if steps > 0 else Qt.Key.Key_Left
    assert abs(steps) == 1
    QApplication.sendEvent(segments, _key(arrow))


def _key(key: Qt.Key) -> QKeyEvent:
    return QKeyEvent(QEvent.Type.KeyPress, key, Qt.KeyboardModifier.NoModifier)


# Making a round


def test_a_first_round_is_made_by_keyboard_and_has_the_years_calendar(
    qtbot: QtBot, page: ProposalsPage
) -> None:
    press(qtbot, Qt.Key.Key_R, CTRL)
    pane = page.rounds
    assert pane.is_open
    assert focused() is pane.new.year
    press(qtbot, Qt.Key.Key_Tab)
    press(qtbot, Qt.Key.Key_Tab)
    assert focused() is pane.new.make_button
    press(qtbot, Qt.Key.Key_Return)
    settle(qtbot, page)
    assert now(page).fiscal_year == 2026
    row = schedule(page).rows["selection"]
    assert (row.first.text(), row.last.text()) == ("令和8年6月11日", "令和8年6月20日")
    assert pane.heading()[0] == "令和8年度 小平市提示型公募事業"
    press(qtbot, Qt.Key.Key_Escape)
    assert not pane.isVisible()


def test_next_years_round_is_copied_from_this_years_with_its_themes_as_candidates(
    qtbot: QtBot, page: ProposalsPage
) -> None:
    made = opened(qtbot, page)
    theme = rounds(page).add_theme(made, ThemeDraft("水辺と緑をいかす", departments=("環境政策課",)))
    rounds(page).decide([theme], ThemeDecision.CHOSEN)
    page.rounds.begin_new()
    new = page.rounds.new
    new.year.set_value("2027")
    new.year.chosen.emit("2027")
    new.programme.set_value("open_call")
    new.programme.chosen.emit("open_call")
    click(page.rounds, "前の年度をもとにつくる")
    settle(qtbot, page)
    detail = now(page)
    assert (detail.fiscal_year, detail.dates[0].starts_on.year) == (2027, 2027)
    assert [(one.draft.title, one.decision) for one in detail.themes] == [
        ("水辺と緑をいかす", ThemeDecision.CANDIDATE)
    ]


def test_a_round_in_the_wastebasket_comes_back_from_there(
    qtbot: QtBot, window: MainWindow, page: ProposalsPage
) -> None:
    made = opened(qtbot, page)
    click(page.rounds, "ごみ箱へ")
    qtbot.waitUntil(lambda: not page.rounds.is_open)
    assert rounds(page).list() == ()
    page.verbs.open_wastebasket()
    dialog = page.findChild(WastebasketDialog)
    assert isinstance(dialog, WastebasketDialog)
    assert [one.title for one in page.verbs.discarded()] == ["令和8年度 小平市提示型公募事業"]
    dialog.restore_chosen()
    dialog.reject()
    assert [one.id for one in rounds(page).list()] == [made]


# 日程


def test_a_day_is_saved_when_its_field_is_left_and_taken_back_by_undo(
    qtbot: QtBot, page: ProposalsPage
) -> None:
    opened(qtbot, page)
    row = schedule(page).rows["selection"]
    retype(row.last, "R8.6.19")
    press(qtbot, Qt.Key.Key_Return)
    settle(qtbot, page)
    moved = next(one for one in now(page).dates if one.stage == "selection")
    assert (moved.ends_on, moved.moved) == (date(2026, 6, 19), True)
    qtbot.waitUntil(lambda: "制度の時期に戻す" in words_in(row))
    page.rounds.list.setFocus()
    press(qtbot, Qt.Key.Key_Z, CTRL)
    qtbot.waitUntil(lambda: row.last.text() == "令和8年6月20日")
    qtbot.waitUntil(lambda: "制度の時期に戻す" not in words_in(row))


def test_a_closing_on_a_closed_day_offers_the_next_open_day(qtbot: QtBot, page: ProposalsPage) -> None:
    opened(qtbot, page)
    row = next(row for row in schedule(page).rows.values() if row.one.closes)
    assert "締切が閉庁日（日）" in words_in(row)
    assert row.one.ends_on == date(2026, 5, 31)
    click(row, "令和8年6月1日（月）にする")
    qtbot.waitUntil(lambda: row.last.text() == "令和8年6月1日")
    qtbot.waitUntil(lambda: "閉庁日" not in words_in(row))
    assert now(page).draft.closes_on == date(2026, 6, 1)


def test_what_is_no_day_stays_typed_is_said_and_outlives_the_window(
    qtbot: QtBot, folder: DataFolder, clock: FixedClock
) -> None:
    with open_window(qtbot, folder, clock) as window:
        window.open_page("proposals")
        page = window.page
        assert isinstance(page, ProposalsPage)
        opened(qtbot, page)
        row = schedule(page).rows["selection"]
        retype(row.first, "六月の半ば")
        press(qtbot, Qt.Key.Key_Return)
        assert "日付" in row.problem.text()
        assert row.problem.isVisible()
    with open_window(qtbot, folder, clock) as window:
        window.open_page("proposals")
        page = window.page
        assert isinstance(page, ProposalsPage)
        open_page_of(page)
        row = schedule(page).rows["selection"]
        assert row.first.text() == "六月の半ば"
        assert next(one for one in now(page).dates if one.stage == "selection").moved is False


def test_an_end_before_the_start_is_refused_beside_its_field(qtbot: QtBot, page: ProposalsPage) -> None:
    opened(qtbot, page)
    row = schedule(page).rows["selection"]
    retype(row.last, "令和8年6月1日")
    press(qtbot, Qt.Key.Key_Return)
    assert "より前です" in row.problem.text()
    retype(row.first, "令和8年5月30日")
    press(qtbot, Qt.Key.Key_Return)
    settle(qtbot, page)
    saved = next(one for one in now(page).dates if one.stage == "selection")
    assert (saved.starts_on, saved.ends_on) == (date(2026, 5, 30), date(2026, 6, 1))
    assert not row.problem.isVisible()


# テーマ


def test_a_theme_is_written_chosen_and_refused_with_its_reason(qtbot: QtBot, page: ProposalsPage) -> None:
    opened(qtbot, page, "ikiiki")
    section = side(page, THEMES)
    click(section, "テーマを足す")
    form = section.form
    assert isinstance(form, ThemeForm)
    assert focused() is form.line
    commit(form.line, "用水路のいきもの")
    form.departments.set_value(("環境政策課",))
    form.other.setText("みどり推進課")
    press(qtbot, Qt.Key.Key_Return, CTRL)
    qtbot.waitUntil(lambda: "環境政策課、みどり推進課" in words_in(section))
    theme = now(page).themes[0]
    take(at(section, f"edit theme_decision {theme.id}"), "chosen")
    qtbot.waitUntil(lambda: now(page).themes[0].decision is ThemeDecision.CHOSEN)
    qtbot.waitUntil(lambda: "提示する 1" in words_in(section))
    assert focused().property("spot") == f"edit theme_decision {theme.id}"
    take(at(section, f"edit theme_decision {theme.id}"), "refused")
    refusal = section.form
    assert isinstance(refusal, DecisionForm)
    assert focused() is refusal.reason
    click(refusal, "保存")
    assert "理由を書いてください" in words_in(refusal)
    commit(refusal.reason, "場所が決まっていない。")
    click(refusal, "保存")
    qtbot.waitUntil(lambda: "理由: 場所が決まっていない。" in words_in(section))
    assert now(page).themes[0].decision is ThemeDecision.REFUSED
    take(at(section, f"edit theme_decision {theme.id}"), "chosen")
    qtbot.waitUntil(lambda: now(page).themes[0].decision is ThemeDecision.CHOSEN)
    assert now(page).themes[0].reason == ""


def test_a_refusal_that_is_given_up_leaves_the_theme_as_it_was(qtbot: QtBot, page: ProposalsPage) -> None:
    made = opened(qtbot, page)
    theme = rounds(page).add_theme(made, ThemeDraft("空き家の縁側"))
    rounds(page).decide([theme], ThemeDecision.CHOSEN)
    section = side(page, THEMES)
    qtbot.waitUntil(lambda: "空き家の縁側" in words_in(section))
    take(at(section, f"edit theme_decision {theme}"), "refused")
    assert section.form is not None
    click(section.form, "やめる")
    shown = at(section, f"edit theme_decision {theme}")
    assert shown.value() == "chosen"
    assert now(page).themes[0].decision is ThemeDecision.CHOSEN


def test_themes_change_places_and_a_half_written_one_waits(qtbot: QtBot, page: ProposalsPage) -> None:
    made = opened(qtbot, page)
    ids = [rounds(page).add_theme(made, ThemeDraft(name)) for name in ("一つめ", "二つめ")]
    section = side(page, THEMES)
    qtbot.waitUntil(lambda: "二つめ" in words_in(section))
    at(section, f"move 1 {ids[0]}").click()
    qtbot.waitUntil(lambda: [one.id for one in now(page).themes] == ids[::-1])
    click(section, "テーマを足す")
    assert section.form is not None
    commit(focused(), "書きかけ")
    page.rounds.show_side(SCHEDULE)
    section = side(page, THEMES)
    assert isinstance(section.form, ThemeForm)
    assert section.form.line.text() == "書きかけ"


# 庁内検討会議


def test_a_meeting_is_noted_with_who_came_and_decides_where_it_is_read(
    qtbot: QtBot, page: ProposalsPage
) -> None:
    made = opened(qtbot, page, "ikiiki")
    theme = rounds(page).add_theme(made, ThemeDraft("用水路のいきもの"))
    section = side(page, MEETINGS)
    click(section, "会議を足す")
    form = section.form
    assert isinstance(form, MeetingForm)
    assert len(form.attended.boxes) == 16
    commit(focused(), "R8.5.20")
    click(form, "全部の課に印")
    list(form.attended.boxes.values())[-1].click()
    click(form, "保存")
    qtbot.waitUntil(lambda: "16課のうち15課が出席（欠席: 図書館）" in words_in(section))
    assert "まだ決めていない候補" in words_in(section)
    take(at(section, f"edit theme_decision {theme}"), "chosen")
    qtbot.waitUntil(lambda: "決めたこと" in words_in(section))
    decided = now(page).themes[0]
    assert decided.meeting_id == now(page).meetings[0].id


# 事業説明会


def test_attendance_takes_partners_names_and_how_many_came(qtbot: QtBot, page: ProposalsPage) -> None:
    partner = page.context.services.partners.add(PartnerDraft("かわせみ水辺くらぶ"))
    made = opened(qtbot, page)
    briefing = rounds(page).add_briefing(made, BriefingDraft(date(2026, 5, 15), time(14, 0), "中央公民館"))
    section = side(page, BRIEFINGS)
    assert isinstance(section, BriefingsSection)
    qtbot.waitUntil(lambda: "令和8年5月15日（金） 14:00　中央公民館" in words_in(section))
    box = at(section, f"picker {briefing}")
    box.setFocus()
    commit(box, "かわせみ")
    press(qtbot, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: "出席 1件" in words_in(section))
    guest = now(page).briefings[0].guests[0]
    assert guest.draft.partner_id == partner
    retype(at(section, f"persons {guest.id}"), "３人")
    press(qtbot, Qt.Key.Key_Tab)
    qtbot.waitUntil(lambda: "出席 1件 ・ 3人" in words_in(section))
    name = at(section, f"name {briefing}")
    name.setFocus()
    commit(name, "通りがかりの方")
    press(qtbot, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: "通りがかりの方" in words_in(section))
    assert at(section, f"name {briefing}").text() == ""
    assert focused().property("spot") == f"name {briefing}"


def test_a_number_that_is_none_is_said_and_kept(qtbot: QtBot, page: ProposalsPage) -> None:
    made = opened(qtbot, page)
    briefing = rounds(page).add_briefing(made, BriefingDraft())
    guest = rounds(page).add_guest(briefing, GuestDraft(None, "自治会の方"))
    section = side(page, BRIEFINGS)
    qtbot.waitUntil(lambda: "自治会の方" in words_in(section))
    persons = at(section, f"persons {guest}")
    retype(persons, "たくさん")
    press(qtbot, Qt.Key.Key_Tab)
    assert "人数として読めません" in persons.problem
    page.rounds.show_side(SCHEDULE)
    section = side(page, BRIEFINGS)
    assert at(section, f"persons {guest}").text() == "たくさん"


def test_a_note_on_who_came_is_written_in_its_line_and_can_be_taken_out(
    qtbot: QtBot, page: ProposalsPage
) -> None:
    made = opened(qtbot, page)
    briefing = rounds(page).add_briefing(made, BriefingDraft())
    guest = rounds(page).add_guest(briefing, GuestDraft(None, "自治会の方", 2))
    section = side(page, BRIEFINGS)
    qtbot.waitUntil(lambda: "自治会の方" in words_in(section))
    retype(at(section, f"note {guest}"), "資料を郵送する")
    press(qtbot, Qt.Key.Key_Tab)
    settle(qtbot, page)
    assert now(page).briefings[0].guests[0].draft == GuestDraft(None, "自治会の方", 2, "資料を郵送する")
    assert at(section, f"note {guest}").text() == "資料を郵送する"
    note = at(section, f"note {guest}")
    note.setFocus()
    note.selectAll()
    press(qtbot, Qt.Key.Key_Delete)
    page.rounds.keep()
    page.rounds.show_side(SCHEDULE)
    section = side(page, BRIEFINGS)
    settle(qtbot, page)
    assert now(page).briefings[0].guests[0].draft.note == ""


def test_a_note_that_cannot_be_kept_is_said_beside_it(qtbot: QtBot, page: ProposalsPage) -> None:
    made = opened(qtbot, page)
    guest = rounds(page).add_guest(
        rounds(page).add_briefing(made, BriefingDraft()), GuestDraft(None, "自治会の方")
    )
    section = side(page, BRIEFINGS)
    retype(at(section, f"note {guest}"), "1234 5678 9018")
    press(qtbot, Qt.Key.Key_Tab)
    assert "マイナンバー" in at(section, f"note {guest}").problem
    assert now(page).briefings[0].guests[0].draft.note == ""


# For other calendars


def test_the_calendar_is_written_with_the_day_that_was_just_typed(
    qtbot: QtBot, page: ProposalsPage, chooser: AnsweringChooser
) -> None:
    opened(qtbot, page)
    row = schedule(page).rows["selection"]
    retype(row.last, "R8.6.18")
    click(schedule(page), "ほかのカレンダー用に書き出す")
    path = chooser.folder / "令和8年度 小平市提示型公募事業.ics"
    qtbot.waitUntil(path.exists)
    events = {str(one["summary"]): one for one in Calendar.from_ical(path.read_bytes()).events}
    assert events["小平市提示型公募事業 選考審査会"].end == date(2026, 6, 19)


# 締切


def test_the_closing_is_set_to_day_and_time(qtbot: QtBot, page: ProposalsPage) -> None:
    opened(qtbot, page)
    section = closing(page)
    retype(section.closes_at, "午後5時15分")
    press(qtbot, Qt.Key.Key_Return)
    settle(qtbot, page)
    assert now(page).draft.closes_at == time(17, 15)
    assert section.closes_at.text() == "17:15"
    retype(section.closes_on, "R8.5.1")
    press(qtbot, Qt.Key.Key_Return)
    assert "より前です" in section.closes_on.problem
    retype(section.closes_on, "R8.5.29")
    press(qtbot, Qt.Key.Key_Return)
    settle(qtbot, page)
    assert now(page).draft.closes_on == date(2026, 5, 29)
    assert "募集回の締切などを直す: 令和8年度 小平市提示型公募事業" in words_in(section)
    section.late_note.setFocus()
    commit(section.late_note, "次の年度にまわす")
    page.rounds.show_side(SCHEDULE)
    assert now(page).draft.late_note == "次の年度にまわす"
    selection = next(row for row in schedule(page).rows.values() if row.one.closes)
    assert selection.last.text() == "令和8年5月29日"


# The strip above the list


def test_the_strip_counts_the_round_and_narrows_the_list(qtbot: QtBot, page: ProposalsPage) -> None:
    made = rounds(page).create("open_call", 2026)
    proposals = page.context.services.proposals
    draft = ProposalDraft(
        programme="open_call", fiscal_year=2026, partner_name="かわせみ", title="調べる", received_by="田中"
    )
    received = [proposals.create(draft), proposals.create(draft)]
    proposals.receive(received[0])
    other = ProposalDraft(programme="ikiiki", fiscal_year=2026, title="別の制度")
    proposals.create(other)
    qtbot.waitUntil(lambda: len(page.table.rows) == 3)
    strip = page.filters.strip
    assert not strip.isVisible()
    page.filters.round.choose(["open_call:2026"])
    assert strip.isVisible()
    assert len(page.table.shown) == 2
    counts = {cell.face.key: cell.face.count for cell in strip.cells}
    assert counts["drafts"] == 1
    assert counts["application"] == 1
    assert counts["call"] is None
    strip.cells[0].setFocus()
    press(qtbot, Qt.Key.Key_Return)
    assert [row.id for row in page.table.shown] == [received[1]]
    press(qtbot, Qt.Key.Key_Return)
    assert len(page.table.shown) == 2
    page.open_rounds()
    assert page.rounds.detail is not None
    assert page.rounds.detail.id == made
    page.rounds.close_pane()
    page.filters.clear()
    assert not strip.isVisible()
    assert len(page.table.shown) == 3


def test_the_round_that_is_open_stays_open_in_another_look(
    qtbot: QtBot, window: MainWindow, page: ProposalsPage
) -> None:
    made = opened(qtbot, page)
    rounds(page).add_theme(made, ThemeDraft("用水路と水辺のいきもの"))
    rounds(page).add_guest(rounds(page).add_briefing(made, BriefingDraft()), GuestDraft(None, "自治会の方"))
    page.rounds.show_side(MEETINGS)
    window.change_look(PaletteName.DARK, 150)
    again = window.page
    assert isinstance(again, ProposalsPage)
    assert again is not page
    qtbot.waitUntil(again.rounds.isVisible)
    assert again.rounds.detail is not None
    assert again.rounds.detail.id == made
    assert again.rounds.tabs.value() == MEETINGS
    for key in again.rounds.sections:
        again.rounds.show_side(key)
        section = again.rounds.section()
        assert section.column.minimumSize().width() <= section.viewport().width()


def test_a_new_proposal_makes_way_for_the_wizard(qtbot: QtBot, page: ProposalsPage) -> None:
    opened(qtbot, page)
    rounds(page).add_meeting(now(page).id, MeetingDraft())
    page.verbs.new.trigger()
    assert page.intake.isVisible()
    assert not page.rounds.isVisible()
