"""From stored proposals to records: their drafts, receipt numbers and problems."""

import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, UnaryExpression, select
from sqlalchemy.orm import Session, selectinload

from kyodo_desktop.base.clock import office_time
from kyodo_desktop.base.errors import NotFoundError
from kyodo_desktop.base.i18n import _
from kyodo_desktop.japanese.elsewhere import is_elsewhere
from kyodo_desktop.japanese.fiscal_year import fiscal_year
from kyodo_desktop.models import Partner, Proposal
from kyodo_desktop.programmes import case_stages, files, rules
from kyodo_desktop.programmes.programme import Programme
from kyodo_desktop.programmes.receipt import ReceiptNumber
from kyodo_desktop.records.partners import PartnerKind
from kyodo_desktop.records.proposals import (
    Confirmation,
    Problem,
    ProposalDraft,
    ProposalRecord,
    ProposalStage,
    RequirementAnswer,
    arrival,
)
from kyodo_desktop.records.rounds import ThemeChoice
from kyodo_desktop.services.proposal_lines import lines_of, roles_of
from kyodo_desktop.services.round_facts import (
    NO_ROUND,
    RoundFacts,
    RoundKey,
    round_facts,
    theme_choices,
)
from kyodo_desktop.services.round_terms import office_departments

_Round = tuple[int, str, int | None]
_PARTS = (Proposal.requirements, Proposal.papers, Proposal.roles, Proposal.lines, Proposal.entries)


@dataclass(frozen=True, slots=True)
class _Known:
    """What was looked up for some proposals: partners, rounds, what each partner handed in to a round.

    Of a partner its kind and address, of a receipt its number and title.
    """

    programmes: dict[tuple[str, int], Programme]
    partners: dict[int, tuple[PartnerKind, str]]
    receipts: dict[_Round, dict[int, tuple[str, str]]] = field(default_factory=lambda: defaultdict(dict))
    departments: frozenset[str] = frozenset()
    rounds: Mapping[RoundKey, RoundFacts] = field(default_factory=dict)
    themes: Mapping[int, ThemeChoice] = field(default_factory=dict)

    def round_of(self, draft: ProposalDraft) -> RoundFacts:
        """Return what is known of a draft's round."""
        return self.rounds.get((draft.programme, draft.fiscal_year), NO_ROUND)


def read_proposals(
    session: Session, *where: ColumnElement[bool], first: UnaryExpression[Any] | None = None
) -> tuple[ProposalRecord, ...]:
    """Return the proposals that fulfil `where`, the newest first (or by `first`)."""
    order = [Proposal.id.desc()] if first is None else [first, Proposal.id.desc()]
    rows = session.scalars(
        select(Proposal).where(*where).options(*map(selectinload, _PARTS)).order_by(*order)
    ).all()
    known = _look_up(
        session,
        {row.partner_id for row in rows if row.partner_id is not None},
        {(row.programme, row.fiscal_year) for row in rows},
        {row.theme_id for row in rows if row.theme_id is not None},
    )
    return tuple(_record(row, known) for row in rows)


def read_proposal(session: Session, record_id: int) -> ProposalRecord:
    """Return one proposal, also from the wastebasket.

    Raises:
        NotFoundError: there is none.
    """
    find_proposal(session, record_id)
    return read_proposals(session, Proposal.id == record_id)[0]


def find_proposal(session: Session, record_id: int) -> Proposal:
    """Return the row of a proposal, to be changed.

    Raises:
        NotFoundError: there is none.
    """
    row = session.get(Proposal, record_id)
    if row is None:
        raise NotFoundError(_("この提案は、もうありません。一覧を開き直してください。"))
    return row


def draft_of(row: Proposal) -> ProposalDraft:
    """Return what a stored proposal holds, requirements and papers in the programme's order."""
    return _draft(row, programme_of(row))


def _draft(row: Proposal, programme: Programme | None) -> ProposalDraft:
    requirement_order = [one.key for one in programme.requirements] if programme else []
    paper_order = [one.key for one in programme.papers] if programme else []
    return ProposalDraft(
        programme=row.programme,
        fiscal_year=row.fiscal_year,
        partner_id=row.partner_id,
        partner_name=row.partner_name,
        contact_name=row.contact_name,
        contact_phone=row.contact_phone,
        contact_email=row.contact_email,
        title=row.title,
        summary=row.summary,
        starts_on=row.starts_on,
        ends_on=row.ends_on,
        eligible_cost=row.eligible_cost,
        amount=row.amount,
        reason=row.reason,
        requirements=tuple(
            RequirementAnswer(one.key, Confirmation(one.state), one.seen, one.by, one.on)
            for one in sorted(row.requirements, key=lambda one: _place(requirement_order, one.key))
        ),
        papers=tuple(
            (one.key, one.copies) for one in sorted(row.papers, key=lambda one: _place(paper_order, one.key))
        ),
        received_by_way=row.received_by_way,
        received_by=row.received_by,
        arrived_on=row.arrived_on,
        theme_id=row.theme_id,
        purpose=row.purpose,
        need=row.need,
        public_interest=row.public_interest,
        effect=row.effect,
        place=row.place,
        participants=row.participants,
        organisation=row.organisation,
        publicity=row.publicity,
        next_year=row.next_year,
        department=row.department,
        selection_method=row.selection_method,
        selection_criteria=row.selection_criteria,
        roles=roles_of(row),
        lines=lines_of(row),
    )


def programme_of(row: Proposal) -> Programme | None:
    """Return the proposal's programme in its revision; None if none is chosen or its file is gone."""
    return _revisions().get((row.programme, row.programme_revision))


