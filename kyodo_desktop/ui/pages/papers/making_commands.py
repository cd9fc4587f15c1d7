"""What a clerk can do with the paper that is being written."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QPushButton

from kyodo_desktop.base.errors import InputError, KyodoError
from kyodo_desktop.base.files import write_whole_file
from kyodo_desktop.base.i18n import _
from kyodo_desktop.records.forms import PrintedForm
from kyodo_desktop.records.personal_data import DataUse
from kyodo_desktop.records.sheets import IssuedSheet, SheetDraft
from kyodo_desktop.ui.pages.base import Menu
from kyodo_desktop.ui.pages.papers.batch_dialog import KINDS, BatchDialog
from kyodo_desktop.ui.pages.papers.issued_paper import open_issued
from kyodo_desktop.ui.theme.tokens import Tone
from kyodo_desktop.ui.widgets.buttons import ActionButton

if TYPE_CHECKING:
    from kyodo_desktop.ui.pages.papers.making import MakingPage


class MakingCommands:
    """The verbs of つくる; each says in the status line what it did."""

    def __init__(self, page: "MakingPage") -> None:
        self._page, self.context = page, page.context
        add = page.add_command
        self.issue = add(Menu.RECORD, _("発行(&H)"), self.issue_paper, "Ctrl+Shift+H")
        self.print = add(Menu.PRINT, _("印刷(&P)…"), self.print_paper, "Ctrl+P")
        self.save = add(Menu.PRINT, _("PDFで保存(&S)…"), self.save_paper, "Ctrl+S")
        self.blank = add(Menu.PRINT, _("空欄を印刷(&B)…"), self.print_blank, "Ctrl+Shift+P")
        self.many = add(Menu.PRINT, _("まとめて印刷(&M)…"), self.open_batch, "Ctrl+Shift+M")
        self.words = add(Menu.PRINT, _("この様式の設定(&T)…"), self.open_template)
        self.find = add(Menu.EDIT, _("様式をさがす(&F)"), self._find, "Ctrl+F")

    def make_buttons(self) -> list[QPushButton]:
        """Return the toolbar's buttons."""
        theme = self.context.theme
        return [
            ActionButton(theme, self.issue, "check", "primary"),
            ActionButton(theme, self.print, "printer"),
            ActionButton(theme, self.save, "save"),
            ActionButton(theme, self.blank, "file-text"),
            ActionButton(theme, self.many, "copy"),
        ]

    def refresh(self) -> None:
        """Enable what can be done with the paper shown."""
        info = self._page.info
        self.issue.setEnabled(info is not None and info.key in self._page.numbered)
        self.print.setEnabled(info is not None)
        self.save.setEnabled(info is not None)
        several = info is not None and info.record_kind in KINDS and info.key in self._page.worded
        self.many.setEnabled(several)
        self.blank.setEnabled(info is not None and info.blank)
        self.words.setEnabled(info is not None and info.key in self._page.worded)

    def print_paper(self) -> None:
        """Show the paper as it stands, to be printed without a number."""
        draft = self._ready()
        if draft is not None:
            self._make(self._page.printer_of(draft), self._preview)

    def save_paper(self) -> None:
        """Ask for a file and save the paper there as it stands, without a number."""
        draft = self._ready()
        if draft is not None:
            self._make(self._page.printer_of(draft), self._ask_where)

    def print_blank(self) -> None:
        """Show the paper to be filled in by hand."""
        info, documents = self._page.info, self.context.services.documents
        if info is not None:
            title = _("{title}（空欄）").format(title=info.title)
            self._make(
                lambda: documents.print_blank(info.key),
                lambda paper: self.context.print_preview(paper, title),
            )

    def open_template(self) -> None:
        """Open the settings of the papers at the one shown."""
        from kyodo_desktop.ui.dialogs.templates.dialog import open_templates

        if self._page.info is not None:
            open_templates(self.context, self._page.window(), self._page.info.key)

    def open_batch(self) -> None:
        """Ask for which records the paper is to be made."""
        info, draft = self._page.info, self._ready()
        if info is None or draft is None:
            return
        fields, owner = self._page.fill.fields, self._page.draft.owner
        typed = [one for one in fields if one.name in self._page.draft.typed and one.name in draft.values]
        BatchDialog(
            self.context,
            info,
            {one.name: draft.values[one.name] for one in typed},
            [one.label for one in typed],
            [owner.record_id] if owner is not None and owner.kind == info.record_kind else (),
            self._page,
        ).open()

    def issue_paper(self, *, allow_empty: bool = False) -> None:
        """Give the paper its number; then it is to be printed."""
        draft = self._ready()
        if draft is None:
            return
        sheets, replaced = self.context.services.sheets, self._page.draft.replaces

        def issue() -> IssuedSheet:
            if replaced is not None:
                return sheets.reissue(replaced, draft, allow_empty=allow_empty)
            return sheets.issue(draft, allow_empty=allow_empty)

        self.context.jobs.run(_("発行しています…"), issue, self._on_issued, self._on_refused)

    def _on_issued(self, sheet: IssuedSheet) -> None:
        words = _("発行しました: {number} {title}").format(number=sheet.number, title=sheet.title)
        if sheet.replaces:
            words = _("発行しました: {number} {title}（{former} と差し替え）").format(
                number=sheet.number, title=sheet.title, former=sheet.replaces
            )
        self._page.start_anew()
        self.context.tell(Tone.DONE, words, "", None)
        open_issued(self.context, sheet, self._page.window())

    def _on_refused(self, error: KyodoError) -> None:
        """Say what is missing, beside the fields as well; a paper may go out with room to write by hand."""
        if isinstance(error, InputError):
            self._page.fill.show_missing()
            words = _("書きこむ場所を空けたまま、番号を付けて発行することもできます。")
            action = (_("空けたまま発行"), lambda: self.issue_paper(allow_empty=True))
            self.context.tell(Tone.ERROR, str(error), words, action)
        else:
            self.context.report(error)

    def _ready(self) -> SheetDraft | None:
        """Return the paper if all that is typed can be read."""
        draft, wrong = self._page.sheet_draft(), self._page.fill.problems()
        if draft is None or not wrong:
            return draft
        self._page.fill.show_missing()
        self.context.report(InputError(wrong[0]))
        return None

    def _make(self, make: Callable[[], PrintedForm], done: Callable[[PrintedForm], object]) -> None:
        self.context.jobs.run(_("紙を作っています…"), make, done)

    def _title(self) -> str:
        info, record = self._page.info, self._page.fill.records.describe().split("　")
        name = record[-1] if len(record) > 1 else ""
        title = info.title if info is not None else ""
        return _("{title}（{name}）").format(title=title, name=name) if name else title

    def _preview(self, paper: PrintedForm) -> None:
        self.context.print_preview(paper, self._title())

    def _ask_where(self, paper: PrintedForm) -> None:
        def write(path: Path) -> None:
            with self.context.reporting():
                write_whole_file(path, paper.pdf)
                self.context.services.personal_data.note(paper.personal, DataUse.EXPORT, str(path))
                self.context.tell(Tone.DONE, _("保存しました: {path}").format(path=path), "", None)

        self.context.files.save(self._page, _("PDFで保存"), f"{self._title()}.pdf", write)

    def _find(self) -> None:
        self._page.list.box.setFocus()
        self._page.list.box.selectAll()
