"""An evaluation that was held, or made public, is an act of its case, so that its stages see it."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy.orm import Session

from kyodo_desktop.models import CaseAct, Evaluation, Proposal
from kyodo_desktop.records.evaluations import EvaluationKind, EvaluationSide
from kyodo_desktop.services import case_edit
from kyodo_desktop.services.case_records import act_values

_PUBLICATION = "publication"


@dataclass(frozen=True, slots=True)
class ToldCase:
    """What an evaluation tells its case: the values of the act of its talk, and of its publication."""

    talk: Mapping[str, Any]
    publication: Mapping[str, Any]


def told_case(row: Evaluation) -> ToldCase:
    """Return what an evaluation tells its case as it stands."""
    return ToldCase(_talk_values(row), _publication_values(row))


def tell_case(session: Session, row: Evaluation, before: ToldCase, now: datetime) -> None:
    """Make the acts of the case what the evaluation says, which told `before` last.

    A new day makes an act, another day moves it, none puts it into the wastebasket. What the clerk wrote in
    an act stays; one that was put into the wastebasket stays there; a proposal that lies there is not told.

    Raises:
        InputError: a value cannot be taken.
        ConflictError: the case has its one act of the kind already.
    """
    proposal = session.get(Proposal, row.proposal_id) if row.proposal_id is not None else None
    if proposal is None or proposal.deleted_at is not None:
        return
    told = told_case(row)
    for key, old, new in (
        (row.kind, before.talk, told.talk),
        (_PUBLICATION, before.publication, told.publication),
    ):
        kind = case_edit.kind_of(key)
        former, day = old.get(kind.held), new.get(kind.held)
        act = _act_of(proposal, key, former) or _act_of(proposal, key, day)
        if act is not None and day is None:
            act.deleted_at = now
        elif act is not None:
            case_edit.apply_values(act, kind, _followed(act_values(act), old, new))
        elif day is not None and day != former:
            programme = case_edit.find_case(session, proposal.id)[1]
            case_edit.make_act(session, proposal, programme, key, new)


def _followed(values: Mapping[str, Any], old: Mapping[str, Any], new: Mapping[str, Any]) -> dict[str, Any]:
    """Return an act's values with what is new put where nothing or the old stood."""
    followed = dict(values)
    for name in old.keys() | new.keys():
        if followed.get(name) in (None, "", old.get(name)):
            followed[name] = new.get(name)
    return _given(followed)


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
