"""Scanned files that are let go of anywhere on the window, where nothing else takes them."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QEvent, QMimeData, QObject, QRect, Qt
from PySide6.QtGui import QColor, QDragMoveEvent, QDropEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QMainWindow, QWidget

from kyodo_desktop.base.i18n import _
from kyodo_desktop.services.scanning.files import SUFFIXES
from kyodo_desktop.ui.theme.theme import TextSize, Theme


class WindowDrops:
    """Says while files are held above the window what becomes of them, and gives them to `take`."""

    def __init__(self, window: QMainWindow) -> None:
        self._window = window
        self._veil: _Veil | None = None

    def hold(self, event: QDragMoveEvent, theme: Theme) -> None:
        """Take what may be scans, as a copy."""
        if not _scans_in(event.mimeData()):
            event.ignore()
            return
        _take_copy(event)
        if self._veil is None:
            self._veil = _Veil(theme, self._window)

    def let_be(self) -> None:
        """Show that nothing is held above any more."""
        if self._veil is not None:
            self._veil.hide()
            self._veil.deleteLater()
            self._veil = None

    def drop(self, event: QDropEvent) -> Sequence[Path]:
        """Return the files that were let go of."""
        self.let_be()
        _take_copy(event)
        return _scans_in(event.mimeData())


class _Veil(QWidget):
    """Lies over the window and says what letting go will do."""

    def __init__(self, theme: Theme, window: QMainWindow) -> None:
        super().__init__(window)
        self._theme = theme
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setAccessibleName(_words())
        self.setGeometry(window.rect())
        window.installEventFilter(self)
        self.show()
        self.raise_()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow the window's size."""
        if event.type() == QEvent.Type.Resize and isinstance(watched, QWidget):
            self.setGeometry(watched.rect())
        return False

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the edge of the window and the words in its middle."""
        theme, painter = self._theme, QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ground = QColor(theme.tokens.soft)
        ground.setAlpha(150)
        painter.fillRect(self.rect(), ground)
        painter.setPen(QPen(theme.colour("accent"), theme.px(2), Qt.PenStyle.DashLine))
        inset = theme.px(12)
        painter.drawRoundedRect(self.rect().adjusted(inset, inset, -inset, -inset), theme.px(8), theme.px(8))
        painter.setFont(theme.font(TextSize.TITLE, bold=True))
        wide = painter.fontMetrics().horizontalAdvance(_words()) + theme.px(64)
        box = QRect(0, 0, wide, theme.px(72))
        box.moveCenter(self.rect().center())
        painter.setPen(QPen(theme.colour("accent"), 1))
        painter.setBrush(theme.colour("surface"))
        painter.drawRoundedRect(box, theme.px(8), theme.px(8))
        painter.setPen(theme.colour("ink"))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, _words())


def _words() -> str:
    return _("ここで放すと、スキャンした紙として読みます")


def _scans_in(data: QMimeData) -> Sequence[Path]:
    """Return all files of this computer that are held, if one of them may be a scan or a folder of scans."""
    paths = [Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile()]
    return paths if any(path.suffix.lower() in SUFFIXES or path.is_dir() for path in paths) else ()


def _take_copy(event: QDropEvent) -> None:
    # A file manager that proposes to move would delete the original.
    event.setDropAction(Qt.DropAction.CopyAction)
    event.accept()
