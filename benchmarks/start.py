"""How long the program takes to its first painted rows, beside a bare window with a database.

Run: python benchmarks/start.py [starts]

- floor: an empty QMainWindow and an SQLite file opened by the standard library.
- commands: `form list`, which opens the data without a window.
- window: the program on its 168 entries, until the first rows are painted.
"""

import os
import statistics
import subprocess
import sys
import tempfile
import time

STARTS = 5

FLOOR = """
import sqlite3, sys
from PySide6.QtWidgets import QApplication, QMainWindow
application = QApplication([])
sqlite3.connect(sys.argv[1] + "/floor.sqlite").execute("PRAGMA user_version")
window = QMainWindow()
window.show()
application.processEvents()
"""
COMMAND = """
import sys
from kyodo_desktop.cli.program import run
sys.exit(run(["--data-dir", sys.argv[1], "form", "list"]))
"""
WINDOW = """
import sys
from pathlib import Path
from kyodo_desktop import app
from kyodo_desktop.base.paths import DataFolder
app.run(DataFolder(Path(sys.argv[1])), on_ready=lambda window: window.close())
"""


def seconds(script: str, folder: str) -> float:
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    started = time.perf_counter()
    subprocess.run([sys.executable, "-c", script, folder], env=environment, check=True, capture_output=True)
    return time.perf_counter() - started


def main() -> None:
    starts = int(sys.argv[1]) if len(sys.argv) > 1 else STARTS
    with tempfile.TemporaryDirectory() as folder:
        first = seconds(WINDOW, folder)
        medians = {
            name: statistics.median(seconds(script, folder) for _start in range(starts))
            for name, script in (("floor", FLOOR), ("commands", COMMAND), ("window", WINDOW))
        }
    print(f"median of {starts} starts, seconds of the whole process")
    print(f"first start of all {first:.2f} (makes and fills the database)")
    for name, median in medians.items():
        print(f"{name:<9} {median:.2f}  {median / medians['floor']:.1f} x floor")


if __name__ == "__main__":
    main()
