"""An evaluation that was held, or made public, is an act of its case, so that its stages see it."""

from typing import Any

from sqlalchemy.orm import Session

from kyodo_desktop.models import CaseAct, Evaluation
from kyodo_desktop.records.evaluations import EvaluationKind, EvaluationSide
from kyodo_desktop.services import case_edit


def record_held(session: Session, row: Evaluation) -> None:
    """Record the talk of an evaluation as the act of its kind."""
    values: dict[str, Any] = {"held_on": row.held_on}
    if row.kind == EvaluationKind.EVALUATION:
        values["note"] = row.joint_result
    else:
        values |= {
            "partner_words": _said(row, EvaluationSide.PARTNER),
            "city_words": _said(row, EvaluationSide.CITY),
            "agreed": row.improvements,
        }
    _record(session, row, row.kind, values)


def record_published(session: Session, row: Evaluation) -> None:
    """Record that the result was made public."""
    values = {"published_on": row.published_on, "where": row.published_where, "text": row.public_summary}
    _record(session, row, "publication", values)


def _said(row: Evaluation, side: EvaluationSide) -> str:
    return "\n".join(one.words.strip() for one in row.answers if one.side == side and one.words.strip())


def _record(session: Session, row: Evaluation, key: str, values: dict[str, Any]) -> None:
    """Record an act, or make the one of that day what the values say."""
    if row.proposal_id is None:
        return
    proposal, programme = case_edit.find_case(session, row.proposal_id)
    kind = case_edit.kind_of(key)
    told = {name: value for name, value in values.items() if value not in (None, "")}
    former = _same_day(list(proposal.acts), key, values[kind.held])
    if former is None:
        case_edit.make_act(session, proposal, programme, key, told)
    else:
        case_edit.apply_values(former, kind, told)


def _same_day(acts: list[CaseAct], key: str, day: object) -> CaseAct | None:
    return next(
        (act for act in acts if act.kind == key and act.deleted_at is None and act.held_on == day), None
    )
