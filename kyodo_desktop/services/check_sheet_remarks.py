"""What is odd about a check sheet: said, and kept all the same."""

from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from kyodo_desktop.base.i18n import _
from kyodo_desktop.forms import check_sheet_text
from kyodo_desktop.japanese.fiscal_year import format_fiscal_year
from kyodo_desktop.japanese.wareki import format_date
from kyodo_desktop.models import CheckSheet, Proposal
from kyodo_desktop.records.check_sheets import SIDE_LABELS, CheckSheetDraft, Moment
from kyodo_desktop.services.check_sheet_beginning import of_same


def check_sheet_remarks(session: Session, draft: CheckSheetDraft, record_id: int | None) -> tuple[str, ...]:
    """Return that there is another sheet of the project and year, whose items it has, what came too late."""
    remarks = []
    remarks += _other_items(session, draft, record_id)
    if _has_twin(session, draft, record_id):
        remarks.append(_("この事業のこの年度のシートは、ほかにもあります。どちらも残ります。"))
    ended = _ended_on(session, draft)
    late = [
        one
        for one in draft.fillings or ()
        if one.moment is Moment.BEFORE and one.filled_on and one.filled_on > ended
    ]
    for one in late:
        words = _("{side}の事業前は、事業が終わった日（{day}）より後に記入されています。このまま残せます。")
        remarks.append(words.format(side=_(SIDE_LABELS[one.side]), day=format_date(ended)))
    return tuple(remarks)


def _other_items(session: Session, draft: CheckSheetDraft, record_id: int | None) -> list[str]:
    """Return that a sheet with marks keeps the items it was begun with, where its year has others."""
    sheet = session.get(CheckSheet, record_id) if record_id is not None else None
    own = draft.version or (sheet.version if sheet is not None else None)
    valid = check_sheet_text.version_for(draft.fiscal_year)
    if own in (None, valid) or not (draft.marks or (sheet is not None and sheet.agreements)):
        return []
    words = _(
        "{year}の項目は第{valid}版ですが、このシートには記入があるので、第{own}版の項目のまま残します。"
    )
    return [words.format(year=format_fiscal_year(draft.fiscal_year), valid=valid, own=own)]


def _ended_on(session: Session, draft: CheckSheetDraft) -> date:
    """Return the end of a sheet's project, of one without a proposal that of the fiscal year."""
    proposal = session.get(Proposal, draft.proposal_id) if draft.proposal_id is not None else None
    ends_on = proposal.ends_on if proposal is not None else None
    return ends_on or date(draft.fiscal_year + 1, 3, 31)


def _has_twin(session: Session, draft: CheckSheetDraft, record_id: int | None) -> bool:
    if draft.proposal_id is None and draft.collaboration_id is None and not draft.title.strip():
        return False
    return any(one != record_id for one in session.scalars(select(CheckSheet.id).where(of_same(draft))))
