"""The wizard on a flow of its own: keys, problems, drafts, kinds and pages a flow brings along."""

from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Any

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QAccessible, QKeyEvent
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QLineEdit, QSpinBox, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from kyodo_desktop.flows.engine import Answers, Field, FieldKind, Flow, Option, Section, Step, as_number
from kyodo_desktop.records.proposals import Problem, Weight
from kyodo_desktop.ui.context import UiContext
from kyodo_desktop.ui.main_window import MainWindow
from kyodo_desktop.ui.widgets.edits import JapaneseTextEdit, WarekiEdit, YenEdit
from kyodo_desktop.ui.widgets.segments import Segments
from kyodo_desktop.ui.wizard.field_editor import FieldEditor
from kyodo_desktop.ui.wizard.fields_body import FieldsBody
from kyodo_desktop.ui.wizard.step_body import StepBody
from kyodo_desktop.ui.wizard.wizard import Heading, Wizard
from tests.ui.typing_in import commit, compose

CAP = 100_000


def problems(answers: Answers, facts: Any) -> tuple[Problem, ...]:
    amount = as_number(answers.get("amount"))
    if amount is None:
        return (Problem("amount", "申請額が書かれていません。"),)
    if amount > CAP:
        words = f"上限を {amount - CAP}円 超えています。募集要項の上限を、もう一度見てください。"
        return (Problem("amount", words, Weight.NEEDS_REASON),)
    if amount < 1000:
        return (Problem("amount", "少なすぎるかもしれません", Weight.NOTICE),)
    return ()


class StarsEditor(FieldEditor):
    """A kind of field that only this flow has."""

    def __init__(self, context: UiContext, field: Field) -> None:
        super().__init__(context, field)
        self.box = QSpinBox()
        self.box.setAccessibleName(field.label)
        layout = QVBoxLayout(self)
        layout.addWidget(self.box)
        self.box.valueChanged.connect(self.edited)

    def show_answers(self, answers: Any) -> None:
        self.box.setValue(int(answers.get(self.field.name) or 0))

    def answers(self) -> Answers:
        return {self.field.name: self.box.value()}

    def focus_widget(self, name: str = "") -> QWidget:
        return self.box


class TableBody(StepBody):
    """A page that is no list of fields."""

    def __init__(self, context: UiContext, flow: Flow, step: Step) -> None:
        super().__init__(context, flow, step)
        self.edit = QLineEdit()
        self.edit.setAccessibleName("表")
        layout = QVBoxLayout(self)
        layout.addWidget(self.edit)
        self.edit.textEdited.connect(self.edited)

    def show_answers(self) -> None:
        self.edit.setText(str(self.flow.answers.get("table", "")))

    def answers(self) -> Answers:
        return {"table": self.edit.text()}

    def focus_widget(self, name: str = "") -> QWidget:
        return self.edit


def make_flow() -> Flow:
    choice = (Option("a", "甲"), Option("b", "乙"))
    return Flow(
        (
            Step(
                "who",
                "だれが",
                (
                    Section(
                        "人",
                        "名前と読み",
                        (
                            Field("name", "名前", required=True, hint="会の名前"),
                            Field("kana", "フリガナ", FieldKind.KANA),
                            Field("kind", "区分", FieldKind.SEGMENTS, options=choice),
                        ),
                    ),
                ),
            ),
            Step(
                "money",
                "いくら",
                (
                    Section(
                        "金額",
                        "",
                        (
                            Field("amount", "申請額", FieldKind.YEN, suffix="円"),
                            Field("day", "日", FieldKind.DATE),
                        ),
                    ),
                ),
                problems=problems,
            ),
            Step("stars", "評価", (Section("評価", "", (Field("stars", "星", "stars"),)),)),
            Step("table", "表", body="table"),
        ),
        {},
        reason="reason",
        advice=lambda _problem: "額を直すか理由を書きます。",
    )


@pytest.fixture
def wizard(qtbot: QtBot, window: MainWindow) -> Iterator[Wizard]:
    made = Wizard(
        window.context,
        make_flow(),
        finish_word="終える",
        editors={"stars": StarsEditor},
        bodies={"table": TableBody},
    )
    qtbot.addWidget(made)
    made.show_heading(Heading("制度", "令和8年度の提案", "受付番号はまだ"))
    made.resize(1366, 668)
    with qtbot.waitActive(made):
        made.show()
    made.begin()
    yield made
    made.hide()


def body(wizard: Wizard) -> FieldsBody:
    found = wizard.body
    assert isinstance(found, FieldsBody)
    return found


def widget(wizard: Wizard, name: str) -> Any:
    return body(wizard).row(name).editor.focus_widget(name)


