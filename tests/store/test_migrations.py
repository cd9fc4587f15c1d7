"""Migrations: what a new database has, and old databases brought up to date with nothing lost."""

import contextlib
import re
import shutil
import sqlite3
import subprocess
import sys
import warnings
from pathlib import Path

import pytest

from kyodo_desktop.base.clock import FixedClock
from kyodo_desktop.base.errors import StoreError
from kyodo_desktop.base.paths import DataFolder
from kyodo_desktop.composition import build
from kyodo_desktop.models import Base
from kyodo_desktop.records.partners import PartnerDraft
from kyodo_desktop.records.proposals import ProposalDraft
from kyodo_desktop.store import open_store
from kyodo_desktop.store.backup import list_backups
from kyodo_desktop.store.engine import APPLICATION_ID, connect
from kyodo_desktop.store.integrity import row_counts
from kyodo_desktop.store.schema import SCHEMA, Schema, create_tables
from tests.databases.filled import NOON, RELEASED

CLOCK = FixedClock(NOON)
SELECT = 'SELECT * FROM "{}"'

HEAD = """
import sqlalchemy as sa
from alembic import op

revision = "{next:04}"
down_revision = "{head:04}"
"""
NEXT = SCHEMA.number + 1
ADD_A_TABLE = """
def upgrade():
    op.create_table("round", sa.Column("id", sa.Integer(), primary_key=True))
    op.execute("INSERT INTO round (id) VALUES (1), (2)")

def rows(before):
    return {**before, "round": 2}
"""
REBUILD = """
def upgrade():
    with op.batch_alter_table("partner", recreate="always") as table:
        table.add_column(sa.Column("fax", sa.String(), nullable=False, server_default=""))
    with op.batch_alter_table("collaboration", recreate="always") as table:
        table.alter_column("note", new_column_name="note", type_=sa.Text())
"""
RAISE_HALF_WAY = """
def upgrade():
    op.create_table("round", sa.Column("id", sa.Integer(), primary_key=True))
    with op.batch_alter_table("partner", recreate="always") as table:
        table.add_column(sa.Column("fax", sa.String(), nullable=False, server_default=""))
    op.execute("UPDATE collaboration SET title = ''")
    raise ZeroDivisionError
"""
REFUSED_BY_SQLITE = """
def upgrade():
    op.execute("UPDATE collaboration SET title = ''")
    op.execute("DROP TABLE no_such_table")
"""
LOSE_ROWS = """
def upgrade():
    op.execute("DELETE FROM participation_partner WHERE id < 4")
"""
LEAVE_DANGLING = """
def upgrade():
    op.execute("DELETE FROM partner WHERE id = 1")

def rows(before):
    return {**before, "partner": before["partner"] - 1}
"""


@pytest.fixture
def with_revision(tmp_path: Path) -> Path:
    """Give a copy of the revisions, to which a test adds one."""
    return Path(shutil.copytree(SCHEMA.scripts, tmp_path / "migrations"))


def with_next(scripts: Path, code: str) -> Schema:
    head = HEAD.format(next=NEXT, head=SCHEMA.number)
    (scripts / "versions" / f"{NEXT:04}_next.py").write_text(head + code, encoding="utf-8")
    return Schema(NEXT, scripts)


def describe(database: Path) -> dict[str, str]:
    """Return the tables and indexes of a file as SQLite keeps them, blanks aside."""
    with contextlib.closing(sqlite3.connect(database)) as connection:
        rows = connection.execute("SELECT name, sql FROM sqlite_master WHERE sql IS NOT NULL")
        return {name: re.sub(r"\s+", " ", sql) for name, sql in rows}


def rows_of(database: Path) -> dict[str, set[tuple[object, ...]]]:
    with contextlib.closing(connect(database, "ro")) as connection:
        return {name: set(connection.execute(SELECT.format(name))) for name in row_counts(connection)}


# What there is


def test_the_revisions_lead_one_after_the_other_to_this_programs_number() -> None:
    from alembic.script import ScriptDirectory

    found = [one.revision for one in ScriptDirectory(str(SCHEMA.scripts)).walk_revisions()]
    assert found == [f"{number:04}" for number in range(SCHEMA.number, 0, -1)]


