"""Reading papers back: their words, their rules in millimetres, their ink."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from io import BytesIO

import pytest
from pypdf import PdfReader
from pypdf.generic import ContentStream
from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QSize
from PySide6.QtGui import QImage, QPainter
from PySide6.QtPdf import QPdfDocument
from PySide6.QtWidgets import QApplication

MM = 72 / 25.4
DOTS = 16
"""Dots a millimetre of a rendered page."""


def squash(text: str) -> str:
    """Return the text without any white."""
    return "".join(text.split())


@dataclass(frozen=True)
class Box:
    x: float
    top: float
    width: float
    height: float


class ReadPaper:
    """A PDF read back."""

    def __init__(self, pdf: bytes) -> None:
        self.pdf = pdf
        self.reader = PdfReader(BytesIO(pdf))
        self._words: dict[int, str] = {}

    @property
    def pages(self) -> int:
        return len(self.reader.pages)

    def words(self, page: int | None = None) -> str:
        """Return the words of a page, or of all, without any white."""
        if page is None:
            return "".join(self.words(number) for number in range(self.pages))
        if page not in self._words:
            self._words[page] = squash(self.reader.pages[page].extract_text())
        return self._words[page]

    def size(self, page: int = 0) -> tuple[float, float]:
        box = self.reader.pages[page].mediabox
        return float(box.width) / MM, float(box.height) / MM

    def _operations(self, page: int) -> Iterator[tuple[list[float], bytes]]:
        one = self.reader.pages[page]
        for operands, operator in ContentStream(one.get_contents(), self.reader).operations:
            if operator in (b"re", b"m", b"l", b"S", b"f", b"f*"):
                yield [float(value) for value in operands], operator

    def frames(self, page: int) -> list[Box]:
        """Return the stroked rectangles."""
        return self._rectangles(page, b"S")

    def filled(self, page: int) -> list[Box]:
        """Return the filled rectangles."""
        return self._rectangles(page, b"f") + self._rectangles(page, b"f*")

    def _rectangles(self, page: int, painted: bytes) -> list[Box]:
        height = self.size(page)[1]
        found: list[Box] = []
        last: list[float] = []
        for operands, operator in self._operations(page):
            if operator == b"re":
                last = operands
            elif operator == painted and last:
                x, y, width, tall = (value / MM for value in last)
                found.append(Box(x, height - y - tall, width, tall))
                last = []
            else:
                last = []
        return found

    def rules(self, page: int) -> list[tuple[float, float, float, float]]:
        """Return the straight rules as x, y, to x, to y."""
        height = self.size(page)[1]
        found: list[tuple[float, float, float, float]] = []
        start = (0.0, 0.0)
        for operands, operator in self._operations(page):
            if operator == b"m":
                start = (operands[0] / MM, height - operands[1] / MM)
            elif operator == b"l":
                found.append((*start, operands[0] / MM, height - operands[1] / MM))
        return found

    def ink(self, page: int) -> "Ink":
        document, buffer = QPdfDocument(), QBuffer()
        buffer.setData(QByteArray(self.pdf))
        buffer.open(QIODevice.OpenModeFlag.ReadOnly)
        document.load(buffer)
        width, height = self.size(page)
        drawn = document.render(page, QSize(round(width * DOTS), round(height * DOTS)))
        # The rendered page is black on nothing; on paper it is black on white.
        paper = QImage(drawn.size(), QImage.Format.Format_RGB32)
        paper.fill(0xFFFFFFFF)
        painter = QPainter(paper)
        painter.drawImage(0, 0, drawn)
        painter.end()
        document.close()
        return Ink(paper.convertToFormat(QImage.Format.Format_Grayscale8))


class Ink:
    """A rendered page."""

    def __init__(self, image: QImage) -> None:
        self._line = image.bytesPerLine()
        self._dots = bytes(image.constBits())

    def dark(self, x: float, y: float) -> bool:
        """Tell whether the point at (x, y) mm is black."""
        return self._dots[round(y * DOTS) * self._line + round(x * DOTS)] < 128

    def share(self, x: float, top: float, width: float, height: float) -> float:
        """Return how much of a rectangle is black, 0 to 1."""
        left, right = round(x * DOTS), round((x + width) * DOTS)
        rows = range(round(top * DOTS), round((top + height) * DOTS))
        lines = (self._dots[row * self._line + left : row * self._line + right] for row in rows)
        dark = sum(len(line.translate(None, _LIGHT)) for line in lines)
        return dark / ((right - left) * len(rows))


_LIGHT = bytes(range(128, 256))


@pytest.fixture
def read(qapp: QApplication) -> Callable[[bytes], ReadPaper]:
    return ReadPaper
