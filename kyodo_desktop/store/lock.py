"""The one writer of a data folder.

The operating system's lock on an open handle is what counts, never the file's being there: it ends with the
process, however that ends, so that nobody ever has to delete a file by hand.
"""

import os
import sys
from pathlib import Path

from kyodo_desktop.base.errors import StoreError
from kyodo_desktop.base.i18n import _


class FolderLock:
    """The lock, held from the moment it is made until `release`."""

    def __init__(self, path: Path) -> None:
        """Take the lock.

        Raises:
            StoreError: another process (or another store of this one) holds it.
            OSError: the folder cannot be written.
        """
        self._handle: int | None = os.open(path, os.O_RDWR | os.O_CREAT, 0o644)
        try:
            _take(self._handle)
        except OSError as error:
            self.release()
            raise StoreError(
                _(
                    "データフォルダー「{folder}」は、いまほかのウィンドウかコマンドが使っています。"
                    "そちらを閉じてから、もう一度やり直してください。"
                ).format(folder=path.parent)
            ) from error

    def release(self) -> None:
        """Give the lock up; closing the handle is enough on every system."""
        if self._handle is not None:
            os.close(self._handle)
            self._handle = None


if sys.platform == "win32":
    import msvcrt

    def _take(handle: int) -> None:
        os.lseek(handle, 0, os.SEEK_SET)
        msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)

else:
    import fcntl

    def _take(handle: int) -> None:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
