"""A chip that opens a menu."""

from PySide6.QtCore import QPoint, Signal
from PySide6.QtWidgets import QMenu, QWidget

from kyodo_desktop.ui.theme.theme import Theme
from kyodo_desktop.ui.widgets.chip_face import ChipFace


class MenuChip(ChipFace):
    """Shows a name and one value, or `nothing`; tells when it is `opened` or `cleared`."""

    opened = Signal()
    cleared = Signal()

    def __init__(self, theme: Theme, name: str, nothing: str, parent: QWidget | None = None) -> None:
        super().__init__(theme, name, parent)
        self._nothing, self._value = nothing, ""
        self.refresh()

    @property
    def is_set(self) -> bool:
        """Whether it shows a value."""
        return bool(self._value)

    def value_text(self) -> str:
        """Return the value, or what stands for none."""
        return self._value or self._nothing

    def set_value(self, value: str) -> None:
        """Show a value; empty for none."""
        if value != self._value:
            self._value = value
            self.refresh()

    def open(self) -> None:
        """Tell that the menu is wanted."""
        self.opened.emit()

    def clear(self) -> None:
        """Tell that the value is not wanted any more."""
        self.cleared.emit()

    def pop_up(self, menu: QMenu) -> None:
        """Show a menu below the chip."""
        menu.popup(self.mapToGlobal(QPoint(0, self.height() + self._theme.px(4))))
