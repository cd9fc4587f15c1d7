"""The one source of time, so that tests (and nobody else) can set it."""

from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import Protocol
from zoneinfo import ZoneInfo

OFFICE_ZONE = ZoneInfo("Asia/Tokyo")


class Clock(Protocol):
    """Tells the time."""

    def now(self) -> datetime:
        """Return the present moment, in UTC."""
        ...

    def today(self) -> date:
        """Return the calendar day at the office."""
        ...


class SystemClock:
    """The computer's own clock."""

    def now(self) -> datetime:
        """Return the present moment, in UTC."""
        return datetime.now(UTC)

    def today(self) -> date:
        """Return the calendar day at the office."""
        return self.now().astimezone(OFFICE_ZONE).date()


@dataclass
class FixedClock:
    """A clock that stands still until it is moved."""

    moment: datetime

    def now(self) -> datetime:
        """Return the set moment, in UTC."""
        return self.moment.astimezone(UTC)

    def today(self) -> date:
        """Return the set moment's calendar day at the office."""
        return self.moment.astimezone(OFFICE_ZONE).date()


def office_time(moment: datetime) -> datetime:
    """Return a stored UTC moment as the office's local time."""
    return moment.astimezone(OFFICE_ZONE)
