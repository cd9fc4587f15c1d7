"""Text on paper: its width, its drawing, and what the shipped fonts cannot print.

All measures in points; a text stands on its baseline, at its left end. Nothing here reads markup: what was
typed is what is printed.
"""

from itertools import groupby
from typing import IO

from reportlab.pdfgen.canvas import Canvas

from kyodo_desktop.base.i18n import _
from kyodo_desktop.printing.clusters import clusters
from kyodo_desktop.printing.glyphs import Face, Glyph, glyph, is_missing, load

__all__ = ["Face", "draw_text", "missing_characters", "new_canvas", "text_width"]

_WIDEST_SILENT_GAP = 0.09
"""From a gap of about a tenth of the size, readers of PDFs put a space between two letters."""
_LAST_SPEAKABLE = "\uffff"
"""PDFium loses what is above in a spoken text; letters with spaces between them are better than none."""


def _glyphs(text: str, face: Face) -> list[Glyph]:
    found = (glyph(cluster, face) for cluster in clusters(text))
    return [one for one in found if one is not None]


def text_width(text: str, face: Face, size: float, tracking: float = 0.0) -> float:
    """Return the width of `text`; `tracking` is added between letters, not after the last."""
    glyphs = _glyphs(text, face)
    gaps = max(len(glyphs) - 1, 0)
    return size * sum(one.width for one in glyphs) + tracking * gaps


def missing_characters(text: str, face: Face = Face.MINCHO) -> tuple[str, ...]:
    """Return the letters and sequences of `text` that do not print as they were typed, each once.

    A sequence that no font has prints as its base, anything else as 〓; control characters do not print.
    """
    return tuple(one for one in dict.fromkeys(clusters(text)) if is_missing(one, face))


def draw_text(
    canvas: Canvas,
    x: float,
    y: float,
    text: str,
    face: Face,
    size: float,
    *,
    tracking: float = 0.0,
    spoken: str | None = None,
) -> None:
    """Draw one line of text. `spoken` is what readers of the PDF take for it, if not the text itself."""
    glyphs = _glyphs(text, face)
    if not glyphs:
        return
    if spoken is None and _falls_apart(text, tracking / size) and max(text) <= _LAST_SPEAKABLE:
        spoken = text
    if spoken is not None:
        canvas.addLiteral(f"/Span <</ActualText <{_utf16(spoken)}>>> BDC")
    drawing = canvas.beginText(x, y)
    if tracking:
        drawing.setCharSpace(tracking)
    for font, run in groupby(glyphs, key=lambda one: one.font):
        drawing.setFont(font, size)
        drawing.textOut("".join(one.code for one in run))
    if tracking:
        # It would stay on for the texts that follow.
        drawing.setCharSpace(0)
    canvas.drawText(drawing)
    if spoken is not None:
        canvas.addLiteral("EMC")


def _falls_apart(text: str, gap: float) -> bool:
    """Tell whether readers of the PDF would take one line for several words or columns."""
    return gap > _WIDEST_SILENT_GAP or "\u3000" in text


def _utf16(text: str) -> str:
    """Return a PDF text string in hexadecimal digits; nothing in it can end the string."""
    return ("\ufeff" + text).encode("utf-16-be", errors="replace").hex().upper()


def new_canvas(
    file: str | IO[bytes],
    *,
    title: str,
    subject: str,
    pagesize: tuple[float, float],
    author: str = "",
    keywords: str = "",
    lang: str = "ja-JP",
) -> Canvas:
    """Return a canvas whose bytes depend on nothing but what is drawn: no clock, no random names.

    `pagesize` is width and height in points.
    """
    program = _("協働デスク")
    load(Face.MINCHO.value)
    canvas = Canvas(
        file,
        pagesize=pagesize,
        pageCompression=1,
        invariant=1,
        # The library's own first font, Helvetica, would stand in every file without being embedded.
        initialFontName=Face.MINCHO.value,  # type: ignore[arg-type]  # the stubs take it for a number
        lang=lang,
    )
    canvas.setTitle(_plain(title))
    canvas.setSubject(_plain(subject))
    canvas.setAuthor(_plain(author or program))
    canvas.setKeywords(_plain(keywords))
    canvas.setCreator(program)
    canvas.setProducer(program)
    return canvas


def _plain(text: str) -> str:
    """Return text that any PDF string can hold: no halves of surrogate pairs."""
    return text.encode("utf-16-be", errors="replace").decode("utf-16-be")
