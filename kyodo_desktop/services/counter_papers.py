"""Papers that are out: what a partner still owes. A further kind of paper joins as one more function."""

from collections.abc import Iterator
from dataclasses import dataclass

from kyodo_desktop.base.clock import office_time
from kyodo_desktop.base.i18n import _
from kyodo_desktop.programmes.programme import Programme
from kyodo_desktop.records.check_sheets import MOMENT_LABELS, CheckSheetRecord, Moment, Side
from kyodo_desktop.records.counter import PaperOut
from kyodo_desktop.records.proposals import ProposalRecord, ProposalStage
from kyodo_desktop.services.counter_cases import is_full


@dataclass(frozen=True, slots=True)
class Paperwork:
    """What was read of a partner: its proposals with their programmes' revisions, its check sheets."""

    proposals: tuple[ProposalRecord, ...]
    sheets: tuple[CheckSheetRecord, ...]
    programmes: dict[tuple[str, int], Programme]


def papers_out(work: Paperwork) -> tuple[PaperOut, ...]:
    """Return the papers that the partner owes, the one that went out first at the front."""
    found = [paper for owed in (_of_proposals, _of_sheets) for paper in owed(work)]
    return tuple(sorted(found, key=lambda one: (one.since is None, one.since)))


def _of_proposals(work: Paperwork) -> Iterator[PaperOut]:
    """Yield what received proposals lack of their programme's papers; an accepted one was let pass."""
    for proposal in work.proposals:
        programme = work.programmes.get((proposal.draft.programme, proposal.programme_revision))
        if proposal.stage is not ProposalStage.RECEIVED or programme is None:
            continue
        handed_in = {key for key, copies in proposal.draft.papers if copies > 0}
        since = office_time(proposal.received_at).date() if proposal.received_at is not None else None
        for paper in programme.papers:
            if paper.key not in handed_in:
                state = _("{number}にまだ付いていません").format(number=proposal.receipt_number)
                yield PaperOut("proposals", proposal.id, paper.label, state, since)


def _of_sheets(work: Paperwork) -> Iterator[PaperOut]:
    """Yield the check sheets whose city's half is full while the partner's is empty."""
    for sheet in work.sheets:
        since = office_time(sheet.updated_at).date() if sheet.updated_at is not None else None
        for moment in Moment:
            if is_full(sheet, Side.CITY, moment) and not sheet.filled(Side.PARTNER, moment):
                title = _("相互チェックシート（{title}）").format(title=" ".join(sheet.title.split()))
                state = _("{moment}の団体の欄が空です").format(moment=_(MOMENT_LABELS[moment]))
                yield PaperOut("check_sheets", sheet.id, title, state, since)