def _revisions() -> dict[tuple[str, int], Programme]:
    return {(one.key, one.revision): one for one in files.load_all()}


def receipt_number_of(row: Proposal) -> str:
    """Return the receipt number, empty before 受付; `?` stands for the letter of a programme that is gone."""
    return _number(row, programme_of(row))


def _number(row: Proposal, programme: Programme | None) -> str:
    if row.serial is None:
        return ""
    return str(ReceiptNumber(row.fiscal_year, programme.letter if programme else "?", row.serial))


def find_problems(
    session: Session, programme: Programme | None, draft: ProposalDraft, record_id: int | None, now: datetime
) -> tuple[Problem, ...]:
    """Return the problems of a draft; `record_id` is its own proposal, which is no double of it."""
    moment = _moment(session, draft, record_id, now)
    return _problems(programme, draft, record_id, _look_up_of(session, draft), moment)


def find_facts(session: Session, draft: ProposalDraft, record_id: int | None, now: datetime) -> rules.Facts:
    """Return what the rules ask about the partner of a draft and its round."""
    return _facts(draft, record_id, _look_up_of(session, draft), _moment(session, draft, record_id, now))


def _moment(session: Session, draft: ProposalDraft, record_id: int | None, now: datetime) -> datetime:
    """Return when a proposal came in; what has not come yet would come now."""
    row = session.get(Proposal, record_id) if record_id is not None else None
    taken_in = row.received_at if row is not None and row.received_at is not None else now
    return arrival(draft.arrived_on, taken_in)


def _look_up_of(session: Session, draft: ProposalDraft) -> _Known:
    partners = () if draft.partner_id is None else (draft.partner_id,)
    return _look_up(session, partners, ((draft.programme, draft.fiscal_year),))


def _look_up(
    session: Session, partner_ids: Iterable[int], rounds: Iterable[RoundKey], themes: Iterable[int] = ()
) -> _Known:
    ids = set(partner_ids)
    partners = session.execute(select(Partner.id, Partner.kind, Partner.address).where(Partner.id.in_(ids)))
    known = _Known(
        _revisions(),
        {partner_id: (PartnerKind(kind), address) for partner_id, kind, address in partners},
        rounds=round_facts(session, rounds),
        themes=theme_choices(session, themes),
        departments=frozenset(office_departments(session)),
    )
    received = select(Proposal).where(
        Proposal.partner_id.in_(ids), Proposal.serial.is_not(None), Proposal.deleted_at.is_(None)
    )
    for row in session.scalars(received.order_by(Proposal.serial)):
        number = _number(row, known.programmes.get((row.programme, row.programme_revision)))
        known.receipts[(row.fiscal_year, row.programme, row.partner_id)][row.id] = number, _bare(row.title)
    return known


def _facts(
    draft: ProposalDraft, record_id: int | None, known: _Known, moment: datetime | None
) -> rules.Facts:
    facts = known.round_of(draft)
    receipts = known.receipts.get((draft.fiscal_year, draft.programme, draft.partner_id), {})
    others = [found for other, found in receipts.items() if other != record_id]
    kind, address = (
        known.partners.get(draft.partner_id, (None, "")) if draft.partner_id is not None else (None, "")
    )
    title, department = _bare(draft.title), draft.department.strip()
    return rules.Facts(
        partner_kind=kind,
        other_receipts=tuple(number for number, _title in others),
        past_closing=facts.past_closing(moment),
        themes=facts.themes,
        same_project=tuple(number for number, other in others if title and other == title),
        elsewhere=address if is_elsewhere(address) else "",
        lost_department=department if department not in known.departments else "",
        year_over=moment is not None and fiscal_year(office_time(moment).date()) > draft.fiscal_year > 0,
    )


def _bare(title: str) -> str:
    return unicodedata.normalize("NFKC", "".join(title.split()))


def _record(row: Proposal, known: _Known) -> ProposalRecord:
    programme = known.programmes.get((row.programme, row.programme_revision))
    draft = _draft(row, programme)
    arrived = arrival(row.arrived_on, row.received_at) if row.received_at is not None else None
    return ProposalRecord(
        id=row.id,
        draft=draft,
        stage=ProposalStage(row.stage),
        programme_revision=row.programme_revision,
        receipt_number=_number(row, programme),
        serial=row.serial,
        received_at=row.received_at,
        accepted_on=row.accepted_on,
        acceptance_reason=row.acceptance_reason,
        problems=() if row.past else _problems(programme, draft, row.id, known, arrived),
        updated_at=row.updated_at,
        deleted=row.deleted_at is not None,
        theme=known.themes.get(row.theme_id) if row.theme_id is not None else None,
        late=known.round_of(draft).is_late(arrived),
        past=row.past,
        standing=standing_of(row, programme),
    )


def standing_of(row: Proposal, programme: Programme | None) -> str:
    """Return the stage or end that a case stands in, empty for a draft or without its programme's file."""
    if programme is None:
        return ""
    held = [one.stage for one in row.entries if one.taken_back_on is None]
    return case_stages.standing(programme, ProposalStage(row.stage), held)


def _problems(
    programme: Programme | None,
    draft: ProposalDraft,
    record_id: int | None,
    known: _Known,
    moment: datetime | None,
) -> tuple[Problem, ...]:
    if programme is None and draft.programme:
        return (Problem("programme", _("この制度の、この版のファイルがありません。")),)
    if programme is None:
        return rules.slip_problems(draft)
    return rules.problems(programme, draft, _facts(draft, record_id, known, moment))


def _place(order: list[str], key: str) -> int:
    return order.index(key) if key in order else len(order)
