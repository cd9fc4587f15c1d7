"""How a case shows in the list of 提案受付 and beside it, and how its acts are written by keys alone."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QWidget
from pytestqt.qtbot import QtBot

from kyodo_desktop.programmes import files
from kyodo_desktop.records.cases import CaseEnd
from kyodo_desktop.ui.main_window import MainWindow
from kyodo_desktop.ui.pages.proposals.cases.act_form import ActForm
from kyodo_desktop.ui.pages.proposals.cases.moving import MoveForm
from kyodo_desktop.ui.pages.proposals.cases.pane import CasePane
from kyodo_desktop.ui.pages.proposals.page import ProposalsPage
from kyodo_desktop.ui.tables.columns import Cell
from kyodo_desktop.ui.theme.tokens import Tone
from kyodo_desktop.ui.widgets.pill import Pill
from tests.programmes.samples import sound_draft
from tests.ui.hands import click, focused, press, words_in
from tests.ui.typing_in import commit

CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def page(window: MainWindow) -> ProposalsPage:
    window.open_page("proposals")
    assert isinstance(window.page, ProposalsPage)
    return window.page


def accepted(page: ProposalsPage, key: str = "open_call", title: str = "水辺の学校") -> int:
    services = page.context.services
    made = services.proposals.receive(
        services.proposals.create(replace(sound_draft(files.find(key)), title=title))
    ).id
    services.proposals.accept(made, "ここでは要件を問わない")
    page.open_record(made)
    return made


def record(page: ProposalsPage, made: int, kind: str, **values: Any) -> int:
    return page.context.services.cases.record(made, kind, values)


def cell(page: ProposalsPage, made: int, key: str) -> Cell:
    """Return what a column shows of a proposal, as the list has it now."""
    row = next(one for one in page.table.shown if one.id == made)
    column = next(one for one in page.table.columns if one.key == key)
    return column.cell(row) if column.cell is not None else Cell(column.text(row))


def tags(page: ProposalsPage) -> str:
    pills = [one.accessibleName() for one in page.side.detail.findChildren(Pill)]
    return "\n".join([words_in(page.side.detail), *pills])


def becomes(qtbot: QtBot, read: Callable[[], object], expected: object) -> None:
    """Wait until the window has read again what was written."""

    def has_become() -> None:
        assert read() == expected

    qtbot.waitUntil(has_become)


def primary_buttons(widget: QWidget) -> list[QPushButton]:
    return [one for one in widget.findChildren(QPushButton) if one.property("kind") == "primary"]


def order(page: ProposalsPage, key: str) -> list[int]:
    page.table.sort_by(key)
    return [one.id for one in page.table.shown]


# The list


def test_the_list_follows_what_is_recorded_and_undone(
    qtbot: QtBot, window: MainWindow, page: ProposalsPage
) -> None:
    made = accepted(page)
    today = page.context.clock.today()
    becomes(qtbot, lambda: cell(page, made, "stage").text, "調整・所見")
    assert cell(page, made, "opinions").text == ""
    record(page, made, "opinion", department="道路課", asked_on=today, due_on=today + timedelta(days=20))
    record(page, made, "opinion", department="公園課", asked_on=today, received_on=today, verdict="fit")
    becomes(qtbot, lambda: cell(page, made, "opinions").text, "1/2")
    due = cell(page, made, "due")
    assert (due.tone, due.meaning) == (None, "所見 道路課の期限")
    page.context.services.cases.enter(made, "selection", today, "締切が近いため")
    becomes(qtbot, lambda: cell(page, made, "stage").text, "選考審査会")
    qtbot.waitUntil(lambda: "選考審査会" in tags(page))
    window.window_commands.undo()
    becomes(qtbot, lambda: cell(page, made, "stage").text, "調整・所見")


@pytest.mark.parametrize(("days", "tone"), [(-3, Tone.DUE), (7, Tone.DUE), (8, None)])
def test_a_day_that_is_near_or_past_is_marked(
    qtbot: QtBot, page: ProposalsPage, days: int, tone: Tone | None
) -> None:
    made = accepted(page)
    today = page.context.clock.today()
    due = today + timedelta(days=days)
    record(page, made, "opinion", department="道路課", asked_on=today - timedelta(days=9), due_on=due)
    becomes(qtbot, lambda: cell(page, made, "due").text, f"{due.month}月{due.day}日")
    assert cell(page, made, "due").tone == tone


def test_a_day_of_another_year_says_which(qtbot: QtBot, page: ProposalsPage) -> None:
    made = accepted(page)
    record(page, made, "opinion", department="道路課", asked_on=date(2026, 5, 1), due_on=date(2031, 4, 10))
    becomes(qtbot, lambda: cell(page, made, "due").text, "R13.4.10")


def test_the_list_sorts_by_day_by_opinions_and_by_stage(qtbot: QtBot, page: ProposalsPage) -> None:
    today = page.context.clock.today()
    none, late, soon = (accepted(page, title=title) for title in ("一", "二", "三"))
    record(page, late, "opinion", department="道路課", asked_on=today, due_on=today + timedelta(days=300))
    record(page, soon, "opinion", department="道路課", asked_on=today, due_on=today + timedelta(days=2))
    record(page, soon, "opinion", department="公園課", asked_on=today, received_on=today, verdict="fit")
    page.context.services.cases.enter(soon, "selection", today, "急ぐため")
    page.context.services.cases.enter(none, CaseEnd.WITHDRAWN, today, "団体の申し出")
    becomes(qtbot, lambda: cell(page, none, "stage").text, "取下げ")
    assert order(page, "due") == [soon, late, none]
    assert order(page, "opinions") == [none, late, soon]
    assert order(page, "stage") == [late, soon, none]


# How a case stands, and what comes next


def test_adopted_before_the_council_voted_is_still_awaited(qtbot: QtBot, page: ProposalsPage) -> None:
    made = accepted(page, "ikiiki")
    cases, today = page.context.services.cases, page.context.clock.today()
    cases.enter(made, "selection", today, "ここでは問わない")
    record(page, made, "selection", held_on=today, decided_on=today, result="adopted", granted_amount=900_000)
    becomes(qtbot, lambda: cell(page, made, "stage").text, "採択・予算成立待ち")
    assert cell(page, made, "stage").tone is Tone.DUE
    qtbot.waitUntil(lambda: "採択・予算成立待ち" in tags(page))
    cases.enter(made, "council", today, "ここでは問わない")
    record(page, made, "council_vote", held_on=today, result="passed", amount=900_000)
    becomes(qtbot, lambda: cell(page, made, "stage").text, "市議会で可決")
    assert cell(page, made, "stage").tone is None


def test_what_was_rejected_is_led_to_its_end(qtbot: QtBot, page: ProposalsPage) -> None:
    made = accepted(page)
    today = page.context.clock.today()
    page.context.services.cases.enter(made, "selection", today, "ここでは問わない")
    record(page, made, "selection", held_on=today, decided_on=today, result="rejected")
    qtbot.waitUntil(lambda: "「不採択」へ" in words_in(page.side.detail))
    click(page.side.detail, "「不採択」へ")
    pane = page.cases
    qtbot.waitUntil(pane.isVisible)
    click(pane.story, "不採択")
    form = pane.story.form
    assert isinstance(form, MoveForm)
    form.save_button.click()
    pane.close_pane()
    becomes(qtbot, lambda: cell(page, made, "stage").text, "不採択")
    stage = cell(page, made, "stage")
    assert (stage.tone, stage.muted) == (None, True)
    qtbot.waitUntil(lambda: "この段階" not in tags(page))
    assert "不採択" in tags(page)
    # No stage is announced that will not come.
    assert "決定・補助金交付" not in tags(page)
    click(page.side.detail, "不採択")
    assert pane.view is not None
    assert pane.view.stage is None


def test_the_one_next_act_opens_the_case_there(qtbot: QtBot, page: ProposalsPage) -> None:
    made = accepted(page)
    becomes(qtbot, lambda: [one.text() for one in primary_buttons(page.side.detail)], ["「選考審査会」へ"])
    primary_buttons(page.side.detail)[0].click()
    qtbot.waitUntil(page.cases.isVisible)
    assert page.cases.view is not None
    assert (page.cases.view.id, page.cases.view.stage_key) == (made, "selection")


# A reason half written; an end; keys alone


def test_a_case_is_withdrawn_for_a_reason_that_was_half_written(qtbot: QtBot, page: ProposalsPage) -> None:
    made = accepted(page)
    page.open_case("")
    pane = page.cases
    click(pane.story, "取下げ")
    form = pane.story.form
    assert isinstance(form, MoveForm)
    form.reason.setPlainText("団体の申し出")
    pane.close_pane()
    page.open_case("")
    click(pane.story, "取下げ")
    again = pane.story.form
    assert isinstance(again, MoveForm)
    assert again.reason.text() == "団体の申し出"
    again.save_button.click()
    assert page.context.services.cases.get(made).stage == CaseEnd.WITHDRAWN
    qtbot.waitUntil(lambda: "理由: 団体の申し出" in words_in(pane.story))


def tab_to(qtbot: QtBot, pane: CasePane, words: str, name: str = "") -> QWidget:
    """Press Tab until a button of these words has the cursor."""
    for _step in range(60):
        there = focused()
        if isinstance(there, QPushButton) and words in there.text() and pane.isAncestorOf(there):
            return there
        press(qtbot, Qt.Key.Key_Tab)
    raise AssertionError(words)


def test_an_opinion_is_recorded_and_the_case_moved_by_keys_alone(qtbot: QtBot, page: ProposalsPage) -> None:
    made = accepted(page)
    cases = page.context.services.cases
    page.view.setFocus()
    press(qtbot, Qt.Key.Key_Return, CONTROL)
    pane = page.cases
    qtbot.waitUntil(pane.isVisible)
    assert pane.view is not None
    assert pane.view.stage_key == "opinion"
    tab_to(qtbot, pane, "記録する")
    press(qtbot, Qt.Key.Key_Tab)
    tab_to(qtbot, pane, "記録する")
    press(qtbot, Qt.Key.Key_Return)
    form = pane.stage.form
    assert isinstance(form, ActForm)
    assert form.accessibleName() == "「所見」を記録"
    commit(focused(), "道路課")
    press(qtbot, Qt.Key.Key_S, CONTROL)
    assert [one.department for one in cases.get(made).acts] == ["道路課"]
    pane.list.setFocus()
    press(qtbot, Qt.Key.Key_Down)
    assert pane.view.stage_key == "selection"
    tab_to(qtbot, pane, "「選考審査会」に進める")
    press(qtbot, Qt.Key.Key_Return)
    commit(focused(), "締切が近いため")
    press(qtbot, Qt.Key.Key_Return, CONTROL)
    assert cases.get(made).stage == "selection"
    press(qtbot, Qt.Key.Key_Escape)
    assert page.view.isVisible()
