"""What looks at the parts of a workbook as they go by: how much a reader would hold of them.

A reader holds every cell between the first and the last, and writes a shared or a repeated text out anew for
each cell that has it: a small file can stand for more than a machine holds.
"""

import re
from collections.abc import Mapping
from xml.parsers import expat

MOST_ROWS = 100_000
MOST_CELLS = 5_000_000
"""In the rectangle around all filled cells, for a reader holds every one of them."""
MOST_TEXT = 256 * 2**20
"""In all cells together, as a reader writes them out."""

_PLACE = re.compile(r"([A-Za-z]*)(\d{1,18})")
_Attributes = Mapping[str, str]


class TooWideError(Exception):
    """The cells of a table are too many."""


class TooMuchError(Exception):
    """The texts of a table are too much."""


def plain(tag: str) -> str:
    """Return an element's name without its prefix, which every file chooses for itself."""
    return tag.rpartition(":")[2]


def place_of(attributes: _Attributes) -> tuple[int, int]:
    """Return row and column of what says where it is, 0 for what it does not say."""
    match = _PLACE.fullmatch(attributes.get("r", ""))
    if match is None:
        return 0, 0
    column = 0
    for letter in match[1].upper():
        column = column * 26 + ord(letter) - 64
    return int(match[2]), column


class Watcher:
    """Looks at the elements of a part; this one at none."""

    def __init__(self, parser: expat.XMLParserType) -> None:
        self._parser = parser

    def start(self, tag: str, attributes: _Attributes) -> None:
        """Look at the beginning of an element.

        Raises:
            TooWideError: there are too many cells.
            TooMuchError: there is too much text.
        """

    def end(self) -> None:
        """Look back on the whole part."""


class Span(Watcher):
    """The rectangle of a sheet's filled cells in xlsx, and how many of them have a shared text.

    `is_odd` where there are formulas or their errors, of which a reader does not tell all.
    """

    def __init__(self, parser: expat.XMLParserType) -> None:
        super().__init__(parser)
        self._row = self._column = self._rows = self._columns = 0
        self.shared, self.is_odd = 0, False

    def start(self, tag: str, attributes: _Attributes) -> None:
        """Look at a row, a cell, or what is in one."""
        if tag == "c":
            row, column = place_of(attributes)
            # A cell is where it says it is, whatever row it stands in.
            self._row, self._column = row or self._row, column or self._column + 1
            kind = attributes.get("t")
            self.shared += kind == "s"
            self.is_odd = self.is_odd or kind == "e"
        elif tag in ("v", "is"):
            self._rows, self._columns = max(self._rows, self._row), max(self._columns, self._column)
            if self._rows * self._columns > MOST_CELLS:
                raise TooWideError
        elif tag == "row":
            self._row, self._column = place_of(attributes)[0] or self._row + 1, 0
        elif tag == "f":
            self.is_odd = True


class Strings(Watcher):
    """The lengths of the texts that cells of xlsx share, each with its tags."""

    def __init__(self, parser: expat.XMLParserType) -> None:
        super().__init__(parser)
        self.lengths: list[int] = []
        self._from = -1

    def start(self, tag: str, attributes: _Attributes) -> None:
        """Look at the beginning of a text."""
        if tag == "si":
            self.end()
            self._from = self._parser.CurrentByteIndex

    def end(self) -> None:
        """Measure the last text."""
        if self._from >= 0:
            self.lengths.append(self._parser.CurrentByteIndex - self._from)


