"""Tables that run down the pages: rows stay whole, heading and head row stand on every page."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from kyodo_desktop.base.i18n import _
from kyodo_desktop.printing.flow import cell_lines
from kyodo_desktop.printing.page import HEAD, Align, Page
from kyodo_desktop.printing.style import Style, gothic, mincho

_PAD_SIDE, _PAD_TOP = 1.6, 1.6
_HEADING, _HEADING_HEIGHT = gothic(10.5), 7.0
_READING = mincho(7)
_READING_PITCH = 1.25 * _READING.em
_GAP = 4.0
_KEPT_WHOLE = 45.0
"""The rows of a lower table stay on one page."""
_LEAST_PART = 30.0
"""A row higher than a page is begun where at least this much is left."""


@dataclass(frozen=True, slots=True)
class Cell:
    """Lines in a column `width` mm wide, with a reading above them.

    `spread` is the width of a label, `again` repeats it if its row is cut, `high` text begins at the top.
    """

    width: float
    lines: tuple[str, ...]
    style: Style
    align: Align = Align.LEFT
    leading: float = 1.35
    spread: float = 0.0
    again: bool = False
    reading: tuple[str, ...] = ()
    pad: float = _PAD_SIDE
    high: bool = False

    @property
    def reading_height(self) -> float:
        """How much of the height the reading takes."""
        return len(self.reading) * _READING_PITCH

    @property
    def pitch(self) -> float:
        """From line to line, in mm."""
        return self.leading * self.style.em

    @property
    def height(self) -> float:
        """The least height in mm."""
        lines = (max(len(self.lines), 1) - 1) * self.pitch + self.style.em
        return lines + self.reading_height + 2 * _PAD_TOP

    def cut(self, height: float) -> tuple["Cell", "Cell"]:
        """Return what fits in `height` mm, and the rest."""
        if self.again:
            return self, self
        reading = self.reading[: int((height - 2 * _PAD_TOP) / _READING_PITCH)]
        room = height - 2 * _PAD_TOP - len(reading) * _READING_PITCH - self.style.em
        most = int(room / self.pitch + 1e-6) + 1 if room >= 0 else 0
        return (
            replace(self, lines=self.lines[:most], reading=reading),
            replace(self, lines=self.lines[most:], reading=self.reading[len(reading) :]),
        )


@dataclass(frozen=True, slots=True)
class Row:
    """Cells side by side, at least `least` mm high."""

    cells: tuple[Cell, ...]
    least: float = 8.0

    @property
    def height(self) -> float:
        """The height in mm."""
        return max(self.least, *(cell.height for cell in self.cells))

    def cut(self, height: float) -> tuple["Row", "Row"]:
        """Cut a row that no page can hold."""
        parts = [cell.cut(height) for cell in self.cells]
        return Row(tuple(part[0] for part in parts), 0.0), Row(tuple(part[1] for part in parts), 0.0)


@dataclass(frozen=True, slots=True)
class Table:
    """Rows under a heading (if any) and a head row (if any)."""

    heading: str
    rows: tuple[Row, ...]
    head: Row | None = None


@dataclass(slots=True)
class Part:
    """What of a table stands on one page; `top` is the heading's."""

    top: float
    table: Table
    rows: list[Row] = field(default_factory=list)
    is_first: bool = True

    @property
    def table_top(self) -> float:
        """Where the frame begins."""
        return self.top + (_HEADING_HEIGHT if self.table.heading else 0.0)

    @property
    def bottom(self) -> float:
        """Where the frame ends."""
        head = self.table.head.height if self.table.head is not None else 0.0
        return self.table_top + head + sum(row.height for row in self.rows)


