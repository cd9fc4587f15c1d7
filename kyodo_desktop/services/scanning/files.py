"""What a scanned file is by its bytes, and what one may be at most. A bomb is refused, never unpacked."""

import hashlib
import os
from enum import StrEnum
from pathlib import Path

from kyodo_desktop.base.errors import InputError
from kyodo_desktop.base.i18n import _
from kyodo_desktop.base.reasons import reason_of

MOST_BYTES = 512 * 2**20
MOST_PAGES = 500
"""In one file: more than any feeder takes."""
MOST_PIXELS = 80_000_000
"""Of an image: A3 in colour at 600 dpi, about 240 MB while it is looked at."""

SUFFIXES = (".pdf", ".png", ".jpg", ".jpeg", ".tif", ".tiff")
"""For whoever looks for scans in a folder; what a file is, its bytes say."""

_HEAD, _TAIL = 1024, 64 * 2**10
_IMAGES = (b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff", b"II*\0", b"MM\0*", b"II+\0", b"MM\0+")


class FileKind(StrEnum):
    """How a file's pages are read."""

    PDF = "pdf"
    IMAGE = "image"


def kind_of(path: Path) -> FileKind:
    """Return how a file is read.

    Raises:
        InputError: it is not there, locked, empty, too large, cut short or nothing that a scanner makes.
    """
    try:
        if not path.is_file():
            raise _refused(_("「{name}」というファイルがありません。選び直してください。"), path)
        with path.open("rb") as file:
            size, head = os.fstat(file.fileno()).st_size, file.read(_HEAD)
            file.seek(max(0, size - _TAIL))
            tail = file.read(_TAIL)
    except OSError as error:
        raise _unreadable(path, error) from error
    if not head:
        raise _refused(_("「{name}」は空のファイルです。もう一度スキャンしてください。"), path)
    if size > MOST_BYTES:
        raise _refused(
            _("「{name}」は大きすぎます（{n}MBまで）。何回かに分けてスキャンしてください。"),
            path,
            n=MOST_BYTES // 2**20,
        )
    if b"%PDF-" in head:
        # pdfium patches up a file that was cut short, and pages are missing without a word.
        if b"%%EOF" not in tail:
            raise damaged_file(path)
        return FileKind.PDF
    if head.startswith(_IMAGES):
        return FileKind.IMAGE
    raise _refused(
        _(
            "「{name}」は PDF でも画像（PNG・JPEG・TIFF）でもありません。"
            "スキャンしたファイルを選んでください。"
        ),
        path,
    )


def sum_of(path: Path) -> str:
    """Return the SHA-256 of a file, by which it is known again under any name.

    Raises:
        InputError: it cannot be read.
    """
    try:
        with path.open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()
    except OSError as error:
        raise _unreadable(path, error) from error


def changed_since(path: Path, digest: str) -> InputError | None:
    """Return the sentence for a file that is no longer the one of that sum; None while it is.

    A scanner, or whoever copies into the folder, may still be writing to it.
    """
    try:
        if sum_of(path) == digest:
            return None
    except InputError as error:
        return error
    return _refused(
        _("「{name}」は、読んでいるあいだに変わりました。書き終わってから、もう一度読んでください。"), path
    )


def check_pages(path: Path, pages: int) -> None:
    """Refuse a file of too many pages.

    Raises:
        InputError: it has more than are read in one go.
    """
    if pages > MOST_PAGES:
        raise _refused(
            _("「{name}」はページが多すぎます（{n}ページまで）。何回かに分けてスキャンしてください。"),
            path,
            n=MOST_PAGES,
        )


def damaged_file(path: Path) -> InputError:
    """Return the sentence for a file that cannot be opened, or that ends too early."""
    return _refused(_("「{name}」はこわれているか、途中で切れています。もう一度スキャンしてください。"), path)


def damaged_page(path: Path, page: int) -> InputError:
    """Return the sentence for a page that cannot be drawn."""
    return _refused(
        _("「{name}」の{page}ページ目がこわれていて読めません。もう一度スキャンしてください。"),
        path,
        page=page,
    )


def locked(path: Path) -> InputError:
    """Return the sentence for a PDF with a password."""
    return _refused(
        _("「{name}」はパスワードで守られているので読めません。パスワードのない形で保存し直してください。"),
        path,
    )


def too_large(path: Path, page: int) -> InputError:
    """Return the sentence for a page of too many pixels."""
    return _refused(
        _(
            "「{name}」の{page}ページ目は画像が大きすぎます。解像度を下げて（200～400dpi）スキャンしてください。"
        ),
        path,
        page=page,
    )


def _unreadable(path: Path, error: OSError) -> InputError:
    return _refused(
        _("「{name}」が読めません（{reason}）。ほかで開いていれば閉じて、もう一度選んでください。"),
        path,
        reason=reason_of(error),
    )


def _refused(sentence: str, path: Path, **words: object) -> InputError:
    return InputError(sentence.format(name=path.name, **words))
