"""Rows under a head that run down the pages: merged neighbours, a total under a double rule."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from kyodo_desktop.forms.blocks import Block
from kyodo_desktop.printing.blocks.sheet import Draw, Sheet
from kyodo_desktop.printing.page import HAIR, HEAD, Align, Page
from kyodo_desktop.printing.style import gothic, mincho
from kyodo_desktop.printing.tables import Cell, Row, draw_cell

_HEADING, _UNIT, _HEAD = gothic(10.5), mincho(9), gothic(9.5)
_HEADING_RISE = 5.0
_UNIT_PUSHED = 1.4
"""So that the ink of ） ends at the frame."""
_DOUBLE = 0.8
_LEAST_PART = 30.0
"""A row higher than a page is begun where at least this much is left."""
_HEAD_PITCH = 1.2


@dataclass(frozen=True, slots=True)
class HeadCell:
    """The words of a column's head; neighbours with the same `over` share it above them."""

    lines: tuple[str, ...]
    width: float
    over: str = ""


@dataclass(frozen=True, slots=True)
class GridRow:
    """A row, and the columns in which it goes on with the cell above it."""

    row: Row
    merged: frozenset[int] = frozenset()
    is_total: bool = False

    @property
    def height(self) -> float:
        """The height, with the room of a double rule above a total."""
        return self.row.height + (_DOUBLE if self.is_total else 0.0)


@dataclass(frozen=True, slots=True)
class Ruling:
    """A whole table: heading and unit above the frame, a head of `head_height` mm, rows."""

    rows: tuple[GridRow, ...]
    head: tuple[HeadCell, ...] = ()
    head_height: float = 0.0
    heading: str = ""
    unit: str = ""


@dataclass(frozen=True, slots=True)
class _Part:
    """What of a table stands on one page."""

    left: float
    top: float
    width: float
    ruling: Ruling
    rows: tuple[GridRow, ...]


def lay_ruling(sheet: Sheet, block: Block, ruling: Ruling) -> None:
    """Put a table on the paper, over as many pages as it needs, its head on each of them."""
    above = 2 * _HEADING_RISE - 1.0 if ruling.heading or ruling.unit else 0.0
    first = min(ruling.rows[0].height, _LEAST_PART) if ruling.rows else 0.0
    need = above + ruling.head_height + first
    top = sheet.begin(block, need, gap=6.0, lead=above) + above
    if above:
        _lay_heading(sheet, ruling, top - _HEADING_RISE)
    width = sum(cell.width for cell in ruling.rows[0].row.cells)
    part: list[GridRow] = []
    y = top + ruling.head_height
    for row in ruling.rows:
        for piece, turned in _pieces(sheet, row, y, ruling.head_height):
            if turned:
                if part:
                    sheet.draw(_drawn(_Part(sheet.left, top, width, ruling, tuple(part))))
                sheet.turn()
                part, top = [], sheet.y
                y = top + ruling.head_height
            part.append(piece)
            y += piece.height
    sheet.draw(_drawn(_Part(sheet.left, top, width, ruling, tuple(part))))
    sheet.y = y


def _lay_heading(sheet: Sheet, ruling: Ruling, y: float) -> None:
    def draw(page: Page) -> None:
        page.text(sheet.left, y, ruling.heading, _HEADING)
        page.text(sheet.right + _UNIT_PUSHED, y + 0.4, ruling.unit, _UNIT, Align.RIGHT)

    sheet.draw(draw)


def _pieces(sheet: Sheet, row: GridRow, y: float, head: float) -> list[tuple[GridRow, bool]]:
    """Return a row as it is, or cut into what pages can hold; True where a new page begins."""
    pieces: list[tuple[GridRow, bool]] = []
    room, turned = sheet.bottom - y, False
    whole = sheet.tallest - head
    while row.height > room + 1e-6:
        if row.row.height > whole and room > _LEAST_PART:
            here, rest = row.row.cut(room)
            pieces.append((GridRow(here, row.merged), turned))
            row = replace(row, row=rest)
        room, turned = whole, True
        if row.height <= whole + 1e-6 or whole <= _LEAST_PART:
            break
    pieces.append((row, turned))
    return pieces


