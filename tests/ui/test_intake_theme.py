"""The theme of a proposal in the real wizard, and the word that its round was closed."""

from datetime import date
from typing import Any

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from kyodo_desktop.records.rounds import ThemeDecision, ThemeDraft
from kyodo_desktop.ui.main_window import MainWindow
from kyodo_desktop.ui.pages.proposals.page import ProposalsPage
from kyodo_desktop.ui.wizard.fields_body import FieldsBody
from tests.ui.hands import press


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
