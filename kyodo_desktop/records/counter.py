"""Counter mode: what the clerk wants to see of a partner while the telephone rings."""

from dataclasses import dataclass
from datetime import date

from kyodo_desktop.records.contacts import ContactRecord
from kyodo_desktop.records.partners import PartnerRecord


@dataclass(frozen=True, slots=True)
class CounterHit:
    """One answer to what was typed: the partner, and by what it was found where that is not its name.

    One that is not in the register has no `partner`: `name` and `phone` are what a talk (`contact_id`) or
    a proposal (`proposal_id`) has of it.
    """

    partner: PartnerRecord | None
    why: str = ""
    proposal_id: int | None = None
    contact_id: int | None = None
    name: str = ""
    phone: str = ""

    @property
    def title(self) -> str:
        """Return the partner's name, or of who is not in the register what is known."""
        return self.partner.name if self.partner is not None else self.name


@dataclass(frozen=True, slots=True)
class CounterCase:
    """A case of the partner that is still open.

    `kind` is the key of the page that has it (`contacts`: the talks on the partner's card), `state` says in
    words what it waits for.
    """

    kind: str
    record_id: int
    number: str
    title: str
    state: str


@dataclass(frozen=True, slots=True)
class PaperOut:
    """A paper that is with the partner, or that the partner still owes; `since` the day it went out."""

    kind: str
    record_id: int
    title: str
    state: str
    since: date | None = None


@dataclass(frozen=True, slots=True)
class NextDate:
    """Something with a day that comes next; `is_late` when the day is over."""

    on: date
    what: str
    kind: str
    record_id: int
    is_late: bool = False


@dataclass(frozen=True, slots=True)
class CounterCard:
    """A partner at one glance; `talks` has the last one first."""

    partner: PartnerRecord
    cases: tuple[CounterCase, ...] = ()
    papers_out: tuple[PaperOut, ...] = ()
    talks: tuple[ContactRecord, ...] = ()
    next_dates: tuple[NextDate, ...] = ()
