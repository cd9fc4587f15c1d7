"""Lines that run down the pages: front matter, notes, and whatever is too long for its place."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from kyodo_desktop.printing.lines import break_cell, break_lines
from kyodo_desktop.printing.page import Align, Page
from kyodo_desktop.printing.style import MM, Style


@dataclass(frozen=True, slots=True)
class FlowLine:
    """A line `height` mm high. A `sticky` line never stands alone at a page's foot (a heading).

    A `mark` stands before it on the same height, at `mark_x` (a number, a label).
    """

    text: str
    style: Style
    x: float
    height: float
    align: Align = Align.LEFT
    sticky: bool = False
    mark: str = ""
    mark_x: float = 0.0


@dataclass(frozen=True, slots=True)
class Placed:
    """A line with the y of its optical centre."""

    y: float
    line: FlowLine


def space(height: float, style: Style) -> FlowLine:
    """Return a gap."""
    return FlowLine("", style, 0.0, height)


def paragraph(
    text: str,
    style: Style,
    x: float,
    width: float,
    pitch: float,
    *,
    first_indent: float = 0.0,
    hanging: float = 0.0,
) -> list[FlowLine]:
    """Return the lines of a body text, justified but for each last one; typed line breaks are kept.

    `first_indent` pushes the first line of each part in, `hanging` all lines but the first (mm).
    """
    flow: list[FlowLine] = []
    for part_number, part in enumerate(text.splitlines() or [""]):
        first = hanging if hanging and part_number else first_indent
        indent = (first - hanging) * MM
        lines = break_lines(part, (width - hanging) * MM, style.points, first_indent=indent)
        for number, line in enumerate(lines):
            left = x + (first if number == 0 else hanging)
            tracking = style.tracking + line.stretch
            flow.append(FlowLine(line.text, replace(style, tracking=tracking), left, pitch))
    return flow


def cell_lines(text: str, width: float, style: Style) -> tuple[str, ...]:
    """Return the lines of a cell `width` mm wide; a line break that was typed is kept."""
    lines: list[str] = []
    for part in text.splitlines():
        lines += break_cell(part, width * MM, style.points) if part.strip() else [""]
    return tuple(lines)


def place(
    lines: Sequence[FlowLine], y: float, bottom: float, next_top: float
) -> tuple[list[list[Placed]], float]:
    """Place lines from `y` down, on further pages from `next_top`; return them a page and the y reached."""
    pages: list[list[Placed]] = [[]]
    for number, line in enumerate(lines):
        need = line.height
        if line.sticky and number + 1 < len(lines):
            need += lines[number + 1].height
        if y + need > bottom and (pages[-1] or y > next_top):
            if not line.text:
                continue
            pages.append([])
            y = next_top
        if line.text:
            pages[-1].append(Placed(y + line.height / 2, line))
        y += line.height
    return pages, y


def draw(page: Page, placed: Sequence[Placed]) -> None:
    """Draw placed lines."""
    for one in placed:
        draw_line(page, one.y, one.line)


def draw_line(page: Page, y: float, line: FlowLine) -> None:
    """Draw a line, and the mark before it, with their optical centre at `y`."""
    if line.mark:
        page.text(line.mark_x, y, line.mark, replace(line.style, tracking=0.0))
    page.text(line.x, y, line.text, line.style, line.align)
