"""Opening image files with Pillow, page by page."""

import struct
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from kyodo_desktop.services.scanning.files import (
    MOST_PIXELS,
    check_pages,
    damaged_file,
    damaged_page,
    too_large,
)

if TYPE_CHECKING:
    from PIL import Image
    from PIL.ImageFile import ImageFile

_FORMATS = ("PNG", "JPEG", "TIFF")
_DAMAGE = (
    OSError,
    EOFError,
    SyntaxError,
    TypeError,
    ValueError,
    LookupError,
    OverflowError,
    struct.error,
)
"""What Pillow says of a file that is not what it should be."""
_MOST_LOOKED_AT = 12_000_000
"""Pixels in which codes are looked for: A4 at 350 dpi."""


@contextmanager
def opened_picture(path: Path) -> "Iterator[ImageFile]":
    """Give an image file; its pages are turned over by `turn_to`.

    Raises:
        InputError: it is damaged, too large or has too many pages.
    """
    from PIL import Image

    try:
        picture = Image.open(path, formats=_FORMATS)
    except Image.DecompressionBombError as error:
        raise too_large(path, 1) from error
    except _DAMAGE as error:
        raise damaged_file(path) from error
    with picture:
        yield picture


def count_pages(path: Path, picture: "ImageFile") -> int:
    """Return how many pages an image file has; the small previews inside a photograph are none.

    Raises:
        InputError: it is damaged or has too many.
    """
    try:
        pages = int(getattr(picture, "n_frames", 1)) if picture.format == "TIFF" else 1
    except _DAMAGE as error:
        raise damaged_file(path) from error
    check_pages(path, pages)
    return pages


def turn_to(path: Path, picture: "ImageFile", page: int) -> None:
    """Turn an image file to a page, from 1.

    Raises:
        InputError: the page is damaged or too large.
    """
    try:
        picture.seek(page - 1)
    except _DAMAGE as error:
        raise damaged_page(path, page) from error
    if picture.width * picture.height > MOST_PIXELS:
        raise too_large(path, page)


def grey(path: Path, picture: "ImageFile", page: int) -> "Image.Image":
    """Return the page turned to in grey, upright as its camera says, and no larger than codes need.

    Raises:
        InputError: the page is damaged.
    """
    from PIL import Image

    shrunk = max(1, int((picture.width * picture.height / _MOST_LOOKED_AT) ** 0.5))
    try:
        if picture.format == "JPEG":
            picture.draft("L", (picture.width // shrunk, picture.height // shrunk))
        upright = whole(path, picture, page)
        shrunk = max(1, int((upright.width * upright.height / _MOST_LOOKED_AT) ** 0.5))
        return (upright if upright.mode == "L" else upright.convert("L")).reduce(shrunk)
    except (*_DAMAGE, Image.DecompressionBombError) as error:
        raise damaged_page(path, page) from error


def whole(path: Path, picture: "ImageFile", page: int) -> "Image.Image":
    """Return the page turned to, pixel for pixel, upright as its camera says, in grey or RGB on white.

    Raises:
        InputError: the page is damaged.
    """
    from PIL import Image, ImageOps

    try:
        upright = ImageOps.exif_transpose(picture)
        if upright.has_transparency_data:
            upright = upright.convert("RGBA")
            paper = Image.new("RGBA", upright.size, "white")
            paper.alpha_composite(upright)
            return paper.convert("RGB")
        if upright.mode.startswith(("I", "F")):
            # Sixteen bits of grey: no paper and no screen shows more than eight.
            return upright.convert("F").point(lambda value: value / 257).convert("L")
        return upright.convert("L" if upright.mode in ("1", "L") else "RGB")
    except _DAMAGE as error:
        raise damaged_page(path, page) from error
