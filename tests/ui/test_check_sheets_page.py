"""チェックシート through the real window: a sheet filled in by keyboard, read, printed, thrown away."""

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest
import shiboken6
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QAccessible, QColor, QImage, QKeyEvent, QPainter
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from kyodo_desktop.base.clock import FixedClock
from kyodo_desktop.base.paths import DataFolder
from kyodo_desktop.records.check_gaps import GAP_LABELS
from kyodo_desktop.records.check_sheets import (
    Box,
    CheckMarkRecord,
    CheckSheetDraft,
    CheckSheetRecord,
    MarkValue,
    Moment,
    Side,
)
from kyodo_desktop.records.proposals import ProposalDraft
from kyodo_desktop.ui.dialogs.print_preview import PrintPreview
from kyodo_desktop.ui.dialogs.wastebasket import WastebasketDialog
from kyodo_desktop.ui.main_window import MainWindow
from kyodo_desktop.ui.pages.check_sheets.page import CheckSheetsPage
from kyodo_desktop.ui.pages.check_sheets.print_dialog import PrintSheetDialog
from kyodo_desktop.ui.pages.check_sheets.stage_body import StageBody
from kyodo_desktop.ui.pages.check_sheets.summary_body import SummaryBody
from kyodo_desktop.ui.pages.check_sheets.tab import CheckSheetTab
from kyodo_desktop.ui.theme.theme import Theme
from kyodo_desktop.ui.theme.tokens import PaletteName
from kyodo_desktop.ui.widgets.labels import ElidedLabel
from kyodo_desktop.ui.widgets.mark_box import MarkBox
from kyodo_desktop.ui.widgets.marks import PairMarks, paint_mark
from kyodo_desktop.ui.widgets.segments import Segments
from kyodo_desktop.ui.wizard.fields_body import FieldsBody
from kyodo_desktop.ui.wizard.wizard import Wizard
from tests.ui.hands import click, focused, open_window, press, words_in
from tests.ui.typing_in import commit, compose

CTRL, SHIFT, PLAIN = (
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.NoModifier,
)
DONE, TALK, NOT_YET = MarkValue
BEFORE, AFTER = Moment
PARTNER, CITY = Side
FESTIVAL = CheckSheetDraft(
    fiscal_year=2026,
    title="用水路いきもの調べ",
    department="水と緑と公園課",
    marks=(
        CheckMarkRecord("plan_1", PARTNER, BEFORE, DONE),
        CheckMarkRecord("plan_1", CITY, BEFORE, TALK, "請求書の出し方を確かめる"),
        CheckMarkRecord("plan_2", PARTNER, BEFORE, NOT_YET),
        CheckMarkRecord("plan_2", CITY, BEFORE, NOT_YET),
    ),
)


@pytest.fixture
def page(qtbot: QtBot, window: MainWindow) -> CheckSheetsPage:
    window.open_page("check_sheets")
    page = page_of(window)
    qtbot.waitUntil(page.isVisible)
    return page


def page_of(window: MainWindow) -> CheckSheetsPage:
    tab = window.page
    assert isinstance(tab, CheckSheetTab)
    return tab.sheets


def wizard_of(page: CheckSheetsPage) -> Wizard:
    assert page.pane.wizard is not None
    return page.pane.wizard


def stage(page: CheckSheetsPage) -> StageBody:
    body = wizard_of(page).body
    assert isinstance(body, StageBody)
    return body


def box(page: CheckSheetsPage, item: str, moment: Moment, side: Side) -> MarkBox:
    return stage(page).table.boxes[(item, moment, side)]


def field(page: CheckSheetsPage, name: str) -> Any:
    body = wizard_of(page).body
    assert isinstance(body, FieldsBody)
    return body.row(name).editor.focus_widget(name)


def type_keys(qtbot: QtBot, keys: str) -> None:
    for key in keys:
        qtbot.keyClick(focused(), key)


def add(qtbot: QtBot, page: CheckSheetsPage, draft: CheckSheetDraft) -> int:
    made = page.context.services.check_sheets.create(draft)
    qtbot.waitUntil(lambda: made in [row.id for row in page.table.rows])
    assert page.view.select_record(made)
    page.settle()
    return made


def sheet(page: CheckSheetsPage, record_id: int) -> CheckSheetRecord:
    return page.context.services.check_sheets.get(record_id)


def marks(record: CheckSheetRecord) -> dict[Box, MarkValue | None]:
    return {(mark.item, mark.moment, mark.side): mark.value for mark in record.marks}


def titles(page: CheckSheetsPage) -> list[str]:
    return [row.title for row in page.table.shown]


