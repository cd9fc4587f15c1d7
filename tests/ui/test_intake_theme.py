"""The theme of a proposal in the real wizard, and the word that its round was closed."""

from datetime import date
from typing import Any

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from kyodo_desktop.records.proposals import Problem, ProposalDraft
from kyodo_desktop.records.rounds import ThemeDecision, ThemeDraft
from kyodo_desktop.ui.main_window import MainWindow
from kyodo_desktop.ui.pages.proposals.columns import make_columns
from kyodo_desktop.ui.pages.proposals.page import ProposalsPage
from kyodo_desktop.ui.wizard.fields_body import FieldsBody
from tests.ui.hands import press, words_in


@pytest.fixture
def page(window: MainWindow) -> ProposalsPage:
    window.open_page("proposals")
    found = window.page
    assert isinstance(found, ProposalsPage)
    return found


def body(page: ProposalsPage) -> FieldsBody:
    assert page.intake.wizard is not None
    assert isinstance(page.intake.wizard.body, FieldsBody)
    return page.intake.wizard.body


def field(page: ProposalsPage, name: str) -> Any:
    return body(page).row(name).editor.focus_widget(name)


def test_the_themes_of_the_round_are_chosen_by_keyboard(qtbot: QtBot, page: ProposalsPage) -> None:
    rounds = page.context.services.rounds
    made = rounds.create("open_call", 2026)
    talk, flowers = (rounds.add_theme(made, ThemeDraft(title)) for title in ("話し相手", "駅前の花壇"))
    rounds.decide([talk, flowers], ThemeDecision.CHOSEN)
    rounds.set_date(made, "application", date(2026, 5, 21), date(2026, 6, 1))
    press(qtbot, Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    wizard = page.intake.wizard
    assert wizard is not None
    press(qtbot, Qt.Key.Key_Right)
    press(qtbot, Qt.Key.Key_Return)
    press(qtbot, Qt.Key.Key_Return)
    assert "募集の締切（令和8年6月1日）を過ぎています" in body(page).row("fiscal_year").spoken()
    assert field(page, "theme_id").hasFocus()
    press(qtbot, Qt.Key.Key_Down)
    press(qtbot, Qt.Key.Key_Down)
    assert wizard.answers()["theme_id"] == str(flowers)
    page.intake.keep()
    assert page.context.services.proposals.get(page.intake.record_id).draft.theme_id == flowers
    wizard.go("receive")
    assert "2　駅前の花壇" in words_in(wizard)


def test_what_came_late_says_so_in_the_list_and_beside_it_and_leads_to_the_year(
    qtbot: QtBot, page: ProposalsPage
) -> None:
    services = page.context.services
    made = services.rounds.create("open_call", 2026)
    flowers = services.rounds.add_theme(made, ThemeDraft("駅前の花壇"))
    draft = ProposalDraft(
        programme="open_call",
        fiscal_year=2026,
        partner_name="かわせみ水辺くらぶ",
        title="花の道",
        received_by="鈴木",
        theme_id=flowers,
    )
    proposal = services.proposals.create(draft)
    services.proposals.receive(proposal)
    qtbot.waitUntil(lambda: [row.record.late for row in page.table.rows] == [True])
    stage = next(one for one in make_columns(date.today) if one.key == "stage")
    assert stage.text(page.table.rows[0]) == "受付 締切後"
    assert page.view.select_record(proposal)
    page.settle()
    told = words_in(page.side.detail)
    assert "募集の締切のあと" in told
    assert "1　駅前の花壇" in told
    page.intake.open_record(proposal, Problem("fiscal_year", ""))
    assert "募集の締切（令和8年5月31日）を過ぎています" in body(page).row("fiscal_year").spoken()