def press(qtbot: QtBot, key: Qt.Key, how: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    focused = QApplication.focusWidget()
    assert focused is not None
    qtbot.keyClick(focused, key, how)


CTRL, ALT, SHIFT = (
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.AltModifier,
    Qt.KeyboardModifier.ShiftModifier,
)


# Keys


def test_opens_at_the_first_field(wizard: Wizard) -> None:
    assert widget(wizard, "name").hasFocus()
    assert wizard.view.count.text() == "4つのうち 1つ目"
    assert not wizard.bar.back.isEnabled()


def test_enter_goes_through_the_fields_and_then_to_the_next_button(qtbot: QtBot, wizard: Wizard) -> None:
    for name in ("name", "kana", "kind"):
        assert widget(wizard, name).hasFocus()
        press(qtbot, Qt.Key.Key_Return)
    assert wizard.bar.forward.hasFocus()
    press(qtbot, Qt.Key.Key_Return)
    assert wizard.here == "money"


def test_shift_enter_goes_back_a_field(qtbot: QtBot, wizard: Wizard) -> None:
    press(qtbot, Qt.Key.Key_Return)
    press(qtbot, Qt.Key.Key_Return, SHIFT)
    assert widget(wizard, "name").hasFocus()


@pytest.mark.parametrize(
    ("on", "back"),
    [
        ((Qt.Key.Key_Return, CTRL), (Qt.Key.Key_Left, ALT)),
        ((Qt.Key.Key_PageDown, CTRL), (Qt.Key.Key_PageUp, CTRL)),
        ((Qt.Key.Key_Right, ALT), (Qt.Key.Key_Left, ALT)),
    ],
)
def test_keys_change_the_step(
    qtbot: QtBot,
    wizard: Wizard,
    on: tuple[Qt.Key, Qt.KeyboardModifier],
    back: tuple[Qt.Key, Qt.KeyboardModifier],
) -> None:
    press(qtbot, *on)
    assert wizard.here == "money"
    assert widget(wizard, "amount").hasFocus()
    press(qtbot, *back)
    assert wizard.here == "who"


def test_the_steps_can_be_walked_and_opened_by_keyboard(qtbot: QtBot, wizard: Wizard) -> None:
    wizard.column.buttons[0].setFocus()
    press(qtbot, Qt.Key.Key_Down)
    press(qtbot, Qt.Key.Key_Down)
    assert wizard.column.buttons[2].hasFocus()
    press(qtbot, Qt.Key.Key_Return)
    assert wizard.here == "stars"


def test_a_step_opens_by_click(qtbot: QtBot, wizard: Wizard) -> None:
    qtbot.mouseClick(wizard.column.buttons[3], Qt.MouseButton.LeftButton)
    assert wizard.here == "table"
    assert isinstance(wizard.body, TableBody)


def test_enter_while_composing_changes_nothing(qtbot: QtBot, wizard: Wizard) -> None:
    name = widget(wizard, "name")
    compose(name, "かわ")
    press(qtbot, Qt.Key.Key_Return)
    press(qtbot, Qt.Key.Key_Escape)
    assert name.hasFocus()
    assert wizard.here == "who"
    commit(name, "川")
    assert wizard.answers()["name"] == "川"


def test_arrow_keys_choose_in_segments(qtbot: QtBot, wizard: Wizard) -> None:
    segments = widget(wizard, "kind")
    assert isinstance(segments, Segments)
    segments.setFocus()
    press(qtbot, Qt.Key.Key_Right)
    press(qtbot, Qt.Key.Key_Right)
    assert wizard.answers()["kind"] == "b"


# Problems


def said(wizard: Wizard, name: str) -> str:
    return body(wizard).row(name).spoken()


def test_what_is_missing_is_told_only_when_the_step_was_left(wizard: Wizard) -> None:
    assert "会の名前" in said(wizard, "name")
    assert wizard.bar.words() == ""
    wizard.next_step()
    assert "だれがに 1つ" in wizard.bar.words()
    wizard.previous_step()
    assert "名前が書かれていません。" in said(wizard, "name")
    assert wizard.bar.words() == "この頁に 1つ、いくらに 1つ 直すところがあります"
    assert widget(wizard, "name").property("wrong") == "true"
    commit(widget(wizard, "name"), "会")
    assert "書かれていません" not in said(wizard, "name")


def test_a_half_typed_day_is_not_called_wrong_until_it_is_left(qtbot: QtBot, wizard: Wizard) -> None:
    wizard.go("money")
    day = widget(wizard, "day")
    assert isinstance(day, WarekiEdit)
    day.setFocus()
    commit(day, "いつか")
    assert "読めません" not in said(wizard, "day")
    press(qtbot, Qt.Key.Key_Return)
    assert "日付として読めません" in said(wizard, "day")
    assert wizard.answers()["day"] == "いつか"
    day.setFocus()
    day.selectAll()
    commit(day, "R8.7.1")
    assert "読めません" not in said(wizard, "day")
    press(qtbot, Qt.Key.Key_Return)
    assert day.text() == "令和8年7月1日"
    assert wizard.answers()["day"] == "2026-07-01"


def test_a_breach_offers_to_write_a_reason_which_lets_it_pass(qtbot: QtBot, wizard: Wizard) -> None:
    wizard.go("money")
    amount = widget(wizard, "amount")
    assert isinstance(amount, YenEdit)
    commit(amount, "１２８，０００円")
    press(qtbot, Qt.Key.Key_Return)
    assert amount.text() == "128,000"
    assert "28000円 超えています" in said(wizard, "amount")
    assert "額を直すか理由を書きます。" in said(wizard, "amount")
    assert "この頁に 1つ" in wizard.bar.words()
    row = body(wizard).row("amount")
    write = next(b for b in row.findChildren(QAbstractButton) if b.text() == "理由を書く")
    write.click()
    assert isinstance(row.reason, JapaneseTextEdit)
    assert row.reason.hasFocus()
    reason = row.reason
    qtbot.waitUntil(lambda: reason.mapTo(row, reason.rect().bottomLeft()).y() < row.height())
    commit(row.reason, "市長の指示による")
    assert wizard.answers()["reason"] == "市長の指示による"
    amount.setFocus()
    qtbot.waitUntil(lambda: "理由: 市長の指示による" in said(wizard, "amount"), timeout=3000)
    assert "この頁" not in wizard.bar.words()


def reason_button(wizard: Wizard, name: str, words: str = "理由を書く") -> QAbstractButton:
    row = body(wizard).row(name)
    return next(b for b in row.findChildren(QAbstractButton) if b.text() == words and not b.isHidden())


def test_enter_passes_by_what_stands_beside_a_field_and_tab_comes_to_it(qtbot: QtBot, wizard: Wizard) -> None:
    wizard.go("money")
    amount = widget(wizard, "amount")
    commit(amount, "128000")
    for _round in range(2):
        amount.setFocus()
        press(qtbot, Qt.Key.Key_Return)
        assert widget(wizard, "day").hasFocus()
        press(qtbot, Qt.Key.Key_Return, SHIFT)
        assert amount.hasFocus()
    press(qtbot, Qt.Key.Key_Tab)
    assert reason_button(wizard, "amount").hasFocus()
    press(qtbot, Qt.Key.Key_Return)
    reason = body(wizard).row("amount").reason
    assert reason is not None
    assert reason.hasFocus()
    press(qtbot, Qt.Key.Key_Tab)
    assert widget(wizard, "day").hasFocus()


def test_a_notice_is_told_and_weighs_nothing(qtbot: QtBot, wizard: Wizard) -> None:
    wizard.go("money")
    commit(widget(wizard, "amount"), "500")
    press(qtbot, Qt.Key.Key_Return)
    assert "少なすぎるかもしれません" in said(wizard, "amount")
    assert widget(wizard, "amount").property("wrong") != "true"
    assert "この頁" not in wizard.bar.words()


def test_a_jump_opens_the_step_at_the_answer(wizard: Wizard) -> None:
    assert wizard.body is not None
    wizard.body.jump.emit("money:day")
    assert wizard.here == "money"
    assert widget(wizard, "day").hasFocus()


# Drafts


def test_a_draft_is_due_a_second_after_the_last_key(qtbot: QtBot, wizard: Wizard) -> None:
    with qtbot.waitSignal(wizard.draft_due, timeout=2000):
        commit(widget(wizard, "name"), "会")
    assert wizard.answers()["name"] == "会"


def test_a_draft_is_due_at_each_step_and_when_the_wizard_is_left(
    qtbot: QtBot, window: MainWindow, wizard: Wizard
) -> None:
    commit(widget(wizard, "name"), "会")
    with qtbot.waitSignal(wizard.draft_due, timeout=500):
        wizard.next_step()
    commit(widget(wizard, "amount"), "5000")
    with qtbot.waitSignal(wizard.draft_due, timeout=500):
        window.activateWindow()
        window.search.setFocus()


def test_closing_keeps_what_is_typed(qtbot: QtBot, wizard: Wizard) -> None:
    commit(widget(wizard, "name"), "会")
    with qtbot.waitSignals([wizard.draft_due, wizard.closed], timeout=500):
        press(qtbot, Qt.Key.Key_W, CTRL)


def test_nothing_is_written_when_nothing_was_typed(qtbot: QtBot, wizard: Wizard) -> None:
    with qtbot.assertNotEmitted(wizard.draft_due, wait=50):
        wizard.keep()


def test_it_says_when_the_draft_was_kept(wizard: Wizard) -> None:
    wizard.show_saved(datetime(2026, 5, 22, 5, 3, tzinfo=UTC))
    assert wizard.column.saved_words() == "下書きを保存 14:03"


def test_it_goes_on_where_it_was(qtbot: QtBot, window: MainWindow, wizard: Wizard) -> None:
    commit(widget(wizard, "name"), "会")
    wizard.go("money")
    answers, place = wizard.answers(), wizard.place()
    flow = make_flow()
    flow.answers.update(answers)
    again = Wizard(
        window.context,
        flow,
        finish_word="終える",
        editors={"stars": StarsEditor},
        bodies={"table": TableBody},
    )
    qtbot.addWidget(again)
    again.resume(place)
    assert again.here == "money"
    again.go("who")
    assert widget(again, "name").text() == "会"


def test_the_last_step_finishes_only_by_its_own_button(qtbot: QtBot, wizard: Wizard) -> None:
    wizard.go("table")
    assert wizard.bar.forward.text() == "終える"
    with qtbot.assertNotEmitted(wizard.finished):
        for key, how in ((Qt.Key.Key_Right, ALT), (Qt.Key.Key_PageDown, CTRL)):
            press(qtbot, key, how)
            assert not wizard.bar.forward.hasFocus()
        press(qtbot, Qt.Key.Key_Return, CTRL)
        assert wizard.bar.forward.hasFocus()
        press(qtbot, Qt.Key.Key_Return, CTRL)
        press(qtbot, Qt.Key.Key_PageDown, CTRL)
    assert wizard.here == "table"
    with qtbot.waitSignal(wizard.finished, timeout=500):
        press(qtbot, Qt.Key.Key_Return)


def test_enter_held_down_does_not_press_the_button_it_comes_to(qtbot: QtBot, wizard: Wizard) -> None:
    wizard.go("table")
    wizard.bar.forward.setFocus()
    held = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_Return, Qt.KeyboardModifier.NoModifier, "\r", True)
    with qtbot.assertNotEmitted(wizard.finished):
        QApplication.sendEvent(wizard.bar.forward, held)
    with qtbot.waitSignal(wizard.finished, timeout=500):
        press(qtbot, Qt.Key.Key_Return)


