"""The list a chip opens: values to tick, each with its count."""

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QPoint, Qt, Signal
from PySide6.QtGui import QCloseEvent, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QFrame, QListView, QVBoxLayout, QWidget

from kyodo_desktop.ui.theme.theme import Theme
from kyodo_desktop.ui.widgets.tick_list import COUNT_ROLE, TickDelegate, TickList

_KEY_ROLE = COUNT_ROLE + 1
_MOST_ROWS = 14


class ChipPopup(QFrame):
    """A popup with one row a value; `chosen_changed` carries the ticked keys after each tick."""

    chosen_changed = Signal(object)
    closed = Signal()

    def __init__(self, theme: Theme, name: str, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self._theme = theme
        self.setProperty("ground", "popup")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._model = QStandardItemModel(self)
        self._list = TickList(self)
        self._list.setAccessibleName(name)
        self._list.setModel(self._model)
        self._list.setItemDelegate(TickDelegate(theme, self._list))
        self._list.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self._list.clicked.connect(self._on_clicked)
        self._list.ticked.connect(self._toggle_row)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(1, 1, 1, 1)
        layout.addWidget(self._list)

    @property
    def labels(self) -> tuple[str, ...]:
        """The words of the rows, from top to bottom."""
        return tuple(self._model.item(row).text() for row in range(self._model.rowCount()))

    def show_options(self, options: Sequence[tuple[str, str, int | None]], chosen: frozenset[str]) -> None:
        """Fill the list with (key, label, count); None where nothing is counted."""
        row = self._list.currentIndex().row()
        self._model.clear()
        for key, label, count in options:
            item = QStandardItem(label)
            item.setData(key, _KEY_ROLE)
            item.setData("" if count is None else str(count), COUNT_ROLE)
            item.setCheckState(Qt.CheckState.Checked if key in chosen else Qt.CheckState.Unchecked)
            self._model.appendRow(item)
        self._list.setCurrentIndex(self._model.index(max(row, 0), 0))

    def open_below(self, anchor: QWidget) -> None:
        """Show the list below a widget, wide enough for its longest row."""
        px = self._theme.px
        metrics = self._list.fontMetrics()
        widest = max((metrics.horizontalAdvance(label) for label in self.labels), default=0)
        width = max(px(200), widest + px(24 + 16 + 48 + 16))
        row = max(self._list.sizeHintForRow(0), px(28))
        self.resize(width, min(self._model.rowCount(), _MOST_ROWS) * row + px(4))
        corner = anchor.mapToGlobal(QPoint(0, anchor.height() + px(4)))
        room = anchor.screen().availableGeometry()
        corner.setX(max(min(corner.x(), room.right() - self.width()), room.left()))
        self.move(corner)
        self.show()
        self._list.setFocus()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Tell the chip."""
        self.closed.emit()
        super().closeEvent(event)

    def _on_clicked(self, index: QModelIndex) -> None:
        self._toggle_row(index.row())

    def _toggle_row(self, row: int) -> None:
        item = self._model.item(row)
        if item is None:
            return
        ticked = item.checkState() == Qt.CheckState.Checked
        item.setCheckState(Qt.CheckState.Unchecked if ticked else Qt.CheckState.Checked)
        items = [self._model.item(i) for i in range(self._model.rowCount())]
        self.chosen_changed.emit(
            frozenset(i.data(_KEY_ROLE) for i in items if i.checkState() == Qt.CheckState.Checked)
        )
