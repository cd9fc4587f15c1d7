"""A real store on a freshly filled database; filled once, copied for each test."""

import shutil
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from kyodo_desktop.base.clock import FixedClock
from kyodo_desktop.base.paths import DataFolder
from kyodo_desktop.services.collaborations import CollaborationsService
from kyodo_desktop.services.exporting import ExportingService
from kyodo_desktop.services.partners import PartnersService
from kyodo_desktop.services.seeding import fill
from kyodo_desktop.store import Store, open_store

NOON = datetime(2026, 11, 24, 3, 0, tzinfo=UTC)


@pytest.fixture
def clock() -> FixedClock:
    return FixedClock(NOON)


@pytest.fixture(scope="session")
def filled_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tmp_path_factory.mktemp("filled") / "kyodo"
    root.mkdir()
    open_store(DataFolder(root), FixedClock(NOON), fill=fill).close()
    return root


@pytest.fixture
def folder(filled_folder: Path, tmp_path: Path) -> DataFolder:
    return DataFolder(Path(shutil.copytree(filled_folder, tmp_path / "kyodo")))


@pytest.fixture
def store(folder: DataFolder, clock: FixedClock) -> Iterator[Store]:
    opened = open_store(folder, clock)
    yield opened
    opened.close()


@pytest.fixture
def collaborations(store: Store) -> CollaborationsService:
    return CollaborationsService(store)


@pytest.fixture
def partners(store: Store) -> PartnersService:
    return PartnersService(store)


@pytest.fixture
def exporting(store: Store) -> ExportingService:
    return ExportingService(store)
