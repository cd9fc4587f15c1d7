"""The round's own stages by date: what should be recorded of each once it has begun."""

from datetime import date

import pytest

from kyodo_desktop.programmes import files, round_stages
from kyodo_desktop.programmes.calendar import planned_dates
from kyodo_desktop.programmes.round_stages import Phase, RoundFacts


def states(key: str, facts: RoundFacts, today: date) -> dict[str, tuple[Phase, tuple[str, ...]]]:
    programme = files.find(key)
    found = round_stages.states(programme, planned_dates(programme, 2026), facts, today)
    return {one.stage: (one.phase, one.missing) for one in found}


def test_nothing_is_missed_of_a_stage_that_lies_ahead() -> None:
    found = states("open_call", RoundFacts(), date(2026, 4, 30))
    assert set(found.values()) == {(Phase.AHEAD, ())}


def test_what_is_not_recorded_of_a_stage_that_began_is_said() -> None:
    found = states("open_call", RoundFacts(), date(2026, 5, 11))
    assert found["call"] == (Phase.NOW, ("提示するテーマがまだ決まっていません。",))
    assert found["briefing"] == (Phase.NOW, ("事業説明会の日が書かれていません。",))
    assert found["application"] == (Phase.AHEAD, ())
    recorded = states("open_call", RoundFacts(themes=2, briefings=1), date(2026, 6, 1))
    assert recorded["call"] == (Phase.PAST, ())
    assert recorded["briefing"] == (Phase.PAST, ())


@pytest.mark.parametrize(
    ("facts", "missing"),
    [
        (RoundFacts(), ("庁内検討会議の日が書かれていません。", "提示するテーマがまだ決まっていません。")),
        (RoundFacts(meetings=1), ("提示するテーマがまだ決まっていません。",)),
        (RoundFacts(meetings=1, themes=1), ()),
    ],
)
def test_the_themes_of_ikiiki_are_decided_by_a_meeting(facts: RoundFacts, missing: tuple[str, ...]) -> None:
    assert states("ikiiki", facts, date(2026, 6, 1))["theme_decision"] == (Phase.PAST, missing)
