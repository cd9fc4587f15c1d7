"""A first start, a second, and all that can be wrong with the file or the folder."""

import contextlib
import os
import random
import shutil
import sqlite3
import stat
import sys
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from kyodo_desktop.base.clock import FixedClock
from kyodo_desktop.base.errors import KyodoError, StoreError
from kyodo_desktop.base.paths import DataFolder
from kyodo_desktop.models import Collaboration, Participation
from kyodo_desktop.services.maintenance import MaintenanceService
from kyodo_desktop.store import Store, open_store
from kyodo_desktop.store.schema import SCHEMA
from tests.databases.filled import NOON, RELEASED
from tests.store.conftest import fill

CLOCK = FixedClock(NOON)


def contents(folder: DataFolder) -> dict[str, bytes]:
    return {
        str(path.relative_to(folder.root)): path.read_bytes()
        for path in folder.root.rglob("*")
        if path.is_file() and path != folder.lock
    }


# The first start and the second


def test_the_first_start_makes_and_fills_a_database_and_the_second_changes_nothing(
    folder: DataFolder,
) -> None:
    open_store(folder, CLOCK, fill=fill).close()
    before = contents(folder)
    assert set(before) == {"kyodo.sqlite"}
    opened = open_store(folder, CLOCK, fill=lambda _store: pytest.fail("filled twice"))
    with opened.reading() as session:
        assert session.get_one(Collaboration, 1).title == "朝市"
    opened.close()
    assert contents(folder) == before


def test_a_filling_that_fails_leaves_no_database_and_the_next_start_makes_one(folder: DataFolder) -> None:
    def fail(store: Store) -> None:
        fill(store)
        raise KyodoError("部品がありません")

    with pytest.raises(KyodoError, match="部品がありません"):
        open_store(folder, CLOCK, fill=fail)
    assert contents(folder) == {}
    # What a start that was killed in the middle leaves is cleared away.
    (folder.root / "kyodo.sqlite.new").write_bytes(b"half")
    (folder.root / "kyodo.sqlite.new-journal").write_bytes(b"half")
    open_store(folder, CLOCK, fill=fill).close()
    assert set(contents(folder)) == {"kyodo.sqlite"}


def test_a_command_that_only_reads_makes_the_first_database_too(folder: DataFolder) -> None:
    reader = open_store(folder, CLOCK, read_only=True, fill=fill)
    with reader.reading() as session:
        assert session.get_one(Collaboration, 1).title == "朝市"
    assert reader.read_only
    open_store(folder, CLOCK).close()
    reader.close()


# What is refused


def overwrite(place: int, data: bytes) -> Callable[[Path], None]:
    def damage(database: Path) -> None:
        with database.open("rb+") as file:
            file.seek(place)
            file.write(data)

    return damage


def make_foreign(database: Path) -> None:
    database.unlink()
    connection = sqlite3.connect(database)
    connection.execute("CREATE TABLE bookmarks (url TEXT)")
    connection.commit()
    connection.close()


def make_dangling(database: Path) -> None:
    connection = sqlite3.connect(database)
    connection.execute("UPDATE participation SET collaboration_id = 9999 WHERE id = 1")
    connection.commit()
    connection.close()


def drop_a_column(database: Path) -> None:
    connection = sqlite3.connect(database)
    connection.execute("ALTER TABLE partner RENAME COLUMN kana TO reading")
    connection.commit()
    connection.close()


REFUSED: list[tuple[Callable[[Path], object], str]] = [
    (make_foreign, "協働デスクのデータではありません"),
    (overwrite(60, (SCHEMA.number + 1).to_bytes(4, "big")), "プログラムを新しい版に入れ替えて"),
    (overwrite(0, b"Not SQLite"), "壊れています"),
    (overwrite(4096, bytes(4096 * 4)), "壊れています"),
    (overwrite(4096 * 9, b"\xff" * 4096), "壊れています"),
    (lambda database: os.truncate(database, 4096 * 20), "壊れています"),
    (lambda database: os.truncate(database, 50), "壊れています"),
    (lambda database: os.truncate(database, 0), "壊れています"),
    (make_dangling, "壊れています"),
    (drop_a_column, "壊れています"),
]


