"""Drives the window as a person would, without one: opens its tabs, takes pictures, reads papers back."""

import os
import sys
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import (
    QBuffer,
    QByteArray,
    QElapsedTimer,
    QEventLoop,
    QIODevice,
    QMessageLogContext,
    QTimer,
    QtMsgType,
    qInstallMessageHandler,
)
from PySide6.QtGui import QImage
from PySide6.QtPdf import QPdfDocument
from PySide6.QtWidgets import QWidget

from kyodo_desktop.base.errors import OutputError
from kyodo_desktop.base.i18n import _
from kyodo_desktop.records.forms import PrintedForm
from kyodo_desktop.ui.dialogs.print_preview import PrintPreview
from kyodo_desktop.ui.main_window import MainWindow

_SIZE = (1366, 768)
_DRAWN = 8
"""Fewer colours than this, and a picture is of an empty or half-drawn window."""
_PATIENCE_MS, _TICK_MS, _STILL_TICKS = 15_000, 40, 4


def stay_unseen() -> None:
    """Let Qt draw into memory only; to be said before the application object is made."""
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    qInstallMessageHandler(_pass_on)


def _pass_on(_kind: QtMsgType, _where: QMessageLogContext, message: str) -> None:
    """Pass Qt's complaints on, but for one that its offscreen plug-in makes for every window."""
    if "propagateSizeHints" not in message:
        sys.stderr.write(f"{message}\n")


class Tour:
    """One walk through a window; its pictures go to a folder."""

    def __init__(self, window: MainWindow, pictures: Path) -> None:
        self._window, self._pictures = window, pictures
        window.resize(*_SIZE)

    def open_tab(self, key: str) -> bool:
        """Open a tab and take its picture; return whether it was drawn."""
        self._window.open_page(key)
        return self._take(self._window, key)

    def preview(self, printed: PrintedForm, title: str) -> bool:
        """Look at a paper before it is printed; return whether its first page was drawn."""
        self._window.print_preview(printed, title)
        preview = self._window.findChild(PrintPreview)
        if preview is None:
            return False
        # The pages are drawn by a thread of Qt's; until then the view is blank paper.
        drawn = wait_until(lambda: _colours(preview.view) >= _DRAWN)
        self._take(preview, "print-preview")
        preview.close()
        preview.deleteLater()
        return drawn

    def _take(self, widget: QWidget, name: str) -> bool:
        drawn = wait_until(lambda: _colours(widget) >= _DRAWN) and wait_until(_StandsStill(widget))
        path = self._pictures / f"{name.replace('_', '-')}.png"
        if not widget.grab().save(str(path)):
            raise OutputError(_("絵「{path}」を書けませんでした。").format(path=path))
        return drawn


class _StandsStill:
    """Asked again and again, whether a widget looks as it did the last few times."""

    def __init__(self, widget: QWidget) -> None:
        self._widget, self._last, self._same = widget, QImage(), 0

    def __call__(self) -> bool:
        now = self._widget.grab().toImage()
        self._same = self._same + 1 if now == self._last else 0
        self._last = now
        return self._same >= _STILL_TICKS


def _colours(widget: QWidget) -> int:
    small = widget.grab().toImage().scaled(200, 100)
    return len({small.pixel(x, y) for x in range(small.width()) for y in range(small.height())})


def wait_until(met: Callable[[], bool]) -> bool:
    """Let the event loop run, at least once, until the condition is met; return whether it was."""
    waited = QElapsedTimer()
    waited.start()
    while True:
        loop = QEventLoop()
        QTimer.singleShot(_TICK_MS, loop.quit)
        loop.exec()
        if met():
            return True
        if waited.hasExpired(_PATIENCE_MS):
            return False


def read_pages(pdf: bytes) -> tuple[str, ...]:
    """Return the text of each page as a reader of the PDF would copy it, without spaces and line breaks."""
    document, buffer = QPdfDocument(), QBuffer()
    buffer.setData(QByteArray(pdf))
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    document.load(buffer)
    pages = [document.getAllText(number).text() for number in range(document.pageCount())]
    document.close()
    return tuple("".join(page.split()) for page in pages)
