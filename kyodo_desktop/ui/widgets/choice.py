"""A drop-down of (key, label) that the mouse wheel does not change by accident."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QComboBox, QWidget


class Choice(QComboBox):
    """One of several; `chosen` tells the key a person picked."""

    chosen = Signal(str)

    def __init__(
        self, name: str, choices: Sequence[tuple[str, str]] = (), parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
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

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave the wheel to the page's scrolling."""
        event.ignore()
