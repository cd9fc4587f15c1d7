"""What names a partner, and how it comes to name the one it was made one with. For services to share."""

from collections.abc import Iterable, Iterator
from datetime import datetime
from typing import overload

from sqlalchemy import ColumnElement, Select, func, select
from sqlalchemy.orm import Session

from kyodo_desktop.models import (
    Attachment,
    Briefing,
    BriefingGuest,
    CheckSheet,
    Collaboration,
    ContactRecord,
    Evaluation,
    Guide,
    IssuedSheet,
    Participation,
    ParticipationPartner,
    Partner,
    PartnerPair,
    Proposal,
    Referral,
    Round,
    Talent,
)
from kyodo_desktop.records.merging import MergeMoves
from kyodo_desktop.records.proposals import ProposalStage
from kyodo_desktop.services.keys import refresh_keys

DIFFERENT = "different"
"""The decision of a pair that is not the same after all."""

MERGED = "merged"
"""The decision of a pair that was made one."""

_OneLink = Attachment | CheckSheet | ContactRecord | Evaluation | Guide | Talent
_Link = _OneLink | Proposal | Referral

_DRAFT = Proposal.stage == ProposalStage.DRAFT.value


@overload
def living_id(session: Session, partner_id: int) -> int: ...
@overload
def living_id(session: Session, partner_id: int | None) -> int | None: ...
def living_id(session: Session, partner_id: int | None) -> int | None:
    """Return the partner that stands for one that was merged; any other id as it is.

    Drafts are not in the change log, so a merge leaves them alone: they follow here, when they are saved.
    """
    while partner_id is not None:
        partner = session.get(Partner, partner_id)
        if partner is None or partner.merged_into is None:
            return partner_id
        partner_id = partner.merged_into
    return None


def all_ids(session: Session, record_id: int) -> set[int]:
    """Return a partner with all that became it: drafts still name those."""
    ids, found = set[int](), {record_id}
    while found:
        ids |= found
        found = set(session.scalars(select(Partner.id).where(Partner.merged_into.in_(found)))) - ids
    return ids


def part_again(session: Session, partner: Partner) -> None:
    """Let a merged partner be one of its own again, without what has moved; the pair is open again."""
    if partner.merged_into is not None:
        both = {partner.id, partner.merged_into}
        for pair in _pairs_of(session, both):
            if {pair.first_id, pair.second_id} == both:
                pair.decision = ""
        partner.merged_into = None


def count_moves(session: Session, keep_id: int, lose_id: int) -> MergeMoves:
    """Count what names the one that goes; what lies in the wastebasket moves too, but is not counted."""
    entries = (
        select(func.count(func.distinct(Participation.collaboration_id)))
        .join(ParticipationPartner, ParticipationPartner.participation_id == Participation.id)
        .join(Collaboration, Participation.collaboration_id == Collaboration.id)
        .where(ParticipationPartner.partner_id == lose_id, Collaboration.deleted_at.is_(None))
    )
    between = _between(keep_id, lose_id)
    referred = ((Referral.partner_id == lose_id) | (Referral.to_partner_id == lose_id)) & ~between
    attended = (
        select(func.count())
        .select_from(BriefingGuest)
        .join(Briefing, BriefingGuest.briefing_id == Briefing.id)
        .join(Round, Briefing.round_id == Round.id)
        .where(BriefingGuest.partner_id == lose_id, Round.deleted_at.is_(None))
    )

    def living(link: type[_Link], named: ColumnElement[bool] | None = None) -> Select[int]:
        names = link.partner_id == lose_id if named is None else named
        return select(func.count()).where(names, link.deleted_at.is_(None))

    def count(wanted: Select[int]) -> int:
        return session.scalar(wanted) or 0

    return MergeMoves(
        collaborations=count(entries),
        proposals=count(living(Proposal).where(~_DRAFT)),
        check_sheets=count(living(CheckSheet)),
        drafts=count(living(Proposal).where(_DRAFT)),
        talks=count(living(ContactRecord)),
        talents=count(living(Talent)),
        referrals=count(living(Referral, referred)),
        attachments=count(living(Attachment)),
        sheets=count(select(func.count()).where(IssuedSheet.partner_id == lose_id)),
        referrals_between=count(living(Referral, between)),
        briefings=count(attended),
        evaluations=count(living(Evaluation)),
        guides=count(living(Guide)),
    )


