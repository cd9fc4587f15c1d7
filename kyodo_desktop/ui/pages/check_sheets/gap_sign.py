"""The signs of what an item's marks say together: painted shapes that tell it without colour."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QWidget

from kyodo_desktop.base.i18n import _
from kyodo_desktop.records.check_gaps import GAP_LABELS, GapKind
from kyodo_desktop.ui.theme.signs import paint_sign
from kyodo_desktop.ui.theme.theme import Theme
from kyodo_desktop.ui.theme.tokens import Tone

SIGN_SIZE = 12
"""The sign's width and height in pixels at 100 %."""


class GapSign(QWidget):
    """▲ apart, → drifted, ＝ agreed, － open."""

    def __init__(self, theme: Theme, kind: GapKind) -> None:
        super().__init__()
        self._theme, self._kind = theme, kind
        self.setFixedSize(theme.px(SIGN_SIZE), theme.px(SIGN_SIZE))
        self.setAccessibleName(_(GAP_LABELS[kind]))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the sign."""
        rect = self.rect().toRectF().adjusted(0.5, 0.5, -0.5, -0.5)
        painter = QPainter(self)
        if self._kind is GapKind.APART:
            paint_sign(painter, rect, Tone.DUE, self._theme.tokens.tone(Tone.DUE))
            return
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        colour = QColor(self._theme.tokens.ink if self._kind is GapKind.DRIFT else self._theme.tokens.muted)
        painter.setPen(QPen(colour, rect.height() * 0.13, Qt.PenStyle.SolidLine, Qt.PenCapStyle.FlatCap))
        if self._kind is GapKind.DRIFT:
            _paint_arrow(painter, rect, colour)
        elif self._kind is GapKind.AGREED:
            for y in (rect.center().y() - rect.height() * 0.17, rect.center().y() + rect.height() * 0.17):
                painter.drawLine(QPointF(rect.left() + 1, y), QPointF(rect.right() - 1, y))
        else:
            y = rect.center().y()
            painter.drawLine(QPointF(rect.left() + 1.5, y), QPointF(rect.right() - 1.5, y))


def _paint_arrow(painter: QPainter, rect: QRectF, colour: QColor) -> None:
    middle, head = rect.center().y(), rect.height() * 0.32
    painter.drawLine(QPointF(rect.left(), middle), QPointF(rect.right() - head, middle))
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour)
    tip = QPointF(rect.right(), middle)
    back = rect.right() - head * 1.4
    painter.drawPolygon(QPolygonF([tip, QPointF(back, middle - head), QPointF(back, middle + head)]))
