"""The chart of 傾向: an item a row, a year a column; of the boxes in a cell, those in question are full.

A box is a sheet. Which boxes are full is seen by their shape, and the numbers stand beside them.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QPoint, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QHelpEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from kyodo_desktop.base.i18n import _
from kyodo_desktop.japanese.fiscal_year import format_fiscal_year
from kyodo_desktop.records.trends import ASPECT_LABELS, Aspect, ItemTrend, Share, line_words, version_words
from kyodo_desktop.ui.pages.check_sheets.trends.wording import papers_words, short_share
from kyodo_desktop.ui.theme.theme import TextSize, Theme

_HEAD, _GROUP, _ROW = 48, 26, 30
_EDGE, _GAP, _NUMBER = 24, 8, 44
_TEXT, _BOXES, _FIGURES, _AFTER = 200, 64, 40, 8
_CELL = _BOXES + _GAP + _FIGURES + _AFTER
_BOX, _LEAST_BOX, _HIGH = 10, 4, 12
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
TOKEN_OF: dict[Aspect, str] = {
    Aspect.BEFORE: "due",
    Aspect.AFTER: "due",
    Aspect.DRIFT: "ink",
    Aspect.TALKED: "done",
    Aspect.EVALUATION: "due",
}


@dataclass(frozen=True, slots=True)
class _Row:
    """A line of the chart (without one: the head of a group), and where it stands from the top."""

    top: int
    height: int
    group: str
    at: int = -1


class TrendChart(QWidget):
    """Shows one thing that was counted; the arrow keys go from item to item, each read out in words.

    `current_changed` tells which item is in hand. The head with the years stays at the top of what is seen.
    """

    current_changed = Signal(int)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._lines: tuple[ItemTrend, ...] = ()
        self._years: tuple[int, ...] = ()
        self._papers: Mapping[int, int] = {}
        self._aspect = Aspect.BEFORE
        self._rows: tuple[_Row, ...] = ()
        self._most = 1
        self.current = -1
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setProperty("ground", "surface")

    def show_lines(
        self, lines: Sequence[ItemTrend], years: Sequence[int], papers: Mapping[int, int], aspect: Aspect
    ) -> None:
        """Show what was counted; the item in hand stays where it is there again."""
        kept = self._lines[self.current].item if self.current >= 0 else None
        self._lines, self._years, self._papers, self._aspect = tuple(lines), tuple(years), papers, aspect
        shares = [line.share(year, aspect).of for line in lines for year in years]
        self._most = max([1, *shares])
        self._rows = tuple(self._lay_out())
        items = [line.item for line in self._lines]
        self.current = items.index(kept) if kept in items else min(0, len(items) - 1)
        self.setMinimumSize(self.sizeHint())
        self.updateGeometry()
        self._say()
        self.update()

    def spoken(self) -> str:
        """Return the whole chart in words."""
        return "\n".join(line_words(line, self._years, self._aspect) for line in self._lines)

    def line(self) -> ItemTrend | None:
        """Return the item in hand."""
        return self._lines[self.current] if self.current >= 0 else None

    def row_rect(self, at: int) -> QRect:
        """Return where an item's row is."""
        row = next(row for row in self._rows if row.at == at)
        return QRect(0, row.top, self.width(), row.height)

    def head_height(self) -> int:
        """Return how much the head with the years takes."""
        return self._theme.px(_HEAD)

    def choose(self, at: int) -> None:
        """Take an item in hand."""
        at = min(max(at, 0), len(self._lines) - 1)
        if at != self.current and at >= 0:
            self.current = at
            self._say()
            self.update()
            self.current_changed.emit(at)

    def sizeHint(self) -> QSize:
        """Return the room of all rows, and of words and cells side by side."""
        px = self._theme.px
        height = self._rows[-1].top + self._rows[-1].height if self._rows else px(_HEAD)
        return QSize(px(_EDGE + _NUMBER + _TEXT + _GAP) + px(_CELL) * len(self._years) + px(_GAP), height)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go from item to item."""
        steps = {
            Qt.Key.Key_Up: self.current - 1,
            Qt.Key.Key_Down: self.current + 1,
            Qt.Key.Key_Home: 0,
            Qt.Key.Key_End: len(self._lines) - 1,
        }
        to = steps.get(Qt.Key(event.key()))
        if to is None:
            super().keyPressEvent(event)
        else:
            self.choose(to)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take the item under the mouse in hand."""
        at = self._at(event.position().toPoint())
        if at >= 0:
            self.choose(at)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Draw the bar of the item in hand in its colour for focus."""
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Draw the bar of the item in hand in its colour without focus."""
        super().focusOutEvent(event)
        self.update()

    def event(self, event: QEvent) -> bool:
        """Show an item's whole text and its counts in words under the mouse."""
        if event.type() is QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            at = self._at(event.pos())
            words = line_words(self._lines[at], self._years, self._aspect) if at >= 0 else ""
            QToolTip.showText(event.globalPos(), words, self)
            return True
        return super().event(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the rows that are seen, and the head over them."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(event.rect(), self._theme.colour("surface"))
        for row in self._rows:
            box = QRect(0, row.top, self.width(), row.height)
            if not box.intersects(event.rect()):
                continue
            if row.at < 0:
                self._paint_group(painter, box, row.group)
            else:
                self._paint_line(painter, box, row.at)
        self._paint_head(painter, self._seen().top())

    # Inside

    def _lay_out(self) -> list[_Row]:
        px, top, group = self._theme.px, self._theme.px(_HEAD), ""
        rows: list[_Row] = []
        for at, line in enumerate(self._lines):
            if line.item.group != group:
                group = line.item.group
                rows.append(_Row(top, px(_GROUP), group))
                top += px(_GROUP)
            rows.append(_Row(top, px(_ROW), group, at))
            top += px(_ROW)
        return rows

    def _at(self, point: QPoint) -> int:
        if point.y() < self._seen().top() + self.head_height():
            return -1
        found = (row.at for row in self._rows if row.top <= point.y() < row.top + row.height)
        return next(found, -1)

    def _say(self) -> None:
        name = _("{what}の図").format(what=_(ASPECT_LABELS[self._aspect]))
        line = self._lines[self.current] if self.current >= 0 else None
        words = line_words(line, self._years, self._aspect) if line is not None else ""
        self.setAccessibleName(f"{name} {words}".rstrip())
        self.setAccessibleDescription(self.spoken())

    def _seen(self) -> QRect:
        """Return what of the chart is scrolled into sight."""
        return self.visibleRegion().boundingRect()

    def _cells_left(self) -> int:
        return self.width() - self._theme.px(_CELL) * len(self._years) - self._theme.px(_GAP)

    def _paint_head(self, painter: QPainter, top: int) -> None:
        px, width = self._theme.px, self._theme.px(_CELL)
        head = QRect(0, top, self.width(), px(_HEAD))
        painter.fillRect(head, self._theme.colour("surface"))
        painter.fillRect(QRect(0, head.bottom(), self.width(), 1), self._theme.colour("line"))
        for place, year in enumerate(self._years):
            cell = QRect(self._cells_left() + place * width, top + px(2), width - px(_GAP), px(22))
            painter.setFont(self._theme.font())
            painter.setPen(self._theme.colour("ink"))
            painter.drawText(cell, _LEFT, format_fiscal_year(year))
            painter.setFont(self._theme.font(TextSize.CAPTION))
            painter.setPen(self._theme.colour("muted"))
            below = papers_words(self._papers.get(year, 0), self._aspect)
            painter.drawText(cell.translated(0, px(22)), _LEFT, below)
        words = QRect(self._seen().left(), top, self._cells_left() - px(_GAP), px(_HEAD) - 1)
        painter.fillRect(words, self._theme.colour("surface"))
        painter.setFont(self._theme.font())
        painter.setPen(self._theme.colour("muted"))
        painter.drawText(words.adjusted(px(_EDGE), px(22), 0, 0), _LEFT, _("項目"))

    def _paint_group(self, painter: QPainter, box: QRect, group: str) -> None:
        painter.fillRect(box, self._theme.colour("window"))
        painter.fillRect(QRect(0, box.bottom(), box.width(), 1), self._theme.colour("line"))
        painter.setFont(self._theme.font(bold=True))
        painter.setPen(self._theme.colour("ink"))
        left = self._seen().left() + self._theme.px(_EDGE)
        painter.drawText(box.adjusted(left, 0, 0, 0), _LEFT, group)

    def _paint_line(self, painter: QPainter, box: QRect, at: int) -> None:
        px, colour = self._theme.px, self._theme.colour
        line, left = self._lines[at], self._cells_left()
        ground = colour("soft" if at == self.current else "surface")
        painter.fillRect(box, ground)
        painter.setFont(self._theme.font())
        for place, year in enumerate(self._years):
            cell = QRect(left + place * px(_CELL), box.top(), px(_CELL), box.height())
            self._paint_share(painter, cell, line.share(year, self._aspect))
        # The words stay at the left of what is seen, over the cells of years that went past it.
        words = QRect(self._seen().left(), box.top(), left - px(_GAP), box.height())
        painter.fillRect(words, ground)
        self._paint_words(painter, words, line)
        painter.fillRect(QRect(0, box.bottom(), box.width(), 1), colour("hairline"))
        if at == self.current:
            bar = QRect(words.left(), box.top(), px(3), box.height())
            painter.fillRect(bar, colour("accent" if self.hasFocus() else "control"))

    def _paint_words(self, painter: QPainter, box: QRect, line: ItemTrend) -> None:
        px, colour = self._theme.px, self._theme.colour
        has_numbers = any(one.item.number for one in self._lines)
        inside = box.adjusted(px(_EDGE), 0, -px(_GAP), 0)
        painter.setPen(colour("muted"))
        painter.drawText(inside, _LEFT, line.item.number)
        inside.setLeft(inside.left() + (px(_NUMBER) if has_numbers else 0))
        only = version_words(line.item)
        text = _("（{version}）{text}").format(version=only, text=line.item.text) if only else line.item.text
        painter.setPen(colour("ink"))
        shown = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, inside.width())
        painter.drawText(inside, _LEFT, shown)

    def _paint_share(self, painter: QPainter, cell: QRect, share: Share) -> None:
        px = self._theme.px
        high = px(_HIGH)
        room = QRectF(cell.left(), cell.center().y() - high / 2 + 0.5, px(_BOXES), high)
        paint_boxes(painter, self._theme, room, share, self._most, TOKEN_OF[self._aspect])
        figures = QRect(cell.left() + px(_BOXES + _GAP), cell.top(), px(_FIGURES), cell.height())
        painter.setPen(self._theme.colour("ink" if share.found else "muted"))
        painter.drawText(figures, _LEFT, short_share(share))


