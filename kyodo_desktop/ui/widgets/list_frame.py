"""List left, detail right: the frame that the list pages share."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSplitter, QSplitterHandle, QStackedWidget, QVBoxLayout, QWidget

from kyodo_desktop.ui.theme.theme import Theme
from kyodo_desktop.ui.widgets.frames import make_frame, make_line
from kyodo_desktop.ui.window_settings import WindowSettings

_GRAB = 5


class _ThinHandle(QSplitterHandle):
    """A line of 1 px with a wider place to take hold of."""

    def __init__(self, theme: Theme, parent: QSplitter) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._theme = theme

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._theme.colour("surface"))
        painter.fillRect(0, 0, 1, self.height(), self._theme.colour("line"))


class _ThinSplitter(QSplitter):
    """A splitter with that handle."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(Qt.Orientation.Horizontal)
        self._theme = theme
        self.setHandleWidth(theme.px(_GRAB))
        self.setChildrenCollapsible(False)

    def createHandle(self) -> QSplitterHandle:
        return _ThinHandle(self._theme, self)


class ListFrame(QWidget):
    """Bars above; below them the list (with its footer) and the detail, each a stack of what stands there.

    `key` names where the detail's width is kept; `detail_width` is that of the design, in px at 100 %.
    """

    def __init__(self, theme: Theme, settings: WindowSettings, key: str, detail_width: int) -> None:
        super().__init__()
        self._theme, self._settings, self._key = theme, settings, key
        self.lists = QStackedWidget()
        self.details = QStackedWidget()
        self._bars = QVBoxLayout()
        theme.space(self._bars, 0)
        left = make_frame("surface")
        self._left = QVBoxLayout(left)
        theme.space(self._left, 0)
        self._left.addWidget(self.lists, 1)
        right = make_frame("surface")
        inside = QVBoxLayout(right)
        theme.space(inside, 0)
        inside.addWidget(self.details)
        right.setMinimumWidth(theme.px(240))
        self.splitter = _ThinSplitter(theme)
        self.splitter.addWidget(left)
        self.splitter.addWidget(right)
        self.splitter.setStretchFactor(0, 1)
        self.splitter.setStretchFactor(1, 0)
        kept = settings.mapping("details").get(key, detail_width)
        width = theme.px(int(kept) if isinstance(kept, int) else detail_width)
        self.splitter.setSizes([theme.px(1366) - width, width])
        outer = QVBoxLayout(self)
        theme.space(outer, 0)
        outer.addLayout(self._bars)
        outer.addWidget(make_line())
        outer.addWidget(self.splitter, 1)

    def add_bar(self, bar: QWidget) -> None:
        """Add a toolbar or filter row at the top."""
        self._bars.addWidget(bar)

    def add_footer(self, footer: QWidget) -> None:
        """Add the line below the list."""
        self._left.addWidget(make_line())
        self._left.addWidget(footer)

    def remember(self) -> None:
        """Keep the detail's width, as px at 100 %."""
        width = round(self.splitter.sizes()[1] * 100 / self._theme.percent)
        self._settings.set_mapping("details", {**self._settings.mapping("details"), self._key: width})