@pytest.mark.parametrize("read_only", [False, True])
@pytest.mark.parametrize(("spoil", "words"), REFUSED)
def test_a_file_that_cannot_be_used_is_named_and_left_alone(
    filled: DataFolder, spoil: Callable[[Path], object], words: str, read_only: bool
) -> None:
    spoil(filled.database)
    before = contents(filled)
    with pytest.raises(StoreError, match=words) as refusal:
        open_store(filled, CLOCK, read_only=read_only, fill=fill)
    assert "kyodo.sqlite" in str(refusal.value)
    assert "\n" not in str(refusal.value)
    assert contents(filled) == before


def test_the_newest_backup_is_named_when_the_file_is_damaged(filled: DataFolder) -> None:
    opened = open_store(filled, CLOCK)
    backup = MaintenanceService(opened).backup()
    opened.close()
    overwrite(0, b"Not SQLite")(filled.database)
    with pytest.raises(StoreError, match=backup.name):
        open_store(filled, CLOCK)
    # What the sentence says to do brings all back.
    filled.database.unlink()
    shutil.copy(backup, filled.database)
    open_store(filled, CLOCK).close()


def test_a_damaged_file_never_ends_in_anything_but_a_sentence(folder: DataFolder) -> None:
    folder.root.mkdir()
    original, dice = RELEASED.read_bytes(), random.Random(8)  # noqa: S311
    refused = 0
    for _ in range(120):
        data = bytearray(original)
        for _ in range(dice.choice([1, 8, 64])):
            data[dice.randrange(len(data))] ^= 1 << dice.randrange(8)
        if dice.random() < 0.2:
            del data[dice.randrange(len(data)) :]
        folder.database.write_bytes(data)
        try:
            opened = open_store(folder, CLOCK)
        except StoreError:
            refused += 1
            assert folder.database.read_bytes() == data
        else:
            opened.close()
    assert refused > 40


def test_text_in_the_file_that_is_none_is_said_when_it_is_read(filled: DataFolder) -> None:
    connection = sqlite3.connect(filled.database)
    connection.execute("UPDATE collaboration SET title = CAST(x'ff' AS TEXT) WHERE id = 1")
    connection.commit()
    connection.close()
    opened = open_store(filled, CLOCK)
    with pytest.raises(StoreError, match="壊れています"), opened.reading() as session:
        session.get(Collaboration, 1)
    opened.close()


def test_a_file_that_another_program_holds_is_said(filled: DataFolder) -> None:
    other = sqlite3.connect(filled.database, isolation_level=None)
    other.execute("BEGIN EXCLUSIVE")
    with pytest.raises(StoreError, match="ほかのプログラムが使っています"):
        open_store(filled, CLOCK)
    other.close()
    open_store(filled, CLOCK).close()


def test_a_folder_in_the_files_place_is_said(folder: DataFolder) -> None:
    folder.database.mkdir(parents=True)
    for read_only in (False, True):
        with pytest.raises(StoreError, match="よそへ移すか"):
            open_store(folder, CLOCK, read_only=read_only, fill=fill)


def test_a_file_that_another_program_left_in_wal_mode_can_be_read(folder: DataFolder) -> None:
    open_store(folder, CLOCK, fill=fill).close()
    with contextlib.closing(sqlite3.connect(folder.database)) as other:
        other.execute("PRAGMA journal_mode=WAL")
    opened = open_store(folder, CLOCK, read_only=True)
    with opened.reading() as session:
        assert session.get_one(Collaboration, 1).title == "朝市"
    opened.close()
    assert set(contents(folder)) <= {"kyodo.sqlite", "kyodo.sqlite-journal"}


# After an unclean end


def test_an_act_that_a_power_cut_broke_off_is_rolled_back(folder: DataFolder) -> None:
    copy_in_the_middle_of_an_act(folder)
    opened = open_store(folder, CLOCK)
    with opened.reading() as session:
        assert session.get_one(Collaboration, 1).title == "朝市"
        assert session.get_one(Participation, 1).text == "朝市の会"
    assert MaintenanceService(opened).check() == ()
    opened.close()


