"""Connections to the database file: how they are opened, set up, pooled, and how they begin.

Not WAL: one clerk's program gains nothing from it, and a copy of the file alone would be stale or, with a
left-over `-wal` beside it, corrupt. The rollback journal is cut to nothing at every commit.
"""

import os
import sqlite3
from pathlib import Path
from urllib.parse import quote

from sqlalchemy import Connection, Engine, Pool, create_engine, event
from sqlalchemy.pool import NullPool, QueuePool

APPLICATION_ID = 0x4B594F44
"""The letters KYOD in the file's header: this file is ours."""

PRAGMAS: dict[str, str | int] = {
    "foreign_keys": "ON",
    "journal_mode": "TRUNCATE",
    "synchronous": "EXTRA",
    "locking_mode": "NORMAL",
    "cache_spill": "OFF",
    "busy_timeout": 5000,
    "trusted_schema": "OFF",
    "cell_size_check": "ON",
    "mmap_size": 0,
    "secure_delete": "ON",
    "temp_store": "MEMORY",
}
_WINDOW_AND_JOB = 2
_BEGIN = "kyodo_begin"


def connect(path: Path, mode: str = "rw", *, foreign_keys: bool = True) -> sqlite3.Connection:
    """Open a connection that leaves transactions to us; `mode` is SQLite's: `ro`, `rw` or `rwc`."""
    connection = sqlite3.connect(
        _uri(path, mode), uri=True, isolation_level=None, check_same_thread=False, timeout=5
    )
    try:
        for name, value in PRAGMAS.items():
            connection.execute(f"PRAGMA {name}={value}")
        if not foreign_keys:
            # For a table rebuild they must be off before BEGIN: inside a transaction SQLite ignores the
            # word, and dropping the old table would delete every row that refers to it.
            connection.execute("PRAGMA foreign_keys=OFF")
    except sqlite3.Error:
        connection.close()
        raise
    except UnicodeDecodeError as error:
        connection.close()
        # SQLite complains of a damaged schema, quoting what is no text any more.
        raise sqlite3.OperationalError("the schema is damaged") from error
    return connection


def make_engine(path: Path, mode: str = "rw") -> Engine:
    """Return the program's engine: one connection for the window's thread, one for the job thread."""
    return _engine(path, mode, QueuePool, foreign_keys=True)


def make_migration_engine(path: Path) -> Engine:
    """Return an engine of its own, outside the pool, with foreign keys off."""
    return _engine(path, "rw", NullPool, foreign_keys=False)


def for_writing(engine: Engine) -> Engine:
    """Return the same engine whose transactions take the write lock at their beginning.

    So a reader never upgrades half-way into "database is locked".
    """
    return engine.execution_options(**{_BEGIN: "BEGIN IMMEDIATE"})


def _engine(path: Path, mode: str, pool: type[Pool], *, foreign_keys: bool) -> Engine:
    sizes = {"pool_size": _WINDOW_AND_JOB, "max_overflow": 0} if pool is QueuePool else {}
    engine = create_engine(
        "sqlite://",
        creator=lambda: connect(path, mode, foreign_keys=foreign_keys),
        poolclass=pool,
        **sizes,
    )
    event.listen(engine, "begin", _begin)
    return engine


def _begin(connection: Connection) -> None:
    connection.exec_driver_sql(connection.get_execution_options().get(_BEGIN, "BEGIN"))


def _uri(path: Path, mode: str) -> str:
    text = path.absolute().as_posix()
    # A share (//server/…) keeps its two slashes after the empty authority; a drive letter gets one.
    return f"file://{'' if text.startswith('/') else '/'}{quote(os.fsencode(text), safe='/:')}?mode={mode}"
