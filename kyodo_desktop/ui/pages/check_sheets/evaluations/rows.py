"""An evaluation as a row of the list, with what it is found by. No Qt."""

from collections.abc import Iterable
from dataclasses import dataclass

from kyodo_desktop.japanese import folding
from kyodo_desktop.japanese.fiscal_year import format_fiscal_year
from kyodo_desktop.records.evaluations import EvaluationRecord
from kyodo_desktop.ui.evaluations.wording import kind_words, stand_words, title_words

KIND = "evaluation"
"""The kind of record in the change log."""


@dataclass(frozen=True, slots=True)
class EvaluationRow:
    """One evaluation with its keys to search."""

    record: EvaluationRecord
    full_key: str
    bare_key: str

    @property
    def id(self) -> int:
        """The evaluation's id."""
        return self.record.id

    @property
    def title(self) -> str:
        """The name of the project, or that it has none yet."""
        return title_words(self.record.draft.title)

    @property
    def kind(self) -> str:
        """Its kind in words."""
        return kind_words(self.record)

    @property
    def year(self) -> str:
        """The fiscal year in words."""
        return format_fiscal_year(self.record.draft.fiscal_year)

    @property
    def stand(self) -> str:
        """Where it stands, in words."""
        return stand_words(self.record)


def make_rows(records: Iterable[EvaluationRecord]) -> list[EvaluationRow]:
    """Return the rows of evaluations."""
    return [EvaluationRow(record, *folding.search_keys(_words(record))) for record in records]


def raw_text(row: EvaluationRow) -> str:
    """Return an evaluation's own text, for words that fold to nothing."""
    return "\n".join(_words(row.record))


def _words(record: EvaluationRecord) -> tuple[str, ...]:
    """Return what an evaluation is found by: nothing that one side says and the other has not seen."""
    draft = record.draft
    return (
        draft.title,
        record.partner_name,
        draft.department,
        kind_words(record),
        format_fiscal_year(draft.fiscal_year),
        *(goal.goal for goal in draft.goals),
        draft.joint_result,
        draft.public_summary,
    )
