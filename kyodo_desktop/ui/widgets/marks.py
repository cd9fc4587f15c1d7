"""The marks of the check sheet ● ◐ ○ －: painted shapes, never a font's glyphs; each has its words."""

from collections.abc import Collection, Mapping

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from kyodo_desktop.base.i18n import _
from kyodo_desktop.records.check_sheets import (
    MARK_LABELS,
    MOMENT_LABELS,
    SIDE_LABELS,
    MarkValue,
    Moment,
    Side,
)
from kyodo_desktop.ui.theme.theme import Theme

SIZE = 13
_STROKE = 1.6 / SIZE
_HALF_CIRCLE = 180 * 16


def mark_word(value: MarkValue | None) -> str:
    """Return a mark in words."""
    return _("未記入") if value is None else _(MARK_LABELS[value])


def place_word(moment: Moment, side: Side) -> str:
    """Return 事業前 団体."""
    return f"{_(MOMENT_LABELS[moment])} {_(SIDE_LABELS[side])}"


def paint_mark(painter: QPainter, rect: QRectF, value: MarkValue | None, colour: str) -> None:
    """Draw a mark into `rect` (a square): a disc, a half disc in its ring, a ring, or a dash."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    width = rect.width() * _STROKE
    pen = QPen(QColor(colour), width)
    ring = rect.adjusted(width / 2, width / 2, -width / 2, -width / 2)
    if value is None:
        pen.setCapStyle(Qt.PenCapStyle.FlatCap)
        painter.setPen(pen)
        reach, middle = rect.width() * 0.36, rect.center()
        painter.drawLine(
            QPointF(middle.x() - reach, middle.y()),
            QPointF(middle.x() + reach, middle.y()),
        )
        painter.restore()
        return
    painter.setPen(pen)
    painter.setBrush(QColor(colour) if value is MarkValue.DONE else Qt.BrushStyle.NoBrush)
    painter.drawEllipse(ring)
    if value is MarkValue.TALK:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(colour))
        painter.drawPie(ring, _HALF_CIRCLE // 2, _HALF_CIRCLE)
    painter.restore()


class MarkSign(QWidget):
    """One mark by itself, beside its word."""

    def __init__(self, theme: Theme, value: MarkValue | None, colour: str = "muted") -> None:
        super().__init__()
        self._theme, self._value, self._colour = theme, value, colour
        self.setFixedSize(theme.px(SIZE), theme.px(SIZE))
        self.setAccessibleName(mark_word(value))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the mark."""
        rect = self.rect().toRectF()
        paint_mark(QPainter(self), rect, self._value, getattr(self._theme.tokens, self._colour))


class PairMarks(QWidget):
    """The marks of 団体 and 市 side by side; where they differ both turn `due`, on one capsule."""

    def __init__(self, theme: Theme, moment: Moment, column: int, height: int) -> None:
        super().__init__()
        self._theme, self._moment, self._column = theme, moment, column
        self._values: tuple[MarkValue | None, ...] = (None,) * len(Side)
        self._apart = False
        self._covered = (False,) * len(Side)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setFixedHeight(theme.px(height))

    def show_marks(
        self, values: Mapping[Side, MarkValue], *, apart: bool, covered: Collection[Side] = ()
    ) -> None:
        """Show what both sides marked; `apart` where they differ, nothing of a side that is `covered`."""
        self._values, self._apart = tuple(values.get(side) for side in Side), apart
        self._covered = tuple(side in covered for side in Side)
        said = _("、").join(
            f"{place_word(self._moment, side)}: "
            f"{_('見えません') if side in covered else mark_word(values.get(side))}"
            for side in Side
        )
        self.setAccessibleName(said + (_(" ちがい") if apart else ""))
        self.setToolTip(self.accessibleName())
        self.update()

    def sizeHint(self) -> QSize:
        """Return the room of two columns."""
        return QSize(self._theme.px(self._column) * len(Side), self.height())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the capsule and the marks."""
        t, px = self._theme.tokens, self._theme.px
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self._apart:
            paint_capsule(painter, self._theme, self.rect().toRectF().adjusted(0, px(2), 0, -px(2)))
        side, column = px(SIZE), self.width() / len(Side)
        for at, value in enumerate(self._values):
            if self._covered[at]:
                continue
            left = column * at + (column - side) / 2
            box = QRectF(left, (self.height() - side) / 2, side, side)
            paint_mark(painter, box, value, t.due if self._apart else t.muted)


def paint_capsule(painter: QPainter, theme: Theme, rect: QRectF) -> None:
    """Draw the ground behind a pair that differs."""
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.colour("due_ground"))
    painter.drawRoundedRect(rect, theme.px(6), theme.px(6))


def paint_gauge(painter: QPainter, rect: QRectF, filled: int, most: int, colour: str) -> None:
    """Draw how much is filled in, as a small box that fills from below: no mark, and no score."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    width = rect.width() * _STROKE
    frame = rect.adjusted(width / 2, width / 2, -width / 2, -width / 2)
    painter.setPen(QPen(QColor(colour), width))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(frame, width, width)
    if filled:
        inset = 0.0 if filled == most else width * 0.9
        inside = frame.adjusted(inset, inset, -inset, -inset)
        inside.setTop(inside.bottom() - inside.height() * filled / most)
        painter.fillRect(inside, QColor(colour))
    painter.restore()
