"""How far long work is, and the wish to stop it; written in one thread, read in another."""

import threading

from kyodo_desktop.base.errors import KyodoError
from kyodo_desktop.base.i18n import _


class CancelledError(KyodoError):
    """The clerk stopped the work; nothing was written."""

    def __init__(self) -> None:
        super().__init__(_("やめました。台帳には何も書いていません。"))


class Progress:
    """Counts the rows done. The work asks `step` at each; the window reads `done` and `total`."""

    def __init__(self) -> None:
        self.done = self.total = 0
        self._stop = threading.Event()

    def begin(self, total: int) -> None:
        """Begin to count anew."""
        self.done, self.total = 0, total

    def step(self) -> None:
        """Count a row.

        Raises:
            CancelledError: somebody wishes to stop.
        """
        self.check()
        self.done += 1

    def check(self) -> None:
        """Go on, or not.

        Raises:
            CancelledError: somebody wishes to stop.
        """
        if self._stop.is_set():
            raise CancelledError

    def cancel(self) -> None:
        """Wish to stop."""
        self._stop.set()