# What a flow brings along


def test_a_kind_of_field_and_a_page_of_the_flows_own(qtbot: QtBot, wizard: Wizard) -> None:
    wizard.go("stars")
    widget(wizard, "stars").setValue(3)
    wizard.go("table")
    page = wizard.body
    assert isinstance(page, TableBody)
    qtbot.keyClicks(page.edit, "abc")
    assert wizard.answers()["stars"] == 3
    assert wizard.answers()["table"] == "abc"


# For everybody


def test_every_field_has_a_name_to_be_read_aloud(wizard: Wizard) -> None:
    for step in wizard.flow.path():
        wizard.go(step.key)
        for one in wizard.findChildren(QWidget):
            if one.focusPolicy() & Qt.FocusPolicy.TabFocus and one.isVisible() and one.parent() is not None:
                if one.metaObject().className() in {"QSpinBoxPrivate", "QLineEdit"} and isinstance(
                    one.parent(), QSpinBox
                ):
                    continue
                interface = QAccessible.queryAccessibleInterface(one)
                assert interface.text(QAccessible.Text.Name), (step.key, one)


@pytest.mark.parametrize("percent", [100, 150, 200])
def test_no_row_is_cut_off(qtbot: QtBot, window: MainWindow, wizard: Wizard, percent: int) -> None:
    wizard.hide()
    window.change_look(window.context.settings.palette, percent)
    flow = make_flow()
    flow.answers.update(amount=128_000)
    large = Wizard(
        window.context,
        flow,
        finish_word="終える",
        editors={"stars": StarsEditor},
        bodies={"table": TableBody},
    )
    qtbot.addWidget(large)
    large.resize(1366, 600)
    large.show()
    for key in ("who", "money"):
        large.go(key)
        for row in body(large).rows:
            assert row.width() >= row.minimumSizeHint().width(), (key, row.field.name)
            for label in row.findChildren(QLabel):
                if label.isVisible() and label.text() and not label.wordWrap():
                    assert label.width() >= label.sizeHint().width() - 1, label.text()
        assert large.view.area.horizontalScrollBar().maximum() == 0
