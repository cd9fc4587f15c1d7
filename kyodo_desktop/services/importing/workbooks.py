"""xlsx, xls and ods: the cells of a sheet as texts. Formulas are never run; their last result is read."""

import io
import struct
import zipfile
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import TYPE_CHECKING

from kyodo_desktop.services.importing.formulas import Place, Slips, find_slips
from kyodo_desktop.services.importing.limits import (
    MOST_COLUMNS,
    check_archive,
    damaged,
    has_password,
    too_wide,
)
from kyodo_desktop.services.importing.text_files import Cells
from kyodo_desktop.services.importing.watchers import MOST_CELLS, MOST_ROWS

if TYPE_CHECKING:
    from python_calamine import CalamineSheet

_ZIP, _COMPOUND = b"PK\x03\x04", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_BEGINNING, _FILE_PASS, _FIRST_RECORDS = b"\x09\x08\x10\x00\x00\x06\x05\x00", 0x2F, 4
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_MOST_MERGED = 10 * MOST_CELLS
"""Joined cells never overlap in what Excel wrote; those of a bomb would keep us busy for hours."""
_WHOLE = 10**15
"""Up to here a number cell holds every digit."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """A sheet: its name, its rows that hold something, and the first formula whose result was never saved."""

    name: str
    cells: Cells
    unsaved: Place | None = None


def is_workbook(data: bytes) -> bool:
    """Tell whether a file is a workbook of any kind."""
    return data.startswith((_ZIP, _COMPOUND))


def read_sheets(name: str, data: bytes) -> list[Sheet]:
    """Return the visible sheets of a workbook that hold something.

    Raises:
        InputError: it is damaged, has a password, is a bomb, or is larger than the program takes.
    """
    from python_calamine import (
        CalamineError,
        CalamineWorkbook,
        PasswordError,
        SheetTypeEnum,
        SheetVisibleEnum,
    )

    slips = _check(name, data)
    try:
        book = CalamineWorkbook.from_filelike(io.BytesIO(data))
        visible = [
            sheet.name
            for sheet in book.sheets_metadata
            if sheet.typ is SheetTypeEnum.WorkSheet and sheet.visible is SheetVisibleEnum.Visible
        ]
        sheets = [_sheet(name, book.get_sheet_by_name(one), slips.get(one, Slips())) for one in visible]
    except PasswordError as error:
        raise has_password(name) from error
    except CalamineError as error:
        raise damaged(name) from error
    except BaseException as error:
        # The reader's own slips come as a PanicException, which is no Exception and cannot be imported.
        if type(error).__name__ != "PanicException":
            raise
        raise damaged(name) from error
    return [sheet for sheet in sheets if sheet.cells]


def _check(name: str, data: bytes) -> Mapping[str, Slips]:
    """Refuse what cannot be read, and return what the reader will not tell of the sheets."""
    if data.startswith(_COMPOUND):
        if _ENCRYPTED in data or _begins_with_password(data):
            raise has_password(name)
        return {}
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            return find_slips(archive, check_archive(name, archive))
    except (zipfile.BadZipFile, NotImplementedError, ValueError) as error:
        raise damaged(name) from error


def _begins_with_password(data: bytes) -> bool:
    """Tell whether an xls says in its first records that the rest is encrypted; the reader does not."""
    at = data.find(_BEGINNING)
    for _record in range(_FIRST_RECORDS if at >= 0 else 0):
        kind, length = struct.unpack("<HH", data[at : at + 4].ljust(4, b"\0"))
        if kind == _FILE_PASS:
            return True
        at += 4 + length
    return False


def _sheet(name: str, sheet: "CalamineSheet", slips: Slips) -> Sheet:
    return Sheet(sheet.name, _cells(name, sheet, slips.errors), slips.unsaved)


def _cells(name: str, sheet: "CalamineSheet", errors: Mapping[Place, str]) -> Cells:
    if sheet.start is None:
        return []
    if sheet.total_width > MOST_COLUMNS or sheet.total_width * sheet.total_height > MOST_CELLS:
        raise too_wide(name)
    rows = [[_text(cell) for cell in row] for row in sheet.to_python(skip_empty_area=False)]
    for (line, column), words in errors.items():
        if line <= len(rows) and column <= len(rows[line - 1]):
            rows[line - 1][column - 1] = words
    ranges = sheet.merged_cell_ranges or ()
    if sum(map(_area, ranges)) > _MOST_MERGED:
        raise too_wide(name)
    _fill_merged(rows, ranges)
    filled = [(line, row) for line, row in enumerate(rows, 1) if any(row)]
    if len(filled) > MOST_ROWS:
        raise too_wide(name)
    return filled


def _area(joined: tuple[tuple[int, int], tuple[int, int]]) -> int:
    """Return how many cells are joined, of those that a table can have."""
    (top, left), (bottom, right) = joined
    return (min(bottom, MOST_ROWS) - top + 1) * (min(right, MOST_COLUMNS) - left + 1)


def _fill_merged(rows: list[list[str]], ranges: Iterable[tuple[tuple[int, int], tuple[int, int]]]) -> None:
    """Write the words of joined cells into each of them, as a reader sees them."""
    for (top, left), (bottom, right) in ranges:
        for row, column in _within(rows, (top, left), (bottom, right)):
            rows[row][column] = rows[top][left]


def _within(
    rows: list[list[str]], first: tuple[int, int], last: tuple[int, int]
) -> Iterator[tuple[int, int]]:
    if first[0] >= len(rows) or first[1] >= len(rows[first[0]]):
        return
    for row in range(first[0], min(last[0] + 1, len(rows))):
        for column in range(first[1], min(last[1] + 1, len(rows[row]))):
            yield row, column


def _text(cell: object) -> str:
    """Return a cell's value as Excel shows it in a plain cell."""
    if isinstance(cell, str):
        return cell if cell.strip() else ""
    if isinstance(cell, bool):
        return "TRUE" if cell else "FALSE"
    if isinstance(cell, float):
        return str(int(cell)) if cell.is_integer() and abs(cell) < _WHOLE else repr(cell)
    return _moment(cell)


def _moment(cell: object) -> str:
    if isinstance(cell, datetime) and (cell.hour or cell.minute or cell.second):
        return f"{_day(cell)} {cell:%H:%M}"
    if isinstance(cell, date):
        return _day(cell)
    if isinstance(cell, time):
        return f"{cell:%H:%M}"
    return str(cell) if isinstance(cell, int | timedelta) else ""


def _day(day: date) -> str:
    return f"{day.year}/{day.month}/{day.day}"
