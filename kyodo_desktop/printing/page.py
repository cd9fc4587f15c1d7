"""A paper being drawn, in millimetres from the top left of the page; `y` of a text is its optical centre."""

from collections.abc import Sequence
from enum import Enum

from reportlab.pdfgen.canvas import Canvas

from kyodo_desktop.printing.fonts import draw_text
from kyodo_desktop.printing.style import MM, Style, mincho

HAIR, WRITING, HEAD, OUTER = 0.3, 0.4, 0.55, 0.9
"""Weights of rules in points: inside tables, to write on, under a head row, around a table."""

LEFT, RIGHT, TOP, BOTTOM = 25.0, 190.0, 20.0, 277.0
"""The text area of an A4 page that is bound at the left."""
MIDDLE = (LEFT + RIGHT) / 2
TICKED, _BOX = "☑", "□"
_TICK = ((-0.3, -0.02), (-0.08, 0.24), (0.4, -0.42))
"""Its corners, right of and below the box's centre, in ems."""
_TICK_WEIGHT = 0.1
A4 = (210.0, 297.0)
A4_LANDSCAPE = (297.0, 210.0)
A5_LANDSCAPE = (210.0, 148.0)


class Align(Enum):
    """Where a text stands to its x: begins, is centred, ends there."""

    LEFT = 0.0
    CENTRE = 0.5
    RIGHT = 1.0


class Page:
    """Draws on the present page of a canvas of `width` × `height` mm."""

    def __init__(self, canvas: Canvas, width: float, height: float) -> None:
        self.canvas, self.width, self.height = canvas, width, height

    def text(
        self,
        x: float,
        y: float,
        text: str,
        style: Style,
        align: Align = Align.LEFT,
        *,
        spoken: str | None = None,
    ) -> None:
        """Draw one line of text; `spoken` is what a reader takes out of the PDF instead of it."""
        left = x - align.value * style.width(text) if align is not Align.LEFT else x
        if TICKED in text:
            self._ticked(left, y, text, style)
        else:
            self._draw(left, y, text, style, spoken)

    def _ticked(self, x: float, y: float, text: str, style: Style) -> None:
        """Draw a line with ticks over boxes: no shipped font has a box with a tick in it."""
        for place, piece in enumerate(text.split(TICKED)):
            if place:
                self._draw(x, y, _BOX, style, TICKED)
                self._tick(x + style.em / 2, y, style.em)
                x += style.width(_BOX) + style.tracking / MM
            self._draw(x, y, piece, style, None)
            x += style.width(piece) + (style.tracking / MM if piece else 0.0)

    def _tick(self, x: float, y: float, em: float) -> None:
        """Draw a tick over a box centred at (x, y): a shape, so that nobody reads it as a second letter."""
        path = self.canvas.beginPath()
        for number, (right, down) in enumerate(_TICK):
            to = path.lineTo if number else path.moveTo
            to((x + right * em) * MM, (self.height - y - down * em) * MM)
        self.canvas.setLineWidth(_TICK_WEIGHT * em * MM)
        self.canvas.drawPath(path)

    def _draw(self, left: float, y: float, text: str, style: Style, spoken: str | None) -> None:
        draw_text(
            self.canvas,
            left * MM,
            (self.height - y - style.centre) * MM,
            text,
            style.face,
            style.size,
            tracking=style.tracking,
            spoken=spoken,
        )

    def lines(
        self,
        x: float,
        y: float,
        lines: Sequence[str],
        style: Style,
        pitch: float,
        *,
        align: Align = Align.LEFT,
    ) -> None:
        """Draw lines `pitch` mm apart whose middle is at `y`."""
        first = y - pitch * (len(lines) - 1) / 2
        for number, line in enumerate(lines):
            self.text(x, first + number * pitch, line, style, align)

    def spread(self, x: float, width: float, y: float, text: str, style: Style) -> None:
        """Draw a label spread over `width` mm (均等割付); one letter is centred."""
        natural = style.width(text)
        if len(text) < 2 or natural >= width:
            self.text(x + width / 2, y, text, style, Align.CENTRE)
            return
        gap = (width - natural) / (len(text) - 1)
        self.text(x, y, text, Style(style.face, style.size, style.tracking + gap * MM), spoken=text)

    def across(self, x: float, to_x: float, y: float, weight: float = HAIR) -> None:
        """Draw a level rule."""
        self._line(x, y, to_x, y, weight)

    def down(self, x: float, y: float, to_y: float, weight: float = HAIR) -> None:
        """Draw an upright rule."""
        self._line(x, y, x, to_y, weight)

    def _line(self, x: float, y: float, to_x: float, to_y: float, weight: float) -> None:
        self.canvas.setLineWidth(weight)
        self.canvas.line(x * MM, (self.height - y) * MM, to_x * MM, (self.height - to_y) * MM)

    def frame(
        self,
        x: float,
        top: float,
        width: float,
        height: float,
        *,
        weight: float = OUTER,
        radius: float = 0.0,
    ) -> None:
        """Draw a rectangle; its path lies at the measures given, half the stroke outside."""
        self.canvas.setLineWidth(weight)
        left, bottom = x * MM, (self.height - top - height) * MM
        if radius:
            self.canvas.roundRect(left, bottom, width * MM, height * MM, radius * MM)
        else:
            self.canvas.rect(left, bottom, width * MM, height * MM)

    def fill(self, x: float, top: float, width: float, height: float, shade: float = 0.0) -> None:
        """Fill a rectangle: black at a `shade` of 0, white at 1."""
        self.canvas.setFillGray(shade)
        self.canvas.rect(x * MM, (self.height - top - height) * MM, width * MM, height * MM, stroke=0, fill=1)
        self.canvas.setFillGray(0.0)

    def page_number(self, page: int, pages: int) -> None:
        """Write `1 / 7` at the foot."""
        self.text(MIDDLE, 285.5, f"{page} / {pages}", mincho(9), Align.CENTRE)
