"""A choice of few, side by side in one outline."""

from collections.abc import Sequence

from PySide6.QtCore import QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from kyodo_desktop.ui.theme.theme import Theme

_PADDING, _LEAST_PADDING = 28, 8


class Segments(QWidget):
    """Shows (key, label) pairs; `chosen` tells the key a person picked.

    Arrow keys move the choice; the space bar takes the first while there is none.
    """

    chosen = Signal(str)

    def __init__(
        self, theme: Theme, choices: Sequence[tuple[str, str]], name: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._theme, self._choices = theme, tuple(choices)
        self._at = -1
        self._name = name
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._say()

    def shrink(self) -> None:
        """Stand closer where there is little room."""
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)

    def value(self) -> str:
        """Return the chosen key, empty if nothing is chosen."""
        return self._choices[self._at][0] if self._at >= 0 else ""

    def set_value(self, key: str) -> None:
        """Choose without telling."""
        keys = [choice for choice, _ in self._choices]
        self._at = keys.index(key) if key in keys else -1
        self._say()
        self.update()

    def sizeHint(self) -> QSize:
        """Return the room of all segments, 28 high."""
        return QSize(self._width(_PADDING), self._theme.px(28))

    def minimumSizeHint(self) -> QSize:
        """Return the room of the words with little around them, for a narrow pane."""
        return QSize(self._width(_LEAST_PADDING), self._theme.px(28))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move the choice with the arrow keys, begin it with the space bar."""
        step = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(Qt.Key(event.key()), 0)
        if event.key() == Qt.Key.Key_Space:
            step = 1 if self._at < 0 else 0
        if step == 0:
            super().keyPressEvent(event)
            return
        self._choose(min(max(self._at + step, 0), len(self._choices) - 1))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Choose the segment under the mouse."""
        for i, box in enumerate(self._boxes()):
            if box.contains(event.position().toPoint()):
                self._choose(i)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw one outline, the lines between, the chosen ground and the words."""
        t, px = self._theme.tokens, self._theme.px
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        outline = QPainterPath()
        outline.addRoundedRect(self.rect().toRectF().adjusted(0.5, 0.5, -0.5, -0.5), px(6), px(6))
        painter.fillPath(outline, QColor(t.surface))
        painter.setClipPath(outline)
        for i, box in enumerate(self._boxes()):
            if i == self._at and self.isEnabled():
                painter.fillRect(box, QColor(t.soft))
            painter.setPen(QColor(t.control))
            if i:
                painter.drawLine(box.topLeft(), box.bottomLeft())
            word = t.accent if i == self._at else t.muted
            painter.setPen(QColor(word if self.isEnabled() else t.disabled))
            painter.drawText(box, Qt.AlignmentFlag.AlignCenter, self._choices[i][1])
        painter.setClipping(False)
        focused = self.hasFocus()
        painter.setPen(QPen(QColor(t.accent if focused else t.control), 2 if focused else 1))
        painter.drawPath(outline)
        if self._at >= 0 and not focused and self.isEnabled():
            self._paint_chosen(painter, outline)

    def _paint_chosen(self, painter: QPainter, outline: QPainterPath) -> None:
        """Draw the chosen segment's part of the outline, and its sides, in accent."""
        box = self._boxes()[self._at]
        painter.setPen(QColor(self._theme.tokens.accent))
        painter.setClipRect(box.adjusted(0, 0, 1, 0))
        painter.drawPath(outline)
        painter.setClipPath(outline)
        if self._at > 0:
            painter.drawLine(box.topLeft(), box.bottomLeft())
        if self._at < len(self._choices) - 1:
            painter.drawLine(box.topRight() + QPoint(1, 0), box.bottomRight() + QPoint(1, 0))

    def _choose(self, at: int) -> None:
        if at == self._at:
            return
        self._at = at
        self._say()
        self.update()
        self.chosen.emit(self.value())

    def _say(self) -> None:
        label = self._choices[self._at][1] if self._at >= 0 else ""
        self.setAccessibleName(f"{self._name} {label}".strip())

    def _words(self) -> list[int]:
        metrics = self.fontMetrics()
        return [metrics.horizontalAdvance(label) for _, label in self._choices]

    def _width(self, padding: int) -> int:
        return sum(self._words()) + self._theme.px(padding) * len(self._choices) + 1

    def _widths(self) -> list[int]:
        words = self._words()
        spare = (self.width() - 1 - sum(words)) // len(words)
        return [word + min(spare, self._theme.px(_PADDING)) for word in words]

    def _boxes(self) -> list[QRect]:
        boxes, left = [], 0
        for width in self._widths():
            boxes.append(QRect(left, 0, width, self.height()))
            left += width
        return boxes
