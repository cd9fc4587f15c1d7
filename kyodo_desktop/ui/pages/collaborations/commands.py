"""What a clerk can do on 取組一覧, as commands of the menus and the toolbar."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QPushButton

from kyodo_desktop.base.i18n import _
from kyodo_desktop.japanese.fiscal_year import fiscal_year, format_fiscal_year
from kyodo_desktop.records.collaborations import CollaborationRecord
from kyodo_desktop.records.forms import PrintedForm
from kyodo_desktop.ui.dialogs.wastebasket import Discarded, WastebasketDialog
from kyodo_desktop.ui.pages.base import Menu
from kyodo_desktop.ui.pages.collaborations.dialogs import CopyYearDialog, ExportDialog
from kyodo_desktop.ui.theme.tokens import Tone
from kyodo_desktop.ui.widgets.buttons import ActionButton

if TYPE_CHECKING:
    from kyodo_desktop.ui.pages.collaborations.page import CollaborationsPage


class EntryCommands:
    """The verbs of the page; each says in the status line what it did."""

    def __init__(self, page: "CollaborationsPage") -> None:
        self._page, self._context = page, page.context
        self._service = page.context.services.collaborations
        add = page.add_command
        self.new = add(Menu.RECORD, _("新しい取組(&N)"), self.add_entry, "Ctrl+N")
        self.edit = add(Menu.RECORD, _("編集(&E)"), page.side.begin_edit, "F2")
        self.save = add(Menu.RECORD, _("保存(&S)"), page.side.save, "Ctrl+S")
        self.duplicate = add(Menu.RECORD, _("複製(&C)"), self.duplicate_entry, "Ctrl+D")
        self.discard = add(Menu.RECORD, _("ごみ箱へ(&D)"), self.discard_entries, "Del", within=page.view)
        self.wastebasket = add(Menu.RECORD, _("ごみ箱を開く(&W)…"), self.open_wastebasket, "Ctrl+Shift+D")
        self.copy_year = add(Menu.RECORD, _("新しい年度を作る(&Y)…"), self.ask_copy_year, "Ctrl+Shift+N")
        self.narrow = add(Menu.EDIT, _("一覧をしぼる(&F)"), self.focus_filter, "Ctrl+F")
        self.clear = add(Menu.EDIT, _("条件を消す(&L)"), page.filters.clear, "Ctrl+Shift+F")
        self.export = add(Menu.FILE, _("書き出し(&E)…"), self.ask_export, "Ctrl+E")
        self.print_shown = add(Menu.PRINT, _("印刷(&P)…"), lambda: self.print_list(whole=False), "Ctrl+P")
        self.print_year = add(
            Menu.PRINT, _("年度の全体を印刷(&A)…"), lambda: self.print_list(whole=True), "Ctrl+Shift+P"
        )

        page.view.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)
        page.view.addActions([self.edit, self.duplicate, self.discard])

    def make_buttons(self) -> list[QPushButton]:
        """Return the toolbar's buttons."""
        theme = self._context.theme
        return [
            ActionButton(theme, self.new, "plus", "primary"),
            ActionButton(theme, self.edit, "pencil"),
            ActionButton(theme, self.duplicate, "copy"),
            ActionButton(theme, self.export, "file-output"),
            ActionButton(theme, self.print_shown, "printer"),
        ]

    def refresh(self) -> None:
        """Enable what can be done now."""
        has_entry, has_rows = self._page.current() is not None, bool(self._page.table.shown)
        for action in (self.edit, self.duplicate, self.discard):
            action.setEnabled(has_entry)
        for action in (self.export, self.print_shown, self.print_year):
            action.setEnabled(has_rows)

    def add_entry(self) -> None:
        """Begin a new entry of the year shown (of this year while several are)."""
        self._page.side.begin_new(self._page.single_year() or fiscal_year(self._context.clock.today()))

    def duplicate_entry(self) -> None:
        """Copy the current entry under the next number and edit the copy."""
        entry = self._page.current()
        if entry is None:
            return
        with self._context.reporting():
            copy_id = self._service.duplicate(entry.id)
            self._page.show_entry(copy_id)
            self._page.side.show_record(self._page.current())
            self._page.side.begin_edit()

    def discard_entries(self) -> None:
        """Put the selected entries into the wastebasket; one undo brings them back."""
        chosen = self._page.view.selected_records()
        if not chosen:
            return
        with self._context.reporting():
            self._service.discard([entry.id for entry in chosen])
            words = _("{n}件をごみ箱に入れました").format(n=len(chosen))
            self._context.tell(Tone.DONE, words, "", (_("元に戻す"), self._undo))

    def open_wastebasket(self) -> None:
        """Show what was deleted."""
        WastebasketDialog(self._context, self._discarded, self._service.restore, self._page).open()

    def ask_copy_year(self) -> None:
        """Ask which year to copy, and for which."""
        years = self._service.fiscal_years()
        if years:
            CopyYearDialog(self._context.theme, years, self.copy_to, self._page).open()

    def copy_to(self, source: int, target: int) -> None:
        """Make a year's list from another year's."""
        with self._context.reporting():
            count = self._service.copy_year(source, target)
            self._page.show_year(target)
            words = _("{year}に {n}件を写しました").format(year=format_fiscal_year(target), n=count)
            self._context.tell(Tone.DONE, words, "", (_("元に戻す"), self._undo))

    def focus_filter(self) -> None:
        """Go to the filter box."""
        self._page.filters.box.setFocus()
        self._page.filters.box.selectAll()

    def ask_export(self) -> None:
        """Ask for the kind of file, how much of the list, and where."""
        page = self._page
        shown = _("表示している {n}件").format(n=len(page.table.shown))
        whole = _("{year}の全体 {n}件").format(year=page.year_words(), n=len(page.table.rows))
        ExportDialog(self._context.theme, shown, whole, self._ask_where, page).open()

    def _ask_where(self, file_format: str, only_shown: bool) -> None:
        name = _("協働や連携の取組一覧（{year}）").format(year=self._page.year_words())
        self._context.files.save(
            self._page,
            _("書き出し"),
            f"{name}.{file_format}",
            lambda path: self.export_to(file_format, only_shown, path),
        )

    def export_to(self, file_format: str, only_shown: bool, path: Path) -> None:
        """Write the list out; the window goes on meanwhile."""
        page, exporting = self._page, self._context.services.exporting
        ids = self._ids(page.table.shown if only_shown else page.table.rows)
        year = page.single_year()
        self._context.jobs.run(
            _("書き出しています…"),
            lambda: exporting.collaborations(ids, year, file_format, path),
            lambda _done: self._context.tell(
                Tone.DONE,
                _("{n}件を書き出しました: {name}").format(n=len(ids), name=path.name),
                "",
                (_("開く"), lambda: QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))),
            ),
        )

    def print_list(self, *, whole: bool) -> None:
        """Show the paper of what is shown, or of the whole year."""
        page, documents = self._page, self._context.services.documents
        year = page.single_year()
        if year is None:
            head = _("年度を一つ選んでください")
            self._context.tell(Tone.DUE, head, _("一覧の紙は年度ごとに印刷します。"), None)
            return
        ids = None if whole or page.filters.filter().is_empty() else self._ids(page.table.shown)
        title = _("協働や連携の取組一覧（{year}）").format(year=format_fiscal_year(year))

        def show(printed: PrintedForm) -> None:
            self._context.print_preview(printed, title)

        self._context.jobs.run(
            _("紙を作っています…"), lambda: documents.print_collaborations(year, ids), show
        )

    def _ids(self, entries: Sequence[CollaborationRecord]) -> list[int]:
        return [entry.id for entry in entries]

    def _discarded(self) -> list[Discarded]:
        return [
            Discarded(e.id, e.title, f"{format_fiscal_year(e.fiscal_year)} {e.number}")
            for e in self._service.wastebasket()
        ]

    def _undo(self) -> None:
        with self._context.reporting():
            self._context.services.history.undo()
