"""From an evaluation to the values of its papers: each side's own sheet, the joint one, the public one."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from sqlalchemy.orm import Session

from kyodo_desktop.base.i18n import _
from kyodo_desktop.forms import evaluation_text
from kyodo_desktop.forms.both_sides import MARKS
from kyodo_desktop.models import Evaluation
from kyodo_desktop.records.evaluations import (
    EVALUATION_SIDE_LABELS,
    OWN_SIDES,
    EvaluationAnswer,
    EvaluationDraft,
    EvaluationItem,
    EvaluationKind,
    EvaluationRecord,
    EvaluationSide,
    EvaluationText,
)
from kyodo_desktop.services.evaluation_records import read_evaluation, read_evaluations

Facts = dict[str, Any]
_PARTNER, _CITY = OWN_SIDES
_PRINCIPLES = "principles"


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
    return _facts(found[0], make) if found else {}


def facts_of_one(session: Session, evaluation_id: int, form_key: str) -> Facts:
    """Return what one evaluation says on a paper of its kind; nothing for other papers.

    Raises:
        NotFoundError: there is none.
    """
    record = read_evaluation(session, evaluation_id)
    kind, make = _PAPERS.get(form_key, (None, None))
    return _facts(record, make) if make is not None and kind is record.draft.kind else {}


def _facts(record: EvaluationRecord, make: "_Maker") -> Facts:
    text = evaluation_text.load(record.draft.kind, record.version)
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
        number = _number(answer.mark)
        words = _lines("" if number is not None else _label(text, answer.mark), answer.words)
        return {f"{prefix}_mark": number, f"{prefix}_words": words}

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
        **_groups(text, lambda item: _both(text, draft, item, "difference")),
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
        **_groups(text, lambda item: _both(text, draft, item, "words")),
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
        "evaluation": tuple(_in_words(text, draft, item) for item in text.items),
        "progress": _lines(draft.joint_result, draft.causes),
        "actions": tuple({"what": line} for line in lines if line),
        **_signers(draft),
    }


def _retrospective(record: EvaluationRecord, text: EvaluationText) -> Facts:
    draft = record.draft
    return {
        "reviewed_on": record.held_on,
        "evaluation": tuple(_in_words(text, draft, item) for item in _items(text, principles=False)),
        "principles": tuple(_principle(text, draft, item) for item in _items(text, principles=True)),
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
    return {
        name: tuple(
            {"item": item.heading, "question": item.text, **_without_nothing(row(item))}
            for item in _items(text, principles=name == _PRINCIPLES)
        )
        for name in ("points", _PRINCIPLES)
    }


def _items(text: EvaluationText, *, principles: bool) -> tuple[EvaluationItem, ...]:
    """Return the items of the principles, or all others: another version may group them otherwise."""
    groups = (group for group in text.groups if (group.key == _PRINCIPLES) is principles)
    return tuple(item for group in groups for item in group.items)


def _both(text: EvaluationText, draft: EvaluationDraft, item: EvaluationItem, name: str) -> Facts:
    """Return both marks of an item, and as `name` what both wrote of it."""
    partner, city, joint = (draft.seen_answer(item.key, side) for side in EvaluationSide)
    odd = _marks_in_words(text, [one for one in (partner, city) if _number(one.mark) is None])
    return {
        "partner_mark": _number(partner.mark),
        "city_mark": _number(city.mark),
        name: _lines(odd, joint.words),
    }


def _in_words(text: EvaluationText, draft: EvaluationDraft, item: EvaluationItem) -> Facts:
    partner, city = (draft.seen_answer(item.key, side) for side in OWN_SIDES)
    return _without_nothing(
        {
            "item": item.heading,
            "question": item.text,
            "partner_mark": _known(partner.mark),
            "partner_words": _lines(_unknown(text, partner.mark), partner.words),
            "city_mark": _known(city.mark),
            "city_words": _lines(_unknown(text, city.mark), city.words),
        }
    )


def _principle(text: EvaluationText, draft: EvaluationDraft, item: EvaluationItem) -> Facts:
    partner, city, joint = (draft.seen_answer(item.key, side) for side in EvaluationSide)
    odd = _marks_in_words(text, [one for one in (partner, city) if _known(one.mark) is None])
    return _without_nothing(
        {
            "item": item.heading,
            "partner_mark": _known(partner.mark),
            "city_mark": _known(city.mark),
            "words": _lines(odd, joint.words or _lines(partner.words, city.words)),
        }
    )


def _signers(draft: EvaluationDraft) -> Facts:
    by = {one.side: one.filled_by for one in draft.fillings}
    return {"partner_person": by.get(_PARTNER), "city_person": by.get(_CITY)}


def _number(mark: str | None) -> int | None:
    return int(mark) if mark is not None and mark.isdecimal() else None


def _known(mark: str | None) -> str | None:
    """Return a mark that the paper has a place for."""
    return mark if mark in {one.key for one in MARKS} else None


def _unknown(text: EvaluationText, mark: str | None) -> str:
    return "" if _known(mark) is not None else _label(text, mark)


def _label(text: EvaluationText, mark: str | None) -> str:
    return next((one.label for one in text.scale if one.key == mark), "")


def _marks_in_words(text: EvaluationText, answers: Sequence[EvaluationAnswer]) -> str:
    """Return marks that the paper has no place for (another version's scale) as words."""
    odd = (one for one in answers if one.mark is not None)
    return "・".join(f"{_(EVALUATION_SIDE_LABELS[one.side])} {_label(text, one.mark)}" for one in odd)


def _lines(*texts: str) -> str:
    return "\n".join(text.strip() for text in texts if text.strip())


def _without_nothing(row: Facts) -> Facts:
    return {name: value for name, value in row.items() if value not in (None, "")}


_Maker = Callable[[EvaluationRecord, EvaluationText], Facts]
_PAPERS: Mapping[str, tuple[EvaluationKind, _Maker]] = {
    "evaluation_self_partner": (EvaluationKind.EVALUATION, _own_partner),
    "evaluation_self_department": (EvaluationKind.EVALUATION, _own_city),
    "evaluation_joint": (EvaluationKind.EVALUATION, _joint),
    "evaluation_public": (EvaluationKind.EVALUATION, _public),
    "midterm_review": (EvaluationKind.MIDTERM, _midterm),
    "retrospective": (EvaluationKind.RETROSPECTIVE, _retrospective),
}
