"""What is open with a partner: its proposals, check sheets, entries of this year, and what was promised."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from sqlalchemy.orm import Session

from kyodo_desktop.base.clock import office_time
from kyodo_desktop.base.i18n import _
from kyodo_desktop.japanese.fiscal_year import fiscal_year
from kyodo_desktop.japanese.wareki import format_date
from kyodo_desktop.records.cases import CaseRecord
from kyodo_desktop.records.check_sheets import (
    MOMENT_LABELS,
    SIDE_LABELS,
    CheckSheetRecord,
    Moment,
    Side,
)
from kyodo_desktop.records.contacts import CONTACT_WAY_LABELS, ContactRecord
from kyodo_desktop.records.counter import CounterCase
from kyodo_desktop.records.proposals import ProposalRecord, ProposalStage, Weight
from kyodo_desktop.services.collaboration_forms import form_label
from kyodo_desktop.services.partner_records import read_partner_collaborations

_ORDER = (ProposalStage.RECEIVED, ProposalStage.DRAFT, ProposalStage.ACCEPTED)
_SHEET_YEARS = 1
"""For how many years after its own a sheet that is not full counts as open."""


def proposal_cases(
    proposals: Sequence[ProposalRecord], cases: Mapping[int, CaseRecord], today: date
) -> Iterator[CounterCase]:
    """Yield the proposals that are not over, what waits for the office first; `cases` by their ids."""
    for one in sorted(proposals, key=lambda one: _ORDER.index(one.stage)):
        case = cases[one.id]
        if not _is_over(one, case, today):
            title = " ".join(one.draft.title.split()) or _("（名称未記入）")
            yield CounterCase("proposals", one.id, one.receipt_number, title, _proposal_state(one, case))


def sheet_cases(sheets: Sequence[CheckSheetRecord], today: date) -> Iterator[CounterCase]:
    """Yield the check sheets of late that somebody still has to fill in."""
    for sheet in sheets:
        waits = _sheet_state(sheet)
        if waits and sheet.fiscal_year + _SHEET_YEARS >= fiscal_year(today):
            title = " ".join(sheet.title.split()) or _("（事業名未記入）")
            yield CounterCase("check_sheets", sheet.id, "", title, waits)


def entry_cases(session: Session, partner_id: int, today: date) -> Iterator[CounterCase]:
    """Yield the entries of this fiscal year's list that name the partner, each once."""
    seen = set[int]()
    for one in read_partner_collaborations(session, partner_id):
        if one.fiscal_year == fiscal_year(today) and one.collaboration_id not in seen:
            seen.add(one.collaboration_id)
            words = _("{department}と{form}").format(
                department=_("・").join(one.departments), form=form_label(one.collaboration_form)
            )
            yield CounterCase("collaborations", one.collaboration_id, str(one.number), one.title, words)


def promise_cases(talks: Sequence[ContactRecord]) -> Iterator[CounterCase]:
    """Yield what was promised without a day; what has one is among the next dates."""
    for talk in talks:
        if talk.draft.next_on is None:
            words = _("{day}の{way}での約束（期日なし）").format(
                day=format_date(office_time(talk.happened_at).date()),
                way=_(CONTACT_WAY_LABELS[talk.draft.way]),
            )
            yield CounterCase("contacts", talk.id, "", promise_words(talk), words)


def promise_words(talk: ContactRecord) -> str:
    """Return what was promised, else what was said, in one line."""
    return " ".join((talk.draft.next_what or talk.draft.text).split())


def is_full(sheet: CheckSheetRecord, side: Side, moment: Moment) -> bool:
    """Tell whether every box of a side and moment carries a mark."""
    return sheet.filled(side, moment) >= sheet.boxes


def _is_over(proposal: ProposalRecord, case: CaseRecord, today: date) -> bool:
    """Tell whether a case has ended; one that never went on from its 受理 is over with its project."""
    ends_on = proposal.draft.ends_on
    if proposal.past or case.ended:
        return True
    if _goes_on(case):
        return False
    return proposal.stage is ProposalStage.ACCEPTED and ends_on is not None and ends_on < today


def _goes_on(case: CaseRecord) -> bool:
    """Tell whether a case has been moved on from its 受付 or 受理."""
    return any(entry.taken_back_on is None for entry in case.entries)


def _proposal_state(proposal: ProposalRecord, case: CaseRecord) -> str:
    if proposal.stage is ProposalStage.DRAFT:
        return _("下書き（受け付けていません）")
    if _goes_on(case):
        return _("{state}（この段階 {n}日）").format(state=case.state, n=case.days)
    if proposal.stage is ProposalStage.ACCEPTED:
        return _("受理済み")
    waits = sum(problem.weight is not Weight.NOTICE for problem in proposal.problems)
    if waits:
        return _("受付済み・受理まで残り {n}件").format(n=waits)
    return _("受付済み・受理できます")


def _sheet_state(sheet: CheckSheetRecord) -> str:
    for moment in Moment:
        missing = [_(SIDE_LABELS[side]) for side in Side if not is_full(sheet, side, moment)]
        if missing:
            return _("{moment}の欄を記入中（残り: {sides}）").format(
                moment=_(MOMENT_LABELS[moment]), sides=_("・").join(missing)
            )
    return ""
