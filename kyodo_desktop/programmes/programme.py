"""What a programme is: who may propose what, for how much, when, and what is to be confirmed.

The programmes themselves are data (`resources/programmes/*.toml`, read by `files`).
"""

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from fractions import Fraction

from kyodo_desktop.base.i18n import N_, _
from kyodo_desktop.records.rounds import StageLevel, ThemeKind

PROVISIONAL = N_("（仮）")
"""Marks what is ours and not the city's rule."""


class Source(StrEnum):
    """Whose words: the handbook's, or a default of ours that the office may change."""

    HANDBOOK = "handbook"
    OURS = "ours"


@dataclass(frozen=True, slots=True)
class YearDay:
    """A day of a round: `year` counts calendar years from the one its fiscal year begins in."""

    year: int
    month: int
    day: int

    def in_round(self, fiscal_year: int) -> date:
        """Return the day for the round of a fiscal year."""
        return date(fiscal_year + self.year, self.month, self.day)


class MonthPart(StrEnum):
    """上旬 (1–10), 中旬 (11–20), 下旬 (21 to the end)."""

    EARLY = "early"
    MID = "mid"
    LATE = "late"


_FIRST_DAYS = {MonthPart.EARLY: 1, MonthPart.MID: 11, MonthPart.LATE: 21}
_LAST_DAYS = {MonthPart.EARLY: 10, MonthPart.MID: 20}


@dataclass(frozen=True, slots=True)
class RoundMonth:
    """A month of a round or a part of it; `year` counts like that of a `YearDay`."""

    year: int
    month: int
    part: MonthPart | None = None

    def first_day(self, fiscal_year: int) -> date:
        """Return the first day in the round of a fiscal year."""
        return date(fiscal_year + self.year, self.month, _FIRST_DAYS[self.part] if self.part else 1)

    def last_day(self, fiscal_year: int) -> date:
        """Return the last day in the round of a fiscal year."""
        year = fiscal_year + self.year
        if self.part in _LAST_DAYS:
            return date(year, self.month, _LAST_DAYS[self.part])
        return date(year + self.month // 12, self.month % 12 + 1, 1) - timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Stage:
    """One stage of a programme, and its window; without `starts` and `ends` that is 実施期間.

    `source` tells whose the window is. `optional`: not every proposal goes through it. `due`: the end is a
    締切; `closes`: the one of the applications. `acts` and `papers` are what it offers (keys of kinds of act
    and of forms), `needs` what has to be there before a proposal enters it (`case_stages`), `records` what is
    recorded of a stage of the round (`round_stages`).
    """

    key: str
    label: str
    level: StageLevel
    who: str
    source: Source
    starts: RoundMonth | None = None
    ends: RoundMonth | None = None
    optional: bool = False
    due: bool = False
    closes: bool = False
    acts: tuple[str, ...] = ()
    papers: tuple[str, ...] = ()
    needs: tuple[str, ...] = ()
    records: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Requirement:
    """Something a person confirms. `hint` says where to look; a label of ours carries （仮）."""

    key: str
    label: str
    text: str
    source: Source
    hint: str = ""


@dataclass(frozen=True, slots=True)
class PaperSpec:
    """A paper that is handed in with a proposal."""

    key: str
    label: str
    source: Source


@dataclass(frozen=True, slots=True)
class Programme:
    """One programme in one revision.

    `letter` stands in receipt numbers, `alias` is what people type for it; `valid_from` and `valid_to` (None:
    until further notice) are fiscal years. `cap` is whole yen, `rate` the share of 補助対象経費 (None: no
    such rule) with `rate_words` as an office says it (10分の10), `rounding` the unit to which it is cut off.
    `theme_kinds` are what the city can ask for, the usual one first; `asks_origin` whether it says of each if
    it is new or existing. A change of at most `minor_share` of the money is 軽微 (None: every change is to be
    approved); a payment takes `payment_weeks`. An adopted project stands on the 取組一覧 with
    `collaboration_form`; `finish_needs` has to be there before a case is 完了. In a
    `balanced` 収支 the income is what the expenses are. `past`: only its former cases are kept, as history;
    what is not known of it is empty (`cap` 0).
    """

    key: str
    position: int
    title: str
    letter: str
    alias: str
    revision: int
    valid_from: int
    valid_to: int | None
    summary: str
    applicants: str
    projects: str
    paper_title: str
    amount_label: str
    cap: int
    cap_words: str
    rate: Fraction | None
    rate_words: str
    rounding: int
    starts: YearDay
    ends: YearDay
    period_words: str
    requirements: tuple[Requirement, ...]
    papers: tuple[PaperSpec, ...]
    next_steps: tuple[str, ...]
    stages: tuple[Stage, ...]
    theme_kinds: tuple[ThemeKind, ...]
    asks_origin: bool
    minor_share: Fraction | None = None
    payment_weeks: int = 0
    collaboration_form: str = ""
    past: bool = False
    balanced: bool = False
    finish_needs: tuple[str, ...] = ()

    @property
    def closing_stage(self) -> Stage:
        """The stage whose end closes the applications."""
        return next(one for one in self.stages if one.closes)

    def is_valid_in(self, fiscal_year: int) -> bool:
        """Tell whether the programme holds in a fiscal year."""
        return self.valid_from <= fiscal_year and (self.valid_to is None or fiscal_year <= self.valid_to)

    def period(self, fiscal_year: int) -> tuple[date, date]:
        """Return the first and last day of 実施期間 for the round of a fiscal year."""
        return self.starts.in_round(fiscal_year), self.ends.in_round(fiscal_year)


def marked(label: str, source: Source) -> str:
    """Return `label`, with （仮） behind it if it is ours."""
    return label + _(PROVISIONAL) if source is Source.OURS else label
