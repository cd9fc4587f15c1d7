"""From a file to a table: which sheet, which row holds the headings, and where the rows end."""

import json
import re
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from kyodo_desktop.base.errors import InputError
from kyodo_desktop.base.i18n import _
from kyodo_desktop.base.reasons import json_reason
from kyodo_desktop.japanese.corporate_number import is_corporate_number
from kyodo_desktop.records.import_table import ImportRow, ImportTable
from kyodo_desktop.services.importing.columns import CORPORATE_NUMBERS, corporate_number_columns, count_known
from kyodo_desktop.services.importing.limits import (
    MOST_CHARACTERS,
    MOST_COLUMNS,
    read_bytes,
    too_wide,
)
from kyodo_desktop.services.importing.text_files import ENCODINGS, Cells, decode, read_cells
from kyodo_desktop.services.importing.watchers import MOST_CELLS, MOST_ROWS
from kyodo_desktop.services.importing.workbooks import is_workbook, read_sheets
from kyodo_desktop.services.partner_part_cells import join_parts

_NO_LETTERS = re.compile("[\x00-\x08\x0e-\x1f\ud800-\udfff]")
_HEAD_ROWS = 20
"""The headings stand at most so far down, below titles and notes."""


def read_table(path: Path) -> ImportTable:
    """Return the table of a file.

    Raises:
        InputError: it cannot be read, or holds no table; the sentence names file and line.
    """
    data, name = read_bytes(path), path.name
    if is_workbook(data):
        return _checked(_of_workbook(name, data))
    text, encoding = decode(name, data)
    if path.suffix.lower() == ".json":
        return _checked(_of_json(name, text))
    cells = read_cells(name, text, tabs=path.suffix.lower() == ".tsv")
    note = _("文字コード: {encoding}").format(encoding=_(ENCODINGS[encoding]))
    return _table(name, cells, notes=(note,))


def _checked(table: ImportTable) -> ImportTable:
    """Refuse texts that no database and no paper can hold; a text file's are refused before."""
    for words in table.columns:
        _check_text(table.name, 0, words, words)
    for row in table.rows:
        for heading, text in zip(table.columns, row.cells, strict=True):
            _check_text(table.name, row.line, heading, text)
    return table


def _check_text(name: str, line: int, heading: str, text: str) -> None:
    if _NO_LETTERS.search(text):
        sentence = _(
            "「{name}」の{line}行目「{heading}」に、文字ではないデータがあります。その欄を打ち直してください。"
        )
    elif len(text) > MOST_CHARACTERS:
        sentence = _("「{name}」の{line}行目「{heading}」の文字が長すぎます（{n}字まで）。短くしてください。")
    else:
        return
    words = _NO_LETTERS.sub("", heading)[:40]
    raise InputError(sentence.format(name=name, line=line or 1, heading=words, n=MOST_CHARACTERS))


def _of_workbook(name: str, data: bytes) -> ImportTable:
    sheets = read_sheets(name, data)
    if not sheets:
        raise _no_table(name)
    # The sheet that looks most like a list of groups; among equals the first.
    best = max(sheets, key=lambda sheet: (_find_headings(sheet.cells)[0], -sheets.index(sheet)))
    if best.unsaved is not None:
        line, column = best.unsaved
        raise InputError(
            _(
                "「{name}」の{line}行目・{column}列に、結果が保存されていない数式があります。"
                "Excel で開き、上書き保存してから、もう一度選んでください。"
            ).format(name=name, line=line, column=_letter(column - 1))
        )
    others = [sheet.name for sheet in sheets if sheet is not best]
    notes = (_("読まないシート: {names}").format(names="、".join(others)),) if others else ()
    return _table(name, best.cells, best.name, notes)


def _of_json(name: str, text: str) -> ImportTable:
    try:
        if text.count("{") + text.count("[") > MOST_CELLS or text.count(",") > 2 * MOST_CELLS:
            raise too_wide(name)
        rows = json.loads(text, parse_constant=lambda _nan: None)
        if not isinstance(rows, list) or not all(isinstance(row, dict) for row in rows):
            raise InputError(_("「{name}」は団体を並べた JSON ではありません。").format(name=name))
        columns = tuple(dict.fromkeys(key for row in rows for key in row))
        made = tuple(
            ImportRow(at, tuple(_json_text(row.get(one)) for one in columns))
            for at, row in enumerate(_few(name, rows, columns), 1)
        )
    except (ValueError, RecursionError) as error:
        raise InputError(
            _("「{name}」は JSON として読めません（{reason}）。").format(name=name, reason=json_reason(error))
        ) from error
    if not rows:
        raise _no_table(name)
    return ImportTable(name, columns, made)


