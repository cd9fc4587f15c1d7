"""List left, detail right: the frame that the list pages share."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSplitter, QSplitterHandle, QStackedWidget, QVBoxLayout, QWidget

from kyodo_desktop.ui.theme.theme import Theme
from kyodo_desktop.ui.widgets.frames import make_frame, make_line
from kyodo_desktop.ui.window_settings import WindowSettings

_GRAB = 5
_MOST_OF_DETAIL = 0.42


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
    """Widgets side by side, a line of 1 px between them to drag."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(Qt.Orientation.Horizontal)
        self._theme = theme
        self.setHandleWidth(theme.px(_GRAB))
        self.setChildrenCollapsible(False)

    def createHandle(self) -> QSplitterHandle:
        """Return the thin handle."""
        return _ThinHandle(self._theme, self)


def make_splitter(theme: Theme) -> QSplitter:
    """Return an empty splitter of panes beside each other, a line of 1 px between them."""
    return _ThinSplitter(theme)


class ListFrame(QWidget):
    """Bars above; below them the list (with its footer) and the detail, each a stack of what stands there.

    `key` names where the detail's width is kept; `detail_width` is that of the design, in px at 100 %.
    """

    def __init__(self, theme: Theme, settings: WindowSettings, key: str, detail_width: int) -> None:
        super().__init__()
        self._theme, self._settings, self._key = theme, settings, key
        kept = settings.mapping("details").get(key)
        self._detail_width = kept if isinstance(kept, int) else detail_width
        self._most_of_detail = _MOST_OF_DETAIL
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
        self.splitter = make_splitter(theme)
        self.splitter.addWidget(left)
        self.splitter.addWidget(right)
        self.splitter.splitterMoved.connect(lambda _pos, _index: self._on_dragged())
        self.splitter.setStretchFactor(0, 1)
        self.splitter.setStretchFactor(1, 0)
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

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the detail the width it is to have, and the list at least the rest of a narrow window."""
        super().resizeEvent(event)
        if self.width() > self._theme.px(400):
            most = round(self.width() * self._most_of_detail)
            width = min(self._theme.px(self._detail_width), most)
            self.splitter.setSizes([self.width() - width, width])

    def remember(self) -> None:
        """Keep the width that the detail is to have where there is room, as px at 100 %."""
        self._settings.set_mapping(
            "details", {**self._settings.mapping("details"), self._key: self._detail_width}
        )

    def _on_dragged(self) -> None:
        """Take the width that a person gave, also when it is more than we would have given."""
        width = self.splitter.sizes()[1]
        self._detail_width = round(width * 100 / self._theme.percent)
        self._most_of_detail = max(_MOST_OF_DETAIL, width / max(self.width(), 1))
