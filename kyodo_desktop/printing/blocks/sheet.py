"""The pages of a paper while blocks are put on them: what is drawn where, and how far down it reaches."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace

from kyodo_desktop.base.i18n import _
from kyodo_desktop.forms.blocks import Block, Paper
from kyodo_desktop.printing.flow import FlowLine, cell_lines, draw_line
from kyodo_desktop.printing.overflow import Fitted, fit
from kyodo_desktop.printing.page import Page
from kyodo_desktop.printing.style import Style

Draw = Callable[[Page], None]

NEXT_TOP = 31.0
"""Where the text begins on a page that is not the first, under its running title."""
FLOOR = 8.0
"""The smallest size a single line shrinks to."""
_SIZES = (1.0, 0.95, 0.9, 0.85, 0.8)
"""Parts of the full size that are tried before the floor."""
_CLOSE = 1.2
"""From line to line, in ems, where two share a line to write on."""


@dataclass(slots=True)
class Sheet:
    """Pages being filled from the top; `y` is how far down the present one is used, in mm.

    `foots` is where the text has to end on the first page and on the others; `beside` is where something
    narrow has to end that stands to the left of a code (0: there is none at the foot).
    """

    paper: Paper
    foots: tuple[float, float]
    issued: bool = False
    beside: float = 0.0
    pages: list[list[Draw]] = field(default_factory=lambda: [[]])
    annex: list[tuple[str, str]] = field(default_factory=list)
    y: float = 20.0

    @property
    def left(self) -> float:
        """The text area's left edge."""
        return self.paper.area[0]

    @property
    def right(self) -> float:
        """The text area's right edge."""
        return self.paper.area[1]

    @property
    def width(self) -> float:
        """The text area's width."""
        return self.right - self.left

    @property
    def is_first(self) -> bool:
        """Whether this is the first page."""
        return len(self.pages) == 1

    @property
    def bottom(self) -> float:
        """Where the text has to end on this page."""
        return self.foots[0] if self.is_first else self.foots[1]

    @property
    def is_fresh(self) -> bool:
        """Whether nothing stands on this page yet."""
        return not self.pages[-1]

    @property
    def tallest(self) -> float:
        """How much a page of its own holds."""
        return self.foots[1] - NEXT_TOP

    def turn(self) -> None:
        """Go on on a new page."""
        self.pages.append([])
        self.y = NEXT_TOP

    def begin(self, block: Block, need: float, *, gap: float, lead: float = 0.0) -> float:
        """Go to where a block stands, on a page with `need` mm for its beginning; return its top.

        `lead` is how far the block's `at` lies below its top.
        """
        at = block.at - lead if block.at is not None else None
        return self.stop(at, need, gap if block.gap is None else block.gap)

    def stop(self, at: float | None, need: float, gap: float) -> float:
        """Go `gap` mm down, on the first page at least to `at`."""
        y = self.y if self.is_fresh else self.y + gap
        if at is not None and self.is_first:
            y = max(y, at)
        if y + need > self.bottom + 1e-6 and not (self.is_fresh and not self.is_first):
            self.turn()
            y = self.y
        self.y = y
        return y

    def take(self, height: float, keep: float = 0.0) -> float:
        """Use `height` mm, on the next page if they and `keep` more are not free; return the top."""
        if self.y + height + keep > self.bottom + 1e-6 and not (self.is_fresh and not self.is_first):
            self.turn()
        top = self.y
        self.y += height
        return top

    def draw(self, action: Draw) -> None:
        """Draw this when the page is made."""
        self.pages[-1].append(action)

    def flow(self, lines: Sequence[FlowLine]) -> None:
        """Put lines below, over as many pages as they need."""
        for number, line in enumerate(lines):
            follows = lines[number + 1].height if line.sticky and number + 1 < len(lines) else 0.0
            top = self.take(line.height, follows)
            if line.text or line.mark:
                self.draw(_line_at(top + line.height / 2, line))

    def fit_apart(self, label: str, text: str, style: Style, width: float, most_lines: int) -> Fitted:
        """Fit a text on lines to write on: rather on the next of them than smaller.

        A single one takes two small lines of text.
        """
        if most_lines == 1:
            return self.fit(label, text, style, width, 2)
        for size in _SIZES:
            smaller = replace(style, size=style.size * size)
            if smaller.size >= FLOOR and smaller.width(text) <= most_lines * width:
                lines = cell_lines(text, width, smaller)
                if len(lines) <= most_lines:
                    return Fitted(lines, smaller)
        return self.fit(label, text, style, width, most_lines)

    def fit(self, label: str, text: str, style: Style, width: float, most_lines: int) -> Fitted:
        """Fit a text into its place; what is too long goes on the annex, and that is said in its place."""
        fitted = fit(text, style, width, FLOOR, most_lines)
        if fitted.whole:
            return fitted
        self.annex.append((label, text))
        return Fitted((_("別紙のとおり"),), style, whole=False)


def draw_apart(page: Page, x: float, y: float, fitted: Fitted, most_lines: int, pitch: float) -> None:
    """Draw a text on lines to write on that are `pitch` mm apart, small lines together on a single one."""
    if most_lines == 1:
        page.lines(x, y, fitted.lines, fitted.style, _CLOSE * fitted.style.em)
        return
    for number, line in enumerate(fitted.lines):
        page.text(x, y + number * pitch, line, fitted.style)


def _line_at(y: float, line: FlowLine) -> Draw:
    return lambda page: draw_line(page, y, line)