def print_dialog(qtbot: QtBot, page: CheckSheetsPage) -> PrintSheetDialog:
    """Return the question how the paper is to be, with the cursor in it."""
    dialog = next(one for one in page.findChildren(PrintSheetDialog) if one.isVisible())
    qtbot.waitUntil(lambda: dialog.isAncestorOf(QApplication.focusWidget() or page))
    return dialog


def print_as_it_is(qtbot: QtBot, page: CheckSheetsPage) -> None:
    print_dialog(qtbot, page)
    press(qtbot, Qt.Key.Key_Return)


def preview_text(qtbot: QtBot, window: MainWindow) -> str:
    qtbot.waitUntil(lambda: window.findChild(PrintPreview) is not None, timeout=20_000)
    preview = window.findChild(PrintPreview)
    document = preview.document
    text = "\n".join(document.getAllText(page).text() for page in range(document.pageCount()))
    with qtbot.waitActive(window):
        preview.close()
        shiboken6.delete(preview)
        window.activateWindow()
    return "".join(text.split())


# Filling in by keyboard


def test_a_sheet_is_filled_in_by_keyboard_and_printed(
    qtbot: QtBot, window: MainWindow, page: CheckSheetsPage
) -> None:
    page._no_records.setFocus()
    press(qtbot, Qt.Key.Key_N, CTRL)
    wizard = wizard_of(page)
    # 1 表紙: read, then on with Enter
    assert focused() is wizard.bar.forward
    assert "協働は何故必要なの？" in words_in(wizard)
    press(qtbot, Qt.Key.Key_Return)
    # 2 事業
    assert focused() is field(page, "collaboration_id")
    press(qtbot, Qt.Key.Key_Return)
    assert focused() is field(page, "proposal_id")
    press(qtbot, Qt.Key.Key_Return)
    assert focused() is field(page, "fiscal_year")
    press(qtbot, Qt.Key.Key_Return)
    commit(focused(), "用水路いきもの調べ")
    press(qtbot, Qt.Key.Key_Return)
    commit(focused(), "水と緑と公園課")
    press(qtbot, Qt.Key.Key_Return)
    commit(focused(), "小平商工会")
    press(qtbot, Qt.Key.Key_Return)
    assert wizard.answers()["partner_id"] is not None
    press(qtbot, Qt.Key.Key_Return, CTRL)
    # 3 Ⅰ: a digit goes on down its column, then to the top of the next
    assert wizard.here == "plan"
    assert focused() is box(page, "plan_1", BEFORE, PARTNER)
    type_keys(qtbot, "1231")
    assert focused() is box(page, "plan_1", BEFORE, CITY)
    type_keys(qtbot, "2231")
    press(qtbot, Qt.Key.Key_Return, CTRL)
    # 4 Ⅱ: Enter as one reads, arrows to the box beside, Space to the next mark
    assert wizard.here == "carry_out"
    press(qtbot, Qt.Key.Key_Return)
    assert focused() is box(page, "carry_out_1", BEFORE, CITY)
    press(qtbot, Qt.Key.Key_Down)
    assert focused() is box(page, "carry_out_2", BEFORE, CITY)
    press(qtbot, Qt.Key.Key_Space)
    press(qtbot, Qt.Key.Key_Space)
    press(qtbot, Qt.Key.Key_Right)
    assert focused() is box(page, "carry_out_2", AFTER, PARTNER)
    press(qtbot, Qt.Key.Key_Return, CTRL)
    # 5 Ⅲ, 6 記入した人, 7 まとめ
    press(qtbot, Qt.Key.Key_Return, CTRL)
    assert focused() is field(page, "filled_by_before_partner")
    commit(focused(), "髙﨑　一郎")
    press(qtbot, Qt.Key.Key_Return, CTRL)
    assert isinstance(wizard.body, SummaryBody)
    assert "ちがい 1項目" in words_in(wizard)
    assert "事業前 団体: できている、事業前 市: 話し合いが必要 ちがい" in words_in(wizard)
    assert wizard.column.saved_words() == "保存 14:05"
    record = page.context.services.check_sheets.list()[0]
    assert (record.title, record.department) == ("用水路いきもの調べ", "水と緑と公園課")
    assert record.partner_name == "小平商工会"
    found = marks(record)
    column = [found["plan_1", BEFORE, PARTNER], found["plan_2", BEFORE, PARTNER]]
    assert column == [DONE, TALK]
    assert found["carry_out_2", BEFORE, CITY] is TALK
    assert len(found) == 9
    said = [(one.side, one.moment, one.filled_by) for one in record.fillings]
    assert said == [(PARTNER, BEFORE, "髙﨑　一郎"), (CITY, BEFORE, "")]
    assert {one.filled_on for one in record.fillings} == {date(2026, 11, 24)}
    click(wizard, "両方を印刷")
    print_as_it_is(qtbot, page)
    text = preview_text(qtbot, window)
    assert "用水路いきもの調べ" in text
    assert "令和８年度" in text
    assert "事業計画段階" in text
    wizard.setFocus()
    press(qtbot, Qt.Key.Key_Return, CTRL)
    press(qtbot, Qt.Key.Key_Return)
    assert not page.pane.is_open
    assert titles(page) == ["用水路いきもの調べ"]
    assert page.view.hasFocus()


