"""Which columns of a table a person wants to see, and in which order."""

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from typing import Any

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QTableView

from kyodo_desktop.ui.tables.columns import Column
from kyodo_desktop.ui.window_settings import WindowSettings


class ChosenColumns(QObject):
    """The choice for one view, kept in the window's settings; `changed` after any change of it.

    The first column tells what a row is: it is always shown, and first. What a page holds back is not shown,
    chosen or not.
    """

    changed = Signal()

    def __init__(
        self, view: QTableView, columns: Sequence[Column[Any]], settings: WindowSettings, settings_key: str
    ) -> None:
        super().__init__(view)
        self._view, self._settings, self._at = view, settings, f"shown/{settings_key}"
        self._columns = {column.key: (place, column) for place, column in enumerate(columns)}
        self._held: set[str] = set()
        self._arranging = False
        header = view.horizontalHeader()
        header.setSectionsMovable(True)
        header.setFirstSectionMovable(False)
        header.sectionMoved.connect(lambda *_places: self._on_moved())
        kept = settings.mapping(self._at).get("columns")
        self._chosen = self._checked(kept if isinstance(kept, list) else self.standard())
        self._arrange()

    def standard(self) -> tuple[str, ...]:
        """Return the columns that are shown until a person chooses others."""
        return tuple(key for key, (_place, column) in self._columns.items() if column.shown)

    def all(self) -> tuple[Column[Any], ...]:
        """Return every column: the chosen ones in their order, then the others in theirs."""
        others = (key for key in self._columns if key not in self._chosen)
        return tuple(self._columns[key][1] for key in (*self._chosen, *others))

    def chosen(self) -> tuple[str, ...]:
        """Return the keys of the chosen columns in their order."""
        return self._chosen

    def visible(self) -> tuple[str, ...]:
        """Return the keys of the columns to be seen, from left to right."""
        return tuple(key for key in self._chosen if key not in self._held)

    def choose(self, keys: Iterable[str]) -> None:
        """Show these columns in this order, the first always first."""
        chosen = self._checked(keys)
        if chosen == self._chosen:
            return
        self._chosen = chosen
        self._arrange()
        self._keep()
        self.changed.emit()

    def toggle(self, key: str) -> None:
        """Show a column behind those that stand before it by nature, or hide it."""
        if key in self._chosen:
            self.choose(one for one in self._chosen if one != key)
            return
        place = self._columns[key][0]
        before = [at for at, one in enumerate(self._chosen) if self._columns[one][0] < place]
        at = max(before, default=0) + 1
        self.choose((*self._chosen[:at], key, *self._chosen[at:]))

    def hold_back(self, key: str, *, held: bool) -> None:
        """Leave a column out while it would say nothing."""
        if held == (key in self._held):
            return
        self._held ^= {key}
        self._arrange()
        self.changed.emit()

    def _checked(self, keys: Iterable[str]) -> tuple[str, ...]:
        first = next(iter(self._columns))
        known = (key for key in map(str, keys) if key in self._columns)
        return tuple(dict.fromkeys((first, *known)))

    def _arrange(self) -> None:
        header = self._view.horizontalHeader()
        with self._by_ourselves():
            for place, column in enumerate(self.all()):
                header.moveSection(header.visualIndex(self._columns[column.key][0]), place)
            shown = set(self.visible())
            for key, (place, _column) in self._columns.items():
                self._view.setColumnHidden(place, key not in shown)

    def _on_moved(self) -> None:
        """Take the order that a person dragged the columns into."""
        if self._arranging:
            return
        header = self._view.horizontalHeader()
        self.choose(sorted(self._chosen, key=lambda key: header.visualIndex(self._columns[key][0])))

    def _keep(self) -> None:
        kept = {} if self._chosen == self.standard() else {"columns": list(self._chosen)}
        self._settings.set_mapping(self._at, kept)

    @contextmanager
    def _by_ourselves(self) -> Iterator[None]:
        self._arranging = True
        try:
            yield
        finally:
            self._arranging = False
