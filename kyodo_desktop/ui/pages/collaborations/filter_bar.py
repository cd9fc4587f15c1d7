"""The filter row of 取組一覧: the box, four chips, 条件を消す."""

from collections.abc import Mapping, Sequence
from typing import Any

from PySide6.QtCore import Signal

from kyodo_desktop.base.i18n import _
from kyodo_desktop.japanese.fiscal_year import format_fiscal_year
from kyodo_desktop.records.collaborations import CollaborationRecord, FiscalYearSummary
from kyodo_desktop.ui.pages.collaborations.filters import (
    department_facet,
    form_facet,
    kind_facet,
    raw_text,
)
from kyodo_desktop.ui.pages.collaborations.wording import FormLabels
from kyodo_desktop.ui.pages.shared.facet_bar import FacetBar
from kyodo_desktop.ui.theme.theme import Theme
from kyodo_desktop.ui.widgets.chip import Chip, ChipOption


class FilterBar(FacetBar[CollaborationRecord]):
    """Tells `years_changed` when other years are to be read, `filter_changed` when rows are to be sifted."""

    years_changed = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, _("一覧をしぼる"), raw_text)
        self.year = Chip(theme, _("年度"))
        self.department = Chip(theme, _("課"))
        self.form = Chip(theme, _("形態"))
        self.kind = Chip(theme, _("区分"))
        self.put(
            (self.year, self.department, self.form, self.kind),
            (
                (department_facet(), self.department),
                (form_facet(), self.form),
                (kind_facet(), self.kind),
            ),
        )
        self.year.changed.connect(self.years_changed)

    def years(self) -> tuple[int, ...]:
        """Return the fiscal years to show; empty means all."""
        return tuple(sorted((int(key) for key in self.year.chosen()), reverse=True))

    def set_words(self, labels: FormLabels, departments: Sequence[str]) -> None:
        """Take the words of the 形態 and the names of the 課, in their order."""
        self.set_labels("form", labels)
        self.set_labels("department", {name: name for name in departments})

    def offer_years(self, years: Sequence[FiscalYearSummary]) -> None:
        """Offer the fiscal years that have entries."""
        self.year.set_options(
            [ChipOption(str(y.fiscal_year), format_fiscal_year(y.fiscal_year), y.entries) for y in years]
        )

    def state(self) -> dict[str, Any]:
        """Return the conditions and the years, JSON-able."""
        return {**super().state(), "years": sorted(self.year.chosen())}

    def take(self, state: Mapping[str, Any]) -> tuple[str, ...]:
        """Take up conditions and years in place of those there are."""
        wanted = {str(year) for year in state.get("years", ())}
        self.year.choose(wanted)
        years = tuple(format_fiscal_year(int(year)) for year in sorted(wanted - self.year.chosen()))
        return (*years, *super().take(state))
