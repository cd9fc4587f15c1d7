"""Other processes for tests: one that holds the lock, one that writes until it is killed."""

import os
import subprocess
import sys
from pathlib import Path

_START = """
import sys
from pathlib import Path
from kyodo_desktop.base.clock import SystemClock
from kyodo_desktop.base.errors import KyodoError
from kyodo_desktop.base.paths import DataFolder
from kyodo_desktop.models import Partner
from kyodo_desktop.store import open_store
folder = DataFolder(Path(sys.argv[1]))
"""
HOLD = """
store = open_store(folder, SystemClock())
print("open", flush=True)
sys.stdin.read()
"""
WRITE = """
store = open_store(folder, SystemClock())
print("open", flush=True)
number = 0
while True:
    number += 1
    with store.writing("団体を足す") as session:
        session.add(Partner(name=f"団体{number}", note="あ" * 3000))
    print(number, flush=True)
"""
ATTACH = """
from kyodo_desktop.services.attachments import AttachmentsService
store = open_store(folder, SystemClock())
attachments = AttachmentsService(store)
paper = folder.root / "paper.txt"
print("open", flush=True)
number = int(sys.argv[2])
while True:
    number += 1
    paper.write_text(f"paper {number} " * 40_000, encoding="utf-8")
    attachments.add("collaboration", 1, [paper])
    print(number, flush=True)
"""
START_AT_ONCE = """
print("ready", flush=True)
sys.stdin.readline()
try:
    store = open_store(folder, SystemClock())
except KyodoError as error:
    print(error, flush=True)
else:
    print("writer", flush=True)
    sys.stdin.read()
"""


def start(code: str, root: Path, *more: str) -> "subprocess.Popen[str]":
    """Start a Python process on a data folder."""
    return subprocess.Popen(
        [sys.executable, "-c", _START + code, str(root), *more],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        encoding="utf-8",
        env={**os.environ, "PYTHONIOENCODING": "utf-8"},
    )


def line_of(process: "subprocess.Popen[str]") -> str:
    """Return the next line the process prints."""
    assert process.stdout is not None
    return process.stdout.readline().strip()


def end(process: "subprocess.Popen[str]") -> None:
    """Kill the process as a power cut would, and clear up."""
    process.kill()
    process.communicate()
