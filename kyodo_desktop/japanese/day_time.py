"""The time of day, as a screen shows it and as a paper spells it."""

import re
from datetime import datetime, time

from kyodo_desktop.base.errors import InputError
from kyodo_desktop.base.i18n import _
from kyodo_desktop.japanese.digits import Digits, half_width, with_digits

_TYPED = re.compile(
    r"(?P<half>午前|午後)?\s*(?P<hour>\d{1,2})(?:(?:[:.時]\s*(?P<minute>\d{1,2})?|(?P<joined>\d{2}))\s*分?)?"
)


def format_time(moment: datetime) -> str:
    """Return 14:05."""
    return f"{moment:%H:%M}"


def spell_time(moment: datetime, digits: Digits = Digits.HALF) -> str:
    """Return 午後2時5分; noon is 午後0時."""
    half = _("午前") if moment.hour < 12 else _("午後")
    words = _("{half}{hour}時{minute}分").format(half=half, hour=moment.hour % 12, minute=moment.minute)
    return with_digits(words, digits)


def parse_time(text: str) -> time:
    """Return the time of day a clerk typed: 14:05, 1405, 14時5分, 午後2時5分, 14.

    Raises:
        InputError: it is no time of day.
    """
    match = _TYPED.fullmatch(half_width(text))
    if match is not None:
        hour, minute = int(match["hour"]), int(match["minute"] or match["joined"] or 0)
        if match["half"] == _("午後") and hour < 12:
            hour += 12
        if hour < 24 and minute < 60:
            return time(hour, minute)
    raise InputError(
        _("「{text}」は時刻として読めません。14:05、午後2時5分 のように書いてください。").format(text=text)
    )
