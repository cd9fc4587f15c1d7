"""Search and sort keys, computed whenever a record is saved.

The fields of a row are folded one by one and joined, so that no match spans two of them
(`japanese.folding`). What a person wrote is never touched.
"""

from collections.abc import Iterable

from sqlalchemy import select
from sqlalchemy.orm import Session, selectinload

from kyodo_desktop.base.i18n import _
from kyodo_desktop.japanese import folding
from kyodo_desktop.japanese.sorting import sort_key
from kyodo_desktop.models import Collaboration, ContactRecord, Participation, ParticipationPartner, Partner
from kyodo_desktop.models.base import Searchable
from kyodo_desktop.records.collaborations import join_departments
from kyodo_desktop.services.collaboration_forms import form_label


def refresh_keys(session: Session, entity: Collaboration | ContactRecord | Partner) -> None:
    """Compute the keys of an entry, a talk or a partner anew; call it before the change is flushed.

    When a partner's own keys change, those of the entries that name it follow.
    """
    if isinstance(entity, Collaboration):
        _fold(entity, _collaboration_fields(entity))
        return
    if isinstance(entity, ContactRecord):
        _fold(entity, (entity.caller, entity.person, *_phone(entity.phone)))
        return
    before = entity.full_key
    _fold(entity, _partner_fields(entity))
    entity.sort_key = sort_key(entity.kana or entity.name)
    if entity.id is not None and entity.full_key != before:
        for collaboration in _naming(session, entity):
            refresh_keys(session, collaboration)


def refresh_lagging(session: Session) -> int:
    """Compute the keys of all rows whose recipe is an older one; return how many there were."""
    parts = [
        selectinload(part)
        for part in (Partner.former_names, Partner.officers, Partner.contacts, Partner.tags)
    ]
    partners = select(Partner).options(*parts).where(Partner.key_version != folding.KEY_VERSION)
    entries = select(Collaboration).where(Collaboration.key_version != folding.KEY_VERSION)
    talks = select(ContactRecord).where(ContactRecord.key_version != folding.KEY_VERSION)
    lagging = [*session.scalars(partners), *session.scalars(entries), *session.scalars(talks)]
    for entity in lagging:
        refresh_keys(session, entity)
    return len(lagging)


def name_part(key: str) -> str:
    """Return the part of a partner's key that is its name."""
    return key.split(folding.SEPARATOR, maxsplit=1)[0]


def _fold(entity: Searchable, fields: Iterable[str]) -> None:
    entity.full_key, entity.bare_key = folding.search_keys(fields)
    entity.key_version = folding.KEY_VERSION


def _partner_fields(partner: Partner) -> Iterable[str]:
    # The name and then the reading come first: `partner_search` ranks by them.
    yield partner.name
    yield partner.kana
    yield partner.short_name
    for former in partner.former_names:
        yield former.name
    yield partner.representative
    yield from _phone(partner.phone)
    yield partner.email
    yield partner.postal_code
    yield partner.address
    yield partner.corporate_number
    for officer in partner.officers:
        yield officer.name
        yield officer.kana
    for contact in partner.contacts:
        yield contact.person
        yield from _phone(contact.phone)
        yield from _phone(contact.fax)
        yield contact.email
        yield contact.note
    for tag in partner.tags:
        yield tag.name
    yield partner.website
    yield partner.note


def _phone(number: str) -> Iterable[str]:
    yield number
    yield "".join(letter for letter in number if letter.isdecimal())


def _collaboration_fields(collaboration: Collaboration) -> Iterable[str]:
    yield str(collaboration.number)
    # As one field, for they are shown as one cell; so are the lines of the partner cells, below.
    yield join_departments(row.department.name for row in collaboration.departments)
    yield collaboration.title
    yield "、".join(line for cell in collaboration.participations for line in cell.text.split("\n"))
    for cell in collaboration.participations:
        yield cell.text
        yield form_label(cell.collaboration_form)
        for link in cell.partners:
            yield link.partner.name
            yield link.unit
    yield collaboration.note
    if collaboration.note_doubtful:
        yield _("要確認")


def _naming(session: Session, partner: Partner) -> Iterable[Collaboration]:
    named = (
        select(Participation.collaboration_id)
        .join(ParticipationPartner)
        .where(ParticipationPartner.partner_id == partner.id)
    )
    return session.scalars(select(Collaboration).where(Collaboration.id.in_(named))).all()
