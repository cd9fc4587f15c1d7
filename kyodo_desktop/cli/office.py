"""The data as commands see it: for reading, beside a window if one is open; or for writing, alone."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from kyodo_desktop.base.clock import SystemClock
from kyodo_desktop.base.errors import OutputError
from kyodo_desktop.base.i18n import _
from kyodo_desktop.base.paths import DataFolder

if TYPE_CHECKING:
    from kyodo_desktop.services import Services


@contextmanager
def opened(folder: DataFolder, *, writing: bool = False) -> Iterator["Services"]:
    """Give the services on the data (made and filled first, on the first start of all).

    Raises:
        StoreError: the data cannot be used, or are to be written while a window is open on them.
    """
    from kyodo_desktop.composition import build

    composition = build(folder, clock=SystemClock(), read_only=not writing)
    try:
        yield composition.services
    finally:
        composition.close()


def outside_data(path: Path, folder: DataFolder) -> Path:
    """Return the path of a file to be written, if it is not one of the program's own.

    Raises:
        OutputError: it lies in the data folder, where it might take the place of the data.
    """
    if path.resolve().is_relative_to(folder.root.resolve()):
        raise OutputError(
            _("「{path}」は協働デスクのデータの場所です。別のフォルダーを指定してください。").format(
                path=path
            )
        )
    return path
