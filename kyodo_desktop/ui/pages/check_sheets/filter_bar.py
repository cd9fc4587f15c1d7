"""The filter row of チェックシート: the box and the chip 年度."""

from collections import Counter
from collections.abc import Sequence

from kyodo_desktop.base.i18n import _
from kyodo_desktop.japanese.fiscal_year import format_fiscal_year
from kyodo_desktop.ui.pages.check_sheets.rows import SheetRow, raw_text
from kyodo_desktop.ui.pages.shared.facet_bar import FacetBar
from kyodo_desktop.ui.pages.shared.facets import Facet
from kyodo_desktop.ui.theme.theme import Theme
from kyodo_desktop.ui.widgets.chip import Chip

YEAR = "fiscal_year"


class SheetFilterBar(FacetBar[SheetRow]):
    """Narrows the list of the sheets."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, _("事業名・相手・課"), raw_text)
        self.year = Chip(theme, _("年度"))
        self.put((self.year,), ((Facet(YEAR, _year), self.year),))

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
