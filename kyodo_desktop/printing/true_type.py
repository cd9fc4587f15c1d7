"""A shipped TrueType font in a PDF: glyphs of variation sequences, and text that copies out as it went in.

reportlab knows one glyph a character and writes a malformed ToUnicode table above U+FFFF. Here any glyph can
be given a private code that stands for any text (葛 with its selector, が typed as か and a mark, 𠮷).
"""

import struct
from collections.abc import Sequence
from functools import cached_property
from itertools import count
from pathlib import Path
from typing import Any

from reportlab.pdfbase.ttfonts import SUBSETN, TTFError, TTFont

_FIRST_PRIVATE = 0xF0000
"""Plane 15: no shipped font maps anything there, and what is typed there is never passed on."""
_MOST_TEXTS = 100_000
"""Two planes have room for so many, and for each glyph once more without its text."""
_CHUNK = 100
"""The most entries of one bfchar block, by the PDF specification."""


def refuse_cut_off(path: Path) -> None:
    """Refuse a file that ends before its tables do; the library would find out in the middle of a page.

    Raises:
        TTFError: it does.
        struct.error: it ends in its very beginning.
    """
    data = path.read_bytes()
    (tables,) = struct.unpack_from(">H", data, 4)
    for number in range(tables):
        start, length = struct.unpack_from(">LL", data, 12 + 16 * number + 8)
        if start + length > len(data):
            raise TTFError(f"{path.name} is cut off")


class TrueType(TTFont):
    """A font of the PDF library, with private codes."""

    def __init__(self, name: str, path: Path) -> None:
        super().__init__(name, str(path), asciiReadable=False, shapable=False)
        self._path = path
        self._next_code = count(_FIRST_PRIVATE)
        self._texts: dict[int, str] = {}
        self._codes: dict[tuple[int, str], int] = {}

    @cached_property
    def _sequences(self) -> dict[tuple[int, int], int]:
        """The glyph of each (character, selector), from the character map's format 14."""
        from fontTools.ttLib import TTFont as FontFile

        found = {}
        with FontFile(self._path, lazy=True) as file:
            tables = [table for table in file["cmap"].tables if table.format == 14]
            for table in tables:
                for selector, pairs in table.uvsDict.items():
                    for character, name in pairs:
                        glyph = file.getGlyphID(name) if name else self.glyph_of(chr(character))
                        if glyph:
                            found[character, selector] = glyph
        return found

    def glyph_of(self, text: str) -> int:
        """Return the number of the glyph of a character or of a variation sequence; 0 if there is none."""
        if len(text) == 1:
            return int(self.face.charToGlyph.get(ord(text), 0)) if ord(text) < _FIRST_PRIVATE else 0
        if len(text) == 2:
            return self._sequences.get((ord(text[0]), ord(text[1])), 0)
        return 0

    def private_code(self, glyph: int, text: str) -> str:
        """Return a code that prints `glyph` and is copied out as `text`."""
        if len(self._codes) >= _MOST_TEXTS:
            text = "\ufffd"
        if (glyph, text) not in self._codes:
            self._codes[glyph, text] = self._new_code(glyph, text)
        return chr(self._codes[glyph, text])

    def _new_code(self, glyph: int, text: str) -> int:
        code = next(self._next_code)
        face = self.face
        face.charToGlyph[code] = glyph
        face.charWidths[code] = face.hmetrics[glyph][0] * 1000 / face.unitsPerEm
        self._texts[code] = text
        return code

    def width_of(self, code: str) -> float:
        """Return the width of a code in ems."""
        return float(self.face.charWidths[ord(code)]) / 1000

    def addObjects(self, doc: Any) -> None:  # noqa: N802 - the library's name
        """Write the font's subsets into a finished document, then mend their ToUnicode tables."""
        subsets = self.state[doc].subsets
        super().addObjects(doc)
        for number, subset in enumerate(subsets):
            name = b"".join((SUBSETN(number), b"+", self.face.name, self.face.subfontNameX)).decode()
            table = doc.idToObject[f"toUnicodeCMap:{name}"]
            table.content = _to_unicode(name, [self._texts.get(code, chr(code)) for code in subset])


def _to_unicode(name: str, texts: Sequence[str]) -> str:
    """Return the table that says which text each code of a subset stands for."""
    entries = [f"<{code:02X}> <{_utf16(text)}>" for code, text in enumerate(texts) if text != "\0"]
    lines = [
        "/CIDInit /ProcSet findresource begin",
        "12 dict begin",
        "begincmap",
        "/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def",
        f"/CMapName /{name} def",
        "/CMapType 2 def",
        "1 begincodespacerange",
        "<00> <FF>",
        "endcodespacerange",
    ]
    for start in range(0, len(entries), _CHUNK):
        block = entries[start : start + _CHUNK]
        lines += [f"{len(block)} beginbfchar", *block, "endbfchar"]
    lines += ["endcmap", "CMapName currentdict /CMap defineresource pop", "end", "end"]
    return "\n".join(lines)


def _utf16(text: str) -> str:
    return text.encode("utf-16-be", errors="replace").hex().upper()
