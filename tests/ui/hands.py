"""What a person sees of a window and does with it."""

from collections.abc import Iterator
from contextlib import contextmanager

import shiboken6
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from kyodo_desktop.base.clock import FixedClock
from kyodo_desktop.base.paths import DataFolder
from kyodo_desktop.ui.main_window import MainWindow
from kyodo_desktop.ui.widgets.marks import PairMarks
from kyodo_desktop.ui.widgets.tags import Tag
from kyodo_desktop.ui.window_settings import WindowSettings

PLAIN = Qt.KeyboardModifier.NoModifier


def focused() -> QWidget:
    found = QApplication.focusWidget()
    assert found is not None
    return found


def press(qtbot: QtBot, key: Qt.Key, how: Qt.KeyboardModifier = PLAIN) -> None:
    """Press a key where the cursor is."""
    qtbot.keyClick(focused(), key, how)


def click(widget: QWidget, words: str) -> None:
    """Click the button of these words inside a widget."""
    found = [
        button
        for button in widget.findChildren(QPushButton)
        if words in (button.text(), button.accessibleName()) and not button.isHidden()
    ]
    assert found, words_in(widget)
    found[0].click()


def words_in(widget: QWidget) -> str:
    """Return all words of a widget, those for a screen reader where there are others."""
    parts = [label.text() for label in widget.findChildren(QLabel)]
    parts += [button.accessibleName() or button.text() for button in widget.findChildren(QPushButton)]
    parts += [one.accessibleName() for kind in (Tag, PairMarks) for one in widget.findChildren(kind)]
    return "\n".join(parts)


@contextmanager
def open_window(
    qtbot: QtBot, folder: DataFolder, clock: FixedClock, *, killed: bool = False
) -> Iterator[MainWindow]:
    """Open a window on a folder; a killed one gets no chance to keep anything."""
    from kyodo_desktop.composition import build

    composition = build(folder, clock=clock)
    made = MainWindow(folder, clock, WindowSettings(folder.window_settings))
    made.resize(1366, 768)
    with qtbot.waitActive(made):
        made.show()
    made.attach(composition.services, composition.subscribe)
    yield made
    made.jobs.close()
    if killed:
        composition.close()
        shiboken6.delete(made)
    else:
        made.close()
        shiboken6.delete(made)
        composition.close()
