"""The box that shortens a list as one types."""

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from kyodo_desktop.ui.theme.icons import paint_icon
from kyodo_desktop.ui.theme.theme import Theme
from kyodo_desktop.ui.widgets.composing import Composing


class FilterBox(Composing, QLineEdit):
    """A rounded box with an icon at its left; what an input method still composes is not yet a filter.

    `width` is in px at 100 %, None takes the room there is. `query_changed` carries the committed text. Down
    leaves the box for what it filters (`left_downwards`).
    """

    query_changed = Signal(str)
    left_downwards = Signal()

    def __init__(
        self,
        theme: Theme,
        prompt: str,
        *,
        icon: str = "list-filter",
        hint: str = "",
        width: int | None = 240,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme, self._icon, self._hint = theme, icon, hint
        self.setProperty("box", "filter")
        self.setPlaceholderText(prompt)
        self.setAccessibleName(prompt)
        if width is not None:
            self.setFixedWidth(theme.px(width))
        self.textChanged.connect(self.query_changed)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Clear on Escape, leave on Down; keep Enter to itself, and leave it to an input method."""
        is_enter = event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}
        if self.keeps(event):
            event.accept()
        elif is_enter:
            super().keyPressEvent(event)
            event.accept()
        elif event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
        elif event.key() == Qt.Key.Key_Down:
            self.left_downwards.emit()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the icon at the left and, while empty, the hint (a shortcut) at the right."""
        super().paintEvent(event)
        px = self._theme.px
        painter = QPainter(self)
        side = px(16)
        top = (self.height() - side) / 2
        paint_icon(painter, self._icon, QRectF(px(7), top, side, side), self._theme.tokens.muted)
        if self._hint and not self.text():
            painter.setPen(self._theme.colour("muted"))
            box = self.rect().adjusted(0, 0, -px(8), 0)
            painter.drawText(box, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, self._hint)
