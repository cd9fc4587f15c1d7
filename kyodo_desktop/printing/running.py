"""What stands at head and foot of every page: running title, 取扱注意, （仮）, the page's number."""

from kyodo_desktop.base.i18n import _
from kyodo_desktop.printing.page import Align, Page
from kyodo_desktop.printing.style import gothic, mincho

_RUNNING, _CAUTION = gothic(9), gothic(10.5)
_CAUTION_WIDTH, _CAUTION_HEIGHT = 26.0, 8.0
_MOST = 200
"""Letters that no line can hold: the rest of a title need not be measured."""


def draw_running_title(page: Page, title: str, left: float, right: float, y: float = 25.5) -> None:
    """Write a paper's title small over a page that is not its first, cut to one line, and （続き）."""
    continued = _("（続き）")
    room = right - left - _RUNNING.width(continued) - _RUNNING.em
    shown = title if len(title) <= _MOST else title[:_MOST] + "…"
    while _RUNNING.width(shown) > room:
        shown = shown[: len(shown) * 9 // 10 - 1] + "…"
    page.text(left, y, shown, _RUNNING)
    # The ink of ） ends half an em before its letter does; pushed out, it ends at the frame.
    page.text(right + 1.4, y, continued, _RUNNING, Align.RIGHT)


def draw_caution(page: Page, right: float, top: float) -> None:
    """Write 取扱注意 in a box that ends at `right`."""
    page.frame(right - _CAUTION_WIDTH, top, _CAUTION_WIDTH, _CAUTION_HEIGHT)
    page.spread(right - _CAUTION_WIDTH + 3, 20, top + _CAUTION_HEIGHT / 2, _("取扱注意"), _CAUTION)


def draw_foot(page: Page, left: float, right: float, number: int, pages: int) -> None:
    """Write （仮） and `1 / 7` at the foot."""
    y = page.height - 11
    page.text(left, y, _("（仮）"), mincho(7))
    page.text((left + right) / 2, y - 0.5, f"{number} / {pages}", mincho(9), Align.CENTRE)
