"""What a clerk can do on 取組一覧, as commands of the menus and the toolbar."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QPushButton

from kyodo_desktop.base.i18n import _
from kyodo_desktop.japanese.fiscal_year import fiscal_year, format_fiscal_year
from kyodo_desktop.records.collaborations import CollaborationRecord
from kyodo_desktop.records.forms import PrintedForm
from kyodo_desktop.records.sheets import SheetOwner
from kyodo_desktop.ui.dialogs.wastebasket import Discarded
from kyodo_desktop.ui.evaluations.opening import open_evaluation
from kyodo_desktop.ui.guide.waste import discarded_guides
from kyodo_desktop.ui.pages.base import Menu
from kyodo_desktop.ui.pages.collaborations.dialogs import CopyYearDialog, ExportDialog
from kyodo_desktop.ui.pages.shared.list_commands import ListCommands
from kyodo_desktop.ui.theme.tokens import Tone
from kyodo_desktop.ui.widgets.buttons import ActionButton

if TYPE_CHECKING:
    from kyodo_desktop.ui.pages.collaborations.page import CollaborationsPage


class EntryCommands(ListCommands):
    """The verbs of the page; each says in the status line what it did."""

    def __init__(self, page: "CollaborationsPage") -> None:
        self._page = page
        self._service = page.context.services.collaborations
        super().__init__(page, self._service)
        add = page.add_command
        self.add_editing(_("新しい取組(&N)"))
        self.duplicate = add(Menu.RECORD, _("複製(&C)"), self.duplicate_entry, "Ctrl+D")
        self.check_sheet = page.add_command(
            Menu.RECORD, _("チェックシートをつくる(&T)…"), self.begin_check_sheet, "Ctrl+Shift+C"
        )
        self.guide = page.add_command(Menu.RECORD, _("六つの手順(&6)…"), self.open_guide, "Ctrl+G")
        self.evaluate = add(Menu.RECORD, _("評価・振り返り(&V)…"), self.open_evaluation, "Ctrl+Shift+V")
        self.add_discarding()
        self.copy_year = add(Menu.RECORD, _("新しい年度を作る(&Y)…"), self.ask_copy_year, "Ctrl+Shift+N")
        self.add_narrowing()
        self.export = add(Menu.FILE, _("書き出し(&E)…"), self.ask_export, "Ctrl+E")
        self.print_shown = add(Menu.PRINT, _("印刷(&P)…"), lambda: self.print_list(whole=False), "Ctrl+P")
        self.print_year = add(
            Menu.PRINT, _("年度の全体を印刷(&A)…"), lambda: self.print_list(whole=True), "Ctrl+Shift+P"
        )
        self.offer_on_rows(self.edit, self.duplicate, self.check_sheet, self.evaluate, self.discard)

    def begin_check_sheet(self) -> None:
        """Begin a check sheet of the current row, or open the one there is."""
        from kyodo_desktop.ui.pages.check_sheets.beginning import begin_sheet

        row = self._page.current()
        if row is not None:
            self._page.side.keep_draft()
            begin_sheet(self.context, SheetOwner("collaboration", row.id), self._page)

    def open_guide(self) -> None:
        """Take the current record through the handbook's six steps."""
        from kyodo_desktop.ui.guide.dialog import open_guide

        row = self._page.current()
        owner = SheetOwner("collaboration", row.id) if row is not None else None
        open_guide(self.context, self._page, owner)

    def open_evaluation(self) -> None:
        """Open the evaluations of the current entry."""
        row = self._page.current()
        if row is not None:
            open_evaluation(self.context, self._page, SheetOwner("collaboration", row.id))

    def make_buttons(self) -> list[QPushButton]:
        """Return the toolbar's buttons."""
        theme = self.context.theme
        return [
            ActionButton(theme, self.new, "plus", "primary"),
            ActionButton(theme, self.edit, "pencil"),
            ActionButton(theme, self.duplicate, "copy"),
            ActionButton(theme, self.export, "file-output"),
            ActionButton(theme, self.print_shown, "printer"),
        ]

    def refresh(self) -> None:
        """Enable what can be done now."""
        super().refresh()
        self.check_sheet.setEnabled(self._page.current() is not None)
        for action in (self.export, self.print_shown, self.print_year):
            action.setEnabled(bool(self._page.table.shown))

    def add_record(self) -> None:
        """Begin a new entry of the year shown (of this year while several are)."""
        self._page.side.begin_new(self._page.single_year() or fiscal_year(self.context.clock.today()))

    def duplicate_entry(self) -> None:
        """Copy the current entry under the next number and edit the copy."""
        entry = self._page.current()
        if entry is None:
            return
        with self.context.reporting():
            copy_id = self._service.duplicate(entry.id)
            self._page.open_record(copy_id)
            self.edit_record()

    def ask_copy_year(self) -> None:
        """Ask which year to copy, and for which."""
        years = self._service.fiscal_years()
        if years:
            CopyYearDialog(self.context.theme, years, self.copy_to, self._page).open()

    def copy_to(self, source: int, target: int) -> None:
        """Make a year's list from another year's."""
        with self.context.reporting():
            count = self._service.copy_year(source, target)
            self._page.show_year(target)
            words = _("{year}に {n}件を写しました").format(year=format_fiscal_year(target), n=count)
            self.tell_done(words)

    def ask_export(self) -> None:
        """Ask for the kind of file, how much of the list, and where."""
        page = self._page
        shown = _("表示している {n}件").format(n=len(page.table.shown))
        whole = _("{year}の全体 {n}件").format(year=page.year_words(), n=len(page.table.rows))
        ExportDialog(self.context.theme, shown, whole, self._ask_where, page).open()

    def _ask_where(self, file_format: str, only_shown: bool) -> None:
        name = _("協働や連携の取組一覧（{year}）").format(year=self._page.year_words())
        self.context.files.save(
            self._page,
            _("書き出し"),
            f"{name}.{file_format}",
            lambda path: self.export_to(file_format, only_shown, path),
        )

    def export_to(self, file_format: str, only_shown: bool, path: Path) -> None:
        """Write the list out; the window goes on meanwhile."""
        page, exporting = self._page, self.context.services.exporting
        ids = self._ids(page.table.shown if only_shown else page.table.rows)
        year = page.single_year()
        self.context.jobs.run(
            _("書き出しています…"),
            lambda: exporting.collaborations(ids, year, file_format, path),
            lambda _done: self.context.tell(
                Tone.DONE,
                _("{n}件を書き出しました: {name}").format(n=len(ids), name=path.name),
                "",
                (_("開く"), lambda: QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))),
            ),
        )

    def print_list(self, *, whole: bool) -> None:
        """Show the paper of what is shown, or of the whole year."""
        page, documents = self._page, self.context.services.documents
        year = page.single_year()
        if year is None:
            head = _("年度を一つ選んでください")
            self.context.tell(Tone.DUE, head, _("一覧の紙は年度ごとに印刷します。"), None)
            return
        ids = None if whole or page.filters.filter().is_empty() else self._ids(page.table.shown)
        title = _("協働や連携の取組一覧（{year}）").format(year=format_fiscal_year(year))

        def show(printed: PrintedForm) -> None:
            self.context.print_preview(printed, title)

        self.context.jobs.run(_("紙を作っています…"), lambda: documents.print_collaborations(year, ids), show)

    def _ids(self, entries: Sequence[CollaborationRecord]) -> list[int]:
        return [entry.id for entry in entries]

    def discarded(self) -> list[Discarded]:
        """Return what lies in the wastebasket, 六つの手順 among it."""
        entries = [
            Discarded(e.id, e.title, f"{format_fiscal_year(e.fiscal_year)} {e.number}")
            for e in self._service.wastebasket()
        ]
        return [*entries, *discarded_guides(self.context.services.guides)]
