"""Days put off to and times of day, as one types them at the counter."""

from datetime import date, time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kyodo_desktop.base.errors import InputError
from kyodo_desktop.japanese.coming_day import parse_coming_day
from kyodo_desktop.japanese.day_time import parse_time
from kyodo_desktop.japanese.wareki import format_date

TODAY = date(2026, 11, 24)


@pytest.mark.parametrize(
    ("typed", "day"),
    [
        ("+7", date(2026, 12, 1)),
        ("＋７", date(2026, 12, 1)),
        ("+0", TODAY),
        ("10日後", date(2026, 12, 4)),
        ("２週間後", date(2026, 12, 8)),
        ("明日", date(2026, 11, 25)),
        ("あさって", date(2026, 11, 26)),
        ("12/1", date(2026, 12, 1)),
        ("１２／１", date(2026, 12, 1)),
        ("12月1日", date(2026, 12, 1)),
        ("11/24", TODAY),
        ("11/23", date(2027, 11, 23)),
        ("4.1", date(2027, 4, 1)),
        ("令8.12.1", date(2026, 12, 1)),
        ("R8.12.1", date(2026, 12, 1)),
        ("2026-12-01", date(2026, 12, 1)),
        ("令和8年12月1日（火）", date(2026, 12, 1)),
    ],
)
def test_a_coming_day_is_read(typed: str, day: date) -> None:
    assert parse_coming_day(typed, TODAY) == day


def test_a_day_without_a_year_never_lies_behind() -> None:
    # In March a 4/1 of the same fiscal year would be a year ago.
    assert parse_coming_day("4/1", date(2027, 3, 20)) == date(2027, 4, 1)


@pytest.mark.parametrize("typed", ["来月あたり", "13/1", "2/30", "+", "平成32年1月1日"])
def test_what_is_no_day_is_said_in_words(typed: str) -> None:
    with pytest.raises(InputError, match="。"):
        parse_coming_day(typed, TODAY)


@given(st.dates(date(2019, 5, 1), date(2080, 1, 1)))
def test_a_day_put_into_form_is_read_back(day: date) -> None:
    assert parse_coming_day(format_date(day, weekday=True), TODAY) == day


@pytest.mark.parametrize(
    ("typed", "moment"),
    [
        ("14:05", time(14, 5)),
        ("１４：０５", time(14, 5)),
        ("1405", time(14, 5)),
        ("905", time(9, 5)),
        ("14時5分", time(14, 5)),
        ("9時", time(9, 0)),
        ("午後2時5分", time(14, 5)),
        ("午後0時", time(12, 0)),
        ("午前9時30分", time(9, 30)),
        ("9", time(9, 0)),
    ],
)
def test_a_time_is_read(typed: str, moment: time) -> None:
    assert parse_time(typed) == moment


@pytest.mark.parametrize("typed", ["昼ごろ", "25:00", "12:60", ""])
def test_what_is_no_time_is_said_in_words(typed: str) -> None:
    with pytest.raises(InputError, match="時刻"):
        parse_time(typed)
