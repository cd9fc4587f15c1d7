"""Tables of rows fields, grids of fixed rows, and labelled boxes, as rows of cells."""

from collections.abc import Sequence
from dataclasses import replace

from kyodo_desktop.forms.blocks import Box, Boxes, BoxRow, Column, Grid, Place, Table
from kyodo_desktop.japanese.yen import format_yen
from kyodo_desktop.printing.blocks.filling import Fill
from kyodo_desktop.printing.blocks.grids import GridRow, HeadCell, Ruling, lay_ruling
from kyodo_desktop.printing.blocks.sheet import Sheet
from kyodo_desktop.printing.flow import cell_lines, paragraph
from kyodo_desktop.printing.page import Align
from kyodo_desktop.printing.style import Style, gothic, mincho
from kyodo_desktop.printing.tables import Cell, Row, shrunk_cell
from kyodo_desktop.records.forms import FormFieldKind

_FLOOR = 7.5
_LEADING = 1.45
_STEP = 0.25
"""In points, from one size that is tried to the next."""
_AIR = 0.6
"""What a cell of several lines has above and below beside its padding."""
_AMOUNT_PAD = 2.0
_ALIGN = {Place.LEFT: Align.LEFT, Place.CENTRE: Align.CENTRE, Place.RIGHT: Align.RIGHT}
_LABEL = gothic(9.5)
_STORY = 20.0
"""A box or a row at least so high is for sentences, which begin at its top."""
_STORY_PAD = 2.0
_SENTENCES = 1.6
_TOTAL_SPREAD = 16.0


def lay_table(sheet: Sheet, fill: Fill, table: Table) -> None:
    """Put the rows of a rows field on the paper, or room to write them."""
    rows = fill.rows(table.rows)
    style = mincho(table.size)
    if rows:
        texts = [[row.pattern(column.pattern) for column in table.columns] for row in rows]
        built = [_row(line, table.columns, style, table.height) for line in texts]
    else:
        texts = _texts_to_write(fill, table)
        built = [_row(line, table.columns, style, table.empty_height) for line in texts]
    lines = _merge(texts, built, table.columns)
    if table.total:
        lines.append(GridRow(_total(fill, table, style), is_total=True))
    _lay(sheet, fill, table, lines)


def _texts_to_write(fill: Fill, table: Table) -> list[list[str]]:
    """Return the words of empty rows: the fixed ones, or none but boxes to tick."""
    no_row = fill.no_row(table.rows)
    if not table.fixed:
        shown = [no_row.pattern(column.pattern) for column in table.columns]
        return [shown] * table.empty
    width = len(table.columns)
    return [[*(fill.words(word) for word in words), *[""] * width][:width] for words in table.fixed]


def lay_grid(sheet: Sheet, fill: Fill, grid: Grid) -> None:
    """Put fixed rows of patterns on the paper."""
    style = mincho(grid.size)
    texts = [[fill.pattern(pattern) for pattern in row] for row in grid.rows]
    built = [_row(line, grid.columns, style, grid.height) for line in texts]
    _lay(sheet, fill, grid, _merge(texts, built, grid.columns))


def _lay(sheet: Sheet, fill: Fill, block: Table | Grid, rows: Sequence[GridRow]) -> None:
    head = tuple(
        HeadCell(tuple(fill.words(column.head).splitlines()), column.width, fill.words(column.over))
        for column in block.columns
    )
    ruling = Ruling(tuple(rows), head, block.head_height, fill.pattern(block.heading), fill.words(block.unit))
    lay_ruling(sheet, block, ruling)


def _row(texts: Sequence[str], columns: Sequence[Column], style: Style, height: float) -> Row:
    cells = tuple(_cell(text, column, style, height) for text, column in zip(texts, columns, strict=True))
    return Row(cells, max(height, *(cell.height + _AIR for cell in cells if len(cell.lines) > 1), 0.0))


def _cell(text: str, column: Column, style: Style, height: float = 0.0) -> Cell:
    style = replace(style, size=column.size) if column.size else style
    if column.spread and "\n" not in text and len(text) > 1 and style.width(text) < column.spread:
        return Cell(column.width, (text,), style, spread=column.spread)
    if (column.story or height >= _STORY) and column.place is Place.LEFT:
        return replace(_sentences(text, column.width, style), high=height >= _STORY)
    cell = _shrunk(text, column.width, style, height)
    if column.place is Place.RIGHT:
        # The room of an amount is narrower; one that needs more keeps the plain padding.
        widest = max(map(cell.style.width, cell.lines), default=0.0)
        pad = _AMOUNT_PAD if widest <= column.width - 2 * _AMOUNT_PAD else cell.pad
        return replace(cell, align=Align.RIGHT, pad=pad)
    return replace(cell, align=_ALIGN[column.place])


