"""Tabs without boxes: the chosen one in accent with a line below."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QTabBar, QWidget

from kyodo_desktop.ui.theme.theme import Theme


class NavTabs(QTabBar):
    """A row of words; arrow keys move along it, and the focus is marked by 2 px of accent."""

    def __init__(self, theme: Theme, titles: Sequence[str], name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setAccessibleName(name)
        self.setDrawBase(False)
        self.setExpanding(False)
        self.setUsesScrollButtons(False)
        self.setElideMode(Qt.TextElideMode.ElideNone)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        for title in titles:
            self.addTab(title)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the tabs, and the mark of the keyboard focus around the current one."""
        super().paintEvent(event)
        if not self.hasFocus() or self.currentIndex() < 0:
            return
        px = self._theme.px
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self._theme.colour("accent"), 2))
        gap = px(16)
        box = self.tabRect(self.currentIndex()).adjusted(1, px(5), -gap - 1, -px(5))
        painter.drawRoundedRect(box, px(4), px(4))
