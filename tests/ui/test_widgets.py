from datetime import date

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication, QDialog, QLabel, QLineEdit, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from kyodo_desktop.ui.theme.theme import Theme, make_theme
from kyodo_desktop.ui.widgets.buttons import make_button
from kyodo_desktop.ui.widgets.chip import Chip, ChipOption
from kyodo_desktop.ui.widgets.choice import Choice
from kyodo_desktop.ui.widgets.count_footer import CountFooter
from kyodo_desktop.ui.widgets.edits import (
    JapaneseLineEdit,
    JapaneseTextEdit,
    KanaEdit,
    WarekiEdit,
    YenEdit,
)
from kyodo_desktop.ui.widgets.filter_box import FilterBox
from kyodo_desktop.ui.widgets.inner_tabs import InnerTabs
from kyodo_desktop.ui.widgets.labels import make_label
from kyodo_desktop.ui.widgets.nav_tabs import NavTabs
from kyodo_desktop.ui.widgets.segments import Segments
from tests.ui.typing_in import commit, compose


class Sheet(QDialog):
    """A dialog with two fields and a button, as editors have them."""

    def __init__(self, theme: Theme, *fields: QWidget) -> None:
        super().__init__()
        self.pressed = 0
        layout = QVBoxLayout(self)
        for field in fields:
            layout.addWidget(field)
        layout.addWidget(make_button(theme, "登録", self.press))

    def press(self) -> None:
        self.pressed += 1


@pytest.fixture
def sheet(qtbot: QtBot, theme: Theme) -> Sheet:
    made = Sheet(theme, JapaneseLineEdit("一つめ"), JapaneseLineEdit("二つめ"))
    qtbot.addWidget(made)
    with qtbot.waitActive(made):
        made.show()
    return made


def fields_of(sheet: Sheet) -> list[JapaneseLineEdit]:
    return sheet.findChildren(JapaneseLineEdit)


