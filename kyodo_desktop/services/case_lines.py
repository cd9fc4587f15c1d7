"""From stored proposals to cases in short, for a partner's card and for the figures of the rounds."""

from sqlalchemy import ColumnElement, or_, select
from sqlalchemy.orm import Session, selectinload

from kyodo_desktop.models import Proposal
from kyodo_desktop.programmes import files
from kyodo_desktop.programmes.case_stages import CaseFacts, state_words
from kyodo_desktop.programmes.programme import Programme
from kyodo_desktop.programmes.receipt import ReceiptNumber
from kyodo_desktop.records.case_figures import CaseLine, Continuation, Outcome
from kyodo_desktop.records.cases import ActRecord, CaseEnd
from kyodo_desktop.services.case_records import act_record, facts_of, figures_of, in_order
from kyodo_desktop.services.proposal_records import standing_of

_TAKEN_IN = (Proposal.deleted_at.is_(None), or_(Proposal.serial.is_not(None), Proposal.past.is_(True)))
_CARRIED_OUT = (CaseEnd.FINISHED, CaseEnd.DISCONTINUED, CaseEnd.REVOKED)
_REFUSED = frozenset({"rejected", "refused", "not_passed"})


def read_case_lines(session: Session, *where: ColumnElement[bool]) -> tuple[CaseLine, ...]:
    """Return the cases that fulfil `where` (drafts are none), the newest year first.

    Of one whose programme's file is gone it is not known where it stands.
    """
    rows = session.scalars(
        select(Proposal)
        .where(*_TAKEN_IN, *where)
        .options(selectinload(Proposal.entries), selectinload(Proposal.acts))
        .order_by(Proposal.fiscal_year.desc(), Proposal.programme, Proposal.serial, Proposal.id)
    )
    programmes = {(one.key, one.revision): one for one in files.load_all()}
    return tuple(_line(row, programmes.get((row.programme, row.programme_revision))) for row in rows)


def _line(row: Proposal, programme: Programme | None) -> CaseLine:
    acts = tuple(act_record(act) for act in in_order(row.acts) if act.deleted_at is None)
    stage = standing_of(row, programme)
    end = CaseEnd(stage) if stage in list(CaseEnd) else None
    facts, figures = facts_of(row), figures_of(row, acts)
    number = ReceiptNumber(row.fiscal_year, programme.letter if programme else "?", row.serial or 0)
    return CaseLine(
        proposal_id=row.id,
        programme=row.programme,
        programme_title=programme.title if programme is not None else row.programme,
        fiscal_year=row.fiscal_year,
        receipt_number=str(number) if row.serial is not None else "",
        title=" ".join(row.title.split()),
        partner_id=row.partner_id,
        partner_name=row.partner_name,
        state=state_words(programme, stage, facts) if programme is not None else "",
        outcome=_outcome(end, facts, acts),
        end=end,
        asked=figures.asked,
        granted=figures.granted,
        settled=figures.settled,
        continued=_continued(acts),
        past=row.past,
    )


def _outcome(end: CaseEnd | None, facts: CaseFacts, acts: tuple[ActRecord, ...]) -> Outcome:
    """Return what was decided; what was refused after its selection counts as refused."""
    last = {act.kind: act.verdict for act in acts if act.done_on is not None}
    refused = any(last.get(kind) in _REFUSED for kind in ("selection", "council_vote", "grant"))
    if end is CaseEnd.REJECTED or refused:
        return Outcome.REJECTED
    if facts.adopted or end in _CARRIED_OUT:
        return Outcome.ADOPTED
    return Outcome.WITHDRAWN if end is CaseEnd.WITHDRAWN else Outcome.OPEN


def _continued(acts: tuple[ActRecord, ...]) -> Continuation | None:
    """Return what was heard last of a project after its year."""
    heard = [act.verdict for act in acts if act.kind == "continuation" and act.verdict in list(Continuation)]
    return Continuation(heard[-1]) if heard else None
