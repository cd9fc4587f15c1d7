"""What an evaluation is about: a proposal, an entry of the list, a partner, or anything else."""

from collections.abc import Iterator
from dataclasses import asdict, replace
from datetime import date

from sqlalchemy import ColumnElement
from sqlalchemy.orm import Session

from kyodo_desktop.base.i18n import _
from kyodo_desktop.models import Evaluation
from kyodo_desktop.records.evaluations import (
    EVALUATION_LABELS,
    EVALUATION_SIDE_LABELS,
    EvaluationDraft,
    EvaluationKind,
    EvaluationRecord,
    like,
    subject_of,
)
from kyodo_desktop.records.sheets import SheetOwner
from kyodo_desktop.services.evaluation_records import read_evaluation, read_evaluations
from kyodo_desktop.services.merge_links import living_id
from kyodo_desktop.services.subjects import read_subject

_LIVING = Evaluation.deleted_at.is_(None)


def blank_for(
    session: Session, owner: SheetOwner | None, kind: EvaluationKind, today: date
) -> EvaluationDraft:
    """Return a blank evaluation of a record, or of nothing in particular; of an evaluation, one more like it.

    Raises:
        NotFoundError: there is no such record.
    """
    if owner is not None and owner.kind == "evaluation":
        return like(read_evaluation(session, owner.record_id).draft, kind)
    return EvaluationDraft(kind, **asdict(read_subject(session, owner, today)))


def read_of_subject(session: Session, draft: EvaluationDraft) -> tuple[EvaluationRecord, ...]:
    """Return the evaluations that are about the same as a draft, the last filled in first."""
    asked = replace(draft, partner_id=living_id(session, draft.partner_id))
    wanted = subject_of(asked)
    if wanted == subject_of(EvaluationDraft(draft.kind, draft.fiscal_year, partner_id=asked.partner_id)):
        return ()
    found = read_evaluations(session, _LIVING, *_narrow(asked))
    return tuple(one for one in found if subject_of(one.draft) == wanted)


def remarks(session: Session, draft: EvaluationDraft, record_id: int | None) -> tuple[str, ...]:
    """Return what is odd about an evaluation and kept all the same, each in a sentence."""
    return tuple(_remarks(session, draft, record_id))


def _remarks(session: Session, draft: EvaluationDraft, record_id: int | None) -> Iterator[str]:
    twins = [
        one
        for one in read_of_subject(session, draft)
        if one.id != record_id and (one.draft.kind, one.draft.fiscal_year) == (draft.kind, draft.fiscal_year)
    ]
    if twins:
        yield _("この事業のこの年度の{kind}は、ほかにも{n}件あります。どれも残ります。").format(
            kind=_(EVALUATION_LABELS[draft.kind]), n=len(twins)
        )
    record = EvaluationRecord(0, 0, draft)
    if len(record.missing) == 1:
        yield _("{side}の記入が、まだ終わっていません。もう一方の記入は残っています。").format(
            side=_(EVALUATION_SIDE_LABELS[record.missing[0]])
        )


def _narrow(draft: EvaluationDraft) -> Iterator[ColumnElement[bool]]:
    if draft.proposal_id is not None:
        yield Evaluation.proposal_id == draft.proposal_id
    elif draft.collaboration_id is not None:
        yield Evaluation.collaboration_id == draft.collaboration_id
    else:
        yield Evaluation.proposal_id.is_(None) & Evaluation.collaboration_id.is_(None)
