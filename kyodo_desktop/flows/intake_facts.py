"""What is looked up for the intake of a proposal."""

from collections.abc import Callable
from dataclasses import dataclass, field

from kyodo_desktop.programmes import rules
from kyodo_desktop.programmes.programme import Programme
from kyodo_desktop.records.case_figures import PartnerCases
from kyodo_desktop.records.cases import ActRecord
from kyodo_desktop.records.proposals import ProposalDraft


@dataclass
class IntakeFacts:
    """What was looked up for the intake.

    `in_year` gives the programmes of a fiscal year; `fixed` is the programme of a proposal that has its
    number (its revision stays); `partner` is what the rules ask about the partner and the round. `clerk` is
    the name in the settings, who confirms; where there is none, `last_name` is the name last typed as one who
    confirmed or took in. `departments` are the 課 of the office, `cases` the partner's other cases, `former`
    is what it proposed last, `corrections` are what was asked to be put right in this one.
    """

    in_year: Callable[[int], tuple[Programme, ...]]
    this_year: int
    clerk: str = ""
    fixed: Programme | None = None
    partner: rules.Facts = rules.NO_FACTS
    last_name: str = ""
    departments: tuple[str, ...] = ()
    cases: PartnerCases = field(default_factory=PartnerCases)
    former: ProposalDraft | None = None
    corrections: tuple[ActRecord, ...] = ()
    _known: dict[int, tuple[Programme, ...]] = field(default_factory=dict)

    def offered(self, fiscal_year: int) -> tuple[Programme, ...]:
        """Return the programmes of a year, read once."""
        if fiscal_year not in self._known:
            self._known[fiscal_year] = self.in_year(fiscal_year)
        return self._known[fiscal_year]

    def name_to_propose(self, draft: ProposalDraft) -> str:
        """Return who is likely to confirm and to take in: the clerk, or a name that was typed."""
        signed = [one.by.strip() for one in draft.requirements if one.by.strip()]
        typed = (self.clerk, self.last_name, draft.received_by.strip(), *signed[-1:])
        return next((name for name in typed if name), "")

    def programme(self, draft: ProposalDraft) -> Programme | None:
        """Return the programme of a draft, None while none is chosen."""
        if self.fixed is not None:
            return self.fixed
        return next((one for one in self.offered(draft.fiscal_year) if one.key == draft.programme), None)