def test_digits_of_any_width_and_the_end_of_the_last_column(qtbot: QtBot, page: CheckSheetsPage) -> None:
    record_id = add(qtbot, page, replace(FESTIVAL, marks=()))
    page.open_sheet(record_id)
    wizard_of(page).go("close")
    last = box(page, "close_4", AFTER, CITY)
    last.setFocus()
    for text, value in (("３", NOT_YET), ("１", DONE), ("０", None)):
        QApplication.sendEvent(last, QKeyEvent(QEvent.Type.KeyPress, ord(text), PLAIN, text))
        assert last.value is value
        assert last.hasFocus()


def test_tab_goes_box_by_box_and_then_to_the_note(qtbot: QtBot, page: CheckSheetsPage) -> None:
    page.open_sheet(add(qtbot, page, FESTIVAL))
    wizard_of(page).go("plan")
    table = stage(page).table
    table.boxes[table.shown()[0]].setFocus()
    walked = []
    for _step in range(16):
        walked.append(table.current)
        press(qtbot, Qt.Key.Key_Tab)
    assert walked == table.shown()
    assert focused() is stage(page).note
    press(qtbot, Qt.Key.Key_Tab)
    assert focused() is wizard_of(page).bar.forward


def test_a_click_goes_on_to_the_next_mark(qtbot: QtBot, page: CheckSheetsPage) -> None:
    page.open_sheet(add(qtbot, page, replace(FESTIVAL, marks=())))
    wizard_of(page).go("plan")
    first = box(page, "plan_1", BEFORE, PARTNER)
    seen = []
    for _click in range(4):
        qtbot.mouseClick(first, Qt.MouseButton.LeftButton)
        seen.append(first.value)
    assert seen == [DONE, TALK, NOT_YET, None]
    assert first.accessibleName() == "Ⅰ－1 事業前 団体: 未記入"


def test_a_difference_is_said_in_words_and_goes_when_the_sides_agree(
    qtbot: QtBot, page: CheckSheetsPage
) -> None:
    page.open_sheet(add(qtbot, page, FESTIVAL))
    wizard_of(page).go("plan")
    assert "事業前にちがい" in words_in(stage(page))
    city = box(page, "plan_1", BEFORE, CITY)
    assert city.accessibleName() == "Ⅰ－1 事業前 市: 話し合いが必要 ちがい"
    assert city.accessibleDescription() == "メモ: 請求書の出し方を確かめる"
    city.setFocus()
    type_keys(qtbot, "1")
    assert "事業前にちがい" not in words_in(stage(page))
    assert city.accessibleName() == "Ⅰ－1 事業前 市: できている"


# One side at a time


def test_one_side_shows_only_its_boxes_and_loses_nothing_of_the_other(
    qtbot: QtBot, page: CheckSheetsPage
) -> None:
    record_id = add(qtbot, page, FESTIVAL)
    page.open_sheet(record_id)
    wizard_of(page).go("plan")
    body = stage(page)
    body.view.setFocus()
    press(qtbot, Qt.Key.Key_Right)
    shown = [key for key, one in body.table.boxes.items() if one.isVisible()]
    assert {side for _item, _moment, side in shown} == {PARTNER}
    assert len(shown) == 8
    assert "にちがい" not in words_in(body.table)
    body.table.boxes[("plan_3", BEFORE, PARTNER)].setFocus()
    type_keys(qtbot, "11")
    assert focused() is box(page, "plan_1", AFTER, PARTNER)
    press(qtbot, Qt.Key.Key_Return)
    assert focused() is box(page, "plan_2", BEFORE, PARTNER)
    page.pane.keep()
    assert marks(sheet(page, record_id))["plan_1", BEFORE, CITY] is TALK
    assert marks(sheet(page, record_id))["plan_4", BEFORE, PARTNER] is DONE
    wizard_of(page).go("carry_out")
    assert stage(page).view.value() == "partner"


def test_a_link_goes_to_the_side_that_fills_in_alone(qtbot: QtBot, page: CheckSheetsPage) -> None:
    page.open_sheet(add(qtbot, page, FESTIVAL))
    wizard = wizard_of(page)
    wizard.put({"view": "city"})
    wizard.go("summary")
    click(wizard, "課題と解決手段についてお互いに情報を共有し、目標や目的を一致させましょう。")
    assert wizard.here == "plan"
    assert focused() in [box(page, "plan_1", moment, CITY) for moment in Moment]
    assert stage(page).view.value() == "city"


