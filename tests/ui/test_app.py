"""The start and the end of the program, in processes of their own."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QLabel, QPlainTextEdit
from pytestqt.qtbot import QtBot

from kyodo_desktop.app import Desktop
from kyodo_desktop.base.clock import FixedClock
from kyodo_desktop.base.errors import InputError
from kyodo_desktop.base.paths import DataFolder
from kyodo_desktop.ui.dialogs.crash import CrashDialog
from kyodo_desktop.ui.dialogs.start_failure import StartFailure
from kyodo_desktop.ui.fault_log import FaultLog
from kyodo_desktop.ui.main_window import MainWindow

ROOT = Path(__file__).parents[2]
HEAVY = ("reportlab", "xlsxwriter", "openpyxl", "alembic", "PySide6.QtPdf", "fontTools")

TELL_MODULES = """
import json, sys, builtins
from pathlib import Path
plain = builtins.__import__
from kyodo_desktop.base.paths import DataFolder
from kyodo_desktop import app
from PySide6.QtWidgets import QApplication
told = {"hook": builtins.__import__ is plain}
def ready(window):
    told["modules"] = sorted(sys.modules)
    told["rows"] = window.page.table.rowCount()
    QApplication.exit(0)
told["code"] = app.run(DataFolder(Path(sys.argv[1])), on_ready=ready)
print(json.dumps(told))
"""

HOLD = """
import sys
from pathlib import Path
from kyodo_desktop.base.paths import DataFolder
from kyodo_desktop import app
def ready(window):
    print("ready", flush=True)
app.Desktop._come_to_front = lambda self: (print("raised", flush=True), self.window.close())
app.run(DataFolder(Path(sys.argv[1])), on_ready=ready)
"""


def environment() -> dict[str, str]:
    return {**os.environ, "QT_QPA_PLATFORM": "offscreen", "PYTHONPATH": str(ROOT)}


def run_script(script: str, *arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-c", script, *arguments],
        env=environment(),
        capture_output=True,
        text=True,
        timeout=120,
        check=True,
    )


def test_second_start_paints_its_rows_before_anything_heavy_is_imported(tmp_path: Path) -> None:
    run_script(TELL_MODULES, str(tmp_path))
    told = json.loads(run_script(TELL_MODULES, str(tmp_path)).stdout.splitlines()[-1])
    assert told["rows"] == 168
    assert told["code"] == 0
    assert told["hook"]
    assert [name for name in HEAVY if name in told["modules"]] == []


def test_another_start_raises_the_first_window_and_ends(tmp_path: Path) -> None:
    first = subprocess.Popen(
        [sys.executable, "-c", HOLD, str(tmp_path)], env=environment(), stdout=subprocess.PIPE, text=True
    )
    assert first.stdout is not None
    assert first.stdout.readline().strip() == "ready"
    second = run_script(
        "import sys; from pathlib import Path; from kyodo_desktop.base.paths import DataFolder;"
        "from kyodo_desktop import app; print(app.run(DataFolder(Path(sys.argv[1]))))",
        str(tmp_path),
    )
    assert second.stdout.strip() == "0"
    assert first.stdout.readline().strip() == "raised"
    first.stdout.close()
    assert first.wait(timeout=60) == 0


def test_a_file_that_is_no_database_is_one_clear_dialog(
    qtbot: QtBot, folder: DataFolder, clock: FixedClock
) -> None:
    folder.database.write_bytes("家計簿".encode() * 500)
    before = folder.database.read_bytes()
    desktop = Desktop(folder, clock)
    qtbot.addWidget(desktop.window)
    desktop.begin()
    qtbot.waitUntil(lambda: desktop.window.findChild(StartFailure) is not None, timeout=10_000)
    dialog = desktop.window.findChild(StartFailure)
    words = "\n".join(label.text() for label in dialog.findChildren(QLabel))
    assert "データを開けません" in words
    assert str(folder.database) in words
    assert folder.database.read_bytes() == before
    assert desktop.window.status.news_text() == ""
    desktop.end()


def test_a_defect_is_logged_and_shown_with_its_report_to_copy(
    qtbot: QtBot, window: MainWindow, folder: DataFolder
) -> None:
    faults = FaultLog(folder, window)
    try:
        raise ZeroDivisionError("配分")
    except ZeroDivisionError as error:
        faults.take(type(error), error, error.__traceback__)
    faults.remove()
    dialog = window.findChild(CrashDialog)
    report = dialog.findChild(QPlainTextEdit).toPlainText()
    assert "ZeroDivisionError: 配分" in report
    dialog.copy()
    assert QApplication.clipboard().text() == report
    assert "ZeroDivisionError: 配分" in (folder.logs / "kyodo.log").read_text(encoding="utf-8")


def test_what_the_clerk_can_mend_is_no_crash(window: MainWindow, folder: DataFolder) -> None:
    faults = FaultLog(folder, window)
    error = InputError("番号が重なっています。")
    faults.take(type(error), error, None)
    assert window.findChild(CrashDialog) is None
    assert "番号が重なっています" in window.messages.text()
    assert not folder.logs.exists()


@pytest.mark.parametrize("name", ["kyodo_desktop/ui/single_instance.py"])
def test_the_network_module_is_used_in_one_file_only(name: str) -> None:
    users = [
        str(path.relative_to(ROOT))
        for path in (ROOT / "kyodo_desktop").rglob("*.py")
        if "QtNetwork import" in path.read_text(encoding="utf-8")
    ]
    assert users == [name]
