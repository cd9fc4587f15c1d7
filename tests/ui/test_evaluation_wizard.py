"""評価 by keyboard alone: goals, each side hidden from the other, the talk, what is made public."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from kyodo_desktop.base import resources
from kyodo_desktop.flows.evaluation import GOALS, PUBLIC, TALK
from kyodo_desktop.forms import evaluation_text
from kyodo_desktop.records.evaluations import EvaluationDraft, EvaluationKind, EvaluationSide, EvaluationStand
from kyodo_desktop.ui.dialogs.print_preview import PrintPreview
from kyodo_desktop.ui.evaluations.dialog import EvaluationDialog
from kyodo_desktop.ui.main_window import MainWindow
from kyodo_desktop.ui.pages.check_sheets.evaluations.new_dialog import NewEvaluationDialog
from kyodo_desktop.ui.pages.check_sheets.evaluations.page import EvaluationsPage
from kyodo_desktop.ui.pages.check_sheets.tab import CheckSheetTab
from tests.ui.conftest import AnsweringChooser
from tests.ui.hands import focused, press, words_in
from tests.ui.typing_in import commit

PARTNER, CITY, JOINT = EvaluationSide
CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
MOST_TABS = 90
SHIPPED = resources.read_text("evaluation/1.toml")


@pytest.fixture
def page(qtbot: QtBot, window: MainWindow) -> EvaluationsPage:
    window.open_page("check_sheets/evaluations")
    assert isinstance(window.page, CheckSheetTab)
    found = window.page.current
    assert isinstance(found, EvaluationsPage)
    qtbot.waitUntil(found.isVisible)
    return found


@pytest.fixture
def begin(qtbot: QtBot, page: EvaluationsPage) -> Callable[[EvaluationKind], EvaluationDialog]:
    def go(kind: EvaluationKind) -> EvaluationDialog:
        """Begin a free evaluation: Ctrl+N, the kind by arrow keys, then its button."""
        page.view.setFocus()
        page.verbs.new.trigger()
        asked = page.findChild(NewEvaluationDialog)
        qtbot.waitUntil(lambda: asked.isVisible() and focused() is asked.kinds)
        for _step in range(list(EvaluationKind).index(kind)):
            press(qtbot, Qt.Key.Key_Right)
        tab_to(qtbot, asked.free_button)
        press(qtbot, Qt.Key.Key_Space)
        qtbot.waitUntil(lambda: page.findChild(EvaluationDialog) is not None)
        dialog = page.findChild(EvaluationDialog)
        qtbot.waitUntil(lambda: holds_cursor(dialog))
        return dialog

    return go


def holds_cursor(widget: QWidget) -> bool:
    found = QApplication.focusWidget()
    return found is not None and widget.isAncestorOf(found)


def tab_to(qtbot: QtBot, wanted: QWidget) -> None:
    """Press Tab until a widget has the cursor."""
    for _step in range(MOST_TABS):
        if focused() is wanted:
            return
        press(qtbot, Qt.Key.Key_Tab)
    raise AssertionError(f"Tab does not come to {wanted.accessibleName()}")


def field(dialog: EvaluationDialog, name: str) -> QWidget:
    widget = dialog.bodies[dialog.tabs.value()].focus_widget(name)
    assert widget is not None, name
    return widget


def write(qtbot: QtBot, dialog: EvaluationDialog, name: str, text: str) -> None:
    tab_to(qtbot, field(dialog, name))
    commit(focused(), text)


def mark(qtbot: QtBot, dialog: EvaluationDialog, name: str, key: str) -> None:
    tab_to(qtbot, field(dialog, name))
    qtbot.keyClicks(focused(), key)


def on(qtbot: QtBot, dialog: EvaluationDialog) -> str:
    """Go on to the next step."""
    press(qtbot, Qt.Key.Key_PageDown, CTRL)
    return dialog.tabs.value()


def back(qtbot: QtBot, dialog: EvaluationDialog) -> str:
    press(qtbot, Qt.Key.Key_PageUp, CTRL)
    return dialog.tabs.value()


def texts(dialog: EvaluationDialog) -> str:
    """Return all that the step in front shows, also what stands in its fields."""
    body = dialog.bodies[dialog.tabs.value()]
    return words_in(body) + "\n".join(str(value) for value in body.answers().values())


def paper_text(qtbot: QtBot, window: MainWindow) -> str:
    qtbot.waitUntil(lambda: window.findChild(PrintPreview) is not None, timeout=20_000)
    document = window.findChild(PrintPreview).document
    text = "\n".join(document.getAllText(at).text() for at in range(document.pageCount()))
    return "".join(text.split())


def own_side(qtbot: QtBot, dialog: EvaluationDialog, side: EvaluationSide, key: str, words: str) -> None:
    mark(qtbot, dialog, f"{side}.schedule.mark", key)
    write(qtbot, dialog, f"{side}.schedule.words", words)
    write(qtbot, dialog, f"{side}.by", "髙﨑　一郎" if side is PARTNER else "西田　聡")
    write(qtbot, dialog, f"{side}.on", "R8.5.28")
    press(qtbot, Qt.Key.Key_Tab)


def test_the_whole_way_of_an_evaluation(
    qtbot: QtBot,
    window: MainWindow,
    page: EvaluationsPage,
    begin: Callable[[EvaluationKind], EvaluationDialog],
    chooser: AnsweringChooser,
) -> None:
    dialog = begin(EvaluationKind.EVALUATION)
    write(qtbot, dialog, "title", "朝の野菜市")
    write(qtbot, dialog, "department", "産業振興課")
    write(qtbot, dialog, "next_on", "R9.1.20")
    tab_to(qtbot, field(dialog, "goals"))
    press(qtbot, Qt.Key.Key_Space)
    commit(focused(), "来る人を増やす")
    press(qtbot, Qt.Key.Key_Tab)
    commit(focused(), "来場者")

    assert on(qtbot, dialog) == PARTNER
    own_side(qtbot, dialog, PARTNER, "2", "雨で二回流れた")

    assert on(qtbot, dialog) == CITY
    assert "雨で二回流れた" not in texts(dialog)
    assert back(qtbot, dialog) == PARTNER
    assert "雨で二回流れた" not in texts(dialog)
    assert "担当課の記入が終わるまで" in texts(dialog)
    assert on(qtbot, dialog) == CITY
    qtbot.waitUntil(lambda: [row.stand for row in page.table.shown] == ["担当課の自己評価"])
    page.settle()
    assert "担当課の記入が、まだ終わっていません" in words_in(page.side.detail)
    assert "雨で二回流れた" not in words_in(page.side.detail)
    own_side(qtbot, dialog, CITY, "3", "予定どおりだった")

    assert on(qtbot, dialog) == TALK
    assert "団体\n２ やや下回る\n雨で二回流れた\n担当課\n３ 想定どおり\n予定どおりだった" in texts(dialog)
    write(qtbot, dialog, "joint.schedule.words", "予備日を決める")
    write(qtbot, dialog, "held_on", "R8.5.29")
    write(qtbot, dialog, "joint_result", "多くの人が来た。")
    write(qtbot, dialog, "improvements", "予備日を決める")

    assert on(qtbot, dialog) == PUBLIC
    write(qtbot, dialog, "public_summary", "12回開きました。")
    write(qtbot, dialog, "published_on", "R8.6.30")
    write(qtbot, dialog, "published_where", "市ホームページ")
    tab_to(qtbot, dialog.file_button)
    press(qtbot, Qt.Key.Key_Space)
    assert chooser.asked == ["評価結果_朝の野菜市.txt"]
    data = (chooser.folder / "評価結果_朝の野菜市.txt").read_bytes().decode("utf-8")
    assert data == "朝の野菜市（産業振興課）\r\n\r\n12回開きました。\r\n"
    tab_to(qtbot, dialog.print_button)
    press(qtbot, Qt.Key.Key_Space)
    paper = paper_text(qtbot, window)
    assert "12回開きました。" in paper
    assert "雨で二回流れた" not in paper
    assert "西田" not in paper

    (record,) = page.context.services.evaluations.list()
    assert record.stand is EvaluationStand.PUBLISHED
    assert record.draft.next_on == date(2027, 1, 20)
    assert [goal.goal for goal in record.draft.goals] == ["来る人を増やす"]
    qtbot.waitUntil(lambda: page.table.shown[0].stand == "公表済み")


def test_a_reason_that_is_owed_keeps_nothing_else_from_being_kept(
    qtbot: QtBot, page: EvaluationsPage, begin: Callable[[EvaluationKind], EvaluationDialog]
) -> None:
    dialog = begin(EvaluationKind.EVALUATION)
    write(qtbot, dialog, "title", "朝の野菜市")
    dialog.show_step(PARTNER)
    mark(qtbot, dialog, "partner.money.mark", "1")
    write(qtbot, dialog, "partner.on", "R8.5.28")
    press(qtbot, Qt.Key.Key_S, CTRL)
    dialog.show_step(CITY)
    write(qtbot, dialog, "city.money.words", "会場を借りた")
    write(qtbot, dialog, "city.on", "R8.5.28")
    press(qtbot, Qt.Key.Key_S, CTRL)
    (record,) = page.context.services.evaluations.list()
    assert record.draft.answer("money", EvaluationSide.PARTNER).mark == "1"
    assert record.draft.answer("money", EvaluationSide.CITY).words == "会場を借りた"
    assert not record.draft.both_are_in
    dialog.show_step(TALK)
    assert "団体の記入が終わると" in texts(dialog)


def test_a_day_of_the_talk_goes_when_it_is_emptied_not_while_it_is_typed(
    qtbot: QtBot, page: EvaluationsPage, begin: Callable[[EvaluationKind], EvaluationDialog]
) -> None:
    dialog = begin(EvaluationKind.EVALUATION)
    write(qtbot, dialog, "title", "朝の野菜市")
    for side in (PARTNER, CITY):
        dialog.show_step(side)
        write(qtbot, dialog, f"{side}.on", "R8.5.28")
        press(qtbot, Qt.Key.Key_S, CTRL)
    dialog.show_step(TALK)
    evaluations = page.context.services.evaluations
    for typed, kept in (("R8.5.29", date(2026, 5, 29)), ("R8.", date(2026, 5, 29)), ("", None)):
        tab_to(qtbot, field(dialog, "held_on"))
        press(qtbot, Qt.Key.Key_A, CTRL)
        press(qtbot, Qt.Key.Key_Delete)
        qtbot.keyClicks(focused(), typed)
        press(qtbot, Qt.Key.Key_S, CTRL)
        assert evaluations.list()[0].held_on == kept


def test_a_low_mark_wants_its_reason_before_the_side_is_done(
    qtbot: QtBot, page: EvaluationsPage, begin: Callable[[EvaluationKind], EvaluationDialog]
) -> None:
    dialog = begin(EvaluationKind.EVALUATION)
    write(qtbot, dialog, "title", "朝の野菜市")
    assert on(qtbot, dialog) == PARTNER
    mark(qtbot, dialog, "partner.money.mark", "1")
    assert "この印には、理由が要ります。" in texts(dialog)
    write(qtbot, dialog, "partner.on", "R8.5.28")
    press(qtbot, Qt.Key.Key_S, CTRL)
    assert "「収支決算」に「１・２」を付けた理由がありません" in dialog.messages.text()
    dialog.show_step(PARTNER)
    write(qtbot, dialog, "partner.money.words", "会場費が倍になった")
    press(qtbot, Qt.Key.Key_S, CTRL)
    assert dialog.messages.text() == ""
    (record,) = page.context.services.evaluations.list()
    assert record.draft.done_on(PARTNER) == date(2026, 5, 28)


@pytest.mark.parametrize(
    ("kind", "item", "shown", "paper"),
    [
        (EvaluationKind.RETROSPECTIVE, "schedule", "△", "振り返りシート"),
        (EvaluationKind.MIDTERM, "trust", "△", "中間評価シート"),
    ],
)
def test_looking_back_and_the_mid_term_check_go_the_same_way(
    qtbot: QtBot,
    window: MainWindow,
    page: EvaluationsPage,
    begin: Callable[[EvaluationKind], EvaluationDialog],
    kind: EvaluationKind,
    item: str,
    shown: str,
    paper: str,
) -> None:
    dialog = begin(kind)
    write(qtbot, dialog, "title", "夕やけコンサート")
    for side, key, words in ((PARTNER, "1", "よく話せた"), (CITY, "3", "連絡が遅れた")):
        assert on(qtbot, dialog) == side
        mark(qtbot, dialog, f"{side}.{item}.mark", key)
        write(qtbot, dialog, f"{side}.{item}.words", words)
        write(qtbot, dialog, f"{side}.on", "R8.11.2")
        press(qtbot, Qt.Key.Key_Tab)
    assert on(qtbot, dialog) == TALK
    assert f"団体\n◎ 十分できた\nよく話せた\n担当課\n{shown} 課題が残る\n連絡が遅れた" in texts(dialog)
    write(qtbot, dialog, "held_on", "R8.11.9")
    write(qtbot, dialog, "improvements", "月に一度集まる")
    tab_to(qtbot, dialog.print_button)
    press(qtbot, Qt.Key.Key_Space)
    text = paper_text(qtbot, window)
    for words in (paper, "夕やけコンサート", "よく話せた", "連絡が遅れた", "月に一度集まる"):
        assert words in text, words
    (record,) = page.context.services.evaluations.list()
    assert (record.draft.kind, record.held_on) == (kind, date(2026, 11, 9))
    qtbot.waitUntil(lambda: page.table.shown[0].stand == "話し合い済み")


def test_marks_are_taken_away_and_left_by_keys(
    qtbot: QtBot, begin: Callable[[EvaluationKind], EvaluationDialog]
) -> None:
    dialog = begin(EvaluationKind.RETROSPECTIVE)
    assert on(qtbot, dialog) == PARTNER
    mark(qtbot, dialog, "partner.goal.mark", "2")
    assert dialog.flow.answers["partner.goal.mark"] == "fair"
    press(qtbot, Qt.Key.Key_Delete)
    assert not dialog.flow.answers["partner.goal.mark"]
    press(qtbot, Qt.Key.Key_Return)
    assert focused() is field(dialog, "partner.goal.words")


def test_a_second_mid_term_check_hides_no_older_one(
    qtbot: QtBot, page: EvaluationsPage, begin: Callable[[EvaluationKind], EvaluationDialog]
) -> None:
    dialog = begin(EvaluationKind.MIDTERM)
    write(qtbot, dialog, "title", "夕やけコンサート")
    assert dialog.keep()
    tab_to(qtbot, dialog.more_button)
    press(qtbot, Qt.Key.Key_Space)
    assert dialog.record is None
    assert dialog.draft.title == "夕やけコンサート"
    write(qtbot, dialog, "department", "文化スポーツ課")
    assert dialog.keep()
    assert "この事業のこの年度の中間評価は、ほかにも1件あります" in dialog.remarks.text()
    assert dialog.which.isVisible()
    second = dialog.record
    tab_to(qtbot, dialog.which)
    press(qtbot, Qt.Key.Key_Down)
    assert dialog.record is not None
    assert second is not None
    assert dialog.record.id != second.id
    assert len(page.context.services.evaluations.list()) == 2


# Versions of the items


@pytest.mark.parametrize("version", evaluation_text.versions())
@pytest.mark.parametrize("kind", list(EvaluationKind))
def test_every_shipped_version_is_asked_and_marked_whole(
    qtbot: QtBot, page: EvaluationsPage, kind: EvaluationKind, version: int
) -> None:
    year = next(year for year in range(2008, 2100) if evaluation_text.version_for(year) == version)
    made = page.context.services.evaluations.create(EvaluationDraft(kind, year, "朝の野菜市"))
    qtbot.waitUntil(lambda: [row.id for row in page.table.shown] == [made])
    page.view.setFocus()
    press(qtbot, Qt.Key.Key_F2)
    qtbot.waitUntil(lambda: page.findChild(EvaluationDialog) is not None)
    dialog = page.findChild(EvaluationDialog)
    qtbot.waitUntil(lambda: holds_cursor(dialog))
    text = evaluation_text.load(kind, version)
    for side in (PARTNER, CITY):
        assert on(qtbot, dialog) == side
        shown = words_in(dialog.bodies[side])
        for item in text.items:
            assert item.heading in shown
            assert item.text in shown
        name = f"{side}.{text.items[-1].key}.mark"
        for place, one in enumerate(text.scale, 1):
            mark(qtbot, dialog, name, one.key if one.key.isdecimal() else str(place))
            assert dialog.flow.answers[name] == one.key


def test_a_new_years_evaluation_takes_the_new_items_and_an_old_one_keeps_its_own(
    qtbot: QtBot,
    page: EvaluationsPage,
    begin: Callable[[EvaluationKind], EvaluationDialog],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    old = begin(EvaluationKind.EVALUATION)
    write(qtbot, old, "title", "古い年の事業")
    assert on(qtbot, old) == PARTNER
    mark(qtbot, old, "partner.schedule.mark", "4")
    assert old.keep()
    old.close()
    later = SHIPPED.replace("version = 1", "version = 2").replace("from_year = 2008", "from_year = 2027")
    later = later.replace(
        'heading = "スケジュール", text = "スケジュールに基づいて', 'heading = "日程", text = "日程に基づいて'
    )
    (tmp_path / "evaluation").mkdir()
    (tmp_path / "evaluation" / "2.toml").write_text(later, encoding="utf-8")
    monkeypatch.setattr(resources, "_overrides", [tmp_path])
    qtbot.waitUntil(lambda: page.findChild(EvaluationDialog) is None)

    new = begin(EvaluationKind.EVALUATION)
    write(qtbot, new, "title", "新しい年の事業")
    tab_to(qtbot, field(new, "fiscal_year"))
    press(qtbot, Qt.Key.Key_Up)
    assert new.keep()
    assert (new.draft.fiscal_year, new.text.version) == (2027, 2)
    new.show_step(PARTNER)
    assert "日程" in words_in(new.bodies[PARTNER])
    mark(qtbot, new, "partner.schedule.mark", "5")
    new.show_step(GOALS)
    tab_to(qtbot, field(new, "fiscal_year"))
    press(qtbot, Qt.Key.Key_Down)
    assert new.keep()
    assert (new.draft.fiscal_year, new.text.version) == (2026, 2)
    new.close()

    records = {one.draft.title: one for one in page.context.services.evaluations.list()}
    assert records["古い年の事業"].version == 1
    text = page.context.services.evaluations.text_of(records["古い年の事業"])
    assert [item.heading for item in text.items][1] == "スケジュール"
