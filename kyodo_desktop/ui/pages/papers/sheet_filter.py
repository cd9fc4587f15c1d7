"""The filter row of the lists of issued papers: the box, chips for 段階, 様式 and 年度."""

from collections import Counter
from collections.abc import Sequence

from kyodo_desktop.base.i18n import _
from kyodo_desktop.japanese.fiscal_year import format_fiscal_year
from kyodo_desktop.records.sheets import SHEET_STATE_LABELS, SheetState
from kyodo_desktop.ui.pages.papers.sheet_rows import SheetRow, raw_text
from kyodo_desktop.ui.pages.shared.facet_bar import FacetBar
from kyodo_desktop.ui.pages.shared.facets import Facet
from kyodo_desktop.ui.theme.theme import Theme
from kyodo_desktop.ui.widgets.chip import Chip

YEAR, STATE, FORM, HOLDER, DUE = "fiscal_year", "state", "form", "holder", "due"
_LATE, _IN_TIME = "late", "in_time"


class SheetFilterBar(FacetBar[SheetRow]):
    """Narrows the list of all issued papers."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, _("番号・様式・団体"), raw_text)
        self.state_chip = Chip(theme, _("段階"))
        self.form_chip = Chip(theme, _("様式"))
        self.year_chip = Chip(theme, _("年度"))
        states = {state.value: _(label) for state, label in SHEET_STATE_LABELS.items()}
        self.put(
            (self.state_chip, self.form_chip, self.year_chip),
            (
                (Facet(STATE, lambda row: frozenset({row.sheet.state.value}), states), self.state_chip),
                (Facet(FORM, lambda row: frozenset({row.sheet.title})), self.form_chip),
                (Facet(YEAR, lambda row: frozenset({str(row.year)})), self.year_chip),
            ),
        )

    def offer(self, records: Sequence[SheetRow]) -> None:
        """Offer the values that occur, the newest year first."""
        years = sorted({row.year for row in records}, reverse=True)
        self.set_labels(YEAR, {str(year): format_fiscal_year(year) for year in years})
        super().offer(records)


class OutFilterBar(FacetBar[SheetRow]):
    """Narrows the list of the papers that are with somebody."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, _("番号・様式・相手"), raw_text)
        self.holder_chip = Chip(theme, _("渡した相手"))
        self.due_chip = Chip(theme, _("戻る予定"))
        dues = {_LATE: _("過ぎている"), _IN_TIME: _("まだ先・決めていない")}
        self.put(
            (self.holder_chip, self.due_chip),
            (
                (Facet(HOLDER, lambda row: frozenset({row.sheet.holder})), self.holder_chip),
                (
                    Facet(DUE, lambda row: frozenset({_LATE if row.is_late else _IN_TIME}), dues),
                    self.due_chip,
                ),
            ),
        )


def count_states(rows: Sequence[SheetRow]) -> list[tuple[str, int]]:
    """Count the papers by state, those that occur, in the order of their life."""
    counts = Counter(row.sheet.state for row in rows)
    return [(_(SHEET_STATE_LABELS[state]), counts[state]) for state in SheetState if counts[state]]