def test_a_new_database_is_what_the_revisions_make_and_what_the_entities_say(tmp_path: Path) -> None:
    new, migrated = DataFolder(tmp_path / "new"), DataFolder(tmp_path / "migrated")
    open_store(new, CLOCK).close()
    migrated.root.mkdir()
    with contextlib.closing(sqlite3.connect(migrated.database)) as connection:
        connection.execute(f"PRAGMA application_id={APPLICATION_ID}")
        connection.execute("CREATE TABLE gone (id INTEGER)")
        connection.execute("DROP TABLE gone")
    open_store(migrated, CLOCK).close()
    assert describe(migrated.database) == describe(new.database)
    assert set(Base.metadata.tables) <= set(describe(new.database))
    assert differences(migrated.database) == []


def differences(database: Path) -> list[object]:
    """Return what Alembic would still change."""
    from alembic.autogenerate import compare_metadata
    from alembic.migration import MigrationContext

    from kyodo_desktop.store.engine import make_engine

    engine = make_engine(database)
    with engine.connect() as connection, warnings.catch_warnings():
        # An index on expressions cannot be read back by SQLAlchemy; `describe` compares it.
        warnings.simplefilter("ignore")
        found = compare_metadata(MigrationContext.configure(connection), Base.metadata)
    engine.dispose()
    return [one for one in found if "uq_partner_pair_first_id_second_id" not in str(one)]


@pytest.mark.parametrize("database", sorted(RELEASED.parent.glob("*.sqlite")), ids=lambda path: path.stem)
def test_every_released_database_is_brought_up_to_date(folder: DataFolder, database: Path) -> None:
    folder.root.mkdir()
    shutil.copy(database, folder.database)
    with contextlib.closing(connect(folder.database, "ro")) as connection:
        assert all(row_counts(connection).values())
    open_store(folder, CLOCK).close()
    create_tables(folder.root / "new.sqlite", SCHEMA)
    assert describe(folder.database) == describe(folder.root / "new.sqlite")


def test_the_first_releases_database_keeps_every_row_and_gives_no_id_again(folder: DataFolder) -> None:
    folder.root.mkdir()
    shutil.copy(RELEASED.with_name("kyodo-1.sqlite"), folder.database)
    with contextlib.closing(sqlite3.connect(folder.database)) as connection:
        # The highest id was given and its partner is gone: a new one must not take its place in the log.
        connection.execute("UPDATE sqlite_sequence SET seq = 500 WHERE name IN ('partner', 'proposal')")
        connection.commit()
    before, columns = rows_of(folder.database), columns_of(folder.database, "partner")
    proposal = columns_of(folder.database, "proposal")
    sheet = columns_of(folder.database, "check_sheet")
    composition = build(folder, clock=CLOCK)
    assert composition.services.partners.add(PartnerDraft(name="あたらしい会")) == 501
    assert composition.services.proposals.create(ProposalDraft()) == 501
    kept = composition.services.partners.get(1)
    assert (kept.activity_fields, kept.public_fields, kept.tags) == ((), frozenset(), ())
    assert composition.services.partners.search(kept.name, 1)[0].id == 1
    composition.close()
    after = rows_of(folder.database)
    grown = {"partner", "collaboration", "proposal", "check_sheet", "change_set", "change"}
    for name in before.keys() - grown:
        assert after[name] == before[name]
    assert some_of(folder.database, "check_sheet", sheet) == before["check_sheet"]
    proposals = some_of(folder.database, "proposal", proposal)
    assert {row for row in proposals if row[0] != 501} == before["proposal"]
    assert {row for row in some_of(folder.database, "partner", columns) if row[0] != 501} == {
        tuple(value for name, value in zip(columns, row, strict=True) if name not in DERIVED)
        for row in before["partner"]
    }


DERIVED = {"full_key", "bare_key", "sort_key", "key_version"}


def columns_of(database: Path, table: str) -> list[str]:
    with contextlib.closing(sqlite3.connect(database)) as connection:
        return [row[1] for row in connection.execute(f"PRAGMA table_info({table})")]


def some_of(database: Path, table: str, columns: list[str]) -> set[tuple[object, ...]]:
    """Return what stands in these columns of a table, but for what is computed again."""
    named = ", ".join(name for name in columns if name not in DERIVED)
    with contextlib.closing(sqlite3.connect(database)) as connection:
        return set(connection.execute(f"SELECT {named} FROM {table}"))  # noqa: S608


