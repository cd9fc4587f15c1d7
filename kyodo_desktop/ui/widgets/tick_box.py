"""A box to tick that can be seen on any ground."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QCheckBox, QWidget

from kyodo_desktop.ui.theme.icons import paint_icon
from kyodo_desktop.ui.theme.theme import Theme

_SIDE, _GAP = 16, 8


class TickBox(QCheckBox):
    """A QCheckBox drawn in the theme's own lines: Fusion's box cannot be seen on our grounds."""

    def __init__(self, theme: Theme, text: str = "", parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self._theme = theme
        self.setMinimumHeight(theme.px(32))
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def sizeHint(self) -> QSize:
        """Return the room of box and words, and of the mark of the focus around them."""
        px = self._theme.px
        words = self.fontMetrics().horizontalAdvance(self.text())
        return QSize(px(_SIDE + _GAP) + words + px(8), px(32))

    def hitButton(self, pos: object) -> bool:
        """Take a click anywhere on it."""
        return True

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the box, its tick, the words, and the mark of the focus."""
        t, px = self._theme.tokens, self._theme.px
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        side = px(_SIDE)
        box = QRectF(px(4) + 0.5, (self.height() - side) / 2 + 0.5, side - 1, side - 1)
        ticked, enabled = self.isChecked(), self.isEnabled()
        edge = t.accent if ticked and enabled else t.control if enabled else t.line
        painter.setPen(QPen(QColor(edge), 1))
        painter.setBrush(QColor(edge if ticked else t.surface))
        painter.drawRoundedRect(box, px(3), px(3))
        if ticked:
            paint_icon(painter, "check", box.adjusted(1, 1, -1, -1), t.on_accent)
        painter.setPen(QColor(t.ink if enabled else t.disabled))
        words = self.rect().adjusted(px(4 + _SIDE + _GAP), 0, 0, 0)
        painter.drawText(words, Qt.AlignmentFlag.AlignVCenter, self.text())
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(QColor(t.accent), 2))
            around = self.rect().toRectF().adjusted(1, px(4), -1, -px(4))
            painter.drawRoundedRect(around, px(4), px(4))
