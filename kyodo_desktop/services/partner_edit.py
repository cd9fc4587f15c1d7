"""From a draft to a partner and its parts; a part that stays keeps its id and so its history."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TypeVar

from sqlalchemy.orm import Session

from kyodo_desktop.models import (
    Partner,
    PartnerAnswer,
    PartnerContact,
    PartnerFormerName,
    PartnerOfficer,
    PartnerPart,
    PartnerTag,
)
from kyodo_desktop.records.partners import PartnerDraft
from kyodo_desktop.services.keys import refresh_keys
from kyodo_desktop.services.partner_checks import check_draft

_Row = TypeVar("_Row", bound=PartnerPart)


@dataclass(frozen=True, slots=True)
class _Typed:
    """A part as typed, and the id it came with."""

    id: int | None
    values: dict[str, object]


AS_TYPED = (
    "name",
    "kana",
    "kind_estimated",
    "representative",
    "phone",
    "email",
    "postal_code",
    "address",
    "note",
    "short_name",
    "legal_form",
    "legal_form_position",
    "corporate_number",
    "established_on",
    "members",
    "members_in_city",
    "website",
    "bylaws_seen_on",
    "roster_seen_on",
    "asupia_registered",
    "musubu_listed",
)
"""The fields that entity, draft and record have alike."""

PROFILE = (
    "purpose",
    "achievements",
    "public_interest",
    "non_profit",
    "voluntariness",
    "finances",
    "organisation",
)
"""The texts of the profile, that entity and profile have alike."""

_CONTACT = ("purpose", "person", "phone", "fax", "email", "note")
_OFFICER = ("title", "name", "kana", "starts_on", "ends_on")
_ANSWER = ("key", "seen", "by", "on")


def apply_draft(session: Session, entity: Partner, draft: PartnerDraft, today: date | None = None) -> None:
    """Make the partner what the draft says and compute its keys.

    The name, the representative, the address and the note stay letter for letter as typed.

    Raises:
        InputError: something of the draft cannot be taken; nothing is changed then.
    """
    checked = check_draft(draft, today=today, stored_form=entity.legal_form or "")
    with session.no_autoflush:
        for name, value in (_values(checked, AS_TYPED) | _values(checked.profile, PROFILE)).items():
            setattr(entity, name, value)
        entity.kind = checked.kind.value
        entity.activity_fields = list(checked.activity_fields)
        entity.public_fields = sorted(checked.public_fields)
        _apply_parts(entity, checked)
        refresh_keys(session, entity)


def _apply_parts(entity: Partner, draft: PartnerDraft) -> None:
    names = [_Typed(None, {"name": name}) for name in draft.former_names]
    tags = [_Typed(None, {"name": name}) for name in draft.tags]
    contacts = [_Typed(one.id, _values(one, _CONTACT)) for one in draft.contacts]
    officers = [_Typed(one.id, _values(one, _OFFICER)) for one in draft.officers]
    answers = [
        _Typed(None, {**_values(one, _ANSWER), "state": one.state.value}) for one in draft.profile.asked
    ]
    _set_parts(entity.former_names, PartnerFormerName, ("name",), names)
    _set_parts(entity.tags, PartnerTag, ("name",), tags)
    _set_parts(entity.contacts, PartnerContact, ("purpose", "person"), contacts)
    _set_parts(entity.officers, PartnerOfficer, ("title", "name"), officers)
    _set_parts(entity.answers, PartnerAnswer, ("key",), answers)


def _set_parts(rows: list[_Row], model: type[_Row], identity: Sequence[str], typed: Sequence[_Typed]) -> None:
    """Make the rows what is typed: one with its id or, where that is not known, its words stays the same."""
    left = list(rows)
    found = [_take(left, ("id",), {"id": one.id}) for one in typed]
    for place, one in enumerate(typed):
        found[place] = found[place] or _take(left, identity, one.values)
    made = [row if row is not None else model() for row in found]
    for position, (row, one) in enumerate(zip(made, typed, strict=True)):
        row.position = position
        for name, value in one.values.items():
            setattr(row, name, value)
    rows[:] = made


def _take(rows: list[_Row], names: Sequence[str], wanted: Mapping[str, object]) -> _Row | None:
    """Take out of the rows the first that has the wanted values under these names."""
    values = [wanted[name] for name in names]
    row = next((row for row in rows if list(_values(row, names).values()) == values), None)
    if row is not None:
        rows.remove(row)
    return row


def _values(typed: object, names: Sequence[str]) -> dict[str, object]:
    return {name: getattr(typed, name) for name in names}
