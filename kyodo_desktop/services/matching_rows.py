"""What of the register partners are compared by, read at once and without their records."""

from collections import defaultdict
from collections.abc import Iterable, Iterator

from sqlalchemy import ColumnElement, func, or_, select
from sqlalchemy.orm import Session

from kyodo_desktop.japanese.folding import SEPARATOR
from kyodo_desktop.models import Partner, PartnerContact, PartnerFormerName
from kyodo_desktop.records.partners import PartnerDraft
from kyodo_desktop.services.keys import name_part
from kyodo_desktop.services.likeness import Traits, keys_of, make_traits

_FEW = 500
"""So many ids go into a question as they are."""

_SHORT = 2
"""A name this short stands in too many others to be looked for inside them."""


def traits_of(draft: PartnerDraft) -> Traits:
    """Return what a draft is compared by."""
    return make_traits(
        0,
        draft.name,
        kana=draft.kana,
        aliases=(draft.short_name, *draft.former_names),
        phones=(draft.phone, *(contact.phone for contact in draft.contacts)),
        emails=(draft.email, *(contact.email for contact in draft.contacts)),
        address=draft.address,
        number=draft.corporate_number,
    )


def read_traits(session: Session, *conditions: ColumnElement[bool]) -> tuple[Traits, ...]:
    """Return what the living partners that meet the conditions are compared by."""
    wanted = (Partner.deleted_at.is_(None), *conditions)
    rows = session.execute(
        select(
            Partner.id,
            Partner.name,
            Partner.kana,
            Partner.short_name,
            Partner.phone,
            Partner.email,
            Partner.address,
            Partner.corporate_number,
            Partner.full_key,
            Partner.bare_key,
        ).where(*wanted)
    ).all()
    # A few are named, so that the conditions need not be tried on every partner again.
    ids = [row.id for row in rows] if len(rows) <= _FEW else select(Partner.id).where(*wanted)
    names = session.scalars(select(PartnerFormerName).where(PartnerFormerName.partner_id.in_(ids)))
    former = _by_partner((row.partner_id, row.name) for row in names)
    reached = session.execute(
        select(PartnerContact.partner_id, PartnerContact.phone, PartnerContact.email).where(
            PartnerContact.partner_id.in_(ids)
        )
    ).all()
    phones = _by_partner((row.partner_id, row.phone) for row in reached)
    emails = _by_partner((row.partner_id, row.email) for row in reached)
    return tuple(
        make_traits(
            row.id,
            row.name,
            kana=row.kana,
            aliases=(row.short_name, *former[row.id]),
            phones=(row.phone, *phones[row.id]),
            emails=(row.email, *emails[row.id]),
            address=row.address,
            number=row.corporate_number,
            keys=(name_part(row.full_key), name_part(row.bare_key)),
        )
        for row in rows
    )


def may_be(one: Traits) -> ColumnElement[bool] | None:
    """Return a condition that every partner meets that could share a key with this one, and few others."""
    conditions = [condition for kind, value in keys_of(one) for condition in _may_have(kind, value)]
    return or_(*conditions) if conditions else None


def _may_have(kind: str, value: str) -> Iterator[ColumnElement[bool]]:
    if kind == "number":
        yield Partner.corporate_number == value
    elif kind in {"phone", "email"}:
        yield Partner.full_key.contains(value, autoescape=True)
        column = PartnerContact.email if kind == "email" else _digits(PartnerContact.phone)
        yield Partner.id.in_(
            select(PartnerContact.partner_id).where(func.lower(column).contains(value, autoescape=True))
        )
    elif kind == "place":
        # The house number, in the folded key: an address is written in too many ways to be looked for whole.
        digits = max("".join(c if c.isdecimal() else " " for c in value).split(), key=len)
        yield Partner.full_key.contains(digits, autoescape=True)
    else:
        name = value.split(":", 1)[1] if kind == "called" else value
        if len(name) > _SHORT:
            yield Partner.bare_key.contains(name, autoescape=True)
        else:
            yield Partner.bare_key == name
            yield Partner.bare_key.startswith(name + SEPARATOR, autoescape=True)


def _digits(column: ColumnElement[str] | object) -> ColumnElement[str]:
    return func.replace(func.replace(func.replace(column, "-", ""), " ", ""), "+", "")


def _by_partner(rows: Iterable[tuple[int, str]]) -> defaultdict[int, list[str]]:
    found: defaultdict[int, list[str]] = defaultdict(list)
    for partner_id, value in rows:
        found[partner_id].append(value)
    return found
