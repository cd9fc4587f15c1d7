"""What the page of a case shows: the case, its proposal, its issued papers, and which stage is looked at."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from kyodo_desktop.records.cases import CaseRecord, CaseStage
from kyodo_desktop.records.proposals import ProposalRecord
from kyodo_desktop.records.sheets import IssuedSheet, SheetState

STORY = ""
"""Stands for the time-line where the key of a stage would be."""


@dataclass(frozen=True, slots=True)
class CaseView:
    """A case looked at in one of its stages; `titles` are the papers' by key."""

    case: CaseRecord
    proposal: ProposalRecord
    stage_key: str
    sheets: Sequence[IssuedSheet]
    titles: Mapping[str, str]

    @property
    def id(self) -> int:
        """The proposal's id."""
        return self.case.proposal_id

    @property
    def stage(self) -> CaseStage | None:
        """The stage that is looked at; None for the time-line."""
        return next((one for one in self.case.stages if one.key == self.stage_key), None)

    def sheets_of(self, form_key: str) -> list[IssuedSheet]:
        """Return the issued papers of a form that hold, the last first."""
        held = (one for one in self.sheets if one.state is not SheetState.VOID)
        return [one for one in held if one.form_key == form_key]
