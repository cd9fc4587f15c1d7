"""Opening the database: who may write, whether the file is ours and sound, making and filling a new one."""

import contextlib
from collections.abc import Callable
from pathlib import Path

from kyodo_desktop.base.clock import Clock
from kyodo_desktop.base.paths import DataFolder
from kyodo_desktop.store.engine import make_engine
from kyodo_desktop.store.faults import told
from kyodo_desktop.store.files import put_in_place
from kyodo_desktop.store.lock import FolderLock
from kyodo_desktop.store.schema import SCHEMA, Schema, create_tables
from kyodo_desktop.store.store import Store

Fill = Callable[[Store], None]


def open_store(
    folder: DataFolder,
    clock: Clock,
    *,
    read_only: bool = False,
    fill: Fill | None = None,
    schema: Schema = SCHEMA,
) -> Store:
    """Open the database of a data folder, making and filling a new one, or bringing an old one up to date.

    `read_only` opens beside the process that writes.

    Raises:
        StoreError: it cannot be used; nothing was written.
    """
    with told(folder.database):
        folder.root.mkdir(parents=True, exist_ok=True)
        if read_only and folder.database.exists():
            return Store(folder, clock, make_engine(folder.database, "ro"), schema.number, None)
        lock = FolderLock(folder.lock)
        with contextlib.ExitStack() as undo:
            undo.callback(lock.release)
            if not folder.database.exists():
                _create(folder, clock, schema, lock, fill)
            undo.pop_all()
    return Store(folder, clock, make_engine(folder.database), schema.number, lock)


def _create(folder: DataFolder, clock: Clock, schema: Schema, lock: FolderLock, fill: Fill | None) -> None:
    """Make and fill a database under another name, so that a start that fails leaves none."""
    unfinished = folder.root / f"{folder.database.name}.new"
    _remove(unfinished)
    try:
        create_tables(unfinished, schema)
        if fill is not None:
            engine = make_engine(unfinished)
            try:
                fill(Store(folder, clock, engine, schema.number, lock))
            finally:
                engine.dispose()
        put_in_place(unfinished, folder.database)
    finally:
        _remove(unfinished)


def _remove(database: Path) -> None:
    for path in (database.with_name(f"{database.name}-journal"), database):
        path.unlink(missing_ok=True)
