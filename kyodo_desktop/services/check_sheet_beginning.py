"""A check sheet begun from another record: what that fills in, and which sheets it has already; to share."""

from dataclasses import asdict
from datetime import date

from sqlalchemy import ColumnElement, or_, true
from sqlalchemy.orm import Session

from kyodo_desktop.models import CheckSheet, Partner, Proposal
from kyodo_desktop.records.check_sheets import CheckSheetBeginning, CheckSheetDraft
from kyodo_desktop.records.sheets import SheetOwner
from kyodo_desktop.services.check_sheet_records import read_check_sheets
from kyodo_desktop.services.subjects import read_subject


def begin_for(session: Session, owner: SheetOwner, today: date) -> CheckSheetBeginning:
    """Return a blank sheet for a record, and the sheets it has in that fiscal year.

    Raises:
        NotFoundError: the record is not there, or is of a kind that has no check sheets.
    """
    draft = blank_for(session, owner, today)
    others = read_check_sheets(session, of_same(draft))
    return CheckSheetBeginning(draft, _partner_name(session, draft), others)


def _partner_name(session: Session, draft: CheckSheetDraft) -> str:
    """Return the partner's name, of a proposal also one that is not in the register."""
    if draft.partner_id is not None:
        return session.get_one(Partner, draft.partner_id).name
    proposal = session.get(Proposal, draft.proposal_id) if draft.proposal_id is not None else None
    return proposal.partner_name if proposal is not None else ""


def blank_for(session: Session, owner: SheetOwner, today: date) -> CheckSheetDraft:
    """Return a blank sheet for an entry of the list, a proposal or a partner.

    Raises:
        NotFoundError: there is no such record.
    """
    return CheckSheetDraft(**asdict(read_subject(session, owner, today)))


def of_same(draft: CheckSheetDraft) -> ColumnElement[bool]:
    """Return the condition that a sheet is of the draft's project and fiscal year.

    That is one of its proposal or its entry, or a sheet of neither that bears its name; for a partner alone
    every such sheet of the partner.
    """
    free = CheckSheet.proposal_id.is_(None) & CheckSheet.collaboration_id.is_(None)
    whose: ColumnElement[bool] = true()
    if draft.partner_id is not None:
        whose = or_(CheckSheet.partner_id.is_(None), CheckSheet.partner_id == draft.partner_id)
    same = [
        condition
        for condition, value in (
            (CheckSheet.proposal_id == draft.proposal_id, draft.proposal_id),
            (CheckSheet.collaboration_id == draft.collaboration_id, draft.collaboration_id),
            (CheckSheet.title == draft.title, draft.title.strip() or None),
        )
        if value is not None
    ]
    if draft.title.strip():
        is_linked = draft.proposal_id is not None or draft.collaboration_id is not None
        same[-1] &= (free if is_linked else true()) & whose
    elif not same:
        same = [free & (CheckSheet.partner_id == draft.partner_id)]
    return or_(*same) & (CheckSheet.fiscal_year == draft.fiscal_year) & CheckSheet.deleted_at.is_(None)
