"""Long work: a bar that fills while the job thread works, and a way to stop it."""

from collections.abc import Callable
from typing import TypeVar

import shiboken6
from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QWidget

from kyodo_desktop.base.errors import KyodoError
from kyodo_desktop.base.i18n import _
from kyodo_desktop.services.importing.progress import Progress
from kyodo_desktop.ui.context import UiContext
from kyodo_desktop.ui.widgets.buttons import make_button
from kyodo_desktop.ui.widgets.labels import make_label

T = TypeVar("T")
_EVERY_MS = 60


class Work(QWidget):
    """Runs one piece of work at a time; hidden between. `busy_changed` tells when it begins and ends."""

    busy_changed = Signal(bool)

    def __init__(self, context: UiContext) -> None:
        super().__init__()
        self._context = context
        self._progress: Progress | None = None
        self.words = make_label("", "muted")
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.bar.setAccessibleName(_("進みぐあい"))
        self.stop_button = make_button(context.theme, _("中止"), self.cancel)
        layout = QHBoxLayout(self)
        context.theme.space(layout, 8)
        layout.addWidget(self.words)
        layout.addWidget(self.bar, 1)
        layout.addWidget(self.stop_button)
        context.jobs.closing.connect(self.cancel)
        self._timer = QTimer(self, interval=_EVERY_MS)
        self._timer.timeout.connect(self._show_progress)
        self.hide()

    @property
    def is_busy(self) -> bool:
        """Tell whether work is being done."""
        return self._progress is not None

    def cancel(self) -> None:
        """Wish the work to stop."""
        if self._progress is not None:
            self._progress.cancel()
            self.stop_button.setEnabled(False)

    def run(
        self,
        words: str,
        work: Callable[[Progress], T],
        done: Callable[[T], object],
        failed: Callable[[KyodoError], object],
    ) -> None:
        """Do `work` in the job thread, then call one of the other two here."""
        progress = self._progress = Progress()
        self.words.setText(words)
        self.stop_button.setEnabled(True)
        self._show_progress()
        self.show()
        self._timer.start()
        self.busy_changed.emit(True)

        def attempt() -> T | KyodoError:
            try:
                return work(progress)
            except KyodoError as error:
                return error

        def end(outcome: T | KyodoError) -> None:
            # A page is made anew with another look; what was done is in the data by then.
            if not shiboken6.isValid(self):
                return
            self._end()
            if isinstance(outcome, KyodoError):
                failed(outcome)
            else:
                done(outcome)

        self._context.jobs.run(words, attempt, end)

    def _end(self) -> None:
        self._progress = None
        self._timer.stop()
        self.hide()
        self.busy_changed.emit(False)

    def _show_progress(self) -> None:
        if self._progress is not None:
            self.bar.setRange(0, max(self._progress.total, 1))
            self.bar.setValue(self._progress.done)
