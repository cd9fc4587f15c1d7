"""The window around the pages."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import (
    QAbstractScrollArea,
    QApplication,
    QLabel,
    QListView,
    QPushButton,
    QScrollArea,
    QSplitter,
    QWidget,
)
from pytestqt.qtbot import QtBot

from kyodo_desktop.base.clock import FixedClock
from kyodo_desktop.base.errors import InputError, OutputError
from kyodo_desktop.base.paths import DataFolder
from kyodo_desktop.composition import build
from kyodo_desktop.ui.dialogs.about import AboutDialog
from kyodo_desktop.ui.dialogs.settings import SettingsDialog
from kyodo_desktop.ui.main_window import MainWindow
from kyodo_desktop.ui.pages.base import Menu
from kyodo_desktop.ui.pages.check_sheets.tab import CheckSheetTab
from kyodo_desktop.ui.pages.collaborations.page import CollaborationsPage
from kyodo_desktop.ui.pages.registry import PAGES
from kyodo_desktop.ui.theme.tokens import PaletteName, Tone
from kyodo_desktop.ui.widgets.segments import Segments
from kyodo_desktop.ui.window_settings import WindowSettings
from tests.ui.typing_in import commit


def test_tabs_are_the_pages_in_their_order(window: MainWindow) -> None:
    titles = [window.tabs.tabText(i) for i in range(window.tabs.count())]
    assert titles == ["取組一覧", "団体台帳", "提案受付", "チェックシート", "様式"]


@pytest.mark.parametrize("key", [spec.key for spec in PAGES])
def test_every_tab_opens_and_says_something_in_the_status_line(window: MainWindow, key: str) -> None:
    window.open_page(key)
    page = window.page
    assert page is not None
    assert page.key == key
    assert page.isVisible()
    assert "データ:" in window.status.text()


def test_commands_have_a_shortcut_or_a_mnemonic(window: MainWindow) -> None:
    for spec in PAGES:
        window.open_page(spec.key)
        for menu in Menu:
            for action in window.menus.actions_of(menu):
                if not action.isSeparator():
                    assert not action.shortcut().isEmpty() or "&" in action.text(), action.text()


def test_no_two_commands_share_a_key(window: MainWindow) -> None:
    for spec in PAGES:
        window.open_page(spec.key)
        keys = [
            key.toString()
            for menu in Menu
            for action in window.menus.actions_of(menu)
            for key in action.shortcuts()
        ]
        assert len(keys) == len(set(keys)), sorted(keys)


def focusable(root: QWidget) -> list[QWidget]:
    return [
        widget
        for widget in root.findChildren(QWidget)
        if widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        and widget.isVisible()
        and widget.focusProxy() is None
        and not (isinstance(widget, QAbstractScrollArea) and widget.objectName().startswith("qt_"))
    ]


@pytest.mark.parametrize("key", [spec.key for spec in PAGES])
def test_everything_that_takes_the_focus_has_a_name(window: MainWindow, key: str) -> None:
    window.open_page(key)
    nameless = []
    for widget in focusable(window):
        interface = QAccessible.queryAccessibleInterface(widget)
        name = interface.text(QAccessible.Text.Name) if interface is not None else ""
        if not name:
            nameless.append(widget)
    assert nameless == []


@pytest.mark.parametrize("percent", [100, 150, 200])
@pytest.mark.parametrize("key", [spec.key for spec in PAGES])
def test_nothing_is_cut_off_at_1366_by_768(window: MainWindow, key: str, percent: int) -> None:
    window.change_look(PaletteName.LIGHT, percent)
    window.resize(1366, 768)
    window.open_page(key)
    QApplication.processEvents()
    assert (window.width(), window.height()) == (1366, 768)
    page = window.page
    assert page is not None
    layout = page.layout()
    if layout is not None:
        assert layout.minimumSize().width() <= page.width()
        assert layout.minimumSize().height() <= page.height()
    for button in page.findChildren(QPushButton):
        if button.isVisible() and button.text() and button.property("kind") != "link":
            needed = button.fontMetrics().horizontalAdvance(button.text())
            assert button.width() >= needed, button.text()
    for area in page.findChildren(QScrollArea):
        if area.isVisible() and area.horizontalScrollBarPolicy() is Qt.ScrollBarPolicy.ScrollBarAlwaysOff:
            assert area.widget().width() <= area.viewport().width()


def test_the_window_remembers_size_tab_and_look(
    qtbot: QtBot, window: MainWindow, folder: DataFolder, clock: FixedClock
) -> None:
    window.resize(800, 640)
    window.open_page("partners")
    window.change_look(PaletteName.DARK, 125)
    window.keep()
    settings = WindowSettings(folder.window_settings)
    again = MainWindow(folder, clock, settings)
    qtbot.addWidget(again)
    assert (again.width(), again.height()) == (800, 640)
    assert settings.text("window/tab") == "partners"
    assert again.theme.percent == 125
    assert again.theme.tokens.window == "#1C1E22"


def test_the_detail_has_its_width_back_after_a_narrow_window(qtbot: QtBot, window: MainWindow) -> None:
    page = window.page
    assert isinstance(page, CollaborationsPage)
    splitter = page.findChild(QSplitter)
    qtbot.waitUntil(lambda: splitter.width() > 1300)
    before = splitter.sizes()[1]
    window.resize(800, 560)
    qtbot.waitUntil(lambda: splitter.sizes()[1] < before)
    window.keep()
    window.resize(1366, 768)
    qtbot.waitUntil(lambda: splitter.sizes()[1] == before)
    assert window.context.settings.mapping("details")["collaborations"] == before


def test_a_spoilt_settings_file_is_no_harm(folder: DataFolder) -> None:
    folder.window_settings.write_text(
        "[look]\npalette=rainbow\ntext_percent=huge\n[columns]\ncollaborations=not json\n", encoding="utf-8"
    )
    settings = WindowSettings(folder.window_settings)
    assert settings.palette is PaletteName.LIGHT
    assert settings.text_percent == 100
    assert settings.mapping("columns/collaborations") == {}


def test_ctrl_k_finds_over_all_tabs_and_opens_the_record(qtbot: QtBot, window: MainWindow) -> None:
    window.window_commands.focus_search()
    assert window.search.hasFocus()
    commit(window.search, "木彫ﾜｰｸｼｮｯﾌﾟ")
    window.search.search_now()
    assert any("木彫ワークショップ" in line for line in window.search.results())
    window.open_page("partners")
    qtbot.keyClick(window.search, Qt.Key.Key_Return)
    page = window.page
    assert page is not None
    assert page.key == "collaborations"
    qtbot.waitUntil(lambda: any(label.text() == "木彫ワークショップ" for label in page.findChildren(QLabel)))


def test_the_lines_found_are_whole_or_shortened_and_lead_into_the_list(
    qtbot: QtBot, window: MainWindow
) -> None:
    window.search.setFocus()
    window.search.setText("彫刻")
    window.search.search_now()
    found = window.findChild(QListView, "search_results")
    qtbot.keyClick(window.search, Qt.Key.Key_Down)
    assert found.hasFocus()
    assert found.horizontalScrollBar().maximum() == 0
    qtbot.keyClick(found, Qt.Key.Key_Return)
    assert isinstance(window.page, CollaborationsPage)
    assert window.page.view.hasFocus()


def test_ctrl_k_says_when_nothing_is_found(window: MainWindow) -> None:
    window.search.setText("どこにもないことば")
    window.search.search_now()
    assert window.search.results() == ("見つかりません。ことばを短くしてみてください。",)


def test_an_error_of_the_clerk_is_a_note_that_can_be_closed(window: MainWindow) -> None:
    window.report(InputError("金額が読めません。数字で書いてください。"))
    assert window.messages.isVisible()
    assert "金額が読めません" in window.messages.text()
    window.messages.findChildren(QPushButton)[0].click()
    assert not window.messages.isVisible()


def test_an_error_about_a_field_goes_with_its_page(window: MainWindow) -> None:
    window.report(InputError("番号は 1 からの数字で書いてください。", "number"))
    window.open_page("partners")
    assert not window.messages.isVisible()
    window.report(OutputError("控えを取れませんでした。"))
    window.open_page("proposals")
    assert window.messages.isVisible()


def test_a_refusal_goes_when_the_page_shows_something_else(qtbot: QtBot, window: MainWindow) -> None:
    window.report(InputError("受理できません。", "starts_on"))
    page = window.page
    assert isinstance(page, CollaborationsPage)
    page.filters.box.setText("木彫")
    qtbot.waitUntil(lambda: not window.messages.isVisible())


def test_the_offer_to_undo_ends_when_something_else_was_done(qtbot: QtBot, window: MainWindow) -> None:
    service = window.context.services.collaborations
    first = service.list(2018)[0].id
    service.discard([first])
    window.tell(Tone.DONE, "1件をごみ箱に入れました", "", ("元に戻す", window.window_commands.undo))
    qtbot.wait(1)
    assert "元に戻す" in window.status.news_text()
    service.restore([first])
    qtbot.waitUntil(lambda: "元に戻す" not in window.status.news_text())


def test_the_list_has_the_keys_from_the_start(window: MainWindow) -> None:
    page = window.page
    assert isinstance(page, CollaborationsPage)
    assert page.view.hasFocus()


def test_undo_says_what_it_would_undo(qtbot: QtBot, window: MainWindow) -> None:
    undo = window.window_commands.undo_action
    assert not undo.isEnabled()
    services = window.context.services
    services.collaborations.discard([services.collaborations.list(2018)[0].id])
    qtbot.waitUntil(undo.isEnabled)
    assert ":" in undo.text()
    undo.trigger()
    qtbot.waitUntil(lambda: "元に戻しました" in window.status.news_text())
    assert len(services.collaborations.list(2018)) == 168


def test_a_backup_is_made_and_told(qtbot: QtBot, window: MainWindow, folder: DataFolder) -> None:
    window.refresh_backup()
    window.window_commands.back_up()
    qtbot.waitUntil(lambda: "控えを取りました" in window.status.news_text(), timeout=10_000)
    assert "控え 今日 14:05" in window.status.text()
    assert any(folder.backups.iterdir())


def test_settings_are_kept_and_take_effect(window: MainWindow) -> None:
    window.window_commands.open_settings()
    dialog = window.findChild(SettingsDialog)
    dialog.clerk_name.setText("山田")
    dialog.text_size.set_value("125")
    dialog.findChildren(Segments)[0].set_value("dark")
    dialog.save()
    assert window.theme.percent == 125
    assert window.context.theme.tokens.window == "#1C1E22"
    assert window.context.services.settings.get("clerk_name", "") == "山田"


def test_settings_that_cannot_be_kept_stay_in_the_dialog(
    qtbot: QtBot, window: MainWindow, folder: DataFolder, clock: FixedClock
) -> None:
    reading = build(folder, clock=clock, read_only=True)
    beside = MainWindow(folder, clock, WindowSettings(folder.window_settings))
    qtbot.addWidget(beside)
    beside.attach(reading.services, reading.subscribe)
    beside.show()
    beside.window_commands.open_settings()
    dialog = beside.findChild(SettingsDialog)
    dialog.contact_block.setPlainText("市民協働担当　内線 2345")
    dialog.save()
    assert dialog.isVisible()
    assert "書きこめません" in dialog.messages.text()
    assert dialog.contact_block.toPlainText() == "市民協働担当　内線 2345"
    beside.close()
    reading.close()


def test_text_grows_and_shrinks_by_keys(window: MainWindow) -> None:
    window.window_commands.resize_text(1)
    assert window.theme.percent == 110
    window.window_commands.resize_text(-1)
    window.window_commands.resize_text(-1)
    assert window.theme.percent == 90
    window.window_commands.resize_text(0)
    assert window.theme.percent == 100


def test_the_keys_are_listed(window: MainWindow) -> None:
    window.window_commands.show_keys()
    dialog = window.findChild(AboutDialog)
    words = [label.text() for label in dialog.findChildren(QLabel)]
    assert "Ctrl+K" in words
    assert "Ctrl+N" in words
    assert "記入の画面: 次へ・前へ" in words


@pytest.mark.parametrize("name", list(PaletteName))
def test_a_wheel_through_the_palettes_leaves_the_window_whole(window: MainWindow, name: PaletteName) -> None:
    window.change_look(name, 100)
    picture = window.grab().toImage()
    ground = picture.pixelColor(picture.width() // 2, 4).name().upper()
    assert ground == window.theme.tokens.window


def test_keys_still_work_after_another_look(qtbot: QtBot, window: MainWindow) -> None:
    window.change_look(PaletteName.DARK, 110)
    page = window.page
    assert isinstance(page, CollaborationsPage)
    page.view.setFocus()

    def press() -> bool:
        qtbot.keyClick(page.view, Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
        return page.side.is_editing

    qtbot.waitUntil(press)


def test_closing_says_first_when_what_is_typed_cannot_be_kept(
    qtbot: QtBot, folder: DataFolder, clock: FixedClock, settings: WindowSettings
) -> None:
    build(folder, clock=clock).close()
    reading = build(folder, clock=clock, read_only=True)
    window = MainWindow(folder, clock, settings)
    qtbot.addWidget(window)
    with qtbot.waitActive(window):
        window.show()
    window.attach(reading.services, reading.subscribe)
    window.open_page("check_sheets")
    assert isinstance(window.page, CheckSheetTab)
    page = window.page.sheets
    page.open_new()
    assert page.pane.wizard is not None
    page.pane.wizard.go("project", "title")
    field = QApplication.focusWidget()
    assert field is not None
    commit(field, "みどりの学校")
    page.pane.wizard.keep()
    window.messages.clear()
    assert not window.close()
    assert "もう一度閉じると、書きかけは失われます" in window.messages.text()
    assert window.close()
    reading.close()
