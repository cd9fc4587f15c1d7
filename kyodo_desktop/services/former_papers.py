"""What was typed on a case's former papers and holds for the later ones: nobody types it twice."""

from collections.abc import Collection, Sequence
from datetime import date
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from kyodo_desktop.forms import catalogue
from kyodo_desktop.models import IssuedSheet
from kyodo_desktop.records.forms import FormGroup
from kyodo_desktop.records.sheets import SheetState
from kyodo_desktop.services.sheet_records import values_of

_HOLDS = {
    FormGroup.PARTNER: frozenset(
        (
            *(
                "theme",
                "theme_number",
                "purpose",
                "summary",
                "place",
                "participants",
                "need",
                "public_interest",
            ),
            *("effect", "synergy", "has_partners", "partners_involved", "schedule", "organisation", "roles"),
            *("publicity", "next_year", "income", "expenses", "total_cost", "eligible_cost", "fee"),
            *("other_grants", "settled_amount", "refund_amount"),
        )
    ),
    FormGroup.CITY: frozenset(
        (
            *("result", "granted_amount", "conditions", "reject_reason", "settled_amount", "refund_amount"),
            *("department", "departments"),
        )
    ),
}
"""What holds for the case, whichever paper said it: the group's papers its plan, the city's the decision."""

_DECISIONS = frozenset(("grant_decision", "change_approval"))


def carried_over(session: Session, proposal_id: int) -> dict[str, Any]:
    """Return what a proposal's papers say of the case, the later one where two differ.

    Of the decision it is `decided_on`, and `previous_on` and `previous_number` for papers that refer to it.
    """
    found: dict[str, Any] = {}
    for row in _sheets(session, proposal_id):
        values = values_of(row)
        holds = _HOLDS.get(catalogue.find_form(row.form_key).group, frozenset())
        found |= {name: value for name, value in values.items() if name in holds}
        if row.form_key in _DECISIONS:
            day = values.get("issued_on")
            told = {"decided_on": day, "previous_on": day, "previous_number": row.document_number}
            found |= {name: value for name, value in told.items() if value}
    return found


def day_applied(session: Session, proposal_id: int, keys: Collection[str]) -> date | None:
    """Return the day that stands on the last paper of these kinds, None if there is none."""
    days = [values_of(row).get("applied_on") for row in _sheets(session, proposal_id) if row.form_key in keys]
    return next((day for day in reversed(days) if isinstance(day, date)), None)


def _sheets(session: Session, proposal_id: int) -> Sequence[IssuedSheet]:
    """Return the papers of a case that hold, in the order they were issued in."""
    return session.scalars(
        select(IssuedSheet)
        .where(IssuedSheet.proposal_id == proposal_id, IssuedSheet.state != SheetState.VOID.value)
        .order_by(IssuedSheet.id)
    ).all()
