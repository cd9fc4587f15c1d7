"""The bytes of the files put to records: each kept once, under the sum of what it holds.

`files/<first two>/<sha256>`: a file is copied under a temporary name, forced to the disk, and only then given
its name, before the row that names it is written. So a row never names a file that was not there, and what
stands under a sum was whole once. The backups keep copies in the same order (`backups/files`).
"""

import contextlib
import hashlib
import re
import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from kyodo_desktop.base.errors import InputError
from kyodo_desktop.base.files import put_in_place, settle, temporary_name
from kyodo_desktop.base.i18n import _
from kyodo_desktop.base.paths import DataFolder
from kyodo_desktop.base.reasons import reason_of
from kyodo_desktop.store.engine import connect
from kyodo_desktop.store.faults import told_with_files

MOST_MEGABYTES = 100
_MOST_BYTES = MOST_MEGABYTES * 1024 * 1024
_CHUNK = 1024 * 1024
_NAMED = {
    "attachment": "SELECT DISTINCT sha256 FROM attachment",
    "issued_sheet": "SELECT DISTINCT sha256 FROM issued_sheet",
    "scan": "SELECT DISTINCT sha256 FROM scan",
}
"""The tables whose rows name a file."""
_SUM = re.compile(r"[0-9a-f]{64}")


@dataclass(frozen=True, slots=True)
class KeptFile:
    """What a file is known by."""

    sha256: str
    size: int


def place_of(folder: Path, sha256: str) -> Path:
    """Return where a file of that sum lies in a folder of files."""
    return folder / sha256[:2] / sha256


def take_in(folder: Path, source: Path) -> KeptFile:
    """Copy a file into a folder of files, in place of a damaged one of the same sum.

    Raises:
        InputError: it is no file, empty, too large, or cannot be read.
        StoreError: it cannot be written.
    """
    _refuse_unfit(source)
    with told_with_files(folder):
        _make_folder(folder)
        with temporary_name(folder / source.name) as temporary:
            kept = _copy(source, temporary)
            target = place_of(folder, kept.sha256)
            _make_folder(target.parent)
            put_in_place(temporary, target)
    return kept


def keep(folder: Path, data: bytes) -> KeptFile:
    """Put what the program made itself into a folder of files, in place of a damaged one of the same sum.

    Raises:
        StoreError: it cannot be written.
    """
    kept = KeptFile(hashlib.sha256(data).hexdigest(), len(data))
    with told_with_files(folder):
        target = place_of(folder, kept.sha256)
        _make_folder(folder)
        _make_folder(target.parent)
        with temporary_name(folder / kept.sha256) as temporary:
            temporary.write_bytes(data)
            put_in_place(temporary, target)
    return kept


def bring_over(sha256: str, source: Path, target: Path) -> bool:
    """Copy a file from one folder of files into another; tell whether it was there and whole.

    Raises:
        StoreError: it cannot be written.
    """
    if not is_whole(source, sha256):
        return False
    with contextlib.suppress(InputError):
        return take_in(target, place_of(source, sha256)).sha256 == sha256
    return False


def is_whole(folder: Path, sha256: str) -> bool:
    """Tell whether a folder of files has a file of that sum, and it is as it was taken in."""
    try:
        with place_of(folder, sha256).open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest() == sha256
    except OSError:
        return False


def find_whole(folder: DataFolder, sha256: str) -> Path | None:
    """Return a whole file of that sum: the one of the data, else the copy that a backup has."""
    places = (folder.files, folder.backup_files)
    return next((place_of(place, sha256) for place in places if is_whole(place, sha256)), None)


def files_in(folder: Path) -> Iterator[Path]:
    """Yield the files of a folder of files."""
    for path in folder.glob("??/*"):
        if _SUM.fullmatch(path.name):
            yield path


def left_over(folder: Path) -> Iterator[Path]:
    """Yield what a power cut left of a file that was being taken in."""
    yield from folder.glob(".kyodo-*.tmp")


def named_in(database: Path) -> frozenset[str]:
    """Return the sums of the files that a database names; an older one lacks some of the tables."""
    named: set[str] = set()
    with contextlib.closing(connect(database, "ro")) as connection:
        tables = connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'").fetchall()
        for table, question in _NAMED.items():
            if (table,) in tables:
                named |= {row[0] for row in connection.execute(question) if _SUM.fullmatch(str(row[0]))}
    return frozenset(named)


def copy_named(folder: DataFolder, database: Path) -> None:
    """Give a backup, a database under whatever name, copies of the files it names.

    A file that is not there or not whole any more keeps no backup from being made: the check tells of it.

    Raises:
        StoreError: one cannot be written.
    """
    for sha256 in named_in(database):
        if not place_of(folder.backup_files, sha256).exists():
            bring_over(sha256, folder.files, folder.backup_files)


def thin_copies(folder: DataFolder) -> None:
    """Let go of copies that no backup names any more; of none while a backup cannot be read."""
    named: set[str] = set()
    for path in folder.backups.glob("*.sqlite"):
        try:
            named |= named_in(path)
        except sqlite3.Error:
            return
    for path in files_in(folder.backup_files):
        if path.name not in named:
            with contextlib.suppress(OSError):
                path.unlink()


def _refuse_unfit(source: Path) -> None:
    if source.is_dir():
        words = _("「{name}」はフォルダーです。中のファイルを選んで入れてください。")
    elif not source.is_file():
        words = _("「{name}」というファイルがありません。場所を確かめて、もう一度選んでください。")
    elif source.stat().st_size == 0:
        words = _("「{name}」は中身のない、0バイトのファイルです。元のファイルを確かめてください。")
    elif source.stat().st_size > _MOST_BYTES:
        raise _too_large(source)
    else:
        return
    raise InputError(words.format(name=source.name))


def _copy(source: Path, target: Path) -> KeptFile:
    summing, size = hashlib.sha256(), 0
    with target.open("xb") as file:
        for chunk in _chunks(source):
            size += len(chunk)
            if size > _MOST_BYTES:
                raise _too_large(source)
            summing.update(chunk)
            file.write(chunk)
    return KeptFile(summing.hexdigest(), size)


def _chunks(source: Path) -> Iterator[bytes]:
    try:
        with source.open("rb") as file:
            while chunk := file.read(_CHUNK):
                yield chunk
    except OSError as error:
        raise InputError(
            _(
                "「{name}」を読めませんでした（{reason}）。ほかのプログラムで開いていれば閉じて、"
                "もう一度入れてください。"
            ).format(name=source.name, reason=reason_of(error))
        ) from error


def _too_large(source: Path) -> InputError:
    words = _("「{name}」は{most}MBをこえているので、付けられません。小さくするか、分けてください。")
    return InputError(words.format(name=source.name, most=MOST_MEGABYTES))


def _make_folder(folder: Path) -> None:
    if not folder.is_dir():
        folder.mkdir(parents=True, exist_ok=True)
        settle(folder.parent)
