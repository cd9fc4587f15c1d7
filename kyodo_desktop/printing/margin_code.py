"""An issued sheet's code in the lower right corner of the margin, on papers that leave no room within."""

from kyodo_desktop.base.i18n import _
from kyodo_desktop.printing.page import Align, Page
from kyodo_desktop.printing.qr import draw_qr
from kyodo_desktop.printing.style import mincho
from kyodo_desktop.records.sheet_codes import SheetCode

_FROM_RIGHT, _FROM_FOOT = 20.8, 22.0
"""From the page's edges to the code's left and top: clear of what ends at the margin of 20."""
_CODE = 16.0
"""The code with its quiet zone: at 200 dpi a module has four dots; 7 mm of paper lie around its dark part."""
_NUMBER, _PITCH = mincho(6), 2.6


def draw_margin_code(page: Page, code: SheetCode) -> None:
    """Draw the code of a page, and above it the sheet's number and the page's, in small type."""
    left, top = page.width - _FROM_RIGHT, page.height - _FROM_FOOT
    draw_qr(page, left, top, _CODE, str(code))
    lines = (str(code.number), _("{n}ページ").format(n=code.page))
    page.lines(left + _CODE / 2 + 0.4, top - 2.2, lines, _NUMBER, _PITCH, align=Align.CENTRE)
