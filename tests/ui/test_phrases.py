"""決まり文句: written in the settings of the papers, and put into a field of a letter."""

from collections.abc import Mapping
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from kyodo_desktop.base.clock import FixedClock
from kyodo_desktop.base.paths import DataFolder
from kyodo_desktop.records.phrases import PhraseDraft
from kyodo_desktop.ui.dialogs.phrase_picker import PhraseButton, PhrasePicker
from kyodo_desktop.ui.dialogs.templates.dialog import TemplatesDialog, open_phrases
from kyodo_desktop.ui.dialogs.templates.phrases import PhrasesPane
from kyodo_desktop.ui.dialogs.wastebasket import WastebasketDialog
from kyodo_desktop.ui.main_window import MainWindow
from kyodo_desktop.ui.widgets.edits import JapaneseTextEdit
from tests.ui.hands import click, open_window, words_in

LETTER = "selection_result"
VALUES: dict[str, Any] = {"title": "玉川上水みどりの学校", "result": "adopted", "fiscal_year": 2026}


def shown(window: MainWindow, form_key: str = "") -> PhrasesPane:
    open_phrases(window.context, window, form_key)
    return window.findChildren(TemplatesDialog)[-1].phrases


@pytest.fixture
def pane(window: MainWindow) -> PhrasesPane:
    return shown(window)


def write(pane: PhrasesPane, form_key: str, title: str, text: str) -> None:
    pane.form.set_value(form_key)
    pane.form.chosen.emit(form_key)
    pane.title.setText(title)
    pane.text.setPlainText(text)


def test_an_own_sentence_is_written_and_shown_as_it_will_print(window: MainWindow, pane: PhrasesPane) -> None:
    click(pane, "新しい文")
    write(pane, LETTER, "説明会", "「{title}」の説明会を行います。")
    pane.outcome.set_value("adopted")
    assert pane.shown.text() == "「〔事業の名称〕」の説明会を行います。"
    click(pane, "保存")
    assert "保存しました: 説明会" in pane.messages.text()
    (own,) = (one for one in window.context.services.phrases.list() if one.own)
    assert (own.form_key, own.outcome, own.title) == (LETTER, "adopted", "説明会")
    assert pane.head.text() == "説明会"
    assert not pane.save_button.isEnabled()


def test_what_cannot_be_kept_is_said_at_its_field(pane: PhrasesPane) -> None:
    click(pane, "新しい文")
    write(pane, LETTER, "", "{titel}を行います。")
    assert "{titel} は、この様式では使えない差し込みです" in words_in(pane.rows)
    click(pane, "保存")
    assert "見出しが空です" in pane.title.problem
    assert pane.text.toPlainText() == "{titel}を行います。"


def test_a_shipped_sentence_is_copied_to_be_changed(window: MainWindow, pane: PhrasesPane) -> None:
    shipped = next(row for row in pane.list.table.rows if not row.phrase.own)
    pane.list.choose(shipped.number)
    assert "（仮）" in pane.state.text()
    assert pane.text.isReadOnly()
    click(pane, "写して直す")
    pane.text.setPlainText("市の文です。")
    click(pane, "保存")
    (own,) = (one for one in window.context.services.phrases.list() if one.own)
    assert (own.title, own.text) == (shipped.phrase.title, "市の文です。")


def test_thrown_away_and_taken_out_again(window: MainWindow, pane: PhrasesPane) -> None:
    click(pane, "新しい文")
    write(pane, "", "案内", "御案内します。")
    click(pane, "保存")
    click(pane, "捨てる")
    assert not any(one.own for one in window.context.services.phrases.list())
    click(pane, "ごみ箱")
    basket = pane.findChild(WastebasketDialog)
    basket.view.selectRow(0)
    basket.restore_chosen()
    assert pane.head.text() == "案内"


def test_a_half_written_sentence_is_there_again(qtbot: QtBot, folder: DataFolder, clock: FixedClock) -> None:
    with open_window(qtbot, folder, clock) as window:
        pane = shown(window)
        click(pane, "新しい文")
        write(pane, LETTER, "書きかけ", "まだ途中")
        window.findChildren(TemplatesDialog)[-1].reject()
    with open_window(qtbot, folder, clock) as window:
        pane = shown(window)
        assert (pane.title.text(), pane.text.text(), pane.form.value()) == ("書きかけ", "まだ途中", LETTER)
        assert "保存していない" in pane.state.text()
        click(pane, "やめる")
        assert pane.head.text() != "新しい文"
        assert window.context.services.drafts.load("phrase", 0) is None


def test_the_list_begins_with_the_papers_own(window: MainWindow) -> None:
    pane = shown(window, LETTER)
    assert {row.phrase.form_key for row in pane.list.table.shown} == {LETTER}


# Putting one in


@pytest.fixture
def letter(qtbot: QtBot, window: MainWindow) -> QWidget:
    area = QWidget(window)
    area.resize(400, 300)
    column = QVBoxLayout(area)
    for name in ("理由", "今後の手続"):
        column.addWidget(JapaneseTextEdit(name))

    def values() -> Mapping[str, Any]:
        return VALUES

    column.addWidget(PhraseButton(window.context, area, lambda: LETTER, values))
    with qtbot.waitExposed(area):
        area.show()
    return area


def picker(letter: QWidget) -> PhrasePicker:
    click(letter, "決まり文句")
    return letter.findChild(PhrasePicker)


def texts(letter: QWidget) -> list[str]:
    return [edit.text() for edit in letter.findChildren(JapaneseTextEdit)]


def test_a_sentence_goes_where_the_cursor_is(qtbot: QtBot, window: MainWindow, letter: QWidget) -> None:
    window.context.services.phrases.add(PhraseDraft("説明会", "「{title}」の説明会。", LETTER, "adopted"))
    second = letter.findChildren(JapaneseTextEdit)[1]
    second.setPlainText("後。")
    second.setFocus()
    made = picker(letter)
    assert made.titles()[0] == "説明会"
    assert "不採択の理由（実現性）" not in made.titles()
    assert made.text.text() == "「玉川上水みどりの学校」の説明会。"
    qtbot.keyClick(made.list, Qt.Key.Key_Return)
    assert texts(letter) == ["", "「玉川上水みどりの学校」の説明会。後。"]


def test_what_is_still_empty_is_said_before(letter: QWidget, window: MainWindow) -> None:
    window.context.services.phrases.add(PhraseDraft("額", "{granted_amount:kin}を予定。", LETTER))
    made = picker(letter)
    made.choose("額")
    assert "〔採択予定額〕を予定。" in made.text.text()
    assert "まだ空いている欄" in made.note.text()
    click(made, "入れる")
    assert texts(letter)[0] == "〔採択予定額〕を予定。"


def test_the_picker_is_shortened_and_leads_to_the_editor(letter: QWidget, window: MainWindow) -> None:
    made = picker(letter)
    made.box.setText("予算の成立")
    assert made.titles() == ("予算の成立を条件とする",)
    assert "採択は、令和８年度の次年度" in made.text.text()
    made.box.setText("ない言葉")
    assert not made.put_button.isEnabled()
    click(made, "決まり文句を直す")
    assert letter.window().findChildren(TemplatesDialog)[-1].phrases.isVisible()
