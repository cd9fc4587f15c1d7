"""The bars above a page: toolbar and filter row."""

from collections.abc import Sequence

from PySide6.QtWidgets import QHBoxLayout, QWidget

from kyodo_desktop.ui.theme.theme import Theme
from kyodo_desktop.ui.widgets.flow import FlowBar

EDGE = 24
"""Space at the page's left and right edge."""
_ROW_GAP = 8


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
) -> FlowBar:
    height, spacing = row
    bar = FlowBar(theme.px(height), theme.px(_ROW_GAP))
    bar.setProperty("ground", "window")
    theme.space(bar.flow, spacing, margins)
    for widget in widgets:
        bar.flow.addWidget(widget)
    bar.setFixedHeight(theme.px(margins[1] + height + margins[3]))
    return bar
