"""The window: tabs, menus, search, status line. What happens on a tab is the page's own affair."""

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QByteArray, Qt
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDragLeaveEvent, QDragMoveEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QMainWindow, QMenuBar

from kyodo_desktop.base.clock import Clock
from kyodo_desktop.base.errors import KyodoError
from kyodo_desktop.base.i18n import _
from kyodo_desktop.base.paths import DataFolder
from kyodo_desktop.records.changes import Touched
from kyodo_desktop.records.forms import PrintedForm
from kyodo_desktop.records.sheets import SheetOwner
from kyodo_desktop.ui.changes import Changes
from kyodo_desktop.ui.context import UiContext
from kyodo_desktop.ui.counter.opening import CounterOpener
from kyodo_desktop.ui.dialogs.files import FileChooser, SystemFileChooser
from kyodo_desktop.ui.jobs import Jobs
from kyodo_desktop.ui.menus import Menus
from kyodo_desktop.ui.notices import Notices
from kyodo_desktop.ui.page_stack import PageStack
from kyodo_desktop.ui.pages.base import Page
from kyodo_desktop.ui.pages.registry import PAGES, SEARCHED
from kyodo_desktop.ui.pages.shared.segmented_page import SegmentedPage
from kyodo_desktop.ui.search_box import MOST_HITS, Found
from kyodo_desktop.ui.theme.theme import make_theme
from kyodo_desktop.ui.theme.tokens import PaletteName, Tone
from kyodo_desktop.ui.window_commands import WindowCommands
from kyodo_desktop.ui.window_drops import WindowDrops
from kyodo_desktop.ui.window_frame import WindowFrame
from kyodo_desktop.ui.window_settings import WindowSettings

if TYPE_CHECKING:
    from kyodo_desktop.services import Services

_SMALLEST = (800, 560)