def move_links(session: Session, keep: Partner, lose: Partner, moment: datetime) -> None:
    """Let all that names one partner name the other; what a cell of the list says is not touched.

    A referral of one of the two to the other keeps both names, and lies in the wastebasket from `moment` on:
    nobody is sent to oneself.
    """
    _move_cells(session, keep, lose)
    for proposal in session.scalars(select(Proposal).where(Proposal.partner_id == lose.id, ~_DRAFT)):
        proposal.partner_id = keep.id
    for row in _naming_one(session, lose.id):
        row.partner_id = keep.id
    _move_referrals(session, keep.id, lose.id, moment)
    _move_pairs(session, keep, lose)


def _naming_one(session: Session, lose_id: int) -> Iterator[_OneLink | IssuedSheet | BriefingGuest]:
    """Yield what names one partner and follows it at once."""
    yield from session.scalars(select(CheckSheet).where(CheckSheet.partner_id == lose_id))
    yield from session.scalars(select(Evaluation).where(Evaluation.partner_id == lose_id))
    yield from session.scalars(select(Guide).where(Guide.partner_id == lose_id))
    yield from session.scalars(select(ContactRecord).where(ContactRecord.partner_id == lose_id))
    yield from session.scalars(select(Talent).where(Talent.partner_id == lose_id))
    yield from session.scalars(select(Attachment).where(Attachment.partner_id == lose_id))
    yield from session.scalars(select(IssuedSheet).where(IssuedSheet.partner_id == lose_id))
    yield from session.scalars(select(BriefingGuest).where(BriefingGuest.partner_id == lose_id))


def _between(one_id: int, other_id: int) -> ColumnElement[bool]:
    """Return the condition of a referral of one of two partners to the other."""
    both = (one_id, other_id)
    # Never NULL, for the opposite is asked as well.
    return Referral.partner_id.in_(both) & func.coalesce(Referral.to_partner_id, 0).in_(both)


def _move_referrals(session: Session, keep_id: int, lose_id: int, moment: datetime) -> None:
    between = _between(keep_id, lose_id)
    for referral in session.scalars(select(Referral).where(between)):
        referral.deleted_at = referral.deleted_at or moment
    for referral in session.scalars(select(Referral).where(Referral.partner_id == lose_id, ~between)):
        referral.partner_id = keep_id
    for referral in session.scalars(select(Referral).where(Referral.to_partner_id == lose_id, ~between)):
        referral.to_partner_id = keep_id


def _move_cells(session: Session, keep: Partner, lose: Partner) -> None:
    named = select(ParticipationPartner.participation_id).where(ParticipationPartner.partner_id == lose.id)
    cells = session.scalars(select(Participation).where(Participation.id.in_(named))).all()
    for cell in cells:
        _move_cell(cell, keep, lose)
    session.flush()
    for entry in {cell.collaboration for cell in cells}:
        refresh_keys(session, entry)


def _move_cell(cell: Participation, keep: Partner, lose: Partner) -> None:
    """Put one partner for the other; a cell that named both names the one that stays once."""
    there = next((link for link in cell.partners if link.partner_id == keep.id), None)
    for link in [link for link in cell.partners if link.partner_id == lose.id]:
        if there is None:
            link.partner = keep
            there = link
            continue
        there.unit = "・".join(dict.fromkeys(unit for unit in (there.unit, link.unit) if unit))
        cell.partners.remove(link)
    for position, link in enumerate(cell.partners):
        link.position = position


def _move_pairs(session: Session, keep: Partner, lose: Partner) -> None:
    """Note the pair as made one; what the one that goes was found to differ from, the other differs from."""
    pairs = {frozenset((row.first_id, row.second_id)): row for row in _pairs_of(session, {keep.id, lose.id})}
    pair = pairs.get(frozenset((keep.id, lose.id)))
    if pair is None:
        pair = PartnerPair(first_id=keep.id, second_id=lose.id)
        session.add(pair)
    pair.decision = MERGED
    for ids, row in pairs.items():
        if lose.id not in ids or keep.id in ids or row.decision != DIFFERENT:
            continue
        (other,) = ids - {lose.id}
        theirs = pairs.get(frozenset((keep.id, other)))
        if theirs is None:
            session.add(PartnerPair(first_id=keep.id, second_id=other, decision=DIFFERENT))
        elif not theirs.decision:
            theirs.decision = DIFFERENT


def _pairs_of(session: Session, ids: set[int]) -> Iterable[PartnerPair]:
    """Return the pairs that these partners are in; of two partners, all that either is in."""
    either = PartnerPair.first_id.in_(ids) | PartnerPair.second_id.in_(ids)
    return session.scalars(select(PartnerPair).where(either)).all()
