"""`programme list` and `programme calendar`."""

from argparse import Namespace
from dataclasses import replace
from typing import Any

from kyodo_desktop.base.files import write_whole_file
from kyodo_desktop.base.i18n import _
from kyodo_desktop.base.paths import DataFolder
from kyodo_desktop.cli.office import opened, outside_data
from kyodo_desktop.cli.tell import json_text, say_bytes, shape, tell_json, tell_rows
from kyodo_desktop.japanese.fiscal_year import format_fiscal_year
from kyodo_desktop.programmes.programme import Programme
from kyodo_desktop.records.round_calendar import RoundCalendar

FORMATS = ("json", "ics")


def list_programmes(options: Namespace, folder: DataFolder) -> int:
    """Print every programme in every revision it had, or those of a fiscal year."""
    with opened(folder) as services:
        found = services.rounds.programmes(options.fiscal_year)
    if options.json:
        tell_json([_shape(one) for one in found])
    else:
        tell_rows(
            (one.key, one.title, one.letter, _("第{n}版").format(n=one.revision), _years(one))
            for one in found
        )
    return 0


def tell_calendar(options: Namespace, folder: DataFolder) -> int:
    """Print the calendar of a programme in a fiscal year, or write it to a file."""
    path = outside_data(options.output, folder) if options.output is not None else None
    with opened(folder) as services:
        calendar = services.rounds.calendar(options.key, options.fiscal_year)
        if options.format == "ics":
            data = services.rounds.calendar_file(calendar)
        else:
            data = json_text(_calendar_shape(calendar)).encode() + b"\n"
    if path is None:
        say_bytes(data)
    else:
        write_whole_file(path, data)
    return 0


def _years(programme: Programme) -> str:
    first = format_fiscal_year(programme.valid_from)
    if programme.valid_to is None:
        return _("{first}から").format(first=first)
    return _("{first}から{last}まで").format(first=first, last=format_fiscal_year(programme.valid_to))


def _shape(programme: Programme) -> dict[str, Any]:
    """Return a programme as its file has it, shares as an office says them; null is what it does not say."""
    plain = replace(programme, rate=None, minor_share=None)
    whole: dict[str, Any] = shape(plain)
    minor = programme.minor_share
    return {
        **whole,
        "cap": programme.cap or None,
        "rate": programme.rate_words or None,
        "minor_share": None if minor is None else f"{minor.numerator}/{minor.denominator}",
    }


def _calendar_shape(calendar: RoundCalendar) -> dict[str, Any]:
    whole: dict[str, Any] = shape(calendar)
    dates = whole.pop("dates")
    return {**whole, "stages": dates}
