"""The verbs of 名寄せ that only look: which partners may be the same, and why. A person decides."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import combinations, pairwise

from sqlalchemy import select
from sqlalchemy.orm import Session

from kyodo_desktop.models import Partner, PartnerPair
from kyodo_desktop.records.matching import LikelyPair, LookAlike
from kyodo_desktop.records.partners import PartnerDraft, PartnerRecord
from kyodo_desktop.services.likeness import Ground, Reason, Traits, at_one_place, grounds, keys_of
from kyodo_desktop.services.matching_rows import may_be, read_traits, traits_of
from kyodo_desktop.services.partner_records import read_partners
from kyodo_desktop.store import Store

_MANY = 12
"""More partners than this under one key are compared with their neighbours only, not each with each."""

_SHARED = 6
"""A telephone or an e-mail address of more partners than this is that of a house, and says nothing."""

_Ids = frozenset[int]


class MatchingService:
    """What can be asked about partners that look alike."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def likely_pairs(self) -> tuple[LikelyPair, ...]:
        """Return the undecided pairs of the whole register, the surest first.

        In each the partner that would be kept stands first: the one with more entries, then the older one.
        """
        with self._store.reading() as session:
            kept = _kept(session)
            traits = {one.id: one for one in read_traits(session)}
            found = dict(_compare(traits, _candidates(traits.values())))
            return _pairs(session, _with_kept(found, kept, traits))

    def look_alikes(self, draft: PartnerDraft, but_not: int | None = None) -> tuple[LookAlike, ...]:
        """Return the partners that what is being typed looks like, the likest first.

        `but_not` is the partner that is being edited; those it was found to differ from are left out too.
        """
        mine = traits_of(draft)
        condition = may_be(mine)
        if condition is None:
            return ()
        with self._store.reading() as session:
            different = _different_from(session, but_not)
            others = [one for one in read_traits(session, condition) if one.id not in different]
            alike = {one.id: reasons for one in others if (reasons := grounds(mine, one))}
            found = {**at_one_place(mine, others), **alike}
            records = read_partners(session, Partner.id.in_(found))
        likest = sorted(records, key=lambda partner: found[partner.id][0].ground)
        return tuple(
            LookAlike(partner, _words(found[partner.id])[0], _is_doubtful(found[partner.id]))
            for partner in likest
        )


def read_likely_with(session: Session, partner_id: int) -> tuple[LikelyPair, ...]:
    """Return the undecided pairs of one partner in a session; it stands first in each."""
    mine = next(iter(read_traits(session, Partner.id == partner_id)), None)
    if mine is None:
        return ()
    kept = {ids: row for ids, row in _kept(session).items() if partner_id in ids}
    condition, traits = may_be(mine), {mine.id: mine}
    if condition is not None:
        traits |= {one.id: one for one in read_traits(session, condition)}
    named = {one for ids in kept for one in ids} - traits.keys()
    traits |= {one.id: one for one in read_traits(session, Partner.id.in_(named))}
    candidates = {frozenset((mine.id, other)) for other in traits if other != mine.id}
    found = dict(_compare(traits, candidates))
    pairs = _pairs(session, _with_kept(found, kept, traits))
    return tuple(pair if pair.first.id == partner_id else _turned(pair) for pair in pairs)


def _candidates(traits: Iterable[Traits]) -> set[_Ids]:
    """Return the pairs that share a key."""
    under: defaultdict[tuple[str, str], list[int]] = defaultdict(list)
    for one in traits:
        for key in set(keys_of(one)):
            under[key].append(one.id)
    found: set[_Ids] = set()
    for (kind, _value), ids in under.items():
        if kind in {"phone", "email"} and len(ids) > _SHARED:
            continue
        pairs = combinations(ids, 2) if len(ids) <= _MANY else pairwise(ids)
        found.update(frozenset(pair) for pair in pairs)
    return found


def _compare(
    traits: Mapping[int, Traits], candidates: Iterable[_Ids]
) -> Iterator[tuple[_Ids, tuple[Reason, ...]]]:
    for ids in candidates:
        one, other = (traits[record_id] for record_id in sorted(ids))
        if reasons := grounds(one, other):
            yield ids, reasons


def _kept(session: Session) -> dict[_Ids, PartnerPair]:
    """Return the pairs the register remembers, decided or not."""
    return {frozenset((row.first_id, row.second_id)): row for row in session.scalars(select(PartnerPair))}


def _with_kept(
    found: Mapping[_Ids, tuple[Reason, ...]], kept: Mapping[_Ids, PartnerPair], traits: Mapping[int, Traits]
) -> dict[_Ids, tuple[Reason, ...]]:
    """Take the decided pairs out, and put those in that somebody noted with a reason of its own."""
    undecided = {ids: reasons for ids, reasons in found.items() if ids not in kept or not kept[ids].decision}
    for ids, row in kept.items():
        if not row.decision and row.reason and ids <= traits.keys():
            # The noted words say more of a name than the ones we find.
            others = (one for one in undecided.get(ids, ()) if not Ground.NAME <= one.ground < Ground.EMAIL)
            undecided[ids] = (Reason(Ground.NOTED, row.reason), *others)
    return undecided


def _different_from(session: Session, partner_id: int | None) -> set[int]:
    """Return a partner and all that a person has decided it is not."""
    if partner_id is None:
        return set()
    decided = (ids for ids, row in _kept(session).items() if row.decision and partner_id in ids)
    return {partner_id, *(one for ids in decided for one in ids)}


def _pairs(session: Session, found: Mapping[_Ids, tuple[Reason, ...]]) -> tuple[LikelyPair, ...]:
    wanted = {record_id for ids in found for record_id in ids}
    records = {one.id: one for one in _read_in_parts(session, sorted(wanted))}
    pairs = [(_make_pair([records[one] for one in ids], reasons), reasons) for ids, reasons in found.items()]
    pairs.sort(key=lambda each: _sureness(*each))
    return tuple(pair for pair, _reasons in pairs)


def _sureness(pair: LikelyPair, reasons: Sequence[Reason]) -> tuple[bool, Ground, str, int, int]:
    return pair.doubtful, reasons[0].ground, pair.first.sort_key, pair.first.id, pair.second.id


def _turned(pair: LikelyPair) -> LikelyPair:
    return LikelyPair(pair.second, pair.first, pair.reasons, pair.doubtful)


def _read_in_parts(session: Session, ids: Sequence[int], size: int = 500) -> Iterator[PartnerRecord]:
    for start in range(0, len(ids), size):
        yield from read_partners(session, Partner.id.in_(ids[start : start + size]))


def _make_pair(both: Iterable[PartnerRecord], reasons: Sequence[Reason]) -> LikelyPair:
    first, second = sorted(both, key=lambda partner: (-partner.collaborations, partner.id))
    return LikelyPair(first, second, _words(reasons), _is_doubtful(reasons))


def _words(reasons: Iterable[Reason]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(reason.words for reason in reasons))


def _is_doubtful(reasons: Iterable[Reason]) -> bool:
    return all(reason.ground.is_doubtful for reason in reasons)
