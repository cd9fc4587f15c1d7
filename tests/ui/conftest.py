"""Real windows on a real, freshly filled database."""

import shutil
from collections.abc import Callable, Iterator, Sequence
from datetime import UTC, datetime
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from kyodo_desktop.base.clock import FixedClock
from kyodo_desktop.base.paths import DataFolder
from kyodo_desktop.ui.main_window import MainWindow
from kyodo_desktop.ui.theme.theme import Theme, make_theme
from kyodo_desktop.ui.window_settings import WindowSettings

NOW = datetime(2026, 11, 24, 5, 5, tzinfo=UTC)


class AnsweringChooser:
    """Answers the question where a file goes without a dialog."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.asked: list[str] = []
        self.to_open: Path | None = None

    def save(self, parent: QWidget, title: str, name: str, chosen: Callable[[Path], object]) -> None:
        self.asked.append(name)
        chosen(self.folder / name)

    def open(
        self, parent: QWidget, title: str, suffixes: Sequence[str], chosen: Callable[[Path], object]
    ) -> None:
        assert self.to_open is not None
        chosen(self.to_open)

    def open_many(self, parent: QWidget, title: str, chosen: Callable[[Sequence[Path]], object]) -> None:
        assert self.to_open is not None
        chosen([self.to_open])

    def open_folder(self, parent: QWidget, title: str, chosen: Callable[[Path], object]) -> None:
        assert self.to_open is not None
        chosen(self.to_open)


@pytest.fixture
def clock() -> FixedClock:
    return FixedClock(NOW)


@pytest.fixture
def theme(qapp: QApplication) -> Theme:
    made = make_theme()
    made.apply(qapp)
    return made


@pytest.fixture
def folder(tmp_path: Path) -> DataFolder:
    root = tmp_path / "kyodo"
    root.mkdir()
    return DataFolder(root)


@pytest.fixture
def settings(folder: DataFolder) -> WindowSettings:
    return WindowSettings(folder.window_settings)


@pytest.fixture
def chooser(tmp_path: Path) -> AnsweringChooser:
    return AnsweringChooser(tmp_path)


@pytest.fixture(scope="session")
def first_start(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The database file as the first start leaves it; made once, because filling it takes its time."""
    from kyodo_desktop.composition import build

    made = DataFolder(tmp_path_factory.mktemp("first") / "kyodo")
    made.root.mkdir()
    build(made, clock=FixedClock(NOW)).close()
    return made.database


@pytest.fixture
def window(
    qtbot: QtBot,
    folder: DataFolder,
    first_start: Path,
    clock: FixedClock,
    settings: WindowSettings,
    chooser: AnsweringChooser,
) -> Iterator[MainWindow]:
    """The whole window, on the 168 entries of the first start."""
    from kyodo_desktop.composition import build

    if not folder.database.exists():
        shutil.copyfile(first_start, folder.database)
    composition = build(folder, clock=clock)
    made = MainWindow(folder, clock, settings, chooser)
    qtbot.addWidget(made)
    made.resize(1366, 768)
    with qtbot.waitActive(made):
        made.show()
    made.attach(composition.services, composition.subscribe)
    yield made
    made.close()
    composition.close()
