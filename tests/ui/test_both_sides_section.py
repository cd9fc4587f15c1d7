"""チェックシートと評価 in the detail of a proposal and of an entry of the list."""

from dataclasses import replace
from typing import Any

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from kyodo_desktop.records.check_sheets import CheckMarkRecord, MarkValue, Moment, Side
from kyodo_desktop.records.evaluations import EvaluationKind
from kyodo_desktop.records.proposals import ProposalDraft
from kyodo_desktop.records.sheets import SheetOwner
from kyodo_desktop.ui.evaluations.dialog import EvaluationDialog
from kyodo_desktop.ui.main_window import MainWindow
from kyodo_desktop.ui.pages.check_sheets.tab import CheckSheetTab
from tests.ui.hands import click, words_in

APART = (
    CheckMarkRecord("plan_1", Side.PARTNER, Moment.BEFORE, MarkValue.DONE),
    CheckMarkRecord("plan_1", Side.CITY, Moment.BEFORE, MarkValue.TALK),
)


@pytest.fixture(params=["proposals", "collaborations"])
def owner(request: pytest.FixtureRequest, window: MainWindow) -> SheetOwner:
    services = window.context.services
    if request.param == "proposals":
        made = services.proposals.create(ProposalDraft(title="花の道", fiscal_year=2026))
        return SheetOwner("proposal", made)
    return SheetOwner("collaboration", services.collaborations.list(2018)[0].id)


def opened(qtbot: QtBot, window: MainWindow, owner: SheetOwner) -> Any:
    window.open_page(f"{owner.kind}s", owner.record_id)
    page: Any = window.page
    qtbot.waitUntil(lambda: page.view.current_record() is not None)
    page.settle()
    return page


def test_it_tells_what_there_is_and_leads_there(qtbot: QtBot, window: MainWindow, owner: SheetOwner) -> None:
    services = window.context.services
    page = opened(qtbot, window, owner)
    assert "団体と市が、事業の前と後に確かめ、話し合うところです。" in words_in(page.side.detail)
    sheet = services.check_sheets.create(replace(services.check_sheets.blank_for(owner), marks=APART))
    evaluation = services.evaluations.create(services.evaluations.blank_for(owner, EvaluationKind.MIDTERM))
    qtbot.waitUntil(lambda: "中間評価" in words_in(page.side.detail))
    told = words_in(page.side.detail)
    assert "記入 2／48 ・ ▲ ちがい 1項目" in told
    click(page.side.detail, "中間評価")
    qtbot.waitUntil(lambda: isinstance(QApplication.activeWindow(), EvaluationDialog))
    dialog = QApplication.activeWindow()
    assert isinstance(dialog, EvaluationDialog)
    assert dialog.record is not None
    assert dialog.record.id == evaluation
    dialog.close()
    click(page.side.detail, "相互チェックシート")
    assert isinstance(window.page, CheckSheetTab)
    tab = window.page
    qtbot.waitUntil(lambda: tab.sheets.current() is not None and tab.sheets.current().id == sheet)
