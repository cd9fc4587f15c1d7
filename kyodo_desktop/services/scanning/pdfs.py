"""Opening PDF files with pdfium, one at a time: the library must never be called from two threads at once."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING

from kyodo_desktop.services.scanning.files import check_pages, damaged_file, damaged_page, locked, too_large

if TYPE_CHECKING:
    from PIL import Image
    from pypdfium2 import PdfDocument, PdfPage

_ALONE = threading.RLock()
_DOTS = 200 / 72
"""Drawn at 200 dpi, as counters scan."""
_MOST_DRAWN = 12_000_000
"""Pixels of a page as drawn; a poster is drawn smaller."""
_MOST_PICTURE = 200_000_000
"""Pixels of one picture on a page: A1 at 600 dpi in black and white."""


@contextmanager
def opened(path: Path) -> "Iterator[PdfDocument]":
    """Give the document of a file.

    Raises:
        InputError: it has a password, is damaged, or has too many pages.
    """
    from pypdfium2 import PdfDocument, PdfiumError
    from pypdfium2.raw import FPDF_ERR_PASSWORD

    with _ALONE:
        try:
            document = PdfDocument(path)
        except PdfiumError as error:
            raise (locked if error.err_code == FPDF_ERR_PASSWORD else damaged_file)(path) from error
        try:
            check_pages(path, len(document))
            yield document
        finally:
            document.close()


@contextmanager
def made() -> "Iterator[PdfDocument]":
    """Give a new document without pages."""
    from pypdfium2 import PdfDocument

    with _ALONE:
        document = PdfDocument.new()
        try:
            yield document
        finally:
            document.close()


@contextmanager
def drawn(path: Path, document: "PdfDocument", page: int) -> "Iterator[Image.Image]":
    """Give a page, from 1, as a grey picture.

    Raises:
        InputError: it cannot be drawn, or a picture on it is too large.
    """
    from pypdfium2 import PdfiumError

    try:
        sheet = document[page - 1]
        try:
            _check_pictures(path, sheet, page)
            width, height = (max(1.0, side) for side in sheet.get_size())
            scale = min(_DOTS, (_MOST_DRAWN / (width * height)) ** 0.5)
            bitmap = sheet.render(scale=scale, grayscale=True)
            try:
                yield bitmap.to_pil()
            finally:
                bitmap.close()
        finally:
            sheet.close()
    except PdfiumError as error:
        raise damaged_page(path, page) from error


def glance_at(path: Path, page: int, width: int) -> bytes:
    """Return a page, from 1, as a coloured PNG of a width in pixels.

    Raises:
        InputError: there is no such page, or it cannot be drawn.
    """
    from pypdfium2 import PdfiumError

    with opened(path) as document:
        if not 1 <= page <= len(document):
            raise damaged_page(path, page)
        try:
            sheet = document[page - 1]
            bitmap = sheet.render(scale=width / max(1.0, sheet.get_width()))
            buffer = BytesIO()
            bitmap.to_pil().save(buffer, "PNG")
            bitmap.close()
            sheet.close()
        except PdfiumError as error:
            raise damaged_page(path, page) from error
    return buffer.getvalue()


def _check_pictures(path: Path, sheet: "PdfPage", page: int) -> None:
    from pypdfium2 import PdfImage
    from pypdfium2.raw import FPDF_PAGEOBJ_IMAGE

    for one in sheet.get_objects(filter=(FPDF_PAGEOBJ_IMAGE,)):
        if isinstance(one, PdfImage):
            width, height = one.get_px_size()
            if width * height > _MOST_PICTURE:
                raise too_large(path, page)
