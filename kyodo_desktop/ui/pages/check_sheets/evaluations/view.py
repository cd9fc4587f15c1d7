"""All that the detail of an evaluation shows, looked up."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date

from kyodo_desktop.records.changes import ChangeSetRecord
from kyodo_desktop.records.evaluations import EvaluationRecord, EvaluationText
from kyodo_desktop.records.sheets import IssuedSheet
from kyodo_desktop.ui.pages.check_sheets.evaluations.rows import EvaluationRow


@dataclass(frozen=True, slots=True)
class EvaluationView:
    """An evaluation with its items, the others of the same, and the words of what it belongs to.

    `compared` is the one of `others` that stands beside it, with its own items.
    """

    row: EvaluationRow
    text: EvaluationText
    remarks: Sequence[str]
    others: Sequence[EvaluationRecord]
    history: Sequence[ChangeSetRecord]
    today: date
    sheets: Sequence[IssuedSheet] = ()
    entry: str = ""
    proposal: str = ""
    compared: tuple[EvaluationText, EvaluationRecord] | None = None

    @property
    def record(self) -> EvaluationRecord:
        """The evaluation."""
        return self.row.record


@dataclass(frozen=True, slots=True)
class EvaluationActions:
    """Where the detail's buttons and links lead."""

    edit: Callable[[], object]
    print: Callable[[str, str], object]
    open_page: Callable[[str, int], object]
    open_other: Callable[[int], object]
    compare: Callable[[int | None], object]
