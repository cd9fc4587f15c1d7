"""Reading the codes of printed pages, as a scanner sees them."""

import zxingcpp
from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QSize
from PySide6.QtGui import QImage, QPainter
from PySide6.QtPdf import QPdfDocument

_DPI = 200


def read_codes(pdf: bytes) -> list[list[str]]:
    """Return the texts of the codes of each page, scanned grey at 200 dpi."""
    document, buffer = QPdfDocument(), QBuffer()
    buffer.setData(QByteArray(pdf))
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    document.load(buffer)
    found = []
    for page in range(document.pageCount()):
        size = (document.pagePointSize(page) * _DPI / 72).toSize()
        found.append([code.text for code in zxingcpp.read_barcodes(_grey(document, page, size))])
    document.close()
    return found


def _grey(document: QPdfDocument, page: int, size: QSize) -> memoryview:
    drawn = document.render(page, size)
    paper = QImage(drawn.size(), QImage.Format.Format_RGB32)
    paper.fill(0xFFFFFFFF)
    painter = QPainter(paper)
    painter.drawImage(0, 0, drawn)
    painter.end()
    grey = paper.convertToFormat(QImage.Format.Format_Grayscale8)
    line = grey.bytesPerLine()
    dots = bytes(grey.constBits())
    rows = b"".join(dots[line * row : line * row + grey.width()] for row in range(grey.height()))
    return memoryview(rows).cast("B", (grey.height(), grey.width()))
