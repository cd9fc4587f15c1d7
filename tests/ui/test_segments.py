"""Pages of pages through the real window: which part is in front, and whose commands stand in the menus."""

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from kyodo_desktop.records.check_sheets import CheckSheetDraft
from kyodo_desktop.ui.main_window import MainWindow
from kyodo_desktop.ui.pages.base import Menu
from kyodo_desktop.ui.pages.check_sheets.page import CheckSheetsPage
from kyodo_desktop.ui.pages.check_sheets.tab import CheckSheetTab
from kyodo_desktop.ui.theme.tokens import PaletteName
from tests.ui.hands import click, focused, press, words_in


def tab_of(window: MainWindow) -> CheckSheetTab:
    assert isinstance(window.page, CheckSheetTab)
    return window.page


def shown_in(window: MainWindow, menu: Menu) -> list[str]:
    return [action.text() for action in window.menus.actions_of(menu) if action.isVisible()]


def test_the_tab_has_its_parts_and_the_keys_change_them(qtbot: QtBot, window: MainWindow) -> None:
    window.open_page("check_sheets")
    tab = tab_of(window)
    assert [button.text() for button in tab.tabs.buttons()] == ["シート", "評価", "傾向"]
    assert tab.current is tab.sheets
    tab.tabs.buttons()[0].setFocus()
    press(qtbot, Qt.Key.Key_Right)
    assert tab.tabs.value() == "evaluations"
    click(tab.tabs, "傾向")
    assert "まだ傾向は見られません" in words_in(tab.current)


def test_a_sheet_is_opened_from_whichever_part_is_in_front(window: MainWindow) -> None:
    made = window.context.services.check_sheets.create(CheckSheetDraft(2026, "用水路いきもの調べ"))
    window.open_page("check_sheets/trends")
    assert tab_of(window).tabs.value() == "trends"
    window.open_page("check_sheets", made)
    assert isinstance(tab_of(window).current, CheckSheetsPage)
    assert tab_of(window).sheets.view.current_record().id == made


def test_commands_of_a_part_come_into_the_menus_with_it(window: MainWindow) -> None:
    window.open_page("check_sheets/trends")
    assert "新しいシート(&N)" not in shown_in(window, Menu.RECORD)
    window.open_page("check_sheets/sheets")
    assert "新しいシート(&N)" in shown_in(window, Menu.RECORD)
    window.open_page("papers")
    window.open_page("papers/issued")
    assert "差し替える(&X)" in shown_in(window, Menu.RECORD)


def test_another_text_size_keeps_the_part_in_front(window: MainWindow) -> None:
    window.open_page("check_sheets/trends")
    window.change_look(PaletteName.DARK, 150)
    assert tab_of(window).tabs.value() == "trends"
    assert focused() is not None
