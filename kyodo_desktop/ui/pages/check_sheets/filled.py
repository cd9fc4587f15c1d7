"""How much of a sheet is filled in: four small gauges, one for each side and moment."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from kyodo_desktop.base.i18n import _
from kyodo_desktop.records.check_sheets import Marks, Moment, Side
from kyodo_desktop.ui.pages.check_sheets.wording import short_place
from kyodo_desktop.ui.theme.theme import TextSize, Theme
from kyodo_desktop.ui.widgets.marks import SIZE, paint_gauge

COLUMNS: tuple[tuple[Moment, Side], ...] = tuple((moment, side) for moment in Moment for side in Side)
"""団体前・市前・団体後・市後."""


def filled_in(marks: Marks, moment: Moment, side: Side) -> int:
    """Return how many boxes of a column carry a mark."""
    return sum(1 for box in marks if box[1:] == (moment, side))


def filled_words(filled: int, boxes: int) -> str:
    """Return 7／12."""
    return _("{n}／{all}").format(n=filled, all=boxes)


def make_filled(theme: Theme, marks: Marks, boxes: int) -> list[QWidget]:
    """Return the four gauges with their words; each column has so many boxes."""
    return [
        FilledMark(theme, short_place(moment, side), filled_in(marks, moment, side), boxes)
        for moment, side in COLUMNS
    ]


class FilledMark(QWidget):
    """団体前 □ 7／12."""

    def __init__(self, theme: Theme, place: str, filled: int, boxes: int) -> None:
        super().__init__()
        self._theme, self._place, self._filled, self._boxes = theme, place, filled, boxes
        self.setFont(theme.font(TextSize.CAPTION))
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        words = filled_words(filled, boxes)
        self.setAccessibleName(_("{place} 記入 {filled}").format(place=place, filled=words))
        self.setToolTip(self.accessibleName())

    def sizeHint(self) -> QSize:
        """Return the room of words and gauge."""
        px, metrics = self._theme.px, self.fontMetrics()
        words = self._place + filled_words(self._boxes, self._boxes)
        return QSize(metrics.horizontalAdvance(words) + px(SIZE + 12), px(24))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw place, gauge and number."""
        t, px, metrics = self._theme.tokens, self._theme.px, self.fontMetrics()
        painter = QPainter(self)
        painter.setPen(self._theme.colour("muted"))
        middle = Qt.AlignmentFlag.AlignVCenter
        painter.drawText(self.rect(), middle, self._place)
        left = metrics.horizontalAdvance(self._place) + px(6)
        gauge = QRectF(left, (self.height() - px(SIZE)) / 2, px(SIZE), px(SIZE))
        paint_gauge(painter, gauge, self._filled, self._boxes, t.muted)
        painter.setPen(self._theme.colour("ink"))
        rest = self.rect().adjusted(left + px(SIZE + 6), 0, 0, 0)
        painter.drawText(rest, middle, filled_words(self._filled, self._boxes))


def gauge_painter(
    filled: Callable[[Any], int], boxes: Callable[[Any], int]
) -> Callable[[QPainter, QRect, object, Theme], None]:
    """Return what draws a column's cell: the gauge and the number."""

    def paint(painter: QPainter, rect: QRect, record: object, theme: Theme) -> None:
        number, side = filled(record), theme.px(SIZE)
        top = rect.center().y() - side / 2 + 0.5
        paint_gauge(painter, QRectF(rect.left(), top, side, side), number, boxes(record), theme.tokens.muted)
        painter.setPen(theme.colour("ink" if number else "muted"))
        words = rect.adjusted(side + theme.px(6), 0, 0, 0)
        painter.drawText(words, Qt.AlignmentFlag.AlignVCenter, str(number))

    return paint