def test_what_cannot_be_saved_is_said_before_it_is_lost(qtbot: QtBot, page: CheckSheetsPage) -> None:
    made = add(qtbot, page, FESTIVAL)
    page.open_sheet(made)
    wizard = wizard_of(page)
    wizard.go("plan")
    box(page, "plan_4", AFTER, CITY).setFocus()
    type_keys(qtbot, "1m")
    stage(page).note.insertPlainText("口座 123456789018")
    wizard.close_draft()
    assert page.pane.is_open
    assert "もう一度閉じると、その記入は残りません" in words_in(page.window())
    stage(page).note.setPlainText("口座は別に")
    wizard.close_draft()
    assert not page.pane.is_open
    (kept,) = [one for one in sheet(page, made).marks if (one.item, one.side) == ("plan_4", CITY)]
    assert (kept.value, kept.note) == (DONE, "口座は別に")


def test_a_memo_outlives_a_quick_leave(qtbot: QtBot, page: CheckSheetsPage) -> None:
    page.open_sheet(add(qtbot, page, FESTIVAL))
    wizard = wizard_of(page)
    wizard.go("summary")
    click(wizard.body.talk, "書く")
    wizard.body.talk.form.words.setPlainText("月に一度会う")
    wizard.go("plan")
    wizard.go("summary")
    assert wizard.body.talk.form.words.text() == "月に一度会う"


# Notes


def test_a_note_belongs_to_its_box_and_is_committed_by_an_input_method(
    qtbot: QtBot, page: CheckSheetsPage
) -> None:
    record_id = add(qtbot, page, FESTIVAL)
    page.open_sheet(record_id)
    wizard_of(page).go("plan")
    box(page, "plan_3", AFTER, CITY).setFocus()
    type_keys(qtbot, "m")
    note = stage(page).note
    assert focused() is note
    assert note.accessibleName() == "Ⅰ－3 事業後 市 のメモ"
    compose(note, "しはらい")
    press(qtbot, Qt.Key.Key_Escape)
    assert focused() is note
    commit(note, "支払いは４月")
    press(qtbot, Qt.Key.Key_Escape)
    assert focused() is box(page, "plan_3", AFTER, CITY)
    box(page, "plan_1", BEFORE, CITY).setFocus()
    assert note.text() == "請求書の出し方を確かめる"
    box(page, "plan_3", AFTER, CITY).setFocus()
    assert note.text() == "支払いは４月"
    wizard_of(page).close_draft()
    notes = {(m.item, m.moment, m.side): m.note for m in sheet(page, record_id).marks}
    assert notes["plan_3", AFTER, CITY] == "支払いは４月"
    assert notes["plan_1", BEFORE, CITY] == "請求書の出し方を確かめる"
    assert "支払いは４月" in words_in(page.side.detail)


def test_a_note_on_the_sheet_is_written_in_the_summary_read_and_found(
    qtbot: QtBot, page: CheckSheetsPage
) -> None:
    record_id = add(qtbot, page, FESTIVAL)
    page.open_sheet(record_id)
    wizard = wizard_of(page)
    wizard.go("summary")
    body = wizard.body
    assert isinstance(body, SummaryBody)
    while focused() is not body.note:
        press(qtbot, Qt.Key.Key_Tab)
    commit(body.note, "会長が交代。引き継ぎは口頭")
    qtbot.waitUntil(lambda: sheet(page, record_id).note == "会長が交代。引き継ぎは口頭", timeout=3000)
    assert body.note.hasFocus()
    wizard.close_draft()
    page.settle()
    assert "会長が交代。引き継ぎは口頭" in words_in(page.side.detail)
    page.filters.box.setText("口頭")
    assert titles(page) == ["用水路いきもの調べ"]
    page.filters.box.setText("電話")
    assert titles(page) == []
    hits = CheckSheetsPage.search(page.context.services, "引き継ぎ", 8)
    assert [hit.record_id for hit in hits] == [record_id]
    assert marks(sheet(page, record_id)) == marks_of_draft(FESTIVAL)


def marks_of_draft(draft: CheckSheetDraft) -> dict[Box, MarkValue | None]:
    return {(mark.item, mark.moment, mark.side): mark.value for mark in draft.marks}


# From the list of the collaborations


