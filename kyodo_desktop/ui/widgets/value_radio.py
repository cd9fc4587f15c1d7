"""A choice between values that may be long: its words go over as many lines as they need."""

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QRadioButton, QSizePolicy, QWidget

from kyodo_desktop.ui.theme.theme import Theme

_SIDE, _GAP, _ABOVE = 16, 8, 6
_ANY_HEIGHT = 100_000
_FLAGS = int(Qt.TextFlag.TextWrapAnywhere) | int(Qt.AlignmentFlag.AlignLeft) | int(Qt.AlignmentFlag.AlignTop)


class ValueRadio(QRadioButton):
    """One value of a field; `muted` words stand where there is none, `name` is read aloud before them."""

    def __init__(
        self,
        theme: Theme,
        words: str,
        name: str,
        *,
        muted: bool = False,
        width: int = 200,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme, self._words, self._muted, self._width = theme, words, muted, theme.px(width)
        self.setAccessibleName(f"{name} {words}")
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def hasHeightForWidth(self) -> bool:
        """Tell the layout that narrow words are high."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return the height that the words need in a width."""
        px = self._theme.px
        room = QRect(0, 0, max(width - self._left() - px(_GAP), px(40)), _ANY_HEIGHT)
        return max(
            self.fontMetrics().boundingRect(room, _FLAGS, self._words).height() + 2 * px(_ABOVE), px(32)
        )

    def sizeHint(self) -> QSize:
        """Return a width that most values fit."""
        return QSize(self._width, self.heightForWidth(self._width))

    def minimumSizeHint(self) -> QSize:
        """Return the least that can be read."""
        return QSize(min(self._width, self._theme.px(96)), self._theme.px(32))

    def hitButton(self, pos: QPoint) -> bool:
        """Take a click anywhere on it."""
        return True

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the ground of a chosen value, the ring, the words, and the mark of the focus."""
        t, px = self._theme.tokens, self._theme.px
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        chosen, ground = self.isChecked(), self.rect().toRectF().adjusted(1, 1, -1, -1)
        if chosen:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(t.soft))
            painter.drawRoundedRect(ground, px(4), px(4))
        self._paint_ring(painter, chosen=chosen)
        painter.setPen(QColor(t.muted if self._muted else t.ink))
        words = self.rect().adjusted(self._left(), px(_ABOVE), -px(_GAP), 0)
        painter.drawText(words, _FLAGS, self._words)
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(QColor(t.accent), 2))
            painter.drawRoundedRect(ground, px(4), px(4))

    def _paint_ring(self, painter: QPainter, *, chosen: bool) -> None:
        t, px = self._theme.tokens, self._theme.px
        side, line = px(_SIDE), self.fontMetrics().height()
        ring = QRectF(px(_GAP) + 0.5, px(_ABOVE) + (line - side) / 2 + 0.5, side - 1, side - 1)
        colour = QColor((t.accent if chosen else t.control) if self.isEnabled() else t.disabled)
        painter.setPen(QPen(colour, 1))
        painter.setBrush(QColor(t.surface))
        painter.drawEllipse(ring)
        if chosen:
            inset = side / 4
            painter.setBrush(colour)
            painter.drawEllipse(ring.adjusted(inset, inset, -inset, -inset))

    def _left(self) -> int:
        return self._theme.px(_GAP + _SIDE + _GAP)
