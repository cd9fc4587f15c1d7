"""A check sheet begun from a row of 取組一覧, 提案受付 and 団体台帳, by one and the same key."""

from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from kyodo_desktop.records.check_sheets import CheckMarkRecord, CheckSheetDraft, MarkValue, Moment, Side
from kyodo_desktop.records.proposals import ProposalDraft
from kyodo_desktop.ui.main_window import MainWindow
from kyodo_desktop.ui.pages.check_sheets.beginning import SheetThereDialog
from kyodo_desktop.ui.pages.check_sheets.page import CheckSheetsPage
from tests.ui.hands import focused, press, words_in
from tests.ui.test_check_sheets_page import CTRL, SHIFT, type_keys, wizard_of

MARK = CheckMarkRecord("plan_1", Side.CITY, Moment.BEFORE, MarkValue.TALK)


def begin(qtbot: QtBot, window: MainWindow, tab: str, record_id: int) -> None:
    window.open_page(tab, record_id)
    page: Any = window.page
    qtbot.waitUntil(lambda: page.view.current_record() is not None)
    assert page.view.current_record().id == record_id
    page.view.setFocus()
    press(qtbot, Qt.Key.Key_C, CTRL | SHIFT)


def sheets_page(window: MainWindow) -> CheckSheetsPage:
    assert isinstance(window.page, CheckSheetsPage)
    return window.page


def question(qtbot: QtBot, window: MainWindow) -> SheetThereDialog:
    qtbot.waitUntil(lambda: isinstance(QApplication.activeWindow(), SheetThereDialog))
    dialog = QApplication.activeWindow()
    assert isinstance(dialog, SheetThereDialog)
    return dialog


def answers(window: MainWindow, *names: str) -> list[Any]:
    given = wizard_of(sheets_page(window)).answers()
    return [given[name] for name in names]


def test_from_an_entry_of_the_list(qtbot: QtBot, window: MainWindow) -> None:
    services = window.context.services
    entry = next(one for one in services.collaborations.list(2018) if one.title == "木彫ワークショップ")
    begin(qtbot, window, "collaborations", entry.id)
    wizard = wizard_of(sheets_page(window))
    assert wizard.here == "project"
    assert answers(window, "title", "fiscal_year", "collaboration_id") == [entry.title, "2018", entry.id]
    assert "武蔵野美術大学" in answers(window, "partner_name")[0]
    # Nothing is kept before something is filled in.
    wizard.keep()
    assert services.check_sheets.list() == ()
    press(qtbot, Qt.Key.Key_Return, CTRL)
    type_keys(qtbot, "1")
    qtbot.waitUntil(lambda: len(services.check_sheets.list()) == 1, timeout=3000)
    (made,) = services.check_sheets.list()
    assert (made.title, made.collaboration_id, made.department) == (entry.title, entry.id, "文化スポーツ課")
    assert made.partner_id is not None


def test_from_a_proposal_with_a_sheet_that_is_there_already(qtbot: QtBot, window: MainWindow) -> None:
    services = window.context.services
    proposal = services.proposals.create(ProposalDraft(title="花の道", fiscal_year=2026, department="道路課"))
    there = services.check_sheets.create(CheckSheetDraft(2026, "花の道", proposal_id=proposal, marks=(MARK,)))
    services.check_sheets.create(CheckSheetDraft(2025, "花の道", proposal_id=proposal))
    begin(qtbot, window, "proposals", proposal)
    dialog = question(qtbot, window)
    assert "令和8年度のチェックシートは、もうあります" in words_in(dialog)
    assert "「花の道」　（相手未記入）　記入 1／48" in words_in(dialog)
    press(qtbot, Qt.Key.Key_Return)
    page = sheets_page(window)
    qtbot.waitUntil(lambda: page.current() is not None and page.current().id == there)
    assert not page.pane.is_open


def test_a_second_sheet_of_the_year_can_be_made_and_that_is_said(qtbot: QtBot, window: MainWindow) -> None:
    services = window.context.services
    proposal = services.proposals.create(ProposalDraft(title="花の道", fiscal_year=2026, department="道路課"))
    services.check_sheets.create(CheckSheetDraft(2026, "花の道", proposal_id=proposal, marks=(MARK,)))
    begin(qtbot, window, "proposals", proposal)
    question(qtbot, window)
    qtbot.keyClick(focused(), Qt.Key.Key_Tab, SHIFT)
    press(qtbot, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: isinstance(window.page, CheckSheetsPage))
    assert answers(window, "proposal_id", "department") == [proposal, "道路課"]
    said = "この事業のこの年度のシートは、ほかにもあります。どちらも残ります。"
    assert said in words_in(wizard_of(sheets_page(window)))


def test_a_proposer_who_is_not_in_the_register_is_named_all_the_same(
    qtbot: QtBot, window: MainWindow
) -> None:
    draft = ProposalDraft(title="花の道", fiscal_year=2026, partner_name="名もない会")
    begin(qtbot, window, "proposals", window.context.services.proposals.create(draft))
    assert answers(window, "partner_id", "partner_name") == [None, "名もない会"]
    said = "台帳にない名前は、シートの一覧と紙にはのりません。"
    assert said in words_in(wizard_of(sheets_page(window)))


def test_giving_up_leaves_everything_as_it_is(qtbot: QtBot, window: MainWindow) -> None:
    services = window.context.services
    proposal = services.proposals.create(ProposalDraft(title="花の道", fiscal_year=2026))
    services.check_sheets.create(CheckSheetDraft(2026, "花の道", proposal_id=proposal))
    begin(qtbot, window, "proposals", proposal)
    question(qtbot, window)
    press(qtbot, Qt.Key.Key_Escape)
    assert window.page is not None
    assert window.page.key == "proposals"
    assert len(services.check_sheets.list()) == 1


@pytest.mark.parametrize("tied", [False, True])
def test_from_a_partner_free(qtbot: QtBot, window: MainWindow, tied: bool) -> None:
    services = window.context.services
    partner = services.partners.list()[0]
    if tied:
        # A sheet of one of its projects is no free one.
        proposal = services.proposals.create(ProposalDraft(title="花の道", fiscal_year=2026))
        services.check_sheets.create(
            CheckSheetDraft(2026, "花の道", proposal_id=proposal, partner_id=partner.id)
        )
    begin(qtbot, window, "partners", partner.id)
    qtbot.waitUntil(lambda: isinstance(window.page, CheckSheetsPage))
    assert answers(window, "partner_id", "partner_name", "title") == [partner.id, partner.name, ""]
    assert answers(window, "fiscal_year", "proposal_id") == ["2026", None]


def test_a_free_sheet_of_a_partner_is_told(qtbot: QtBot, window: MainWindow) -> None:
    services = window.context.services
    partner = services.partners.list()[0]
    services.check_sheets.create(CheckSheetDraft(2026, "花の道", partner_id=partner.id))
    begin(qtbot, window, "partners", partner.id)
    assert partner.name in words_in(question(qtbot, window))
    press(qtbot, Qt.Key.Key_Escape)
