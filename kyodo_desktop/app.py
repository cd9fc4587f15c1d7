"""The window and its start.

Order (docs/architecture.md, Start): Qt's import hook is taken out again; the empty window is shown; then, one
step of the event loop at a time, the store is opened (which imports the ORM), the first tab is filled and
painted, and the rest follows. Papers, spreadsheets, QtPdf and Alembic are imported by what needs them.
"""

import builtins

_plain_import = builtins.__import__
from PySide6.QtCore import QLibraryInfo, QLocale, Qt, QTimer, QTranslator  # noqa: E402
from PySide6.QtWidgets import QApplication  # noqa: E402

# PySide6 hooks every later import of anything; without it all of ours load a third faster.
builtins.__import__ = _plain_import

import sys  # noqa: E402
from collections.abc import Callable  # noqa: E402

from kyodo_desktop.base.clock import Clock, SystemClock  # noqa: E402
from kyodo_desktop.base.errors import KyodoError  # noqa: E402
from kyodo_desktop.base.i18n import _  # noqa: E402
from kyodo_desktop.base.paths import DataFolder  # noqa: E402
from kyodo_desktop.ui.backup_timer import BackupTimer  # noqa: E402
from kyodo_desktop.ui.dialogs.start_failure import StartFailure  # noqa: E402
from kyodo_desktop.ui.fault_log import FaultLog  # noqa: E402
from kyodo_desktop.ui.main_window import MainWindow  # noqa: E402
from kyodo_desktop.ui.person_notice import PersonNotice  # noqa: E402
from kyodo_desktop.ui.single_instance import FirstWindow, raise_first_window  # noqa: E402
from kyodo_desktop.ui.window_settings import WindowSettings  # noqa: E402


class Desktop:
    """The running program: the window, and the store once it is open."""

    def __init__(
        self, folder: DataFolder, clock: Clock, on_ready: Callable[[MainWindow], object] | None = None
    ) -> None:
        self._folder, self._clock, self._on_ready = folder, clock, on_ready
        self._settings = WindowSettings(folder.window_settings)
        self.window = MainWindow(folder, clock, self._settings)
        self._faults = FaultLog(folder, self.window)
        self._close_store: Callable[[], None] | None = None
        self._failure: StartFailure | None = None

    def begin(self) -> None:
        """Show the window and let the event loop do the rest."""
        self._faults.install()
        self.window.show()
        self.window.status.show_busy(_("データを開いています…"))
        QApplication.processEvents()
        QTimer.singleShot(0, self._open_store)

    def end(self) -> None:
        """Close the store, after the window."""
        self.window.jobs.close()
        if self._close_store is not None:
            self._close_store()
        self._faults.remove()

    def keep(self) -> None:
        """Save drafts and sizes when the system ends the session; there is nothing to ask."""
        self.window.keep()

    def _open_store(self) -> None:
        from kyodo_desktop.composition import build

        try:
            composition = build(self._folder, clock=self._clock)
        except KyodoError as error:
            self._refuse(error)
            return
        self._close_store = composition.close
        self.window.attach(composition.services, composition.subscribe)
        self.window.status.clear_busy()
        QTimer.singleShot(0, self._finish)

    def _finish(self) -> None:
        QApplication.processEvents()
        FirstWindow(self._folder, self._come_to_front, self.window)
        self.window.refresh_backup()
        BackupTimer(self.window)
        PersonNotice(self.window)
        if self._on_ready is not None:
            self._on_ready(self.window)

    def _refuse(self, error: KyodoError) -> None:
        # Another start may have taken the lock since we looked: then it is that window that should be seen.
        if raise_first_window(self._folder):
            QApplication.exit(0)
            return
        self.window.status.clear_busy()
        self._failure = StartFailure(self.window.theme, str(error), self._folder, self.window)
        self._failure.finished.connect(lambda _result: QApplication.exit(1))
        self._failure.open()

    def _come_to_front(self) -> None:
        self.window.setWindowState(self.window.windowState() & ~Qt.WindowState.WindowMinimized)
        self.window.show()
        self.window.raise_()
        self.window.activateWindow()


def make_application() -> QApplication:
    """Return the application object, with Qt's own words in Japanese."""
    existing = QApplication.instance()
    application = existing if isinstance(existing, QApplication) else QApplication(sys.argv[:1])
    application.setApplicationName("kyodo-desktop")
    application.setApplicationDisplayName(_("協働デスク"))
    translator = QTranslator(application)
    place = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    if translator.load(QLocale(QLocale.Language.Japanese), "qtbase", "_", place):
        application.installTranslator(translator)
    return application


def run(
    folder: DataFolder, *, clock: Clock | None = None, on_ready: Callable[[MainWindow], object] | None = None
) -> int:
    """Open the window on a data folder and return the exit code when it is closed.

    `on_ready` is called once the first rows are painted. A window already open on the folder is raised
    instead.
    """
    application = make_application()
    if raise_first_window(folder):
        return 0
    desktop = Desktop(folder, clock or SystemClock(), on_ready)
    application.commitDataRequest.connect(lambda _manager: desktop.keep())
    desktop.begin()
    code = application.exec()
    desktop.end()
    return code
