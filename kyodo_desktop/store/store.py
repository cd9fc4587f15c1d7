"""The open database: sessions to read and to write, and the telling of what an act touched."""

import contextlib
import threading
from collections.abc import Callable, Iterator, Sequence

from sqlalchemy import Engine
from sqlalchemy.orm import Session

from kyodo_desktop.base.clock import Clock
from kyodo_desktop.base.errors import StoreError
from kyodo_desktop.base.i18n import _
from kyodo_desktop.base.paths import DataFolder
from kyodo_desktop.records.changes import Touched
from kyodo_desktop.store.change_log import ChangeLog
from kyodo_desktop.store.engine import for_writing
from kyodo_desktop.store.faults import told
from kyodo_desktop.store.lock import FolderLock

Listener = Callable[[Sequence[Touched]], None]


class Store:
    """One open database. Services open a session for one verb and close it before they return."""

    def __init__(
        self, folder: DataFolder, clock: Clock, engine: Engine, schema: int, lock: FolderLock | None
    ) -> None:
        self.folder, self.clock, self.schema = folder, clock, schema
        self._engine, self._writing_engine = engine, for_writing(engine)
        self._lock = lock
        self.files_lock = threading.Lock()
        """Held while files are taken in or swept: a file is there a moment before the row that names it."""
        self._listeners: list[Listener] = []

    @property
    def read_only(self) -> bool:
        """Whether another process is the writer."""
        return self._lock is None

    @contextlib.contextmanager
    def reading(self) -> Iterator[Session]:
        """Give a session that sees one moment of the database; whatever it changes is thrown away."""
        with told(self.folder.database), Session(self._engine, autoflush=False) as session:
            yield session

    @contextlib.contextmanager
    def writing(self, what: str = "", *, undoes: int | None = None) -> Iterator[Session]:
        """Give a session that is committed at the end, or rolled back by an error.

        `what` is the act in the clerk's words; only what is not logged (drafts) may be written without it.
        `undoes` names the act that this one takes back.

        Raises:
            StoreError: the file or the disk refuses; nothing is changed.
            ValueError: logged records changed without `what`.
        """
        with self._session() as session:
            log = ChangeLog(session, what=what, schema=self.schema, undoes=undoes)
            yield session
            touched = log.write(self.clock)
            session.commit()
        if touched:
            self._tell(touched)

    @contextlib.contextmanager
    def seeding(self) -> Iterator[Session]:
        """Give a session like `writing`, but nothing is logged and nobody is told."""
        with self._session() as session:
            yield session
            session.commit()

    def subscribe(self, listener: Listener) -> None:
        """Call `listener` after each commit with what was touched, in the thread that wrote."""
        self._listeners.append(listener)

    def close(self) -> None:
        """Close the file and give up the lock."""
        self._engine.dispose()
        if self._lock is not None:
            self._lock.release()

    def _tell(self, touched: Sequence[Touched]) -> None:
        """Tell every listener, also when one of them raises; its error is raised when all have been told."""
        with contextlib.ExitStack() as listeners:
            for listener in reversed(self._listeners):
                listeners.callback(listener, touched)

    @contextlib.contextmanager
    def _session(self) -> Iterator[Session]:
        if self.read_only:
            raise StoreError(
                _(
                    "データフォルダー「{folder}」は、いまほかのウィンドウが使っているので書きこめません。"
                    "そのウィンドウを閉じてから、もう一度やり直してください。"
                ).format(folder=self.folder.root)
            )
        with told(self.folder.database), Session(self._writing_engine) as session:
            yield session
