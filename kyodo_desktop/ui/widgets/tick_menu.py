"""A menu some of whose entries are ticked."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from kyodo_desktop.ui.theme.theme import Theme


class TickMenu(QMenu):
    """Goes away when it is closed. The style's own tick is black on every ground, so it is drawn by us."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)

    def add_tick(self, words: str, on_trigger: Callable[[], object], *, ticked: bool) -> QAction:
        """Add an entry that is ticked or not; a & in its words is a & to be read."""
        action = self.addAction(words.replace("&", "&&"))
        action.setCheckable(True)
        action.setChecked(ticked)
        if ticked:
            action.setIcon(self._theme.icon("check", "accent"))
        action.triggered.connect(lambda _checked=False: on_trigger())
        return action

    def add_words(self, words: str, on_trigger: Callable[[], object]) -> QAction:
        """Add a plain entry; a & in its words is a & to be read."""
        action = self.addAction(words.replace("&", "&&"))
        action.triggered.connect(lambda _checked=False: on_trigger())
        return action
