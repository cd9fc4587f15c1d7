"""Backups that are ones, how many are kept, and the check of the data."""

import contextlib
import sqlite3
import threading
from datetime import UTC, datetime, timedelta

import pytest

from kyodo_desktop.base.clock import FixedClock, office_time
from kyodo_desktop.base.errors import StoreError
from kyodo_desktop.base.paths import DataFolder
from kyodo_desktop.models import Collaboration
from kyodo_desktop.services.collaborations import CollaborationsService
from kyodo_desktop.services.maintenance import MaintenanceService
from kyodo_desktop.services.settings import SettingsService
from kyodo_desktop.store import Store, open_store
from kyodo_desktop.store.thinning import superfluous


@pytest.fixture
def maintenance(store: Store) -> MaintenanceService:
    return MaintenanceService(store)


def write(store: Store) -> None:
    settings = SettingsService(store)
    settings.set("clerk_name", settings.get("clerk_name", "") + "。")


# Backups


def test_a_backup_is_named_by_the_offices_time_and_is_a_whole_database(
    maintenance: MaintenanceService, folder: DataFolder, clock: FixedClock
) -> None:
    assert maintenance.last_backup() is None
    made = maintenance.backup()
    assert made == folder.backups / "kyodo-20261124-120000.sqlite"
    assert maintenance.last_backup() == clock.now()
    assert [path.name for path in folder.backups.iterdir()] == [made.name]
    other = DataFolder(folder.root.with_name("other"))
    other.root.mkdir()
    made.rename(other.database)
    restored = open_store(other, clock)
    assert len(CollaborationsService(restored).list(2018)) == 168
    restored.close()


def test_a_backup_is_made_beside_an_open_act_and_holds_what_was_committed(
    store: Store, maintenance: MaintenanceService
) -> None:
    made = []
    with store.writing("直す") as session:
        session.get_one(Collaboration, 1).title = "まだ"
        session.flush()
        job = threading.Thread(target=lambda: made.append(maintenance.backup()))
        job.start()
        job.join()
    with contextlib.closing(sqlite3.connect(made[0])) as copy:
        (title,) = copy.execute("SELECT title FROM collaboration WHERE id = 1").fetchone()
    assert title != "まだ"


def test_a_reader_may_back_up_beside_the_window(store: Store, folder: DataFolder, clock: FixedClock) -> None:
    reader = open_store(folder, clock, read_only=True)
    assert MaintenanceService(reader).backup().exists()
    reader.close()


def test_a_damaged_database_gives_no_backup_and_lets_none_go(
    store: Store, maintenance: MaintenanceService, folder: DataFolder, clock: FixedClock
) -> None:
    for _ in range(3):
        write(store)
        maintenance.backup()
        clock.moment += timedelta(minutes=10)
    clock.moment += timedelta(days=400)
    before = sorted(folder.backups.iterdir())
    with folder.database.open("rb+") as file:
        file.seek(4096 * 3)
        file.write(b"\xff" * 4096 * 8)
    with pytest.raises(StoreError, match=before[-1].name):
        maintenance.backup()
    assert sorted(folder.backups.iterdir()) == before


def test_a_backup_is_due_after_half_an_hour_in_which_something_was_written(
    store: Store, maintenance: MaintenanceService, clock: FixedClock
) -> None:
    assert maintenance.is_backup_due()
    maintenance.backup()
    write(store)
    assert not maintenance.is_backup_due()
    clock.moment += timedelta(minutes=30)
    assert maintenance.is_backup_due()
    maintenance.backup()
    clock.moment += timedelta(hours=5)
    assert not maintenance.is_backup_due()
    write(store)
    assert not maintenance.is_backup_due(minutes=600)
    assert maintenance.is_backup_due()


def test_files_of_other_names_are_left_alone(
    maintenance: MaintenanceService, folder: DataFolder, clock: FixedClock
) -> None:
    folder.backups.mkdir()
    for name in ("kyodo-大事.sqlite", "kyodo-20200101-000000.sqlite", "メモ.txt"):
        (folder.backups / name).touch()
    maintenance.backup()
    clock.moment += timedelta(days=900)
    maintenance.backup()
    left = {path.name for path in folder.backups.iterdir()}
    assert {"kyodo-大事.sqlite", "メモ.txt"} < left


# How many are kept


def test_two_years_of_work_keep_what_was_promised() -> None:
    kept: set[datetime] = set()
    day = datetime(2026, 4, 1, tzinfo=UTC)
    for number in range(730):
        for half_hour in range(16):
            now = day + timedelta(days=number, minutes=30 * half_hour)
            kept.add(now)
        kept -= superfluous(kept, now)
        recent = {moment for moment in kept if now - moment <= timedelta(days=2)}
        assert len(recent) >= min(16 * (number + 1), 32)
        if number > 300:
            assert_promise(kept, now)
    assert len(kept) < 100


def assert_promise(kept: set[datetime], now: datetime) -> None:
    local = [office_time(moment) for moment in kept]
    days = {one.date() for one in local}
    assert {(office_time(now) - timedelta(days=ago)).date() for ago in range(12)} <= days
    week = {one.isocalendar()[:2] for one in local}
    assert {(office_time(now) - timedelta(weeks=ago)).isocalendar()[:2] for ago in range(10)} <= week
    assert len({(one.year, one.month) for one in local}) >= 9


def test_nothing_of_the_last_two_days_goes() -> None:
    now = datetime(2026, 11, 24, tzinfo=UTC)
    assert superfluous([now - timedelta(minutes=30 * n) for n in range(96)], now) == set()
    assert superfluous([], now) == set()


# The check


def test_a_sound_database_has_no_findings(maintenance: MaintenanceService) -> None:
    assert maintenance.check() == ()


def test_what_is_wrong_is_said_in_words(maintenance: MaintenanceService, folder: DataFolder) -> None:
    with contextlib.closing(sqlite3.connect(folder.database)) as connection:
        connection.execute("UPDATE participation SET collaboration_id = 9999 WHERE id = 7")
        connection.commit()
    assert maintenance.check() == ("表「participation」の7行目が指す「collaboration」の行がありません。",)
    with folder.database.open("rb+") as file:
        file.seek(0)
        file.write(b"no database at all")
    with pytest.raises(StoreError, match="壊れています"):
        maintenance.check()


def test_search_keys_of_an_older_recipe_are_computed_anew(
    store: Store, maintenance: MaintenanceService
) -> None:
    with store.seeding() as session:
        entry = session.get_one(Collaboration, 1)
        entry.full_key, entry.key_version = "", 0
    assert maintenance.refresh_keys() == 1
    assert CollaborationsService(store).get(1).full_key
    assert maintenance.refresh_keys() == 0
