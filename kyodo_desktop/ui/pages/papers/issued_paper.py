"""The files of issued papers on their way out: to a printer, or to where the clerk wants them."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtWidgets import QWidget

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
        self.words = _("発行したときのファイルを、そのまま印刷します。")

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

    # Quick, and without words: the status line may still tell what was issued.
    context.jobs.run("", lambda: sheets.pdf(sheet.id), show)


class _ManyWayOut(WayOut):
    """Notes that several sheets, which lie one after the other in one file, were printed or saved."""

    def __init__(self, context: UiContext, ids: Sequence[int]) -> None:
        self._sheets, self._ids = context.services.sheets, ids
        self.words = _("発行したときのファイルを、そのまま続けて印刷します。")

    def printed(self, target: str, *, into_file: bool = False) -> None:
        """Note that they are on their way to a printer."""
        self._sheets.mark_printed(self._ids, target)

    def save(self, path: Path) -> None:
        """Write the files that were issued into one."""
        self._sheets.save_together(self._ids, path)


@dataclass(frozen=True, slots=True)
class PaperFile:
    """One of several files that are shown one after the other."""

    title: str
    printed: PrintedForm
    way_out: WayOut | None = None


def open_many(context: UiContext, sheets: Sequence[IssuedSheet], parent: QWidget) -> None:
    """Show the files of several issued papers, one after the other, at most 200 sheets a file."""
    ids = [sheet.id for sheet in sheets]
    show_files(context, _files_of(context, ids), parent)


def show_files(context: UiContext, files: Iterator[PaperFile], parent: QWidget) -> None:
    """Show files to be printed or saved; the next one is made when the one before is closed."""

    def show(file: PaperFile | None) -> None:
        if file is None:
            return
        preview = PrintPreview(context, file.printed, file.title, parent, way_out=file.way_out)
        preview.finished.connect(preview.deleteLater)
        preview.finished.connect(lambda _result: show_files(context, files, parent))
        preview.open()

    context.jobs.run("", lambda: next(files, None), show)


def _files_of(context: UiContext, ids: Sequence[int]) -> Iterator[PaperFile]:
    for at, pdf in enumerate(context.services.sheets.for_printer(ids)):
        here = ids[at * SHEETS_A_FILE : (at + 1) * SHEETS_A_FILE]
        later = len(ids) - (at + 1) * SHEETS_A_FILE
        title = _("発行した紙 {n}枚").format(n=len(here))
        if later > 0:
            title = _("発行した紙 {n}枚（このあと {later}枚）").format(n=len(here), later=later)
        yield PaperFile(title, PrintedForm(pdf), _ManyWayOut(context, here))
