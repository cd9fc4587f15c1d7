"""What a file may be at most, looked at before it is parsed. A bomb is refused, never unpacked."""

import os
import zipfile
import zlib
from collections.abc import Iterator, Sequence
from pathlib import Path
from xml.parsers import expat

from kyodo_desktop.base.errors import InputError
from kyodo_desktop.base.i18n import _
from kyodo_desktop.base.reasons import reason_of
from kyodo_desktop.services.importing.watchers import (
    MOST_ROWS,
    MOST_TEXT,
    Part,
    SharedText,
    Span,
    Strings,
    TooMuchError,
    TooWideError,
    Watcher,
)

MOST_BYTES = 64 * 2**20
MOST_UNPACKED = 512 * 2**20
MOST_RATIO = 200
"""A register of 10,000 groups packs to about a tenth; a bomb to a thousandth."""
MOST_COLUMNS = 500
MOST_CHARACTERS = 32_767
"""In one cell, as in Excel."""

_DAMAGE = (
    zipfile.BadZipFile,
    zlib.error,
    EOFError,
    NotImplementedError,
    RuntimeError,
    ValueError,
    LookupError,
    expat.ExpatError,
)
"""What Python says of a container or a part that is not what it should be."""
_CHUNK = 2**20
_OWNER_FILE = "~$"
_BEFORE_XML = b"\xef\xbb\xbf \t\r\n"
_BINARY = "xl/workbook.bin"
_MANIFEST = "META-INF/manifest.xml"
_WITH_PASSWORD = 1
"""The bit of a part in a container that says it is encrypted."""


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
    if path.name.startswith(_OWNER_FILE):
        raise _refused(
            _(
                "「{name}」は、Excel が開いているあいだだけ作る覚え書きです。"
                "Excel を閉じ、名前が ~$ で始まらないほうのファイルを選んでください。"
            ),
            path,
        )
    if not data:
        raise _refused(_("「{name}」は空のファイルです。中身のあるファイルを選んでください。"), path)
    return data


def check_archive(name: str, archive: zipfile.ZipFile) -> frozenset[str]:
    """Unpack every part of a workbook piece by piece, keeping none, and refuse one that is a bomb.

    The names of the sheets' parts that have formulas are returned.

    Raises:
        InputError: it has a password, is a bomb, is damaged, or is wider than the program takes.
    """
    total, watchers = 0, []
    try:
        if _is_encrypted(archive):
            raise has_password(name)
        if _BINARY in archive.namelist():
            raise _binary(name)
        for part in archive.infolist():
            if part.file_size > max(_CHUNK, part.compress_size * MOST_RATIO):
                raise _bomb(name)
            watcher, size = _watch(archive, part, MOST_UNPACKED - total)
            total += size
            watchers.append((part, watcher))
        _check_shared_text(archive, watchers)
        return frozenset(part.filename for part, one in watchers if isinstance(one, Span) and one.is_odd)
    except TooMuchError as error:
        raise _bomb(name) from error
    except TooWideError as error:
        raise too_wide(name) from error
    except _DAMAGE as error:
        raise damaged(name) from error


def _is_encrypted(archive: zipfile.ZipFile) -> bool:
    """Tell whether a password was put on the container, or on the parts of an ods."""
    if any(part.flag_bits & _WITH_PASSWORD for part in archive.infolist()):
        return True
    if _MANIFEST not in archive.namelist():
        return False
    with archive.open(_MANIFEST) as stream:
        return b"encryption-data" in stream.read(_CHUNK)


def _watch(archive: zipfile.ZipFile, part: zipfile.ZipInfo, room: int) -> tuple[Watcher | None, int]:
    """Let a part go by, and return what looked at it, and how large it is.

    XML is gone through to its end: the reader never ends on some that is cut short.
    """
    xml = Part() if part.filename.endswith((".xml", ".rels")) else None
    size = 0
    for chunk in _pieces(archive, part):
        if xml is None and not size and chunk.lstrip(_BEFORE_XML).startswith(b"<"):
            xml = Part(looks_only=True)
        size += len(chunk)
        if size > room:
            raise TooMuchError
        if xml is not None:
            xml.take(chunk)
    return (xml.finish() if xml is not None else None), size


def _pieces(archive: zipfile.ZipFile, part: zipfile.ZipInfo) -> Iterator[bytes]:
    with archive.open(part) as stream:
        yield from iter(lambda: stream.read(_CHUNK), b"")


def _check_shared_text(
    archive: zipfile.ZipFile, watchers: Sequence[tuple[zipfile.ZipInfo, Watcher | None]]
) -> None:
    """Refuse cells that share so long a text that, written out for each, it would be too much."""
    lengths = [length for _part, one in watchers if isinstance(one, Strings) for length in one.lengths]
    sheets = [(part, one.shared) for part, one in watchers if isinstance(one, Span)]
    if max(lengths, default=0) * sum(count for _part, count in sheets) <= MOST_TEXT:
        return
    counted = SharedText(lengths)
    for part, _count in sheets:
        parser = expat.ParserCreate()
        counted.watch(parser)
        for chunk in _pieces(archive, part):
            parser.Parse(chunk, False)


def damaged(name: str) -> InputError:
    """Return the sentence for a workbook that cannot be read."""
    return InputError(
        _(
            "「{name}」はこわれているか、表計算のファイルではありません。"
            "Excel で開けるか確かめ、別の名前で保存し直してください。"
        ).format(name=name)
    )


def has_password(name: str) -> InputError:
    """Return the sentence for a workbook that only its password opens."""
    return InputError(
        _(
            "「{name}」にはパスワードが付いています。"
            "Excel で開き、パスワードを外した写しを保存して、それを選んでください。"
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


def _binary(name: str) -> InputError:
    return InputError(
        _(
            "「{name}」は Excel のバイナリ ブック（xlsb）なので、読めません。"
            "Excel で開き、「Excel ブック（xlsx）」で保存し直してください。"
        ).format(name=name)
    )


def _bomb(name: str) -> InputError:
    return InputError(
        _(
            "「{name}」は広げると大きくなりすぎるので、開きませんでした。"
            "必要な表だけを新しいブックに写して、保存し直してください。"
        ).format(name=name)
    )
