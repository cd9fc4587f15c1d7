"""The bars of a page: toolbar, filter row, footer."""

from collections.abc import Sequence

from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from kyodo_desktop.ui.theme.theme import Theme
from kyodo_desktop.ui.widgets.flow import FlowBar
from kyodo_desktop.ui.widgets.frames import Ground
from kyodo_desktop.ui.widgets.labels import make_label

EDGE = 24
"""Space at the page's left and right edge."""


def make_toolbar(theme: Theme, widgets: Sequence[QWidget]) -> QWidget:
    """Return the toolbar: buttons 4 apart, 48 high (more where they need a second line)."""
    return _bar(theme, widgets, (32, 4), (EDGE, 8, EDGE, 8))


def make_filter_row(theme: Theme, box: QWidget, others: Sequence[QWidget]) -> QWidget:
    """Return the filter row: the box, 16 to the first chip, 8 between; 28 high with 8 below and 4 above."""
    holder = QWidget()
    layout = QHBoxLayout(holder)
    theme.space(layout, 0, (0, 0, 8, 0))
    layout.addWidget(box)
    return _bar(theme, (holder, *others), (28, 8), (EDGE, 2, EDGE, 10))


def _bar(
    theme: Theme,
    widgets: Sequence[QWidget],
    row: tuple[int, int],
    margins: tuple[int, int, int, int],
    *,
    ground: Ground = "window",
    row_gap: int = 8,
) -> FlowBar:
    height, spacing = row
    bar = FlowBar(theme.px(height), theme.px(row_gap))
    bar.setProperty("ground", ground)
    theme.space(bar.flow, spacing, margins)
    for widget in widgets:
        bar.flow.addWidget(widget)
    bar.setFixedHeight(theme.px(margins[1] + height + margins[3]))
    return bar


class CountFooter(QWidget):
    """The line below a list: a caption, names with bold counts, and a total at the right."""

    def __init__(self, theme: Theme, caption: str) -> None:
        super().__init__()
        self._theme, self._caption = theme, caption
        self._outer = QVBoxLayout(self)
        theme.space(self._outer, 0)
        self._bar: FlowBar | None = None
        self.show_counts((), "")

    def show_counts(self, counts: Sequence[tuple[str, int]], total: str) -> None:
        """Show the pairs of name and count, and the total's words."""
        if self._bar is not None:
            self._outer.removeWidget(self._bar)
            self._bar.hide()
            self._bar.deleteLater()
        pairs = [self._pair(name, count) for name, count in counts]
        caption = [make_label(self._caption, "muted")] if pairs else []
        widgets = [*caption, *pairs, make_label(total, "muted")]
        self._bar = _bar(self._theme, widgets, (24, 16), (EDGE, 8, EDGE, 8), ground="surface", row_gap=0)
        self._bar.flow.trailing = True
        self._outer.addWidget(self._bar)

    def words(self) -> str:
        """Return everything the line says."""
        labels = self._bar.findChildren(QLabel) if self._bar is not None else []
        return " ".join(label.text() for label in labels if label.text())

    def _pair(self, name: str, count: int) -> QWidget:
        pair = QWidget()
        layout = QHBoxLayout(pair)
        self._theme.space(layout, 6)
        layout.addWidget(make_label(name, "muted"))
        layout.addWidget(make_label(str(count), "head"))
        return pair
