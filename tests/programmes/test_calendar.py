"""The year's calendar of a programme, from its windows: nothing moves by itself, nothing leaves its year."""

from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kyodo_desktop.base import resources
from kyodo_desktop.japanese.calendar import is_closed_day
from kyodo_desktop.japanese.fiscal_year import fiscal_year
from kyodo_desktop.programmes import files
from kyodo_desktop.programmes.calendar import (
    closing_moment,
    closing_words,
    is_past,
    open_day_for,
    planned_dates,
    standing_stage,
)
from kyodo_desktop.programmes.programme import MonthPart, Programme, RoundMonth
from kyodo_desktop.records.proposals import ProposalStage
from kyodo_desktop.records.rounds import RoundDate, StageLevel
from tests.programmes.samples import THIRD_PROGRAMME

OPEN_CALL, IKIIKI = (files.find(key) for key in ("open_call", "ikiiki"))
BOTH = pytest.mark.parametrize("programme", [OPEN_CALL, IKIIKI], ids=lambda one: one.key)
YEARS = st.integers(2019, 2040)


def days(key: str, year: int) -> dict[str, tuple[date, date]]:
    return {one.stage: (one.starts_on, one.ends_on) for one in planned_dates(files.find(key), year)}


def proposed(key: str, year: int) -> dict[str, date]:
    dates = planned_dates(files.find(key), year)
    return {one.stage: one.proposed_end for one in dates if one.proposed_end is not None}


# What the handbook says


@pytest.mark.parametrize("year", [2019, 2026, 2027])
def test_the_open_call_runs_from_may_to_march(year: int) -> None:
    assert days("open_call", year) == {
        "call": (date(year, 5, 1), date(year, 5, 31)),
        "briefing": (date(year, 5, 11), date(year, 5, 20)),
        "application": (date(year, 5, 21), date(year, 5, 31)),
        "opinion": (date(year, 5, 21), date(year, 6, 10)),
        "selection": (date(year, 6, 11), date(year, 6, 20)),
        "grant": (date(year, 6, 21), date(year, 6, 30)),
        "execution": (date(year, 7, 1), date(year + 1, 3, 31)),
        "report": (date(year, 7, 1), date(year + 1, 3, 31)),
    }


@pytest.mark.parametrize("year", [2019, 2026, 2027])
def test_ikiiki_runs_over_three_fiscal_years(year: int) -> None:
    assert days("ikiiki", year) == {
        "theme_decision": (date(year, 4, 1), date(year, 5, 31)),
        "application": (date(year, 6, 1), date(year, 7, 31)),
        "coordination": (date(year, 8, 1), date(year, 9, 20)),
        "resubmission": (date(year, 9, 21), date(year, 9, 30)),
        "selection": (date(year, 10, 21), date(year, 10, 31)),
        "budgeting": (date(year, 11, 1), date(year, 11, 10)),
        "council": (date(year + 1, 3, 1), date(year + 1, 3, 10)),
        "execution": (date(year + 1, 4, 1), date(year + 2, 3, 31)),
        "evaluation": (date(year + 2, 4, 1), date(year + 3, 3, 31)),
    }


def test_a_deadline_on_a_closed_day_has_the_next_open_day_proposed() -> None:
    # 31 May of 令和8年 is a Sunday; of 令和元年 a Friday, of 令和9年 a Monday.
    assert proposed("open_call", 2026) == {"call": date(2026, 6, 1), "application": date(2026, 6, 1)}
    assert proposed("open_call", 2019) == {}
    assert proposed("open_call", 2027) == {}
    # 31 July of 令和8年 is a Friday, of 令和9年 a Saturday.
    assert proposed("ikiiki", 2026) == {}
    assert proposed("ikiiki", 2027) == {"application": date(2027, 8, 2)}


def test_a_deadline_at_the_end_of_the_year_is_not_put_off_into_the_next_one() -> None:
    # 31 March of 令和11年 is a Saturday.
    report = next(one for one in planned_dates(OPEN_CALL, 2028) if one.stage == "report")
    execution = next(one for one in planned_dates(OPEN_CALL, 2028) if one.stage == "execution")
    assert (report.ends_on, report.closed_end, report.proposed_end) == (
        date(2029, 3, 31),
        True,
        date(2029, 3, 30),
    )
    assert (execution.ends_on, execution.proposed_end) == (date(2029, 3, 31), None)


