"""What was typed on a case's former papers and holds for the later ones: nobody types it twice."""

from collections.abc import Collection, Mapping
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
        ("granted_amount", "settled_amount", "refund_amount", "department", "departments")
    ),
}
"""What holds for the case, whichever paper said it: the group's papers its plan, the city's the money.

How a letter decides, on what terms and why (`result`, `conditions`, `reject_reason`) is that letter's own.
"""

_DECISION, _CHANGE = "grant_decision", "change_approval"
_APPROVED, _REFUSED = "approved", "refused"
_OF_DECISION = frozenset(("decided_on", "previous_on", "previous_number", "granted_amount"))
"""What there is to refer to once a grant is given; a refused one leaves none of it."""
_ASKED = frozenset(("change_kind", "changed_before", "changed_after", "granted_amount_after"))
"""What a letter repeats of the paper that it answers."""


def carried_over(session: Session, proposal_id: int) -> dict[str, Any]:
    """Return what a proposal's papers say of the case, the later one where two differ.

    Of the 交付決定 it is `decided_on`, and `previous_on` and `previous_number` for papers that refer to it;
    `granted_amount` is what an approved change has made of it.
    """
    found: dict[str, Any] = {}
    for row in _sheets(session, proposal_id):
        values = values_of(row)
        if row.form_key == _CHANGE:
            found |= _changed(values)
            continue
        holds = _HOLDS.get(catalogue.find_form(row.form_key).group, frozenset())
        found |= {name: value for name, value in values.items() if name in holds}
        if row.form_key == _DECISION and values.get("result") == _REFUSED:
            found = {name: value for name, value in found.items() if name not in _OF_DECISION}
        elif row.form_key == _DECISION:
            day = values.get("issued_on")
            told = {"decided_on": day, "previous_on": day, "previous_number": row.document_number}
            found |= {name: value for name, value in told.items() if value}
    return found


def _changed(values: Mapping[str, Any]) -> dict[str, Any]:
    """Return what a letter about a change makes different: a refusal, or one about no money, nothing."""
    amount = values.get("granted_amount_after")
    return {"granted_amount": amount} if values.get("result") == _APPROVED and amount is not None else {}


def answered(session: Session, proposal_id: int, keys: Collection[str]) -> dict[str, Any]:
    """Return what a letter repeats of the last paper of these kinds: the day on it, the change asked for."""
    found: dict[str, Any] = {}
    for row in _sheets(session, proposal_id):
        if row.form_key in keys:
            values = values_of(row)
            day = values.get("applied_on") or found.get("applied_on")
            found = {name: value for name, value in values.items() if name in _ASKED} | {"applied_on": day}
    return found


def _sheets(session: Session, proposal_id: int) -> list[IssuedSheet]:
    """Return the papers of a case that hold, in the order they were issued in.

    One that replaces another stands where that one stood: a decision written anew undoes no later change.
    """
    rows = session.scalars(select(IssuedSheet).where(IssuedSheet.proposal_id == proposal_id)).all()
    former = {row.id: row.replaces_id for row in rows}
    held = (row for row in rows if row.state != SheetState.VOID.value)
    return sorted(held, key=lambda row: (_first_of(row.id, former), row.id))


def _first_of(sheet_id: int, former: Mapping[int, int | None]) -> int:
    while (before := former.get(sheet_id)) is not None:
        sheet_id = before
    return sheet_id
