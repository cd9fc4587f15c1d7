"""An evaluation that was held, or made public, is an act of its case, so that its stages see it."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy.orm import Session

from kyodo_desktop.models import CaseAct, Evaluation, Proposal
from kyodo_desktop.records.evaluations import EvaluationKind, EvaluationSide
from kyodo_desktop.services import case_edit

_PUBLICATION = "publication"


@dataclass(frozen=True, slots=True)
class EvaluationDays:
    """The days of an evaluation that its case has acts of."""

    held_on: date | None
    published_on: date | None


def days_of(row: Evaluation) -> EvaluationDays:
    """Return the days as they stand."""
    return EvaluationDays(row.held_on, row.published_on)


def tell_case(session: Session, row: Evaluation, before: EvaluationDays, now: datetime) -> None:
    """Make the acts of the case what the evaluation says, when its days were those of `before`.

    A new day makes an act, another day moves it, none puts it into the wastebasket. One that the clerk put
    there stays there; a proposal that lies there is not told.

    Raises:
        InputError: a value cannot be taken.
        ConflictError: the case has its one act of the kind already.
    """
    proposal = session.get(Proposal, row.proposal_id) if row.proposal_id is not None else None
    if proposal is None or proposal.deleted_at is not None:
        return
    held = (row.kind, before.held_on, row.held_on, _talk_values(row))
    published = (_PUBLICATION, before.published_on, row.published_on, _publication_values(row))
    for key, former, day, values in (held, published):
        act = _act_of(proposal, key, former) or _act_of(proposal, key, day)
        if act is not None and day is None:
            act.deleted_at = now
        elif act is not None:
            case_edit.apply_values(act, case_edit.kind_of(key), values)
        elif day is not None and day != former:
            programme = case_edit.find_case(session, proposal.id)[1]
            case_edit.make_act(session, proposal, programme, key, values)


def _talk_values(row: Evaluation) -> dict[str, Any]:
    if row.kind == EvaluationKind.EVALUATION:
        return _given({"held_on": row.held_on, "note": row.joint_result})
    return _given(
        {
            "held_on": row.held_on,
            "partner_words": _said(row, EvaluationSide.PARTNER),
            "city_words": _said(row, EvaluationSide.CITY),
            "agreed": row.improvements,
        }
    )


def _publication_values(row: Evaluation) -> dict[str, Any]:
    return _given(
        {"published_on": row.published_on, "where": row.published_where, "text": row.public_summary}
    )


def _given(values: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in values.items() if value not in (None, "")}


def _said(row: Evaluation, side: EvaluationSide) -> str:
    return "\n".join(one.words.strip() for one in row.answers if one.side == side and one.words.strip())


def _act_of(proposal: Proposal, key: str, day: date | None) -> CaseAct | None:
    if day is None:
        return None
    acts = (act for act in proposal.acts if act.kind == key and act.deleted_at is None)
    return next((act for act in acts if act.held_on == day), None)
