"""Copies of kept files for other programs to show: read-only, and gone when this program ends."""

import contextlib
import stat
import weakref
from pathlib import Path

from kyodo_desktop.base.files import copy_whole_file


class OpenedCopies:
    """The folder of copies."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._end: weakref.finalize[..., OpenedCopies] | None = None

    def clear(self) -> None:
        """Remove what an earlier run left (a power cut, a program that held a copy open)."""
        _clear(self._folder)

    def make(self, source: Path, key: int, name: str) -> Path:
        """Return a copy under its own name; a former one that a program still holds open is left as it is.

        Raises:
            OutputError: it cannot be written.
        """
        if self._end is None:
            self._end = weakref.finalize(self, _clear, self._folder)
        place = self._folder / str(key)
        place.mkdir(parents=True, exist_ok=True)
        target = place / name
        if target.exists():
            with contextlib.suppress(OSError):
                _remove(target)
        if not target.exists():
            copy_whole_file(source, target)
            target.chmod(stat.S_IREAD)
        return target


def _clear(folder: Path) -> None:
    """Remove what can be removed; a file that a program holds open goes next time."""
    if folder.is_symlink() or not folder.is_dir():
        return
    for place in folder.iterdir():
        with contextlib.suppress(OSError):
            for path in place.iterdir():
                _remove(path)
            place.rmdir()
    with contextlib.suppress(OSError):
        folder.rmdir()


def _remove(path: Path) -> None:
    # Windows removes no file that is read-only.
    path.chmod(stat.S_IREAD | stat.S_IWRITE)
    path.unlink()
