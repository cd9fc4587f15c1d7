"""From the tables of 団体台帳 to frozen records."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import fields
from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, Row, func, select
from sqlalchemy.orm import Session

from kyodo_desktop.base.clock import office_time
from kyodo_desktop.base.errors import NotFoundError
from kyodo_desktop.base.i18n import _
from kyodo_desktop.models import (
    Collaboration,
    ContactRecord,
    Participation,
    ParticipationPartner,
    Partner,
    PartnerAnswer,
    PartnerFormerName,
    PartnerPart,
    PartnerTag,
)
from kyodo_desktop.models import PartnerContact as PartnerContactRow
from kyodo_desktop.models import PartnerOfficer as PartnerOfficerRow
from kyodo_desktop.records.partner_parts import PartnerContact, PartnerOfficer, PartnerProfile, ProfileAnswer
from kyodo_desktop.records.partners import (
    PartnerCollaboration,
    PartnerDraft,
    PartnerKind,
    PartnerRecord,
)
from kyodo_desktop.records.proposals import Confirmation
from kyodo_desktop.services.collaboration_records import read_departments
from kyodo_desktop.services.partner_edit import AS_TYPED, PROFILE

_SAME = (
    *AS_TYPED,
    "id",
    "key",
    "full_key",
    "bare_key",
    "sort_key",
    "confirmed_on",
    "confirmed_by",
    "merged_into",
)


_AT_ONCE = 5_000
"""How many ids one question to the database holds."""

_Rows = dict[int, list[Row[*tuple[Any, ...]]]]

_ROW = [column for column in Partner.__table__.columns if column.key not in PROFILE]
"""What a list shows of a partner: the long texts of its profile stay where they are."""


def read_partners(
    session: Session, *conditions: ColumnElement[bool], whole: bool = False
) -> tuple[PartnerRecord, ...]:
    """Return the partners that meet the conditions, by reading; `whole` ones with all of their parts."""
    columns = Partner.__table__.columns if whole else _ROW
    rows = session.execute(
        select(*columns).where(*conditions).order_by(Partner.sort_key, Partner.name, Partner.id)
    )
    read = _Reader(session, conditions, whole=whole)
    return tuple(map(read.record, rows))


def read_chosen_partners(session: Session, ids: Sequence[int]) -> tuple[PartnerRecord, ...]:
    """Return whole partners in the order of `ids`.

    Raises:
        NotFoundError: one of them is not there.
    """
    chosen = tuple(dict.fromkeys(ids))
    found = read_whole_partners(session, chosen)
    if len(found) < len(chosen):
        raise NotFoundError(_("この団体は、もう台帳にありません。台帳を開き直してください。"))
    return tuple(found[one] for one in chosen)


def read_whole_partners(session: Session, ids: Sequence[int]) -> dict[int, PartnerRecord]:
    """Return by id the whole partners that are there, however many are asked for."""
    found: dict[int, PartnerRecord] = {}
    for start in range(0, len(ids), _AT_ONCE):
        some = ids[start : start + _AT_ONCE]
        found |= {one.id: one for one in read_partners(session, Partner.id.in_(some), whole=True)}
    return found


def draft_of(partner: PartnerRecord) -> PartnerDraft:
    """Return a whole record as the draft that changes nothing of it.

    Raises:
        ValueError: it is the row of a list; to save that would lose its contacts, officers and profile.
    """
    if not partner.whole:
        raise ValueError("only a whole record can be edited: get it by its id")
    return PartnerDraft(**{field.name: getattr(partner, field.name) for field in fields(PartnerDraft)})


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


def last_contacts(session: Session, *conditions: ColumnElement[bool]) -> dict[int, date]:
    """Return the day of the last talk with each partner that meets the conditions."""
    rows = session.execute(
        select(ContactRecord.partner_id, func.max(ContactRecord.happened_at).label("last"))
        .join(Partner, Partner.id == ContactRecord.partner_id)
        .where(ContactRecord.deleted_at.is_(None), *conditions)
        .group_by(ContactRecord.partner_id)
    )
    return {row.partner_id: office_time(row.last).date() for row in rows}


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


class _Reader:
    """Rows of partners to records, with what stands in other tables read for all of them at once."""

    def __init__(self, session: Session, conditions: Sequence[ColumnElement[bool]], *, whole: bool) -> None:
        self._whole = whole
        self._counts = count_entries(session)
        self._last_contacts = last_contacts(session, *conditions)

        def read(part: type[PartnerPart]) -> _Rows:
            found: _Rows = defaultdict(list)
            columns = part.__table__.columns
            of = select(*columns).join(Partner, part.partner_id == Partner.id).where(*conditions)
            for row in session.execute(of.order_by(part.position, part.id)):
                found[row.partner_id].append(row)
            return found

        self._former_names, self._tags = read(PartnerFormerName), read(PartnerTag)
        if whole:
            self._contacts, self._officers = read(PartnerContactRow), read(PartnerOfficerRow)
            self._answers = read(PartnerAnswer)

    def record(self, row: Row[*tuple[Any, ...]]) -> PartnerRecord:
        """Return one partner."""
        parts: dict[str, Any] = self._parts(row) if self._whole else {}
        same: dict[str, Any] = {name: getattr(row, name) for name in _SAME}
        return PartnerRecord(
            **same,
            **parts,
            kind=PartnerKind(row.kind),
            former_names=tuple(one.name for one in self._former_names.get(row.id, ())),
            tags=tuple(one.name for one in self._tags.get(row.id, ())),
            activity_fields=tuple(row.activity_fields),
            public_fields=frozenset(row.public_fields),
            collaborations=self._counts.get(row.id, 0),
            deleted=row.deleted_at is not None,
            last_contact_on=self._last_contacts.get(row.id),
            whole=self._whole,
        )

    def _parts(self, row: Row[*tuple[Any, ...]]) -> dict[str, Any]:
        texts: dict[str, Any] = {name: getattr(row, name) for name in PROFILE}
        asked = tuple(map(_answer, self._answers.get(row.id, ())))
        return {
            "contacts": tuple(map(_contact, self._contacts.get(row.id, ()))),
            "officers": tuple(map(_officer, self._officers.get(row.id, ()))),
            "profile": PartnerProfile(**texts, asked=asked),
        }


def _contact(row: Row[*tuple[Any, ...]]) -> PartnerContact:
    return PartnerContact(row.purpose, row.person, row.phone, row.fax, row.email, row.note, row.id)


def _officer(row: Row[*tuple[Any, ...]]) -> PartnerOfficer:
    return PartnerOfficer(row.title, row.name, row.kana, row.starts_on, row.ends_on, row.id)


def _answer(row: Row[*tuple[Any, ...]]) -> ProfileAnswer:
    return ProfileAnswer(row.key, Confirmation(row.state), row.seen, row.by, row.on)
