"""A run of scanned pages as a PDF of its own: upright, and not a pixel of a page changed.

Pages of a PDF are taken over as they are and only told how they lie; a JPEG's bytes are put on a page as they
are; the pixels of other images are packed without loss.
"""

from collections.abc import Sequence
from io import BytesIO
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING

from kyodo_desktop.records.scanned_pages import ScannedPage
from kyodo_desktop.services.scanning.files import FileKind, damaged_page, kind_of
from kyodo_desktop.services.scanning.pdfs import made, opened
from kyodo_desktop.services.scanning.pictures import opened_picture, turn_to, whole

if TYPE_CHECKING:
    from PIL.ImageFile import ImageFile
    from pypdfium2 import PdfDocument

_A4_LONG = 297 / 25.4 * 72
_ORIENTATION, _CAMERA_TURNS = 0x0112, {1: 0, 3: 180, 6: 90, 8: 270}
_JPEG = ("JPEG", "MPO")
_LEAST_DPI, _MOST_DPI = 50, 2400
"""Other resolutions are a scanner's empty words."""


def pdf_of(pages: Sequence[ScannedPage]) -> bytes:
    """Return a PDF of these pages in this order.

    Raises:
        InputError: a file is not there any more or cannot be read.
    """
    with made() as target:
        for path, group in groupby(pages, key=lambda page: page.file):
            add = _add_from_pdf if kind_of(path) is FileKind.PDF else _add_from_picture
            add(target, path, tuple(group))
        buffer = BytesIO()
        target.save(buffer)
    return buffer.getvalue()


def _add_from_pdf(target: "PdfDocument", path: Path, pages: Sequence[ScannedPage]) -> None:
    from pypdfium2 import PdfiumError

    with opened(path) as source:
        for page in pages:
            if page.page > len(source):
                raise damaged_page(path, page.page)
            try:
                target.import_pages(source, [page.page - 1])
                _turn_last(target, page.turn)
            except PdfiumError as error:
                raise damaged_page(path, page.page) from error


def _turn_last(target: "PdfDocument", turn: int) -> None:
    sheet = target[len(target) - 1]
    sheet.set_rotation((sheet.get_rotation() + turn) % 360)
    sheet.close()


def _add_from_picture(target: "PdfDocument", path: Path, pages: Sequence[ScannedPage]) -> None:
    from pypdfium2 import PdfiumError

    with opened_picture(path) as picture:
        for page in pages:
            turn_to(path, picture, page.page)
            try:
                _add_picture(target, path, picture, page)
            except PdfiumError as error:
                raise damaged_page(path, page.page) from error


def _add_picture(target: "PdfDocument", path: Path, picture: "ImageFile", page: ScannedPage) -> None:
    from pypdfium2 import PdfBitmap, PdfImage, PdfMatrix

    image, turn = PdfImage.new(target), page.turn
    camera_turn = _CAMERA_TURNS.get(picture.getexif().get(_ORIENTATION, 1))
    if picture.format in _JPEG and camera_turn is not None:
        width, height = _size(picture, picture.size)
        image.load_jpeg(BytesIO(path.read_bytes()), inline=True)
        turn += camera_turn
    else:
        pixels = whole(path, picture, page.page)
        width, height = _size(picture, pixels.size)
        bitmap = PdfBitmap.from_pil(pixels)
        image.set_bitmap(bitmap)
        bitmap.close()
    image.set_matrix(PdfMatrix().scale(width, height))
    sheet = target.new_page(width, height)
    sheet.insert_obj(image)
    sheet.gen_content()
    sheet.set_rotation(turn % 360)
    sheet.close()


def _size(picture: "ImageFile", pixels: tuple[int, int]) -> tuple[float, float]:
    """Return the size on paper in points: by the resolution a scanner wrote down, else as large as A4."""
    width, height = pixels
    across, down = map(float, picture.info.get("dpi", (0, 0)))
    if _LEAST_DPI <= across <= _MOST_DPI and _LEAST_DPI <= down <= _MOST_DPI:
        return width / across * 72, height / down * 72
    scale = _A4_LONG / max(width, height)
    return width * scale, height * scale
