"""Choosing where a file goes, in the system's own dialog, without stopping the event loop."""

from collections.abc import Callable
from pathlib import Path
from typing import Protocol

from PySide6.QtWidgets import QFileDialog, QWidget


class FileChooser(Protocol):
    """Asks for a path and calls back with it; tests answer without a dialog."""

    def save(self, parent: QWidget, title: str, name: str, chosen: Callable[[Path], object]) -> None:
        """Ask where to write a file proposed as `name`; its suffix is added where the clerk gives none."""
        ...


class SystemFileChooser:
    """The system's dialog; remembers the folder while the program runs."""

    def __init__(self) -> None:
        self._folder = Path.home() / "Documents"
        if not self._folder.is_dir():
            self._folder = Path.home()

    def save(self, parent: QWidget, title: str, name: str, chosen: Callable[[Path], object]) -> None:
        """Ask where to write a file; an existing one is replaced only after the system has asked."""
        dialog = QFileDialog(parent, title, str(self._folder))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix(Path(name).suffix.lstrip("."))
        dialog.selectFile(name)

        def take(text: str) -> None:
            path = Path(text)
            self._folder = path.parent
            chosen(path)

        dialog.fileSelected.connect(take)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()
