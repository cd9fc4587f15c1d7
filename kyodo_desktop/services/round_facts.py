"""What a proposal asks about its round: when it closes, which themes it has chosen. For services to share."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session, selectinload

from kyodo_desktop.models import Round, Theme
from kyodo_desktop.programmes.calendar import closing_words, is_past
from kyodo_desktop.records.rounds import ThemeChoice, ThemeDecision
from kyodo_desktop.services.round_records import LIVING, closing_of, in_order, programme_of

RoundKey = tuple[str, int]
"""Programme and fiscal year: a proposal belongs to the round of both."""


@dataclass(frozen=True, slots=True)
class RoundFacts:
    """When a round closes (UTC), and its chosen themes."""

    closing: datetime | None = None
    themes: tuple[ThemeChoice, ...] = ()

    def is_late(self, moment: datetime | None) -> bool:
        """Tell whether a moment lies after the closing."""
        return self.closing is not None and moment is not None and is_past(self.closing, moment)

    def past_closing(self, moment: datetime | None) -> str:
        """Return in words the closing that a moment lies after; empty where it does not."""
        if self.closing is None or not self.is_late(moment):
            return ""
        return closing_words(self.closing)


NO_ROUND = RoundFacts()


def round_facts(session: Session, keys: Iterable[RoundKey]) -> Mapping[RoundKey, RoundFacts]:
    """Return what is known of the rounds that are there, of all that are asked for."""
    wanted = set(keys)
    rows = session.scalars(
        select(Round)
        .where(LIVING, Round.fiscal_year.in_({year for _programme, year in wanted}))
        .options(selectinload(Round.dates), selectinload(Round.themes))
    )
    return {
        (row.programme, row.fiscal_year): RoundFacts(closing_of(row, programme_of(row)), _chosen(row.themes))
        for row in rows
        if (row.programme, row.fiscal_year) in wanted
    }


def theme_choices(session: Session, ids: Iterable[int]) -> dict[int, ThemeChoice]:
    """Return themes with the numbers they have in their rounds, whatever was decided on them."""
    named = select(Theme.round_id).where(Theme.id.in_(set(ids)))
    rows = session.scalars(select(Round).where(Round.id.in_(named)).options(selectinload(Round.themes)))
    return {
        one.id: ThemeChoice(one.id, number, one.title)
        for row in rows
        for number, one in enumerate(in_order(row.themes), 1)
    }


def _chosen(themes: Iterable[Theme]) -> tuple[ThemeChoice, ...]:
    return tuple(
        ThemeChoice(one.id, number, one.title)
        for number, one in enumerate(in_order(themes), 1)
        if one.decision == ThemeDecision.CHOSEN
    )
