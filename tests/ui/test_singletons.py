"""The program outlives any number of calls into Qt."""

import subprocess
import sys

_MANY_CALLS = """
import kyodo_desktop.ui
from PySide6.QtCore import QObject
made = QObject()
for _ in range(300_000):
    made.setObjectName("x")
    made.blockSignals(True)
"""


def test_many_calls_into_qt_do_not_end_the_program() -> None:
    done = subprocess.run([sys.executable, "-c", _MANY_CALLS], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
