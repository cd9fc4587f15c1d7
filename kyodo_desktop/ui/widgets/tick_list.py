"""A list whose rows are ticked."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPen
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from kyodo_desktop.ui.theme.icons import paint_icon
from kyodo_desktop.ui.theme.theme import Theme

Index = QModelIndex | QPersistentModelIndex
COUNT_ROLE = int(Qt.ItemDataRole.UserRole) + 1
"""What is said at the right end of a row."""


class TickDelegate(QStyledItemDelegate):
    """A row: a box with its tick, the value, the count at the right."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Return 28 px of height, scaled."""
        return QSize(0, self._theme.px(28))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw one row."""
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
        side_words = str(index.data(COUNT_ROLE) or "")
        taken = option.fontMetrics.horizontalAdvance(side_words) + px(16) if side_words else 0
        text = option.fontMetrics.elidedText(
            str(index.data()), Qt.TextElideMode.ElideRight, words.width() - taken
        )
        painter.drawText(words, Qt.AlignmentFlag.AlignVCenter, text)
        painter.setPen(QColor(t.muted))
        side_at = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(words, side_at, side_words)
        painter.restore()


class TickList(QListView):
    """A list that tells of Space and Enter instead of searching for them."""

    ticked = Signal(int)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Tell of Space and Enter."""
        if event.key() in {Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.ticked.emit(self.currentIndex().row())
        else:
            super().keyPressEvent(event)
