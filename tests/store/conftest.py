"""A real store on a small real database, and one with something in every table."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from kyodo_desktop.base.clock import FixedClock
from kyodo_desktop.base.paths import DataFolder
from kyodo_desktop.models import Collaboration, CollaborationDepartment, Department, Participation
from kyodo_desktop.store import Store, open_store
from tests.databases.filled import NOON, RELEASED


def fill(store: Store) -> None:
    """Put in one entry of two departments and one cell."""
    with store.seeding() as session:
        rows = [
            CollaborationDepartment(department=Department(name=name), position=at)
            for at, name in enumerate(("道路課", "環境政策課"))
        ]
        cell = Participation(text="朝市の会", collaboration_form="cooperation")
        session.add(
            Collaboration(fiscal_year=2018, number=1, title="朝市", departments=rows, participations=[cell])
        )


@pytest.fixture
def clock() -> FixedClock:
    return FixedClock(NOON)


@pytest.fixture
def folder(tmp_path: Path) -> DataFolder:
    return DataFolder(tmp_path / "協働 データ%#?")


@pytest.fixture
def store(folder: DataFolder, clock: FixedClock) -> Iterator[Store]:
    opened = open_store(folder, clock, fill=fill)
    yield opened
    opened.close()


@pytest.fixture
def filled(folder: DataFolder) -> DataFolder:
    """A folder with the database of this release, which has something in every table."""
    folder.root.mkdir()
    shutil.copy(RELEASED, folder.database)
    return folder
