"""The files of issued sheets, one after the other in files that a printer takes. For services to share."""

from collections.abc import Iterator, Sequence
from io import BytesIO
from pathlib import Path

from kyodo_desktop.services.importing.progress import Progress
from kyodo_desktop.services.paper_batch import SHEETS_A_FILE
from kyodo_desktop.services.scanning.pdfs import made, opened


def one_after_another(files: Sequence[Path], progress: Progress) -> Iterator[bytes]:
    """Give PDFs of at most 200 sheets, each made when it is asked for; their pages are taken as they are.

    Raises:
        CancelledError: `progress` was cancelled.
    """
    progress.begin(len(files))
    for start in range(0, len(files), SHEETS_A_FILE):
        yield _joined(files[start : start + SHEETS_A_FILE], progress)


def _joined(files: Sequence[Path], progress: Progress) -> bytes:
    with made() as target:
        for path in files:
            progress.step()
            with opened(path) as source:
                target.import_pages(source)
        buffer = BytesIO()
        target.save(buffer)
    return buffer.getvalue()
