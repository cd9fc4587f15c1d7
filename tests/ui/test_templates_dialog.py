"""様式の設定: a paper's words are changed, seen, kept, and taken back."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from kyodo_desktop.base.clock import FixedClock
from kyodo_desktop.base.paths import DataFolder
from kyodo_desktop.records.templates import COMMON, Seal
from kyodo_desktop.ui.dialogs.templates.dialog import TemplatesDialog, open_templates
from kyodo_desktop.ui.dialogs.templates.pane import TemplatesPane
from kyodo_desktop.ui.main_window import MainWindow
from kyodo_desktop.ui.widgets.choice import Choice
from kyodo_desktop.ui.widgets.edits import JapaneseLineEdit
from kyodo_desktop.ui.widgets.live_paper import LivePaper
from kyodo_desktop.ui.widgets.place_text import PlaceText
from kyodo_desktop.ui.widgets.tick_box import TickBox
from tests.ui.hands import click, open_window, words_in

LETTER = "selection_result"


def shown(window: MainWindow, form_key: str | None = LETTER) -> TemplatesPane:
    open_templates(window.context, window, form_key)
    return window.findChildren(TemplatesDialog)[-1].templates


@pytest.fixture
def pane(window: MainWindow) -> TemplatesPane:
    return shown(window)


def text(pane: TemplatesPane, name: str) -> PlaceText:
    return next(one for one in pane.editor.findChildren(PlaceText) if one.accessibleName() == name)


def line(pane: TemplatesPane, name: str) -> JapaneseLineEdit:
    return next(one for one in pane.editor.findChildren(JapaneseLineEdit) if one.accessibleName() == name)


def words_on(qtbot: QtBot, preview: LivePaper, words: str) -> None:
    """Wait until the paper in sight has these words."""

    def has_words() -> None:
        document = preview.paper.document
        assert document.pageCount() > 0
        assert words in document.getAllText(0).text().replace("\r\n", "")

    qtbot.waitUntil(has_words, timeout=8000)


def test_what_is_typed_is_seen_on_the_paper(qtbot: QtBot, pane: TemplatesPane) -> None:
    words_on(qtbot, pane.sample.live, "下記のとおり決定しました")
    text(pane, "本文").setPlainText("「{title}」を採択します。")
    words_on(qtbot, pane.sample.live, "「（事業の名称）」を採択します。")
    assert "保存する前" in pane.sample.live.words.text()
    assert "保存していない変更" in pane.state.text()


def test_saving_makes_a_version_and_says_so(window: MainWindow, pane: TemplatesPane) -> None:
    text(pane, "本文").setPlainText("採択します。")
    next(iter(pane.editor.findChildren(TickBox))).setChecked(True)
    click(pane, "保存")
    kept = window.context.services.templates.of(LETTER)
    assert (kept.wording, kept.own, kept.version) == ({"body": "採択します。"}, True, 1)
    assert "選考結果通知書 令和8年度 第1版" in pane.messages.text()
    assert pane.state.text() == "令和8年度 第1版"
    assert not pane.save_button.isEnabled()


def test_nothing_changed_is_nothing_to_save(pane: TemplatesPane) -> None:
    body = text(pane, "本文")
    before = body.toPlainText()
    body.setPlainText("別の文")
    assert pane.save_button.isEnabled()
    body.setPlainText(before)
    assert not pane.save_button.isEnabled()
    assert pane.unsaved.forms() == frozenset()


def test_an_unknown_place_is_said_where_it_stands_and_not_saved(
    window: MainWindow, pane: TemplatesPane
) -> None:
    text(pane, "本文").setPlainText("{titel}を採択します。")
    assert "{titel} は、この様式では使えない差し込みです" in words_in(pane.editor)
    click(pane, "保存")
    assert "「本文」にある {titel}" in pane.messages.text()
    assert window.context.services.templates.versions(LETTER) == ()


def test_a_place_is_put_in_by_its_label(qtbot: QtBot, pane: TemplatesPane) -> None:
    body = text(pane, "本文")
    body.clear()
    body.put_in("granted_amount")
    assert body.toPlainText() == "{granted_amount}"
    words_on(qtbot, pane.sample.live, "100,000円")


def test_the_mayor_given_once_stands_on_every_letter(qtbot: QtBot, window: MainWindow) -> None:
    pane = shown(window, None)
    assert pane.forms.value() == COMMON
    line(pane, "市長名").setText("小川　一郎")
    words_on(qtbot, pane.sample.live, "小川")
    click(pane, "保存")
    pane.open_form(LETTER)
    mayor = line(pane, "市長名")
    assert (mayor.text(), mayor.placeholderText()) == ("", "小川　一郎")
    words_on(qtbot, pane.sample.live, "小川")


def test_only_what_the_paper_shows_can_be_changed(pane: TemplatesPane) -> None:
    def names() -> set[str]:
        kinds = (PlaceText, JapaneseLineEdit, Choice)
        return {one.accessibleName() for kind in kinds for one in pane.editor.findChildren(kind)}

    assert {"本文", "市長名", "押印"} <= names()
    assert "様式番号" not in names()
    pane.open_form("budget")
    assert "様式番号" in names()
    assert not {"市長名", "押印"} & names()


def test_a_seal_is_chosen_among_those_that_make_sense(window: MainWindow, pane: TemplatesPane) -> None:
    seal = next(one for one in pane.editor.findChildren(Choice) if one.accessibleName() == "押印")
    assert [seal.itemText(row) for row in range(seal.count())] == ["公印", "押印なし"]
    seal.setCurrentIndex(1)
    seal.activated.emit(1)
    click(pane, "保存")
    assert window.context.services.templates.of(LETTER).seal is Seal.NONE


def test_an_older_version_and_what_ships_can_be_taken_up_again(
    window: MainWindow, pane: TemplatesPane
) -> None:
    templates = window.context.services.templates
    for words in ("一つ目の文。", "二つ目の文。"):
        text(pane, "本文").setPlainText(words)
        click(pane, "保存")
    first = pane.version.findText("令和8年度 第1版", Qt.MatchFlag.MatchStartsWith)
    pane.version.setCurrentIndex(first)
    pane.version.activated.emit(first)
    assert text(pane, "本文").toPlainText() == "一つ目の文。"
    click(pane, "保存")
    assert (templates.of(LETTER).version, templates.of(LETTER).wording) == (3, {"body": "一つ目の文。"})
    click(pane, "初めの文面に戻す")
    assert templates.of(LETTER).wording == {}
    assert "下記のとおり決定しました" in text(pane, "本文").toPlainText()
    window.window_commands.undo()
    assert templates.of(LETTER).version == 3


def test_another_year_has_its_own(window: MainWindow, pane: TemplatesPane) -> None:
    next_year = pane.year.findText("令和9年度")
    pane.year.setCurrentIndex(next_year)
    pane.year.activated.emit(next_year)
    text(pane, "本文").setPlainText("来年度の文。")
    click(pane, "保存")
    templates = window.context.services.templates
    assert templates.of(LETTER, 2026).wording == {}
    assert templates.of(LETTER, 2027).wording == {"body": "来年度の文。"}


def test_what_is_not_saved_is_there_again_also_after_closing(
    qtbot: QtBot, folder: DataFolder, clock: FixedClock
) -> None:
    with open_window(qtbot, folder, clock) as window:
        pane = shown(window)
        text(pane, "本文").setPlainText("書きかけの文。")
        pane.open_form("budget")
        pane.open_form(LETTER)
        assert text(pane, "本文").toPlainText() == "書きかけの文。"
        window.findChildren(TemplatesDialog)[-1].reject()
    with open_window(qtbot, folder, clock) as window:
        pane = shown(window)
        assert text(pane, "本文").toPlainText() == "書きかけの文。"
        click(pane, "やめる")
        assert "下記のとおり決定しました" in text(pane, "本文").toPlainText()
        assert window.context.services.drafts.load("form_template", 0) is None


def test_the_list_is_shortened_as_one_types(pane: TemplatesPane) -> None:
    def seen() -> Iterator[str]:
        rows = (pane.forms.list.item(row) for row in range(pane.forms.list.count()))
        return (item.text() for item in rows if not item.isHidden())

    pane.forms.box.setText("選考")
    assert list(seen()) == ["市が出すもの", "選考結果通知書"]


def test_a_paper_is_seen_in_each_way_it_can_look(qtbot: QtBot, pane: TemplatesPane) -> None:
    assert not pane.sample.choices
    pane.open_form("grant_decision")
    text(pane, "交付の条件").setPlainText("条件の文。")
    words_on(qtbot, pane.sample.live, "条件の文。")
    result = pane.sample.choices["result"]
    result.setCurrentIndex(1)
    result.activated.emit(1)
    words_on(qtbot, pane.sample.live, "補助金不交付決定通知書")
    assert "条件の文。" not in pane.sample.live.paper.document.getAllText(0).text()
