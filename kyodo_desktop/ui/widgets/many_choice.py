"""Several of many: the chosen words, and a list to tick that opens below them."""

from collections.abc import Iterable, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kyodo_desktop.base.i18n import _
from kyodo_desktop.ui.theme.theme import Theme
from kyodo_desktop.ui.widgets.buttons import make_button
from kyodo_desktop.ui.widgets.chip_popup import ChipPopup
from kyodo_desktop.ui.widgets.labels import dress, make_label


class ManyChoice(QWidget):
    """Shows what is chosen of (key, label, short label); `changed` tells of a person's choice.

    The list has the labels, what is chosen is said in the short ones.
    """

    changed = Signal()

    def __init__(self, theme: Theme, name: str, choices: Sequence[tuple[str, str, str]]) -> None:
        super().__init__()
        self._theme, self._name, self._choices = theme, name, tuple(choices)
        self._chosen: frozenset[str] = frozenset()
        self._words = make_label("", wrap=True)
        self.button = make_button(theme, _("選ぶ"), self.open_list, kind="link", icon="chevron-down")
        layout = QVBoxLayout(self)
        theme.space(layout, 0)
        layout.addWidget(self._words)
        layout.addWidget(self.button)
        self.setFocusProxy(self.button)
        self._refresh()

    def value(self) -> tuple[str, ...]:
        """Return the chosen keys, in the order of the choices."""
        return tuple(key for key, _label, _short in self._choices if key in self._chosen)

    def set_value(self, keys: Iterable[str]) -> None:
        """Choose without telling."""
        self._chosen = frozenset(keys)
        self._refresh()

    def open_list(self) -> ChipPopup:
        """Open the list and return it."""
        popup = ChipPopup(self._theme, self._name, self)
        popup.show_options([(key, label, None) for key, label, _short in self._choices], self._chosen)
        popup.chosen_changed.connect(self._on_chosen)
        popup.open_below(self.button)
        return popup

    def words(self) -> str:
        """Return what is chosen, in words."""
        return self._words.text()

    def _on_chosen(self, keys: frozenset[str]) -> None:
        self.set_value(keys)
        self.changed.emit()

    def _refresh(self) -> None:
        chosen = " ・ ".join(short for key, _label, short in self._choices if key in self._chosen)
        self._words.setText(chosen or _("未記入"))
        dress(self._words, "body" if chosen else "muted")
        self.button.setAccessibleName(f"{self._name} {self._words.text()}")