def _few(name: str, rows: list[Any], columns: Sequence[str]) -> list[Any]:
    """Return the rows, if they and their columns are not too many."""
    if len(rows) > MOST_ROWS or len(columns) > MOST_COLUMNS or len(rows) * len(columns) > MOST_CELLS:
        raise too_wide(name)
    return rows


def _json_text(value: object) -> str:
    if value is None or value is False:
        return ""
    if value is True:
        return "○"
    if isinstance(value, list):
        return "\n".join(map(_json_text, value))
    if isinstance(value, dict):
        return join_parts([_json_text(part) for part in value.values()])
    return str(value)


def _table(name: str, cells: Cells, sheet: str = "", notes: Sequence[str] = ()) -> ImportTable:
    if not cells:
        raise _no_table(name)
    if _is_corporate_file(cells):
        columns = corporate_number_columns()
        return _made(name, columns, cells, sheet, notes, CORPORATE_NUMBERS)
    _score, at = _find_headings(cells)
    above = cells[at - 1][1] if at else []
    rows = cells[at + 1 :]
    if not rows:
        raise _no_table(name)
    return _made(name, _headings(cells[at][1], above), rows, sheet, notes)


def _made(
    name: str,
    columns: Sequence[str],
    cells: Cells,
    sheet: str,
    notes: Sequence[str],
    known_layout: str = "",
) -> ImportTable:
    """Make the table, without the columns that have neither heading nor words."""
    width = max(len(columns), *(len(row) for _line, row in cells))
    padded = [(line, [*row, *[""] * (width - len(row))]) for line, row in cells]
    headings = [*columns, *[""] * (width - len(columns))]
    used = [at for at in range(width) if headings[at] or any(row[at] for _line, row in padded)]
    rows = tuple(ImportRow(line, tuple(row[at] for at in used)) for line, row in padded)
    words = tuple(headings[at] or _("列{letter}").format(letter=_letter(at)) for at in used)
    return ImportTable(name, words, rows, sheet, known_layout, tuple(notes))


def _find_headings(cells: Cells) -> tuple[int, int]:
    """Return how many headings are known, and the row in which most of them stand."""
    best = (0, 0)
    for at, (_line, row) in enumerate(cells[:_HEAD_ROWS]):
        above = cells[at - 1][1] if at else []
        known = count_known(_headings(row, above)) if count_known(row) else 0
        if known > best[0]:
            best = (known, at)
    if best[0]:
        return best
    return 0, _widest([row for _line, row in cells[:_HEAD_ROWS]])


def _widest(rows: Sequence[Sequence[str]]) -> int:
    """Return the first of the rows with the most words, for a list whose headings nobody knows."""
    counts = [sum(bool(cell) for cell in row) for row in rows]
    return counts.index(max(counts))


def _headings(row: Sequence[str], above: Sequence[str]) -> list[str]:
    """Return a row's headings; under a cell joined over two rows, the words of the upper one."""
    upper = list(above) if len({cell for cell in above if cell}) > 1 else []
    upper += [""] * (len(row) - len(upper))
    return [_one_line(cell or over) for cell, over in zip(row, upper, strict=False)]


def _one_line(text: str) -> str:
    return "".join(text.split("\n")).strip()


def _is_corporate_file(cells: Cells) -> bool:
    """Tell whether this is the corporate-number file of the tax agency: no headings, the number second."""
    return all(
        len(row) == len(corporate_number_columns()) and is_corporate_number(row[1])
        for _line, row in cells[:_HEAD_ROWS]
    )


def _letter(at: int) -> str:
    letters = ""
    while at >= 0:
        letters = chr(65 + at % 26) + letters
        at = at // 26 - 1
    return letters


def _no_table(name: str) -> InputError:
    return InputError(
        _(
            "「{name}」に表がありません。1行目に見出し、その下に団体を1行ずつ書いたファイルを選んでください。"
        ).format(name=name)
    )
