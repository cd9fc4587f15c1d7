"""A check sheet begun from another record: what that fills in, and which sheets it has already; to share."""

from datetime import date

from sqlalchemy import ColumnElement, or_
from sqlalchemy.orm import Session

from kyodo_desktop.base.errors import NotFoundError
from kyodo_desktop.base.i18n import _
from kyodo_desktop.japanese.fiscal_year import fiscal_year as year_of
from kyodo_desktop.models import CheckSheet, Collaboration, Partner, Proposal
from kyodo_desktop.records.check_sheets import CheckSheetBeginning, CheckSheetDraft
from kyodo_desktop.records.collaborations import join_departments
from kyodo_desktop.records.sheets import SheetOwner
from kyodo_desktop.services.check_sheet_records import read_check_sheets
from kyodo_desktop.services.merge_links import living_id


def begin_for(session: Session, owner: SheetOwner, today: date) -> CheckSheetBeginning:
    """Return a blank sheet for a record, and the sheets it has in that fiscal year.

    Raises:
        NotFoundError: the record is not there, or is of a kind that has no check sheets.
    """
    draft = _DRAFTS[owner.kind](session, owner.record_id, today)
    same_year = (CheckSheet.fiscal_year == draft.fiscal_year) & CheckSheet.deleted_at.is_(None)
    others = read_check_sheets(session, same_year, _of_same(draft))
    return CheckSheetBeginning(draft, _partner_name(session, draft), others)


def _partner_name(session: Session, draft: CheckSheetDraft) -> str:
    """Return the partner's name, of a proposal also one that is not in the register."""
    if draft.partner_id is not None:
        return session.get_one(Partner, draft.partner_id).name
    proposal = session.get(Proposal, draft.proposal_id) if draft.proposal_id is not None else None
    return proposal.partner_name if proposal is not None else ""


def draft_from_collaboration(session: Session, record_id: int, today: date) -> CheckSheetDraft:
    """Return a blank sheet for an entry of the list: its year, name, 課 and first partner.

    Raises:
        NotFoundError: there is no such entry.
    """
    entry = session.get(Collaboration, record_id)
    if entry is None:
        raise NotFoundError(_("この取組は、もうありません。一覧を開き直してください。"))
    linked = [link.partner_id for cell in entry.participations for link in cell.partners]
    return CheckSheetDraft(
        fiscal_year=entry.fiscal_year,
        title=entry.title,
        collaboration_id=entry.id,
        partner_id=linked[0] if linked else None,
        department=join_departments(row.department.name for row in entry.departments),
    )


def draft_from_proposal(session: Session, record_id: int, today: date) -> CheckSheetDraft:
    """Return a blank sheet for a proposal: its year, name, 課 and partner.

    Raises:
        NotFoundError: there is no such proposal.
    """
    found = session.get(Proposal, record_id)
    if found is None:
        raise NotFoundError(_("この提案は、もうありません。一覧を開き直してください。"))
    return CheckSheetDraft(
        fiscal_year=found.fiscal_year or year_of(today),
        title=found.title,
        proposal_id=found.id,
        collaboration_id=found.collaboration_id,
        partner_id=living_id(session, found.partner_id),
        department=found.department,
    )


def _draft_from_partner(session: Session, record_id: int, today: date) -> CheckSheetDraft:
    partner_id = living_id(session, record_id)
    if session.get(Partner, partner_id) is None:
        raise NotFoundError(_("この団体は、もうありません。一覧を開き直してください。"))
    return CheckSheetDraft(fiscal_year=year_of(today), title="", partner_id=partner_id)


def _of_same(draft: CheckSheetDraft) -> ColumnElement[bool]:
    """Return the condition that a sheet is of the draft's project; of a partner alone, that it is free."""
    same = [
        column == value
        for column, value in (
            (CheckSheet.proposal_id, draft.proposal_id),
            (CheckSheet.collaboration_id, draft.collaboration_id),
        )
        if value is not None
    ]
    if same:
        return or_(*same)
    free = CheckSheet.proposal_id.is_(None) & CheckSheet.collaboration_id.is_(None)
    return free & (CheckSheet.partner_id == draft.partner_id)


_DRAFTS = {
    "collaboration": draft_from_collaboration,
    "proposal": draft_from_proposal,
    "partner": _draft_from_partner,
}
