"""May this file be used at all? Asked before anything is written, first of its bytes, then of SQLite."""

import contextlib
import sqlite3
from pathlib import Path

from kyodo_desktop.base.errors import StoreError
from kyodo_desktop.base.i18n import _
from kyodo_desktop.models import Base
from kyodo_desktop.store.engine import APPLICATION_ID, connect
from kyodo_desktop.store.faults import damaged
from kyodo_desktop.store.integrity import findings

_MAGIC = b"SQLite format 3\0"
_READ_MODE, _VERSION, _APPLICATION = slice(19, 20), slice(60, 64), slice(68, 72)


def read_version(database: Path, newest: int) -> int:
    """Return the schema number in the file's header, read without SQLite: it would roll a journal back.

    Raises:
        StoreError: the file is damaged, another program's, or of a newer version of this one.
        OSError: it cannot be read.
    """
    if not database.is_file():
        raise _foreign(database)
    with database.open("rb") as file:
        header = file.read(100)
    if len(header) < 100 or not header.startswith(_MAGIC):
        raise damaged(database)
    if int.from_bytes(header[_APPLICATION], "big") != APPLICATION_ID:
        raise _foreign(database)
    version = int.from_bytes(header[_VERSION], "big")
    if version > newest:
        raise StoreError(
            _(
                "「{name}」は新しい版の協働デスクのデータです（データの版 {version}、"
                "このプログラムは {newest} まで）。"
                "プログラムを新しい版に入れ替えてください。データはそのままです。"
            ).format(name=database.name, version=version, newest=newest)
        )
    return version


def _foreign(database: Path) -> StoreError:
    return StoreError(
        _(
            "「{name}」は協働デスクのデータではありません。フォルダー「{folder}」からよそへ移すか、"
            "別のデータフォルダーを選んでください。"
        ).format(name=database.name, folder=database.parent)
    )


def refuse_read_only(database: Path) -> None:
    """Refuse a file or a folder that cannot be written.

    Raises:
        OSError: one of them cannot.
    """
    with database.open("rb+"):
        pass
    # The journal will stand beside the file; whether one may is known only by trying.
    probe = database.with_name(f"{database.name}.probe")
    probe.touch()
    probe.unlink()


def refuse_damaged(database: Path, *, current: bool, mode: str = "rw") -> None:
    """Refuse a file that is not sound; a journal left by an unclean end is rolled back by the first look.

    `current` says that the file is of this program's schema, so that its tables must be all there.

    Raises:
        StoreError: the file is damaged.
        sqlite3.Error: it cannot be read.
    """
    with contextlib.closing(connect(database, mode)) as connection:
        if findings(connection) or (current and _lacks_columns(connection)):
            raise damaged(database)


def is_wal(database: Path) -> bool:
    """Tell whether another program has put the file into WAL mode: it cannot be read without writing then."""
    with database.open("rb") as file:
        return file.read(100)[_READ_MODE] == b"\x02"


def has_journal(database: Path) -> bool:
    """Tell whether a transaction is under way, or was when the writer's process ended."""
    try:
        return database.with_name(f"{database.name}-journal").stat().st_size > 0
    except FileNotFoundError:
        return False


def _lacks_columns(connection: sqlite3.Connection) -> bool:
    for table in Base.metadata.sorted_tables:
        there = {row[1] for row in connection.execute(f'PRAGMA table_info("{table.name}")')}
        if not there.issuperset(column.name for column in table.columns):
            return True
    return False
