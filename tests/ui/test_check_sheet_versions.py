"""Another year's items in the wizard: chosen with the year while nothing is marked, else said and kept."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from kyodo_desktop.base import resources
from kyodo_desktop.base.clock import FixedClock
from kyodo_desktop.base.paths import DataFolder
from kyodo_desktop.records.check_sheets import (
    CheckMarkRecord,
    CheckSheetDraft,
    MarkValue,
    Moment,
    Side,
)
from kyodo_desktop.ui.main_window import MainWindow
from kyodo_desktop.ui.pages.check_sheets.page import CheckSheetsPage
from kyodo_desktop.ui.pages.check_sheets.stage_body import StageBody
from tests.resources.later_items import FROM_YEAR, RISK, write_later_items
from tests.ui.hands import focused, open_window, press, words_in
from tests.ui.test_check_sheets_page import CTRL, field, type_keys, wizard_of
from tests.ui.typing_in import commit

BEFORE, AFTER = Moment
PARTNER, CITY = Side


@pytest.fixture
def window(
    qtbot: QtBot, folder: DataFolder, clock: FixedClock, monkeypatch: pytest.MonkeyPatch
) -> Iterator[MainWindow]:
    monkeypatch.setattr(resources, "_overrides", [])
    write_later_items(folder.overrides)
    with open_window(qtbot, folder, clock) as made:
        yield made


@pytest.fixture
def page(qtbot: QtBot, window: MainWindow) -> CheckSheetsPage:
    window.open_page("check_sheets")
    assert isinstance(window.page, CheckSheetsPage)
    qtbot.waitUntil(window.page.isVisible)
    return window.page


def version_shown(page: CheckSheetsPage) -> int:
    version: int = wizard_of(page).flow.facts.text.version
    return version


def choose_next_year(qtbot: QtBot, page: CheckSheetsPage) -> None:
    field(page, "fiscal_year").setFocus()
    press(qtbot, Qt.Key.Key_Up)
    assert wizard_of(page).answers()["fiscal_year"] == str(FROM_YEAR)


def test_a_new_sheet_takes_the_items_of_the_year_that_is_chosen(qtbot: QtBot, page: CheckSheetsPage) -> None:
    page.open_new()
    wizard_of(page).go("project")
    assert version_shown(page) == 1
    field(page, "title").setFocus()
    commit(focused(), "朝市")
    choose_next_year(qtbot, page)
    qtbot.waitUntil(lambda: version_shown(page) == 2)
    assert wizard_of(page).here == "project"
    assert focused() is field(page, "fiscal_year")
    assert wizard_of(page).answers()["title"] == "朝市"
    press(qtbot, Qt.Key.Key_Return, CTRL)
    assert RISK in words_in(wizard_of(page))
    type_keys(qtbot, "12312")
    body = wizard_of(page).body
    assert isinstance(body, StageBody)
    assert focused() is body.table.boxes["plan_1", BEFORE, CITY]
    page.pane.keep()
    (record,) = page.context.services.check_sheets.list()
    assert (record.version, record.fiscal_year, record.title) == (2, FROM_YEAR, "朝市")
    assert [mark.item for mark in record.marks] == ["plan_1", "plan_2", "plan_3", "plan_risk", "plan_public"]
    wizard_of(page).go("summary")
    wizard_of(page).close_draft()
    page.settle()
    assert RISK in words_in(page.side.detail)


def test_taking_the_year_back_brings_its_items_back(
    qtbot: QtBot, window: MainWindow, page: CheckSheetsPage
) -> None:
    made = page.context.services.check_sheets.create(CheckSheetDraft(FROM_YEAR - 1, "朝市"))
    page.open_sheet(made)
    wizard_of(page).go("project")
    choose_next_year(qtbot, page)
    qtbot.waitUntil(lambda: version_shown(page) == 2)
    window.window_commands.undo_action.trigger()
    qtbot.waitUntil(lambda: version_shown(page) == 1)
    assert wizard_of(page).answers()["fiscal_year"] == str(FROM_YEAR - 1)


def test_a_sheet_with_marks_keeps_its_items_and_says_so(qtbot: QtBot, page: CheckSheetsPage) -> None:
    mark = CheckMarkRecord("plan_4", CITY, BEFORE, MarkValue.DONE)
    sheets = page.context.services.check_sheets
    made = sheets.create(CheckSheetDraft(FROM_YEAR - 1, "朝市", marks=(mark,)))
    page.open_sheet(made)
    wizard_of(page).go("project")
    choose_next_year(qtbot, page)
    said = "令和9年度の項目は第2版ですが、このシートには記入があるので、第1版の項目のまま残します。"
    qtbot.waitUntil(lambda: said in words_in(wizard_of(page)))
    QApplication.processEvents()
    assert version_shown(page) == 1
    page.pane.keep()
    assert (sheets.get(made).fiscal_year, sheets.get(made).version) == (FROM_YEAR, 1)
    wizard_of(page).go("plan")
    assert "過去に同様の事業を開催している場合は、事業の検証結果を参考にしましょう。" in words_in(
        wizard_of(page)
    )
