"""The menu bar: what is always there, and what the page in front adds."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu, QMenuBar

from kyodo_desktop.base.i18n import _
from kyodo_desktop.ui.pages.base import MENU_TITLES, Command, Menu


class Menus(QObject):
    """Fills a menu bar and dies with it; `show_commands` replaces the page's part of them."""

    def __init__(self, bar: QMenuBar) -> None:
        super().__init__(bar)
        self._fixed: dict[Menu, list[QAction]] = {menu: [] for menu in Menu}
        self._menus: dict[Menu, QMenu] = {}
        for menu in Menu:
            made = bar.addMenu(_(MENU_TITLES[menu]))
            made.setToolTipsVisible(True)
            self._menus[menu] = made

    def add(self, menu: Menu, text: str, on_trigger: Callable[[], object], shortcut: str = "") -> QAction:
        """Add a command that is always there."""
        action = QAction(text, self)
        if shortcut:
            action.setShortcuts([QKeySequence(key) for key in shortcut.split("; ")])
        action.triggered.connect(lambda _checked=False: on_trigger())
        self._fixed[menu].append(action)
        return action

    def add_separator(self, menu: Menu) -> None:
        """Draw a line between the commands that are always there."""
        line = QAction(self)
        line.setSeparator(True)
        self._fixed[menu].append(line)

    def show_commands(self, commands: Sequence[Command]) -> None:
        """Show a page's commands first in each menu (in 編集 after undo and redo)."""
        for menu, made in self._menus.items():
            own = [command.action for command in commands if command.menu is menu]
            fixed = self._fixed[menu]
            first = 2 if menu is Menu.EDIT else 0
            made.clear()
            made.addActions(fixed[:first])
            if own and first:
                made.addSeparator()
            made.addActions(own)
            if own and fixed[first:]:
                made.addSeparator()
            made.addActions(fixed[first:])
            made.menuAction().setVisible(bool(made.actions()))

    def actions_of(self, menu: Menu) -> tuple[QAction, ...]:
        """Return what a menu shows now."""
        return tuple(self._menus[menu].actions())
