"""The filter row of チェックシート: the box and the chips 年度 and 次の確認."""

from collections import Counter
from collections.abc import Sequence

from kyodo_desktop.base.i18n import _
from kyodo_desktop.japanese.fiscal_year import format_fiscal_year
from kyodo_desktop.ui.pages.check_sheets.rows import SheetRow, raw_text
from kyodo_desktop.ui.pages.shared.facet_bar import FacetBar
from kyodo_desktop.ui.pages.shared.facets import Facet
from kyodo_desktop.ui.theme.theme import Theme
from kyodo_desktop.ui.widgets.chip import Chip

YEAR, CHECK = "fiscal_year", "check"
_DUE, _PLANNED, _NONE = "due", "planned", "none"


class SheetFilterBar(FacetBar[SheetRow]):
    """Narrows the list of the sheets."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, _("事業名・相手・課"), raw_text)
        self.year = Chip(theme, _("年度"))
        self.check = Chip(theme, _("次の確認"))
        checks = {_DUE: _("確認の日が来た"), _PLANNED: _("まだ先"), _NONE: _("決めていない")}
        self.put(
            (self.year, self.check),
            ((Facet(YEAR, _year), self.year), (Facet(CHECK, _check, checks), self.check)),
        )

    def offer(self, records: Sequence[SheetRow]) -> None:
        """Offer the years that occur, the newest first."""
        years = sorted({row.record.fiscal_year for row in records}, reverse=True)
        self.set_labels(YEAR, {str(year): format_fiscal_year(year) for year in years})
        super().offer(records)


def count_years(rows: Sequence[SheetRow]) -> list[tuple[str, int]]:
    """Count the sheets by fiscal year, the newest first."""
    counts = Counter(row.record.fiscal_year for row in rows)
    return [(format_fiscal_year(year), counts[year]) for year in sorted(counts, reverse=True)]


def _year(row: SheetRow) -> frozenset[str]:
    return frozenset({str(row.record.fiscal_year)})


def _check(row: SheetRow) -> frozenset[str]:
    if row.record.next_check_on is None:
        return frozenset({_NONE})
    return frozenset({_DUE if row.is_due else _PLANNED})
