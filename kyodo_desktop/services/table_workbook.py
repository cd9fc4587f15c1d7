"""A plain table as an Excel workbook: texts stay texts, so that 〒 and telephone keep their zeros."""

import io
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from kyodo_desktop.base.errors import OutputError
from kyodo_desktop.base.i18n import _
from kyodo_desktop.services.table_files import looks_like_a_formula

MOST_CHARACTERS = 32_767
"""What Excel holds in one cell."""
BODY = {
    "font_name": "BIZ UDPゴシック",
    "font_size": 11,
    "text_wrap": True,
    "valign": "top",
    "border": 1,
    "border_color": "#B8BEC6",
}
HEAD = {**BODY, "bold": True, "valign": "vcenter", "bg_color": "#E9EDF2"}
NOTHING_GUESSED = {
    "in_memory": True,
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
}
_TEXT = {**BODY, "num_format": "@"}
_NUMBER = {**BODY, "num_format": "#,##0"}
_A4 = 9
_WIDTHS = (8, 40)


@dataclass(frozen=True, slots=True)
class TextTable:
    """A table of texts for a file; `notes` stand on a sheet of their own.

    In the columns of `numbers` (counted from 0) stand whole numbers to be reckoned with.
    """

    title: str
    headings: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    notes: tuple[str, ...] = ()
    numbers: frozenset[int] = frozenset()


def text_workbook(table: TextTable, moment: datetime) -> bytes:
    """Return the table as xlsx; `moment` is the workbook's date of creation.

    Raises:
        OutputError: a text is longer than Excel can hold.
    """
    import xlsxwriter

    data = io.BytesIO()
    with xlsxwriter.Workbook(data, NOTHING_GUESSED) as book:
        book.set_properties({"title": table.title, "created": moment.replace(tzinfo=None)})
        sheet = book.add_worksheet(_("一覧"))
        _lay_out(sheet, table)
        looks = (book.add_format(_TEXT), book.add_format({**_TEXT, "quote_prefix": True}))
        number = book.add_format(_NUMBER)
        head = book.add_format(HEAD)
        for at, heading in enumerate(table.headings):
            sheet.write_string(0, at, heading, head)
        for line, row in enumerate(table.rows, 1):
            for at, text in enumerate(row):
                if at in table.numbers and text:
                    sheet.write_number(line, at, int(text), number)
                else:
                    _write(sheet, (line, at), text, looks)
        if table.notes:
            notes = book.add_worksheet(_("説明"))
            notes.set_column(0, 0, 80)
            for line, note in enumerate(table.notes):
                _write(notes, (line, 0), note, looks)
    return data.getvalue()


def _lay_out(sheet: Any, table: TextTable) -> None:
    sheet.freeze_panes(1, 0)
    sheet.set_paper(_A4)
    sheet.set_landscape()
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(0)
    for at, width in enumerate(_widths(table)):
        sheet.set_column(at, at, width)
    if table.rows:
        sheet.autofilter(0, 0, len(table.rows), len(table.headings) - 1)


def _widths(table: TextTable) -> list[float]:
    least, most = _WIDTHS
    longest = [len(heading) for heading in table.headings]
    for row in table.rows[:200]:
        longest = [max(so_far, len(text)) for so_far, text in zip(longest, row, strict=True)]
    return [min(max(least, length * 1.9), most) for length in longest]


def _write(sheet: Any, place: tuple[int, int], text: str, looks: Sequence[Any]) -> None:
    if len(text) > MOST_CHARACTERS:
        sentence = _("{line}行目の「{start}…」は長すぎて、Excel に入りません。短くしてください。")
        raise OutputError(sentence.format(line=place[0] + 1, start=text[:20]))
    # Excel's own leading apostrophe keeps a text a text even when somebody edits the cell.
    sheet.write_string(*place, text, looks[looks_like_a_formula(text)])
