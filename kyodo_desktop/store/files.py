"""Finished database files taking their name: whole, on the disk, in one step."""

import contextlib
import os
import sys
import time
from pathlib import Path

_PAUSES = (0.05, 0.1, 0.2, 0.4, 0.8, 1.0)
_HELD = {5, 32, 33}
"""Windows: access denied, sharing or lock violation, while a virus scanner or a sync program looks at it."""


def put_in_place(finished: Path, target: Path) -> None:
    """Force a finished file to the disk and give it its name, in place of what stood there."""
    with finished.open("rb+") as file:
        os.fsync(file.fileno())
    for pause in (*_PAUSES, None):
        try:
            finished.replace(target)
            break
        except PermissionError as error:
            if pause is None or getattr(error, "winerror", None) not in _HELD:
                raise
            time.sleep(pause)
    _settle(target.parent)


def _settle(folder: Path) -> None:
    """Force the new name to the disk where the system lets a folder be opened."""
    if sys.platform == "win32":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        # Some network shares cannot fsync a folder; the file itself is already safe.
        with contextlib.suppress(OSError):
            os.fsync(handle)
    finally:
        os.close(handle)
