"""Which glyph of which shipped font prints a letter."""

import unicodedata
from enum import Enum
from functools import cache, lru_cache
from threading import Lock
from typing import NamedTuple

from reportlab.pdfbase import pdfmetrics

from kyodo_desktop.base.resources import resource_path
from kyodo_desktop.printing.clusters import is_control, is_invisible
from kyodo_desktop.printing.true_type import TrueType


class Face(Enum):
    """The faces of the papers; the value is the name of the font, and of its file."""

    MINCHO = "BIZUDMincho-Regular"
    GOTHIC = "BIZUDGothic-Regular"
    GOTHIC_BOLD = "BIZUDGothic-Bold"


_SECOND = "NotoSerifJP-Regular"
"""Has what BIZ UD lacks, 𠮷 among others."""
_GETA = "〓"
"""What printers set where they have no type."""
_OPTIONAL = str.maketrans("", "", "\ufe0e\ufe0f\u200d")
"""Selectors of text or emoji style, and joiners: without them the letter is the same."""
_LOADING = Lock()


class Glyph(NamedTuple):
    """A code of a font and its width in ems. `exact` says that it is the very letter asked for."""

    font: str
    code: str
    width: float
    exact: bool = True


@cache
def _load(name: str) -> TrueType:
    font = TrueType(name, resource_path(f"fonts/{name}.ttf"))
    pdfmetrics.registerFont(font)
    return font


def load(name: str) -> TrueType:
    """Return the font of that name, read and registered the first time it is asked for."""
    with _LOADING:
        return _load(name)


@lru_cache(maxsize=1 << 16)
def glyph(cluster: str, face: Face) -> Glyph | None:
    """Return what prints one letter: from the face, else the second font, else its base, else 〓.

    None if it takes no room on paper.
    """
    if is_invisible(cluster):
        return None
    found = _exact(cluster, face)
    if found is None and len(cluster) > 1:
        found = _base(cluster, face)
    return found or _stand_in(_GETA, cluster, face)


def is_missing(cluster: str, face: Face) -> bool:
    """Tell whether no shipped font can print this letter as it was typed."""
    if is_control(cluster):
        return True
    found = glyph(cluster, face)
    return found is not None and not found.exact


def _exact(cluster: str, face: Face) -> Glyph | None:
    spellings = (cluster, _composed(cluster), cluster.translate(_OPTIONAL), _plain_space(cluster))
    for spelling in dict.fromkeys(spellings):
        for name in (face.value, _SECOND):
            font = load(name)
            if number := font.glyph_of(spelling):
                code = cluster if len(cluster) == 1 == len(spelling) else ""
                if spelling != cluster or not code:
                    code = font.private_code(number, cluster)
                return Glyph(name, code, font.width_of(code))
    return None


def _composed(cluster: str) -> str:
    """Return か and its mark as が; single letters stay, for some (神) would turn into others."""
    return unicodedata.normalize("NFC", cluster) if len(cluster) > 1 else cluster


def _plain_space(cluster: str) -> str:
    return " " if cluster == "\t" or unicodedata.category(cluster[0]) == "Zs" else cluster


def _base(cluster: str, face: Face) -> Glyph | None:
    for name in (face.value, _SECOND):
        if load(name).glyph_of(cluster[0]):
            return _stand_in(cluster[0], cluster, face)
    return None


def _stand_in(shown: str, cluster: str, face: Face) -> Glyph:
    """Return a glyph that looks like `shown` and is copied out as what was typed."""
    name = face.value if load(face.value).glyph_of(shown) else _SECOND
    font = load(name)
    code = font.private_code(font.glyph_of(shown), cluster)
    return Glyph(name, code, font.width_of(code), exact=False)
