"""From stored evaluations to records, their answers in the order of the sheet."""

from typing import Any

from sqlalchemy import ColumnElement, UnaryExpression, select
from sqlalchemy.orm import Session, selectinload

from kyodo_desktop.base.errors import NotFoundError
from kyodo_desktop.base.i18n import _
from kyodo_desktop.forms import evaluation_text
from kyodo_desktop.models import Evaluation, Partner
from kyodo_desktop.records.evaluations import (
    EvaluationAnswer,
    EvaluationDraft,
    EvaluationFilling,
    EvaluationGoal,
    EvaluationKind,
    EvaluationRecord,
    EvaluationSide,
)


def read_evaluations(
    session: Session, *where: ColumnElement[bool], first: UnaryExpression[Any] | None = None
) -> tuple[EvaluationRecord, ...]:
    """Return the evaluations that fulfil `where`, the last filled in first (or by `first`)."""
    newest = Evaluation.updated_at.desc() if first is None else first
    rows = session.execute(
        select(Evaluation, Partner.name)
        .outerjoin(Partner, Partner.id == Evaluation.partner_id)
        .where(*where)
        .options(
            selectinload(Evaluation.goals),
            selectinload(Evaluation.answers),
            selectinload(Evaluation.fillings),
        )
        .order_by(newest, Evaluation.id.desc())
    )
    return tuple(_record(row, name or "") for row, name in rows)


def read_evaluation(session: Session, record_id: int) -> EvaluationRecord:
    """Return one evaluation, also from the wastebasket.

    Raises:
        NotFoundError: there is none.
    """
    found = read_evaluations(session, Evaluation.id == record_id)
    if not found:
        raise missing()
    return found[0]


def find_evaluation(session: Session, record_id: int) -> Evaluation:
    """Return the row of an evaluation.

    Raises:
        NotFoundError: there is none.
    """
    row = session.get(Evaluation, record_id)
    if row is None:
        raise missing()
    return row


def missing() -> NotFoundError:
    """Return the error for an evaluation that is not there."""
    return NotFoundError(_("この評価は、もうありません。一覧を開き直してください。"))


def draft_of(row: Evaluation) -> EvaluationDraft:
    """Return what an evaluation says."""
    return EvaluationDraft(
        kind=EvaluationKind(row.kind),
        fiscal_year=row.fiscal_year,
        title=row.title,
        proposal_id=row.proposal_id,
        collaboration_id=row.collaboration_id,
        partner_id=row.partner_id,
        department=row.department,
        goals=tuple(
            EvaluationGoal(one.goal, one.indicator, one.target, one.result, one.how_measured)
            for one in row.goals
        ),
        answers=_answers(row),
        fillings=_fillings(row),
        joint_result=row.joint_result,
        causes=row.causes,
        improvements=row.improvements,
        comment=row.comment,
        public_summary=row.public_summary,
        public_text=row.public_text,
        next_on=row.next_on,
    )


def _record(row: Evaluation, partner_name: str) -> EvaluationRecord:
    return EvaluationRecord(
        id=row.id,
        version=row.version,
        draft=draft_of(row),
        partner_name=partner_name,
        held_on=row.held_on,
        published_on=row.published_on,
        published_where=row.published_where,
        updated_at=row.updated_at,
        deleted=row.deleted_at is not None,
    )


def _answers(row: Evaluation) -> tuple[EvaluationAnswer, ...]:
    found = {
        (one.item, one.side): EvaluationAnswer(one.item, EvaluationSide(one.side), one.mark, one.words)
        for one in row.answers
    }
    items = evaluation_text.load(EvaluationKind(row.kind), row.version).items
    places = ((item.key, side.value) for item in items for side in EvaluationSide)
    return tuple(found[place] for place in places if place in found)


def _fillings(row: Evaluation) -> tuple[EvaluationFilling, ...]:
    found = {
        one.side: EvaluationFilling(EvaluationSide(one.side), one.filled_by, one.filled_on)
        for one in row.fillings
    }
    return tuple(found[side.value] for side in EvaluationSide if side.value in found)
