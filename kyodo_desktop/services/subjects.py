"""What a check sheet, an evaluation or a guide is about, as a record says it; to share."""

from dataclasses import dataclass
from datetime import date

from sqlalchemy.orm import Session

from kyodo_desktop.base.errors import InputError, NotFoundError
from kyodo_desktop.base.i18n import _
from kyodo_desktop.japanese.fiscal_year import fiscal_year as year_of
from kyodo_desktop.models import Collaboration, Partner, Proposal
from kyodo_desktop.records.collaborations import join_departments
from kyodo_desktop.records.sheets import SheetOwner
from kyodo_desktop.services.merge_links import living_id


@dataclass(frozen=True, slots=True)
class Subject:
    """Year, project, partner and 課; the names are those of the drafts that begin with them."""

    fiscal_year: int
    title: str = ""
    proposal_id: int | None = None
    collaboration_id: int | None = None
    partner_id: int | None = None
    department: str = ""


def read_subject(session: Session, owner: SheetOwner | None, today: date) -> Subject:
    """Return what is known of a proposal, an entry of the list or a partner; of nothing, this fiscal year.

    Raises:
        NotFoundError: there is no such record.
    """
    if owner is None:
        return Subject(year_of(today))
    match owner.kind:
        case "proposal":
            return _of_proposal(session, owner.record_id, today)
        case "collaboration":
            return _of_collaboration(session, owner.record_id)
        case "partner":
            return _of_partner(session, owner.record_id, today)
    raise NotFoundError(_("この記録からは始められません。提案、取組、団体のどれかから始めてください。"))


def _of_proposal(session: Session, record_id: int, today: date) -> Subject:
    found = session.get(Proposal, record_id)
    if found is None:
        raise NotFoundError(_("この提案は、もうありません。一覧を開き直してください。"))
    return Subject(
        found.fiscal_year or year_of(today),
        found.title,
        proposal_id=found.id,
        collaboration_id=found.collaboration_id,
        partner_id=living_id(session, found.partner_id),
        department=found.department,
    )


def _of_collaboration(session: Session, record_id: int) -> Subject:
    entry = session.get(Collaboration, record_id)
    if entry is None:
        raise NotFoundError(_("この取組は、もうありません。一覧を開き直してください。"))
    linked = [link.partner_id for cell in entry.participations for link in cell.partners]
    return Subject(
        entry.fiscal_year,
        entry.title,
        collaboration_id=entry.id,
        partner_id=living_id(session, linked[0]) if linked else None,
        department=join_departments(row.department.name for row in entry.departments),
    )


def _of_partner(session: Session, record_id: int, today: date) -> Subject:
    partner_id = living_id(session, record_id)
    if session.get(Partner, partner_id) is None:
        raise NotFoundError(_("この団体は、もうありません。一覧を開き直してください。"))
    return Subject(year_of(today), partner_id=partner_id)


def refuse_gone(session: Session, proposal_id: int | None, collaboration_id: int | None) -> None:
    """Refuse a proposal or an entry of the list that is not there any more.

    Raises:
        InputError: it is not there.
    """
    if proposal_id is not None and session.get(Proposal, proposal_id) is None:
        raise InputError(_("選んだ提案は、もうありません。選び直してください。"), "proposal_id")
    if collaboration_id is not None and session.get(Collaboration, collaboration_id) is None:
        raise InputError(_("選んだ取組は、もうありません。選び直してください。"), "collaboration_id")
