"""Backups come without being asked."""

from datetime import timedelta

from pytestqt.qtbot import QtBot

from kyodo_desktop.base.clock import FixedClock
from kyodo_desktop.base.paths import DataFolder
from kyodo_desktop.ui.backup_timer import BackupTimer
from kyodo_desktop.ui.main_window import MainWindow


def test_a_copy_is_made_when_it_is_due_and_the_status_line_says_so(
    qtbot: QtBot, window: MainWindow, folder: DataFolder, clock: FixedClock
) -> None:
    timer = BackupTimer(window)
    timer.look()
    qtbot.waitUntil(lambda: "控え 今日 14:05" in window.status.text(), timeout=10_000)
    clock.moment += timedelta(minutes=40)
    timer.look()
    assert len(list(folder.backups.glob("*.sqlite"))) == 1
    window.context.services.settings.set("clerk_name", "鈴木")
    clock.moment += timedelta(minutes=5)
    timer.look()
    qtbot.waitUntil(lambda: "控え 今日 14:50" in window.status.text(), timeout=10_000)
