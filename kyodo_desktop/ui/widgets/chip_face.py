"""A pill with a name and a value, which opens something and can be cleared."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from kyodo_desktop.ui.theme.icons import paint_icon
from kyodo_desktop.ui.theme.theme import Theme

_LONGEST_VALUE = 200


class ChipFace(QWidget):
    """How a chip looks and is worked; what it holds and opens is its own.

    A click on the ✕ clears, anywhere else opens; so do Space, Enter and Down, and Delete clears.
    """

    def __init__(self, theme: Theme, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self._name = theme, name
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    # What a chip is

    @property
    def is_set(self) -> bool:
        """Whether there is something to clear."""
        raise NotImplementedError

    def value_text(self) -> str:
        """Return what stands for the value."""
        raise NotImplementedError

    def open(self) -> None:
        """Open what can be chosen."""
        raise NotImplementedError

    def clear(self) -> None:
        """Choose nothing."""
        raise NotImplementedError

    # What every chip does

    def sizeHint(self) -> QSize:
        """Return the room of name, value and mark; 28 high."""
        px, metrics = self._theme.px, self.fontMetrics()
        return QSize(
            px(12)
            + metrics.horizontalAdvance(self._name)
            + px(8)
            + metrics.horizontalAdvance(self._shown_value())
            + px(6 + 14 + 8),
            px(28),
        )

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the pill."""
        t, px = self._theme.tokens, self._theme.px
        is_set = self.is_set
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        wide = 2 if self.hasFocus() else 1
        painter.setPen(QPen(QColor(t.accent if is_set or self.hasFocus() else t.control), wide))
        painter.setBrush(QColor(t.soft if is_set else t.surface))
        inset = wide / 2
        radius = px(14) - inset
        painter.drawRoundedRect(self.rect().toRectF().adjusted(inset, inset, -inset, -inset), radius, radius)
        metrics = self.fontMetrics()
        name = self.rect().adjusted(px(12), 0, 0, 0)
        painter.setPen(QColor(t.accent if is_set else t.muted))
        painter.drawText(name, Qt.AlignmentFlag.AlignVCenter, self._name)
        value = name.adjusted(metrics.horizontalAdvance(self._name) + px(8), 0, 0, 0)
        painter.setPen(QColor(t.ink))
        painter.drawText(value, Qt.AlignmentFlag.AlignVCenter, self._shown_value())
        colour = t.accent if is_set else t.muted
        paint_icon(painter, "x" if is_set else "chevron-down", self._mark_box(), colour)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Clear on the ✕, open the list elsewhere."""
        if event.button() != Qt.MouseButton.LeftButton:
            return
        if self.is_set and event.position().x() >= self._mark_box().left() - self._theme.px(6):
            self.clear()
        else:
            self.open()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open with Space, Enter or Down; clear with Delete or Backspace."""
        if event.key() in {Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Down}:
            self.open()
        elif event.key() in {Qt.Key.Key_Delete, Qt.Key.Key_Backspace}:
            self.clear()
        else:
            super().keyPressEvent(event)

    def refresh(self) -> None:
        """Show and say another value."""
        self.setAccessibleName(f"{self._name} {self.value_text()}")
        self.setToolTip("" if self._shown_value() == self.value_text() else self.value_text())
        self.updateGeometry()
        self.update()

    def _mark_box(self) -> QRectF:
        px = self._theme.px
        return QRectF(self.width() - px(8 + 14), (self.height() - px(14)) / 2, px(14), px(14))

    def _shown_value(self) -> str:
        limit = self._theme.px(_LONGEST_VALUE)
        return self.fontMetrics().elidedText(self.value_text(), Qt.TextElideMode.ElideRight, limit)
