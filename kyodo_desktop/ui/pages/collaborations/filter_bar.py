"""The filter row of 取組一覧: the box, four chips, 条件を消す."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import partial
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kyodo_desktop.base.i18n import _
from kyodo_desktop.japanese.fiscal_year import format_fiscal_year
from kyodo_desktop.records.collaborations import CollaborationRecord, FiscalYearSummary
from kyodo_desktop.ui.pages.collaborations.filters import (
    DEPARTMENT,
    FACETS,
    FORM,
    KIND,
    EntryFilter,
    all_kind_keys,
    kind_key_label,
)
from kyodo_desktop.ui.pages.collaborations.wording import FormLabels
from kyodo_desktop.ui.theme.theme import Theme
from kyodo_desktop.ui.widgets.bars import make_filter_row
from kyodo_desktop.ui.widgets.buttons import make_button
from kyodo_desktop.ui.widgets.chip import Chip, ChipOption
from kyodo_desktop.ui.widgets.filter_box import FilterBox


class FilterBar(QWidget):
    """Tells `years_changed` when other years are to be read, `filter_changed` when rows are to be sifted."""

    years_changed = Signal()
    filter_changed = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.box = FilterBox(theme, _("一覧をしぼる"))
        self.year = Chip(theme, _("年度"))
        self.department = Chip(theme, _("課"))
        self.form = Chip(theme, _("形態"))
        self.kind = Chip(theme, _("区分"))
        self.clear_button = make_button(theme, _("条件を消す"), self.clear, kind="link")
        self._labels: FormLabels = {}
        self._entries: tuple[CollaborationRecord, ...] = ()
        layout = QVBoxLayout(self)
        theme.space(layout, 0)
        layout.addWidget(
            make_filter_row(
                theme,
                self.box,
                (self.year, self.department, self.form, self.kind, _spaced(theme, self.clear_button)),
            )
        )
        self._sifting = {DEPARTMENT.key: self.department, FORM.key: self.form, KIND.key: self.kind}
        for key, chip in self._sifting.items():
            chip.changed.connect(self._on_changed)
            chip.opening.connect(partial(self._count, key))
        self.box.query_changed.connect(lambda _text: self._on_changed())
        self.year.changed.connect(self.years_changed)
        self.clear_button.hide()

    def years(self) -> tuple[int, ...]:
        """Return the fiscal years to show; empty means all."""
        return tuple(sorted((int(key) for key in self.year.chosen()), reverse=True))

    def filter(self) -> EntryFilter:
        """Return the conditions on the rows of those years."""
        return EntryFilter(self.box.text(), {key: chip.chosen() for key, chip in self._sifting.items()})

    def set_labels(self, labels: FormLabels) -> None:
        """Take the words of the 形態, in their order."""
        self._labels = labels

    def offer_years(self, years: Sequence[FiscalYearSummary]) -> None:
        """Offer the fiscal years that have entries."""
        self.year.set_options(
            [ChipOption(str(y.fiscal_year), format_fiscal_year(y.fiscal_year), y.entries) for y in years]
        )

    def offer_values(self, entries: Sequence[CollaborationRecord], departments: Sequence[str]) -> None:
        """Offer the values that occur among the entries; they are counted when a list is opened."""
        self._entries = tuple(entries)
        names: dict[str, Mapping[str, str]] = {
            KIND.key: {key: kind_key_label(key) for key in all_kind_keys()},
            FORM.key: self._labels,
        }
        names[DEPARTMENT.key] = {name: name for name in departments}
        for facet in FACETS:
            present = frozenset(value for entry in entries for value in facet.values(entry))
            known = names[facet.key]
            order = [key for key in known if key in present] + sorted(present - known.keys())
            options = [ChipOption(key, known.get(key, key)) for key in order]
            self._sifting[facet.key].set_options(options)
        self.clear_button.setVisible(not self.filter().is_empty())

    def clear(self) -> None:
        """Take all conditions away but the year."""
        self.box.clear()
        for chip in self._sifting.values():
            chip.choose(())

    def state(self) -> dict[str, Any]:
        """Return the conditions, JSON-able."""
        chosen = {key: sorted(chip.chosen()) for key, chip in self._sifting.items()}
        return {"text": self.box.text(), "years": sorted(self.year.chosen()), "chosen": chosen}

    def restore(self, state: Mapping[str, Any]) -> None:
        """Take up conditions (values must have been offered)."""
        self.box.setText(str(state.get("text", "")))
        for key, keys in dict(state.get("chosen", {})).items():
            self._sifting[key].choose(keys)

    def _count(self, key: str) -> None:
        facet = next(facet for facet in FACETS if facet.key == key)
        counts = self.filter().counts(self._entries, facet)
        chip = self._sifting[key]
        chip.set_options([replace(option, count=counts[option.key]) for option in chip.options])

    def _on_changed(self) -> None:
        self.clear_button.setVisible(not self.filter().is_empty())
        self.filter_changed.emit()


def _spaced(theme: Theme, widget: QWidget) -> QWidget:
    holder = QWidget()
    layout = QVBoxLayout(holder)
    theme.space(layout, 0, (8, 0, 0, 0))
    layout.addWidget(widget)
    return holder
