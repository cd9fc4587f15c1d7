"""Proposals to the two programmes (handbook 実践編２), first slice: a draft, its 受付 and 受理."""

from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from enum import StrEnum

from kyodo_desktop.base.clock import OFFICE_ZONE, office_time
from kyodo_desktop.base.i18n import N_
from kyodo_desktop.records.cases import BudgetLine, LineSide, RoleLine
from kyodo_desktop.records.rounds import ThemeChoice


class ProposalStage(StrEnum):
    """How far a proposal has come."""

    DRAFT = "draft"
    RECEIVED = "received"
    ACCEPTED = "accepted"


PROPOSAL_STAGE_LABELS: dict[ProposalStage, str] = {
    ProposalStage.DRAFT: N_("下書き"),
    ProposalStage.RECEIVED: N_("受付"),
    ProposalStage.ACCEPTED: N_("受理"),
}


LATE = N_("募集の締切のあと")
"""What is said of a proposal that came after its round closed."""


class Confirmation(StrEnum):
    """What a person found of a requirement; nothing is confirmed by default."""

    NOT_YET = "not_yet"
    CONFIRMED = "confirmed"
    NOT_MET = "not_met"


CONFIRMATION_LABELS: dict[Confirmation, str] = {
    Confirmation.CONFIRMED: N_("確認した"),
    Confirmation.NOT_YET: N_("まだ"),
    Confirmation.NOT_MET: N_("あてはまらない"),
}


class ReceptionWay(StrEnum):
    """How a proposal came to the counter."""

    COUNTER = "counter"
    POST = "post"
    EMAIL = "email"


RECEPTION_WAY_LABELS: dict[ReceptionWay, str] = {
    ReceptionWay.COUNTER: N_("窓口"),
    ReceptionWay.POST: N_("郵送"),
    ReceptionWay.EMAIL: N_("電子メール"),
}


class Weight(StrEnum):
    """How much a problem weighs."""

    STOPS = "stops"
    NEEDS_REASON = "needs_reason"
    NOTICE = "notice"


@dataclass(frozen=True, slots=True)
class Problem:
    """Something the clerk should know about one field (`field` may be empty: the whole step)."""

    field: str
    text: str
    weight: Weight = Weight.STOPS


@dataclass(frozen=True, slots=True)
class RequirementAnswer:
    """One requirement: what was found, by whom, when, and what was seen."""

    key: str
    state: Confirmation = Confirmation.NOT_YET
    seen: str = ""
    by: str = ""
    on: date | None = None


def arrival(arrived_on: date | None, moment: datetime) -> datetime:
    """Return the moment that counts for a closing: of a paper that lay here already, its day's beginning."""
    if arrived_on is None or arrived_on >= office_time(moment).date():
        return moment
    return datetime.combine(arrived_on, time.min, OFFICE_ZONE).astimezone(UTC)


@dataclass(frozen=True, slots=True)
class ProposalDraft:
    """What the intake wizard has so far; anything may still be empty. Money is whole yen.

    `lines` are those of the 収支予算 as it was handed in; what was settled later is no part of them.
    """

    programme: str = ""
    fiscal_year: int = 0
    partner_id: int | None = None
    partner_name: str = ""
    contact_name: str = ""
    contact_phone: str = ""
    contact_email: str = ""
    title: str = ""
    summary: str = ""
    starts_on: date | None = None
    ends_on: date | None = None
    eligible_cost: int | None = None
    amount: int | None = None
    reason: str = ""
    requirements: tuple[RequirementAnswer, ...] = ()
    papers: tuple[tuple[str, int], ...] = ()
    received_by_way: str = "counter"
    received_by: str = ""
    arrived_on: date | None = None
    theme_id: int | None = None
    purpose: str = ""
    need: str = ""
    public_interest: str = ""
    effect: str = ""
    place: str = ""
    participants: str = ""
    organisation: str = ""
    publicity: str = ""
    next_year: str = ""
    department: str = ""
    selection_method: str = ""
    selection_criteria: str = ""
    roles: tuple[RoleLine, ...] = ()
    lines: tuple[BudgetLine, ...] = ()

    def total(self, side: LineSide) -> int:
        """Return what one side of the 収支予算 comes to."""
        return sum(one.planned or 0 for one in self.lines if one.side is side)

    def has_lines(self, side: LineSide) -> bool:
        """Tell whether any amount stands on one side of the 収支予算."""
        return any(one.side is side and one.planned is not None for one in self.lines)

    @property
    def eligible_total(self) -> int | None:
        """What of the expenses is 補助対象, None where no line says."""
        said = [one.eligible for one in self.lines if one.eligible is not None]
        return sum(said) if said else None


@dataclass(frozen=True, slots=True)
class ProposalRecord:
    """One proposal as stored; `receipt_number` is empty until 受付, `programme_revision` stays from then.

    `theme` is the one it takes up, `late` tells that it came after the round closed. A `past` one was never
    taken in here: it is kept as history. `standing` is the key of the stage or the end its case stands in,
    empty for a draft.
    """

    id: int
    draft: ProposalDraft
    stage: ProposalStage
    receipt_number: str = ""
    serial: int | None = None
    received_at: datetime | None = None
    accepted_on: date | None = None
    acceptance_reason: str = ""
    problems: tuple[Problem, ...] = ()
    updated_at: datetime | None = None
    deleted: bool = False
    programme_revision: int = 1
    theme: ThemeChoice | None = None
    late: bool = False
    past: bool = False
    standing: str = ""
