"""A plain header: surface, muted words, one line below, a chevron at the sorted column."""

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QHeaderView, QWidget

from kyodo_desktop.ui.tables.delegate import EDGE, PADDING
from kyodo_desktop.ui.theme.icons import paint_icon
from kyodo_desktop.ui.theme.theme import Theme


class PlainHeader(QHeaderView):
    """The header of a RecordView."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._theme = theme
        self.setHighlightSections(False)
        self.setSectionsClickable(True)
        self.setMinimumSectionSize(theme.px(40))
        self.setStretchLastSection(False)

    def sizeHint(self) -> QSize:
        """Return 32 px of height, scaled."""
        return QSize(super().sizeHint().width(), self._theme.px(32))

    def paintSection(self, painter: QPainter, rect: QRect, logicalIndex: int) -> None:  # noqa: N803 - Qt's
        """Draw one column's title."""
        t, px = self._theme.tokens, self._theme.px
        painter.save()
        painter.fillRect(rect, QColor(t.surface))
        painter.fillRect(QRect(rect.left(), rect.bottom(), rect.width(), 1), QColor(t.line))
        first = self.visualIndex(logicalIndex) == 0
        inside = rect.adjusted(px(EDGE if first else PADDING), 0, -px(PADDING), -1)
        sorted_here = self.isSortIndicatorShown() and self.sortIndicatorSection() == logicalIndex
        model = self.model()
        title = str(model.headerData(logicalIndex, Qt.Orientation.Horizontal))
        side = Qt.AlignmentFlag(
            model.headerData(logicalIndex, Qt.Orientation.Horizontal, Qt.ItemDataRole.TextAlignmentRole)
        )
        mark = px(12)
        at_right = bool(side & Qt.AlignmentFlag.AlignRight)
        room = inside.width() - (mark + px(2) if sorted_here and not at_right else 0)
        painter.setPen(QColor(t.ink if sorted_here else t.muted))
        text = painter.fontMetrics().elidedText(title, Qt.TextElideMode.ElideRight, room)
        painter.drawText(inside, side, text)
        if sorted_here:
            used = painter.fontMetrics().horizontalAdvance(text)
            left = inside.right() - used - mark - 1 if at_right else inside.left() + used + px(2)
            up = self.sortIndicatorOrder() == Qt.SortOrder.AscendingOrder
            box = QRectF(left, inside.center().y() - mark / 2 + 0.5, mark, mark)
            paint_icon(painter, "chevron-up" if up else "chevron-down", box, t.muted)
        painter.restore()
