"""Lays out 団体カルテ: tables one below the other, with room to write where there is no partner yet."""

from kyodo_desktop.base.i18n import _
from kyodo_desktop.forms.data import Values
from kyodo_desktop.japanese.digits import Digits
from kyodo_desktop.japanese.wareki import format_date
from kyodo_desktop.printing.document import Document
from kyodo_desktop.printing.page import BOTTOM, LEFT, MIDDLE, RIGHT, Align
from kyodo_desktop.printing.partner_card_rows import card_tables
from kyodo_desktop.printing.running import draw_caution, draw_foot, draw_running_title
from kyodo_desktop.printing.style import gothic, mincho
from kyodo_desktop.printing.tables import Pager, draw_parts

_TOP, _NEXT_TOP = 38.0, 36.0
_TITLE, _DATE = gothic(16), mincho(9)


def lay_out_card(document: Document, values: Values) -> None:
    """Draw the card."""
    pager = Pager(_TOP, _NEXT_TOP, BOTTOM)
    for table in card_tables(values):
        pager.add(table)
    title = "　".join(words for words in (_("団体カルテ"), values.get("name", "")) if words)
    for number, parts in enumerate(pager.pages, 1):
        page = document.new_page()
        draw_caution(page, RIGHT, 14.0)
        if number == 1:
            page.spread(MIDDLE - 23, 46, 26, _("団体カルテ"), _TITLE)
        else:
            draw_running_title(page, title, LEFT, RIGHT, 31.0)
        draw_parts(page, parts, LEFT)
        draw_foot(page, LEFT, RIGHT, number, len(pager.pages))
        if number == len(pager.pages) and (day := values.get("printed_on")):
            words = _("{day}作成").format(day=format_date(day, Digits.SINGLE_FULL))
            page.text(RIGHT, page.height - 11, words, _DATE, Align.RIGHT)
