"""年度: 1 April to 31 March, named by the year it begins in."""

import re
from datetime import date

from kyodo_desktop.base.errors import InputError
from kyodo_desktop.base.i18n import _
from kyodo_desktop.japanese.digits import Digits, half_width, with_digits
from kyodo_desktop.japanese.wareki import era_named, era_of, format_era_year

_FIRST_YEAR, _LAST_YEAR = 1868, 2999
_TYPED = re.compile(r"(?:(?P<western>\d{4})|(?P<era>[^\d元]{1,2})\s*(?P<year>元|\d{1,2}))\s*年?\s*度?")


def fiscal_year(day: date) -> int:
    """Return the fiscal year of a day, as the year it begins in."""
    return day.year if day.month >= 4 else day.year - 1


def format_fiscal_year(year: int, digits: Digits = Digits.HALF) -> str:
    """Return 平成30年度 for 2018; 2019 as a whole is 令和元年度."""
    era = era_of(date(year, 12, 31)) if _FIRST_YEAR <= year <= _LAST_YEAR else None
    if era is None:
        return with_digits(f"{year}年度", digits)
    return with_digits(f"{format_era_year(era, era.year_of(year))}度", digits)


def parse_fiscal_year(text: str) -> int:
    """Return the fiscal year for 2018, 平成30年度, H30 or 令元; 平成31年度 is 2019.

    Raises:
        InputError: it is no fiscal year, or one its era never had.
    """
    match = _TYPED.fullmatch(half_width(text))
    if match is None:
        raise InputError(
            _("「{text}」は年度として読めません。平成30年度、R8、2026 のように書いてください。").format(
                text=text
            )
        )
    if match["western"]:
        return _in_range(int(match["western"]), text)
    era = era_named(match["era"])
    number = 1 if match["year"] == "元" else int(match["year"])
    begins = era.begins.year + number - 1 if era is not None else 0
    # An era's last year also begins its fiscal year on 1 April (平成31年度 on papers of that spring).
    if era is None or number == 0 or era not in (era_of(date(begins, 4, 1)), era_of(date(begins, 12, 31))):
        raise _no_such_year(text)
    return begins


def refuse_strange_year(year: int) -> None:
    """Refuse a fiscal year that nothing can be of.

    Raises:
        InputError: it lies before 明治元年度 or too far ahead.
    """
    if not _FIRST_YEAR <= year <= _LAST_YEAR:
        raise InputError(
            _("「{year}」は年度として使えません。年度を選び直してください。").format(year=year), "fiscal_year"
        )


def _in_range(year: int, typed: str) -> int:
    if not _FIRST_YEAR <= year <= _LAST_YEAR:
        raise _no_such_year(typed)
    return year


def _no_such_year(typed: str) -> InputError:
    return InputError(_("「{text}」という年度はありません。元号と年を確かめてください。").format(text=typed))
