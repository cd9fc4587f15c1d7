"""Real windows on a real, freshly filled database."""

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
    return FixedClock(datetime(2026, 11, 24, 5, 5, tzinfo=UTC))


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


@pytest.fixture
def window(
    qtbot: QtBot,
    folder: DataFolder,
    clock: FixedClock,
    settings: WindowSettings,
    chooser: AnsweringChooser,
) -> Iterator[MainWindow]:
    """The whole window, on the 168 entries of the first start."""
    from kyodo_desktop.composition import build

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
