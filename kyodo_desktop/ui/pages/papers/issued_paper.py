"""The file of an issued paper on its way out: to a printer, or to where the clerk wants it."""

from pathlib import Path

from PySide6.QtWidgets import QWidget

from kyodo_desktop.base.i18n import _
from kyodo_desktop.records.forms import PrintedForm
from kyodo_desktop.records.sheets import IssuedSheet
from kyodo_desktop.ui.context import UiContext
from kyodo_desktop.ui.dialogs.print_preview import PrintPreview, WayOut


class SheetWayOut(WayOut):
    """Notes that a sheet was printed, and saves the file that was issued, byte for byte."""

    def __init__(self, context: UiContext, sheet: IssuedSheet) -> None:
        self._sheets, self._sheet = context.services.sheets, sheet

    def printed(self, target: str, *, into_file: bool = False) -> None:
        """Note that it is on its way to a printer."""
        self._sheets.mark_printed((self._sheet.id,), target)

    def save(self, path: Path) -> None:
        """Write the file that was issued."""
        self._sheets.save(self._sheet.id, path)


def open_issued(context: UiContext, sheet: IssuedSheet, parent: QWidget) -> None:
    """Show the file of an issued paper, to be printed or saved; it is read beside the window."""
    sheets = context.services.sheets
    title = _("{number} {title}").format(number=sheet.number, title=sheet.title)

    def show(pdf: bytes) -> None:
        printed = PrintedForm(pdf, pages=sheet.pages)
        preview = PrintPreview(context, printed, title, parent, way_out=SheetWayOut(context, sheet))
        preview.finished.connect(preview.deleteLater)
        preview.open()

    context.jobs.run(_("紙を読んでいます…"), lambda: sheets.pdf(sheet.id), show)
