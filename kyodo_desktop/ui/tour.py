"""Drives the window as a person would, without one: opens its tabs, takes pictures, reads papers back."""

import os
from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QIODevice
from PySide6.QtPdf import QPdfDocument
from PySide6.QtWidgets import QApplication, QWidget

from kyodo_desktop.base.errors import OutputError
from kyodo_desktop.base.i18n import _
from kyodo_desktop.records.forms import PrintedForm
from kyodo_desktop.ui.dialogs.print_preview import PrintPreview
from kyodo_desktop.ui.main_window import MainWindow
from kyodo_desktop.ui.pages.registry import PAGES

_SIZE = (1366, 768)
_ROUNDS = 10


def stay_unseen() -> None:
    """Let Qt draw into memory only; to be said before the application object is made."""
    os.environ["QT_QPA_PLATFORM"] = "offscreen"


class Tour:
    """One walk through a window; its pictures go to a folder."""

    def __init__(self, window: MainWindow, pictures: Path) -> None:
        self._window, self._pictures = window, pictures
        window.resize(*_SIZE)
        window.show()
        settle()

    def open_every_tab(self) -> dict[str, int]:
        """Open one tab after the other; return the keys and how many colours each picture has."""
        colours = {}
        for spec in PAGES:
            self._window.open_page(spec.key)
            colours[spec.key] = self._take(self._window, spec.key)
        return colours

    def preview(self, printed: PrintedForm, title: str) -> int:
        """Look at a paper before it is printed; return how many pages the preview has."""
        self._window.print_preview(printed, title)
        preview = self._window.findChild(PrintPreview)
        self._take(preview, "print-preview")
        pages = preview.document.pageCount()
        preview.close()
        preview.deleteLater()
        settle()
        return pages

    def _take(self, widget: QWidget, name: str) -> int:
        settle()
        picture = widget.grab()
        path = self._pictures / f"{name.replace('_', '-')}.png"
        if not picture.save(str(path)):
            raise OutputError(_("絵「{path}」を書けませんでした。").format(path=path))
        small = picture.toImage().scaled(200, 100)
        return len({small.pixel(x, y) for x in range(small.width()) for y in range(small.height())})


def settle() -> None:
    """Let the event loop do what is waiting."""
    for _round in range(_ROUNDS):
        QApplication.processEvents()


def read_pages(pdf: bytes) -> tuple[str, ...]:
    """Return the text of each page as a reader of the PDF would copy it, without spaces and line breaks."""
    document, buffer = QPdfDocument(), QBuffer()
    buffer.setData(QByteArray(pdf))
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    document.load(buffer)
    pages = [document.getAllText(number).text() for number in range(document.pageCount())]
    document.close()
    return tuple("".join(page.split()) for page in pages)
