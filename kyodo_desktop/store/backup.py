"""Verified copies of the database and of the files it names, taken while it is open.

A copy is made by SQLite's own backup under a temporary name, opened, checked, counted against the original,
forced to the disk, and only then given its name: what is called a backup is one. The files that records name
lie beside the copies once for all of them (`backups/files`), and are there before the copy has its name.
"""

import contextlib
import sqlite3
from datetime import UTC, datetime
from pathlib import Path

from kyodo_desktop.base.clock import OFFICE_ZONE, office_time
from kyodo_desktop.base.errors import StoreError
from kyodo_desktop.base.files import put_in_place
from kyodo_desktop.base.i18n import _
from kyodo_desktop.base.paths import DataFolder
from kyodo_desktop.store.engine import connect
from kyodo_desktop.store.faults import told, told_with_files
from kyodo_desktop.store.files import copy_named
from kyodo_desktop.store.gate import refuse_damaged
from kyodo_desktop.store.integrity import findings, row_counts

_NAME = "kyodo-%Y%m%d-%H%M%S.sqlite"


def make_backup(folder: DataFolder, moment: datetime) -> Path:
    """Copy database and files into the folder of backups, named by the office's time, and return the copy.

    Raises:
        StoreError: the database is damaged, or a copy cannot be written or is not sound; none is left.
    """
    database = folder.database
    target = folder.backups / office_time(moment).strftime(_NAME)
    unfinished = target.with_suffix(".tmp")
    with told(database):
        refuse_damaged(database, current=False, mode="ro")
    with told_with_files(target):
        folder.backups.mkdir(parents=True, exist_ok=True)
        try:
            _copy(database, unfinished)
            copy_named(folder, unfinished)
            put_in_place(unfinished, target)
        finally:
            for path in (unfinished, unfinished.with_name(f"{unfinished.name}-journal")):
                path.unlink(missing_ok=True)
    return target


def list_backups(folder: Path) -> dict[datetime, Path]:
    """Return the backups by their moment (UTC), the oldest first."""
    found: dict[datetime, Path] = {}
    for path in sorted(folder.glob("kyodo-*.sqlite")):
        with contextlib.suppress(ValueError):
            local = datetime.strptime(path.name, _NAME).replace(tzinfo=OFFICE_ZONE)
            found[local.astimezone(UTC)] = path
    return found


def _copy(database: Path, unfinished: Path) -> None:
    with contextlib.closing(connect(database, "ro")) as original:
        # One read transaction over counting and copying, so that both see the same moment.
        original.execute("BEGIN")
        rows = row_counts(original)
        with contextlib.closing(sqlite3.connect(unfinished)) as copy:
            original.backup(copy)
    with contextlib.closing(connect(unfinished, "ro")) as copy:
        if findings(copy) or row_counts(copy) != rows:
            raise StoreError(
                _(
                    "控えを取れませんでした。写しが元の「{name}」と合いません。"
                    "「データを検査する」で元のデータを調べてください。"
                ).format(name=database.name)
            )
