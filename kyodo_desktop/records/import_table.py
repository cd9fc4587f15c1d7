"""A table as it was read from a spreadsheet or a text file: columns and rows of texts."""

import hashlib
from dataclasses import dataclass, field

from kyodo_desktop.japanese.folding import written_key


@dataclass(frozen=True, slots=True)
class ImportRow:
    """One row; `line` is its number as the spreadsheet (or, for a text file, an editor) counts it."""

    line: int
    cells: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ImportTable:
    """The table of a file: its headings (made-up ones where the file has none) and its rows.

    `known_layout` names a layout that has no headings of its own (the corporate-number file). `notes` say how
    the file was read.
    """

    name: str
    columns: tuple[str, ...]
    rows: tuple[ImportRow, ...]
    sheet: str = ""
    known_layout: str = ""
    notes: tuple[str, ...] = field(default=())

    @property
    def layout(self) -> str:
        """The same for files with the same headings in the same order."""
        words = "\x1f".join((self.known_layout, *map(written_key, self.columns)))
        return hashlib.sha256(words.encode("utf-8", "surrogatepass")).hexdigest()[:16]
