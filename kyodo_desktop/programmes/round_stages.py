"""The stages of a round itself: which is past, which runs, and what should be recorded of each. Pure.

A round's stages follow the calendar and are not entered; what its programme's file says is recorded of one
(`records`) is missed once the stage has begun. The stages of a proposal are in `case_stages`.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from kyodo_desktop.base.i18n import N_, _
from kyodo_desktop.programmes.programme import Programme
from kyodo_desktop.programmes.vocabulary import BRIEFING, MEETING, THEMES
from kyodo_desktop.records.rounds import RoundDate


class Phase(StrEnum):
    """Where a stage lies in time."""

    AHEAD = "ahead"
    NOW = "now"
    PAST = "past"


@dataclass(frozen=True, slots=True)
class RoundFacts:
    """What is recorded of a round: themes chosen, and the meetings and briefings that have a day."""

    themes: int = 0
    meetings: int = 0
    briefings: int = 0


@dataclass(frozen=True, slots=True)
class RoundStageState:
    """One stage of a round, and in sentences what is not recorded of it though it has begun."""

    stage: str
    phase: Phase
    missing: tuple[str, ...] = ()


_MISSING: Mapping[str, str] = {
    THEMES: N_("提示するテーマがまだ決まっていません。"),
    MEETING: N_("庁内検討会議の日が書かれていません。"),
    BRIEFING: N_("事業説明会の日が書かれていません。"),
}


def states(
    programme: Programme, dates: Iterable[RoundDate], facts: RoundFacts, today: date
) -> tuple[RoundStageState, ...]:
    """Return the state of each stage on a day, in the order of its dates."""
    records = {one.key: one.records for one in programme.stages}
    recorded = {THEMES: facts.themes, MEETING: facts.meetings, BRIEFING: facts.briefings}
    return tuple(
        RoundStageState(one.stage, phase, _missing(records.get(one.stage, ()), recorded, phase))
        for one in dates
        for phase in (phase_of(one, today),)
    )


def phase_of(stage: RoundDate, today: date) -> Phase:
    """Return where a stage lies in time on a day."""
    if today < stage.starts_on:
        return Phase.AHEAD
    return Phase.NOW if today <= stage.ends_on else Phase.PAST


def _missing(records: Iterable[str], recorded: Mapping[str, int], phase: Phase) -> tuple[str, ...]:
    if phase is Phase.AHEAD:
        return ()
    return tuple(_(_MISSING[word]) for word in records if not recorded[word])
