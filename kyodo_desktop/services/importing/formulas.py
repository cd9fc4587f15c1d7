"""Cells of xlsx that the reader gives as empty: a formula that went wrong, a result that was never saved."""

import posixpath
import zipfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from xml.parsers import expat

from kyodo_desktop.services.importing.watchers import place_of, plain

_BOOK, _LINKS = "xl/workbook.xml", "xl/_rels/workbook.xml.rels"
_CHUNK = 2**20
_MOST = 10_000
"""So many slips are enough to show; a sheet full of them is no list of partners."""

Place = tuple[int, int]
"""Row and column, from 1."""


@dataclass(slots=True)
class Slips:
    """Of one sheet: what Excel shows where a formula has no value, and the first formula without a result."""

    errors: dict[Place, str] = field(default_factory=dict)
    unsaved: Place | None = None


def find_slips(archive: zipfile.ZipFile, parts: frozenset[str]) -> Mapping[str, Slips]:
    """Return the slips of the sheets in `parts`, by the sheet's name. The archive has been checked."""
    if not parts or not {_BOOK, _LINKS} <= set(archive.namelist()):
        return {}
    places = {
        one["Id"]: posixpath.normpath(posixpath.join("/xl", one["Target"])).lstrip("/")
        for one in _attributes(archive, _LINKS, "Relationship")
        if {"Id", "Target"} <= one.keys()
    }
    found = {}
    for sheet in _attributes(archive, _BOOK, "sheet"):
        link = next((value for key, value in sheet.items() if key.rpartition(":")[2] == "id"), "")
        if places.get(link) in parts:
            found[sheet.get("name", "")] = _Cells(archive, places[link]).slips
    return found


def _attributes(archive: zipfile.ZipFile, part: str, wanted: str) -> Iterator[Mapping[str, str]]:
    """Return the attributes of each element of a name."""
    found: list[Mapping[str, str]] = []
    parser = expat.ParserCreate()

    def start(tag: str, attributes: dict[str, str]) -> None:
        if plain(tag) == wanted:
            found.append(attributes)

    parser.StartElementHandler = start
    _parse(archive, part, parser)
    return iter(found)


class _Cells:
    """Goes through the cells of one sheet."""

    def __init__(self, archive: zipfile.ZipFile, part: str) -> None:
        self.slips = Slips()
        self._row = self._column = 0
        self._kind, self._value, self._is_formula, self._in_value = "", "", False, False
        parser = expat.ParserCreate()
        parser.StartElementHandler = self._start
        parser.CharacterDataHandler = self._take
        parser.EndElementHandler = self._end
        _parse(archive, part, parser)

    def _start(self, tag: str, attributes: dict[str, str]) -> None:
        tag, (row, column) = plain(tag), place_of(attributes)
        if tag == "row":
            self._row, self._column = row or self._row + 1, 0
        elif tag == "c":
            self._row, self._column = row or self._row, column or self._column + 1
            self._kind, self._value, self._is_formula = attributes.get("t", ""), "", False
        elif tag == "f":
            self._is_formula = True
        elif tag == "v":
            self._in_value = True

    def _take(self, text: str) -> None:
        if self._in_value:
            self._value += text

    def _end(self, tag: str) -> None:
        tag = plain(tag)
        if tag == "v":
            self._in_value = False
        elif tag == "c":
            self._note((self._row, self._column))

    def _note(self, place: Place) -> None:
        if self._kind == "e":
            if len(self.slips.errors) < _MOST:
                self.slips.errors[place] = self._value[:20]
        # A formula whose result is an empty text says so by its kind.
        elif self._is_formula and not self._value and self._kind != "str":
            self.slips.unsaved = self.slips.unsaved or place


def _parse(archive: zipfile.ZipFile, part: str, parser: expat.XMLParserType) -> None:
    with archive.open(part) as stream:
        for chunk in iter(lambda: stream.read(_CHUNK), b""):
            parser.Parse(chunk, False)
    parser.Parse(b"", True)
