"""A case: what became of a proposal after its 受付 (handbook 実践編２), in stages and acts."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import Any

from kyodo_desktop.base.i18n import N_


class CaseEnd(StrEnum):
    """How a case may end; each stands in its time-line like a stage."""

    FINISHED = "finished"
    REJECTED = "rejected"
    WITHDRAWN = "withdrawn"
    DISCONTINUED = "discontinued"
    REVOKED = "revoked"


CASE_END_LABELS: dict[CaseEnd, str] = {
    CaseEnd.FINISHED: N_("完了"),
    CaseEnd.REJECTED: N_("不採択"),
    CaseEnd.WITHDRAWN: N_("取下げ"),
    CaseEnd.DISCONTINUED: N_("中止"),
    CaseEnd.REVOKED: N_("取消し"),
}
ADOPTED_PENDING_BUDGET = N_("採択・予算成立待ち")
"""What is said of a case that is adopted while the council has not voted yet."""


class LineSide(StrEnum):
    """The side of a 収支 on which a line stands."""

    INCOME = "income"
    EXPENSE = "expense"


@dataclass(frozen=True, slots=True)
class StageEntryRecord:
    """One move of a case: into which stage (or end), when, by whom; without what it needed, and why.

    `label` is the stage as people call it; a move that was taken back says when and why.
    """

    id: int
    stage: str
    label: str
    entered_on: date
    by: str = ""
    reason: str = ""
    missing: str = ""
    taken_back_on: date | None = None
    taken_back_reason: str = ""


@dataclass(frozen=True, slots=True)
class ActRecord:
    """One act as recorded; `values` are its kind's fields, and `held_on` its day."""

    id: int
    kind: str
    label: str
    stage: str
    held_on: date | None
    values: Mapping[str, Any]
    due_on: date | None = None
    done_on: date | None = None
    amount: int | None = None
    department: str = ""
    verdict: str = ""
    by: str = ""
    deleted: bool = False

    @property
    def is_open(self) -> bool:
        """Whether something is still awaited of it."""
        return self.done_on is None


@dataclass(frozen=True, slots=True)
class RevisedField:
    """One thing that a resubmission changed, in words as they stood before and as they stand since."""

    label: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class Move:
    """A stage or an end that a case could go to, and what is missing for it, in sentences."""

    stage: str
    label: str
    missing: tuple[str, ...] = ()
    optional: bool = False
    is_end: bool = False


@dataclass(frozen=True, slots=True)
class CaseStage:
    """One stage of a case: its dates in the round, whether it is passed, and what it offers."""

    key: str
    label: str
    who: str = ""
    optional: bool = False
    starts_on: date | None = None
    ends_on: date | None = None
    entered_on: date | None = None
    is_now: bool = False
    acts: tuple[str, ...] = ()
    papers: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class CaseFigures:
    """The money of a case in whole yen, None where nothing is known yet."""

    asked: int | None = None
    granted: int | None = None
    paid: int = 0
    settled: int | None = None
    refund: int | None = None
    refunded: int = 0


@dataclass(frozen=True, slots=True)
class CaseNotice:
    """Something to be told beside the acts of a kind."""

    kind: str
    text: str


@dataclass(frozen=True, slots=True)
class CaseBrief:
    """A case in one row of a list: how it stands, its 所見 received of those asked, its next 期限."""

    stage: str
    state: str
    opinions: tuple[int, int] = (0, 0)
    due_on: date | None = None
    due_words: str = ""

    @property
    def ended(self) -> bool:
        """Whether the case is over."""
        return self.stage in list(CaseEnd)


@dataclass(frozen=True, slots=True)
class CaseRecord:
    """A case as it stands: `stage` is a stage's key or an end, empty before the 受付.

    `state` says it in words (採択・予算成立待ち), `days` how long it has stood there. `opinions` are those
    received and those asked for. `collaboration_id` is the row of the 取組一覧 it has become, `list_year` the
    year on whose list it belongs once it is adopted.
    """

    proposal_id: int
    stage: str
    state: str
    since: date | None = None
    days: int = 0
    stages: tuple[CaseStage, ...] = ()
    entries: tuple[StageEntryRecord, ...] = ()
    acts: tuple[ActRecord, ...] = ()
    moves: tuple[Move, ...] = ()
    figures: CaseFigures = field(default_factory=CaseFigures)
    opinions: tuple[int, int] = (0, 0)
    due_on: date | None = None
    due_words: str = ""
    notices: tuple[CaseNotice, ...] = ()
    collaboration_id: int | None = None
    list_year: int | None = None

    @property
    def ended(self) -> bool:
        """Whether the case is over."""
        return self.stage in list(CaseEnd)

    def of_kind(self, kind: str) -> tuple[ActRecord, ...]:
        """Return the acts of one kind, the oldest first."""
        return tuple(act for act in self.acts if act.kind == kind)


@dataclass(frozen=True, slots=True)
class BudgetLine:
    """One line of 収支予算 and 収支決算 in whole yen; `basis`: its 積算, `eligible`: what is 補助対象."""

    side: LineSide
    item: str = ""
    planned: int | None = None
    eligible: int | None = None
    basis: str = ""
    settled: int | None = None
    note: str = ""
    id: int | None = None


@dataclass(frozen=True, slots=True)
class ReceiptLine:
    """One 領収書: what was paid to whom, what of it is allowed (認定額), and why it was cut."""

    line_id: int | None = None
    number: str = ""
    paid_on: date | None = None
    payee: str = ""
    about: str = ""
    amount: int | None = None
    approved: int | None = None
    cut_reason: str = ""
    id: int | None = None


@dataclass(frozen=True, slots=True)
class RoleLine:
    """One line of 役割分担: what the group does, what the city does."""

    partner: str = ""
    city: str = ""
