"""Japanese text as lines: body text by 禁則, pushed out and justified; cells by the breaks that read best.

No letter is lost: the lines joined are the text again, but for the spaces at the end of a line. `measure`
gives the width of any text; between two letters it may count a gap that is always the same (tracking).
"""

import re
from collections.abc import Callable
from dataclasses import dataclass

from kyodo_desktop.printing.cell_breaks import Break, breaks
from kyodo_desktop.printing.clusters import clusters
from kyodo_desktop.printing.line_classes import Join, Kind, Letter, joins, letter

Measure = Callable[[str], float]

_NEWLINE = re.compile(r"\r\n|\r|\n")
_SLACK = 0.1
"""Points a line may be over: widths of columns are given in tenths of a millimetre."""
_WIDEST_STRETCH = 0.5
"""A line that would have to be pulled apart by more than half its widest letter stays ragged."""
_LONGEST_CELL = 2000
"""A longer text is not a cell's any more: it is broken like body text."""
_SHORT_LAST_LINE, _SHORT_LAST_COST = 3, 5


@dataclass(frozen=True, slots=True)
class Line:
    """A line, its natural width, and the points to add between two letters to fill the measure."""

    text: str
    width: float
    stretch: float = 0.0


@dataclass(frozen=True, slots=True)
class _Run:
    """The letters of one paragraph with their widths."""

    clusters: list[str]
    letters: list[Letter]
    widths: list[float]
    joins: list[Join]
    gap: float

    def trimmed(self, start: int, end: int) -> int:
        """Return where a line from `start` to `end` ends without its last spaces."""
        while end > start and self.letters[end - 1].kind is Kind.SPACE:
            end -= 1
        return end


def _runs(text: str, measure: Measure) -> list[_Run]:
    paragraphs = _NEWLINE.split(text)
    if len(paragraphs) > 1 and not paragraphs[-1]:
        paragraphs.pop()
    gap = measure("国国") - 2 * measure("国")
    widths = {one: measure(one) for one in set(clusters(text))}
    runs = []
    for paragraph in paragraphs:
        parts = clusters(paragraph)
        letters = [letter(one) for one in parts]
        runs.append(_Run(parts, letters, [widths[one] for one in parts], joins(letters), gap))
    return runs


def break_lines(text: str, width: float, measure: Measure, *, first_indent: float = 0.0) -> list[Line]:
    """Return the lines of body text; a line break in it ends a paragraph, whose last line is not justified.

    The first line of each paragraph is shorter by `first_indent`. An empty paragraph is an empty line.
    """
    return [
        line for run in _runs(text, measure) for line in _break_paragraph(run, width, width - first_indent)
    ]


def _break_paragraph(run: _Run, width: float, room: float) -> list[Line]:
    lines = []
    start, count = 0, len(run.clusters)
    while (end := _fill(run, start, room)) < count:
        lines.append(_line(run, start, end, room))
        start, room = end, width
    lines.append(_line(run, start, count, None))
    return lines


def _fill(run: _Run, start: int, room: float) -> int:
    """Return where the line that begins at `start` has to end."""
    used = -run.gap
    last = [start] * len(Join)
    for here in range(start, len(run.clusters)):
        if here > start:
            last[run.joins[here]] = here
        step = _step(run, here)
        used += step
        if used > room + _SLACK and run.letters[here].kind is not Kind.SPACE:
            free, seam, in_word, _firm = last
            # Rather a word in two than a line that starts with 、 and rather that than none at all.
            return next((end for end in (free, seam, in_word, here) if end > start), start + 1)
    return len(run.clusters)


def _step(run: _Run, here: int) -> float:
    """Return what a letter adds to its line; what is not printed adds no gap either."""
    return run.widths[here] + run.gap if run.widths[here] else 0.0


def _line(run: _Run, start: int, end: int, room: float | None) -> Line:
    end = run.trimmed(start, end)
    printed = [width for width in run.widths[start:end] if width]
    gaps = max(len(printed) - 1, 0)
    natural = sum(printed) + run.gap * gaps
    stretch = 0.0
    if room is not None and gaps and 0 < (room - natural) / gaps <= _WIDEST_STRETCH * max(printed):
        stretch = (room - natural) / gaps
    return Line("".join(run.clusters[start:end]), natural, stretch)


def break_cell(text: str, width: float, measure: Measure) -> list[str]:
    """Return the lines of a table cell: as few as can be, then the best breaks, then the upper lines full.

    Words, numbers and katakana stay whole unless longer than a line.
    """
    if len(text) > _LONGEST_CELL:
        return [line.text for line in break_lines(text, width, measure)]
    lines = []
    for run in _runs(text, measure):
        start = 0
        for end in _best_ends(run, width):
            lines.append("".join(run.clusters[start : run.trimmed(start, end)]))
            start = end
    return lines


def _best_ends(run: _Run, width: float) -> list[int]:
    """Return where the lines of a cell end, found from the last line backwards."""
    count = len(run.clusters)
    between = breaks(run.letters, run.joins)
    last = Break(0, 0, 0)
    best: list[tuple[Break, int]] = [(last, -count)] * (count + 1)
    for start in range(count - 1, -1, -1):
        best[start] = min(
            (_plus(best[end][0], last if end == count else between[end], _is_short(run, start, end)), -end)
            for end in _ends(run, start, width)
        )
    ends = [-best[0][1]]
    while ends[-1] < count:
        ends.append(-best[ends[-1]][1])
    return ends


def _ends(run: _Run, start: int, width: float) -> range:
    """Return all ends that a line from `start` can have; where nothing fits, one letter."""
    used = -run.gap
    for here in range(start, len(run.clusters)):
        used += _step(run, here)
        if used > width + _SLACK and run.letters[here].kind is not Kind.SPACE and here > start:
            return range(start + 1, here + 1)
    return range(start + 1, len(run.clusters) + 1)


def _is_short(run: _Run, start: int, end: int) -> bool:
    """Tell whether this would be a last line that is too short to stand alone."""
    return start > 0 and end == len(run.clusters) and run.trimmed(start, end) - start < _SHORT_LAST_LINE


def _plus(rest: Break, one: Break, short: bool) -> Break:
    cost = rest.cost + one.cost + (_SHORT_LAST_COST if short else 0)
    return Break(rest.harm + one.harm, rest.lines + 1, cost)
