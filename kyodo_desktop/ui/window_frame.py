"""What stands around the pages: tabs and search above, notes below them, the status line at the bottom."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from kyodo_desktop.base.i18n import _
from kyodo_desktop.base.paths import DataFolder
from kyodo_desktop.ui.message_bar import MessageBar
from kyodo_desktop.ui.pages.registry import PAGES
from kyodo_desktop.ui.search_box import Found, SearchBox
from kyodo_desktop.ui.status_line import StatusLine
from kyodo_desktop.ui.theme.theme import Theme
from kyodo_desktop.ui.widgets.frames import make_frame, make_line
from kyodo_desktop.ui.widgets.nav_tabs import NavTabs


class WindowFrame(QFrame):
    """Empty in the middle until `put` brings the pages."""

    def __init__(
        self,
        theme: Theme,
        folder: DataFolder,
        find: Callable[[str], Found],
        open_hit: Callable[[str, int], object],
    ) -> None:
        super().__init__()
        self.setProperty("ground", "window")
        self.tabs = NavTabs(theme, [_(spec.title) for spec in PAGES], _("画面"))
        self.search = SearchBox(theme, find, open_hit)
        self.messages = MessageBar(theme)
        self.status = StatusLine(theme, folder)
        self._middle: QWidget = make_frame("window")
        top = QHBoxLayout()
        theme.space(top, 16, (20, 0, 24, 0))
        top.addWidget(self.tabs, 1, Qt.AlignmentFlag.AlignLeft)
        top.addWidget(self.search)
        self._column = QVBoxLayout(self)
        theme.space(self._column, 0)
        self._column.addLayout(top)
        self._column.addWidget(make_line())
        self._column.addWidget(self.messages)
        self._column.addWidget(self._middle, 1)
        self._column.addWidget(self.status)

    def put(self, pages: QWidget) -> None:
        """Put the pages into the middle."""
        self._column.replaceWidget(self._middle, pages)
        self._middle.hide()
        self._middle.deleteLater()
        self._middle = pages
        # Now, not when the layout comes to it: what is not visible cannot take the focus.
        pages.show()
