"""The list as an Excel workbook: texts as texts, numbers as numbers, ready to be read and printed."""

import io
from collections.abc import Sequence
from datetime import datetime
from typing import Any

from kyodo_desktop.base.errors import OutputError
from kyodo_desktop.base.i18n import _
from kyodo_desktop.japanese.fiscal_year import format_fiscal_year
from kyodo_desktop.records.collaborations import CollaborationRecord
from kyodo_desktop.services.list_files import LabelOf, Value, list_columns
from kyodo_desktop.services.table_files import looks_like_a_formula

_MOST_CHARACTERS = 32_767
"""What Excel holds in one cell."""
_A4 = 9
_FONT = {"font_name": "BIZ UDPゴシック", "font_size": 11}
_BODY = {**_FONT, "text_wrap": True, "valign": "top", "border": 1, "border_color": "#B8BEC6"}
_HEAD = {**_BODY, "bold": True, "valign": "vcenter", "bg_color": "#E9EDF2"}
_NOTHING_GUESSED = {
    "in_memory": True,
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
}


class _Looks:
    """The formats of one workbook."""

    def __init__(self, book: Any) -> None:
        self.head = book.add_format(_HEAD)
        self.plain = book.add_format(_BODY)
        # Excel's own leading apostrophe keeps a text a text even when somebody edits the cell.
        self.quoted = book.add_format({**_BODY, "quote_prefix": True})


def list_workbook(
    entries: Sequence[CollaborationRecord], label_of: LabelOf, title: str, moment: datetime
) -> bytes:
    """Return the table as xlsx; `moment` is the workbook's date of creation.

    Raises:
        OutputError: a text is longer than Excel can hold.
    """
    import xlsxwriter

    columns = list_columns(entries)
    data = io.BytesIO()
    with xlsxwriter.Workbook(data, _NOTHING_GUESSED) as book:
        book.set_properties({"title": title, "created": moment.replace(tzinfo=None)})
        sheet = book.add_worksheet(_sheet_name(entries))
        _lay_out(sheet, title)
        looks = _Looks(book)
        for at, column in enumerate(columns):
            sheet.set_column(at, at, column.width)
            sheet.write_string(0, at, _(column.heading), looks.head)
        for line, entry in enumerate(entries, 1):
            for at, column in enumerate(columns):
                _write(sheet, (line, at), column.value(entry, label_of), looks)
        if entries:
            sheet.autofilter(0, 0, len(entries), len(columns) - 1)
    return data.getvalue()


def _sheet_name(entries: Sequence[CollaborationRecord]) -> str:
    years = {entry.fiscal_year for entry in entries}
    return format_fiscal_year(years.pop()) if len(years) == 1 else _("取組一覧")


def _lay_out(sheet: Any, title: str) -> None:
    sheet.freeze_panes(1, 0)
    sheet.set_paper(_A4)
    sheet.set_landscape()
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(0)
    # An & begins a code in a header; two of them print one.
    sheet.set_header(f"&L{title.replace('&', '&&')}&R&P / &N")
    sheet.set_row(0, 24)


def _write(sheet: Any, place: tuple[int, int], value: Value, looks: _Looks) -> None:
    if isinstance(value, int):
        sheet.write_number(*place, value, looks.plain)
        return
    if len(value) > _MOST_CHARACTERS:
        sentence = _("{line}行目の「{start}…」は長すぎて、Excel に入りません。短くしてください。")
        raise OutputError(sentence.format(line=place[0] + 1, start=value[:20]))
    sheet.write_string(*place, value, looks.quoted if looks_like_a_formula(value) else looks.plain)
