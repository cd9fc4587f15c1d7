"""A case of former years, recorded as history: no 受付 here, only what became of it."""

from dataclasses import dataclass
from datetime import date

from kyodo_desktop.records.case_figures import Continuation
from kyodo_desktop.records.cases import CaseEnd


@dataclass(frozen=True, slots=True)
class PastCaseDraft:
    """What the office still knows of a former case. Money is whole yen; None: not known any more.

    `partner_id` is None for a group that is not in the register.
    """

    programme: str = ""
    fiscal_year: int = 0
    partner_id: int | None = None
    partner_name: str = ""
    title: str = ""
    summary: str = ""
    end: CaseEnd = CaseEnd.FINISHED
    decided_on: date | None = None
    asked: int | None = None
    granted: int | None = None
    settled: int | None = None
    continued: Continuation | None = None
    note: str = ""
