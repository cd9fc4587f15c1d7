"""Reading scanned files without making the window wait, and saying what came of it."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from kyodo_desktop.base.errors import KyodoError
from kyodo_desktop.base.i18n import _
from kyodo_desktop.records.scans import TakenIn
from kyodo_desktop.services.importing.progress import CancelledError, Progress
from kyodo_desktop.ui.pages.papers.scans.wording import refused, taken_in
from kyodo_desktop.ui.pages.shared.work import Work
from kyodo_desktop.ui.theme.tokens import Tone

if TYPE_CHECKING:
    from kyodo_desktop.ui.pages.papers.scans.page import ScansPage


class Reading:
    """One pile at a time; what is let go of meanwhile is read after it."""

    def __init__(self, page: "ScansPage") -> None:
        self._page, self._context = page, page.context
        self._service = page.context.services.scans
        self._waiting: list[Path] = []
        self.work = Work(page.context)

    def take_in(self, paths: Sequence[Path]) -> None:
        """Read files."""
        self._waiting += paths
        if not self.work.is_busy:
            self._read_waiting()

    def look_through(self, *, quietly: bool = False) -> None:
        """Read what is new in the 取り込みフォルダー; `quietly` says nothing when there is nothing."""
        if not self.work.is_busy:
            self._run(self._service.look_through, quietly=quietly)

    def _read_waiting(self) -> None:
        paths, self._waiting = self._waiting, []
        if paths:
            self._run(lambda progress: self._service.take_in(paths, progress), quietly=False)

    def _run(self, work: Callable[[Progress], TakenIn], *, quietly: bool) -> None:
        self.work.run(
            _("スキャンを読んでいます…"),
            work,
            lambda taken: self._on_read(taken, quietly=quietly),
            self._on_failed,
        )

    def _on_read(self, taken: TakenIn, *, quietly: bool) -> None:
        self._page.on_taken_in(taken)
        if taken.refused:
            head, reasons = refused(taken)
            self._context.tell(Tone.ERROR, head, reasons, None)
        elif taken.scans:
            self._context.tell(Tone.DONE, taken_in(taken), "", None)
        elif not quietly:
            words = taken_in(taken) if taken.files else _("新しいファイルはありません。")
            self._context.tell(Tone.DUE, words, "", None)
        self._read_waiting()

    def _on_failed(self, error: KyodoError) -> None:
        if isinstance(error, CancelledError):
            # Who stops wants to stop all of it.
            self._waiting = []
            self._context.tell(Tone.DUE, str(error), "", None)
        else:
            self._context.report(error)
            self._read_waiting()
