"""How connections are set up: every pragma, on both connections of the pool."""

import contextlib
import sqlite3
import threading
from pathlib import Path

import pytest
from sqlalchemy import text
from sqlalchemy.orm import Session

from kyodo_desktop.base.paths import DataFolder
from kyodo_desktop.models import Collaboration
from kyodo_desktop.store import Store, open_store
from kyodo_desktop.store.engine import APPLICATION_ID, PRAGMAS, connect
from kyodo_desktop.store.schema import SCHEMA

# As SQLite gives them back.
EXPECTED = {
    "foreign_keys": 1,
    "journal_mode": "truncate",
    "synchronous": 3,
    "locking_mode": "normal",
    "cache_spill": 0,
    "busy_timeout": 5000,
    "trusted_schema": 0,
    "cell_size_check": 1,
    "mmap_size": 0,
    "secure_delete": 1,
    "temp_store": 2,
    "application_id": APPLICATION_ID,
    "user_version": SCHEMA.number,
}


def pragmas(session: Session) -> dict[str, object]:
    """Return what the session's connection really has."""
    found = {name: session.execute(text(f"PRAGMA {name}")).first() for name in EXPECTED}
    # Without memory mapping compiled in, SQLite has no row to give for mmap_size.
    return {name: row[0] if row is not None else 0 for name, row in found.items()}


def test_every_pragma_holds_on_both_connections(store: Store) -> None:
    assert set(PRAGMAS) <= set(EXPECTED)
    with store.writing() as one, store.reading() as other:
        assert pragmas(one) == EXPECTED
        assert pragmas(other) == EXPECTED
        first, second = (session.connection().connection.driver_connection for session in (one, other))
        assert first is not second


def test_a_reader_opens_with_the_same_pragmas(store: Store, folder: DataFolder) -> None:
    reader = open_store(folder, store.clock, read_only=True)
    with reader.reading() as session:
        assert pragmas(session) == EXPECTED
    reader.close()


def test_a_change_of_the_tables_is_rolled_back_like_any_other(store: Store) -> None:
    with contextlib.suppress(ZeroDivisionError), store.seeding() as session:
        session.execute(text("CREATE TABLE more (id INTEGER)"))
        session.execute(text("ALTER TABLE department RENAME TO section"))
        raise ZeroDivisionError
    with store.reading() as session:
        names = set(session.scalars(text("SELECT name FROM sqlite_master")))
    assert "department" in names
    assert not names & {"more", "section"}


def test_what_a_reading_session_changes_is_thrown_away(store: Store) -> None:
    with store.reading() as session:
        session.get_one(Collaboration, 1).title = "夕市"
        session.flush()
    with store.reading() as session:
        assert session.get_one(Collaboration, 1).title == "朝市"


def test_a_writer_holds_the_write_lock_from_its_beginning(store: Store, folder: DataFolder) -> None:
    with store.writing() as session:
        session.get(Collaboration, 1)
        other = connect(folder.database)
        other.execute("PRAGMA busy_timeout=0")
        with pytest.raises(sqlite3.OperationalError, match="locked"):
            other.execute("BEGIN IMMEDIATE")
        other.close()


def test_a_reader_sees_one_moment_while_another_writes(store: Store) -> None:
    with store.reading() as reader:
        assert reader.get_one(Collaboration, 1).title == "朝市"
        with store.writing("直す") as writer:
            writer.get_one(Collaboration, 1).title = "夕市"
            writer.flush()
            reader.expire_all()
            assert reader.get_one(Collaboration, 1).title == "朝市"
            reader.close()


def test_the_window_and_a_job_work_at_the_same_time(store: Store) -> None:
    titles: list[str] = []

    def job() -> None:
        for number in range(20):
            with store.writing("job") as session:
                session.get_one(Collaboration, 1).note = f"{number}"
            with store.reading() as session:
                titles.append(session.get_one(Collaboration, 1).title)

    thread = threading.Thread(target=job)
    thread.start()
    for number in range(20):
        with store.writing("window") as session:
            session.get_one(Collaboration, 1).title = f"朝市{number}"
        with store.reading() as session:
            assert session.get_one(Collaboration, 1).title == f"朝市{number}"
    thread.join()
    assert len(titles) == 20
    with store.reading() as session:
        entry = session.get_one(Collaboration, 1)
        assert (entry.title, entry.note) == ("朝市19", "19")


def test_no_file_but_the_database_and_the_lock_is_left(store: Store, folder: DataFolder) -> None:
    with store.writing("直す") as session:
        session.get_one(Collaboration, 1).title = "夕市"
    store.close()
    names = {path.name: path.stat().st_size for path in folder.root.iterdir()}
    assert {name for name, size in names.items() if size} == {"kyodo.sqlite"}
    assert set(names) <= {"kyodo.sqlite", "kyodo.sqlite-journal", "kyodo.lock"}


def test_the_folder_may_have_any_name(tmp_path: Path, store: Store) -> None:
    assert [path.name for path in tmp_path.iterdir()] == ["協働 データ%#?"]
