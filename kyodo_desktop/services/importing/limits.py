"""What a file may be at most, looked at before it is parsed. A bomb is refused, never unpacked."""

import os
import re
import zipfile
import zlib
from collections.abc import Callable, Iterator
from pathlib import Path
from xml.parsers import expat

from kyodo_desktop.base.errors import InputError
from kyodo_desktop.base.i18n import _
from kyodo_desktop.base.reasons import reason_of

MOST_BYTES = 64 * 2**20
MOST_UNPACKED = 512 * 2**20
MOST_RATIO = 200
"""A register of 10,000 groups packs to about a tenth; a bomb to a thousandth."""
MOST_ROWS = 100_000
MOST_COLUMNS = 500
MOST_CELLS = 5_000_000
"""In the rectangle around all filled cells, for a reader holds every one of them."""
MOST_CHARACTERS = 32_767
"""In one cell, as in Excel."""

_DAMAGE = (
    zipfile.BadZipFile,
    zlib.error,
    EOFError,
    NotImplementedError,
    RuntimeError,
    ValueError,
    expat.ExpatError,
)
"""What Python says of a container or a part that is not what it should be."""
_CHUNK = 2**20
_SHEET_TAG = re.compile(rb"<(?:\w+:)?(row|c)\b([^<>]*)>")
_PLACE = re.compile(rb"""\br=["']([A-Z]{0,3})(\d+)["']""")
_ODS_TAG = re.compile(rb"<(/?)table:(table-row|table-cell)\b([^<>]*)>")
_REPEATED = re.compile(rb"""number-(?:rows|columns)-repeated=["'](\d+)["']""")


def read_bytes(path: Path) -> bytes:
    """Return what a file holds.

    Raises:
        InputError: it is not there, locked, empty or too large.
    """
    try:
        if not path.is_file():
            raise _refused(_("「{name}」というファイルがありません。選び直してください。"), path)
        with path.open("rb") as file:
            if os.fstat(file.fileno()).st_size > MOST_BYTES:
                raise _refused(
                    _("「{name}」は大きすぎます（{n}MBまで）。行を分けて、小さなファイルにしてください。"),
                    path,
                    n=MOST_BYTES // 2**20,
                )
            data = file.read(MOST_BYTES + 1)
    except OSError as error:
        raise _refused(
            _("「{name}」が読めません（{reason}）。Excel などで開いていれば閉じて、もう一度選んでください。"),
            path,
            reason=reason_of(error),
        ) from error
    if not data:
        raise _refused(_("「{name}」は空のファイルです。中身のあるファイルを選んでください。"), path)
    return data


def check_archive(name: str, archive: zipfile.ZipFile) -> None:
    """Unpack every part of a workbook piece by piece, keeping none, and refuse one that is a bomb.

    Raises:
        InputError: it is a bomb, is damaged, or spreads its cells wider than the program takes.
    """
    total = 0
    for part in archive.infolist():
        if part.file_size > max(_CHUNK, part.compress_size * MOST_RATIO):
            raise _bomb(name)
        watch, xml = _watcher_of(part.filename, name), _well_formed(part.filename)
        try:
            with archive.open(part) as stream:
                for chunk in iter(lambda: stream.read(_CHUNK), b""):
                    total += len(chunk)
                    if total > MOST_UNPACKED:
                        raise _bomb(name)
                    watch(chunk)
                    xml(chunk, False)
            xml(b"", True)
        except _DAMAGE as error:
            raise damaged(name) from error


def _well_formed(part: str) -> Callable[[bytes, bool], object]:
    """Return what goes through XML as it goes by: the reader never ends on some that is cut short."""
    if not part.endswith((".xml", ".rels")):
        return lambda _chunk, _last: None
    parser = expat.ParserCreate()
    parser.StartDoctypeDeclHandler = _refuse_entities
    return parser.Parse


def _refuse_entities(*_words: object) -> None:
    raise zipfile.BadZipFile


def damaged(name: str) -> InputError:
    """Return the sentence for a workbook that cannot be read."""
    return InputError(
        _(
            "「{name}」はこわれているか、表計算のファイルではありません。"
            "Excel で開けるか確かめ、別の名前で保存し直してください。"
        ).format(name=name)
    )


def too_wide(name: str) -> InputError:
    """Return the sentence for a table that is too large."""
    return InputError(
        _(
            "「{name}」の表は広すぎます（{rows}行・{columns}列まで）。"
            "はなれた場所に残っている文字を消すか、行を分けてください。"
        ).format(name=name, rows=MOST_ROWS, columns=MOST_COLUMNS)
    )


def _refused(sentence: str, path: Path, **words: object) -> InputError:
    return InputError(sentence.format(name=path.name, **words))


def _bomb(name: str) -> InputError:
    return InputError(
        _(
            "「{name}」は広げると大きくなりすぎるので、開きませんでした。"
            "必要な表だけを新しいブックに写して、保存し直してください。"
        ).format(name=name)
    )


def _watcher_of(part: str, name: str) -> Callable[[bytes], object]:
    """Return what looks at a part's text as it goes by: a reader holds all cells between first and last."""
    if part.startswith("xl/worksheets/") and part.endswith(".xml"):
        return _Span(name).take
    if part == "content.xml":
        return _Repeats(name).take
    return lambda _chunk: None


class _Tags:
    """Finds tags in text that comes in pieces."""

    pattern: re.Pattern[bytes]

    def __init__(self, name: str) -> None:
        self._name, self._rest = name, b""

    def _tags(self, chunk: bytes) -> Iterator[re.Match[bytes]]:
        text = self._rest + chunk
        cut = text.rfind(b"<")
        self._rest = text[cut:][-4096:] if cut >= 0 else b""
        return self.pattern.finditer(text[:cut] if cut >= 0 else text)


class _Span(_Tags):
    """The rectangle of a sheet's filled cells in xlsx."""

    pattern = _SHEET_TAG

    def __init__(self, name: str) -> None:
        super().__init__(name)
        self._row = self._place = self._rows = self._columns = 0

    def take(self, chunk: bytes) -> None:
        for tag in self._tags(chunk):
            place = _PLACE.search(tag[2])
            if tag[1] == b"row":
                self._row, self._place = (int(place[2]) if place else self._row + 1), 0
                continue
            self._place = _column(place[1]) if place and place[1] else self._place + 1
            if tag[2].endswith(b"/"):
                continue
            self._rows, self._columns = max(self._rows, self._row), max(self._columns, self._place)
            if self._rows * self._columns > MOST_CELLS:
                raise too_wide(self._name)


class _Repeats(_Tags):
    """The number of cells an ods stands for, with its repeated rows and cells."""

    pattern = _ODS_TAG

    def __init__(self, name: str) -> None:
        super().__init__(name)
        self._cells, self._rows, self._columns, self._filled = 0, 1, 0, 0

    def take(self, chunk: bytes) -> None:
        for tag in self._tags(chunk):
            repeated = _REPEATED.search(tag[3])
            times = int(repeated[1]) if repeated else 1
            if tag[2] == b"table-row":
                self._cells += self._rows * self._filled
                self._rows, self._columns, self._filled = (1 if tag[1] else times), 0, 0
            elif not tag[1]:
                self._columns += times
                if b"office:value-type" in tag[3]:
                    self._filled = self._columns
            if self._cells + self._rows * self._filled > MOST_CELLS:
                raise too_wide(self._name)


def _column(letters: bytes) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + letter - 64
    return number
