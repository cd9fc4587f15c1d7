"""A day that is still to come, as one types it in a hurry: 12/1, +7, 明日."""

import re
from datetime import date, timedelta

from kyodo_desktop.base.errors import InputError
from kyodo_desktop.base.i18n import _
from kyodo_desktop.japanese.digits import half_width
from kyodo_desktop.japanese.wareki import parse_date

_AFTER = re.compile(r"\+\s*(?P<days>\d{1,3})\s*日?|(?P<later>\d{1,3})\s*日後|(?P<weeks>\d{1,2})\s*週間?後")
_NO_YEAR = re.compile(r"(?P<month>\d{1,2})\s*(?:月|[./-])\s*(?P<day>\d{1,2})\s*日?")
_NAMED = {"今日": 0, "本日": 0, "明日": 1, "あす": 1, "あした": 1, "明後日": 2, "あさって": 2}


def parse_coming_day(text: str, today: date) -> date:
    """Return the day that something is put off to.

    Besides all that `parse_date` takes: +7 (days from today), 10日後, 2週間後, 明日, and 12/1 as the next
    such day, this year or the coming one, today among them.

    Raises:
        InputError: it is no day; the sentence says how to write it.
    """
    typed = half_width(text)
    if typed in _NAMED:
        return today + timedelta(days=_NAMED[typed])
    if match := _AFTER.fullmatch(typed):
        days = int(match["days"] or match["later"] or 0) + 7 * int(match["weeks"] or 0)
        return today + timedelta(days=days)
    if match := _NO_YEAR.fullmatch(typed):
        return _next_one(int(match["month"]), int(match["day"]), today)
    try:
        return parse_date(text, today)
    except InputError as error:
        if any(letter.isdigit() for letter in typed):
            raise
        words = _(
            "「{text}」は日として読めません。12/1、+7（7日後）、令和8年12月1日 のように書いてください。"
        )
        raise InputError(words.format(text=text)) from error


def _next_one(month: int, day: int, today: date) -> date:
    this_year = parse_date(f"{today.year}-{month}-{day}", today)
    return this_year if this_year >= today else parse_date(f"{today.year + 1}-{month}-{day}", today)
