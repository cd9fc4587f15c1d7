"""The paper of a check sheet: asked for, previewed without a number, or issued with one."""

from collections.abc import Callable
from functools import partial

from PySide6.QtWidgets import QWidget

from kyodo_desktop.base.errors import InputError, KyodoError
from kyodo_desktop.base.i18n import _
from kyodo_desktop.records.check_sheets import SIDE_LABELS, SheetStyle, Side
from kyodo_desktop.records.forms import PrintedForm
from kyodo_desktop.records.sheets import IssuedSheet
from kyodo_desktop.ui.context import UiContext
from kyodo_desktop.ui.pages.check_sheets.print_dialog import PrintSheetDialog
from kyodo_desktop.ui.pages.papers.issued_paper import open_issued
from kyodo_desktop.ui.theme.tokens import Tone


class SheetPrinting:
    """Prints sheets, blanks and talk sheets; `page` is what the dialogs belong to."""

    def __init__(self, context: UiContext, page: QWidget) -> None:
        self._context, self._page = context, page

    def ask(self, record_id: int, title: str, side: Side | None) -> None:
        """Ask how the paper of a sheet is to be; the marks of one side or of both are chosen first."""
        self._open(side, partial(self._show_record, record_id, title), partial(self.issue_record, record_id))

    def ask_blank(self) -> None:
        """Ask how the blank paper is to be."""
        self._open(None, self._show_blank, None)

    def show_talk(self, record_id: int, title: str) -> None:
        """Show the talk sheet of a sheet: where the sides differ, and room to write."""
        documents = self._context.services.documents
        name = _("話し合いシート（{title}）").format(title=title)
        self._show(lambda: documents.print_record("talk_sheet", record_id), name)

    def issue_record(
        self, record_id: int, side: Side | None, style: SheetStyle, *, allow_empty: bool = False
    ) -> None:
        """Give the paper of a sheet its number; then it is to be printed."""
        services = self._context.services

        def issue() -> IssuedSheet:
            draft = services.documents.check_sheet_draft(record_id, side, style)
            return services.sheets.issue(draft, allow_empty=allow_empty)

        def refused(error: KyodoError) -> None:
            if not isinstance(error, InputError) or allow_empty:
                self._context.report(error)
                return
            words = _("書きこむ場所を空けたまま、番号を付けて発行することもできます。")
            again = partial(self.issue_record, record_id, side, style, allow_empty=True)
            self._context.tell(Tone.ERROR, str(error), words, (_("空けたまま発行"), again))

        self._context.jobs.run(_("発行しています…"), issue, self._on_issued, refused)

    def _open(
        self,
        side: Side | None,
        preview: Callable[[Side | None, SheetStyle], object],
        issue: Callable[[Side | None, SheetStyle], object] | None,
    ) -> None:
        theme, settings = self._context.theme, self._context.settings
        dialog = PrintSheetDialog(theme, settings, side, preview, issue, self._page)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _show_record(self, record_id: int, title: str, side: Side | None, style: SheetStyle) -> None:
        documents = self._context.services.documents
        who = _("{side}の記入").format(side=_(SIDE_LABELS[side])) if side is not None else ""
        name = _("相互チェックシート（{title}）").format(title="　".join(w for w in (title, who) if w))
        self._show(lambda: documents.print_check_sheet(record_id, side, style), name)

    def _show_blank(self, side: Side | None, style: SheetStyle) -> None:
        documents = self._context.services.documents
        name = _("相互チェックシート（白紙）")
        self._show(lambda: documents.print_check_sheet(None, side, style), name)

    def _show(self, make: Callable[[], PrintedForm], name: str) -> None:
        self._context.jobs.run(
            _("紙を作っています…"), make, lambda printed: self._context.print_preview(printed, name)
        )

    def _on_issued(self, sheet: IssuedSheet) -> None:
        words = _("発行しました: {number} {title}").format(number=sheet.number, title=sheet.title)
        self._context.tell(Tone.DONE, words, "", None)
        open_issued(self._context, sheet, self._page.window())
