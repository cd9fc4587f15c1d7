"""Draws a table's cells: ground, hairline, accent bar, text, sign, pill, date."""

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetrics, QHelpEvent, QPainter, QPen
from PySide6.QtWidgets import QAbstractItemView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QToolTip

from kyodo_desktop.japanese.wareki import date_parts
from kyodo_desktop.ui.tables.columns import Cell, Column, Elide
from kyodo_desktop.ui.tables.record_table import CELL_ROLE, RECORD_ROLE, RecordTable
from kyodo_desktop.ui.theme.signs import paint_sign
from kyodo_desktop.ui.theme.theme import TextSize, Theme

Index = QModelIndex | QPersistentModelIndex
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_CENTRE = Qt.AlignmentFlag.AlignCenter
EDGE, PADDING = 24, 8
"""Space before the first column and at both sides of every cell."""


class RecordDelegate(QStyledItemDelegate):
    """Paints every cell of a RecordView."""

    def __init__(self, theme: Theme, parent: QObject) -> None:
        super().__init__(parent)
        self._theme = theme
        self._small = theme.font(TextSize.CAPTION)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw one cell."""
        painter.save()
        self._paint_ground(painter, option, index)
        column, cell = self._column(index), index.data(CELL_ROLE)
        inside = self._inside(option.rect, index.column())
        if column.paint is not None:
            column.paint(painter, inside, index.data(RECORD_ROLE), self._theme)
        elif cell.date is not None:
            self._paint_date(painter, inside, cell)
        else:
            self._paint_text(painter, inside, column, cell)
        painter.restore()

    def helpEvent(
        self, event: QHelpEvent, view: QAbstractItemView, option: QStyleOptionViewItem, index: Index
    ) -> bool:
        """Show the whole text of a cell that had to be shortened, and nothing otherwise."""
        cell = index.data(CELL_ROLE)
        if not isinstance(cell, Cell):
            return False
        inside = self._inside(option.rect, index.column())
        fits = QFontMetrics(view.font()).horizontalAdvance(cell.text) <= inside.width()
        QToolTip.showText(event.globalPos(), "" if fits else cell.text, view)
        return True

    def _column(self, index: Index) -> Column[object]:
        model = index.model()
        if not isinstance(model, RecordTable):
            raise TypeError(model)
        column: Column[object] = model.columns[index.column()]
        return column

    def _inside(self, rect: QRect, column: int) -> QRect:
        px = self._theme.px
        return rect.adjusted(px(PADDING if column else EDGE), 0, -px(PADDING), -1)

    def _paint_ground(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        t, rect = self._theme.tokens, option.rect
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        ground = t.soft if selected else t.zebra if index.row() % 2 else t.surface
        painter.fillRect(rect, QColor(ground))
        painter.fillRect(QRect(rect.left(), rect.bottom(), rect.width(), 1), QColor(t.hairline))
        if selected and index.column() == 0:
            view = option.widget
            focused = view is not None and view.hasFocus()
            bar = QRect(rect.left(), rect.top(), self._theme.px(3), rect.height())
            painter.fillRect(bar, QColor(t.accent if focused else t.control))

    def _paint_text(self, painter: QPainter, inside: QRect, column: Column[object], cell: Cell) -> None:
        t, px = self._theme.tokens, self._theme.px
        colour = t.tone(cell.tone) if cell.tone else t.muted if cell.muted else t.ink
        if cell.tone is not None:
            side = px(11)
            sign = QRectF(inside.left(), inside.center().y() - side / 2 + 0.5, side, side)
            paint_sign(painter, sign, cell.tone, colour)
            inside = inside.adjusted(px(18), 0, 0, 0)
        room = inside.width() - (self._pill_width(cell.pill) + px(6) if cell.pill else 0)
        metrics = painter.fontMetrics()
        mode = Qt.TextElideMode.ElideMiddle if column.elide is Elide.MIDDLE else Qt.TextElideMode.ElideRight
        text = metrics.elidedText(cell.text, mode, room)
        painter.setPen(QColor(colour))
        painter.drawText(inside, _RIGHT if column.right else _LEFT, text)
        if cell.pill:
            left = inside.left() + metrics.horizontalAdvance(text) + px(6)
            self._paint_pill(painter, left, inside, cell.pill)

    def _pill_width(self, text: str) -> int:
        return QFontMetrics(self._small).horizontalAdvance(text) + self._theme.px(12)

    def _paint_pill(self, painter: QPainter, left: int, inside: QRect, text: str) -> None:
        t, height = self._theme.tokens, self._theme.px(18)
        box = QRectF(left + 0.5, inside.center().y() - height / 2 + 0.5, self._pill_width(text), height)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(t.muted), 1))
        painter.drawRoundedRect(box, height / 2, height / 2)
        painter.setFont(self._small)
        painter.drawText(box, _CENTRE, text)
        painter.restore()

    def _paint_date(self, painter: QPainter, inside: QRect, cell: Cell) -> None:
        t, px = self._theme.tokens, self._theme.px
        if cell.date is None:
            return
        colour = t.tone(cell.tone) if cell.tone else t.muted if cell.muted else t.ink
        painter.setPen(QColor(colour))
        left = inside.left() + px(16) + px(8)
        if cell.tone is not None:
            side = px(11)
            sign = QRectF(inside.left(), inside.center().y() - side / 2 + 0.5, side, side)
            paint_sign(painter, sign, cell.tone, colour)
        metrics = painter.fontMetrics()
        widest = ("令和00年", "00月", "00日")
        for part, sample in zip(date_parts(cell.date), widest, strict=True):
            width = metrics.horizontalAdvance(sample)
            painter.drawText(QRect(left, inside.top(), width, inside.height()), _RIGHT, part)
            left += width
