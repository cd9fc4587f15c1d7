"""Lays out the 相互チェックシート: cover, Ⅰ, Ⅱ, Ⅲ with the contact block, and メモ if there are notes.

The edition of two pages has the same words in smaller type.
"""

from kyodo_desktop.base.i18n import _
from kyodo_desktop.forms.check_sheet import TWO_PAGES
from kyodo_desktop.forms.data import Values
from kyodo_desktop.printing.check_sheet_cover import draw_cover
from kyodo_desktop.printing.check_sheet_data import SheetData, read_sheet
from kyodo_desktop.printing.check_sheet_parts import (
    FULL,
    SIGNATURES,
    Parts,
    draw_contact,
    draw_points,
    draw_signatures,
    draw_stage_title,
)
from kyodo_desktop.printing.check_sheet_table import StageTable
from kyodo_desktop.printing.check_sheet_two_pages import draw_two_pages
from kyodo_desktop.printing.document import Document
from kyodo_desktop.printing.page import BOTTOM, RIGHT
from kyodo_desktop.records.check_sheets import CheckStage

_FIRST_ROW, _MOST_ROW = 27.0, 30.0


def lay_out_check_sheet(document: Document, values: Values) -> None:
    """Draw the sheet."""
    data = read_sheet(values)
    parts = Parts(document, data)
    if values.get("edition") == TWO_PAGES:
        draw_two_pages(document, data, parts)
    else:
        _draw_four_pages(document, data, parts)
    parts.draw_memo()


def _draw_four_pages(document: Document, data: SheetData, parts: Parts) -> None:
    draw_cover(document.new_page(), data.text)
    for number, stage in enumerate(data.text.stages):
        is_last = number == len(data.text.stages) - 1
        _draw_stage(document, data, parts, stage, is_first=number == 0, is_last=is_last)


def _draw_stage(
    document: Document, data: SheetData, parts: Parts, stage: CheckStage, *, is_first: bool, is_last: bool
) -> None:
    page = document.new_page()
    top = 25.0
    if is_first:
        parts.draw_value(page, 25, _("年度"), data.fiscal_year, 100)
        parts.draw_value(page, 38, _("事業名"), data.title, RIGHT)
        top = 52.5
    draw_stage_title(page, top, f"{stage.numeral}　{stage.title}")
    table_top = draw_points(page, top + 24.5, stage) + 12
    contact = parts.fit_contact(FULL) if is_last else ()
    block = max(len(contact) * FULL.contact_pitch + 4, SIGNATURES if data.signed else 0.0)
    foot = BOTTOM - (block + 8 if is_last else 0)
    foot -= 8 if data.sides else 0
    table = StageTable(data, stage.items, table_top)
    left = table.fit(foot, _FIRST_ROW if is_first else _MOST_ROW)
    table.draw(page)
    while left:
        page = document.new_page()
        draw_stage_title(page, 25, _("{stage}（続き）").format(stage=f"{stage.numeral}　{stage.title}"))
        table = StageTable(data, left, 46)
        left = table.fit(foot, _MOST_ROW)
        table.draw(page)
    if data.sides:
        table.draw_legend(page, table.bottom + 5)
    if is_last:
        draw_contact(page, contact)
        if data.signed:
            draw_signatures(page)