def _shrunk(text: str, width: float, style: Style, height: float) -> Cell:
    """Return a cell smaller where that keeps it whole; several lines are no smaller than their row wants.

    A row is no higher for it.
    """
    least = replace(shrunk_cell(text, width, style, _FLOOR), leading=_LEADING)
    size = style.size
    if len(least.lines) < 2 or least.height + _AIR >= height:
        return least
    while size > least.style.size:
        larger = replace(style, size=size)
        cell = replace(least, lines=cell_lines(text, width - 2 * least.pad, larger), style=larger)
        if len(cell.lines) == len(least.lines) and cell.height + _AIR <= height:
            return cell
        size -= _STEP
    return least


def _merge(texts: Sequence[Sequence[str]], rows: Sequence[Row], columns: Sequence[Column]) -> list[GridRow]:
    """Merge equal neighbours of grouped columns; the groups of a column end where those before it end."""
    lines: list[GridRow] = []
    for number, row in enumerate(rows):
        merged: set[int] = set()
        together = number > 0
        for place, column in enumerate(columns):
            if column.grouped:
                same = number > 0 and texts[number][place] == texts[number - 1][place] != ""
                together = together and same
                merged |= {place} if together else set()
        lines.append(GridRow(row, frozenset(merged)))
    return lines


def _total(fill: Fill, table: Table, style: Style) -> Row:
    """Return the last row: the sums of what is given, or room to write them."""
    cells = [Cell(table.columns[0].width, (fill.words(table.total),), style, spread=_TOTAL_SPREAD)]
    for column in table.columns[1:]:
        text = format_yen(_sum(fill, table, column)) if column.total and fill.given(table.rows) else ""
        cells.append(_cell(text, column, gothic(style.size)))
    return Row(tuple(cells), table.height)


def _sum(fill: Fill, table: Table, column: Column) -> int:
    rows = fill.rows(table.rows)
    names = [
        name
        for name in rows[0].names_in(column.pattern)
        if rows[0].fields[name].kind in {FormFieldKind.YEN, FormFieldKind.NUMBER}
    ]
    return sum(int(row.values.get(name) or 0) for row in rows for name in names)


def lay_boxes(sheet: Sheet, fill: Fill, boxes: Boxes) -> None:
    """Put labelled boxes on the paper; the labels above each other are spread alike."""
    style = mincho(boxes.size)
    rows = [GridRow(_box_row(sheet, fill, row, style, _spreads(fill, boxes))) for row in boxes.rows]
    lay_ruling(sheet, boxes, Ruling(tuple(rows), heading=fill.pattern(boxes.heading)))


def _spreads(fill: Fill, boxes: Boxes) -> dict[float, float]:
    """Return by the width of a label's cell how wide its labels are spread: as the longest that fits."""
    spreads: dict[float, float] = {}
    for row in boxes.rows:
        for box in row.boxes:
            natural = _LABEL.width(fill.words(box.label))
            if natural <= box.label_width - 3.2:
                spreads[box.label_width] = max(spreads.get(box.label_width, 0.0), natural)
    return spreads


def _box_row(sheet: Sheet, fill: Fill, row: BoxRow, style: Style, spreads: dict[float, float]) -> Row:
    labels = sum(box.label_width for box in row.boxes)
    shared = [box for box in row.boxes if not box.width]
    left = sheet.width - labels - sum(box.width for box in row.boxes)
    cells: list[Cell] = []
    for box in row.boxes:
        if box.label_width:
            cells.append(_label_cell(fill.words(box.label), box, spreads))
        width = box.width or left / max(len(shared), 1)
        cells.append(_value_cell(fill, box, width, row.height, style))
    return Row(tuple(cells), row.height)


def _label_cell(label: str, box: Box, spreads: dict[float, float]) -> Cell:
    spread = spreads.get(box.label_width, 0.0)
    if "\n" not in label and _LABEL.width(label) <= spread:
        return Cell(box.label_width, (label,), _LABEL, spread=spread, again=True)
    lines = cell_lines(label, box.label_width - 2.0, _LABEL)
    return Cell(box.label_width, lines, _LABEL, Align.CENTRE, 1.25, again=True)


def _value_cell(fill: Fill, box: Box, width: float, height: float, style: Style) -> Cell:
    text = fill.pattern(box.pattern)
    if height >= _STORY:
        return _sentences(text, width, style)
    return _shrunk(text, width, style, height)


def _sentences(text: str, width: float, style: Style) -> Cell:
    """Return a cell whose lines are filled as in a letter, not broken where a short cell's words are."""
    lines = tuple(line.text for line in paragraph(text, style, 0.0, width - 2 * _STORY_PAD, 0.0))
    return Cell(width, lines, style, leading=_SENTENCES, pad=_STORY_PAD, high=True)
