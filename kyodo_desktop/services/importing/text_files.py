"""CSV and TSV: which encoding, which delimiter, and where a quote was left open."""

import csv
import re
from collections.abc import Iterator

from kyodo_desktop.base.errors import InputError
from kyodo_desktop.base.i18n import N_, _
from kyodo_desktop.services.importing.limits import MOST_CHARACTERS, MOST_COLUMNS
from kyodo_desktop.services.importing.watchers import MOST_CELLS, MOST_ROWS
from kyodo_desktop.services.table_files import without_guard

Cells = list[tuple[int, list[str]]]
"""Rows of cells, each with its line."""

_HALF_KANA = re.compile("[\uff61-\uff9f\ue000-\uf8ff\x80-\x9f]")
_NO_LETTERS = re.compile("[\uf8f0-\uf8f3\x80\xa0]")
"""What Python makes of bytes that are no letter of cp932 at all."""
_JAPANESE = re.compile("[\u3040-\u9fff]")
_LINE = re.compile(r"[^\r\n]*(?:\r\n|\r|\n)|[^\r\n]+")
_PDF = b"%PDF-"
_MOSTLY_LETTERS = 8
"""A text in UTF-16 has a zero in nearly every second byte of its signs; fewer than one in eight are slips."""
_CONTROL = re.compile("[\x00-\x08\x0e-\x1f]")
ENCODINGS = {
    "utf-8-sig": "UTF-8",
    "cp932": N_("Shift_JIS（cp932）"),
    "euc_jp": "EUC-JP",
    "iso2022_jp": "JIS（ISO-2022-JP）",
    "utf-16": "UTF-16",
    "utf-16-le": "UTF-16",
    "utf-16-be": "UTF-16",
}


def decode(name: str, data: bytes) -> tuple[str, str]:
    """Return the text of a file and its encoding.

    Raises:
        InputError: it is none of those an office writes, or parts of it are another one.
    """
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return _decoded(name, data, "utf-16"), "utf-16"
    if data.startswith(_PDF):
        raise _not_text(name)
    if b"\x00" in data:
        return _without_mark(name, data)
    if b"\x1b$" in data and data.isascii():
        return _decoded(name, data, "iso2022_jp"), "iso2022_jp"
    try:
        return data.decode("utf-8-sig"), "utf-8-sig"
    except UnicodeDecodeError:
        return _old_japanese(name, data)


def read_cells(name: str, text: str, *, tabs: bool) -> Cells:
    """Return the rows of a text, each with the line it begins in; blank lines are passed over.

    Raises:
        InputError: a quote is not closed, or the table is larger than the program takes.
    """
    if found := _CONTROL.search(text):
        raise _no_letters(name, text.count("\n", 0, found.start()) + 1)
    cells: Cells = []
    delimiter, count = _delimiter(text, tabs=tabs), 0
    reader = csv.reader(_lines(name, text, delimiter), delimiter=delimiter, strict=True)
    while True:
        line = reader.line_num + 1
        try:
            row = next(reader)
        except StopIteration:
            return cells
        except csv.Error as error:
            raise _broken_quotes(name, line) from error
        count += len(row)
        if any(cell.strip() for cell in row):
            cells.append((line, [without_guard(cell) for cell in row]))
            _check(name, line, row, len(cells))
        if count > MOST_CELLS:
            raise _too_large(name)


def _lines(name: str, text: str, delimiter: str) -> Iterator[str]:
    """Give the lines one by one, with their ends; one of nothing but delimiters is not worth its cells."""
    for match in _LINE.finditer(text):
        line = match[0]
        if line.count(delimiter) > MOST_CHARACTERS:
            raise _too_large(name)
        yield line


def _no_letters(name: str, line: int) -> InputError:
    return InputError(
        _(
            "「{name}」の{line}行目に、文字ではないデータがあります。"
            "表計算のファイルなら、CSV ではなくそのままの種類で選んでください。"
        ).format(name=name, line=line)
    )