def test_an_entry_of_the_list_fills_the_sheet_in(qtbot: QtBot, page: CheckSheetsPage) -> None:
    page.open_new()
    wizard_of(page).go("project")
    commit(focused(), "もくちょうﾜｰｸｼｮｯﾌﾟ")
    press(qtbot, Qt.Key.Key_A, CTRL)
    commit(focused(), "木彫")
    press(qtbot, Qt.Key.Key_Return)
    answers = wizard_of(page).answers()
    assert answers["title"] == "木彫ワークショップ"
    assert answers["fiscal_year"] == "2018"
    assert answers["department"] == "文化スポーツ課"
    assert "武蔵野美術大学" in answers["partner_name"]
    assert "平成30年度 43" in words_in(wizard_of(page))
    wizard_of(page).close_draft()
    record = page.context.services.check_sheets.list()[0]
    assert record.collaboration_id == answers["collaboration_id"]
    assert "平成30年度の取組 43" in words_in(page.side.detail)


# Kept, resumed, taken back


def test_a_sheet_is_made_when_the_first_thing_is_typed_and_not_before(
    qtbot: QtBot, page: CheckSheetsPage
) -> None:
    sheets = page.context.services.check_sheets
    page.open_new()
    wizard_of(page).go("project")
    wizard_of(page).close_draft()
    assert sheets.list() == ()
    page.open_new()
    wizard_of(page).go("project")
    field(page, "title").setFocus()
    commit(focused(), "川")
    qtbot.waitUntil(lambda: len(sheets.list()) == 1, timeout=3000)
    assert sheets.list()[0].title == "川"


def test_a_killed_window_goes_on_where_it_was(qtbot: QtBot, folder: DataFolder, clock: FixedClock) -> None:
    with open_window(qtbot, folder, clock, killed=True) as first:
        first.open_page("check_sheets")
        page = page_of(first)
        qtbot.waitUntil(page.isVisible)
        page.open_new()
        wizard_of(page).go("project")
        field(page, "title").setFocus()
        commit(focused(), "夕やけコンサート")
        field(page, "partner_id").setFocus()
        commit(focused(), "台帳にない合唱団")
        wizard_of(page).go("carry_out")
        type_keys(qtbot, "2")
        services = page.context.services
        qtbot.waitUntil(lambda: len(services.check_sheets.list()[0].marks) == 1, timeout=3000)
    with open_window(qtbot, folder, clock) as second:
        second.open_page("check_sheets")
        page = page_of(second)
        qtbot.waitUntil(page.isVisible)
        assert titles(page) == ["夕やけコンサート"]
        page.view.setFocus()
        press(qtbot, Qt.Key.Key_F2)
        assert wizard_of(page).here == "carry_out"
        assert box(page, "carry_out_1", BEFORE, PARTNER).value is TALK
        assert focused() is box(page, "carry_out_1", BEFORE, CITY)
        assert wizard_of(page).answers()["partner_name"] == "台帳にない合唱団"


def test_leaving_the_tab_and_another_text_size_keep_everything(
    qtbot: QtBot, window: MainWindow, page: CheckSheetsPage
) -> None:
    record_id = add(qtbot, page, FESTIVAL)
    page.open_sheet(record_id)
    wizard_of(page).go("close")
    type_keys(qtbot, "3")
    window.open_page("partners")
    assert marks(sheet(page, record_id))["close_1", BEFORE, PARTNER] is NOT_YET
    window.open_page("check_sheets")
    box(page, "close_2", BEFORE, PARTNER).setFocus()
    type_keys(qtbot, "1")
    window.change_look(PaletteName.DARK, 150)
    anew = page_of(window)
    assert anew is not page
    assert wizard_of(anew).here == "close"
    assert box(anew, "close_2", BEFORE, PARTNER).value is DONE
    assert marks(sheet(anew, record_id))["close_2", BEFORE, PARTNER] is DONE


def test_undo_takes_the_last_mark_back_and_the_wizard_shows_it(
    qtbot: QtBot, window: MainWindow, page: CheckSheetsPage
) -> None:
    record_id = add(qtbot, page, FESTIVAL)
    page.open_sheet(record_id)
    wizard_of(page).go("plan")
    box(page, "plan_4", AFTER, CITY).setFocus()
    type_keys(qtbot, "2")
    press(qtbot, Qt.Key.Key_Z, CTRL)
    qtbot.waitUntil(lambda: box(page, "plan_4", AFTER, CITY).value is None)
    assert ("plan_4", AFTER, CITY) not in marks(sheet(page, record_id))
    assert marks(sheet(page, record_id))["plan_1", BEFORE, PARTNER] is DONE
    window.window_commands.redo_action.trigger()
    qtbot.waitUntil(lambda: box(page, "plan_4", AFTER, CITY).value is TALK)


