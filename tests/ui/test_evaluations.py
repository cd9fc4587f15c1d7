"""評価 in the real window: both sides alone, then the talk and the publication, typed as a person does."""

import pytest
from PySide6.QtWidgets import QComboBox, QLineEdit, QPlainTextEdit
from pytestqt.qtbot import QtBot

from kyodo_desktop.flows.evaluation import PUBLIC, TALK
from kyodo_desktop.records.evaluations import EvaluationKind
from kyodo_desktop.ui.evaluations.dialog import EvaluationDialog
from kyodo_desktop.ui.main_window import MainWindow
from kyodo_desktop.ui.pages.proposals.page import ProposalsPage
from tests.ui.hands import click
from tests.ui.test_cases import page, received

__all__ = ["page"]


@pytest.fixture
def dialog(qtbot: QtBot, window: MainWindow, page: ProposalsPage) -> EvaluationDialog:
    received(page, "ikiiki")
    page.verbs.evaluate.trigger()
    (opened,) = page.findChildren(EvaluationDialog)
    qtbot.waitUntil(opened.isVisible)
    return opened


def write(dialog: EvaluationDialog, name: str, value: str) -> None:
    """Write into a field of the step in front."""
    body = dialog.bodies[dialog.tabs.value()]
    widget = body.focus_widget(name)
    if isinstance(widget, QComboBox):
        widget.setCurrentIndex(next(i for i in range(widget.count()) if widget.itemText(i).startswith(value)))
        widget.activated.emit(widget.currentIndex())
    elif isinstance(widget, QPlainTextEdit):
        widget.setPlainText(value)
    else:
        assert isinstance(widget, QLineEdit)
        widget.setText(value)
        widget.editingFinished.emit()


def both_sides_done(dialog: EvaluationDialog) -> None:
    for side, mark in (("partner", "２"), ("city", "３")):
        dialog.show_step(side)
        write(dialog, f"{side}.schedule.mark", mark)
        write(dialog, f"{side}.schedule.words", "雨で二回流れた")
        write(dialog, f"{side}.by", "髙﨑　一郎")
        write(dialog, f"{side}.on", "R8.5.28")


def test_an_evaluation_is_written_from_goal_to_publication(
    page: ProposalsPage, dialog: EvaluationDialog
) -> None:
    both_sides_done(dialog)
    dialog.show_step(TALK)
    write(dialog, "joint.schedule.words", "予備日を決める")
    write(dialog, "joint_result", "多くの人が来た。")
    write(dialog, "held_on", "R8.5.29")
    dialog.show_step(PUBLIC)
    write(dialog, "public_summary", "続いた。")
    write(dialog, "published_on", "R8.5.30")
    write(dialog, "published_where", "市ホームページ")
    assert dialog.keep(), dialog.messages.text()
    (record,) = page.context.services.evaluations.list()
    assert [(one.item, one.side.value, one.mark) for one in record.draft.answers] == [
        ("schedule", "partner", "2"),
        ("schedule", "city", "3"),
        ("schedule", "joint", None),
    ]
    assert record.draft.proposal_id is not None
    kinds = {act.kind for act in page.context.services.cases.get(record.draft.proposal_id).acts}
    assert {"evaluation", "publication"} <= kinds


def test_a_side_without_a_reason_is_not_done(page: ProposalsPage, dialog: EvaluationDialog) -> None:
    dialog.show_step("city")
    write(dialog, "city.money.mark", "１")
    write(dialog, "city.on", "R8.5.28")
    assert not dialog.keep()
    assert "理由を書いてください" in dialog.messages.text()
    write(dialog, "city.money.words", "会場費が倍になった")
    assert dialog.keep()


def test_looking_without_writing_leaves_nothing(page: ProposalsPage, dialog: EvaluationDialog) -> None:
    for kind in EvaluationKind:
        dialog.kinds.chosen.emit(kind.value)
    dialog.go(1)
    dialog.close()
    assert page.context.services.evaluations.list() == ()


def test_persons_in_the_public_text_are_told(dialog: EvaluationDialog) -> None:
    both_sides_done(dialog)
    dialog.show_step(PUBLIC)
    write(dialog, "public_text", "髙﨑 一郎さんに聞いた。")
    dialog.copy_button.click()
    assert "人の名前「髙﨑一郎」" in dialog.messages.text()


def test_the_open_case_leads_to_it_too(page: ProposalsPage) -> None:
    made = received(page, "ikiiki")
    page.open_case()
    assert page.verbs.evaluate.isEnabled()
    page.verbs.evaluate.trigger()
    (opened,) = page.findChildren(EvaluationDialog)
    assert opened.draft.proposal_id == made


@pytest.mark.parametrize(
    ("programme", "stage", "words", "kind"),
    [
        ("ikiiki", "execution", "「中間評価」を開く", EvaluationKind.MIDTERM),
        ("ikiiki", "evaluation", "「事業の評価」を開く", EvaluationKind.EVALUATION),
        ("open_call", "report", "「振り返り」を開く", EvaluationKind.RETROSPECTIVE),
    ],
)
def test_a_stage_leads_to_the_evaluation_that_belongs_to_it(
    page: ProposalsPage, programme: str, stage: str, words: str, kind: EvaluationKind
) -> None:
    made = received(page, programme)
    page.open_case(stage)
    click(page.cases.stage, words)
    (opened,) = page.findChildren(EvaluationDialog)
    assert (opened.draft.proposal_id, opened.draft.kind) == (made, kind)
