"""Counter mode's one question: a name, a number, a person, a receipt number, and who that may be."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from kyodo_desktop.base.clock import office_time
from kyodo_desktop.base.i18n import _
from kyodo_desktop.japanese.fiscal_year import fiscal_year
from kyodo_desktop.japanese.folding import search_keys
from kyodo_desktop.models import ContactRecord, Partner, Proposal
from kyodo_desktop.records.contacts import CONTACT_WAY_LABELS, ContactWay
from kyodo_desktop.records.counter import CounterHit
from kyodo_desktop.records.partners import PartnerRecord
from kyodo_desktop.services.contact_records import LIVING as LIVING_TALK
from kyodo_desktop.services.counter_reasons import reason_words
from kyodo_desktop.services.key_search import Asked
from kyodo_desktop.services.merge_links import living_id
from kyodo_desktop.services.partner_records import read_partners
from kyodo_desktop.services.partner_search import best_ids
from kyodo_desktop.services.proposal_receipts import bears_receipt
from kyodo_desktop.services.proposal_records import receipt_number_of

_TALKS_READ = 5
"""Talks looked at for each answer there is room for: one caller may have called that often."""


@dataclass(frozen=True, slots=True)
class _Heard:
    """One who stands in a talk or a proposal; `partner_id` None is one not in the register."""

    partner_id: int | None
    why: str
    name: str
    phone: str
    proposal_id: int | None = None
    contact_id: int | None = None

    @property
    def who(self) -> tuple[int | None, str, str]:
        """Return what makes two of them the same one."""
        return (self.partner_id, "", "") if self.partner_id is not None else (None, self.name, self.phone)


def find_hits(session: Session, text: str, limit: int, today: date) -> tuple[CounterHit, ...]:
    """Return who is meant, the likeliest first: by receipt number, the register, talks and proposals."""
    asked = Asked.parse(text)
    if not asked.query.words:
        return ()
    receipts = list(_by_receipt(session, text, today))
    ids = best_ids(session, text, limit)
    heard = _distinct([*receipts, *_by_proposal(session, asked), *_by_talk(session, asked, limit)], ids)
    wanted = {one.partner_id for one in (*receipts, *heard) if one.partner_id is not None}
    partners = _whole(session, wanted.union(ids))
    first = [hit for one in receipts for hit in _hit(one, partners)]
    known = {hit.partner.id for hit in first if hit.partner is not None}
    register = [
        CounterHit(partners[one], reason_words(partners[one], asked, today))
        for one in ids
        if one not in known
    ]
    others = [hit for one in heard if one not in receipts for hit in _hit(one, partners)]
    # What talks and proposals tell keeps some room beside a register full of likenesses.
    room = limit - len(first) - min(len(others), limit // 4)
    return (*first, *register[: max(room, 0)], *others)[:limit]


def _distinct(heard: Iterable[_Heard], ids: Sequence[int]) -> list[_Heard]:
    """Return each one once, the first time it is met, without those that the register answers itself."""
    found: dict[tuple[int | None, str, str], _Heard] = {}
    for one in heard:
        if one.partner_id is None or one.partner_id not in ids:
            found.setdefault(one.who, one)
    return list(found.values())


def _whole(session: Session, ids: Iterable[int]) -> dict[int, PartnerRecord]:
    living = read_partners(session, Partner.id.in_(set(ids)), Partner.deleted_at.is_(None), whole=True)
    return {partner.id: partner for partner in living}


def _hit(one: _Heard, partners: dict[int, PartnerRecord]) -> Iterator[CounterHit]:
    """Yield the answer; none for a partner that lies in the wastebasket."""
    if one.partner_id is None or one.partner_id in partners:
        partner = partners[one.partner_id] if one.partner_id is not None else None
        yield CounterHit(partner, one.why, one.proposal_id, one.contact_id, one.name, one.phone)


def _by_receipt(session: Session, text: str, today: date) -> Iterator[_Heard]:
    """Yield the proposal with that receipt number; without a year (提3) it is one of this fiscal year's."""
    typed = text.strip()
    wanted = bears_receipt(typed)
    if wanted is None:
        wanted = bears_receipt(f"{fiscal_year(today)}-{typed}")
    if wanted is None:
        return
    for row in session.scalars(select(Proposal).where(wanted)):
        words = _("受付番号 {number}") if row.deleted_at is None else _("受付番号 {number}（ごみ箱）")
        yield _in_proposal(session, row, words.format(number=receipt_number_of(row)))


def _by_proposal(session: Session, asked: Asked) -> Iterator[_Heard]:
    """Yield who stands in a proposal: its contact, or a group that is not in the register."""
    for row in session.scalars(
        select(Proposal).where(Proposal.deleted_at.is_(None)).order_by(Proposal.id.desc())
    ):
        names = (row.contact_name, "" if row.partner_id is not None else row.partner_name)
        digits = "".join(letter for letter in row.contact_phone if letter.isdecimal())
        full, bare = search_keys((*names, row.contact_phone, digits))
        if asked.query.matches(full, bare, "\n".join(names)) or (asked.digits and asked.digits in digits):
            title = " ".join(row.title.split()) or _("（名称未記入）")
            case = receipt_number_of(row) or _("下書き「{title}」").format(title=title)
            whom = " ".join(filter(None, (row.contact_name, row.contact_phone)))
            yield _in_proposal(session, row, _("{case}の連絡先 {whom}").format(case=case, whom=whom).strip())


def _in_proposal(session: Session, row: Proposal, why: str) -> _Heard:
    return _Heard(
        living_id(session, row.partner_id),
        why,
        row.partner_name or row.contact_name,
        row.contact_phone,
        proposal_id=row.id,
    )


def _by_talk(session: Session, asked: Asked, limit: int) -> Iterator[_Heard]:
    """Yield who spoke with the office: a caller, or who spoke for a partner; the newest first."""
    talks = session.scalars(
        select(ContactRecord)
        .where(LIVING_TALK, asked.found_in(ContactRecord, ContactRecord.caller))
        .order_by(ContactRecord.happened_at.desc(), ContactRecord.id.desc())
        .limit(limit * _TALKS_READ)
    )
    for talk in talks:
        day = office_time(talk.happened_at)
        why = _("{month}月{day}日の{way} {whom}").format(
            month=day.month,
            day=day.day,
            way=_(CONTACT_WAY_LABELS[ContactWay(talk.way)]),
            whom=" ".join(filter(None, (talk.person, talk.phone))),
        )
        yield _Heard(talk.partner_id, why.strip(), talk.caller, talk.phone, contact_id=talk.id)