def test_a_command_that_only_reads_rolls_it_back_too(folder: DataFolder) -> None:
    copy_in_the_middle_of_an_act(folder)
    reader = open_store(folder, CLOCK, read_only=True)
    with reader.reading() as session:
        assert session.get_one(Collaboration, 1).title == "朝市"
    reader.close()


def copy_in_the_middle_of_an_act(folder: DataFolder) -> None:
    """Leave in the folder what a power cut leaves: a file half written, and its journal."""
    other = DataFolder(folder.root.with_name("other"))
    open_store(other, CLOCK, fill=fill).close()
    folder.root.mkdir()
    connection = sqlite3.connect(other.database, isolation_level=None)
    connection.execute("PRAGMA cache_spill=1")
    connection.execute("PRAGMA cache_size=1")
    connection.execute("BEGIN IMMEDIATE")
    connection.execute("UPDATE collaboration SET title = '夕市'")
    for number in range(400):
        connection.execute(
            "INSERT INTO department (name, position) VALUES (?, 0)", (f"課{number}" + "あ" * 300,)
        )
    for path in (other.database, other.root / "kyodo.sqlite-journal"):
        shutil.copy(path, folder.root)
    connection.close()
    assert (folder.root / "kyodo.sqlite-journal").stat().st_size > 0
    assert folder.database.read_bytes() != other.database.read_bytes()


# Places that cannot be written


@pytest.fixture
def as_user() -> Iterator[Path]:
    """Give a folder, and the rights of somebody who is not allowed everything."""
    if sys.platform == "win32":
        pytest.skip("folders have no such rights on Windows")
    root = Path(tempfile.mkdtemp(prefix="kyodo-"))
    root.chmod(0o777)
    superuser = os.geteuid() == 0
    if superuser:
        os.seteuid(65534)
    yield root
    if superuser:
        os.seteuid(0)
    for path in (root, *root.rglob("*")):
        path.chmod(stat.S_IRWXU)
    shutil.rmtree(root)


def test_a_read_only_file_can_be_read_and_not_written(as_user: Path) -> None:
    folder = DataFolder(as_user / "data")
    open_store(folder, CLOCK, fill=fill).close()
    folder.database.chmod(0o444)
    before = contents(folder)
    with pytest.raises(StoreError, match="読み取り専用"):
        open_store(folder, CLOCK)
    open_store(folder, CLOCK, read_only=True).close()
    assert contents(folder) == before


@pytest.mark.parametrize("keep_lock", [True, False])
def test_a_read_only_folder_can_be_read_and_not_written(as_user: Path, keep_lock: bool) -> None:
    folder = DataFolder(as_user / "data")
    open_store(folder, CLOCK, fill=fill).close()
    if not keep_lock:
        folder.lock.unlink()
    folder.root.chmod(0o555)
    before = contents(folder)
    with pytest.raises(StoreError, match="書きこめません"):
        open_store(folder, CLOCK)
    open_store(folder, CLOCK, read_only=True).close()
    assert contents(folder) == before


def test_a_folder_that_cannot_be_made_is_said(as_user: Path) -> None:
    parent = as_user / "locked"
    parent.mkdir(0o555)
    with pytest.raises(StoreError, match="書きこめません"):
        open_store(DataFolder(parent / "data"), CLOCK, fill=fill)
    assert list(parent.iterdir()) == []


def test_a_file_that_may_not_be_read_is_said(as_user: Path) -> None:
    folder = DataFolder(as_user / "data")
    open_store(folder, CLOCK, fill=fill).close()
    folder.database.chmod(0)
    for read_only in (False, True):
        with pytest.raises(StoreError, match="「kyodo"):
            open_store(folder, CLOCK, read_only=read_only)


def test_a_file_in_the_folders_place_is_said(tmp_path: Path) -> None:
    (tmp_path / "data").write_text("a file")
    with pytest.raises(StoreError, match="確かめて"):
        open_store(DataFolder(tmp_path / "data"), CLOCK, fill=fill)
