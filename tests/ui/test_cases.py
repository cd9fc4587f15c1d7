"""A case in the real window: opened from its proposal, its stages entered, its acts written by keyboard."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QComboBox, QLineEdit, QPlainTextEdit, QPushButton
from pytestqt.qtbot import QtBot

from kyodo_desktop.programmes import files
from kyodo_desktop.programmes.acts import ACT_KINDS
from kyodo_desktop.records.cases import CaseEnd, CaseRecord
from kyodo_desktop.ui.main_window import MainWindow
from kyodo_desktop.ui.pages.papers.page import PapersPage
from kyodo_desktop.ui.pages.proposals.cases.act_form import ActForm, new_target
from kyodo_desktop.ui.pages.proposals.cases.moving import BackForm, MoveForm
from kyodo_desktop.ui.pages.proposals.cases.pane import CasePane
from kyodo_desktop.ui.pages.proposals.page import ProposalsPage
from kyodo_desktop.ui.widgets.segments import Segments
from tests.programmes.samples import sound_draft
from tests.ui.hands import click, press, words_in

ESCAPE, RETURN, CONTROL = Qt.Key.Key_Escape, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def page(window: MainWindow) -> ProposalsPage:
    window.open_page("proposals")
    assert isinstance(window.page, ProposalsPage)
    return window.page


def received(page: ProposalsPage, key: str, *, accepted: bool = True) -> int:
    services = page.context.services
    draft = replace(sound_draft(files.find(key)), department="水と緑と公園課")
    made = services.proposals.receive(services.proposals.create(draft)).id
    if accepted:
        services.proposals.accept(made, "ここでは要件を問わない")
    page.open_record(made)
    return made


def opened(qtbot: QtBot, page: ProposalsPage, made: int, stage: str | None = None) -> CasePane:
    page.open_record(made)
    page.open_case(stage)
    pane = page.cases
    qtbot.waitUntil(pane.isVisible)
    return pane


def case(page: ProposalsPage, made: int) -> CaseRecord:
    return page.context.services.cases.get(made)


def write_act(pane: CasePane, kind: str, values: dict[str, Any]) -> ActForm:
    """Open the form of a new act and type into its fields as a person does."""
    assert pane.view is not None
    section = pane.section()
    section.open_form(new_target(kind, pane.view.id))
    form = section.form
    assert isinstance(form, ActForm)
    for field in ACT_KINDS[kind].fields:
        if field.name not in values:
            continue
        widget = form.body.focus_widget(field.name)
        value = values[field.name]
        if isinstance(widget, QPlainTextEdit):
            widget.setPlainText(str(value))
        elif isinstance(widget, QLineEdit):
            widget.setText(str(value))
        elif isinstance(widget, QComboBox):
            label = next(one.label for one in field.options if one.key == value)
            widget.setCurrentIndex(widget.findText(label))
            widget.activated.emit(widget.currentIndex())
        else:
            assert isinstance(widget, Segments)
            widget.set_value(value)
            widget.chosen.emit(value)
    return form


def record(pane: CasePane, stage: str, kind: str, values: dict[str, Any]) -> None:
    """Go to a stage by its list and record an act there."""
    pane.list.chosen.emit(stage)
    write_act(pane, kind, values).save_button.click()


def enter(pane: CasePane, stage: str, reason: str = "") -> None:
    """Move the case by the button of the stage."""
    pane.list.chosen.emit(stage)
    button = next(
        one for one in pane.section().findChildren(QPushButton) if one.text().endswith("」に進める")
    )
    button.click()
    form = pane.section().form
    assert isinstance(form, MoveForm)
    if reason:
        form.reason.setPlainText(reason)
    form.save_button.click()


OPEN_CALL: tuple[tuple[str, tuple[tuple[str, dict[str, Any]], ...]], ...] = (
    (
        "opinion",
        (
            (
                "opinion",
                {"department": "道路課", "asked_on": "R8.5.28", "received_on": "R8.6.4", "verdict": "fit"},
            ),
        ),
    ),
    (
        "selection",
        (
            (
                "selection",
                {
                    "held_on": "R8.6.15",
                    "result": "adopted",
                    "granted_amount": "100000",
                    "decided_on": "R8.6.18",
                },
            ),
        ),
    ),
    ("grant", (("grant", {"result": "granted"}), ("payment", {"amount": "100000"}))),
    ("execution", (("meeting", {"topic": "打合せ"}), ("midterm", {"agreed": "続ける"}))),
)
IKIIKI: tuple[tuple[str, tuple[tuple[str, dict[str, Any]], ...]], ...] = (
    (
        "coordination",
        (("coordination", {"topic": "回数"}), ("council_opinion", {"council_opinion": "よい"})),
    ),
    ("resubmission", (("revision", {"what_changed": "週1回にした"}),)),
    (
        "selection",
        (
            (
                "selection",
                {
                    "held_on": "R8.10.26",
                    "result": "adopted",
                    "granted_amount": "900000",
                    "decided_on": "R8.10.28",
                },
            ),
        ),
    ),
    ("budgeting", (("budgeting", {"amount": "900000"}),)),
    ("council", (("council_vote", {"result": "passed", "amount": "900000"}),)),
)


@pytest.mark.parametrize(
    ("key", "story", "last"),
    [
        ("open_call", OPEN_CALL, ("report", (("report", {}), ("settlement", {"settled_amount": "100000"})))),
        (
            "ikiiki",
            (*IKIIKI, ("execution", (("agreement", {"paper": "contract"}),))),
            (
                "evaluation",
                (("report", {}), ("evaluation", {}), ("publication", {"where": "市ホームページ"})),
            ),
        ),
    ],
)
def test_a_proposal_of_each_programme_goes_through_every_stage(
    qtbot: QtBot, page: ProposalsPage, key: str, story: Any, last: Any
) -> None:
    made = received(page, key)
    pane = opened(qtbot, page, made)
    for stage, acts in (*story, last):
        if case(page, made).stage != stage:
            needs_first = {"execution", "report", "evaluation"}
            if stage in needs_first:
                for kind, values in acts:
                    record(pane, stage, kind, values)
            enter(pane, stage)
            assert case(page, made).stage == stage
            if stage in needs_first:
                continue
        for kind, values in acts:
            record(pane, stage, kind, values)
    assert all(not entry.missing for entry in case(page, made).entries)
    pane.list.chosen.emit("story")
    click(pane.story, "完了")
    form = pane.story.form
    assert isinstance(form, MoveForm)
    form.save_button.click()
    done = case(page, made)
    assert (done.stage, done.state) == (CaseEnd.FINISHED, "完了")
    assert done.figures.granted == (100_000 if key == "open_call" else 900_000)
    pane.close_pane()
    qtbot.waitUntil(lambda: "完了" in words_in(page.side.detail))


def test_a_stage_without_what_it_needs_asks_why_and_tells_it_ever_after(
    qtbot: QtBot, page: ProposalsPage
) -> None:
    made = received(page, "open_call")
    pane = opened(qtbot, page, made, "selection")
    assert "所見を依頼していません。" in words_in(pane.stage)
    enter(pane, "selection")
    assert case(page, made).stage == "opinion"
    form = pane.section().form
    assert isinstance(form, MoveForm)
    assert "理由を書いてください" in words_in(form)
    form.reason.setPlainText("審査会の日に間に合わないため")
    form.save_button.click()
    assert case(page, made).stage == "selection"
    pane.list.chosen.emit("story")
    qtbot.waitUntil(lambda: "前の段階に戻す" in words_in(pane.story))
    assert "理由: 審査会の日に間に合わないため" in words_in(pane.story)
    click(pane.story, "前の段階に戻す")
    back = pane.story.form
    assert isinstance(back, BackForm)
    back.reason.setPlainText("所見がとどいたため")
    back.save_button.click()
    assert case(page, made).stage == "opinion"
    qtbot.waitUntil(lambda: "所見がとどいたため" in words_in(pane.story))


def test_half_an_act_is_kept_when_the_clerk_goes_elsewhere(qtbot: QtBot, page: ProposalsPage) -> None:
    made = received(page, "open_call")
    pane = opened(qtbot, page, made, "opinion")
    write_act(pane, "opinion", {"department": "道路課"})
    pane.list.chosen.emit("selection")
    pane.list.chosen.emit("opinion")
    assert case(page, made).acts == ()
    click(pane.stage, "書きかけの続き")
    form = pane.section().form
    assert isinstance(form, ActForm)
    assert form.answers()["department"] == "道路課"
    form.save_button.click()
    assert [act.department for act in case(page, made).acts] == ["道路課"]


@pytest.mark.parametrize("key", ["open_call", "ikiiki"])
def test_a_form_that_was_only_looked_at_leaves_nothing_behind(
    qtbot: QtBot, page: ProposalsPage, key: str
) -> None:
    made = received(page, key)
    pane = opened(qtbot, page, made)
    for stage in case(page, made).stages:
        pane.list.chosen.emit(stage.key)
        for kind in stage.acts:
            pane.section().open_form(new_target(kind, made))
            pane.keep()
            assert not new_target(kind, made).has_draft(page.context), kind


def test_what_was_emptied_in_an_act_is_still_empty_when_the_writing_goes_on(
    qtbot: QtBot, page: ProposalsPage
) -> None:
    made = received(page, "open_call")
    act = page.context.services.cases.record(
        made,
        "plan_change",
        {
            "change_kind": "change",
            "asked_on": date(2026, 9, 1),
            "changed_after": "二回にする",
            "change_reason": "荒天",
            "minor": True,
        },
    )
    pane = opened(qtbot, page, made, "execution")
    click(pane.stage, "直す")
    form = pane.section().form
    assert isinstance(form, ActForm)
    after, minor = form.body.focus_widget("changed_after"), form.body.focus_widget("minor")
    assert isinstance(after, QPlainTextEdit)
    assert isinstance(minor, QCheckBox)
    after.setPlainText("")
    minor.click()
    pane.list.chosen.emit("grant")
    pane.list.chosen.emit("execution")
    click(pane.stage, "書きかけの続き")
    again = pane.section().form
    assert isinstance(again, ActForm)
    again.save_button.click()
    kept = next(one for one in case(page, made).acts if one.id == act)
    assert not kept.values.get("changed_after")
    assert not kept.values.get("minor")


def test_another_stage_begins_at_its_top(qtbot: QtBot, page: ProposalsPage) -> None:
    made = received(page, "open_call")
    pane = opened(qtbot, page, made, "execution")
    write_act(pane, "plan_change", {"change_kind": "change"})
    bar = pane.stage.verticalScrollBar()
    qtbot.waitUntil(lambda: bar.value() > 0)
    pane.list.chosen.emit("report")
    assert bar.value() == 0


def test_what_cannot_be_taken_is_said_and_nothing_typed_is_lost(
    qtbot: QtBot, window: MainWindow, page: ProposalsPage
) -> None:
    made = received(page, "open_call")
    pane = opened(qtbot, page, made, "opinion")
    form = write_act(pane, "opinion", {"question": "水辺の安全", "asked_on": "R8.13.1"})
    form.save_button.click()
    assert case(page, made).acts == ()
    assert window.messages.isVisible()
    assert form.answers()["question"] == "水辺の安全"


def test_an_act_is_mended_put_away_and_brought_back(
    qtbot: QtBot, window: MainWindow, page: ProposalsPage
) -> None:
    made = received(page, "open_call")
    services = page.context.services
    act = services.cases.record(made, "opinion", {"department": "道路課", "asked_on": date(2026, 5, 28)})
    pane = opened(qtbot, page, made, "opinion")
    assert "道路課" in words_in(pane.stage)
    click(pane.stage, "直す")
    form = pane.section().form
    assert isinstance(form, ActForm)
    widget = form.body.focus_widget("department")
    assert isinstance(widget, QLineEdit)
    widget.setText("公園課")
    form.save_button.click()
    assert case(page, made).acts[0].department == "公園課"
    click(pane.stage, "ごみ箱へ")
    assert case(page, made).acts == ()
    window.window_commands.undo()
    assert [one.id for one in case(page, made).acts] == [act]
    qtbot.waitUntil(lambda: "公園課" in words_in(pane.stage))
    click(pane.stage, "ごみ箱へ")
    pane.list.chosen.emit("story")
    qtbot.waitUntil(lambda: "ごみ箱の記録" in words_in(pane.story))
    click(pane.story, "戻す")
    assert [one.id for one in case(page, made).acts] == [act]
    qtbot.waitUntil(lambda: "ごみ箱の記録" not in words_in(pane.story))


def test_a_resubmission_shows_first_and_revised_side_by_side(qtbot: QtBot, page: ProposalsPage) -> None:
    made = received(page, "ikiiki")
    services = page.context.services
    services.cases.record(made, "revision", {"handed_in_on": date(2026, 9, 25), "what_changed": "回数"})
    draft = services.proposals.get(made).draft
    services.proposals.save(made, replace(draft, summary="週に一度ひらく。"))
    pane = opened(qtbot, page, made, "resubmission")
    said = words_in(pane.stage)
    assert draft.summary in said
    assert "週に一度ひらく。" in said


def test_a_paper_of_the_stage_begins_with_what_is_known(
    qtbot: QtBot, window: MainWindow, page: ProposalsPage
) -> None:
    made = received(page, "open_call")
    page.context.services.cases.record(
        made, "opinion", {"department": "道路課", "asked_on": date(2026, 5, 28), "question": "水辺の安全"}
    )
    pane = opened(qtbot, page, made, "opinion")
    click(pane.stage, "所見依頼")
    papers = window.page
    assert isinstance(papers, PapersPage)
    assert papers.making.fill.values()["question"] == "水辺の安全"


def test_the_way_in_by_keys_and_the_way_back(qtbot: QtBot, window: MainWindow, page: ProposalsPage) -> None:
    received(page, "open_call")
    page.view.setFocus()
    page.verbs.case.trigger()
    pane = page.cases
    assert pane.isVisible()
    assert not page.verbs.edit.isEnabled()
    press(qtbot, ESCAPE)
    assert not pane.isVisible()
    assert page.view.isVisible()


def test_an_open_case_is_there_again_after_the_look_was_changed(
    qtbot: QtBot, window: MainWindow, page: ProposalsPage
) -> None:
    from kyodo_desktop.ui.theme.tokens import PaletteName

    made = received(page, "open_call")
    opened(qtbot, page, made, "grant")
    window.change_look(PaletteName.DARK, 150)
    again = window.page
    assert isinstance(again, ProposalsPage)
    qtbot.waitUntil(again.cases.isVisible)
    assert again.cases.view is not None
    assert (again.cases.view.id, again.cases.view.stage_key) == (made, "grant")


def test_an_adopted_project_goes_onto_the_list_and_is_found_there(
    qtbot: QtBot, window: MainWindow, page: ProposalsPage
) -> None:
    made = received(page, "open_call")
    page.context.services.cases.record(
        made,
        "selection",
        {"held_on": date(2026, 6, 15), "decided_on": date(2026, 6, 18), "result": "adopted"},
    )
    pane = opened(qtbot, page, made, "")
    click(pane.story, "令和8年度の取組一覧に加える")
    row = case(page, made).collaboration_id
    assert row is not None
    qtbot.waitUntil(lambda: "令和8年度の取組一覧で見る" in words_in(pane.story))
    click(pane.story, "令和8年度の取組一覧で見る")
    assert window.page is not None
    assert window.page.key == "collaborations"
