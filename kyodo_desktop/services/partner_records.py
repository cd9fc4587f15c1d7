"""From the tables of 団体台帳 to frozen records."""

from typing import Any

from sqlalchemy import ColumnElement, Row, func, select
from sqlalchemy.orm import Session

from kyodo_desktop.models import Collaboration, Participation, ParticipationPartner, Partner
from kyodo_desktop.models import PartnerPair as PartnerPairRow
from kyodo_desktop.records.partners import PartnerCollaboration, PartnerKind, PartnerPair, PartnerRecord
from kyodo_desktop.services.collaboration_records import read_departments


def read_partners(session: Session, *conditions: ColumnElement[bool]) -> tuple[PartnerRecord, ...]:
    """Return the partners that meet the conditions, by reading."""
    counts = count_entries(session)
    rows = session.execute(
        select(*Partner.__table__.columns)
        .where(*conditions)
        .order_by(Partner.sort_key, Partner.name, Partner.id)
    )
    return tuple(_record(row, counts.get(row.id, 0)) for row in rows)


def count_entries(session: Session) -> dict[int, int]:
    """Return in how many living entries of the list each partner takes part."""
    rows = session.execute(
        select(
            ParticipationPartner.partner_id,
            func.count(func.distinct(Participation.collaboration_id)).label("entries"),
        )
        .join(Participation, ParticipationPartner.participation_id == Participation.id)
        .join(Collaboration, Participation.collaboration_id == Collaboration.id)
        .where(Collaboration.deleted_at.is_(None))
        .group_by(ParticipationPartner.partner_id)
    )
    return {row.partner_id: row.entries for row in rows}


def read_partner_collaborations(session: Session, partner_id: int) -> tuple[PartnerCollaboration, ...]:
    """Return where a partner takes part, newest year first; one line for each of its cells."""
    rows = session.execute(
        select(
            Collaboration.id,
            Collaboration.fiscal_year,
            Collaboration.number,
            Collaboration.title,
            Participation.collaboration_form,
            ParticipationPartner.unit,
        )
        .join(Participation, ParticipationPartner.participation_id == Participation.id)
        .join(Collaboration, Participation.collaboration_id == Collaboration.id)
        .where(ParticipationPartner.partner_id == partner_id, Collaboration.deleted_at.is_(None))
        .order_by(Collaboration.fiscal_year.desc(), Collaboration.number, Participation.position)
    ).all()
    departments = read_departments(session, {row.id for row in rows})
    return tuple(
        PartnerCollaboration(
            collaboration_id=row.id,
            fiscal_year=row.fiscal_year,
            number=row.number,
            title=row.title,
            departments=tuple(departments[row.id]),
            collaboration_form=row.collaboration_form,
            unit=row.unit,
        )
        for row in rows
    )


def read_likely_same(session: Session, partner: PartnerRecord) -> tuple[PartnerPair, ...]:
    """Return the undecided pairs of a partner; it stands first in each."""
    mine = (PartnerPairRow.first_id == partner.id) | (PartnerPairRow.second_id == partner.id)
    rows = session.scalars(select(PartnerPairRow).where(mine, PartnerPairRow.decision == "")).all()
    reasons = {row.second_id if row.first_id == partner.id else row.first_id: row.reason for row in rows}
    others = read_partners(session, Partner.id.in_(reasons), Partner.deleted_at.is_(None))
    return tuple(PartnerPair(partner, other, reasons[other.id]) for other in others)


def _record(row: Row[*tuple[Any, ...]], collaborations: int) -> PartnerRecord:
    return PartnerRecord(
        id=row.id,
        name=row.name,
        kana=row.kana,
        kind=PartnerKind(row.kind),
        kind_estimated=row.kind_estimated,
        representative=row.representative,
        phone=row.phone,
        email=row.email,
        postal_code=row.postal_code,
        address=row.address,
        note=row.note,
        full_key=row.full_key,
        bare_key=row.bare_key,
        sort_key=row.sort_key,
        key=row.key,
        collaborations=collaborations,
        confirmed_on=row.confirmed_on,
        deleted=row.deleted_at is not None,
    )
