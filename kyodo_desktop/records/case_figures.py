"""Cases counted: what a partner did in all years, and what came of each round."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, fields
from enum import StrEnum

from kyodo_desktop.base.i18n import N_
from kyodo_desktop.records.cases import CaseEnd


class Outcome(StrEnum):
    """What was decided of a case; each case has one."""

    OPEN = "open"
    ADOPTED = "adopted"
    REJECTED = "rejected"
    WITHDRAWN = "withdrawn"


OUTCOME_LABELS: dict[Outcome, str] = {
    Outcome.OPEN: N_("決定前"),
    Outcome.ADOPTED: N_("採択"),
    Outcome.REJECTED: N_("不採択"),
    Outcome.WITHDRAWN: N_("取下げ"),
}


class Continuation(StrEnum):
    """What went on after the single year of a project."""

    CONTINUED = "continued"
    INDEPENDENT = "independent"
    ENDED = "ended"


CONTINUATION_LABELS: dict[Continuation, str] = {
    Continuation.CONTINUED: N_("継続"),
    Continuation.INDEPENDENT: N_("自立"),
    Continuation.ENDED: N_("終了"),
}
GOES_ON = frozenset({Continuation.CONTINUED, Continuation.INDEPENDENT})


@dataclass(frozen=True, slots=True)
class CaseLine:
    """One case in short: what was proposed, asked for and decided, and what came of it. Money is whole yen.

    `state` says in words where it stands; `end` is empty while it goes on. `past` was recorded as history.
    """

    proposal_id: int
    programme: str
    programme_title: str
    fiscal_year: int
    receipt_number: str
    title: str
    partner_id: int | None
    partner_name: str
    state: str
    outcome: Outcome
    end: CaseEnd | None = None
    asked: int | None = None
    granted: int | None = None
    settled: int | None = None
    continued: Continuation | None = None
    past: bool = False

    @property
    def goes_on(self) -> bool:
        """Whether it went on after its single year, with the city or without."""
        return self.continued in GOES_ON


@dataclass(frozen=True, slots=True)
class CaseCounts:
    """How many cases there were, what was decided of them, and the money in whole yen.

    `stopped` were adopted and then given up (中止) or revoked (取消し); `partners` counts each once.
    """

    received: int = 0
    adopted: int = 0
    rejected: int = 0
    withdrawn: int = 0
    open: int = 0
    finished: int = 0
    stopped: int = 0
    goes_on: int = 0
    partners: int = 0
    past: int = 0
    asked: int = 0
    granted: int = 0
    settled: int = 0


FIGURES: tuple[tuple[str, str], ...] = (
    ("received", N_("提案")),
    ("partners", N_("団体")),
    ("adopted", N_("採択")),
    ("rejected", N_("不採択")),
    ("withdrawn", N_("取下げ")),
    ("open", N_("決定前")),
    ("finished", N_("完了")),
    ("stopped", N_("中止・取消し")),
    ("goes_on", N_("継続・自立")),
    ("asked", N_("申請額の計")),
    ("granted", N_("決定額の計")),
    ("settled", N_("確定額の計")),
)
"""What is counted of a round: the field of `CaseCounts`, and what it is called."""


@dataclass(frozen=True, slots=True)
class RoundFigures:
    """What came of one programme in one fiscal year; `id` tells it from others in a list."""

    id: int
    programme: str
    title: str
    fiscal_year: int
    counts: CaseCounts


@dataclass(frozen=True, slots=True)
class PartnerCases:
    """The cases of a partner in all years, the newest first."""

    lines: tuple[CaseLine, ...] = ()

    @property
    def counts(self) -> CaseCounts:
        """The cases counted."""
        return counted(self.lines)


_STOPPED = (CaseEnd.DISCONTINUED, CaseEnd.REVOKED)


def counted(cases: Iterable[CaseLine]) -> CaseCounts:
    """Count cases."""
    lines = tuple(cases)
    outcomes = [one.outcome for one in lines]
    return CaseCounts(
        received=len(lines),
        adopted=outcomes.count(Outcome.ADOPTED),
        rejected=outcomes.count(Outcome.REJECTED),
        withdrawn=outcomes.count(Outcome.WITHDRAWN),
        open=outcomes.count(Outcome.OPEN),
        finished=sum(one.end is CaseEnd.FINISHED for one in lines),
        stopped=sum(one.end in _STOPPED for one in lines),
        goes_on=sum(one.goes_on for one in lines),
        partners=len({one.partner_id or one.partner_name for one in lines}),
        past=sum(one.past for one in lines),
        asked=sum(one.asked or 0 for one in lines),
        granted=sum(one.granted or 0 for one in lines),
        settled=sum(one.settled or 0 for one in lines),
    )


def in_sum(figures: Sequence[RoundFigures]) -> CaseCounts:
    """Return all figures in one; a partner counts once for each round it took part in."""
    names = [one.name for one in fields(CaseCounts)]
    return CaseCounts(**{name: sum(getattr(one.counts, name) for one in figures) for name in names})
