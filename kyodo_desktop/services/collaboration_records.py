"""From the tables of 取組 to frozen records: four plain queries, whatever the number of entries."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from typing import Any

from sqlalchemy import ColumnElement, Row, Select, select
from sqlalchemy.orm import Session

from kyodo_desktop.models import (
    Collaboration,
    CollaborationDepartment,
    Department,
    Participation,
    ParticipationPartner,
    Partner,
)
from kyodo_desktop.records.collaborations import (
    CollaborationRecord,
    CollaborationZone,
    ParticipationRecord,
    PartnerLink,
)
from kyodo_desktop.records.partners import PartnerKind

_MOST_AT_ONCE = 10_000
"""SQLite takes at most 32,766 values in one statement."""


def read_collaborations(
    session: Session, *conditions: ColumnElement[bool]
) -> tuple[CollaborationRecord, ...]:
    """Return the entries that meet the conditions, by year and number."""
    ids = select(Collaboration.id).where(*conditions)
    departments = read_departments(session, ids)
    cells = _cells(session, ids)
    rows = session.execute(
        select(
            Collaboration.id,
            Collaboration.fiscal_year,
            Collaboration.number,
            Collaboration.title,
            Collaboration.note,
            Collaboration.note_doubtful,
            Collaboration.zone,
            Collaboration.source,
            Collaboration.source_page,
            Collaboration.full_key,
            Collaboration.bare_key,
            Collaboration.deleted_at,
        )
        .where(*conditions)
        .order_by(Collaboration.fiscal_year, Collaboration.number, Collaboration.id)
    )
    return tuple(_record(row, departments[row.id], cells[row.id]) for row in rows)


def read_chosen(session: Session, ids: Sequence[int]) -> tuple[CollaborationRecord, ...]:
    """Return the living entries with these ids, in the order of the ids."""
    found: dict[int, CollaborationRecord] = {}
    for start in range(0, len(ids), _MOST_AT_ONCE):
        chosen = Collaboration.id.in_(ids[start : start + _MOST_AT_ONCE])
        records = read_collaborations(session, chosen, Collaboration.deleted_at.is_(None))
        found.update((record.id, record) for record in records)
    return tuple(found[one] for one in ids if one in found)


def _record(
    row: Row[*tuple[Any, ...]], departments: Iterable[str], cells: Iterable[ParticipationRecord]
) -> CollaborationRecord:
    return CollaborationRecord(
        id=row.id,
        fiscal_year=row.fiscal_year,
        number=row.number,
        departments=tuple(departments),
        title=row.title,
        participations=tuple(cells),
        note=row.note,
        note_doubtful=row.note_doubtful,
        zone=CollaborationZone(row.zone) if row.zone else None,
        source=row.source,
        source_page=row.source_page,
        full_key=row.full_key,
        bare_key=row.bare_key,
        deleted=row.deleted_at is not None,
    )


def read_departments(session: Session, ids: Select[int] | Collection[int]) -> dict[int, list[str]]:
    """Return the 課 of entries, each entry's in their order."""
    found: dict[int, list[str]] = defaultdict(list)
    rows = session.execute(
        select(CollaborationDepartment.collaboration_id, Department.name)
        .join(Department, CollaborationDepartment.department_id == Department.id)
        .where(CollaborationDepartment.collaboration_id.in_(ids))
        .order_by(CollaborationDepartment.position, CollaborationDepartment.id)
    )
    for collaboration_id, name in rows:
        found[collaboration_id].append(name)
    return found


def _cells(session: Session, ids: Select[int]) -> dict[int, list[ParticipationRecord]]:
    links = _links(session, ids)
    found: dict[int, list[ParticipationRecord]] = defaultdict(list)
    rows = session.execute(
        select(
            Participation.id,
            Participation.collaboration_id,
            Participation.text,
            Participation.collaboration_form,
        )
        .where(Participation.collaboration_id.in_(ids))
        .order_by(Participation.position, Participation.id)
    )
    for cell_id, collaboration_id, text, form in rows:
        found[collaboration_id].append(ParticipationRecord(cell_id, text, form, tuple(links[cell_id])))
    return found


def _links(session: Session, ids: Select[int]) -> dict[int, list[PartnerLink]]:
    found: dict[int, list[PartnerLink]] = defaultdict(list)
    rows = session.execute(
        select(
            ParticipationPartner.participation_id,
            ParticipationPartner.unit,
            Partner.id,
            Partner.name,
            Partner.kind,
            Partner.kind_estimated,
        )
        .join(Participation, ParticipationPartner.participation_id == Participation.id)
        .join(Partner, ParticipationPartner.partner_id == Partner.id)
        .where(Participation.collaboration_id.in_(ids))
        .order_by(ParticipationPartner.position, ParticipationPartner.id)
    )
    for cell_id, unit, partner_id, name, kind, estimated in rows:
        found[cell_id].append(PartnerLink(partner_id, name, unit, PartnerKind(kind), estimated))
    return found