def test_alembic_is_not_loaded_by_an_ordinary_start(filled: DataFolder) -> None:
    code = """
import sys
from pathlib import Path
from kyodo_desktop.base.clock import SystemClock
from kyodo_desktop.base.paths import DataFolder
from kyodo_desktop.store import open_store
open_store(DataFolder(Path(sys.argv[1])), SystemClock()).close()
open_store(DataFolder(Path(sys.argv[1]) / "new"), SystemClock()).close()
sys.exit("alembic" in sys.modules)
"""
    assert subprocess.run([sys.executable, "-c", code, str(filled.root)], check=False).returncode == 0


# What goes well


def test_a_backup_is_made_first_and_nothing_is_lost(filled: DataFolder, with_revision: Path) -> None:
    before = rows_of(filled.database)
    open_store(filled, CLOCK, schema=with_next(with_revision, ADD_A_TABLE)).close()
    assert rows_of(filled.database) == {**before, "round": {(1,), (2,)}}
    (backup,) = list_backups(filled.backups).values()
    assert rows_of(backup) == before
    with contextlib.closing(connect(filled.database, "ro")) as connection:
        assert connection.execute("PRAGMA user_version").fetchone() == (NEXT,)


def test_a_rebuilt_table_keeps_every_row_that_refers_to_it(filled: DataFolder, with_revision: Path) -> None:
    before = rows_of(filled.database)
    open_store(filled, CLOCK, schema=with_next(with_revision, REBUILD)).close()
    after = rows_of(filled.database)
    assert {row[:-1] for row in after.pop("partner")} == before.pop("partner")
    assert after == before
    indexes = describe(filled.database)
    assert "deleted_at IS NULL" in indexes["uq_collaboration_fiscal_year_number"]
    open_store(filled, CLOCK, schema=Schema(NEXT, with_revision)).close()
    assert len(list_backups(filled.backups)) == 1


def test_a_command_that_only_reads_brings_it_up_to_date_when_no_window_is_open(
    filled: DataFolder, with_revision: Path
) -> None:
    open_store(filled, CLOCK, schema=with_next(with_revision, ADD_A_TABLE), read_only=True).close()
    assert rows_of(filled.database)["round"] == {(1,), (2,)}


# What goes wrong


def test_a_revision_that_raises_leaves_the_file_byte_for_byte(
    filled: DataFolder, with_revision: Path
) -> None:
    before = filled.database.read_bytes()
    schema = with_next(with_revision, RAISE_HALF_WAY)
    with pytest.raises(ZeroDivisionError):
        open_store(filled, CLOCK, schema=schema)
    assert filled.database.read_bytes() == before
    # The lock is free again, and the program before the change still works.
    open_store(filled, CLOCK).close()
    assert len(list_backups(filled.backups)) == 1


@pytest.mark.parametrize("code", [REFUSED_BY_SQLITE, LOSE_ROWS, LEAVE_DANGLING])
def test_a_revision_that_fails_or_loses_something_is_said_and_changes_nothing(
    filled: DataFolder, with_revision: Path, code: str
) -> None:
    before = filled.database.read_bytes()
    with pytest.raises(StoreError, match="新しい版に合わせられませんでした。データは元のまま"):
        open_store(filled, CLOCK, schema=with_next(with_revision, code))
    assert filled.database.read_bytes() == before


def test_without_a_backup_nothing_is_migrated(filled: DataFolder, with_revision: Path) -> None:
    filled.backups.write_text("a file where the folder should be")
    before = filled.database.read_bytes()
    with pytest.raises(StoreError):
        open_store(filled, CLOCK, schema=with_next(with_revision, ADD_A_TABLE))
    assert filled.database.read_bytes() == before


def test_after_a_migration_older_acts_are_not_taken_back(filled: DataFolder, with_revision: Path) -> None:
    from kyodo_desktop.base.errors import ConflictError
    from kyodo_desktop.services.history import HistoryService

    store = open_store(filled, CLOCK, schema=with_next(with_revision, ADD_A_TABLE))
    history = HistoryService(store)
    assert history.can_undo() is None
    with pytest.raises(ConflictError, match="新しくする前"):
        history.undo()
    store.close()