class Repeats(Watcher):
    """The number of cells an ods stands for, with its repeated rows and cells, and how much text."""

    def __init__(self, parser: expat.XMLParserType) -> None:
        super().__init__(parser)
        self._cells, self._filled_rows = 0, 0
        self._rows, self._columns, self._filled = 1, 0, 0
        self._text, self._from, self._times = 0, 0, 0

    def start(self, tag: str, attributes: _Attributes) -> None:
        """Look at a row or a cell."""
        if tag == "table-row":
            self.end()
            self._rows = _repeated(attributes, "number-rows-repeated")
        elif tag in ("table-cell", "covered-table-cell"):
            self._count_text()
            times = _repeated(attributes, "number-columns-repeated")
            self._columns += times
            if any(plain(name) == "value-type" for name in attributes):
                self._filled = self._columns
                self._from, self._times = self._parser.CurrentByteIndex, times * self._rows
            self._check()

    def end(self) -> None:
        """Count the last row."""
        self._count_text()
        self._cells += self._rows * self._filled
        self._filled_rows += self._rows if self._filled else 0
        self._columns = self._filled = 0
        self._check()

    def _count_text(self) -> None:
        """Add what stands in the last cell, as often as it is repeated."""
        self._text += (self._parser.CurrentByteIndex - self._from) * max(self._times - 1, 0)
        self._times = 0

    def _check(self) -> None:
        cells = self._cells + self._rows * self._filled
        rows = self._filled_rows + (self._rows if self._filled else 0)
        if cells > MOST_CELLS or rows > MOST_ROWS:
            raise TooWideError
        if self._text > MOST_TEXT:
            raise TooMuchError


class SharedText:
    """How much text the cells of sheets have, of those that cells share, written out for each."""

    def __init__(self, lengths: list[int]) -> None:
        self._lengths, self._total = lengths, 0
        self._is_shared, self._number = False, ""

    def watch(self, parser: expat.XMLParserType) -> None:
        """Look at what a parser goes through."""
        parser.StartElementHandler = self._start
        parser.CharacterDataHandler = self._take
        parser.EndElementHandler = self._end

    def _start(self, tag: str, attributes: dict[str, str]) -> None:
        if plain(tag) == "c":
            self._is_shared = attributes.get("t") == "s"
        self._number = ""

    def _take(self, text: str) -> None:
        if self._is_shared:
            self._number += text[:20]

    def _end(self, tag: str) -> None:
        number = self._number.strip()
        if plain(tag) == "v" and self._is_shared and number.isdecimal() and int(number) < len(self._lengths):
            self._total += self._lengths[int(number)]
            if self._total > MOST_TEXT:
                raise TooMuchError


_KINDS: dict[str, type[Watcher]] = {
    "worksheet": Span,
    "sst": Strings,
    "document-content": Repeats,
}
"""By the first element: a part is what it says of itself, for its name is anybody's choice."""


class Part:
    """One part that is XML, looked at as it goes by: well-formed, and without entities of its own.

    One that only looks like XML (a picture, a drawing) may be as it likes, unless it is a table after all.
    """

    def __init__(self, *, looks_only: bool = False) -> None:
        self._is_over, self._looks_only = False, looks_only
        self._parser = expat.ParserCreate()
        self._parser.StartDoctypeDeclHandler = _refuse_entities
        self._parser.StartElementHandler = self._first
        self.watcher = Watcher(self._parser)

    def take(self, chunk: bytes) -> None:
        """Look at the next piece."""
        self._parse(chunk, last=False)

    def finish(self) -> Watcher:
        """Look back on the whole, and return what looked at it."""
        self._parse(b"", last=True)
        self.watcher.end()
        return self.watcher

    def _parse(self, chunk: bytes, *, last: bool) -> None:
        if self._is_over:
            return
        try:
            self._parser.Parse(chunk, last)
        except (expat.ExpatError, EntitiesError):
            if not self._looks_only or type(self.watcher) is not Watcher:
                raise
            self._is_over = True

    def _first(self, tag: str, attributes: dict[str, str]) -> None:
        kind = _KINDS.get(plain(tag))
        if kind is None:
            self._parser.StartElementHandler = None
        else:
            self.watcher = kind(self._parser)
            self._parser.StartElementHandler = self._look

    def _look(self, tag: str, attributes: dict[str, str]) -> None:
        self.watcher.start(plain(tag), attributes)


class EntitiesError(ValueError):
    """A part declares what a short text stands for: nothing an office writes does."""


def _refuse_entities(*_words: object) -> None:
    raise EntitiesError


def _repeated(attributes: _Attributes, wanted: str) -> int:
    times = next((value for name, value in attributes.items() if plain(name) == wanted), "1")
    return max(int(times), 1) if times.isdecimal() and len(times) < 19 else 1
