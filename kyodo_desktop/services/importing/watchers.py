"""What looks at the parts of a workbook as they go by, piece by piece: how much a reader would hold of them.

A reader holds every cell between the first and the last, and writes a shared or a repeated text out anew for
each cell that has it: a small file can stand for more than a machine holds.
"""

import re
from collections.abc import Iterator
from typing import Protocol

MOST_ROWS = 100_000
MOST_CELLS = 5_000_000
"""In the rectangle around all filled cells, for a reader holds every one of them."""
MOST_TEXT = 256 * 2**20
"""In all cells together, as a reader writes them out."""

_WORKSHEET = re.compile(rb"<(?:\w+:)?worksheet\b")
_STRINGS = re.compile(rb"<(?:\w+:)?sst\b")
_SHEET_TAG = re.compile(rb"<(?:\w+:)?(row|c|f)\b([^<>]*)>")
_PLACE = re.compile(rb"""\br=["']([A-Z]{0,3})(\d+)["']""")
_SHARED = re.compile(rb"""\bt=["']s["']""")
_ERROR = re.compile(rb"""\bt=["']e["']""")
_STRING_TAG = re.compile(rb"<(?:\w+:)?(si)\b([^<>]*)>")
_ODS_TAG = re.compile(rb"<(/?)table:(table-row|table-cell)\b([^<>]*)>")
_REPEATED = re.compile(rb"""number-(?:rows|columns)-repeated=["'](\d+)["']""")
_HEAD = 4096


class TooWideError(Exception):
    """The cells of a table are too many."""


class TooMuchError(Exception):
    """The texts of a table are too much."""


class Watcher(Protocol):
    """Looks at a part's text as it goes by."""

    def take(self, chunk: bytes) -> None:
        """Look at the next piece.

        Raises:
            TooWideError: there are too many cells.
            TooMuchError: there is too much text.
        """
        ...


class Nothing:
    """Looks at nothing."""

    def take(self, chunk: bytes) -> None:
        """Let the piece go by."""


def watcher_of(part: str, beginning: bytes) -> Watcher:
    """Return what looks at a part; a part is what it says of itself, for its name is anybody's choice."""
    head = beginning[:_HEAD]
    if part == "content.xml":
        return Repeats()
    if _WORKSHEET.search(head):
        return Span()
    if _STRINGS.search(head):
        return Strings()
    return Nothing()


class _Tags:
    """Finds tags in text that comes in pieces, each with the place where it begins."""

    pattern: re.Pattern[bytes]

    def __init__(self) -> None:
        self._rest, self._passed = b"", 0

    def _tags(self, chunk: bytes) -> Iterator[tuple[int, re.Match[bytes]]]:
        text = self._rest + chunk
        cut = text.rfind(b"<")
        end = cut if cut >= 0 else len(text)
        for tag in self.pattern.finditer(text, 0, end):
            yield self._passed + tag.start(), tag
        self._rest = text[end:][-_HEAD:]
        self._passed += len(text) - len(self._rest)


class Span(_Tags):
    """The rectangle of a sheet's filled cells in xlsx, and how many of them have a shared text.

    `is_odd` where there are formulas or their errors, of which a reader does not tell all.
    """

    pattern = _SHEET_TAG

    def __init__(self) -> None:
        super().__init__()
        self._row = self._place = self._rows = self._columns = 0
        self.shared, self.is_odd = 0, False

    def take(self, chunk: bytes) -> None:
        """Look at the next piece."""
        for _at, tag in self._tags(chunk):
            if tag[1] == b"f":
                self.is_odd = True
                continue
            place = _PLACE.search(tag[2])
            if tag[1] == b"row":
                self._row, self._place = (int(place[2]) if place else self._row + 1), 0
                continue
            self._place = _column(place[1]) if place and place[1] else self._place + 1
            if tag[2].endswith(b"/"):
                continue
            self.is_odd = self.is_odd or _ERROR.search(tag[2]) is not None
            self.shared += _SHARED.search(tag[2]) is not None
            self._rows, self._columns = max(self._rows, self._row), max(self._columns, self._place)
            if self._rows * self._columns > MOST_CELLS:
                raise TooWideError


class Strings(_Tags):
    """The lengths of the texts that cells of xlsx share."""

    pattern = _STRING_TAG

    def __init__(self) -> None:
        super().__init__()
        self._starts: list[int] = []

    def take(self, chunk: bytes) -> None:
        """Look at the next piece."""
        self._starts.extend(at for at, _tag in self._tags(chunk))

    def lengths(self) -> list[int]:
        """Return how long each text is, with its tags."""
        ends = [*self._starts[1:], self._passed + len(self._rest)]
        return [end - start for start, end in zip(self._starts, ends, strict=True)]


class SharedText(_Tags):
    """How much text the cells of a sheet have, of those that cells share."""

    pattern = re.compile(
        rb"""<(?:\w+:)?(c)\b[^<>]*\bt=["']s["'][^<>]*>\s*<(?:\w+:)?v\b[^<>]*>\s*(\d+)""",
    )

    def __init__(self, lengths: list[int]) -> None:
        super().__init__()
        self._lengths, self.total = lengths, 0

    def take(self, chunk: bytes) -> None:
        """Look at the next piece."""
        text = self._rest + chunk
        # A cell and its number must not come in two pieces.
        end = max(text.rfind(b"</"), 0)
        for tag in self.pattern.finditer(text, 0, end):
            at = int(tag[2])
            self.total += self._lengths[at] if at < len(self._lengths) else 0
        self._rest = text[end:][-_HEAD:]


class Repeats(_Tags):
    """The number of cells an ods stands for, with its repeated rows and cells, and how much text."""

    pattern = _ODS_TAG

    def __init__(self) -> None:
        super().__init__()
        self._cells, self._rows, self._columns, self._filled = 0, 1, 0, 0
        self._text, self._from, self._times = 0, 0, 0
        self._filled_rows = 0

    def take(self, chunk: bytes) -> None:
        """Look at the next piece."""
        for at, tag in self._tags(chunk):
            self._count_text(at)
            repeated = _REPEATED.search(tag[3])
            times = int(repeated[1]) if repeated else 1
            if tag[2] == b"table-row":
                self._cells += self._rows * self._filled
                self._filled_rows += self._rows if self._filled else 0
                self._rows, self._columns, self._filled = (1 if tag[1] else times), 0, 0
            elif not tag[1]:
                self._columns += times
                if b"office:value-type" in tag[3]:
                    self._filled = self._columns
                self._from, self._times = at + len(tag[0]), times * self._rows
            self._check()

    def _check(self) -> None:
        cells = self._cells + self._rows * self._filled
        rows = self._filled_rows + (self._rows if self._filled else 0)
        if cells > MOST_CELLS or rows > MOST_ROWS:
            raise TooWideError

    def _count_text(self, at: int) -> None:
        """Add what stood in the last cell, as often as it is repeated."""
        self._text += (at - self._from) * self._times
        self._times = 0
        if self._text > MOST_TEXT:
            raise TooMuchError


def _column(letters: bytes) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + letter - 64
    return number
