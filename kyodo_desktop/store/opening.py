"""Opening the database: who may write, whether the file is ours and sound, making and filling a new one."""

from collections.abc import Callable
from pathlib import Path

from kyodo_desktop.base.clock import Clock
from kyodo_desktop.base.errors import StoreError
from kyodo_desktop.base.files import put_in_place
from kyodo_desktop.base.paths import DataFolder
from kyodo_desktop.store.backup import make_backup
from kyodo_desktop.store.engine import make_engine
from kyodo_desktop.store.faults import told_with_files
from kyodo_desktop.store.gate import has_journal, is_wal, read_version, refuse_damaged, refuse_read_only
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

    `read_only` opens beside the process that writes; when there is none and the database is not ready to be
    read, it is made ready first.

    Raises:
        StoreError: it cannot be used; nothing was changed.
    """
    opening = _Opening(folder, clock, schema, fill)
    with told_with_files(folder.database):
        return opening.for_reading() if read_only else opening.for_writing()


class _Opening:
    """One start on one data folder."""

    def __init__(self, folder: DataFolder, clock: Clock, schema: Schema, fill: Fill | None) -> None:
        self._folder, self._clock, self._schema, self._fill = folder, clock, schema, fill
        self._database = folder.database

    def for_writing(self) -> Store:
        """Take the lock, make the database ready, and keep the lock."""
        self._folder.root.mkdir(parents=True, exist_ok=True)
        lock = FolderLock(self._folder.lock)
        try:
            self._make_ready(lock)
            return self._store("rw", lock)
        except BaseException:
            lock.release()
            raise

    def for_reading(self) -> Store:
        """Open beside the writer; where there is none, finish first what one would have done at its start."""
        if not self._is_ready():
            self._folder.root.mkdir(parents=True, exist_ok=True)
            try:
                self.for_writing().close()
            except StoreError:
                # A writer in the middle of an act has a journal too; then the file is good to read.
                if not self._is_current():
                    raise
        refuse_damaged(self._database, current=True, mode="ro")
        return self._store("ro", None)

    def _is_ready(self) -> bool:
        return self._is_current() and not has_journal(self._database) and not is_wal(self._database)

    def _is_current(self) -> bool:
        newest = self._schema.number
        return self._database.exists() and read_version(self._database, newest) == newest

    def _make_ready(self, lock: FolderLock) -> None:
        if not self._database.exists():
            self._create(lock)
            return
        version = read_version(self._database, self._schema.number)
        refuse_read_only(self._database)
        refuse_damaged(self._database, current=version == self._schema.number)
        if version < self._schema.number:
            from kyodo_desktop.store.migrate import bring_up_to_date

            make_backup(self._folder, self._clock.now())
            bring_up_to_date(self._database, self._schema, version)

    def _create(self, lock: FolderLock) -> None:
        """Make and fill a database under another name, so that a start that fails leaves none."""
        unfinished = self._database.with_name(f"{self._database.name}.new")
        _remove(unfinished)
        try:
            create_tables(unfinished, self._schema)
            if self._fill is not None:
                self._fill_in(unfinished, lock, self._fill)
            put_in_place(unfinished, self._database)
        finally:
            _remove(unfinished)

    def _fill_in(self, unfinished: Path, lock: FolderLock, fill: Fill) -> None:
        engine = make_engine(unfinished)
        try:
            fill(Store(self._folder, self._clock, engine, self._schema.number, lock))
        finally:
            engine.dispose()

    def _store(self, mode: str, lock: FolderLock | None) -> Store:
        engine = make_engine(self._database, mode)
        return Store(self._folder, self._clock, engine, self._schema.number, lock)


def _remove(database: Path) -> None:
    for path in (database.with_name(f"{database.name}-journal"), database):
        path.unlink(missing_ok=True)
