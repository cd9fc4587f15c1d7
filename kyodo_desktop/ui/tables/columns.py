"""What a table column is."""

import datetime
from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum
from typing import Generic, TypeVar

from PySide6.QtCore import QRect
from PySide6.QtGui import QPainter

from kyodo_desktop.ui.theme.theme import Theme
from kyodo_desktop.ui.theme.tokens import Tone

R = TypeVar("R")
AMPLE = 340
"""The width, in px at 100 %, that is enough for a column without one of its own."""


class Elide(Enum):
    """Where a text too long for its cell is shortened."""

    RIGHT = "right"
    MIDDLE = "middle"


@dataclass(frozen=True, slots=True)
class Cell:
    """What a cell shows: text, an outlined pill behind it, a sign before it; or a date in fixed boxes.

    `meaning` is the sign in words, for who cannot see it.
    """

    text: str
    pill: str = ""
    tone: Tone | None = None
    muted: bool = False
    date: datetime.date | None = None
    meaning: str = ""

    @property
    def spoken(self) -> str:
        """The whole cell in words, for a screen reader."""
        return " ".join(part for part in (self.text, self.pill, self.meaning) if part)


@dataclass(frozen=True)
class Column(Generic[R]):
    """One column over records of type R.

    `sort_key` returns anything comparable (default: the text); `width` is in px at 100 %, None takes what is
    left, but not less than `least`. A column with `most` grows up to that, of what the columns without a
    width need not have to be AMPLE. `paint`, where given, draws the cell's inside itself (rect without the
    side padding). One that is not `shown` is there to be chosen.
    """

    key: str
    title: str
    text: Callable[[R], str]
    width: int | None = None
    sort_key: Callable[[R], object] | None = None
    cell: Callable[[R], Cell] | None = None
    right: bool = False
    muted: bool = False
    elide: Elide = Elide.RIGHT
    least: int = 160
    most: int | None = None
    paint: Callable[[QPainter, QRect, R, Theme], None] | None = None
    shown: bool = True

    def cell_of(self, record: R) -> Cell:
        """Return what the column shows of a record."""
        if self.cell is not None:
            return self.cell(record)
        return Cell(self.text(record), muted=self.muted)

    def key_of(self, record: R) -> object:
        """Return what the column sorts a record by."""
        return self.text(record) if self.sort_key is None else self.sort_key(record)
