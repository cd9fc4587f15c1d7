"""From records to the values of a paper: the facts that its form has fields for, as each field takes them."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from sqlalchemy.orm import Session

from kyodo_desktop.base.clock import office_time
from kyodo_desktop.base.errors import InputError
from kyodo_desktop.base.i18n import _
from kyodo_desktop.forms.data import check_data
from kyodo_desktop.forms.form import Form
from kyodo_desktop.japanese.day_time import spell_time
from kyodo_desktop.japanese.digits import Digits
from kyodo_desktop.models import Collaboration, Proposal
from kyodo_desktop.records.collaborations import CollaborationRecord
from kyodo_desktop.records.forms import FormField, FormFieldKind, FormGroup
from kyodo_desktop.records.proposals import LATE, PROPOSAL_STAGE_LABELS, ProposalRecord
from kyodo_desktop.records.sheets import SheetOwner
from kyodo_desktop.services.collaboration_forms import form_label
from kyodo_desktop.services.collaboration_records import read_collaborations
from kyodo_desktop.services.former_papers import day_applied
from kyodo_desktop.services.paper_facts import facts, reception_facts
from kyodo_desktop.services.proposal_records import read_proposals

YEAR = "fiscal_year"
"""The kind of record a paper has that is made of all records of a year; its id is the year."""

_ANSWERS = {"change_approval": ("change_request",), "settlement_notice": ("project_report",)}
"""The papers that a letter answers, where it is not the application."""
_APPLICATIONS = ("open_call_application", "ikiiki_proposal")
_NEVER_FROM_CASE = {"payment_request": "amount"}
"""What a paper asks for is not what was applied for."""


def record_values(session: Session, form: Form, owner: SheetOwner, today: date) -> dict[str, Any]:
    """Return what the records know for a paper; nothing is required of them.

    Raises:
        NotFoundError: the record is not there.
    """
    if owner.kind == YEAR:
        return fitting(form, _of_year(session, form, owner.record_id, today))
    known = facts(session, owner, today)
    known.pop(_NEVER_FROM_CASE.get(form.key, ""), None)
    if form.key == "payment_request":
        known["amount"] = known.get("settled_amount", known.get("granted_amount"))
    if form.group is FormGroup.CITY:
        known |= {"issued_on": today, **_answered(session, form, owner, known)}
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
    """Return the day of the paper that a letter answers: as that says, else when the application came in."""
    if owner.kind != "proposal":
        return {}
    keys = _ANSWERS.get(form.key)
    day = day_applied(session, owner.record_id, keys or _APPLICATIONS)
    return {"applied_on": day or (known.get("received_on") if keys is None else None)}


def _of_year(session: Session, form: Form, year: int, today: date) -> dict[str, Any]:
    values: dict[str, Any] = {YEAR: year, "made_on": today}
    if form.key == "reception_register":
        received = read_proposals(
            session,
            Proposal.fiscal_year == year,
            Proposal.serial.is_not(None),
            Proposal.deleted_at.is_(None),
            first=Proposal.received_at.asc(),
        )
        values["entries"] = tuple(map(_register_row, received))
    if form.key == "collaboration_survey":
        last = read_collaborations(
            session, Collaboration.fiscal_year == year - 1, Collaboration.deleted_at.is_(None)
        )
        values["entries"] = tuple(row for entry in last for row in _survey_rows(entry))
    return values


def _register_row(proposal: ProposalRecord) -> dict[str, Any]:
    return {
        **reception_facts(proposal),
        "partner_name": proposal.draft.partner_name,
        "title": proposal.draft.title,
        "state": _(PROPOSAL_STAGE_LABELS[proposal.stage]),
        **_plain_time(proposal),
    }


def _plain_time(proposal: ProposalRecord) -> dict[str, Any]:
    """Return the time without more, because its column is narrow; 備考 has room to say that it was late."""
    if proposal.received_at is None or not proposal.late:
        return {}
    spelt = spell_time(office_time(proposal.received_at), Digits.SINGLE_FULL)
    return {"received_time": spelt, "note": _(LATE)}


def _survey_rows(entry: CollaborationRecord) -> list[dict[str, Any]]:
    shared = {"number": entry.number, "title": entry.title, "note": entry.note}
    return [
        {**shared, "partner": cell.text, "collaboration_form": form_label(cell.collaboration_form)}
        for cell in entry.participations
    ]
