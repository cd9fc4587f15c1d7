"""通知をまとめて: one letter for all chosen proposals, ticked from the list, issued in one act."""

from dataclasses import replace

from PySide6.QtWidgets import QMenu
from pytestqt.qtbot import QtBot

from kyodo_desktop.records.proposals import ProposalDraft
from kyodo_desktop.records.sheets import SheetOwner
from kyodo_desktop.records.templates import COMMON
from kyodo_desktop.ui.main_window import MainWindow
from kyodo_desktop.ui.pages.papers.batch_dialog import BatchDialog
from kyodo_desktop.ui.pages.proposals.page import ProposalsPage
from tests.services.test_cases import SELECTED
from tests.ui.test_papers_page import dialog_of, preview


def received(window: MainWindow, name: str) -> int:
    services = window.context.services
    draft = ProposalDraft(
        programme="open_call",
        fiscal_year=2026,
        partner_name=name,
        contact_name="会長　山田　花子",
        title=f"{name}の事業",
        received_by="鈴木",
    )
    return services.proposals.receive(services.proposals.create(draft)).id


def test_all_chosen_proposals_get_their_letter_in_one_act(qtbot: QtBot, window: MainWindow) -> None:
    services = window.context.services
    name_the_mayor(window)
    first, second, third = (received(window, name) for name in ("朝市の会", "水辺の会", "花の会"))
    services.cases.record(first, "selection", SELECTED)
    services.cases.record(
        second,
        "selection",
        {**SELECTED, "result": "rejected", "granted_amount": None, "reject_reason": "経費が過大"},
    )
    window.open_page("proposals")
    page = window.page
    assert isinstance(page, ProposalsPage)
    page.open_record(first)
    page.view.selectAll()
    page.verbs.letters.trigger()
    menu = next(one for one in page.view.findChildren(QMenu) if one.title() == "通知をまとめて")
    next(one for one in menu.actions() if one.text() == "選考結果通知書").trigger()
    menu.close()
    dialog = dialog_of(BatchDialog)
    assert isinstance(dialog, BatchDialog)
    assert set(dialog.ids()) == {first, second, third}
    dialog.issue_button.click()
    qtbot.waitUntil(lambda: "花の会" in dialog.words.text(), timeout=20_000)
    assert services.sheets.list() == ()
    services.cases.record(third, "selection", SELECTED)
    dialog.issue_button.click()
    shown = preview(qtbot, window)
    words = "".join(shown.document.getAllText(at).text() for at in range(shown.document.pageCount()))
    assert "経費が過大" in words
    issued = services.sheets.list()
    assert {one.owner for one in issued} == {SheetOwner("proposal", one) for one in (first, second, third)}
    last_acts = {services.history.of("proposal", one)[0].id for one in (first, second, third)}
    assert len(last_acts) == 1
    shown.close()


def name_the_mayor(window: MainWindow) -> None:
    templates = window.context.services.templates
    common = templates.of(COMMON)
    templates.save(replace(common, fiscal_year=2026, mayor="小川　一郎"))
