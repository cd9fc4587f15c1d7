"""スキャン: a list of what was read, the pages of one, and what that is held to be."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from PySide6.QtCore import QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from kyodo_desktop.base.errors import KyodoError
from kyodo_desktop.base.i18n import N_, _
from kyodo_desktop.records.changes import Touched
from kyodo_desktop.records.scans import ScanRecord, ScanState, TakenIn
from kyodo_desktop.records.sheets import IssuedSheet, SheetOwner
from kyodo_desktop.ui.context import UiContext
from kyodo_desktop.ui.pages.base import Page
from kyodo_desktop.ui.pages.papers.scans.commands import ScanCommands
from kyodo_desktop.ui.pages.papers.scans.decide_pane import DecidePane
from kyodo_desktop.ui.pages.papers.scans.reading import Reading
from kyodo_desktop.ui.pages.papers.scans.scan_list import PICTURE, ScanList
from kyodo_desktop.ui.pages.papers.scans.thumbnails import Thumbnails
from kyodo_desktop.ui.pages.papers.scans.wording import counted
from kyodo_desktop.ui.widgets.bars import EDGE, make_toolbar
from kyodo_desktop.ui.widgets.empty_state import EmptyState
from kyodo_desktop.ui.widgets.frames import make_frame, make_line
from kyodo_desktop.ui.widgets.labels import ElidedLabel
from kyodo_desktop.ui.widgets.list_frame import make_splitter
from kyodo_desktop.ui.widgets.paper_view import PaperView

_LIST, _PANE = 340, 332
_MOST_OF_LIST, _MOST_OF_PANE = 0.3, 0.3
_WIDTHS = "papers/scans"
_PAGES_OF = {
    "partner": "partners",
    "proposal": "proposals",
    "collaboration": "collaborations",
    "check_sheet": "check_sheets",
}


class ScansPage(Page):
    """Enter puts what is certain to its record and goes on; what is not asks for its number."""

    key = "scans"
    title = N_("スキャン")

    def __init__(self, context: UiContext, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        theme, service = context.theme, context.services.scans
        self._shown: ScanRecord | None = None
        self._settled: set[int] = set()
        self._was_opened = False
        pictures = Thumbnails(
            context.jobs,
            lambda scan_id, width: service.image(scan_id, 1, width),
            theme.px(PICTURE),
            self.devicePixelRatioF(),
            self,
        )
        self.list = ScanList(theme, pictures)
        self.paper = PaperView(theme, _("スキャンした紙"))
        self.pane = DecidePane(theme, self._open_owner)
        self.reading = Reading(self)
        self.verbs = ScanCommands(self)
        self._lay_out()
        self.list.current_changed.connect(self._on_current)
        self.list.entered.connect(self.verbs.on_entered)
        self.pane.decided.connect(self.verbs.decide)

    # The page among the others

    def activate(self) -> None:
        """Read the list, and the first time what is new in the folder."""
        self.read_list(self._current_id())
        self.show_folder()
        if not self._was_opened:
            self._was_opened = True
            self.reading.look_through(quietly=True)

    def reload(self, touched: Sequence[Touched]) -> None:
        """Read the list again; a run that an undone act brought back is the one looked at."""
        before = {one.id for one in self.list.rows.rows}
        back = [
            one.record_id for one in touched if one.kind == "scan" and one.record_id in self._settled - before
        ]
        self.read_list(back[0] if back else self._current_id())
        if back and self._current_id() in back:
            self.list.setFocus()

    def open_record(self, record_id: int) -> None:
        """Look at a run."""
        self.read_list(record_id)

    def status_text(self) -> tuple[str, ...]:
        """Say how much waits."""
        return (counted(self.list.rows.rows),)

    def state(self) -> Mapping[str, Any]:
        """Return which run is looked at; its folder was looked through."""
        return {"scan": self._current_id(), "opened": self._was_opened}

    def restore(self, state: Mapping[str, Any]) -> None:
        """Look at the run that was looked at."""
        self._was_opened = bool(state.get("opened"))
        self.read_list(state.get("scan"))

    def remember(self) -> None:
        """Keep the widths of list and pane."""
        widths = self._splitter.sizes()
        if sum(widths):
            percent = self.context.theme.percent
            kept = {"list": widths[0] * 100 // percent, "pane": widths[2] * 100 // percent}
            self.context.settings.set_mapping(_WIDTHS, kept)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give list and pane the widths they are to have, and the paper the rest."""
        super().resizeEvent(event)
        px, kept = self.context.theme.px, self.context.settings.mapping(_WIDTHS)
        first = min(px(int(kept.get("list", _LIST))), round(self.width() * _MOST_OF_LIST))
        last = min(px(int(kept.get("pane", _PANE))), round(self.width() * _MOST_OF_PANE))
        self._splitter.setSizes([first, self.width() - first - last, last])

    # What is looked at

    def take_in(self, paths: Sequence[Path]) -> None:
        """Read scanned files (chosen, or let go of on the window)."""
        self.reading.take_in(paths)

    def on_taken_in(self, taken: TakenIn) -> None:
        """Show what was read; the first of it where nothing was looked at before."""
        first = taken.scans[0].id if taken.scans else None
        self.read_list(self._current_id() or first)
        if taken.scans and self.isVisible():
            self.focus_current()

    def go_on(self) -> None:
        """Go on to what stands in the place of the run that was settled."""
        if self._shown is not None:
            self._settled.add(self._shown.id)
        self.read_list(None)
        self.focus_current()

    def focus_current(self) -> None:
        """Go where the run looked at is settled: to its number, or to the list, where Enter is enough."""
        scan = self.list.current()
        if scan is None:
            self.read_button.setFocus()
        elif scan.state is ScanState.DOUBTFUL:
            self.pane.focus_number()
        else:
            self.list.setFocus()

    def read_list(self, scan_id: int | None) -> None:
        """Read what waits; a run stays the one looked at, or what stands in its place becomes it."""
        row = max(self.list.currentIndex().row(), 0)
        rows: Sequence[ScanRecord] = ()
        with self.context.reporting():
            rows = self.context.services.scans.inbox()
        if rows != self.list.rows.rows or scan_id not in (None, self._current_id()):
            self.list.show_rows(rows, scan_id, row)
        self._lists.setCurrentIndex(0 if rows else 1)
        self.verbs.refresh()
        self.status_changed.emit()

    def show_folder(self) -> None:
        """Say which folder is looked through."""
        with self.context.reporting():
            folder = self.context.services.scans.folder()
            self._folder.setText(_("取り込みフォルダー: {folder}").format(folder=folder))

    def _current_id(self) -> int | None:
        scan = self.list.current()
        return scan.id if scan is not None else None

    def _on_current(self, scan: ScanRecord | None) -> None:
        self.verbs.refresh()
        if scan is None or scan == self._shown:
            self._shown = scan
            return
        is_other = self._shown is None or self._shown.id != scan.id
        self._shown = scan
        self.pane.show_scan(scan, self._sheet_of(scan))
        if not is_other:
            return
        pdf = b""
        try:
            pdf = self.context.services.scans.pdf(scan.id)
        except KyodoError as error:
            self.context.report(error)
        self.paper.show_pdf(pdf)
        QTimer.singleShot(0, self.paper, lambda: self.paper.view.verticalScrollBar().setValue(0))

    def _sheet_of(self, scan: ScanRecord) -> IssuedSheet | None:
        with self.context.reporting():
            if scan.sheet_id is not None:
                return self.context.services.sheets.get(scan.sheet_id)
        return None

    def _open_owner(self, owner: SheetOwner) -> None:
        self.context.open_page(_PAGES_OF[owner.kind], owner.record_id)

    def _lay_out(self) -> None:
        theme = self.context.theme
        buttons = self.verbs.make_buttons()
        self.read_button = buttons[0]
        self._folder = ElidedLabel("", "caption", middle=True)
        self._splitter = make_splitter(theme)
        for widget in (self.list, self.paper, self.pane):
            self._splitter.addWidget(widget)
        self._splitter.setStretchFactor(1, 1)
        self._lists = QStackedWidget()
        self._lists.addWidget(self._splitter)
        self._lists.addWidget(self._make_empty())
        outer = QVBoxLayout(self)
        theme.space(outer, 0)
        outer.addWidget(make_toolbar(theme, buttons))
        line = make_frame("window")
        inside = QVBoxLayout(line)
        theme.space(inside, 8, (EDGE, 0, EDGE, 8))
        inside.addWidget(self._folder)
        inside.addWidget(self.reading.work)
        outer.addWidget(line)
        outer.addWidget(make_line())
        outer.addWidget(self._lists, 1)

    def _make_empty(self) -> QWidget:
        words = _(
            "スキャンした PDF や画像を、この窓のどこかに落としてください。"
            "二次元コードを読んで、どの紙かを示します。"
            "読めない紙は、番号を打って決めます。確かめるまで、どこにも綴じません。"
        )
        action = (_("スキャンを読む…"), self.verbs.ask_files)
        return EmptyState(self.context.theme, _("確かめるスキャンはありません"), words, action)
