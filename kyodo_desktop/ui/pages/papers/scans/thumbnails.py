"""Small pictures of the first pages, drawn in the job thread when they come in sight, one at a time."""

from collections.abc import Callable

import shiboken6
from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QPixmap

from kyodo_desktop.ui.jobs import Jobs


class Thumbnails(QObject):
    """Gives the picture of a run, None while there is none yet; `arrived` follows."""

    arrived = Signal(int)

    def __init__(
        self, jobs: Jobs, draw: Callable[[int, int], bytes], width: int, ratio: float, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._jobs, self._draw = jobs, draw
        self._width, self._ratio = round(width * ratio), ratio
        self._pictures: dict[int, QPixmap] = {}
        self._wanted: list[int] = []
        self._is_drawing = False

    def of(self, scan_id: int) -> QPixmap | None:
        """Return the picture of a run; one that is asked for last is drawn first."""
        if scan_id not in self._pictures:
            self._wanted = [one for one in self._wanted if one != scan_id] + [scan_id]
            self._draw_next()
        return self._pictures.get(scan_id)

    def _draw_next(self) -> None:
        if self._is_drawing or not self._wanted:
            return
        self._is_drawing = True
        scan_id = self._wanted.pop()
        draw, width = self._draw, self._width
        self._jobs.run(
            "",
            lambda: draw(scan_id, width),
            lambda png: self._on_drawn(scan_id, png),
            # What is wrong with it is said once the run is looked at.
            lambda _error: self._on_drawn(scan_id, b""),
        )

    def _on_drawn(self, scan_id: int, png: bytes) -> None:
        if not shiboken6.isValid(self):
            return
        picture = QPixmap()
        picture.loadFromData(png)
        picture.setDevicePixelRatio(self._ratio)
        self._pictures[scan_id] = picture
        self._wanted = [one for one in self._wanted if one != scan_id]
        self._is_drawing = False
        self.arrived.emit(scan_id)
        self._draw_next()
