"""From an evaluation to the values of its papers: each side's own sheet, the joint one, the public one."""

from collections.abc import Callable, Mapping
from typing import Any

from sqlalchemy.orm import Session

from kyodo_desktop.forms import evaluation_text
from kyodo_desktop.models import Evaluation
from kyodo_desktop.records.evaluations import (
    EvaluationDraft,
    EvaluationGroup,
    EvaluationItem,
    EvaluationKind,
    EvaluationRecord,
    EvaluationSide,
    EvaluationText,
)
from kyodo_desktop.services.evaluation_records import read_evaluations

Facts = dict[str, Any]
_PARTNER, _CITY, _JOINT = EvaluationSide.PARTNER, EvaluationSide.CITY, EvaluationSide.JOINT


def evaluation_facts(session: Session, proposal_id: int, form_key: str) -> Facts:
    """Return what the last evaluation of a proposal says on one of its papers; nothing for other papers."""
    if form_key not in _PAPERS:
        return {}
    kind, make = _PAPERS[form_key]
    found = read_evaluations(
        session,
        Evaluation.deleted_at.is_(None),
        Evaluation.proposal_id == proposal_id,
        Evaluation.kind == kind.value,
    )
    if not found:
        return {}
    record = found[0]
    text = evaluation_text.load(kind, record.version)
    facts = {
        "fiscal_year": record.draft.fiscal_year,
        "title": record.draft.title,
        "department": record.draft.department,
        **make(record, text),
    }
    return {name: value for name, value in facts.items() if value not in (None, "", ())}


def _own_partner(record: EvaluationRecord, text: EvaluationText) -> Facts:
    return _own(record.draft, text, _PARTNER, "partner")


def _own_city(record: EvaluationRecord, text: EvaluationText) -> Facts:
    return _own(record.draft, text, _CITY, "city")


def _own(draft: EvaluationDraft, text: EvaluationText, side: EvaluationSide, prefix: str) -> Facts:
    """Return one side's own sheet: nothing of the other's, which it has not seen."""

    def row(item: EvaluationItem) -> Facts:
        answer = draft.answer(item.key, side)
        return {f"{prefix}_mark": _number(answer.mark), f"{prefix}_words": answer.words}

    filling = next((one for one in draft.fillings if one.side is side), None)
    return {
        **_goals(draft),
        **_groups(text, row),
        "evaluated_on": filling.filled_on if filling is not None else None,
        "respondent": filling.filled_by if filling is not None else "",
    }


def _joint(record: EvaluationRecord, text: EvaluationText) -> Facts:
    draft = record.draft
    return {
        **_groups(text, lambda item: _both(draft, item, "difference")),
        "talked_on": record.held_on,
        "outcome": draft.joint_result,
        "improve": _lines(draft.causes, draft.improvements),
        "coordinator_comment": draft.comment,
        "public_summary": draft.public_summary,
    }


def _public(record: EvaluationRecord, text: EvaluationText) -> Facts:
    """Return what may be public: no one's own words, but those that both wrote."""
    draft = record.draft
    return {
        **_groups(text, lambda item: _both(draft, item, "words")),
        "outcome": draft.joint_result,
        "next_year": draft.improvements,
        "public_summary": draft.public_summary,
        "published_on": record.published_on,
    }


def _midterm(record: EvaluationRecord, text: EvaluationText) -> Facts:
    draft = record.draft
    lines = (line.strip() for line in draft.improvements.splitlines())
    return {
        "reviewed_on": record.held_on,
        "evaluation": tuple(_in_words(draft, item) for item in text.items),
        "progress": _lines(draft.joint_result, draft.causes),
        "actions": tuple({"what": line} for line in lines if line),
        **_signers(draft),
    }


def _retrospective(record: EvaluationRecord, text: EvaluationText) -> Facts:
    draft = record.draft
    points, principles = text.groups
    return {
        "reviewed_on": record.held_on,
        "evaluation": tuple(_in_words(draft, item) for item in points.items),
        "principles": tuple(_principle(draft, item) for item in principles.items),
        "good": draft.joint_result,
        "problems": draft.causes,
        "next_step": draft.improvements,
        **_signers(draft),
    }


def _goals(draft: EvaluationDraft) -> Facts:
    """Return goals and results, each goal on a line of its own."""
    return {
        "goal": _lines(*(one.goal for one in draft.goals)),
        "indicator": _lines(*(one.indicator for one in draft.goals)),
        "target": "、".join(one.target for one in draft.goals if one.target),
        "outcome": _lines(*(one.result for one in draft.goals)),
        "feedback": _lines(*(one.how_measured for one in draft.goals)),
    }


def _groups(text: EvaluationText, row: Callable[[EvaluationItem], Facts]) -> Facts:
    return {group.key: _rows(group, row) for group in text.groups}


def _rows(group: EvaluationGroup, row: Callable[[EvaluationItem], Facts]) -> tuple[Facts, ...]:
    return tuple(
        {"item": item.heading, "question": item.text, **_without_nothing(row(item))} for item in group.items
    )


def _both(draft: EvaluationDraft, item: EvaluationItem, name: str) -> Facts:
    """Return both marks of an item, and as `name` what both wrote of it."""
    return {
        "partner_mark": _number(draft.answer(item.key, _PARTNER).mark),
        "city_mark": _number(draft.answer(item.key, _CITY).mark),
        name: draft.answer(item.key, _JOINT).words,
    }


def _in_words(draft: EvaluationDraft, item: EvaluationItem) -> Facts:
    partner, city = (draft.answer(item.key, side) for side in (_PARTNER, _CITY))
    return _without_nothing(
        {
            "item": item.heading,
            "question": item.text,
            "partner_mark": partner.mark,
            "partner_words": partner.words,
            "city_mark": city.mark,
            "city_words": city.words,
        }
    )


def _principle(draft: EvaluationDraft, item: EvaluationItem) -> Facts:
    partner, city, joint = (draft.answer(item.key, side) for side in EvaluationSide)
    return _without_nothing(
        {
            "item": item.heading,
            "partner_mark": partner.mark,
            "city_mark": city.mark,
            "words": joint.words or _lines(partner.words, city.words),
        }
    )


def _signers(draft: EvaluationDraft) -> Facts:
    by = {one.side: one.filled_by for one in draft.fillings}
    return {"partner_person": by.get(_PARTNER), "city_person": by.get(_CITY)}


def _number(mark: str | None) -> int | None:
    return int(mark) if mark is not None else None


def _lines(*texts: str) -> str:
    return "\n".join(text.strip() for text in texts if text.strip())


def _without_nothing(row: Facts) -> Facts:
    return {name: value for name, value in row.items() if value not in (None, "")}


_PAPERS: Mapping[str, tuple[EvaluationKind, Callable[[EvaluationRecord, EvaluationText], Facts]]] = {
    "evaluation_self_partner": (EvaluationKind.EVALUATION, _own_partner),
    "evaluation_self_department": (EvaluationKind.EVALUATION, _own_city),
    "evaluation_joint": (EvaluationKind.EVALUATION, _joint),
    "evaluation_public": (EvaluationKind.EVALUATION, _public),
    "midterm_review": (EvaluationKind.MIDTERM, _midterm),
    "retrospective": (EvaluationKind.RETROSPECTIVE, _retrospective),
}
