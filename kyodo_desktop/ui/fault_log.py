"""Where defects go: a rotating log in the data folder, and a dialog that can be copied."""

import logging
import sys
import traceback
from logging.handlers import RotatingFileHandler
from types import TracebackType

from kyodo_desktop.base.errors import KyodoError
from kyodo_desktop.base.paths import DataFolder
from kyodo_desktop.ui.dialogs.crash import CrashDialog
from kyodo_desktop.ui.main_window import MainWindow

_LARGEST, _KEPT = 1_000_000, 5


class FaultLog:
    """Stands behind `sys.excepthook`: what the clerk can mend is a note, the rest is logged and shown."""

    def __init__(self, folder: DataFolder, window: MainWindow) -> None:
        self._file = folder.logs / "kyodo.log"
        self._window = window
        self._logger = logging.getLogger("kyodo_desktop")
        self._handler: logging.Handler | None = None
        self._before = sys.excepthook

    def install(self) -> None:
        """Take the place of the interpreter's hook."""
        sys.excepthook = self.take

    def remove(self) -> None:
        """Give the place back and close the log."""
        sys.excepthook = self._before
        if self._handler is not None:
            self._logger.removeHandler(self._handler)
            self._handler.close()
            self._handler = None

    def take(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        """Deal with an exception that nothing caught."""
        if isinstance(error, KyodoError):
            self._window.report(error)
            return
        if not isinstance(error, Exception):
            self._before(kind, error, trace)
            return
        self._log().error("unexpected", exc_info=(kind, error, trace))
        report = "".join(traceback.format_exception(kind, error, trace))
        CrashDialog(self._window.theme, report, str(self._file), self._window).open()

    def _log(self) -> logging.Logger:
        if self._handler is None:
            self._file.parent.mkdir(parents=True, exist_ok=True)
            handler = RotatingFileHandler(self._file, maxBytes=_LARGEST, backupCount=_KEPT, encoding="utf-8")
            handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(name)s %(message)s"))
            self._logger.addHandler(handler)
            self._handler = handler
        return self._logger
