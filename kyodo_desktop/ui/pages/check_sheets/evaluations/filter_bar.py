"""The filter row of 評価: the box and the chips 種類, 年度, 段階."""

from collections import Counter
from collections.abc import Sequence

from kyodo_desktop.base.i18n import _
from kyodo_desktop.japanese.fiscal_year import format_fiscal_year
from kyodo_desktop.records.evaluations import (
    EVALUATION_LABELS,
    STAND_LABELS,
    EvaluationKind,
)
from kyodo_desktop.ui.pages.check_sheets.evaluations.rows import EvaluationRow, raw_text
from kyodo_desktop.ui.pages.shared.facet_bar import FacetBar
from kyodo_desktop.ui.pages.shared.facets import Facet
from kyodo_desktop.ui.theme.theme import Theme
from kyodo_desktop.ui.widgets.chip import Chip

_YEAR = "fiscal_year"


class EvaluationFilterBar(FacetBar[EvaluationRow]):
    """Narrows the list of the evaluations."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, _("事業名・相手・課"), raw_text)
        self.kind, self.year, self.stand = (Chip(theme, word) for word in (_("種類"), _("年度"), _("段階")))
        kinds = {kind.value: _(label) for kind, label in EVALUATION_LABELS.items()}
        stands = {stand.value: _(label) for stand, label in STAND_LABELS.items()}
        self.put(
            (self.kind, self.year, self.stand),
            (
                (Facet("kind", lambda row: frozenset({row.record.draft.kind.value}), kinds), self.kind),
                (Facet(_YEAR, lambda row: frozenset({str(row.record.draft.fiscal_year)})), self.year),
                (Facet("stand", lambda row: frozenset({row.record.stand.value}), stands), self.stand),
            ),
        )

    def offer(self, records: Sequence[EvaluationRow]) -> None:
        """Offer the years that occur, the newest first."""
        years = sorted({row.record.draft.fiscal_year for row in records}, reverse=True)
        self.set_labels(_YEAR, {str(year): format_fiscal_year(year) for year in years})
        super().offer(records)


def count_kinds(rows: Sequence[EvaluationRow]) -> list[tuple[str, int]]:
    """Count the evaluations by kind."""
    counts = Counter(row.record.draft.kind for row in rows)
    return [(_(EVALUATION_LABELS[kind]), counts[kind]) for kind in EvaluationKind if counts[kind]]