def test_each_stage_says_whose_it_is_and_whose_its_window_is() -> None:
    levels = {one.stage: one.level for one in planned_dates(OPEN_CALL, 2026)}
    assert levels["briefing"] is StageLevel.ROUND
    assert levels["application"] is StageLevel.PROPOSAL
    assert levels["selection"] is StageLevel.BOTH
    ours = {one.stage for one in planned_dates(OPEN_CALL, 2026) if one.provisional}
    assert ours == {"opinion", "grant"}
    assert [one.stage for one in planned_dates(IKIIKI, 2026) if one.optional] == ["resubmission"]


def test_the_words_of_the_stages_stand_in_the_handbook() -> None:
    handbook = "".join(resources.read_text("handbook/handbook.txt").split())
    words = {one.label for programme in (OPEN_CALL, IKIIKI) for one in programme.stages}
    ours = {"調整・所見", "提示事業の決定", "提案（公募）"}
    assert [one for one in words - ours if one not in handbook] == []


# For every year


@BOTH
@given(year=YEARS)
def test_no_window_is_empty_and_no_deadline_is_proposed_on_a_closed_day(
    programme: Programme, year: int
) -> None:
    for one in planned_dates(programme, year):
        assert one.starts_on <= one.ends_on
        if one.proposed_end is None:
            assert not (one.due and one.closed_end)
        else:
            assert is_closed_day(one.ends_on)
            assert not is_closed_day(one.proposed_end)
            assert fiscal_year(one.proposed_end) == fiscal_year(one.ends_on)


@BOTH
@given(year=YEARS)
def test_the_project_itself_never_moves(programme: Programme, year: int) -> None:
    execution = next(one for one in planned_dates(programme, year) if one.stage == "execution")
    assert (execution.starts_on, execution.ends_on) == programme.period(year)
    assert execution.proposed_end is None


@given(st.dates(date(2019, 4, 1), date(2041, 3, 31)))
def test_the_proposed_day_is_the_nearest_open_one_in_the_year(due: date) -> None:
    day = open_day_for(due)
    assert not is_closed_day(day)
    between = abs((day - due).days)
    step = 1 if day >= due else -1
    assert all(is_closed_day(due + timedelta(days=step * n)) for n in range(between))
    assert day >= due or fiscal_year(due + timedelta(days=10)) != fiscal_year(due)


@given(YEARS, st.integers(1, 12))
def test_the_three_parts_of_a_month_make_the_whole(year: int, month: int) -> None:
    whole = RoundMonth(0, month)
    early, mid, late = (RoundMonth(0, month, part) for part in MonthPart)
    assert whole.first_day(year) == early.first_day(year)
    assert early.last_day(year) + timedelta(days=1) == mid.first_day(year)
    assert mid.last_day(year) + timedelta(days=1) == late.first_day(year)
    assert late.last_day(year) == whole.last_day(year)
    assert (late.last_day(year) + timedelta(days=1)).day == 1


# Closing, and where a proposal stands


def test_an_application_is_in_time_until_its_minute_is_over() -> None:
    closing = closing_moment(date(2026, 6, 1), time(17))
    assert not is_past(closing, datetime(2026, 6, 1, 8, 0, 59, tzinfo=UTC))
    assert is_past(closing, datetime(2026, 6, 1, 8, 1, tzinfo=UTC))
    assert closing_words(closing) == "令和8年6月1日 17:00"


def test_without_a_time_the_whole_day_counts() -> None:
    closing = closing_moment(date(2026, 6, 1), None)
    assert not is_past(closing, datetime(2026, 6, 1, 14, 59, 59, tzinfo=UTC))
    assert is_past(closing, datetime(2026, 6, 1, 15, 0, tzinfo=UTC))
    assert closing_words(closing) == "令和8年6月1日"


def test_a_proposal_stands_where_it_came_in_and_then_in_the_next_stage() -> None:
    assert [standing_stage(OPEN_CALL, stage) for stage in ProposalStage] == [None, "application", "opinion"]
    assert [standing_stage(IKIIKI, stage) for stage in ProposalStage] == [
        None,
        "application",
        "coordination",
    ]


def test_a_third_programme_has_its_calendar_by_its_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "programmes").mkdir()
    (tmp_path / "programmes" / "flower_beds.toml").write_text(THIRD_PROGRAMME, encoding="utf-8")
    monkeypatch.setattr(resources, "_overrides", [tmp_path])
    first, _decision, second = planned_dates(files.find("flower_beds"), 2026)
    assert (first.starts_on, first.ends_on) == (date(2026, 4, 1), date(2026, 4, 20))
    assert (second.starts_on, second.ends_on) == (date(2026, 5, 1), date(2027, 2, 28))
    assert isinstance(first, RoundDate)