def test_undo_of_the_making_closes_the_wizard(
    qtbot: QtBot, window: MainWindow, page: CheckSheetsPage
) -> None:
    page.open_new()
    wizard_of(page).go("plan")
    type_keys(qtbot, "1")
    qtbot.waitUntil(window.window_commands.undo_action.isEnabled, timeout=3000)
    press(qtbot, Qt.Key.Key_Z, CTRL)
    qtbot.waitUntil(lambda: not page.pane.is_open)
    assert page.context.services.check_sheets.list() == ()
    assert page._no_records.isVisible()


# The list


def test_empty_says_what_belongs_here(page: CheckSheetsPage) -> None:
    assert page._no_records.isVisible()
    assert "まだシートはありません" in words_in(page._no_records)
    click(page._no_records, "新しいシート")
    assert page.pane.is_open


def test_the_list_is_sifted_by_words_and_year(
    qtbot: QtBot, window: MainWindow, page: CheckSheetsPage
) -> None:
    add(qtbot, page, FESTIVAL)
    add(qtbot, page, CheckSheetDraft(2025, "斎藤素巌展", department="文化スポーツ課"))
    page.filters.box.setText("齋藤")
    assert titles(page) == ["斎藤素巌展"]
    assert "2枚中 1枚を表示" in window.status.text()
    page.filters.box.setText("みず　公園")
    assert titles(page) == []
    page.filters.box.setText("水　公園")
    assert titles(page) == ["用水路いきもの調べ"]
    page.verbs.clear.trigger()
    page.filters.year.choose({"2025"})
    assert titles(page) == ["斎藤素巌展"]
    assert "令和7年度 1" in page.footer.words()


def test_the_last_filled_in_stands_first(qtbot: QtBot, page: CheckSheetsPage, clock: FixedClock) -> None:
    first = add(qtbot, page, FESTIVAL)
    clock.moment += timedelta(days=1)
    add(qtbot, page, CheckSheetDraft(2025, "灯りまつり"))
    assert titles(page) == ["灯りまつり", "用水路いきもの調べ"]
    clock.moment += timedelta(days=1)
    page.context.services.check_sheets.save(first, replace(FESTIVAL, department="公民館"))
    qtbot.waitUntil(lambda: titles(page) == ["用水路いきもの調べ", "灯りまつり"])


def test_columns_tell_how_much_each_side_filled_in(qtbot: QtBot, page: CheckSheetsPage) -> None:
    add(qtbot, page, FESTIVAL)
    row = page.table.shown[0]
    told = {column.title: column.cell_of(row).spoken for column in page.table.columns}
    assert told["団体前"] == told["市前"] == "2／12"
    assert told["団体後"] == told["市後"] == "0／12"
    assert told["更新"] == "11月24日"


def test_the_detail_shows_all_items_the_differences_and_the_history(
    qtbot: QtBot, page: CheckSheetsPage
) -> None:
    add(qtbot, page, FESTIVAL)
    words = words_in(page.side.detail)
    assert "ちがい 1項目" in words
    # Once in the table, once among what is to be talked about.
    assert words.count("事業前にちがい") == 2
    assert "話し合いのきっかけ" in words
    assert "事業前 団体: できている、事業前 市: 話し合いが必要 ちがい" in words
    assert "当初の目的は達成できましたか？" in words
    assert "請求書の出し方を確かめる" in words
    assert "Ⅰ－1 事業前 市" in words
    assert "チェックシートを作る: 用水路いきもの調べ" in words
    assert len(page.side.detail.findChildren(PairMarks)) == 24


def test_links_of_the_detail_lead_to_the_partner(
    qtbot: QtBot, window: MainWindow, page: CheckSheetsPage
) -> None:
    partner = page.context.services.partners.list()[3]
    add(qtbot, page, replace(FESTIVAL, partner_id=partner.id))
    click(page.side.detail, partner.name)
    assert window.page is not page
    assert window.page is not None
    assert window.page.key == "partners"


def test_ctrl_k_finds_a_sheet(qtbot: QtBot, window: MainWindow, page: CheckSheetsPage) -> None:
    made = add(qtbot, page, FESTIVAL)
    hits = CheckSheetsPage.search(page.context.services, "いきもの", 8)
    assert [(hit.title, hit.record_id) for hit in hits] == [("用水路いきもの調べ", made)]


def test_discarded_sheets_lie_in_the_wastebasket_and_come_back(
    qtbot: QtBot, window: MainWindow, page: CheckSheetsPage
) -> None:
    made = add(qtbot, page, FESTIVAL)
    before = sheet(page, made)
    page.view.setFocus()
    press(qtbot, Qt.Key.Key_Delete)
    qtbot.waitUntil(lambda: not page.table.rows)
    assert "ごみ箱に入れました" in window.status.news_text()
    page.verbs.wastebasket.trigger()
    basket = page.findChild(WastebasketDialog)
    assert [one.title for one in basket.table.rows] == ["用水路いきもの調べ"]
    basket.view.selectRow(0)
    basket.restore_button.click()
    qtbot.waitUntil(lambda: titles(page) == ["用水路いきもの調べ"])
    assert sheet(page, made).marks == before.marks
    basket.close()
    page.verbs.discard.trigger()
    qtbot.waitUntil(lambda: not page.table.rows)
    window.window_commands.undo_action.trigger()
    qtbot.waitUntil(lambda: titles(page) == ["用水路いきもの調べ"])


