"""A process killed in the middle of writing, and a disk that fills up: nothing acknowledged is lost."""

import random
import subprocess
import sys
import time

import pytest
from sqlalchemy import func, select, text

from kyodo_desktop.base.clock import FixedClock
from kyodo_desktop.base.errors import StoreError
from kyodo_desktop.base.paths import DataFolder
from kyodo_desktop.models import ChangeSet, Partner
from kyodo_desktop.services.attachments import AttachmentsService
from kyodo_desktop.services.maintenance import MaintenanceService
from kyodo_desktop.store import Store, open_store
from tests.store.processes import ATTACH, WRITE, line_of, start

KILLS = 10


def count(store: Store) -> tuple[int, int]:
    with store.reading() as session:
        partners = session.scalar(select(func.count()).select_from(Partner)) or 0
        return partners, session.scalar(select(func.count()).select_from(ChangeSet)) or 0


def test_a_writer_that_is_killed_loses_nothing_it_had_acknowledged(
    store: Store, folder: DataFolder, clock: FixedClock
) -> None:
    store.close()
    dice = random.Random(3)  # noqa: S311
    before = 0
    for _ in range(KILLS):
        writer = start(WRITE, folder.root)
        assert line_of(writer) == "open"
        for _ in range(dice.randrange(1, 12)):
            acknowledged = int(line_of(writer))
        time.sleep(dice.random() / 200)
        writer.kill()
        rest, _ = writer.communicate()
        acknowledged = int(rest.split()[-1]) if rest.split() else acknowledged
        reopened = open_store(folder, clock)
        assert MaintenanceService(reopened).check() == ()
        partners, acts = count(reopened)
        # At most the one in flight came too; and the log has exactly what the table has.
        assert partners - before in (acknowledged, acknowledged + 1)
        assert acts == partners
        before = partners
        reopened.close()


def test_a_row_never_names_a_file_that_a_power_cut_left_half_written(
    store: Store, folder: DataFolder, clock: FixedClock
) -> None:
    store.close()
    dice = random.Random(4)  # noqa: S311
    added = 0
    for _ in range(KILLS):
        writer = start(ATTACH, folder.root, str(added * 1000))
        assert line_of(writer) == "open"
        acknowledged = sum(bool(line_of(writer)) for _ in range(dice.randrange(1, 6)))
        time.sleep(dice.random() / 100)
        writer.kill()
        acknowledged += len(writer.communicate()[0].split())
        reopened = open_store(folder, clock)
        attachments = AttachmentsService(reopened)
        assert MaintenanceService(reopened).check() == ()
        assert len(attachments.of("collaboration", 1)) - added in (acknowledged, acknowledged + 1)
        added = len(attachments.of("collaboration", 1))
        assert attachments.sweep() <= 2
        assert MaintenanceService(reopened).check() == ()
        reopened.close()


def fill_up(store: Store) -> None:
    """Leave SQLite no room to grow, as a full disk does."""
    with store.reading() as one, store.reading() as other:
        pages = one.execute(text("PRAGMA page_count")).scalar_one()
        for session in (one, other):
            session.execute(text(f"PRAGMA max_page_count={pages}"))


def test_a_full_disk_is_said_and_the_act_is_not_half_there(store: Store) -> None:
    fill_up(store)
    before = count(store)
    with pytest.raises(StoreError, match="ディスクに空きがない") as refusal:
        add_many(store)
    assert "kyodo.sqlite" in str(refusal.value)
    assert count(store) == before
    assert MaintenanceService(store).check() == ()


def add_many(store: Store) -> None:
    with store.writing("団体を足す") as session:
        session.add_all(Partner(name=f"団体{number}", note="あ" * 3000) for number in range(50))


@pytest.mark.skipif(sys.platform == "win32", reason="Windows cannot limit the size of a file")
def test_a_backup_that_does_not_fit_leaves_nothing_under_its_name(store: Store, folder: DataFolder) -> None:
    add_many(store)
    kept = MaintenanceService(store).backup()
    code = """
import resource, sys
from datetime import UTC, datetime
from pathlib import Path
from kyodo_desktop.base.errors import StoreError
from kyodo_desktop.base.paths import DataFolder
from kyodo_desktop.store.backup import make_backup
folder = DataFolder(Path(sys.argv[1]))
resource.setrlimit(resource.RLIMIT_FSIZE, (65536, 65536))
try:
    make_backup(folder, datetime(2027, 1, 1, tzinfo=UTC))
except StoreError as error:
    print(error)
"""
    done = subprocess.run(
        [sys.executable, "-c", code, str(folder.root)], capture_output=True, encoding="utf-8", check=True
    )
    assert "空き" in done.stdout
    assert [path.name for path in folder.backups.iterdir()] == [kept.name]


@pytest.mark.skipif(sys.platform == "win32", reason="Windows cannot limit the size of a file")
def test_a_first_start_that_does_not_fit_leaves_no_database(folder: DataFolder) -> None:
    code = """
import resource, sys
from pathlib import Path
from kyodo_desktop.base.clock import SystemClock
from kyodo_desktop.base.errors import StoreError
from kyodo_desktop.base.paths import DataFolder
from kyodo_desktop.store import open_store
resource.setrlimit(resource.RLIMIT_FSIZE, (65536, 65536))
try:
    open_store(DataFolder(Path(sys.argv[1])), SystemClock())
except StoreError as error:
    print(error)
"""
    done = subprocess.run(
        [sys.executable, "-c", code, str(folder.root)], capture_output=True, encoding="utf-8", check=True
    )
    assert "空き" in done.stdout
    assert [path.name for path in folder.root.iterdir()] == ["kyodo.lock"]
