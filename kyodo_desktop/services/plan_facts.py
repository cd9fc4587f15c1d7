"""What a proposal says of its plan, by the names that all papers share."""

from typing import Any

from kyodo_desktop.records.cases import LineSide
from kyodo_desktop.records.proposals import ProposalDraft

_TEXTS = (
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


def plan_facts(draft: ProposalDraft) -> dict[str, Any]:
    """Return the plan, 役割分担 and both sides of the 収支予算, without names that nothing is written of."""
    expenses = draft.total(LineSide.EXPENSE) if draft.has_lines(LineSide.EXPENSE) else None
    found = {
        **{name: getattr(draft, name) for name in _TEXTS},
        "roles": tuple({"partner": one.partner, "city": one.city} for one in draft.roles),
        "income": tuple(
            {"item": one.item, "amount": one.planned, "note": one.basis}
            for one in draft.lines
            if one.side is LineSide.INCOME
        ),
        "expenses": tuple(
            {"item": one.item, "amount": one.planned, "eligible": one.eligible, "note": one.basis}
            for one in draft.lines
            if one.side is LineSide.EXPENSE
        ),
        "total_cost": expenses,
    }
    return {name: value for name, value in found.items() if value not in (None, "", ())}
