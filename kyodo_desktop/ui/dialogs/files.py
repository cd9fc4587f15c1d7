"""Choosing a file or where one goes, in the system's own dialog, without stopping the event loop."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Protocol

from PySide6.QtWidgets import QFileDialog, QWidget

from kyodo_desktop.base.i18n import _


class FileChooser(Protocol):
    """Asks for a path and calls back with it; tests answer without a dialog."""

    def save(self, parent: QWidget, title: str, name: str, chosen: Callable[[Path], object]) -> None:
        """Ask where to write a file proposed as `name`; its suffix is added where the clerk gives none."""
        ...

    def open(
        self, parent: QWidget, title: str, suffixes: Sequence[str], chosen: Callable[[Path], object]
    ) -> None:
        """Ask which file to read; `suffixes` are those that are shown at first."""
        ...

    def open_many(self, parent: QWidget, title: str, chosen: Callable[[Sequence[Path]], object]) -> None:
        """Ask which files to take, of whatever kind."""
        ...

    def open_folder(self, parent: QWidget, title: str, chosen: Callable[[Path], object]) -> None:
        """Ask which folder is meant."""
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

        self._ask(dialog, chosen)

    def open(
        self, parent: QWidget, title: str, suffixes: Sequence[str], chosen: Callable[[Path], object]
    ) -> None:
        """Ask which file to read."""
        shown = " ".join(f"*{suffix}" for suffix in suffixes)
        words = (_("表のファイル ({suffixes})").format(suffixes=shown), _("すべてのファイル (*)"))
        dialog = QFileDialog(parent, title, str(self._folder), ";;".join(words))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        self._ask(dialog, chosen)

    def open_many(self, parent: QWidget, title: str, chosen: Callable[[Sequence[Path]], object]) -> None:
        """Ask which files to take."""
        dialog = QFileDialog(parent, title, str(self._folder))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)

        def take(texts: Sequence[str]) -> None:
            paths = [Path(text) for text in texts]
            self._folder = paths[0].parent
            chosen(paths)

        dialog.filesSelected.connect(take)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def open_folder(self, parent: QWidget, title: str, chosen: Callable[[Path], object]) -> None:
        """Ask which folder is meant."""
        dialog = QFileDialog(parent, title, str(self._folder))
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.setOption(QFileDialog.Option.ShowDirsOnly)
        self._ask(dialog, chosen)

    def _ask(self, dialog: QFileDialog, chosen: Callable[[Path], object]) -> None:
        def take(text: str) -> None:
            path = Path(text)
            self._folder = path.parent
            chosen(path)

        dialog.fileSelected.connect(take)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()
