"""Papers of a case bound into one PDF: one after the other, each with a bookmark, every page numbered.

Pages that others made are first taken over by pdfium, which reads what scanners and offices make; only what
it wrote, and what we printed ourselves, is put together here.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING

from kyodo_desktop.base.errors import InputError
from kyodo_desktop.records.scanned_pages import ScannedPage
from kyodo_desktop.services.scanning.files import FileKind, kind_of
from kyodo_desktop.services.scanning.pdfs import opened
from kyodo_desktop.services.scanning.pictures import count_pages, opened_picture
from kyodo_desktop.services.scanning.writing import pdf_of

if TYPE_CHECKING:
    from pypdf import PageObject, PdfReader, PdfWriter, Transformation

_MM = 72 / 25.4
_A4 = (210 * _MM, 297 * _MM)
_LEFT, _OTHER = 25 * _MM, 15 * _MM
"""Margins around a picture; the left one is for the binding."""


@dataclass(frozen=True, slots=True)
class Part:
    """A paper to be bound: its bookmark, its PDF, and whether it is pictures, which are laid on A4."""

    title: str
    pdf: bytes
    pictures: bool = False

    @property
    def pages(self) -> int:
        """How many pages it has."""
        return len(_read(self.pdf).pages)


def part_of_file(title: str, path: Path) -> Part | None:
    """Return a PDF or picture as a part; None for what cannot be bound: another kind, locked, damaged."""
    try:
        kind = kind_of(path)
        pages = [ScannedPage(path, number) for number in range(1, _count(path, kind) + 1)]
        return Part(title, pdf_of(pages), pictures=kind is FileKind.IMAGE)
    except InputError:
        return None


def bind(parts: Sequence[Part], title: str, words: Mapping[str, str]) -> bytes:
    """Return one PDF of the parts; `words` are further entries of its information."""
    from pypdf import PdfWriter

    from kyodo_desktop.printing.stamps import print_page_stamps

    writer = PdfWriter()
    for part in parts:
        first = len(writer.pages)
        for page in _upright(part) if part.pictures else _read(part.pdf).pages:
            if part.pictures:
                _put_on_a4(writer, page)
            else:
                writer.add_page(page)
        writer.add_outline_item(title=part.title, page_number=first)
    stamps = _read(print_page_stamps([_size(page) for page in writer.pages]))
    for page, stamp in zip(writer.pages, stamps.pages, strict=True):
        page.merge_transformed_page(stamp, _upright_on(page))
    _finish(writer, title, words)
    buffer = BytesIO()
    writer.write(buffer)
    return buffer.getvalue()


def _upright(part: Part) -> "Sequence[PageObject]":
    """Return the pages of pictures, those that were turned by a mark turned in themselves."""
    from pypdf import PdfWriter

    holder = PdfWriter(clone_from=_read(part.pdf))
    for page in holder.pages:
        if page.rotation:
            page.transfer_rotation_to_content()
    return holder.pages


def _put_on_a4(writer: "PdfWriter", picture: "PageObject") -> None:
    """Add an A4 page, lying or upright as the picture is, with the picture in its middle."""
    from pypdf import Transformation

    box = picture.mediabox
    width, height = float(box.width), float(box.height)
    across, down = _A4 if height >= width else (_A4[1], _A4[0])
    room = across - _LEFT - _OTHER, down - 2 * _OTHER
    scale = min(1.0, room[0] / width, room[1] / height)
    x = _LEFT + (room[0] - scale * width) / 2 - scale * float(box.left)
    y = _OTHER + (room[1] - scale * height) / 2 - scale * float(box.bottom)
    page = writer.add_blank_page(width=across, height=down)
    page.merge_transformed_page(picture, Transformation().scale(scale).translate(x, y))


def _size(page: "PageObject") -> tuple[float, float]:
    """Return width and height in mm as the page is shown."""
    box = page.cropbox
    size = float(box.width) / _MM, float(box.height) / _MM
    return size if page.rotation % 180 == 0 else size[::-1]


def _upright_on(page: "PageObject") -> "Transformation":
    """Return what lays a stamp upright on a page as it is shown.

    A turned page stays as it is: turned in itself, it would leave behind what lies above its content, such as
    the seal (電子印鑑) that somebody put on it.
    """
    from pypdf import Transformation

    box = page.cropbox
    left, bottom, right, top = map(float, (box.left, box.bottom, box.right, box.top))
    return Transformation(
        {
            90: (0, 1, -1, 0, right, bottom),
            180: (-1, 0, 0, -1, right, top),
            270: (0, -1, 1, 0, left, top),
        }.get(page.rotation % 360, (1, 0, 0, 1, left, bottom))
    )


def _finish(writer: "PdfWriter", title: str, words: Mapping[str, str]) -> None:
    from pypdf.generic import NameObject, TextStringObject

    writer.add_metadata({"/Title": title, **words})
    writer.page_mode = "/UseOutlines"
    writer.root_object[NameObject("/Lang")] = TextStringObject("ja-JP")


def _read(pdf: bytes) -> "PdfReader":
    from pypdf import PdfReader

    return PdfReader(BytesIO(pdf))


def _count(path: Path, kind: FileKind) -> int:
    if kind is FileKind.PDF:
        with opened(path) as document:
            return len(document)
    with opened_picture(path) as picture:
        return count_pages(path, picture)
