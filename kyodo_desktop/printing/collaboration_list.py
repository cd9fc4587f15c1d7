"""Lays out 協働や連携の取組一覧 as the handbook's 資料３."""

from collections.abc import Sequence

from kyodo_desktop.base.i18n import _
from kyodo_desktop.forms.data import Values
from kyodo_desktop.printing.document import Document
from kyodo_desktop.printing.flow import FlowLine, cell_lines, draw, paragraph, space
from kyodo_desktop.printing.list_entries import (
    BODY,
    COLUMNS,
    MARK,
    MARK_PITCH,
    PAD_SIDE,
    PITCH,
    Entry,
    Pair,
    lay_out,
    rows_to_write_in,
)
from kyodo_desktop.printing.list_pages import HEAD, ListPage, Paginator
from kyodo_desktop.printing.page import HEAD as HEAD_RULE
from kyodo_desktop.printing.page import LEFT, MIDDLE, RIGHT, Align, Page
from kyodo_desktop.printing.running import draw_running_title
from kyodo_desktop.printing.style import gothic, mincho

_TITLE, _HEADS = gothic(14, 1), gothic(9.5)
_PREFACE, _EXCERPT = mincho(9), mincho(9)
_ROOM = "　" * 6
"""To write the year in."""
_TITLE_TOP = 22.0
_TITLE_FLOOR = 11.0
_EDGES = tuple(LEFT + sum(COLUMNS[:n]) for n in range(len(COLUMNS) + 1))


def lay_out_list(document: Document, values: Values) -> None:
    """Draw the list."""
    fiscal_year = values.get("fiscal_year", _ROOM)
    title = _("協働や連携の取組一覧（{fiscal_year}）").format(fiscal_year=fiscal_year)
    paginator = Paginator(_front(title, values), _TITLE_TOP)
    for entry in lay_out(values.get("rows", ())) or rows_to_write_in():
        paginator.add(entry)
    pages = paginator.finish()
    entries = [entry for page in pages for entry in page.entries]
    digits = max([3, *(len(line) for entry in entries for line in entry.number)])
    for number, planned in enumerate(pages, 1):
        page = document.new_page()
        if number > 1:
            draw_running_title(page, title, LEFT, RIGHT)
        draw(page, planned.front)
        if planned.entries:
            _draw_table(page, planned, BODY.width("0" * digits))
        draw(page, [*paginator.notes_of(planned), *planned.after])
        page.page_number(number, len(pages))


def _front(title: str, values: Values) -> list[FlowLine]:
    style = _TITLE.shrunk_to(title, RIGHT - LEFT, _TITLE_FLOOR)
    lines = [
        FlowLine(line, style, MIDDLE, 8.0, Align.CENTRE) for line in cell_lines(title, RIGHT - LEFT, style)
    ]
    if excerpt := values.get("excerpt"):
        lines.append(space(1.6, _EXCERPT))
        lines += [
            FlowLine(line, _EXCERPT, MIDDLE, 5.2, Align.CENTRE)
            for line in cell_lines(excerpt, RIGHT - LEFT, _EXCERPT)
        ]
    if preface := values.get("preface"):
        lines.append(space(2.4, _PREFACE))
        lines += paragraph(preface, _PREFACE, LEFT, RIGHT - LEFT, 5.2, hanging=_PREFACE.em)
        lines.append(space(3.0, _PREFACE))
    else:
        lines.append(space(6.0, _PREFACE))
    return lines


def _draw_table(page: Page, planned: ListPage, number_width: float) -> None:
    top, bottom = planned.top, planned.table_bottom
    _draw_heads(page, top)
    y = top + HEAD
    for number, entry in enumerate(planned.entries):
        if number:
            page.across(LEFT, RIGHT, y)
        _draw_entry(page, y, entry, number_width)
        y += entry.height
    for x in _EDGES[1:-1]:
        page.down(x, top, bottom)
    page.across(LEFT, RIGHT, top + HEAD, HEAD_RULE)
    page.frame(LEFT, top, RIGHT - LEFT, bottom - top)


def _draw_heads(page: Page, top: float) -> None:
    y = top + HEAD / 2
    heads: Sequence[tuple[str, float]] = (
        (_("番号"), 0.0),
        (_("課名"), 17.8),
        (_("事業名称"), 24.2),
        (_("協働相手（団体名）"), 0.0),
        (_("協働形態"), 0.0),
    )
    for column, (words, width) in enumerate(heads):
        middle = (_EDGES[column] + _EDGES[column + 1]) / 2
        page.spread(middle - width / 2, width, y, words, _HEADS)


def _draw_entry(page: Page, top: float, entry: Entry, number_width: float) -> None:
    middle = top + entry.height / 2
    number_right = LEFT + (COLUMNS[0] + number_width) / 2
    number_y = middle - MARK_PITCH / 2 if entry.mark else middle
    page.lines(number_right, number_y, entry.number, BODY, PITCH, align=Align.RIGHT)
    if entry.mark:
        mark_y = number_y + PITCH * (len(entry.number) - 1) / 2 + MARK_PITCH + 0.4
        page.text(LEFT + COLUMNS[0] / 2, mark_y, entry.mark, MARK, Align.CENTRE)
    page.lines(_EDGES[1] + PAD_SIDE, middle, entry.departments, BODY, PITCH)
    page.lines(_EDGES[2] + PAD_SIDE, middle, entry.title, BODY, PITCH)
    y = top
    for number, (pair, height) in enumerate(zip(entry.pairs, entry.pair_heights(), strict=True)):
        if number:
            page.across(_EDGES[3], RIGHT, y)
        _draw_pair(page, y + height / 2, pair)
        y += height


def _draw_pair(page: Page, middle: float, pair: Pair) -> None:
    page.lines(_EDGES[3] + PAD_SIDE, middle, pair.partner, BODY, PITCH)
    centre = (_EDGES[4] + RIGHT) / 2
    page.lines(centre, middle, pair.collaboration_form, BODY, PITCH, align=Align.CENTRE)
