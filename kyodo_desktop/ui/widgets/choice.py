"""A drop-down of (key, label) that the mouse wheel does not change by accident."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QWheelEvent
from PySide6.QtWidgets import QComboBox, QWidget

from kyodo_desktop.ui.theme.icons import paint_icon
from kyodo_desktop.ui.theme.theme import Theme

_LEAST_LETTERS = 6


class Choice(QComboBox):
    """One of several; `chosen` tells the key a person picked."""

    chosen = Signal(str)

    def __init__(
        self, theme: Theme, name: str, choices: Sequence[tuple[str, str]] = (), parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setAccessibleName(name)
        # The longest choice does not widen a narrow pane; the list shows it whole.
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(_LEAST_LETTERS)
        self.set_choices(choices)
        self.activated.connect(lambda _row: self.chosen.emit(self.value()))

    def set_choices(self, choices: Sequence[tuple[str, str]]) -> None:
        """Replace the choices."""
        self.clear()
        for key, label in choices:
            self.addItem(label, key)

    def value(self) -> str:
        """Return the chosen key, empty if there is none."""
        return str(self.currentData() or "")

    def set_value(self, key: str) -> None:
        """Choose without telling."""
        self.setCurrentIndex(self.findData(key))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the field, and the chevron that the stylesheet took away."""
        super().paintEvent(event)
        side = self._theme.px(14)
        box = QRectF(self.width() - side - self._theme.px(8), (self.height() - side) / 2, side, side)
        paint_icon(QPainter(self), "chevron-down", box, self._theme.tokens.muted)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave the wheel to the page's scrolling."""
        event.ignore()
