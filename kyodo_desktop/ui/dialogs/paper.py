"""Sending a PDF to a printer."""

import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QMarginsF, QRectF, QSize
from PySide6.QtGui import QPageLayout, QPageSize, QPainter
from PySide6.QtPdf import QPdfDocument, QPdfDocumentRenderOptions
from PySide6.QtPrintSupport import QPrinter

from kyodo_desktop.base.errors import OutputError
from kyodo_desktop.base.i18n import _

MOST_DPI = 600
_PATIENCE = 60
"""Seconds that a print server may be silent."""
_BAND_ROWS = 512
"""A whole A4 page at 600 dpi is a picture of 139 MB; in bands it stays below 12."""
_SIDES = {
    QPrinter.DuplexMode.DuplexNone: "one-sided",
    QPrinter.DuplexMode.DuplexLongSide: "two-sided-long-edge",
    QPrinter.DuplexMode.DuplexShortSide: "two-sided-short-edge",
}
"""What CUPS calls the sides."""


def lp_command(printer: QPrinter) -> list[str]:
    """Return the command that prints a PDF as `printer` asks for; empty where its pages are to be drawn.

    On Linux the PDF itself goes to `lp`, so that its text stays text.
    """
    if not sys.platform.startswith("linux") or printer.outputFileName():
        return []
    command = ["lp", "-n", str(printer.copyCount())]
    if printer.printerName():
        command += ["-d", printer.printerName()]
    command += sides_options(printer.duplex())
    if printer.copyCount() > 1:
        command += ["-o", f"collate={str(printer.collateCopies()).lower()}"]
    if printer.fromPage():
        command += ["-P", f"{printer.fromPage()}-{printer.toPage()}"]
    return command


def sides_options(duplex: QPrinter.DuplexMode) -> list[str]:
    """Return what tells `lp` which sides to print on; nothing where that is left to the printer."""
    return ["-o", f"sides={_SIDES[duplex]}"] if duplex in _SIDES else []


def send_with_lp(pdf: bytes, command: Sequence[str]) -> None:
    """Run such a command on a PDF; it waits for the print server, so it belongs in the job thread."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "paper.pdf"
        path.write_bytes(pdf)
        try:
            done = subprocess.run(  # noqa: S603 - a fixed command, the printer's name as one argument
                [*command, "--", str(path)], capture_output=True, text=True, check=False, timeout=_PATIENCE
            )
        except FileNotFoundError as error:
            raise OutputError(
                _("印刷の命令 lp がありません。「PDFで保存」で保存してから印刷してください。")
            ) from error
        except subprocess.TimeoutExpired as error:
            raise OutputError(
                _("プリンターの答えがありません。つながりを確かめるか、「PDFで保存」で保存してください。")
            ) from error
    if done.returncode:
        raise OutputError(
            _("プリンターに送れませんでした（{reason}）。「PDFで保存」もできます。").format(
                reason=done.stderr.strip()
            )
        )


def print_in_bands(document: QPdfDocument, printer: QPrinter) -> None:
    """Draw the pages that `printer` asks for, a band at a time.

    Raises:
        OutputError: the printer cannot be used, or is gone after some pages.
    """
    printer.setResolution(min(printer.resolution(), MOST_DPI))
    first = printer.fromPage() or 1
    last = printer.toPage() or document.pageCount()
    printer.setPageLayout(page_layout(document, first - 1))
    painter = QPainter()
    if not painter.begin(printer):
        raise OutputError(
            _("プリンターが使えません。電源と接続を確かめるか、「PDFで保存」で保存してください。")
        )
    for number in range(first, last + 1):
        if number > first:
            printer.setPageLayout(page_layout(document, number - 1))
            if not printer.newPage():
                painter.end()
                raise OutputError(
                    _(
                        "{n}ページ目でプリンターが使えなくなりました。出た紙を確かめてから、残りのページを"
                        "印刷してください。"
                    ).format(n=number)
                )
        _draw_page(painter, document, number - 1, printer)
    painter.end()


def page_layout(document: QPdfDocument, page: int) -> QPageLayout:
    """Return the size of a page as a printer knows it: a slip lies on its side and is still an A5."""
    points = document.pagePointSize(page)
    match = QPageSize.SizeMatchPolicy.FuzzyOrientationMatch
    known = QPageSize.id(points, QPageSize.Unit.Point, match)
    size = (
        QPageSize(points, QPageSize.Unit.Point) if known is QPageSize.PageSizeId.Custom else QPageSize(known)
    )
    lies = points.width() > points.height() and known is not QPageSize.PageSizeId.Custom
    orientation = QPageLayout.Orientation.Landscape if lies else QPageLayout.Orientation.Portrait
    return QPageLayout(size, orientation, QMarginsF())


def _draw_page(painter: QPainter, document: QPdfDocument, page: int, printer: QPrinter) -> None:
    paper = printer.paperRect(QPrinter.Unit.DevicePixel)
    origin = printer.pageRect(QPrinter.Unit.DevicePixel).topLeft()
    whole = QSize(round(paper.width()), round(paper.height()))
    for top in range(0, whole.height(), _BAND_ROWS):
        rows = min(_BAND_ROWS, whole.height() - top)
        options = QPdfDocumentRenderOptions()
        options.setScaledSize(whole)
        options.setScaledClipRect(QRectF(0, top, whole.width(), rows).toRect())
        band = document.render(page, QSize(whole.width(), rows), options)
        painter.drawImage(QRectF(-origin.x(), top - origin.y(), whole.width(), rows), band)
