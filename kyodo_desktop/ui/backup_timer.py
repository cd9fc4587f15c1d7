"""Keeps a verified copy of the data without being asked: soon after the start, then while there is work."""

from PySide6.QtCore import QObject, QTimer

from kyodo_desktop.base.i18n import _
from kyodo_desktop.ui.main_window import MainWindow

_SOON_MS = 20_000
_LOOK_MS = 5 * 60_000


class BackupTimer(QObject):
    """Looks every few minutes whether a copy is due; the copying itself is done in the job thread."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._timer = QTimer(self, interval=_LOOK_MS)
        self._timer.timeout.connect(self.look)
        self._timer.start()
        self._first = QTimer(self, singleShot=True, interval=_SOON_MS)
        self._first.timeout.connect(self.look)
        self._first.start()

    def look(self) -> None:
        """Make a copy if the last one is old and something was written since."""
        maintenance = self._window.context.services.maintenance
        if maintenance.is_backup_due():
            self._window.jobs.run(
                _("控えを取っています…"), maintenance.backup, lambda _path: self._window.refresh_backup()
            )