def _without_mark(name: str, data: bytes) -> tuple[str, str]:
    """UTF-16 without its mark: the order in which line ends and commas are what they should be.

    A few zeros among letters are no UTF-16: the line of the first is named.
    """
    if data.count(b"\x00") * _MOSTLY_LETTERS < len(data):
        raise _no_letters(name, data.count(b"\n", 0, data.index(b"\x00")) + 1)
    little = sum(data.count(sign) for sign in (b"\n\x00", b",\x00", b"\t\x00"))
    big = sum(data.count(sign) for sign in (b"\x00\n", b"\x00,", b"\x00\t"))
    encoding = "utf-16-le" if little >= big else "utf-16-be"
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError as error:
        raise _not_text(name) from error
    if "\x00" in text or not (little or big) or _HALF_KANA.search(text[:2000]):
        raise _not_text(name)
    return text, encoding


def _old_japanese(name: str, data: bytes) -> tuple[str, str]:
    if _holds_utf_8_lines(data):
        raise _mixed(name, data)
    found: list[tuple[int, str, str]] = []
    for encoding in ("cp932", "euc_jp"):
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        if _NO_LETTERS.search(text):
            continue
        # Read in the wrong one of the two, Japanese becomes half-width kana and private characters.
        found.append((len(_HALF_KANA.findall(text)), encoding, text))
    if not found:
        raise _mixed(name, data)
    _count, encoding, text = min(found)
    return text, encoding


def _holds_utf_8_lines(data: bytes) -> bool:
    """Tell whether some lines of what is not UTF-8 as a whole are Japanese in UTF-8."""
    for line in data.splitlines():
        try:
            text = line.decode("utf-8")
        except UnicodeDecodeError:
            continue
        if _JAPANESE.search(text):
            return True
    return False


def _decoded(name: str, data: bytes, encoding: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        raise _mixed(name, data) from error


def _mixed(name: str, data: bytes) -> InputError:
    """Return the sentence that names the first line that is neither UTF-8 nor, as the rest, cp932."""
    places = []
    for encoding in ("utf-8-sig", "cp932"):
        try:
            data.decode(encoding)
        except UnicodeDecodeError as error:
            places.append(data.count(b"\n", 0, error.start) + 1)
    return InputError(
        _(
            "「{name}」の{line}行目に、読めない文字があります（ちがう文字コードが混ざっています）。"
            "Excel で開き、「CSV UTF-8」で保存し直してください。"
        ).format(name=name, line=max(places, default=1))
    )


def _not_text(name: str) -> InputError:
    return InputError(
        _(
            "「{name}」は文字のファイルとして読めません。"
            "Excel で開けるなら、xlsx か「CSV UTF-8」で保存し直してください。"
        ).format(name=name)
    )


def _broken_quotes(name: str, line: int) -> InputError:
    return InputError(
        _(
            '「{name}」の{line}行目から、引用符「"」の組が合いません。'
            "その行を直すか、Excel で開いて保存し直してください。"
        ).format(name=name, line=line)
    )


def _delimiter(text: str, *, tabs: bool) -> str:
    first = next((match[0] for match in _LINE.finditer(text) if match[0].strip()), "")
    bare = re.sub(r'"[^"]*"', "", first)
    counts = {sign: bare.count(sign) for sign in ("\t,;" if tabs else ",\t;")}
    return max(counts, key=lambda sign: counts[sign])


def _too_large(name: str) -> InputError:
    return InputError(
        _("「{name}」の表は大きすぎます（{rows}行・{columns}列まで）。行を分けてください。").format(
            name=name, rows=MOST_ROWS, columns=MOST_COLUMNS
        )
    )


def _check(name: str, line: int, row: list[str], count: int) -> None:
    if len(row) > MOST_COLUMNS or count > MOST_ROWS:
        raise _too_large(name)
    for at, cell in enumerate(row, 1):
        if len(cell) > MOST_CHARACTERS:
            raise InputError(
                _(
                    "「{name}」の{line}行目・{at}列目の文字が長すぎます（{n}字まで）。"
                    "引用符の閉じ忘れがないか確かめてください。"
                ).format(name=name, line=line, at=at, n=MOST_CHARACTERS)
            )