def paint_boxes(painter: QPainter, theme: Theme, room: QRectF, share: Share, most: int, token: str) -> None:
    """Draw a box a paper, the found ones full; where there are too many for boxes, one bar filled so far."""
    unit = min(float(theme.px(_BOX)), room.width() / most)
    if not share.of:
        return
    painter.setPen(Qt.PenStyle.NoPen)
    line = QPen(theme.colour("muted"), 1)
    if unit < theme.px(_LEAST_BOX):
        whole = QRectF(room.left() + 0.5, room.top() + 0.5, unit * share.of - 1, room.height() - 1)
        full = QRectF(whole)
        full.setWidth(whole.width() * share.found / share.of)
        painter.fillRect(full, theme.colour(token))
        painter.setPen(line)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(whole)
        return
    for at in range(share.of):
        box = QRectF(room.left() + at * unit + 0.5, room.top() + 0.5, unit - 2, room.height() - 1)
        if at < share.found:
            painter.fillRect(box.adjusted(-0.5, -0.5, 0.5, 0.5), theme.colour(token))
        else:
            painter.setPen(line)
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(box)


class BoxSign(QWidget):
    """One box of the chart, full or empty, beside what it says."""

    def __init__(self, theme: Theme, token: str, *, full: bool) -> None:
        super().__init__()
        self._theme, self._token, self._share = theme, token, Share(int(full), 1)
        self.setFixedSize(theme.px(_BOX), theme.px(_HIGH))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the box."""
        paint_boxes(QPainter(self), self._theme, self.rect().toRectF(), self._share, 1, self._token)
