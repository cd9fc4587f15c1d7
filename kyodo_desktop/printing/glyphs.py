"""Which glyph of which shipped font prints a letter."""

import struct
import unicodedata
from enum import Enum
from functools import cache, lru_cache
from threading import Lock
from typing import NamedTuple

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFError

from kyodo_desktop.base.errors import ResourceError
from kyodo_desktop.base.i18n import _
from kyodo_desktop.base.resources import resource_path
from kyodo_desktop.printing.clusters import is_control, is_invisible
from kyodo_desktop.printing.true_type import TrueType, refuse_cut_off


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
    """A code of a font and its width in ems."""

    font: str
    code: str
    width: float


@cache
def _load(name: str) -> TrueType:
    file = f"fonts/{name}.ttf"
    path = resource_path(file)
    try:
        refuse_cut_off(path)
        font = TrueType(name, path)
    except (OSError, TTFError, struct.error) as error:
        raise ResourceError(
            _(
                "プログラムの部品「resources/{name}」が読めません（{error}）。"
                "プログラムを入れ直してください。データは無事です。"
            ).format(name=file, error=error)
        ) from error
    pdfmetrics.registerFont(font)
    return font


def load(name: str) -> TrueType:
    """Return the font of that name, read and registered the first time it is asked for."""
    with _LOADING:
        return _load(name)


class _Choice(NamedTuple):
    """A glyph of a font; `plain` says that the letter's own code prints it."""

    font: TrueType
    number: int
    plain: bool
    exact: bool


@lru_cache(maxsize=1 << 16)
def glyph(cluster: str, face: Face) -> Glyph | None:
    """Return what prints one letter: from the face, else the second font, else its base, else 〓.

    None if it takes no room on paper.
    """
    if is_invisible(cluster):
        return None
    chosen = _choose(cluster, face)
    font = chosen.font
    code = cluster if chosen.plain else font.private_code(chosen.number, cluster)
    return Glyph(font.fontName, code, font.width_of(code))


@lru_cache(maxsize=1 << 16)
def is_missing(cluster: str, face: Face) -> bool:
    """Tell whether no shipped font can print this letter as it was typed."""
    return is_control(cluster) or not (is_invisible(cluster) or _choose(cluster, face).exact)


def _choose(cluster: str, face: Face) -> _Choice:
    fonts = (load(face.value), load(_SECOND))
    spellings = (cluster, _composed(cluster), cluster.translate(_OPTIONAL), _plain_space(cluster))
    for exact, shown in (*((True, one) for one in spellings), (False, cluster[0]), (False, _GETA)):
        for font in fonts:
            if number := font.glyph_of(shown):
                return _Choice(font, number, shown == cluster and len(cluster) == 1, exact)
    raise ResourceError(
        _("プログラムの部品「resources/fonts」が違うものです。プログラムを入れ直してください。")
    )


def _composed(cluster: str) -> str:
    """Return か and its mark as が; single letters stay, for some (神) would turn into others."""
    return unicodedata.normalize("NFC", cluster) if len(cluster) > 1 else cluster


def _plain_space(cluster: str) -> str:
    return " " if cluster == "\t" or unicodedata.category(cluster[0]) == "Zs" else cluster
