"""The files of issued papers on their way out: to a printer, or to where the clerk wants them."""

from collections.abc import Iterator, Sequence
from pathlib import Path

from PySide6.QtWidgets import QWidget

from kyodo_desktop.base.files import write_whole_file
from kyodo_desktop.base.i18n import _
from kyodo_desktop.records.forms import PrintedForm
from kyodo_desktop.records.sheets import IssuedSheet
from kyodo_desktop.services.paper_batch import SHEETS_A_FILE
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


class _ManyWayOut(WayOut):
    """Notes that several sheets, which lie one after the other in one file, were printed or saved."""

    def __init__(self, context: UiContext, ids: Sequence[int], pdf: bytes) -> None:
        self._sheets, self._ids, self._pdf = context.services.sheets, ids, pdf

    def printed(self, target: str, *, into_file: bool = False) -> None:
        """Note that they are on their way to a printer."""
        self._sheets.mark_printed(self._ids, target)

    def save(self, path: Path) -> None:
        """Write the file, and note that they left."""
        write_whole_file(path, self._pdf)
        self._sheets.mark_printed(self._ids, str(path))


def open_many(context: UiContext, sheets: Sequence[IssuedSheet], parent: QWidget) -> None:
    """Show the files of several issued papers, one after the other, at most 200 sheets a file."""
    ids = [sheet.id for sheet in sheets]
    _show_next(context, context.services.sheets.for_printer(ids), ids, parent)


def _show_next(context: UiContext, files: Iterator[bytes], ids: Sequence[int], parent: QWidget) -> None:
    if not ids:
        return
    here, later = ids[:SHEETS_A_FILE], ids[SHEETS_A_FILE:]
    title = _("発行した紙 {n}枚").format(n=len(here))
    if later:
        title = _("発行した紙 {n}枚（このあと {later}枚）").format(n=len(here), later=len(later))

    def show(pdf: bytes) -> None:
        way_out = _ManyWayOut(context, here, pdf)
        preview = PrintPreview(context, PrintedForm(pdf), title, parent, way_out=way_out)
        preview.finished.connect(preview.deleteLater)
        preview.finished.connect(lambda _result: _show_next(context, files, later, parent))
        preview.open()

    context.jobs.run(_("紙を読んでいます…"), lambda: next(files), show)
