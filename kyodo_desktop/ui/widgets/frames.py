"""Grounds and lines."""

from typing import Literal

from PySide6.QtWidgets import QFrame, QWidget

Ground = Literal["window", "surface", "line", "hairline", "note", "due", "error", "done", "popup"]


def make_frame(ground: Ground, parent: QWidget | None = None) -> QFrame:
    """Return an empty frame on one of the design's grounds."""
    frame = QFrame(parent)
    frame.setProperty("ground", ground)
    return frame


def make_line(parent: QWidget | None = None, *, faint: bool = False) -> QFrame:
    """Return a horizontal line of 1 px."""
    line = make_frame("hairline" if faint else "line", parent)
    line.setFixedHeight(1)
    return line


def make_upright(parent: QWidget | None = None) -> QFrame:
    """Return a vertical line of 1 px."""
    line = make_frame("line", parent)
    line.setFixedWidth(1)
    return line
