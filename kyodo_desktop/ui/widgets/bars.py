"""The bars of a page: toolbar, filter row, footer."""

from collections.abc import Sequence

from PySide6.QtWidgets import QHBoxLayout, QWidget

from kyodo_desktop.ui.theme.theme import Theme
from kyodo_desktop.ui.widgets.frames import make_frame
from kyodo_desktop.ui.widgets.labels import make_label

EDGE = 24
"""Space at the page's left and right edge."""


def make_toolbar(theme: Theme, widgets: Sequence[QWidget]) -> QWidget:
    """Return the toolbar: buttons 4 apart, 48 high."""
    return _bar(theme, widgets, 48, 4, (EDGE, 0, EDGE, 0))


def make_filter_row(theme: Theme, box: QWidget, others: Sequence[QWidget]) -> QWidget:
    """Return the filter row: the box, 16 to the first chip, 8 between; 28 high with 8 below and 4 above."""
    bar = _bar(theme, (box, *others), 40, 8, (EDGE, 2, EDGE, 10))
    layout = bar.layout()
    if isinstance(layout, QHBoxLayout):
        layout.insertSpacing(1, theme.px(8))
    return bar


def _bar(
    theme: Theme, widgets: Sequence[QWidget], height: int, spacing: int, margins: tuple[int, int, int, int]
) -> QWidget:
    bar = make_frame("window")
    bar.setFixedHeight(theme.px(height))
    layout = QHBoxLayout(bar)
    theme.space(layout, spacing, margins)
    for widget in widgets:
        layout.addWidget(widget)
    layout.addStretch(1)
    return bar


class CountFooter(QWidget):
    """The line below a list: a caption, names with bold counts, and a total at the right."""

    def __init__(self, theme: Theme, caption: str) -> None:
        super().__init__()
        self._theme = theme
        self.setFixedHeight(theme.px(40))
        outer = QHBoxLayout(self)
        theme.space(outer, 16, (EDGE, 0, EDGE, 0))
        outer.addWidget(make_label(caption, "muted"))
        self._pairs = QHBoxLayout()
        theme.space(self._pairs, 16)
        outer.addLayout(self._pairs)
        outer.addStretch(1)
        self._total = make_label("", "muted")
        outer.addWidget(self._total)

    def show_counts(self, counts: Sequence[tuple[str, int]], total: str) -> None:
        """Show the pairs of name and count, and the total's words."""
        while (item := self._pairs.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.deleteLater()
        for name, count in counts:
            self._pairs.addWidget(self._pair(name, count))
        self._total.setText(total)

    def _pair(self, name: str, count: int) -> QWidget:
        pair = QWidget()
        layout = QHBoxLayout(pair)
        self._theme.space(layout, 6)
        layout.addWidget(make_label(name, "muted"))
        layout.addWidget(make_label(str(count), "head"))
        return pair
