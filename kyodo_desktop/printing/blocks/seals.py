"""Places of seals: ㊞ at a line's end, four corner marks where the city's own seal goes, 捨印 and 割印."""

from kyodo_desktop.base.i18n import _
from kyodo_desktop.printing.page import Align, Page
from kyodo_desktop.printing.style import gothic, mincho
from kyodo_desktop.records.templates import SEAL_LABELS, Seal

_ARM = 3.0
_TALLY_TOP, _TALLY_SIZE = 10.5, 13.0


def seal_words(seal: Seal) -> str:
    """Return what stands at the end of the line where one seals or signs."""
    if seal is Seal.NONE:
        return ""
    return _("（署名）") if seal is Seal.SIGNATURE else _("㊞")


def draw_corners(page: Page, x: float, top: float, width: float, height: float, arm: float = _ARM) -> None:
    """Mark the corners of a place."""
    for corner_x, inward_x in ((x, arm), (x + width, -arm)):
        for corner_y, inward_y in ((top, arm), (top + height, -arm)):
            page.across(corner_x, corner_x + inward_x, corner_y)
            page.down(corner_x, corner_y, corner_y + inward_y)


def draw_seal_place(page: Page, x: float, top: float, size: float, seal: Seal) -> None:
    """Mark where a seal goes; a full frame would cross the name."""
    draw_corners(page, x, top, size, size)
    page.text(x + size / 2 + 1.5, top + size / 2, _(SEAL_LABELS[seal]), mincho(7, 7), Align.CENTRE)


def draw_tallies(page: Page, left: float, right: float) -> None:
    """Mark the places of 捨印 (of both parties) at the right and of 割印 at the left of a contract's head."""
    for number in (1, 2):
        x = right - number * _TALLY_SIZE - (number - 1) * 3.0
        draw_corners(page, x, _TALLY_TOP, _TALLY_SIZE, _TALLY_SIZE, 2.0)
        middle = _TALLY_TOP + _TALLY_SIZE / 2
        page.text(x + _TALLY_SIZE / 2, middle, _("捨印"), gothic(7), Align.CENTRE)
    draw_corners(page, left + 60, _TALLY_TOP, 2 * _TALLY_SIZE, _TALLY_SIZE, 2.0)
    page.text(left + 60 + _TALLY_SIZE, _TALLY_TOP + _TALLY_SIZE / 2, _("割印"), gothic(7), Align.CENTRE)
