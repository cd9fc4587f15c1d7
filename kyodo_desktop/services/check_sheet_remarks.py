"""What is odd about a check sheet: said, and kept all the same."""

from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from kyodo_desktop.base.i18n import _
from kyodo_desktop.japanese.wareki import format_date
from kyodo_desktop.models import CheckSheet, Proposal
from kyodo_desktop.records.check_sheets import SIDE_LABELS, CheckSheetDraft, Moment


def check_sheet_remarks(session: Session, draft: CheckSheetDraft, record_id: int | None) -> tuple[str, ...]:
    """Return that there is another sheet of the project and year, and what was filled in too late."""
    remarks = []
    if _has_twin(session, draft, record_id):
        remarks.append(_("この事業のこの年度のシートは、ほかにもあります。どちらも残ります。"))
    ended = _ended_on(session, draft.proposal_id)
    late = [
        one
        for one in draft.fillings or ()
        if one.moment is Moment.BEFORE and one.filled_on and ended and one.filled_on > ended
    ]
    for one in late:
        words = _("{side}の事業前は、事業が終わった日（{day}）より後に記入されています。このまま残せます。")
        remarks.append(words.format(side=_(SIDE_LABELS[one.side]), day=format_date(ended) if ended else ""))
    return tuple(remarks)


def _ended_on(session: Session, proposal_id: int | None) -> date | None:
    proposal = session.get(Proposal, proposal_id) if proposal_id is not None else None
    return proposal.ends_on if proposal is not None else None


def _has_twin(session: Session, draft: CheckSheetDraft, record_id: int | None) -> bool:
    same = [
        column == value
        for column, value in (
            (CheckSheet.proposal_id, draft.proposal_id),
            (CheckSheet.collaboration_id, draft.collaboration_id),
        )
        if value is not None
    ]
    if not same and draft.title.strip():
        same = [CheckSheet.title == draft.title]
    if not same:
        return False
    found = select(CheckSheet.id).where(
        same[0], CheckSheet.fiscal_year == draft.fiscal_year, CheckSheet.deleted_at.is_(None)
    )
    return any(one != record_id for one in session.scalars(found))