class MainWindow(QMainWindow):
    """Shown empty at once; `attach` brings the services when they are ready."""

    def __init__(
        self, folder: DataFolder, clock: Clock, settings: WindowSettings, files: FileChooser | None = None
    ) -> None:
        super().__init__()
        self._folder, self._clock, self._settings = folder, clock, settings
        self._files: FileChooser = files or SystemFileChooser()
        self._services: Services | None = None
        self._stack: PageStack | None = None
        self._noted_at: Sequence[str] = ()
        self._fault: KyodoError | None = None
        self._warned = False
        self.jobs = Jobs(self.report, self)
        self._drops = WindowDrops(self)
        self.setAcceptDrops(True)
        self.setWindowTitle(_("協働デスク"))
        self._build()
        if not self.restoreGeometry(settings.state("window/geometry")):
            self.resize(self.theme.px(1366), self.theme.px(768))

    def _build(self) -> None:
        self.theme = make_theme(self._settings.palette, self._settings.text_percent)
        application = QApplication.instance()
        if isinstance(application, QApplication):
            self.theme.apply(application)
        bar = QMenuBar()
        bar.setFixedHeight(self.theme.px(32))
        self.setMenuBar(bar)
        self.menus = Menus(bar)
        frame = WindowFrame(self.theme, self._folder, self._find, self.open_page)
        self.frame, self.tabs, self.search = frame, frame.tabs, frame.search
        self.messages, self.status = frame.messages, frame.status
        self._notices = Notices(self.messages, self.status, self._last_act)
        self.setCentralWidget(frame)
        self.setMinimumSize(*_SMALLEST)
        self.jobs.started.connect(self.status.show_busy)
        self.jobs.finished.connect(self.status.clear_busy)

    def attach(
        self, services: "Services", subscribe: Callable[[Callable[[Sequence[Touched]], None]], object]
    ) -> None:
        """Bring the services, hear of each committed act, and open the tab that was open last."""
        changes = Changes(self)
        subscribe(changes.tell)
        changes.changed.connect(self._on_changed, Qt.ConnectionType.QueuedConnection)
        self._services = services
        self._furnish(services, {})
        self.open_page(self._settings.text("window/tab", PAGES[0].key))

    def _furnish(self, services: "Services", states: Mapping[str, Mapping[str, Any]]) -> None:
        self.context = UiContext(
            services=services,
            theme=self.theme,
            settings=self._settings,
            folder=self._folder,
            clock=self._clock,
            jobs=self.jobs,
            files=self._files,
            open_page=self.open_page,
            print_preview=self.print_preview,
            report=self.report,
            tell=self.tell,
            open_counter=self.open_counter,
            make_paper=self.make_paper,
            begin_check_sheet=self.begin_check_sheet,
        )
        self.counter = CounterOpener(self, self.menus)
        self.window_commands = WindowCommands(self, self.menus)
        stack = PageStack(self.context)
        stack.restore(states)
        self.frame.put(stack)
        self._stack = stack
        self.tabs.currentChanged.connect(self._on_tab_changed)

    def change_look(self, palette: PaletteName, percent: int) -> None:
        """Take up another palette or text size: everything is built anew, the pages keep their place."""
        self._settings.set_look(palette, percent)
        if self._services is None or self._stack is None:
            return
        self.keep()
        states, key = self._stack.states(), PAGES[self.tabs.currentIndex()].key
        self.counter.drop()
        self.jobs.started.disconnect(self.status.show_busy)
        self.jobs.finished.disconnect(self.status.clear_busy)
        self._build()
        self._furnish(self._services, states)
        self.open_page(key)
        self.refresh_backup()

    @property
    def page(self) -> Page | None:
        """The page in front."""
        return self._stack.current if self._stack is not None else None

    def open_page(self, key: str, record_id: int | None = None) -> None:
        """Bring a tab to the front ("tab/part": a part of it), at a record if one is named."""
        key, _slash, part = key.partition("/")
        keys = [spec.key for spec in PAGES]
        at = keys.index(key) if key in keys else 0
        if self.tabs.currentIndex() == at:
            self._on_tab_changed(at)
        else:
            self.tabs.setCurrentIndex(at)
        if part and isinstance(self.page, SegmentedPage):
            self.page.show_part(part, record_id)
        elif record_id is not None and self.page is not None:
            self.page.open_record(record_id)

    def _on_tab_changed(self, at: int) -> None:
        if self._stack is None:
            return
        last = self._stack.current
        page = self._stack.show_page(PAGES[at].key)
        if last is not page:
            if last is not None:
                last.status_changed.disconnect(self._on_status_changed)
                last.commands_changed.disconnect(self._on_commands_changed)
            page.commands_changed.connect(self._on_commands_changed)
            page.status_changed.connect(self._on_status_changed)
            self._notices.drop_note_of_page()
        self.menus.show_commands(page.commands())
        self._on_status_changed()

    def _on_commands_changed(self) -> None:
        if self.page is not None:
            self.menus.show_commands(self.page.commands())

    def _on_status_changed(self) -> None:
        if self.page is None:
            return
        parts = self.page.status_text()
        if parts != self._noted_at:
            self._notices.drop_note_of_page()
        self.status.show_parts(parts)

    def _on_changed(self, touched: Sequence[Touched]) -> None:
        if self._stack is not None:
            self._stack.tell(touched)
            self.window_commands.refresh()
            self.counter.reload(touched)
            self._notices.drop_old_offer()

    def _find(self, text: str) -> Found:
        if self._services is None:
            return ()
        return [
            (spec.key, _(spec.title), spec.load().search(self._services, text, MOST_HITS))
            for spec in SEARCHED
        ]

    def print_preview(self, printed: PrintedForm, title: str) -> None:
        """Open the preview of a paper."""
        from kyodo_desktop.ui.dialogs.print_preview import PrintPreview

        preview = PrintPreview(self.context, printed, title, self)
        preview.finished.connect(preview.deleteLater)
        preview.open()

    def open_counter(self, partner_id: int | None, proposal_id: int | None = None) -> None:
        """Open counter mode with whom one is talking, or with its question."""
        self.counter.open(partner_id, proposal_id)

    def take_scans(self, paths: Sequence[Path]) -> None:
        """Read scanned files, on the page where they are looked at."""
        from kyodo_desktop.ui.pages.papers.page import PapersPage
        from kyodo_desktop.ui.pages.papers.scans.page import ScansPage

        self.open_page(PapersPage.key)
        if isinstance(self.page, PapersPage):
            part = self.page.show_part(ScansPage.key)
            if isinstance(part, ScansPage):
                part.take_in(paths)

    def make_paper(self, owner: SheetOwner, form_key: str = "") -> None:
        """Open 様式 at a new paper of a record."""
        self.open_page("papers")
        if self.page is not None:
            self.page.begin_for(owner, form_key)

    def begin_check_sheet(self, owner: SheetOwner) -> None:
        """Open the wizard of a check sheet at a new one of a record."""
        self.open_page("check_sheets")
        if self.page is not None:
            self.page.begin_for(owner)

    def report(self, error: KyodoError) -> None:
        """Show an error that the clerk can mend."""
        self._fault = error
        self._notices.report(error)
        # What is said of what was typed holds until the page shows something else.
        self._noted_at = self.page.status_text() if self.page is not None else ()

    def tell(self, tone: Tone, head: str, text: str, action: tuple[str, Callable[[], object]] | None) -> None:
        """Say something: what was done in the status line, the rest below the tabs."""
        self._notices.tell(tone, head, text, action)

    def _last_act(self) -> str | None:
        return self._services.history.can_undo() if self._services is not None else None

    def refresh_backup(self) -> None:
        """Show when the last backup was made."""
        if self._services is not None:
            self.status.show_backup(self._services.maintenance.last_backup(), self._clock)

    def keep(self) -> None:
        """Keep drafts, sizes and columns, without asking."""
        if self._stack is not None:
            self.counter.keep_draft()
            for page in self._stack.pages():
                page.keep_drafts()
                page.remember()
            self._settings.set_text("window/tab", PAGES[self.tabs.currentIndex()].key)
        self._settings.set_state("window/geometry", QByteArray(self.saveGeometry()))
        self._settings.save()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take scanned files, wherever they are held above the window."""
        self._drops.hold(event, self.theme)

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        """Go on taking them."""
        self._drops.hold(event, self.theme)

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        """Show that nothing is held above any more."""
        self._drops.let_be()

    def dropEvent(self, event: QDropEvent) -> None:
        """Read what was let go of."""
        paths = self._drops.drop(event)
        if paths and self._services is not None:
            self.take_scans(paths)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Keep everything and wait for running work; what cannot be kept is said before it is lost."""
        self._fault = None
        self.keep()
        if self._fault is not None and not self._warned:
            self._warned = True
            words = _(
                "書きかけを残せなかったので、閉じませんでした。もう一度閉じると、書きかけは失われます。"
            )
            self.tell(Tone.ERROR, words, str(self._fault), None)
            event.ignore()
            return
        self.jobs.close()
        super().closeEvent(event)
