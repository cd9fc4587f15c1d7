"""A filter that looks like a pill and opens a list of values with their counts."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from kyodo_desktop.base.i18n import _
from kyodo_desktop.ui.theme.theme import Theme
from kyodo_desktop.ui.widgets.chip_face import ChipFace
from kyodo_desktop.ui.widgets.chip_popup import ChipPopup


@dataclass(frozen=True, slots=True)
class ChipOption:
    """One value of a chip: its key, its words, how many records have it."""

    key: str
    label: str
    count: int = 0


class Chip(ChipFace):
    """Shows its name and what is chosen; nothing chosen means すべて.

    `changed` tells of a person's choice; `opening` comes before the list is shown, so that its counts can be
    brought up to date.
    """

    changed = Signal()
    opening = Signal()

    def __init__(self, theme: Theme, name: str, parent: QWidget | None = None) -> None:
        super().__init__(theme, name, parent)
        self._options: tuple[ChipOption, ...] = ()
        self._chosen: frozenset[str] = frozenset()
        self._popup: ChipPopup | None = None
        self.refresh()

    @property
    def options(self) -> tuple[ChipOption, ...]:
        """The values that can be chosen."""
        return self._options

    def set_options(self, options: Sequence[ChipOption]) -> None:
        """Replace the values; a chosen one that is gone is no longer chosen."""
        self._options = tuple(options)
        self._chosen &= {option.key for option in options}
        if self._popup is not None:
            self._popup.show_options([(o.key, o.label, o.count) for o in self._options], self._chosen)
        self.refresh()

    @property
    def is_set(self) -> bool:
        """Whether anything is chosen."""
        return bool(self._chosen)

    def chosen(self) -> frozenset[str]:
        """Return the chosen keys; empty means no condition."""
        return self._chosen

    def choose(self, keys: Iterable[str]) -> None:
        """Choose keys, telling only if that changes something."""
        keys = frozenset(keys) & {option.key for option in self._options}
        if keys == self._chosen:
            return
        self._chosen = keys
        self.refresh()
        self.changed.emit()

    def open(self) -> None:
        """Open the list of values."""
        self.open_list()

    def clear(self) -> None:
        """Choose nothing."""
        self.choose(())

    def open_list(self) -> ChipPopup:
        """Open the list of values below the chip and return it."""
        self.opening.emit()
        popup = ChipPopup(self._theme, self._name, self)
        popup.show_options([(o.key, o.label, o.count) for o in self._options], self._chosen)
        popup.chosen_changed.connect(self.choose)
        popup.closed.connect(self._on_closed)
        self._popup = popup
        popup.open_below(self)
        return popup

    def value_text(self) -> str:
        """Return what stands for the value."""
        chosen = [option.label for option in self._options if option.key in self._chosen]
        return "・".join(chosen) if chosen else _("すべて")

    def _on_closed(self) -> None:
        self._popup = None
