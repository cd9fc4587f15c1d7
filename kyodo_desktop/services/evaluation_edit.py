"""From a draft to an evaluation: what is checked, and how the rows that stay the same are kept."""

from dataclasses import replace

from sqlalchemy.orm import Session

from kyodo_desktop.base.errors import InputError
from kyodo_desktop.base.i18n import _
from kyodo_desktop.forms import evaluation_text
from kyodo_desktop.japanese.fiscal_year import refuse_strange_year
from kyodo_desktop.models import (
    Evaluation,
    EvaluationAnswer,
    EvaluationFilling,
    EvaluationGoal,
    Partner,
)
from kyodo_desktop.records.evaluations import (
    EVALUATION_SIDE_LABELS,
    OWN_SIDES,
    EvaluationDraft,
    EvaluationSide,
    EvaluationText,
    without_reason,
)
from kyodo_desktop.services.evaluation_records import draft_of
from kyodo_desktop.services.merge_links import living_id
from kyodo_desktop.services.personal_numbers import refuse_my_number
from kyodo_desktop.services.subjects import refuse_gone

_PLAIN = (
    "title",
    "proposal_id",
    "collaboration_id",
    "partner_id",
    "department",
    "fiscal_year",
    "joint_result",
    "causes",
    "improvements",
    "comment",
    "public_summary",
    "public_text",
    "next_on",
)


def apply_draft(session: Session, row: Evaluation, draft: EvaluationDraft) -> bool:
    """Make the evaluation what the draft says; tell whether that changed anything.

    Raises:
        InputError: something of the draft cannot be taken; nothing is changed then.
    """
    draft = replace(draft, partner_id=living_id(session, draft.partner_id))
    refuse_my_number(draft, _("この評価"))
    _check(session, row, draft)
    with session.no_autoflush:
        before = draft_of(row)
        for name in _PLAIN:
            setattr(row, name, getattr(draft, name))
        _apply_goals(row, draft)
        _apply_answers(row, draft)
        _apply_fillings(row, draft)
        return draft_of(row) != before


def _check(session: Session, row: Evaluation, draft: EvaluationDraft) -> None:
    refuse_strange_year(draft.fiscal_year)
    if draft.kind.value != row.kind:
        raise InputError(_("評価の種類は、あとから変えられません。新しく作ってください。"))
    refuse_gone(session, draft.proposal_id, draft.collaboration_id)
    if draft.partner_id is not None and session.get(Partner, draft.partner_id) is None:
        raise InputError(_("選んだ団体は、もう台帳にありません。選び直してください。"), "partner_id")
    text = evaluation_text.load(draft.kind, row.version)
    _refuse_unknown(text, draft)
    for side in OWN_SIDES:
        if draft.done_on(side) is not None:
            refuse_without_reason(text, draft, side)


def _refuse_unknown(text: EvaluationText, draft: EvaluationDraft) -> None:
    items, marks = {item.key for item in text.items}, {mark.key for mark in text.scale}
    for answer in draft.answers:
        if answer.item not in items:
            raise InputError(_("「{key}」という評価の項目はありません。").format(key=answer.item))
        if answer.mark is not None and answer.mark not in marks:
            raise InputError(_("「{key}」という点（印）はありません。").format(key=answer.mark))


def refuse_without_reason(text: EvaluationText, draft: EvaluationDraft, side: EvaluationSide) -> None:
    """Refuse that a side is done while a mark that asks for a reason has none.

    Raises:
        InputError: there is one; the sentence names the items.
    """
    items = tuple(without_reason(text, draft.answers, side))
    if items:
        marks = "・".join(text.reason_marks)
        raise InputError(
            _("{side}の{items}に「{marks}」を付けた理由がありません。理由を書いてください。").format(
                side=_(EVALUATION_SIDE_LABELS[side]),
                items="".join(_("「{item}」").format(item=item.heading) for item in items),
                marks=marks,
            ),
            items[0].key,
        )


def _apply_goals(row: Evaluation, draft: EvaluationDraft) -> None:
    """Keep a goal's row where it stands, so that its history tells what became of it."""
    del row.goals[len(draft.goals) :]
    for position, goal in enumerate(draft.goals):
        if position == len(row.goals):
            row.goals.append(EvaluationGoal())
        kept = row.goals[position]
        kept.position, kept.goal, kept.indicator = position, goal.goal, goal.indicator
        kept.target, kept.result, kept.how_measured = goal.target, goal.result, goal.how_measured


def _apply_answers(row: Evaluation, draft: EvaluationDraft) -> None:
    kept = {(one.item, one.side): one for one in row.answers}
    said = {
        (one.item, one.side.value): one for one in draft.answers if one.mark is not None or one.words.strip()
    }
    row.answers[:] = [
        kept.get(place) or EvaluationAnswer(item=place[0], side=place[1], words="") for place in said
    ]
    for one in row.answers:
        answer = said[(one.item, one.side)]
        one.mark, one.words = answer.mark, answer.words


def _apply_fillings(row: Evaluation, draft: EvaluationDraft) -> None:
    kept = {one.side: one for one in row.fillings}
    told = {one.side.value: one for one in draft.fillings if one.filled_by or one.filled_on is not None}
    row.fillings[:] = [kept.get(side) or EvaluationFilling(side=side) for side in told]
    for one in row.fillings:
        one.filled_by, one.filled_on = told[one.side].filled_by, told[one.side].filled_on
