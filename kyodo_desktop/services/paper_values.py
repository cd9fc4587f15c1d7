"""From records to the values of a paper: the facts that its form has fields for, as each field takes them."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from sqlalchemy.orm import Session

from kyodo_desktop.base.errors import InputError
from kyodo_desktop.forms.data import check_data
from kyodo_desktop.forms.form import Form
from kyodo_desktop.records.forms import FormField, FormFieldKind, FormGroup
from kyodo_desktop.records.sheets import SheetOwner
from kyodo_desktop.services.case_facts import act_facts
from kyodo_desktop.services.drawn_values import drawn_values
from kyodo_desktop.services.evaluation_facts import evaluation_facts, facts_of_one
from kyodo_desktop.services.former_papers import answered
from kyodo_desktop.services.paper_facts import facts
from kyodo_desktop.services.year_values import YEAR, year_values

_ANSWERS = {"change_approval": ("change_request",), "settlement_notice": ("project_report",)}
"""The papers that a letter answers, where it is not the application."""
_APPLICATIONS = ("open_call_application", "ikiiki_proposal")
_NEVER_FROM_CASE = {"payment_request": "amount"}
"""What a paper asks for is not what was applied for."""


def record_values(
    session: Session, form: Form, owner: SheetOwner, today: date, part: str = ""
) -> dict[str, Any]:
    """Return what the records know for a paper; nothing is required of them.

    A paper of a year may be of a `part` of it (`year_parts`).

    Raises:
        NotFoundError: the record is not there.
    """
    if drawn := drawn_values(session, form, owner, today):
        return fitting(form, drawn)
    if owner.kind == YEAR:
        return fitting(form, year_values(session, form.key, owner.record_id, today, part))
    known = facts(session, owner, today)
    known.pop(_NEVER_FROM_CASE.get(form.key, ""), None)
    if form.key == "payment_request":
        known["amount"] = known.get("settled_amount", known.get("granted_amount"))
    if form.group is FormGroup.CITY:
        known |= {"issued_on": today, **_answered(session, form, owner, known)}
    if form.key == "settlement_notice":
        known["decided_on"] = today  # The day the amount is settled, not that of the 交付決定.
    if owner.kind == "proposal":
        known |= act_facts(session, owner.record_id, form.key)
        known |= evaluation_facts(session, owner.record_id, form.key)
    if owner.kind == "evaluation":
        known |= facts_of_one(session, owner.record_id, form.key)
    return fitting(form, known)


def fitting(form: Form, known: Mapping[str, Any]) -> dict[str, Any]:
    """Return what of these facts the form has fields for and takes; the rest is left out."""
    return _fitting(form, form.fields, known)


def _fitting(form: Form, fields: Sequence[FormField], known: Mapping[str, Any]) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for field in fields:
        value = known.get(field.name)
        if field.kind is FormFieldKind.ROWS and isinstance(value, tuple | list):
            value = tuple(row for row in (_fitting(form, field.columns, one) for one in value) if row)
        if value not in (None, "", ()) and _takes(form, field, value):
            found[field.name] = value
    return found


def _takes(form: Form, field: FormField, value: object) -> bool:
    if field.kind is FormFieldKind.ROWS:
        return isinstance(value, tuple)
    try:
        check_data(Form(form.key, form.title, form.revision, False, None, (field,)), {field.name: value})
    except InputError:
        return False
    return True


def _answered(session: Session, form: Form, owner: SheetOwner, known: Mapping[str, Any]) -> dict[str, Any]:
    """Return what a letter repeats of the paper it answers; its day is else when the application came in."""
    if owner.kind != "proposal":
        return {}
    keys = _ANSWERS.get(form.key)
    told = answered(session, owner.record_id, keys or _APPLICATIONS)
    came_in = known.get("received_on") if keys is None else None
    return {**told, "applied_on": told.get("applied_on") or came_in}