class Pager:
    """Shares tables out to pages, from `top` on the first and from `next_top` on the others."""

    def __init__(self, top: float, next_top: float, bottom: float) -> None:
        self.pages: list[list[Part]] = [[]]
        self._next_top, self._bottom, self._y = next_top, bottom, top

    def add(self, table: Table) -> None:
        """Put a table under what is there."""
        part = Part(self._y, table)
        rows = sum(row.height for row in table.rows)
        need = rows if rows <= _KEPT_WHOLE else min(table.rows[0].height, _LEAST_PART)
        if part.bottom + need > self._bottom and self.pages[-1]:
            self.pages.append([])
            part.top = self._next_top
        self.pages[-1].append(part)
        for row in table.rows:
            part = self._put(part, row)
        self._y = part.bottom + _GAP

    def _put(self, part: Part, row: Row) -> Part:
        while part.bottom + row.height > self._bottom + 1e-6:
            room = self._bottom - part.bottom
            next_part = Part(self._next_top, part.table, is_first=part.is_first and not part.rows)
            if row.height > self._bottom - next_part.bottom and room > _LEAST_PART:
                here, row = row.cut(room)
                part.rows.append(here)
                next_part.is_first = False
            elif not part.rows:
                self.pages[-1].remove(part)
            self.pages.append([next_part])
            part = next_part
        part.rows.append(row)
        return part


def text_cell(text: str, width: float, style: Style, *, leading: float = 1.35) -> Cell:
    """Return a cell with a text in as many lines as it needs."""
    return Cell(width, cell_lines(text, width - 2 * _PAD_SIDE, style), style, leading=leading)


def shrunk_cell(text: str, width: float, style: Style, floor: float, *, reading: str = "") -> Cell:
    """Return a cell each of whose lines is smaller if that keeps it whole, and else becomes several."""
    room = width - 2 * _PAD_SIDE
    widest = max(text.splitlines(), key=style.width, default="")
    shrunk = style.shrunk_to(widest, room, floor)
    lines, above = cell_lines(text, room, shrunk), cell_lines(reading, room, _READING)
    return Cell(width, lines, shrunk, reading=above)


def label_cell(text: str, width: float, style: Style, spread: float) -> Cell:
    """Return the cell of a label, spread over so many mm."""
    return Cell(width, (text,), style, spread=spread, again=True)


def head_row(heads: Sequence[tuple[str, float]], style: Style, height: float = 8.0) -> Row:
    """Return a head row of words and widths."""
    return Row(tuple(Cell(width, (words,), style, Align.CENTRE) for words, width in heads), height)


def draw_parts(page: Page, parts: Sequence[Part], left: float) -> None:
    """Draw what of the tables stands on a page."""
    for part in parts:
        if part.table.heading:
            words = part.table.heading if part.is_first else _("{heading}（続き）")
            heading = words.format(heading=part.table.heading)
            page.text(left, part.top + _HEADING_HEIGHT / 2 - 0.6, heading, _HEADING)
        _draw_table(page, part, left)


def _draw_table(page: Page, part: Part, left: float) -> None:
    y = part.table_top
    rows = [*([part.table.head] if part.table.head is not None else []), *part.rows]
    width = sum(cell.width for cell in rows[0].cells)
    for number, row in enumerate(rows):
        if number:
            is_under_head = number == 1 and part.table.head is not None
            page.across(left, left + width, y, *((HEAD,) if is_under_head else ()))
        _draw_row(page, left, y, row)
        y += row.height
    page.frame(left, part.table_top, width, y - part.table_top)


def _draw_row(page: Page, left: float, top: float, row: Row) -> None:
    x = left
    for number, cell in enumerate(row.cells):
        if number:
            page.down(x, top, top + row.height)
        draw_cell(page, x, top, row.height, cell)
        x += cell.width


def draw_cell(page: Page, x: float, top: float, height: float, cell: Cell) -> None:
    """Draw what stands in a cell that is `height` mm high."""
    middle = top + (min(cell.height, height) if cell.high else height) / 2
    if cell.spread and len(cell.lines) == 1:
        page.spread(x + (cell.width - cell.spread) / 2, cell.spread, middle, cell.lines[0], cell.style)
    else:
        _draw_lines(page, x, middle, cell)


def _draw_lines(page: Page, x: float, middle: float, cell: Cell) -> None:
    at = {Align.LEFT: cell.pad, Align.CENTRE: cell.width / 2, Align.RIGHT: cell.width - cell.pad}
    left, down = x + at[cell.align], cell.reading_height / 2
    page.lines(left, middle + down, cell.lines, cell.style, cell.pitch, align=cell.align)
    lines = (max(len(cell.lines), 1) - 1) * cell.pitch + cell.style.em
    page.lines(left, middle - lines / 2 - 0.2, cell.reading, _READING, _READING_PITCH, align=cell.align)
