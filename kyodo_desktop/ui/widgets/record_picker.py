"""Finding a record by a few letters: a box, and below it what the search finds."""

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import QModelIndex, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QAbstractItemView, QListView, QVBoxLayout, QWidget

from kyodo_desktop.ui.theme.theme import Theme
from kyodo_desktop.ui.widgets.filter_box import FilterBox

_MOST = 6
_PAUSE_MS = 120


class _Results(QListView):
    """A list in which Enter picks, as a click does."""

    entered_row = Signal(QModelIndex)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.entered_row.emit(self.currentIndex())
        else:
            super().keyPressEvent(event)


class RecordPicker(QWidget):
    """A box and, below it, what `search(text, limit)` finds; `picked` carries the record chosen.

    `words` says a record in a line; `name` is what the list is called, `nobody` what it says when empty.
    """

    picked = Signal(object)

    def __init__(
        self,
        theme: Theme,
        search: Callable[[str, int], Sequence[Any]],
        words: Callable[[Any], str],
        *,
        prompt: str,
        name: str,
        nobody: str,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme, self._search, self._words, self._nobody = theme, search, words, nobody
        self._found: tuple[Any, ...] = ()
        self.box = FilterBox(theme, prompt, icon="search", width=None)
        self._model = QStandardItemModel(self)
        self.results = _Results(self)
        self.results.setModel(self._model)
        self.results.setAccessibleName(name)
        self.results.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.results.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.results.hide()
        layout = QVBoxLayout(self)
        theme.space(layout, 4)
        layout.addWidget(self.box)
        layout.addWidget(self.results)
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE_MS)
        self._pause.timeout.connect(self.search_now)
        self.box.query_changed.connect(lambda _text: self._pause.start())
        self.box.left_downwards.connect(self._on_down)
        self.box.returnPressed.connect(self._on_enter)
        self.results.clicked.connect(self._pick)
        self.results.entered_row.connect(self._pick)

    def found(self) -> tuple[Any, ...]:
        """Return what is listed now, best first."""
        return self._found

    def search_now(self) -> None:
        """Search for what stands in the box."""
        self._pause.stop()
        text = self.box.text().strip()
        self._found = tuple(self._search(text, _MOST)) if text else ()
        self._model.clear()
        for record in self._found:
            self._model.appendRow(QStandardItem(self._words(record)))
        if text and not self._found:
            nobody = QStandardItem(self._nobody)
            nobody.setEnabled(False)
            self._model.appendRow(nobody)
        row = max(self.results.sizeHintForRow(0), self._theme.px(28))
        self.results.setFixedHeight(row * max(self._model.rowCount(), 1) + self._theme.px(4))
        self.results.setVisible(bool(text))

    def _on_down(self) -> None:
        self.search_now()
        if self._found:
            self.results.setFocus()
            self.results.setCurrentIndex(self._model.index(0, 0))

    def _on_enter(self) -> None:
        self.search_now()
        if self._found:
            self._pick(self._model.index(0, 0))

    def _pick(self, index: QModelIndex) -> None:
        if 0 <= index.row() < len(self._found):
            record = self._found[index.row()]
            self.box.clear()
            self.search_now()
            self.picked.emit(record)