def test_enter_goes_to_the_next_field_and_shift_enter_back(qtbot: QtBot, sheet: Sheet) -> None:
    first, second = fields_of(sheet)
    first.setFocus()
    qtbot.keyClick(first, Qt.Key.Key_Return)
    assert second.hasFocus()
    qtbot.keyClick(second, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    assert first.hasFocus()
    assert sheet.pressed == 0


def test_enter_while_composing_neither_moves_nor_presses(qtbot: QtBot, sheet: Sheet) -> None:
    first, _second = fields_of(sheet)
    first.setFocus()
    compose(first, "こだいら")
    qtbot.keyClick(first, Qt.Key.Key_Return)
    qtbot.keyClick(first, Qt.Key.Key_Escape)
    assert first.hasFocus()
    assert sheet.isVisible()
    assert sheet.pressed == 0
    commit(first, "小平")
    assert first.text() == "小平"
    qtbot.keyClick(first, Qt.Key.Key_Return)
    assert not first.hasFocus()


def test_enter_presses_the_button_that_has_the_focus(qtbot: QtBot, sheet: Sheet) -> None:
    _first, second = fields_of(sheet)
    second.setFocus()
    qtbot.keyClick(second, Qt.Key.Key_Return)
    button = sheet.findChild(QPushButton)
    assert button.hasFocus()
    assert sheet.pressed == 0
    qtbot.keyClick(button, Qt.Key.Key_Return)
    assert sheet.pressed == 1


def test_space_takes_the_first_segment_while_none_is_chosen(qtbot: QtBot, theme: Theme) -> None:
    segments = Segments(theme, (("a", "提示型"), ("b", "いきいき")), "制度")
    qtbot.addWidget(segments)
    qtbot.keyClick(segments, Qt.Key.Key_Space)
    assert segments.value() == "a"
    qtbot.keyClick(segments, Qt.Key.Key_Right)
    qtbot.keyClick(segments, Qt.Key.Key_Space)
    assert segments.value() == "b"


def test_a_title_of_one_paragraph_moves_on_with_enter_and_joins_pasted_lines(
    qtbot: QtBot, theme: Theme
) -> None:
    title, after = JapaneseTextEdit("事業名称", one_paragraph=True), JapaneseLineEdit("次")
    sheet = Sheet(theme, title, after)
    qtbot.addWidget(sheet)
    with qtbot.waitActive(sheet):
        sheet.show()
    title.setFocus()
    title.setPlainText("小平グリーン\nロード")
    qtbot.keyClick(title, Qt.Key.Key_Return)
    assert title.text() == "小平グリーンロード"
    assert after.hasFocus()


def leave(qtbot: QtBot, field: JapaneseLineEdit, text: str) -> None:
    qtbot.addWidget(field)
    field.show()
    commit(field, text)
    field.editingFinished.emit()


def test_amount_takes_full_width_digits_and_shows_commas(qtbot: QtBot) -> None:
    field = YenEdit("申請額")
    leave(qtbot, field, "１２８，０００円")
    assert field.text() == "128,000"
    assert field.value() == 128000
    assert field.problem == ""


def test_what_is_no_amount_stays_and_is_said_in_words(qtbot: QtBot) -> None:
    field = YenEdit("申請額")
    leave(qtbot, field, "十万くらい")
    assert field.text() == "十万くらい"
    assert field.value() is None
    assert field.problem
    assert field.accessibleDescription() == field.problem


def test_day_is_taken_as_people_type_it(qtbot: QtBot) -> None:
    field = WarekiEdit("実施日", date(2026, 11, 24))
    leave(qtbot, field, "R8.7.1")
    assert field.text() == "令和8年7月1日"
    assert field.value() == date(2026, 7, 1)


def test_day_of_an_era_that_had_ended_is_refused_in_words(qtbot: QtBot) -> None:
    field = WarekiEdit("実施日", date(2026, 11, 24))
    leave(qtbot, field, "平成32年4月1日")
    assert field.value() is None
    assert "平成" in field.problem


def test_kana_becomes_katakana_when_the_field_is_left(qtbot: QtBot) -> None:
    field = KanaEdit("フリガナ")
    leave(qtbot, field, "こだいらｸﾞﾘｰﾝ")
    assert field.text() == "コダイラグリーン"


def test_filter_tells_only_what_is_committed(qtbot: QtBot, theme: Theme) -> None:
    box = FilterBox(theme, "一覧をしぼる")
    qtbot.addWidget(box)
    box.show()
    heard: list[str] = []
    box.query_changed.connect(heard.append)
    compose(box, "さいとう")
    assert heard == []
    commit(box, "斎藤")
    assert heard == ["斎藤"]
    qtbot.keyClick(box, Qt.Key.Key_Escape)
    assert heard[-1] == ""


OPTIONS = [ChipOption("a", "産業振興課", 15), ChipOption("b", "文化スポーツ課", 12)]


@pytest.fixture
def chip(qtbot: QtBot, theme: Theme) -> Chip:
    made = Chip(theme, "課")
    made.set_options(OPTIONS)
    qtbot.addWidget(made)
    with qtbot.waitExposed(made):
        made.show()
    return made


def test_chip_opens_with_the_keyboard_and_ticks_with_space(qtbot: QtBot, chip: Chip) -> None:
    popup = chip.open_list()
    assert popup.labels == ("産業振興課", "文化スポーツ課")
    ticks = popup.findChildren(QWidget)
    target = next(w for w in ticks if w.accessibleName() == "課")
    qtbot.keyClick(target, Qt.Key.Key_Down)
    with qtbot.waitSignal(chip.changed):
        qtbot.keyClick(target, Qt.Key.Key_Space)
    assert chip.chosen() == {"b"}
    assert chip.value_text() == "文化スポーツ課"
    popup.close()


def test_chip_is_cleared_by_its_cross_and_by_delete(qtbot: QtBot, chip: Chip) -> None:
    chip.choose({"a", "b"})
    assert chip.value_text() == "産業振興課・文化スポーツ課"
    cross = QPoint(chip.width() - 14, chip.height() // 2)
    qtbot.mouseClick(chip, Qt.MouseButton.LeftButton, pos=cross)
    assert chip.chosen() == frozenset()
    chip.choose({"a"})
    qtbot.keyClick(chip, Qt.Key.Key_Delete)
    assert chip.value_text() == "すべて"


def test_chip_forgets_a_value_that_is_no_longer_there(chip: Chip) -> None:
    chip.choose({"a"})
    chip.set_options(OPTIONS[1:])
    assert chip.chosen() == frozenset()


def test_chip_says_its_value_aloud(chip: Chip) -> None:
    chip.choose({"a"})
    assert chip.accessibleName() == "課 産業振興課"


def test_segments_move_with_the_arrow_keys_and_tell(qtbot: QtBot, theme: Theme) -> None:
    segments = Segments(theme, [("yes", "確認した"), ("no", "まだ")], "要件")
    qtbot.addWidget(segments)
    segments.show()
    segments.set_value("yes")
    with qtbot.waitSignal(segments.chosen) as told:
        qtbot.keyClick(segments, Qt.Key.Key_Right)
    assert told.args == ["no"]
    assert segments.accessibleName() == "要件 まだ"


def test_the_wheel_does_not_change_a_choice(qtbot: QtBot, theme: Theme) -> None:
    choice = Choice(theme, "協働形態", [("a", "共催"), ("b", "協力")])
    qtbot.addWidget(choice)
    choice.show()
    choice.set_value("a")
    choice.setFocus()
    centre = QPointF(choice.rect().center())
    turn = QWheelEvent(
        centre,
        choice.mapToGlobal(centre),
        QPoint(0, -120),
        QPoint(0, -120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(choice, turn)
    assert choice.value() == "a"


def test_tabs_are_reached_and_moved_by_the_keyboard(qtbot: QtBot, theme: Theme) -> None:
    tabs = NavTabs(theme, ["取組一覧", "団体台帳"], "画面")
    qtbot.addWidget(tabs)
    with qtbot.waitActive(tabs):
        tabs.show()
    tabs.setFocus()
    assert tabs.hasFocus()
    qtbot.keyClick(tabs, Qt.Key.Key_Right)
    assert tabs.currentIndex() == 1


def test_inner_tabs_shorten_their_words_before_they_take_a_second_row(qtbot: QtBot, theme: Theme) -> None:
    words = [("story", "協働の歩み"), ("talks", "相談記録"), ("files", "紙と添付")]
    tabs = InnerTabs(theme, words, "団体の内容", {"story": "歩み"})
    qtbot.addWidget(tabs)
    tabs.resize(theme.px(400), theme.px(40))
    tabs.show()
    assert [button.text() for button in tabs.buttons()] == ["協働の歩み", "相談記録", "紙と添付"]
    one_row = tabs.sizeHint().height()
    tabs.resize(theme.px(234), theme.px(40))
    first = tabs.buttons()[0]
    assert (first.text(), first.toolTip(), first.accessibleName()) == ("歩み", "協働の歩み", "協働の歩み")
    qtbot.waitUntil(lambda: tabs.sizeHint().height() == one_row)
    tabs.resize(theme.px(400), theme.px(40))
    assert (first.text(), first.toolTip()) == ("協働の歩み", "")


@pytest.mark.parametrize("percent", [100, 150, 200])
def test_fields_and_buttons_keep_their_height_when_focused(qtbot: QtBot, percent: int) -> None:
    theme = make_theme(percent=percent)
    application = QApplication.instance()
    assert isinstance(application, QApplication)
    theme.apply(application)
    holder = QWidget()
    layout = QVBoxLayout(holder)
    widgets: list[QWidget] = [
        JapaneseLineEdit("名前"),
        QPushButton("ふつう"),
        make_button(theme, "主", lambda: None, kind="primary"),
        make_button(theme, "平ら", lambda: None, kind="flat"),
    ]
    for widget in widgets:
        layout.addWidget(widget)
    qtbot.addWidget(holder)
    with qtbot.waitActive(holder):
        holder.show()
    for widget in widgets:
        before = widget.height()
        assert before == theme.px(32)
        widget.setFocus()
        assert widget.hasFocus()
        holder.layout().activate()  # type: ignore[union-attr]
        assert widget.height() == before


def test_a_wrong_field_keeps_its_height(qtbot: QtBot, theme: Theme) -> None:
    field = JapaneseLineEdit("名前")
    qtbot.addWidget(field)
    field.show()
    before = field.sizeHint().height()
    field.set_problem("空です。")
    assert field.sizeHint().height() == before
    assert isinstance(field, QLineEdit)


def test_a_footer_keeps_to_one_line_and_says_what_it_leaves_out(qtbot: QtBot, theme: Theme) -> None:
    footer, page = CountFooter(theme, "形態ごと"), QWidget()
    qtbot.addWidget(page)
    theme.space(QVBoxLayout(page), 0)
    page.layout().addWidget(footer)
    page.resize(1000, 100)
    page.show()
    footer.show_counts([("協力", 96), ("共催", 38), ("実行委員会", 14), ("委託", 12)], "取組 168件")
    QApplication.processEvents()
    assert (words_seen(footer), footer.toolTip()) == (footer.words().split(), "")
    page.resize(300, 100)
    QApplication.processEvents()
    assert words_seen(footer) == ["形態ごと", "協力", "96", "共催", "38", "ほか2"]
    assert footer.toolTip().split() == footer.words().split()
    assert footer.height() == theme.px(40)


def words_seen(footer: CountFooter) -> list[str]:
    """Return what can be seen, from left to right."""
    seen = [label for label in footer.findChildren(QLabel) if label.isVisible()]
    seen.sort(key=lambda label: label.mapTo(footer, QPoint()).x())
    return " ".join(label.text() for label in seen).split()


def test_what_a_clerk_typed_is_never_markup(qtbot: QtBot, theme: Theme) -> None:
    label = make_label("<b>太字</b>の会")
    qtbot.addWidget(label)
    assert label.textFormat() == Qt.TextFormat.PlainText
