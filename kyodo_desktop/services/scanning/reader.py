"""From a scanned file to its pages: which codes are on each, and how it lies. One page at a time."""

from pathlib import Path

from kyodo_desktop.records.scanned_pages import ScannedPage
from kyodo_desktop.services.importing.progress import Progress
from kyodo_desktop.services.scanning.files import FileKind, kind_of
from kyodo_desktop.services.scanning.pdfs import drawn, opened
from kyodo_desktop.services.scanning.pictures import count_pages, grey, opened_picture, turn_to
from kyodo_desktop.services.scanning.symbols import Sighting, look_at


def read_scans(path: Path, progress: Progress | None = None) -> tuple[ScannedPage, ...]:
    """Return the pages of a PDF, PNG, JPEG or TIFF file in their order.

    Raises:
        InputError: it cannot be read; the sentence names the file, and the page where it is one page's fault.
        CancelledError: `progress` was cancelled.
    """
    progress = progress or Progress()
    return _of_pdf(path, progress) if kind_of(path) is FileKind.PDF else _of_picture(path, progress)


def _of_pdf(path: Path, progress: Progress) -> tuple[ScannedPage, ...]:
    pages = []
    with opened(path) as document:
        progress.begin(len(document))
        for page in range(1, len(document) + 1):
            with drawn(path, document, page) as picture:
                pages.append(_page(path, page, look_at(picture)))
            progress.step()
    return tuple(pages)


def _of_picture(path: Path, progress: Progress) -> tuple[ScannedPage, ...]:
    pages = []
    with opened_picture(path) as picture:
        progress.begin(count_pages(path, picture))
        for page in range(1, progress.total + 1):
            turn_to(path, picture, page)
            pages.append(_page(path, page, look_at(grey(path, picture, page))))
            progress.step()
    return tuple(pages)


def _page(path: Path, page: int, seen: Sighting) -> ScannedPage:
    return ScannedPage(path, page, seen.codes, seen.turn, seen.torn, seen.empty)