def _drawn(part: _Part) -> Draw:
    return lambda page: _draw_part(page, part)


def _draw_part(page: Page, part: _Part) -> None:
    y = part.top
    if part.ruling.head_height:
        _draw_head(page, part, y)
        y += part.ruling.head_height
    for number, row in enumerate(part.rows):
        if number or part.ruling.head_height:
            _draw_rule(page, part, number, y)
        if row.is_total:
            y += _DOUBLE
            page.across(part.left, part.left + part.width, y, HAIR)
        _draw_cells(page, part, number, y)
        y += row.row.height
    page.frame(part.left, part.top, part.width, y - part.top)


def _draw_rule(page: Page, part: _Part, number: int, y: float) -> None:
    """Draw the rule above a row, but not through merged cells."""
    row = part.rows[number]
    if number == 0:
        page.across(part.left, part.left + part.width, y, HEAD)
        return
    x = start = part.left
    for column, cell in enumerate(row.row.cells):
        if column in row.merged:
            if x > start:
                page.across(start, x, y, HAIR)
            start = x + cell.width
        x += cell.width
    if x > start:
        page.across(start, x, y, HAIR)


def _draw_cells(page: Page, part: _Part, number: int, y: float) -> None:
    row, x = part.rows[number], part.left
    top = y - (_DOUBLE if row.is_total else 0.0)
    for column, cell in enumerate(row.row.cells):
        beside = {column - 1, column}
        # One stroke along merged cells: strokes end to end show a seam.
        if column and (number == 0 or not beside & row.merged):
            page.down(x, top, y + _height(part, number, beside))
        if number == 0 or column not in row.merged:
            draw_cell(page, x, y, _height(part, number, {column}), cell)
        x += cell.width


def _height(part: _Part, number: int, columns: set[int]) -> float:
    """Return how high a row is together with those below into which one of the columns is merged."""
    height = part.rows[number].row.height
    for below in part.rows[number + 1 :]:
        if not columns & below.merged:
            break
        height += below.row.height
    return height


def _draw_head(page: Page, part: _Part, top: float) -> None:
    x, height = part.left, part.ruling.head_height
    heads = part.ruling.head
    for number, head in enumerate(heads):
        before = heads[number - 1].over if number else ""
        half = height / 2 if head.over else 0.0
        if number:
            joined = bool(head.over) and before == head.over
            page.down(x, top + (half if joined else 0.0), top + height)
        if head.over and before != head.over:
            width = _over_width(heads, number)
            page.text(x + width / 2, top + half / 2, head.over, _HEAD, Align.CENTRE)
            page.across(x, x + width, top + half)
        draw_cell(page, x, top + half, height - half, _head_cell(head))
        x += head.width


def _over_width(heads: Sequence[HeadCell], start: int) -> float:
    width = 0.0
    for head in heads[start:]:
        if head.over != heads[start].over:
            break
        width += head.width
    return width


def _head_cell(head: HeadCell) -> Cell:
    """Return a head's cell: up to four letters are spread, more and several lines stand as they are."""
    style = _HEAD
    widest = max(head.lines, key=style.width, default="")
    style = style.shrunk_to(widest, head.width - 1.6, 6.5)
    if len(head.lines) > 1 or len(widest) > 4 or len(widest) < 2:
        return Cell(head.width, head.lines, style, Align.CENTRE, _HEAD_PITCH)
    want = 16.0 if len(widest) == 2 else 19.4
    spread = min(want, head.width - 5.6)
    return Cell(
        head.width, head.lines, style, Align.CENTRE, spread=spread if spread > style.width(widest) else 0.0
    )
