"""Page numbers to be laid over pages that others made."""

from collections.abc import Sequence
from io import BytesIO

from kyodo_desktop.base.i18n import _
from kyodo_desktop.printing.fonts import new_canvas
from kyodo_desktop.printing.page import Align, Page
from kyodo_desktop.printing.style import MM, gothic

_WORDS = gothic(8)
_FROM_RIGHT, _FROM_TOP = 12.0, 7.0
_PAD = 0.6


def print_page_stamps(sizes: Sequence[tuple[float, float]]) -> bytes:
    """Return a PDF with an empty page of each size (mm) that says at its upper right which of all it is.

    The words have white under them, so that they can be read on a photograph.
    """
    buffer = BytesIO()
    canvas = new_canvas(buffer, title="", subject="", pagesize=(1, 1))
    for number, (width, height) in enumerate(sizes, 1):
        canvas.setPageSize((width * MM, height * MM))
        page = Page(canvas, width, height)
        words = _("一件書類　{number} / {all}").format(number=number, all=len(sizes))
        wide, high = _WORDS.width(words), 1.3 * _WORDS.em
        right = width - _FROM_RIGHT
        page.fill(right - wide - _PAD, _FROM_TOP - high / 2, wide + 2 * _PAD, high, shade=1.0)
        page.text(right, _FROM_TOP, words, _WORDS, Align.RIGHT)
        canvas.showPage()
    canvas.save()
    return buffer.getvalue()
