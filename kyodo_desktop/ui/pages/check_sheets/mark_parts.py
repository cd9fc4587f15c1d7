"""The parts of a stage's table: a pair of boxes, its head, what is said where the sides differ."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from kyodo_desktop.base.i18n import _
from kyodo_desktop.records.check_sheets import MOMENT_LABELS, SIDE_LABELS, Moment, Side
from kyodo_desktop.ui.theme.theme import Theme
from kyodo_desktop.ui.theme.tokens import Tone
from kyodo_desktop.ui.widgets.frames import make_line
from kyodo_desktop.ui.widgets.labels import make_label
from kyodo_desktop.ui.widgets.mark_box import HEIGHT, MarkBox
from kyodo_desktop.ui.widgets.marks import paint_capsule
from kyodo_desktop.ui.widgets.tags import SignMark

PAIR_PADDING, BETWEEN = 4, 4
"""Around a pair's boxes, and between them."""


class Pair(QWidget):
    """The boxes of 団体 and 市 side by side; a capsule behind them where they differ."""

    def __init__(
        self, theme: Theme, item: str, moment: Moment, make: Callable[[Moment, Side], MarkBox]
    ) -> None:
        super().__init__()
        self._theme, self.item, self.moment = theme, item, moment
        self._apart = False
        row = QHBoxLayout(self)
        theme.space(row, BETWEEN, (PAIR_PADDING, PAIR_PADDING, PAIR_PADDING, PAIR_PADDING))
        for side in Side:
            row.addWidget(make(moment, side))
        self.setMinimumHeight(theme.px(HEIGHT + 2 * PAIR_PADDING))

    def set_apart(self, apart: bool) -> None:
        """Show or hide the capsule."""
        if apart != self._apart:
            self._apart = apart
            self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the capsule around both boxes."""
        if self._apart:
            painter = QPainter(self)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            height = self._theme.px(HEIGHT + 2 * PAIR_PADDING)
            top = (self.height() - height) / 2
            paint_capsule(painter, self._theme, self.rect().toRectF().adjusted(0, top, 0, -top))


class PairHead(QWidget):
    """事業前 over 団体 and 市."""

    def __init__(self, theme: Theme, moment: Moment) -> None:
        super().__init__()
        self._theme = theme
        column = QVBoxLayout(self)
        theme.space(column, 0)
        column.addStretch(1)
        above = make_label(_(MOMENT_LABELS[moment]))
        above.setAlignment(Qt.AlignmentFlag.AlignCenter)
        above.setMinimumHeight(theme.px(26))
        column.addWidget(above)
        column.addWidget(make_line())
        row = QHBoxLayout()
        theme.space(row, BETWEEN, (PAIR_PADDING, 0, PAIR_PADDING, 0))
        self._sides: dict[Side, QLabel] = {}
        for side in Side:
            label = make_label(_(SIDE_LABELS[side]), "muted")
            label.setAlignment(Qt.AlignmentFlag.AlignCenter)
            label.setMinimumHeight(theme.px(26))
            self._sides[side] = label
            row.addWidget(label)
        column.addLayout(row)

    def show_sides(self, sides: Sequence[Side]) -> None:
        """Name only the sides that are shown."""
        for side, label in self._sides.items():
            label.setVisible(side in sides)

    def show_width(self, width: int) -> None:
        """Be as wide as the boxes below."""
        for label in self._sides.values():
            label.setFixedWidth(self._theme.px(width))


class Difference(QWidget):
    """▲ and when the sides differ; keeps its place while they do not."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        row = QHBoxLayout(self)
        theme.space(row, 6)
        self._sign = SignMark(theme, Tone.DUE)
        self._words = make_label("", "due")
        row.addWidget(self._sign)
        row.addWidget(self._words, 1)
        self._keeps_room = False

    def show_words(self, words: str) -> None:
        """Say when, or nothing."""
        self._words.setText(words)
        self._sign.setVisible(bool(words))
        self.setVisible(bool(words) or self._keeps_room)

    def keep_room(self, keeps: bool) -> None:
        """Stay there while nothing is to be said."""
        self._keeps_room = keeps
        self.setVisible(bool(self._words.text()) or keeps)
