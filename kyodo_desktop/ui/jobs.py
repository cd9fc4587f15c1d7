"""Work that would make the window wait: one piece at a time, in one other thread."""

from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from typing import Any, TypeVar

from PySide6.QtCore import QObject, Signal

from kyodo_desktop.base.errors import KyodoError

T = TypeVar("T")


class Jobs(QObject):
    """The job thread. `started` carries the words for the status line, `finished` nothing.

    Work without words (a preview that follows the typing) is told by neither. `closing` asks work that can be
    stopped to stop.
    """

    started = Signal(str)
    finished = Signal()
    closing = Signal()
    _ended = Signal(object, object, object, bool)

    def __init__(self, report: Callable[[KyodoError], None], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._report = report
        self._is_closed = False
        self._pool = ThreadPoolExecutor(max_workers=1, thread_name_prefix="job")
        self._ended.connect(self._on_ended)

    def run(
        self,
        words: str,
        work: Callable[[], T],
        done: Callable[[T], object],
        failed: Callable[[KyodoError], object] | None = None,
    ) -> None:
        """Do `work` in the job thread, then call `done` with its result in the window's thread.

        A KyodoError of the work is shown to the clerk, by `failed` where that is given; any other error is
        raised in the window's thread. Once closed, nothing is done any more.
        """
        if self._is_closed:
            return
        if words:
            self.started.emit(words)
        tell = failed or self._report
        self._pool.submit(work).add_done_callback(
            lambda future: self._ended.emit(done, tell, future, bool(words))
        )

    def close(self) -> None:
        """Wait until running work has ended (before the store is closed), and take no more."""
        self._is_closed = True
        self.closing.emit()
        self._pool.shutdown(wait=True)

    def _on_ended(
        self,
        done: Callable[[Any], object],
        failed: Callable[[KyodoError], object],
        future: Future[Any],
        was_told: bool,
    ) -> None:
        if was_told:
            self.finished.emit()
        try:
            outcome = future.result()
        except KyodoError as error:
            failed(error)
        else:
            done(outcome)
