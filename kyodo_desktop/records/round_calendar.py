"""The year's calendar of a programme: that of its round, or worked out where there is no round yet."""

from dataclasses import dataclass
from datetime import time

from kyodo_desktop.records.rounds import RoundDate


@dataclass(frozen=True, slots=True)
class RoundCalendar:
    """The stages of a programme with their dates in a fiscal year; `round_id` is None without a round.

    `closes_at` is the time of day the applications close; without it the whole closing day counts.
    """

    programme: str
    programme_revision: int
    title: str
    fiscal_year: int
    round_id: int | None
    closes_at: time | None
    dates: tuple[RoundDate, ...]
