"""The list a chip opens: values to tick, each with its count."""

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QCloseEvent, QColor, QKeyEvent, QPainter, QPen, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import (
    QFrame,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from kyodo_desktop.ui.theme.icons import paint_icon
from kyodo_desktop.ui.theme.theme import Theme

Index = QModelIndex | QPersistentModelIndex

_KEY_ROLE = int(Qt.ItemDataRole.UserRole) + 1
_COUNT_ROLE = _KEY_ROLE + 1
_MOST_ROWS = 14


class _TickDelegate(QStyledItemDelegate):
    """A row: a box with its tick, the value, the count at the right."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(0, self._theme.px(28))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        t, px, rect = self._theme.tokens, self._theme.px, option.rect
        current = bool(option.state & QStyle.StateFlag.State_Selected)
        ticked = Qt.CheckState(index.data(Qt.ItemDataRole.CheckStateRole)) is Qt.CheckState.Checked
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(rect, QColor(t.soft if current else t.surface))
        side = px(16)
        box = QRectF(rect.left() + px(8) + 0.5, rect.center().y() - side / 2 + 0.5, side, side)
        painter.setPen(QPen(QColor(t.accent if ticked else t.muted), 1))
        painter.setBrush(QColor(t.accent if ticked else t.surface))
        painter.drawRoundedRect(box, px(3), px(3))
        if ticked:
            paint_icon(painter, "check", box.adjusted(1, 1, -1, -1), t.on_accent)
        words = rect.adjusted(px(8 + 16 + 8), 0, -px(8), 0)
        painter.setPen(QColor(t.ink))
        painter.drawText(words, Qt.AlignmentFlag.AlignVCenter, str(index.data()))
        painter.setPen(QColor(t.muted))
        side_at = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(words, side_at, str(index.data(_COUNT_ROLE)))
        painter.restore()


class _TickList(QListView):
    """A list that tells of Space and Enter instead of searching for them."""

    ticked = Signal(int)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.ticked.emit(self.currentIndex().row())
        else:
            super().keyPressEvent(event)


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
        self._list = _TickList(self)
        self._list.setAccessibleName(name)
        self._list.setModel(self._model)
        self._list.setItemDelegate(_TickDelegate(theme, self._list))
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
            item.setData("" if count is None else count, _COUNT_ROLE)
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
