"""The answers of the intake: from a draft, and to one. Flat and JSON-able, so that they are kept as typed."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from kyodo_desktop.flows.engine import Answers, as_day, as_number, as_text
from kyodo_desktop.flows.intake_lines import line_answers, lines_of, roles_of, unread_lines
from kyodo_desktop.records.partners import PartnerRecord
from kyodo_desktop.records.proposals import Confirmation, ProposalDraft, ReceptionWay, RequirementAnswer

REQUIREMENT, PAPER = "requirements.", "papers."
"""What the names of the answers to requirements and papers begin with; the key follows."""
PLAN_TEXTS = (
    "purpose",
    "need",
    "public_interest",
    "effect",
    "place",
    "participants",
    "organisation",
    "publicity",
    "next_year",
    "department",
    "selection_method",
    "selection_criteria",
)
"""The plain texts of the plan, called like the draft's fields."""
_CARRIED = ("contact_name", "contact_phone", "contact_email", "organisation")


def blank_answers(fiscal_year: int, clerk: str) -> Answers:
    """Return the answers of a new proposal."""
    return answers_of(ProposalDraft(fiscal_year=fiscal_year, received_by=clerk))


def answers_of(draft: ProposalDraft) -> Answers:
    """Return the answers that stand for a draft."""
    answers: Answers = {
        "programme": draft.programme,
        "fiscal_year": str(draft.fiscal_year),
        "partner_id": draft.partner_id,
        "partner_name": draft.partner_name,
        "contact_name": draft.contact_name,
        "contact_phone": draft.contact_phone,
        "contact_email": draft.contact_email,
        "title": draft.title,
        "summary": draft.summary,
        "starts_on": draft.starts_on.isoformat() if draft.starts_on else None,
        "ends_on": draft.ends_on.isoformat() if draft.ends_on else None,
        "eligible_cost": draft.eligible_cost,
        "amount": draft.amount,
        "reason": draft.reason,
        "received_by_way": draft.received_by_way,
        "received_by": draft.received_by,
        "arrived_on": draft.arrived_on.isoformat() if draft.arrived_on is not None else None,
        "theme_id": str(draft.theme_id) if draft.theme_id is not None else "",
        **{name: getattr(draft, name) for name in PLAN_TEXTS},
        **line_answers(draft),
    }
    for one in draft.requirements:
        answers[REQUIREMENT + one.key] = {
            "state": one.state.value,
            "seen": one.seen,
            "by": one.by,
            "on": one.on.isoformat() if one.on else "",
        }
    for key, copies in draft.papers:
        answers[PAPER + key] = copies
    return answers


def draft_of(answers: Mapping[str, Any]) -> ProposalDraft:
    """Return the draft the answers make; what cannot be read yet is left empty in it."""
    year, theme = as_text(answers.get("fiscal_year")), as_text(answers.get("theme_id"))
    return ProposalDraft(
        programme=as_text(answers.get("programme")),
        fiscal_year=int(year) if year.isdecimal() else 0,
        partner_id=as_number(answers.get("partner_id")),
        partner_name=as_text(answers.get("partner_name")),
        contact_name=as_text(answers.get("contact_name")),
        contact_phone=as_text(answers.get("contact_phone")),
        contact_email=as_text(answers.get("contact_email")),
        title=as_text(answers.get("title")),
        summary=as_text(answers.get("summary")),
        starts_on=as_day(answers.get("starts_on")),
        ends_on=as_day(answers.get("ends_on")),
        eligible_cost=as_number(answers.get("eligible_cost")),
        amount=as_number(answers.get("amount")),
        reason=as_text(answers.get("reason")),
        requirements=tuple(
            _requirement(name.removeprefix(REQUIREMENT), answer)
            for name, answer in answers.items()
            if name.startswith(REQUIREMENT) and isinstance(answer, dict) and _is_looked_at(answer)
        ),
        papers=tuple(
            (name.removeprefix(PAPER), copies)
            for name, answer in answers.items()
            if name.startswith(PAPER) and (copies := as_number(answer))
        ),
        received_by_way=as_text(answers.get("received_by_way")) or ReceptionWay.COUNTER.value,
        received_by=as_text(answers.get("received_by")),
        arrived_on=as_day(answers.get("arrived_on")),
        theme_id=int(theme) if theme.isdecimal() else None,
        roles=roles_of(answers),
        lines=lines_of(answers),
        **{name: as_text(answers.get(name)) for name in PLAN_TEXTS},
    )


def contact_of(partner: PartnerRecord, answers: Mapping[str, Any]) -> Answers:
    """Return what the register says for the contact fields that are still empty."""
    known = {
        "contact_name": partner.representative,
        "contact_phone": partner.phone,
        "contact_email": partner.email,
    }
    return {name: text for name, text in known.items() if text and not as_text(answers.get(name)).strip()}


def carried_over(former: ProposalDraft, answers: Mapping[str, Any]) -> Answers:
    """Return what the group said of itself last time, for what is still empty."""
    known = {name: getattr(former, name) for name in _CARRIED}
    return {name: text for name, text in known.items() if text and not as_text(answers.get(name)).strip()}


def name_typed(name: str, answers: Mapping[str, Any]) -> str | None:
    """Return who was written as one who confirmed or took in; None where the answer is about nobody."""
    answer = answers.get(name)
    if name == "received_by":
        return as_text(answer).strip()
    if (
        name.startswith(REQUIREMENT)
        and isinstance(answer, dict)
        and answer.get("state") != Confirmation.NOT_YET
    ):
        return as_text(answer.get("by")).strip()
    return None


def leftovers(answers: Mapping[str, Any]) -> Answers:
    """Return what was typed and cannot be read yet, so that no draft holds it."""
    taken = answers_of(draft_of(answers))
    names = ("starts_on", "ends_on", "eligible_cost", "amount")
    found = {name: answers[name] for name in names if answers.get(name) and taken[name] is None}
    return {**found, **unread_lines(answers)}


def says_something(answers: Mapping[str, Any], blank: Mapping[str, Any]) -> bool:
    """Tell whether anything was answered beyond what a new proposal begins with."""
    return bool(leftovers(answers)) or not is_same(draft_of(answers), draft_of(blank))


def is_same(first: ProposalDraft, second: ProposalDraft) -> bool:
    """Tell whether two drafts say the same, in whatever order they say it."""
    return _in_order(first) == _in_order(second)


def _in_order(draft: ProposalDraft) -> ProposalDraft:
    requirements = sorted(draft.requirements, key=lambda one: one.key)
    return replace(draft, requirements=tuple(requirements), papers=tuple(sorted(draft.papers)))


def _is_looked_at(answer: Mapping[str, Any]) -> bool:
    return answer.get("state") != Confirmation.NOT_YET or bool(as_text(answer.get("seen")).strip())


def _requirement(key: str, answer: Mapping[str, Any]) -> RequirementAnswer:
    state = as_text(answer.get("state"))
    return RequirementAnswer(
        key=key,
        state=Confirmation(state) if state in list(Confirmation) else Confirmation.NOT_YET,
        seen=as_text(answer.get("seen")),
        by=as_text(answer.get("by")),
        on=as_day(answer.get("on")),
    )
