"""The filter row of a list page: the box, what chooses values, the named searches, 条件を消す."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from functools import partial
from typing import Any, Generic, Protocol

from PySide6.QtCore import QSignalBlocker, Signal, SignalInstance
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kyodo_desktop.base.i18n import _
from kyodo_desktop.ui.pages.shared.facets import Facet, R, RecordFilter
from kyodo_desktop.ui.theme.theme import Theme
from kyodo_desktop.ui.widgets.bars import make_filter_row
from kyodo_desktop.ui.widgets.buttons import make_button
from kyodo_desktop.ui.widgets.chip import Chip, ChipOption
from kyodo_desktop.ui.widgets.filter_box import FilterBox
from kyodo_desktop.ui.widgets.menu_chip import MenuChip


class Chooser(Protocol):
    """What chooses values of a facet: a chip, the 五十音 strip."""

    @property
    def changed(self) -> SignalInstance:
        """Tells that other values are chosen."""
        ...

    def chosen(self) -> frozenset[str]:
        """Return the chosen values; empty means no condition."""
        ...

    def choose(self, keys: Iterable[str]) -> None:
        """Choose values."""
        ...


class FacetBar(QWidget, Generic[R]):
    """Tells `filter_changed` when rows are to be sifted.

    A page names its facets, gives each a chooser (`put`), and the records with `offer`. The values of a chip
    are those that occur, counted when its list is opened.
    """

    filter_changed = Signal()

    def __init__(self, theme: Theme, prompt: str, raw: Callable[[R], str]) -> None:
        super().__init__()
        self._theme, self._raw = theme, raw
        self.box = FilterBox(theme, prompt)
        self.looks = MenuChip(theme, _("さがし方"), _("選ぶ"))
        self.clear_button = make_button(theme, _("条件を消す"), self.clear, kind="link")
        self._facets: dict[str, Facet[R]] = {}
        self._choosers: dict[str, Chooser] = {}
        self._records: tuple[R, ...] = ()
        self.box.query_changed.connect(lambda _text: self._on_changed())
        self._clear_room = self._spaced(self.clear_button)
        self._clear_room.hide()

    def put(self, widgets: Sequence[QWidget], choosers: Sequence[tuple[Facet[R], Chooser]]) -> None:
        """Lay the row out, and take what chooses the values of each facet."""
        layout = QVBoxLayout(self)
        self._theme.space(layout, 0)
        layout.addWidget(make_filter_row(self._theme, self.box, (*widgets, self.looks, self._clear_room)))
        for facet, chooser in choosers:
            self._facets[facet.key], self._choosers[facet.key] = facet, chooser
            chooser.changed.connect(self._on_changed)
            if isinstance(chooser, Chip):
                chooser.opening.connect(partial(self._count, facet.key, chooser))

    def filter(self) -> RecordFilter[R]:
        """Return the conditions."""
        chosen = {key: chooser.chosen() for key, chooser in self._choosers.items()}
        return RecordFilter(tuple(self._facets.values()), self._raw, self.box.text(), chosen)

    def set_labels(self, key: str, labels: Mapping[str, str]) -> None:
        """Take the words of a facet's values, in their order."""
        self._facets[key] = replace(self._facets[key], labels=labels)

    def offer(self, records: Sequence[R]) -> None:
        """Offer the values that occur among the records."""
        self._records = tuple(records)
        for key, facet in self._facets.items():
            chip = self._choosers[key]
            if not isinstance(chip, Chip):
                continue
            chip.set_options(_options(facet, (value for record in records for value in facet.values(record))))
        self._refresh()

    def clear(self) -> None:
        """Take the conditions away."""
        self.box.clear()
        for chooser in self._choosers.values():
            chooser.choose(())

    def state(self) -> dict[str, Any]:
        """Return the conditions, JSON-able."""
        chosen = {key: sorted(chooser.chosen()) for key, chooser in self._choosers.items()}
        return {"text": self.box.text(), "chosen": chosen}

    def restore(self, state: Mapping[str, Any]) -> None:
        """Take up conditions (values must have been offered)."""
        self.box.setText(str(state.get("text", "")))
        for key, keys in dict(state.get("chosen", {})).items():
            if key in self._choosers:
                self._choosers[key].choose(keys)

    def take(self, state: Mapping[str, Any]) -> tuple[str, ...]:
        """Take up conditions in place of those there are, sifting once.

        Returns the words of the values that cannot be chosen, because nothing in the list has them.
        """
        blocker = QSignalBlocker(self)
        self.clear()
        self.restore(state)
        blocker.unblock()
        self._on_changed()
        chosen = dict(state.get("chosen", {}))
        wanted = {key: set(keys) for key, keys in chosen.items() if key in self._choosers}
        return tuple(
            self._facets[key].labels.get(value, value)
            for key, values in wanted.items()
            for value in sorted(values - self._choosers[key].chosen())
        )

    def _count(self, key: str, chip: Chip) -> None:
        facet = self._facets[key]
        present = (value for record in self._records for value in facet.values(record))
        counts = self.filter().counts(self._records, facet)
        chip.set_options([replace(option, count=counts[option.key]) for option in _options(facet, present)])

    def _on_changed(self) -> None:
        self._refresh()
        self.filter_changed.emit()

    def _refresh(self) -> None:
        self._clear_room.setVisible(not self.filter().is_empty())

    def _spaced(self, widget: QWidget) -> QWidget:
        holder = QWidget()
        layout = QVBoxLayout(holder)
        self._theme.space(layout, 0, (8, 0, 0, 0))
        layout.addWidget(widget)
        return holder


def _options(facet: Facet[Any], values: Iterable[str]) -> list[ChipOption]:
    """Return the values that occur, the known ones in their order."""
    present, known = frozenset(values), facet.labels
    order = [value for value in known if value in present] + sorted(present - known.keys())
    return [ChipOption(value, known.get(value, value)) for value in order]
