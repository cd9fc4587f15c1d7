"""The check sheet on two pages, e.g. both sides of one paper: cover and Ⅰ, then Ⅱ and Ⅲ."""

from kyodo_desktop.base.i18n import _
from kyodo_desktop.printing.check_sheet_data import SheetData
from kyodo_desktop.printing.check_sheet_parts import (
    SIGNATURES,
    Parts,
    StageSize,
    draw_contact,
    draw_points,
    draw_signatures,
    draw_stage_title,
)
from kyodo_desktop.printing.check_sheet_table import StageTable, TableSize
from kyodo_desktop.printing.document import Document
from kyodo_desktop.printing.flow import draw, paragraph, place
from kyodo_desktop.printing.page import BOTTOM, LEFT, MIDDLE, RIGHT, TOP, Align, Page
from kyodo_desktop.printing.style import bold, gothic, mincho
from kyodo_desktop.records.check_sheets import CheckSheetText, CheckStage

_STAGE = StageSize(
    heading=bold(12),
    heading_height=9.0,
    title=bold(10.5),
    point=bold(10),
    text=mincho(9.5),
    pitch=5.2,
    lead=6.8,
    apart=6.4,
    after=5.6,
    end=4.6,
    contact=mincho(9),
    contact_pitch=4.6,
    text_right=186.5,
)
_TABLE = TableSize(
    number=mincho(11),
    heads=gothic(9.5),
    side=gothic(8),
    item=mincho(10),
    item_of_both=mincho(9.5),
    item_pitch=1.45,
    head=8.0,
    head_of_both=10.0,
    moments=2.8,
    split=5.4,
    sides=7.8,
    mark=4.6,
    mark_of_both=4.4,
    rise=2.1,
    drop=1.9,
    pad=2.5,
    pad_of_both=2.5,
    least=12.6,
)
_MOST_ROW, _LEAST_STAGE = 15.0, 90.0
_LEAD, _TITLE, _QUESTION, _ANSWER = gothic(10.5, 1), bold(20, 2), bold(10.5), mincho(9.5)
_ANSWER_PITCH, _ANSWER_LEFT = 5.2, 29.0


def draw_two_pages(document: Document, data: SheetData, parts: Parts) -> None:
    """Draw both pages; a version with many more items than the handbook's goes on to further ones."""
    first, *others = data.text.stages
    page = document.new_page()
    top = _draw_front(page, data, parts)
    foot = BOTTOM - (8 if data.sides else 0)
    page, bottom = _draw_stage(document, page, data, first, (top, foot, foot))
    if data.sides:
        StageTable(data, first.items, 0, 0, _TABLE).draw_legend(page, bottom + 4.5)
    contact = parts.fit_contact(_STAGE)
    block = sum(line.height for line in contact) + 4
    end = BOTTOM - max(block, SIGNATURES if data.signed else 0.0) - 0.5
    foot = end - 3.5
    page, top = document.new_page(), TOP
    for number, stage in enumerate(others):
        if foot - top < _LEAST_STAGE:
            page, top = document.new_page(), TOP
        share = len(stage.items) / sum(len(one.items) for one in others[number:])
        page, top = _draw_stage(document, page, data, stage, (top, top + (foot - top) * share, end))
        top += 4.5
    draw_contact(page, contact)
    if data.signed:
        draw_signatures(page)


def _draw_front(page: Page, data: SheetData, parts: Parts) -> float:
    """Draw title, 年度, 事業名, the questions and 使い方; return where the first stage begins."""
    text = data.text
    page.text(MIDDLE, 23, text.lead, _LEAD, Align.CENTRE)
    page.text(MIDDLE, 32, text.title, _TITLE, Align.CENTRE)
    page.across(LEFT, RIGHT, 39, 0.9)
    page.across(LEFT, RIGHT, 40.2, 0.3)
    parts.draw_value(page, 48, _("年度"), data.fiscal_year, 100)
    parts.draw_value(page, 58, _("事業名"), data.title, RIGHT)
    return _draw_questions(page, 69.0, text) + 5


def _draw_questions(page: Page, y: float, text: CheckSheetText) -> float:
    for question, answer in text.questions:
        page.fill(LEFT, y - 2.3, 1.6, 4.6)
        page.text(_ANSWER_LEFT, y, question, _QUESTION)
        lines = paragraph(
            answer, _ANSWER, _ANSWER_LEFT, RIGHT - _ANSWER_LEFT, _ANSWER_PITCH, first_indent=_ANSWER.em
        )
        placed, bottom = place(lines, y + 6.0 - _ANSWER_PITCH / 2, BOTTOM, TOP)
        draw(page, placed[0])
        y = bottom - _ANSWER_PITCH / 2 + 8.0
    page.text(LEFT, y, text.usage_title, _QUESTION)
    page.text(_ANSWER_LEFT, y + 6.0, f"■{text.usage}", _ANSWER)
    return y + 8.0


def _draw_stage(
    document: Document, page: Page, data: SheetData, stage: CheckStage, place: tuple[float, float, float]
) -> tuple[Page, float]:
    """Draw a stage from a place's top down to its foot, with low rows to its end; return where it ends."""
    top, foot, end = place
    words = f"{stage.numeral}　{stage.title}"
    draw_stage_title(page, top, words, _STAGE)
    table_top = draw_points(page, top + _STAGE.heading_height + 4.2, stage, _STAGE) + 3.5
    table = StageTable(data, stage.items, table_top, size=_TABLE)
    left = table.fit(foot, _MOST_ROW, end)
    table.draw(page)
    while left:
        page = document.new_page()
        draw_stage_title(page, TOP, _("{stage}（続き）").format(stage=words), _STAGE)
        table = StageTable(data, left, TOP + _STAGE.heading_height + 3.5, size=_TABLE)
        left = table.fit(end, _MOST_ROW)
        table.draw(page)
    return page, table.bottom
