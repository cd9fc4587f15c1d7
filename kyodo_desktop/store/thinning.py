"""Which backups are kept: all of two days, then one a day, one a week, one a month."""

from collections.abc import Callable, Iterable
from datetime import datetime, timedelta

from kyodo_desktop.base.clock import office_time

KEEP_ALL = timedelta(days=2)
TIERS: tuple[tuple[int, Callable[[datetime], object]], ...] = (
    (12, lambda local: local.date()),
    (10, lambda local: local.isocalendar()[:2]),
    (9, lambda local: (local.year, local.month)),
)


def superfluous(moments: Iterable[datetime], now: datetime) -> set[datetime]:
    """Return the moments whose backups may go; the newest of each day, week and month stays."""
    older = sorted((moment for moment in moments if now - moment > KEEP_ALL), reverse=True)
    kept: set[datetime] = set()
    for most, period in TIERS:
        newest: dict[object, datetime] = {}
        for moment in older:
            if len(newest) < most or period(office_time(moment)) in newest:
                newest.setdefault(period(office_time(moment)), moment)
        kept.update(newest.values())
        # The next tier begins where this one ends.
        last = min(newest.values(), default=now)
        older = [moment for moment in older if moment < last]
    return {moment for moment in moments if now - moment > KEEP_ALL} - kept
