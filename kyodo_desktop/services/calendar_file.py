"""A programme's calendar as a file that other calendars read (iCalendar, RFC 5545)."""

from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from typing import TYPE_CHECKING

from kyodo_desktop import __version__
from kyodo_desktop.base.i18n import _
from kyodo_desktop.japanese.fiscal_year import format_fiscal_year
from kyodo_desktop.japanese.wareki import format_date
from kyodo_desktop.records.round_calendar import RoundCalendar
from kyodo_desktop.records.rounds import RoundDate

if TYPE_CHECKING:
    from icalendar import Event

_MAKER = f"-//Kyodo Desktop//{__version__}//JA"


def calendar_file(calendar: RoundCalendar, now: datetime) -> bytes:
    """Return the calendar as an iCalendar file: a span of whole days a stage, and a day of its own a 締切.

    The names of the events stay the same, so that a calendar that reads the file again moves what was moved.
    """
    from icalendar import Calendar

    made = Calendar()
    made.add("prodid", _MAKER)
    made.add("version", "2.0")
    made.add("calscale", "GREGORIAN")
    made.add("method", "PUBLISH")
    made.add("x-wr-calname", f"{format_fiscal_year(calendar.fiscal_year)} {calendar.title}")
    made.add("x-wr-timezone", "Asia/Tokyo")
    for stage in calendar.dates:
        for event in _events(calendar, stage, now):
            made.add_component(event)
    written: bytes = made.to_ical()
    return written


def _events(calendar: RoundCalendar, stage: RoundDate, now: datetime) -> Iterator["Event"]:
    if not stage.due or stage.starts_on < stage.ends_on:
        name, words = f"{calendar.title} {stage.label}", _description(stage)
        yield _event(calendar, stage, now, "", name, words, (stage.starts_on, stage.ends_on))
    if stage.due:
        at = calendar.closes_at if stage.closes else None
        name = f"{calendar.title} {_due_words(stage.label, at)}"
        yield _event(calendar, stage, now, "-due", name, _due_description(stage), (stage.ends_on,) * 2)


def _event(
    calendar: RoundCalendar,
    stage: RoundDate,
    now: datetime,
    part: str,
    name: str,
    words: str,
    days: tuple[date, date],
) -> "Event":
    from icalendar import Event

    event = Event()
    event.add("uid", f"{calendar.programme}-{calendar.fiscal_year}-{stage.stage}{part}@kyodo-desktop")
    event.add("dtstamp", now)
    event.add("dtstart", days[0])
    # A whole day's end is the day after it.
    event.add("dtend", days[1] + timedelta(days=1))
    event.add("summary", name)
    if words:
        event.add("description", words)
    event.add("transp", "TRANSPARENT")
    return event


def _due_words(label: str, at: time | None) -> str:
    if at is None:
        return _("{stage}の締切").format(stage=label)
    return _("{stage}の締切（{time}まで）").format(stage=label, time=f"{at:%H:%M}")


def _description(stage: RoundDate) -> str:
    parts = [
        _who(stage),
        _("あるときだけの段階です。") if stage.optional else "",
        _("時期は、ハンドブックにない仮の設定です。") if stage.provisional and not stage.moved else "",
    ]
    return "\n".join(part for part in parts if part)


def _who(stage: RoundDate) -> str:
    return _("だれが: {who}").format(who=stage.who) if stage.who else ""


def _due_description(stage: RoundDate) -> str:
    if stage.proposed_end is None:
        return _who(stage)
    words = _("この日は閉庁日です。開庁日なら、{day}です。")
    return f"{_who(stage)}\n{words.format(day=format_date(stage.proposed_end, weekday=True))}"
