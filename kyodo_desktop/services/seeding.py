"""What a new database is filled with: the register's first partners and the list of 平成30年度.

Filling again changes nothing: partners are known by their fixed keys, and a year that has entries is left
alone, whatever the office made of it.
"""

from collections.abc import Mapping

from sqlalchemy import select
from sqlalchemy.orm import Session

from kyodo_desktop.models import (
    Collaboration,
    CollaborationDepartment,
    Department,
    Participation,
    ParticipationPartner,
    Partner,
    PartnerPair,
)
from kyodo_desktop.records.partners import PartnerKind
from kyodo_desktop.services.keys import refresh_keys
from kyodo_desktop.services.shipped_list import (
    ShippedCell,
    ShippedEntry,
    ShippedPartner,
    shipped_departments,
    shipped_list,
    shipped_pairs,
    shipped_partners,
)
from kyodo_desktop.store import Store

SHIPPED_YEAR = 2018
"""平成30年度, the year of the handbook's list."""


def fill(store: Store) -> None:
    """Put in what ships with the program and is not there yet; nothing of it is logged."""
    with store.seeding() as session:
        departments = _fill_departments(session)
        partners = _fill_partners(session)
        _fill_pairs(session, partners)
        _fill_entries(session, departments, partners)


def _fill_departments(session: Session) -> dict[str, Department]:
    known = {department.name: department for department in session.scalars(select(Department))}
    # An office's own departments.toml may lack a 課 that the printed list names.
    listed = (name for entry in shipped_list(SHIPPED_YEAR).entries for name in entry.departments)
    for position, name in enumerate(dict.fromkeys((*shipped_departments(), *listed))):
        if name not in known:
            known[name] = Department(name=name, position=position)
            session.add(known[name])
    return known


def _fill_partners(session: Session) -> dict[str, Partner]:
    known = {partner.key: partner for partner in session.scalars(select(Partner)) if partner.key}
    for shipped in shipped_partners():
        if shipped.key not in known:
            known[shipped.key] = _make_partner(session, shipped)
    session.flush()
    return known


def _make_partner(session: Session, shipped: ShippedPartner) -> Partner:
    partner = Partner(
        key=shipped.key,
        name=shipped.name,
        kana=shipped.kana,
        kind=shipped.estimated_kind or PartnerKind.UNSET,
        kind_estimated=shipped.estimated_kind is not None,
        representative="",
        phone="",
        email="",
        postal_code="",
        address="",
        note="",
        short_name="",
        corporate_number="",
        website="",
    )
    refresh_keys(session, partner)
    session.add(partner)
    return partner


def _fill_pairs(session: Session, partners: Mapping[str, Partner]) -> None:
    known = {frozenset((pair.first_id, pair.second_id)) for pair in session.scalars(select(PartnerPair))}
    for shipped in shipped_pairs():
        ids = partners[shipped.first].id, partners[shipped.second].id
        if frozenset(ids) not in known:
            session.add(PartnerPair(first_id=ids[0], second_id=ids[1], reason=shipped.reason))


def _fill_entries(
    session: Session, departments: Mapping[str, Department], partners: Mapping[str, Partner]
) -> None:
    there = select(Collaboration.id).where(Collaboration.fiscal_year == SHIPPED_YEAR).limit(1)
    if session.scalar(there) is not None:
        return
    shipped = shipped_list(SHIPPED_YEAR)
    for entry in shipped.entries:
        collaboration = Collaboration(
            fiscal_year=shipped.fiscal_year,
            number=entry.number,
            title=entry.title,
            note=entry.note,
            note_doubtful=entry.note_doubtful,
            source=shipped.source,
            source_page=entry.page,
            departments=_make_departments(entry, departments),
            participations=[
                _make_cell(position, cell, partners) for position, cell in enumerate(entry.cells)
            ],
        )
        refresh_keys(session, collaboration)
        session.add(collaboration)


def _make_departments(
    entry: ShippedEntry, departments: Mapping[str, Department]
) -> list[CollaborationDepartment]:
    return [
        CollaborationDepartment(department=departments[name], position=position)
        for position, name in enumerate(entry.departments)
    ]


def _make_cell(position: int, cell: ShippedCell, partners: Mapping[str, Partner]) -> Participation:
    links = [
        ParticipationPartner(partner=partners[link.partner], unit=link.unit, position=at)
        for at, link in enumerate(cell.links)
    ]
    return Participation(position=position, text=cell.text, collaboration_form=cell.form, partners=links)
