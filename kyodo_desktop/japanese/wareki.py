"""和暦: dates as an office writes and types them.

Eras begin on 1868-01-25, 1912-07-30, 1926-12-25, 1989-01-08 and 2019-05-01. A year that its era never had
(平成32年) is refused, never moved silently into the next era.
"""

import re
from dataclasses import dataclass
from datetime import date

from kyodo_desktop.base.errors import InputError
from kyodo_desktop.base.i18n import _
from kyodo_desktop.japanese.digits import Digits, half_width, with_digits

_WEEKDAYS = "月火水木金土日"


@dataclass(frozen=True, slots=True)
class Era:
    """An era: its name, the letter offices type for it, and its first day."""

    name: str
    letter: str
    begins: date

    def year_of(self, year: int) -> int:
        """Return the era's year for a calendar year."""
        return year - self.begins.year + 1


ERAS = (
    Era("令和", "R", date(2019, 5, 1)),
    Era("平成", "H", date(1989, 1, 8)),
    Era("昭和", "S", date(1926, 12, 25)),
    Era("大正", "T", date(1912, 7, 30)),
    Era("明治", "M", date(1868, 1, 25)),
)

_ERA_PATTERN = "|".join([*(era.name for era in ERAS), *(era.name[0] for era in ERAS), "[RHSTMrhstm]"])
_WEEKDAY_PATTERN = rf"(?:\s*\(?[{_WEEKDAYS}](?:曜日?)?\)?)?"
_WITH_ERA = re.compile(
    rf"(?P<era>{_ERA_PATTERN})\s*(?P<year>元|\d{{1,2}})\s*(?:年|[./-])\s*(?P<month>\d{{1,2}})\s*(?:月|[./-])"
    rf"\s*(?P<day>\d{{1,2}})\s*日?{_WEEKDAY_PATTERN}"
)
_WESTERN = re.compile(
    rf"(?P<year>\d{{4}})\s*(?:年|[./-])\s*(?P<month>\d{{1,2}})\s*(?:月|[./-])\s*(?P<day>\d{{1,2}})\s*日?"
    rf"{_WEEKDAY_PATTERN}"
)
_COMPACT = re.compile(r"(?P<year>\d{4})(?P<month>\d{2})(?P<day>\d{2})")
_BARE_YEAR = re.compile(
    r"(?P<year>元|\d{1,2})\s*(?:年|[./-])\s*(?P<month>\d{1,2})\s*(?:月|[./-])\s*(?P<day>\d{1,2})\s*日?"
)
_NO_YEAR = re.compile(rf"(?P<month>\d{{1,2}})\s*(?:月|[./-])\s*(?P<day>\d{{1,2}})\s*日?{_WEEKDAY_PATTERN}")


def era_of(day: date) -> Era | None:
    """Return the era a day falls in, None before 明治."""
    return next((era for era in ERAS if day >= era.begins), None)


def era_named(text: str) -> Era | None:
    """Return the era for its name, its first character or its letter."""
    return next((era for era in ERAS if text in (era.name, era.name[0]) or text.upper() == era.letter), None)


def format_era_year(era: Era, year: int) -> str:
    """Return 令和8年 for the era's 8th year, 令和元年 for its first."""
    return f"{era.name}{'元' if year == 1 else year}年"


def format_date(day: date, digits: Digits = Digits.HALF, *, weekday: bool = False) -> str:
    """Return a day in 和暦, e.g. 令和8年4月1日, with （水） if `weekday`; in 西暦 before 明治."""
    text = with_digits("".join(date_parts(day)), digits)
    return f"{text}（{_WEEKDAYS[day.weekday()]}）" if weekday else text


def date_parts(day: date) -> tuple[str, str, str]:
    """Return year, month and day of the month as `format_date` joins them: 令和8年, 4月, 1日."""
    era = era_of(day)
    year = format_era_year(era, era.year_of(day.year)) if era is not None else f"{day.year}年"
    return year, f"{day.month}月", f"{day.day}日"


def format_western_date(day: date, digits: Digits = Digits.HALF) -> str:
    """Return 2026年4月1日."""
    return with_digits(f"{day.year}年{day.month}月{day.day}日", digits)


def format_month_day(day: date) -> str:
    """Return 4月1日."""
    return "".join(date_parts(day)[1:])


def format_short_date(day: date) -> str:
    """Return R8.4.1, where there is little room; 1867.4.1 before 明治."""
    era = era_of(day)
    year = f"{era.letter}{era.year_of(day.year)}" if era is not None else str(day.year)
    return f"{year}.{day.month}.{day.day}"


def parse_date(text: str, today: date) -> date:
    """Return the day a clerk typed.

    Taken are R7.4.1, 令7.4.1, 令和７年４月１日, 令和元年5月1日, H31.4.30, 7.4.1 (the present era), 2025-4-1,
    20250401 and 4/1 (in the fiscal year of `today`).

    Raises:
        InputError: it is no date, or a year its era never had; the sentence says how to write it.
    """
    typed = half_width(text)
    if match := _WITH_ERA.fullmatch(typed):
        return _era_day(match, era_named(match["era"]), typed)
    if match := _WESTERN.fullmatch(typed) or _COMPACT.fullmatch(typed):
        return _day(int(match["year"]), int(match["month"]), int(match["day"]), typed)
    if match := _BARE_YEAR.fullmatch(typed):
        return _era_day(match, era_of(today), typed)
    if match := _NO_YEAR.fullmatch(typed):
        month = int(match["month"])
        first = today.year if today.month >= 4 else today.year - 1
        return _day(first if month >= 4 else first + 1, month, int(match["day"]), typed)
    raise InputError(
        _(
            "「{text}」は日付として読めません。令和8年4月1日、R8.4.1、2026-4-1 のように書いてください。"
        ).format(text=text)
    )


def _era_day(match: re.Match[str], era: Era | None, typed: str) -> date:
    if era is None:
        raise InputError(
            _("「{text}」の元号が分かりません。令和・平成・昭和などで書いてください。").format(text=typed)
        )
    year = 1 if match["year"] == "元" else int(match["year"])
    if year == 0:
        raise InputError(_("「{text}」の年が0です。最初の年は「元年」と書いてください。").format(text=typed))
    day = _day(era.begins.year + year - 1, int(match["month"]), int(match["day"]), typed)
    if era_of(day) is not era:
        raise InputError(
            _("{era}に「{text}」という日はありません。{right}のことなら、そう書いてください。").format(
                era=era.name, text=typed, right=format_date(day)
            )
        )
    return day


def _day(year: int, month: int, day: int, typed: str) -> date:
    try:
        return date(year, month, day)
    except ValueError as error:
        raise InputError(
            _("「{text}」という日は暦にありません。月と日を確かめてください。").format(text=typed)
        ) from error
