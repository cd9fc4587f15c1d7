"""和暦, 年度 and the days the city hall is open (vectors of domain.md §1.6)."""

from datetime import date, timedelta

import holidays
import pytest
from hypothesis import given
from hypothesis import strategies as st

from kyodo_desktop.base.errors import InputError
from kyodo_desktop.japanese.calendar import is_closed_day, next_open_day
from kyodo_desktop.japanese.digits import Digits
from kyodo_desktop.japanese.fiscal_year import (
    fiscal_year,
    format_fiscal_year,
    parse_fiscal_year,
)
from kyodo_desktop.japanese.wareki import format_date, format_short_date, parse_date

TODAY = date(2026, 11, 24)
DAYS = st.dates(date(1868, 1, 25), date(2117, 12, 31))


@pytest.mark.parametrize(
    ("day", "written"),
    [
        (date(1912, 7, 29), "明治45年7月29日"),
        (date(1912, 7, 30), "大正元年7月30日"),
        (date(1926, 12, 24), "大正15年12月24日"),
        (date(1926, 12, 25), "昭和元年12月25日"),
        (date(1989, 1, 7), "昭和64年1月7日"),
        (date(1989, 1, 8), "平成元年1月8日"),
        (date(2019, 4, 30), "平成31年4月30日"),
        (date(2019, 5, 1), "令和元年5月1日"),
        (date(2026, 4, 1), "令和8年4月1日"),
    ],
)
def test_days_are_written_and_read_in_their_era(day: date, written: str) -> None:
    assert format_date(day) == written
    assert parse_date(written, TODAY) == day


@given(DAYS, st.sampled_from(Digits), st.booleans())
def test_every_day_written_is_read_back(day: date, digits: Digits, weekday: bool) -> None:
    assert parse_date(format_date(day, digits, weekday=weekday), TODAY) == day


def test_lone_digits_are_full_width_where_the_paper_asks() -> None:
    assert format_date(date(2026, 6, 19), Digits.SINGLE_FULL) == "令和８年６月19日"


@pytest.mark.parametrize(
    "typed",
    [
        "R7.4.1",
        "r7/4/1",
        "令7.4.1",
        "令和７年４月１日",
        "R7-4-1",
        "7.4.1",
        "2025-4-1",
        "2025/04/01",
        "20250401",
        "２０２５年４月１日",
    ],
)
def test_dates_are_read_as_clerks_type_them(typed: str) -> None:
    assert parse_date(typed, TODAY) == date(2025, 4, 1)


def test_a_day_without_a_year_is_in_the_present_fiscal_year() -> None:
    assert parse_date("4/1", TODAY) == date(2026, 4, 1)
    assert parse_date("3月31日", TODAY) == date(2027, 3, 31)
    assert parse_date("4/1", date(2027, 2, 1)) == date(2026, 4, 1)


@pytest.mark.parametrize(
    ("typed", "hint"),
    [
        ("平成32年4月1日", "令和2年4月1日"),
        ("令和元年4月1日", "平成31年4月1日"),
        ("令和7年2月30日", "暦にありません"),
        ("令和0年4月1日", "元年"),
        ("あした", "日付として読めません"),
        ("", "日付として読めません"),
    ],
)
def test_impossible_dates_are_refused_in_words(typed: str, hint: str) -> None:
    with pytest.raises(InputError, match=hint):
        parse_date(typed, TODAY)


@pytest.mark.parametrize(
    ("year", "written"),
    [
        (2018, "平成30年度"),
        (2019, "令和元年度"),
        (2026, "令和8年度"),
        (1988, "昭和63年度"),
        (1989, "平成元年度"),
    ],
)
def test_fiscal_years_are_named(year: int, written: str) -> None:
    assert format_fiscal_year(year) == written
    assert parse_fiscal_year(written) == year


@pytest.mark.parametrize(
    ("typed", "year"),
    [("H30", 2018), ("２０１８", 2018), ("平成31年度", 2019), ("令元", 2019), ("r8年度", 2026)],
)
def test_fiscal_years_are_read_as_typed(typed: str, year: int) -> None:
    assert parse_fiscal_year(typed) == year


@pytest.mark.parametrize("typed", ["平成32年度", "令和0年度", "なし", "30", "0000", "9999"])
def test_fiscal_years_that_never_were_are_refused(typed: str) -> None:
    with pytest.raises(InputError):
        parse_fiscal_year(typed)


def test_a_year_that_no_office_has_is_still_named() -> None:
    assert format_fiscal_year(0) == "0年度"
    assert format_fiscal_year(10**20) == f"{10**20}年度"


@given(DAYS)
def test_a_day_is_in_its_fiscal_year(day: date) -> None:
    year = fiscal_year(day)
    assert date(year, 4, 1) <= day <= date(year + 1, 3, 31)


@pytest.mark.parametrize(
    ("day", "open_day"),
    [
        (date(2026, 5, 31), date(2026, 6, 1)),
        (date(2026, 9, 22), date(2026, 9, 24)),
        (date(2026, 10, 31), date(2026, 11, 2)),
        (date(2026, 12, 29), date(2027, 1, 4)),
        (date(2027, 3, 31), date(2027, 3, 31)),
    ],
)
def test_due_days_move_to_the_next_open_day(day: date, open_day: date) -> None:
    assert next_open_day(day) == open_day


def test_public_holidays_agree_with_another_calendar() -> None:
    known = holidays.country_holidays("JP", years=range(2019, 2028))
    first, last = date(2019, 1, 1), date(2027, 12, 31)
    for offset in range((last - first).days + 1):
        day = first + timedelta(days=offset)
        if day in known:
            assert is_closed_day(day), day
        elif day.weekday() < 5 and not ((day.month, day.day) >= (12, 29) or (day.month, day.day) <= (1, 3)):
            assert not is_closed_day(day), day


@given(st.dates(date(1868, 1, 25), date(2100, 12, 31)))
def test_a_short_date_is_read_back_as_the_day_it_is(day: date) -> None:
    assert parse_date(format_short_date(day), day) == day


def test_a_short_date_is_what_offices_write() -> None:
    days = (date(2026, 4, 1), date(2019, 4, 30), date(1867, 1, 1))
    assert [format_short_date(day) for day in days] == ["R8.4.1", "H31.4.30", "1867.1.1"]
