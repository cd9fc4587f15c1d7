"""Where defects go: a rotating log in the data folder, and a dialog that can be copied."""

import sys
import traceback
from types import TracebackType

from kyodo_desktop.base.errors import KyodoError
from kyodo_desktop.base.fault_file import FaultFile
from kyodo_desktop.base.paths import DataFolder
from kyodo_desktop.ui.dialogs.crash import CrashDialog
from kyodo_desktop.ui.main_window import MainWindow


class FaultLog:
    """Stands behind `sys.excepthook`: what the clerk can mend is a note, the rest is logged and shown."""

    def __init__(self, folder: DataFolder, window: MainWindow) -> None:
        self._file = FaultFile(folder)
        self._window = window
        self._before = sys.excepthook

    def install(self) -> None:
        """Take the place of the interpreter's hook."""
        sys.excepthook = self.take

    def remove(self) -> None:
        """Give the place back and close the log."""
        sys.excepthook = self._before
        self._file.close()

    def take(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        """Deal with an exception that nothing caught."""
        if isinstance(error, KyodoError):
            self._window.report(error)
            return
        if not isinstance(error, Exception):
            self._before(kind, error, trace)
            return
        self._file.write(error)
        report = "".join(traceback.format_exception(kind, error, trace))
        CrashDialog(self._window.theme, report, str(self._file.path), self._window).open()