# On paper


def test_one_sides_paper_holds_its_notes_only(
    qtbot: QtBot, window: MainWindow, page: CheckSheetsPage
) -> None:
    add(qtbot, page, FESTIVAL)
    click(page.side.detail, "市を印刷")
    print_as_it_is(qtbot, page)
    text = preview_text(qtbot, window)
    assert "用水路いきもの調べ" in text
    assert "請求書の出し方を確かめる" in text
    click(page.side.detail, "団体を印刷")
    print_as_it_is(qtbot, page)
    assert "請求書の出し方を確かめる" not in preview_text(qtbot, window)


def test_the_blank_paper_is_printed_from_an_empty_list(
    qtbot: QtBot, window: MainWindow, page: CheckSheetsPage
) -> None:
    page._no_records.setFocus()
    press(qtbot, Qt.Key.Key_P, CTRL | SHIFT)
    print_as_it_is(qtbot, page)
    text = preview_text(qtbot, window)
    assert "相互チェックシート" in text
    assert "用水路" not in text


# Marks, names, sizes


def test_every_mark_is_a_shape_of_its_own(theme: Theme) -> None:
    pictures = []
    for value in (*MarkValue, None):
        image = QImage(26, 26, QImage.Format.Format_RGB32)
        image.fill(QColor("white"))
        painter = QPainter(image)
        paint_mark(painter, image.rect().toRectF().adjusted(1, 1, -1, -1), value, theme.tokens.muted)
        painter.end()
        pictures.append([[image.pixelColor(x, y).lightness() < 200 for x in range(26)] for y in range(26)])
    disc, half, ring, dash = ([row[13] for row in picture] for picture in pictures)
    assert sum(disc) > 20
    assert sum(ring) < 8
    assert 0 < sum(dash) < 6
    assert pictures[1][13][6]
    assert not pictures[1][13][19]
    assert half != disc


def test_everything_that_takes_the_focus_has_a_name(qtbot: QtBot, page: CheckSheetsPage) -> None:
    add(qtbot, page, FESTIVAL)
    nameless = [*_nameless(page)]
    page.verbs.edit.trigger()
    for key in ("cover", "project", "plan", "close", "summary"):
        wizard_of(page).go(key)
        nameless += _nameless(page)
    assert nameless == []


def _nameless(page: CheckSheetsPage) -> list[QWidget]:
    return [
        one
        for one in page.findChildren(QWidget)
        if one.isVisible()
        and one.focusPolicy() & Qt.FocusPolicy.TabFocus
        and not QAccessible.queryAccessibleInterface(one).text(QAccessible.Text.Name)
    ]


@pytest.mark.parametrize("percent", [100, 150, 200])
def test_nothing_is_cut_off(qtbot: QtBot, window: MainWindow, percent: int) -> None:
    window.change_look(PaletteName.LIGHT, percent)
    window.resize(1366, 768)
    window.open_page("check_sheets")
    page = page_of(window)
    add(qtbot, page, FESTIVAL)
    detail = page.side.detail
    qtbot.waitUntil(lambda: detail.widget().width() <= detail.viewport().width())
    qtbot.waitUntil(lambda: _cut_off(detail) == [])
    page.verbs.edit.trigger()
    wizard = wizard_of(page)
    for key in ("cover", "project", "plan", "close", "summary"):
        wizard.go(key)
        area = wizard.view.area
        qtbot.waitUntil(lambda area=area: area.widget().width() <= area.viewport().width())
        qtbot.waitUntil(lambda: _cut_off(wizard_of(page).body) == [])


def _cut_off(inside: QWidget | None) -> list[str]:
    """Return the words that have less room than they need."""
    assert inside is not None
    cut = []
    for label in inside.findChildren(QLabel):
        if label.isVisible() and label.text() and not isinstance(label, ElidedLabel):
            need = label.heightForWidth(label.width()) if label.wordWrap() else label.sizeHint().height()
            wide = label.wordWrap() or label.sizeHint().width() <= label.width()
            if label.height() < need or not wide:
                cut.append(label.text())
    for one in inside.findChildren(MarkBox):
        if one.isVisible() and one.size() != one.sizeHint():
            cut.append(one.accessibleName())
    return cut


# What is talked about


