"""From stored talks to records, for services to share."""

from typing import Any

from sqlalchemy import ColumnElement, UnaryExpression, select
from sqlalchemy.orm import Session

from kyodo_desktop.base.errors import NotFoundError
from kyodo_desktop.base.i18n import _
from kyodo_desktop.models import ContactRecord as ContactRow
from kyodo_desktop.models import Partner
from kyodo_desktop.records.contacts import ContactDraft, ContactRecord, ContactWay

LIVING = ContactRow.deleted_at.is_(None)
"""Not in the wastebasket."""

OPEN = ContactRow.settled_on.is_(None) & (ContactRow.next_on.is_not(None) | (ContactRow.next_what != ""))
"""Something was promised and is not done."""

_NEWEST = (ContactRow.happened_at.desc(), ContactRow.id.desc())
_NEXT = (ContactRow.next_on.asc().nulls_last(), ContactRow.happened_at.asc(), ContactRow.id.asc())


def read_talks(
    session: Session,
    *where: ColumnElement[bool],
    first: UnaryExpression[Any] | None = None,
    limit: int | None = None,
) -> tuple[ContactRecord, ...]:
    """Return the talks that fulfil `where`, the newest first (or by `first`)."""
    order = _NEWEST if first is None else (first, *_NEWEST)
    return _read(session, where, order, limit)


def read_open_talks(session: Session, *where: ColumnElement[bool]) -> tuple[ContactRecord, ...]:
    """Return the living talks with something still to do, by its day; what has no day comes last."""
    return _read(session, (LIVING, OPEN, *where), _NEXT, None)


def find_talk(session: Session, record_id: int) -> ContactRow:
    """Return the row of a talk, to be changed.

    Raises:
        NotFoundError: there is none.
    """
    row = session.get(ContactRow, record_id)
    if row is None:
        raise missing()
    return row


def missing() -> NotFoundError:
    """Return the error for a talk that is not there."""
    return NotFoundError(_("この相談記録は、もうありません。一覧を開き直してください。"))


def draft_of(row: ContactRow) -> ContactDraft:
    """Return what a stored talk holds."""
    return ContactDraft(
        way=ContactWay(row.way),
        text=row.text,
        partner_id=row.partner_id,
        caller=row.caller,
        person=row.person,
        phone=row.phone,
        happened_at=row.happened_at,
        taken_by=row.taken_by,
        next_on=row.next_on,
        next_what=row.next_what,
        settled_on=row.settled_on,
        proposal_id=row.proposal_id,
    )


def _read(
    session: Session,
    where: tuple[ColumnElement[bool], ...],
    order: tuple[UnaryExpression[Any], ...],
    limit: int | None,
) -> tuple[ContactRecord, ...]:
    rows = session.execute(
        select(ContactRow, Partner.name)
        .outerjoin(Partner, Partner.id == ContactRow.partner_id)
        .where(*where)
        .order_by(*order)
        .limit(limit)
    )
    return tuple(_record(row, name or "") for row, name in rows)


def _record(row: ContactRow, partner_name: str) -> ContactRecord:
    return ContactRecord(
        id=row.id,
        draft=draft_of(row),
        who=partner_name or row.caller,
        happened_at=row.happened_at,
        deleted=row.deleted_at is not None,
    )
