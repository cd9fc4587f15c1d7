"""The year's calendar of a programme, worked out from its windows; and where in it a proposal stands."""

from datetime import UTC, date, datetime, time, timedelta

from kyodo_desktop.base.clock import OFFICE_ZONE, office_time
from kyodo_desktop.base.i18n import _
from kyodo_desktop.japanese.calendar import is_closed_day, next_open_day
from kyodo_desktop.japanese.day_time import format_time
from kyodo_desktop.japanese.fiscal_year import fiscal_year as fiscal_year_of
from kyodo_desktop.japanese.wareki import format_date
from kyodo_desktop.programmes.programme import Programme, Source, Stage
from kyodo_desktop.records.proposals import ProposalStage
from kyodo_desktop.records.rounds import RoundDate, StageLevel

_LAST_MINUTE = time(23, 59)


def planned_dates(programme: Programme, fiscal_year: int) -> tuple[RoundDate, ...]:
    """Return the stages of a programme with their dates for the round of a fiscal year."""
    return tuple(dated(stage, *window(programme, stage, fiscal_year)) for stage in programme.stages)


def window(programme: Programme, stage: Stage, fiscal_year: int) -> tuple[date, date]:
    """Return the first and last day of a stage for the round of a fiscal year."""
    if stage.starts is None or stage.ends is None:
        return programme.period(fiscal_year)
    return stage.starts.first_day(fiscal_year), stage.ends.last_day(fiscal_year)


def dated(stage: Stage, starts_on: date, ends_on: date, *, moved: bool = False) -> RoundDate:
    """Return a stage with its dates, and the open day proposed for its end where that is needed."""
    closed = is_closed_day(ends_on)
    return RoundDate(
        stage=stage.key,
        label=stage.label,
        level=stage.level,
        who=stage.who,
        starts_on=starts_on,
        ends_on=ends_on,
        moved=moved,
        optional=stage.optional,
        due=stage.due,
        closes=stage.closes,
        provisional=stage.source is Source.OURS,
        closed_end=closed,
        proposed_end=open_day_for(ends_on) if stage.due and closed else None,
    )


def open_day_for(due: date) -> date:
    """Return the open day proposed for a 締切: the day itself, else the next one in its fiscal year.

    Where the year is over by then, the last one before it is proposed: nothing is due in another year.
    """
    proposed = next_open_day(due)
    if fiscal_year_of(proposed) == fiscal_year_of(due):
        return proposed
    while is_closed_day(due):
        due -= timedelta(days=1)
    return due


def standing_stage(programme: Programme, stage: ProposalStage) -> str | None:
    """Return the key of the stage a proposal stands in; a draft stands in none.

    What is taken in stands where the applications come in; what is found complete, in the next stage that
    every proposal goes through.
    """
    if stage is ProposalStage.DRAFT:
        return None
    closing = programme.closing_stage
    if stage is ProposalStage.RECEIVED:
        return closing.key
    after = programme.stages[programme.stages.index(closing) + 1 :]
    passed = (one for one in after if one.level is not StageLevel.ROUND and not one.optional)
    return next(passed, closing).key


def closing_moment(day: date, at: time | None) -> datetime:
    """Return the last minute (UTC) in which an application is in time; without `at` the day's last."""
    return datetime.combine(day, at or _LAST_MINUTE, OFFICE_ZONE).astimezone(UTC)


def is_past(closing: datetime, moment: datetime) -> bool:
    """Tell whether a moment lies after the closing minute is over."""
    return moment >= closing + timedelta(minutes=1)


def closing_words(closing: datetime) -> str:
    """Return the closing as it is told: its day, and its time where not the whole day counts."""
    local = office_time(closing)
    if local.time() == _LAST_MINUTE:
        return format_date(local.date())
    return _("{day} {time}").format(day=format_date(local.date()), time=format_time(local))
