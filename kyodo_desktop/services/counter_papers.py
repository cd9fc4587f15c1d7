"""Papers that are out: what a partner still owes. A further kind of paper joins as one more function."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from kyodo_desktop.base.clock import office_time
from kyodo_desktop.base.i18n import _
from kyodo_desktop.japanese.wareki import format_date
from kyodo_desktop.programmes.programme import Programme
from kyodo_desktop.records.check_sheets import MOMENT_LABELS, CheckSheetRecord, Moment, Side
from kyodo_desktop.records.counter import PaperOut
from kyodo_desktop.records.proposals import ProposalRecord, ProposalStage
from kyodo_desktop.records.sheets import IssuedSheet
from kyodo_desktop.services.counter_cases import is_full


@dataclass(frozen=True, slots=True)
class Paperwork:
    """What was read of a partner: proposals with their programmes' revisions, check sheets, papers it has."""

    proposals: tuple[ProposalRecord, ...]
    sheets: tuple[CheckSheetRecord, ...]
    programmes: dict[tuple[str, int], Programme]
    issued: tuple[IssuedSheet, ...] = ()


def papers_out(work: Paperwork, today: date) -> tuple[PaperOut, ...]:
    """Return the papers that the partner owes, the one that went out first at the front."""
    found = [*_of_proposals(work), *_of_sheets(work), *_of_issued(work, today)]
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


def _of_issued(work: Paperwork, today: date) -> Iterator[PaperOut]:
    """Yield the issued papers that are to be signed or sealed and have not come back."""
    for sheet in work.issued:
        state = _("{holder}の手元にあります").format(holder=sheet.holder)
        if sheet.due_on is not None:
            words = (
                _("{state}（期限 {day}を過ぎています）")
                if sheet.is_late_on(today)
                else _("{state}（{day}まで）")
            )
            state = words.format(state=state, day=format_date(sheet.due_on))
        yield PaperOut("papers", sheet.id, f"{sheet.title} {sheet.number}", state, sheet.awaited_since)
