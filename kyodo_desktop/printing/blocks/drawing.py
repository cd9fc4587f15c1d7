"""A form made of blocks -> the pages of a document."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from kyodo_desktop.base.i18n import _
from kyodo_desktop.forms import blocks as kinds
from kyodo_desktop.forms.blocks import Block, Layout
from kyodo_desktop.forms.data import Values
from kyodo_desktop.forms.form import Form
from kyodo_desktop.printing.blocks import foot, heads, items, sentences, tables, writing
from kyodo_desktop.printing.blocks.filling import Fill
from kyodo_desktop.printing.blocks.seals import draw_tallies
from kyodo_desktop.printing.blocks.sheet import NEXT_TOP, Sheet
from kyodo_desktop.printing.document import Document
from kyodo_desktop.printing.flow import FlowLine
from kyodo_desktop.printing.overflow import whole_texts
from kyodo_desktop.printing.page import Align, Page
from kyodo_desktop.printing.running import draw_caution, draw_running_title
from kyodo_desktop.printing.style import gothic, mincho
from kyodo_desktop.records.sheet_codes import SheetCode, SheetNumber
from kyodo_desktop.records.templates import Template

_FORM_NUMBER = mincho(9)
_ABOVE_FOOT = 8.0
"""From 受付欄 up to where the text has to end: its note stands between."""


@dataclass(frozen=True, slots=True)
class Issue:
    """How a paper goes out: `blank` has room to write everywhere, `issued` leaves out what helps a draft.

    Every page shows `number`.
    """

    blank: bool = False
    issued: bool = False
    number: SheetNumber | None = None


def _lay_space(sheet: Sheet, _fill: Fill, space: kinds.Space) -> None:
    sheet.y += space.height


def _lay_page_break(sheet: Sheet, _fill: Fill, _block: kinds.PageBreak) -> None:
    sheet.turn()


_LAYERS: dict[type[Block], Callable[[Sheet, Fill, Any], None]] = {
    kinds.ApplicationHead: heads.lay_application_head,
    kinds.LetterHead: heads.lay_letter_head,
    kinds.Title: heads.lay_title,
    kinds.Body: sentences.lay_body,
    kinds.Heading: sentences.lay_heading,
    kinds.Articles: sentences.lay_articles,
    kinds.Ticks: sentences.lay_ticks,
    kinds.Notes: sentences.lay_notes,
    kinds.ContactBlock: sentences.lay_contact,
    kinds.Ki: items.lay_ki,
    kinds.WritingLines: writing.lay_writing_lines,
    kinds.Ruled: writing.lay_ruled,
    kinds.SignatureLines: writing.lay_signatures,
    kinds.Boxes: tables.lay_boxes,
    kinds.Table: tables.lay_table,
    kinds.Grid: tables.lay_grid,
    kinds.Space: _lay_space,
    kinds.PageBreak: _lay_page_break,
}


def draw_form(
    document: Document, form: Form, layout: Layout, values: Values, template: Template, issue: Issue
) -> None:
    """Draw a form: its blocks from top to bottom, what was too long on a 別紙, head and foot of each page."""
    fill = Fill.of(form, template, values, issue.blank)
    sheet = _new_sheet(layout, issue)
    for block in _with_notes(layout, template):
        if fill.is_meant(block.only):
            _LAYERS[type(block)](sheet, fill, block)
    _lay_annex(sheet)
    for number, actions in enumerate(sheet.pages, 1):
        page = document.new_page()
        _draw_head(page, fill, layout, number)
        for action in actions:
            action(page)
        _draw_foot(page, fill, layout, issue, number, len(sheet.pages))


def _new_sheet(layout: Layout, issue: Issue) -> Sheet:
    first = bottom = layout.paper.area[3]
    beside = 0.0
    if issue.number is not None:
        beside = 0.0 if layout.foot is not None or layout.code_above else bottom
        bottom = min(bottom, layout.paper.size[1] - 10 - foot.CODE - 2)
        first = first if layout.code_above else bottom
    first = layout.foot.top - _ABOVE_FOOT if layout.foot is not None else first
    return Sheet(layout.paper, (first, bottom), issue.issued, beside, y=layout.paper.area[2])


def _with_notes(layout: Layout, template: Template) -> tuple[Block, ...]:
    """Return the blocks, with the office's notes on a paper that ships without any: last, above 問合せ先."""
    blocks = layout.blocks
    if not template.notes or any(isinstance(block, kinds.Notes) for block in blocks):
        return blocks
    end = len(blocks) - isinstance(blocks[-1], kinds.ContactBlock)
    return (*blocks[:end], kinds.Notes(), *blocks[end:])


def _lay_annex(sheet: Sheet) -> None:
    """Put what was too long for its place on pages of its own."""
    if not sheet.annex:
        return
    sheet.turn()
    middle = (sheet.left + sheet.right) / 2
    sheet.flow([FlowLine(_("別紙"), gothic(14, 8), middle, 14.0, Align.CENTRE)])
    sheet.flow(whole_texts(sheet.annex, sheet.left, sheet.width))


def _draw_head(page: Page, fill: Fill, layout: Layout, number: int) -> None:
    left, right = layout.paper.area[:2]
    if number > 1:
        draw_running_title(page, fill.title(), left, right, NEXT_TOP - 5.5)
    elif layout.number:
        words = fill.template.form_number or _("様式第　　　号")
        page.text(left, 22.0, words, _FORM_NUMBER)
    if layout.tallies and number == 1:
        draw_tallies(page, left, right)
    if layout.caution:
        draw_caution(page, right, 11.0)


def _draw_foot(page: Page, fill: Fill, layout: Layout, issue: Issue, number: int, pages: int) -> None:
    left, right = layout.paper.area[:2]
    code = SheetCode(issue.number, number) if issue.number is not None else None
    if number == 1 and layout.foot is not None:
        foot.draw_reception(page, fill, layout.foot, left, right, code)
    elif code is not None:
        foot.draw_sheet_code(page, right, code, above=layout.code_above and number == 1)
    if not fill.template.own:
        page.text(left, page.height - 11, _("（仮）"), mincho(7))
    if pages > 1 or code is not None:
        words = f"{number} / {pages}"
        page.text((left + right) / 2, page.height - 11.5, words, mincho(9), Align.CENTRE)
