"""A partner at one glance: what is open, which papers are out, what was said last, what comes next."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date, timedelta

from sqlalchemy.orm import Session

from kyodo_desktop.base.errors import NotFoundError
from kyodo_desktop.base.i18n import _
from kyodo_desktop.models import CheckSheet, ContactRecord, Evaluation, IssuedSheet, Partner, Proposal
from kyodo_desktop.programmes import files
from kyodo_desktop.records.cases import CaseRecord
from kyodo_desktop.records.check_sheets import CheckSheetRecord
from kyodo_desktop.records.contacts import ContactRecord as Talk
from kyodo_desktop.records.counter import CounterCard, NextDate
from kyodo_desktop.records.evaluations import EVALUATION_LABELS
from kyodo_desktop.records.partners import PartnerRecord
from kyodo_desktop.records.proposals import ProposalRecord, ProposalStage
from kyodo_desktop.records.sheets import SheetState
from kyodo_desktop.services.case_records import read_case
from kyodo_desktop.services.check_sheet_records import read_check_sheets
from kyodo_desktop.services.contact_records import LIVING, read_open_talks, read_talks
from kyodo_desktop.services.counter_cases import (
    entry_cases,
    promise_cases,
    promise_words,
    proposal_cases,
    sheet_cases,
)
from kyodo_desktop.services.counter_papers import Paperwork, papers_out
from kyodo_desktop.services.evaluation_records import read_evaluations
from kyodo_desktop.services.merge_links import all_ids, living_id
from kyodo_desktop.services.partner_records import read_partners
from kyodo_desktop.services.proposal_records import read_proposals
from kyodo_desktop.services.sheet_records import read_sheets
from kyodo_desktop.services.sheet_search import of_partner

_TALKS = 5
_TERM_AHEAD = timedelta(days=60)
"""How long before its end a term of office is told of."""


def read_card(session: Session, partner_id: int, today: date) -> CounterCard:
    """Return a partner at one glance; of one that was merged, the one that stays.

    Raises:
        NotFoundError: there is none.
    """
    record_id = living_id(session, partner_id)
    found = read_partners(session, Partner.id == record_id, whole=True)
    if not found:
        raise NotFoundError(_("この団体は、もう台帳にありません。台帳を開き直してください。"))
    work = _paperwork(session, record_id)
    cases = {one.id: read_case(session, one.id, today) for one in work.proposals}
    promises = read_open_talks(session, ContactRecord.partner_id == record_id)
    return CounterCard(
        partner=found[0],
        cases=(
            *proposal_cases(work.proposals, cases, today),
            *sheet_cases(work.sheets, today),
            *promise_cases(promises),
            *entry_cases(session, record_id, today),
        ),
        papers_out=papers_out(work, today),
        talks=read_talks(session, LIVING, ContactRecord.partner_id == record_id, limit=_TALKS),
        next_dates=_next_dates(
            found[0],
            _going_on(work.proposals, cases),
            [*_checks(work.sheets, today), *_evaluated(session, record_id, today)],
            promises,
            today,
        ),
    )


def _paperwork(session: Session, record_id: int) -> Paperwork:
    ids = all_ids(session, record_id)
    return Paperwork(
        read_proposals(session, Proposal.partner_id.in_(ids), Proposal.deleted_at.is_(None)),
        read_check_sheets(session, CheckSheet.partner_id.in_(ids), CheckSheet.deleted_at.is_(None)),
        {(one.key, one.revision): one for one in files.load_all()},
        read_sheets(session, of_partner(session, record_id), IssuedSheet.state == SheetState.AWAITED.value),
    )


def _going_on(
    proposals: Sequence[ProposalRecord], cases: Mapping[int, CaseRecord]
) -> list[tuple[ProposalRecord, CaseRecord]]:
    return [(one, cases[one.id]) for one in proposals if not one.past and not cases[one.id].ended]


def _next_dates(
    partner: PartnerRecord,
    proposals: Sequence[tuple[ProposalRecord, CaseRecord]],
    checks: Sequence[NextDate],
    promises: Sequence[Talk],
    today: date,
) -> tuple[NextDate, ...]:
    found = [
        *_promised(promises, today),
        *_awaited([case for _one, case in proposals], today),
        *_periods([one for one, _case in proposals], today),
        *checks,
        *_terms(partner, today),
    ]
    return tuple(sorted(found, key=lambda one: one.on))


def _promised(promises: Sequence[Talk], today: date) -> Iterator[NextDate]:
    for talk in promises:
        if (day := talk.draft.next_on) is not None:
            yield NextDate(day, promise_words(talk), "contacts", talk.id, is_late=day < today)


def _awaited(cases: Sequence[CaseRecord], today: date) -> Iterator[NextDate]:
    """Yield until when something of a case is awaited (補正、所見)."""
    for case in cases:
        if case.due_on is not None:
            is_late = case.due_on < today
            yield NextDate(case.due_on, case.due_words, "proposals", case.proposal_id, is_late=is_late)


def _periods(proposals: Sequence[ProposalRecord], today: date) -> Iterator[NextDate]:
    """Yield when an accepted project begins and ends."""
    for one in proposals:
        title = " ".join(one.draft.title.split())
        for day, words in (
            (one.draft.starts_on, _("「{title}」の始まり")),
            (one.draft.ends_on, _("「{title}」の終わり")),
        ):
            if one.stage is ProposalStage.ACCEPTED and day is not None and day >= today:
                yield NextDate(day, words.format(title=title), "proposals", one.id)


def _checks(sheets: Sequence[CheckSheetRecord], today: date) -> Iterator[NextDate]:
    """Yield when both sides look at a check sheet again."""
    for sheet in sheets:
        if (day := sheet.next_check_on) is not None:
            title = " ".join(sheet.title.split()) or _("（事業名未記入）")
            words = _("「{title}」のチェックシートの確認").format(title=title)
            yield NextDate(day, words, "check_sheets", sheet.id, is_late=day < today)


def _evaluated(session: Session, record_id: int, today: date) -> Iterator[NextDate]:
    """Yield when both sides look at what they evaluated again."""
    found = read_evaluations(
        session,
        Evaluation.partner_id.in_(all_ids(session, record_id)),
        Evaluation.deleted_at.is_(None),
        Evaluation.next_on.is_not(None),
    )
    for one in found:
        if (day := one.draft.next_on) is not None:
            title = " ".join(one.draft.title.split()) or _("（事業名未記入）")
            kind = _(EVALUATION_LABELS[one.draft.kind])
            words = _("「{title}」の{kind}の次の確認").format(title=title, kind=kind)
            yield NextDate(day, words, "check_sheets/evaluations", one.id, is_late=day < today)


def _terms(partner: PartnerRecord, today: date) -> Iterator[NextDate]:
    """Yield whose term of office is about to end."""
    for one in partner.officers:
        if one.ends_on is not None and today <= one.ends_on <= today + _TERM_AHEAD:
            what = _("{title} {name}の任期の終わり").format(title=one.title, name=one.name).strip()
            yield NextDate(one.ends_on, what, "partners", partner.id)