def test_what_was_agreed_is_written_where_the_gap_is_read(
    qtbot: QtBot, window: MainWindow, page: CheckSheetsPage
) -> None:
    made = add(qtbot, page, FESTIVAL)
    assert page.side.talk is not None
    click(page.side.talk, "Ⅰ－1 の話し合いのメモを書く")
    form = page.side.talk.form
    assert form is not None
    assert form.focused_field() == "words"
    commit(focused(), "請求書の出し方をいっしょに確かめる")
    press(qtbot, Qt.Key.Key_Return, CTRL)
    agreed = sheet(page, made).agreement("plan_1")
    assert agreed is not None
    assert (agreed.words, agreed.agreed_on) == ("請求書の出し方をいっしょに確かめる", date(2026, 11, 24))
    page.settle()
    assert "請求書の出し方をいっしょに確かめる" in words_in(page.side.talk)
    page.verbs.print_talk.trigger()
    text = preview_text(qtbot, window)
    assert "話し合うこと" in text
    assert "請求書の出し方をいっしょに確かめる" in text
    assert "▲前にちがい" in text


def test_the_next_check_is_planned_in_the_detail_and_due_on_its_day(
    qtbot: QtBot, page: CheckSheetsPage
) -> None:
    made = add(qtbot, page, FESTIVAL)
    assert page.side.next_check is not None
    click(page.side.next_check, "次の確認日を決める")
    commit(focused(), "令和8年11月24日")
    press(qtbot, Qt.Key.Key_Return, CTRL)
    assert sheet(page, made).next_check_on == date(2026, 11, 24)
    page.settle()
    assert "令和8年11月24日 確認の日です" in words_in(page.side.detail)


def test_sorted_by_gap_what_differs_stands_first(qtbot: QtBot, page: CheckSheetsPage) -> None:
    drifted = (CheckMarkRecord("close_4", CITY, BEFORE, DONE), CheckMarkRecord("close_4", CITY, AFTER, TALK))
    agreed = [CheckMarkRecord("carry_out_1", side, moment, DONE) for side in Side for moment in Moment]
    add(qtbot, page, replace(FESTIVAL, marks=(*agreed, *drifted, *FESTIVAL.marks)))
    words = words_in(page.side.detail)
    assert {"市が変化", "一致", "事業前にちがい"} <= set(words.split("\n"))
    press_segment = page.side.detail.findChild(Segments)
    assert press_segment is not None
    press_segment.setFocus()
    press(qtbot, Qt.Key.Key_Right)
    heads = [line for line in words_in(page.side.detail).split("\n") if line in GAP_LABELS.values()]
    assert [line for line in heads if heads.count(line)][1:5] == ["ちがい", "変化", "未記入あり", "一致"]


def test_one_side_does_not_see_the_other_before_both_are_in(qtbot: QtBot, page: CheckSheetsPage) -> None:
    page.open_sheet(add(qtbot, page, FESTIVAL))
    wizard = wizard_of(page)
    wizard.go("plan")
    stage(page).view.setFocus()
    press(qtbot, Qt.Key.Key_Right)
    assert stage(page).view.value() == PARTNER.value
    wizard.go("summary")
    words = words_in(wizard.body)
    assert "市の記入は、両方がそろうまで見えません。" in words
    assert "話し合うこと" not in words
    assert "ちがい 1項目" not in words
    assert "事業前 市: 話し合いが必要" not in words


def test_what_one_side_filled_in_alone_is_not_read_in_the_list_either(
    qtbot: QtBot, page: CheckSheetsPage
) -> None:
    made = add(qtbot, page, FESTIVAL)
    assert "事業前にちがい" in words_in(page.side.detail)
    page.open_sheet(made)
    wizard = wizard_of(page)
    wizard.go("plan")
    stage(page).view.setFocus()
    press(qtbot, Qt.Key.Key_Right)
    wizard.close_draft()
    page.settle()
    words = words_in(page.side.detail)
    assert "片方ずつ記入しています。" in words
    assert "事業前にちがい" not in words


def test_a_sheet_of_a_proposal_is_filled_in_from_it(qtbot: QtBot, page: CheckSheetsPage) -> None:
    proposals = page.context.services.proposals
    proposal = proposals.create(ProposalDraft(title="花の道", fiscal_year=2025, department="道路課"))
    page.open_new()
    wizard_of(page).go("project")
    field(page, "proposal_id").setFocus()
    commit(focused(), "花の道")
    press(qtbot, Qt.Key.Key_Return)
    wizard_of(page).keep()
    record = page.context.services.check_sheets.list()[0]
    assert (record.proposal_id, record.title, record.fiscal_year) == (proposal, "花の道", 2025)
    assert record.department == "道路課"
