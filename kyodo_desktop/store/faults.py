"""What SQLite and the system refuse, told to the clerk in one sentence."""

import contextlib
import errno
import sqlite3
from collections.abc import Iterator
from pathlib import Path

from sqlalchemy.exc import DBAPIError

from kyodo_desktop.base.errors import StoreError
from kyodo_desktop.base.i18n import N_, _

_FULL = N_(
    "ディスクに空きがないため、「{name}」に書けませんでした。何も変えていません。"
    "空けてから、もう一度やり直してください。"
)
_READ_ONLY = N_(
    "「{name}」に書きこめません。フォルダー「{folder}」とファイルの「読み取り専用」を外すか、"
    "別のデータフォルダーを選んでください。"
)
_BUSY = N_(
    "「{name}」を、ほかのプログラムが使っています。そのプログラムを閉じて、もう一度やり直してください。"
)
_DAMAGED = N_(
    "「{name}」が壊れています。プログラムを終了し、フォルダー「{folder}」の {name} と {name}-journal を"
    "よそへ移してから、{remedy}"
)
_REMEDY = N_("控え「backups/{backup}」を {name} という名前でそこに写してください。")
_NO_REMEDY = N_("情報システムの担当に知らせてください（控えはまだありません）。")
_UNREADABLE = N_(
    "「{name}」を読み書きできませんでした。ディスクの空きと、フォルダー「{folder}」が使えるか（共有やUSBなら、"
    "つながっているか）を確かめて、もう一度やり直してください。"
)
_NO_TEXT = N_(
    "文字「{text}」は、こわれた文字なので保存できません。消してから、もう一度やり直してください。何も変えていません。"
)
_SENTENCES = {
    sqlite3.SQLITE_FULL: _FULL,
    sqlite3.SQLITE_READONLY: _READ_ONLY,
    sqlite3.SQLITE_PERM: _READ_ONLY,
    sqlite3.SQLITE_AUTH: _READ_ONLY,
    sqlite3.SQLITE_BUSY: _BUSY,
    sqlite3.SQLITE_LOCKED: _BUSY,
    sqlite3.SQLITE_CORRUPT: _DAMAGED,
    sqlite3.SQLITE_NOTADB: _DAMAGED,
    sqlite3.SQLITE_IOERR: _UNREADABLE,
    sqlite3.SQLITE_CANTOPEN: _UNREADABLE,
}


@contextlib.contextmanager
def told(database: Path) -> Iterator[None]:
    """Turn what SQLite refuses into a StoreError; what the statements got wrong passes."""
    try:
        yield
    except DBAPIError as error:
        sentence = _of_sqlite(error.orig, database)
        if sentence is None:
            raise
        raise StoreError(sentence) from error
    except UnicodeEncodeError as error:
        # Half a surrogate pair, pasted from a program that cut a letter in two.
        broken = ascii(error.object[error.start : error.end]).strip("'")
        raise StoreError(_(_NO_TEXT).format(text=broken)) from error
    except sqlite3.Error as error:
        sentence = _of_sqlite(error, database)
        if sentence is None:
            raise
        raise StoreError(sentence) from error


@contextlib.contextmanager
def told_with_files(database: Path) -> Iterator[None]:
    """Do as `told`, and the same for what the system refuses to do with the file and its folder."""
    try:
        with told(database):
            yield
    except OSError as error:
        raise StoreError(_of_system(error, database)) from error


def damaged(database: Path) -> StoreError:
    """Return the error for a file that is not sound, naming the backup to go back to."""
    return StoreError(_filled(_DAMAGED, database))


def _of_sqlite(error: BaseException | None, database: Path) -> str | None:
    code = getattr(error, "sqlite_errorcode", None)
    if code is None:
        # Python's own complaint, without SQLite's number, is of text in the file that is none.
        sentence = _DAMAGED if isinstance(error, sqlite3.OperationalError) else None
    else:
        sentence = _SENTENCES.get(code & 0xFF)
    return None if sentence is None else _filled(sentence, database)


def _of_system(error: OSError, database: Path) -> str:
    if error.errno in (errno.ENOSPC, getattr(errno, "EDQUOT", errno.ENOSPC)):
        return _filled(_FULL, database)
    if isinstance(error, PermissionError) or error.errno == errno.EROFS:
        return _filled(_READ_ONLY, database)
    return _filled(_UNREADABLE, database)


def _filled(sentence: str, database: Path) -> str:
    backups = sorted(path.name for path in database.parent.glob("backups/kyodo-*.sqlite"))
    remedy = _(_REMEDY).format(backup=backups[-1], name=database.name) if backups else _(_NO_REMEDY)
    return _(sentence).format(name=database.name, folder=database.parent, remedy=remedy)
