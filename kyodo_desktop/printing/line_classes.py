"""What letters are, and how firmly neighbours hold together on a line: 禁則, words and numbers kept whole."""

import unicodedata
from enum import Enum, IntEnum
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

_NEVER_FIRST = frozenset(
    "、。，．・：；？！､｡･,.:;?!"
    "ぁぃぅぇぉっゃゅょゎゕゖァィゥェォッャュョヮヵヶㇰㇱㇲㇳㇴㇵㇶㇷㇸㇹㇺㇻㇼㇽㇾㇿｧｨｩｪｫｬｭｮｯ"
    "ーｰ゛゜ﾞﾟヽヾゝゞ々〻〼゠〜～‐–"
    "‼‽⁇⁈⁉․‥…⋯％%‰‱℃℉°′″￠"
    "︐︑︒︓︔︕︖︙﹐﹑﹒﹔﹕﹖﹗\U00016fe0\U00016fe1\U00016fe2\U00016fe3"
    "\U0001b132\U0001b150\U0001b151\U0001b152\U0001b155\U0001b164\U0001b165\U0001b166\U0001b167"
)
"""Beside closing brackets and quotes."""
_PAIRS = frozenset("…‥―—─〳〵")
"""Two of these are one sign."""
_PREFIXES = frozenset("￥＄￡￦№＃")
_BETWEEN_DIGITS = frozenset("，．：")
_SEAMS = frozenset("-/_.?&=@")
_SPACES = frozenset(" \t\u3000\u200b\u1680\u205f\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2008\u2009\u200a")
_GLUE = frozenset("\u00a0\u2007\u202f\u2060\ufeff")


class Kind(Enum):
    """What sort of letter."""

    SPACE = "space"
    GLUE = "glue"
    WORD = "word"
    HIRAGANA = "hiragana"
    KATAKANA = "katakana"
    KANJI = "kanji"
    OTHER = "other"


class Letter(NamedTuple):
    """What a line break needs to know of a letter."""

    base: str
    kind: Kind
    opens: bool
    closes: bool
    never_first: bool


class Join(IntEnum):
    """How firmly two neighbours hold together."""

    FREE = 0
    SEAM = 1
    """Apart only where the word is longer than a line: after a hyphen or a slash in it."""
    WORD = 2
    """Apart only where the word is longer than a line and has no seam there."""
    FIRM = 3
    """Apart only where nothing else is left."""


@lru_cache(maxsize=1 << 16)
def letter(cluster: str) -> Letter:
    """Return the nature of a letter."""
    base = cluster[0]
    category = unicodedata.category(base)
    closes = category in {"Pe", "Pf"}
    return Letter(
        base, _kind(base, category), category in {"Ps", "Pi"}, closes, closes or base in _NEVER_FIRST
    )


def _kind(base: str, category: str) -> Kind:
    if base in _SPACES:
        return Kind.SPACE
    if base in _GLUE:
        return Kind.GLUE
    code = ord(base)
    if 0x3041 <= code <= 0x309F:
        return Kind.HIRAGANA
    if (0x30A1 <= code <= 0x30FF and base != "・") or 0x31F0 <= code <= 0x31FF or 0xFF66 <= code <= 0xFF9F:
        return Kind.KATAKANA
    if _is_kanji(code):
        return Kind.KANJI
    return Kind.WORD if _is_word(base, code, category) else Kind.OTHER


def _is_kanji(code: int) -> bool:
    return (
        0x3400 <= code <= 0x9FFF
        or 0xF900 <= code <= 0xFAFF
        or 0x20000 <= code <= 0x3FFFF
        or code in {0x3005, 0x3006, 0x3007}
    )


def _is_word(base: str, code: int, category: str) -> bool:
    """Tell whether this is part of a Latin word or a number, of either width."""
    if code < 0x7F or base in _PREFIXES:
        return True
    full_width = 0xFF10 <= code <= 0xFF19 or 0xFF21 <= code <= 0xFF3A or 0xFF41 <= code <= 0xFF5A
    return full_width or (code < 0x2000 and category[0] in "LNM")


def joins(letters: list[Letter]) -> list[Join]:
    """Return how firmly each letter holds to the one before it; the first holds firmly to nothing."""
    result = [Join.FIRM] * len(letters)
    opened = True
    """Whether only spaces stand between here and an opening bracket, or the beginning."""
    for number, (before, after) in enumerate(pairwise(letters), 1):
        opened = before.opens or (opened and before.kind is Kind.SPACE)
        result[number] = Join.FIRM if opened else _join(before, after)
        if (
            before.base in _BETWEEN_DIGITS
            and number > 1
            and _is_digit(letters[number - 2])
            and _is_digit(after)
        ):
            result[number] = Join.WORD
    return result


def _join(before: Letter, after: Letter) -> Join:
    if after.never_first or after.kind is Kind.SPACE or Kind.GLUE in {before.kind, after.kind}:
        return Join.FIRM
    if before.base == after.base and before.base in _PAIRS:
        return Join.FIRM
    if before.kind is Kind.WORD and after.kind is Kind.WORD:
        return Join.SEAM if before.base in _SEAMS else Join.WORD
    return Join.FREE


def _is_digit(one: Letter) -> bool:
    return one.base.isdecimal()
