"""Half-width and full-width digits."""

import re
import unicodedata
from enum import Enum

_FULL = str.maketrans("0123456789", "０１２３４５６７８９")
_MOST_DIGITS = 15
_LONE_DIGIT = re.compile(r"(?<![0-9])[0-9](?![0-9])")


class Digits(Enum):
    """How a paper writes digits: half-width, full-width, or full-width where one stands alone."""

    HALF = "half"
    FULL = "full"
    SINGLE_FULL = "single_full"


def with_digits(text: str, digits: Digits) -> str:
    """Return `text`, whose digits are half-width, with its digits in that way."""
    if digits is Digits.FULL:
        return text.translate(_FULL)
    if digits is Digits.SINGLE_FULL:
        return _LONE_DIGIT.sub(lambda match: match.group().translate(_FULL), text)
    return text


def half_width(text: str) -> str:
    """Return `text` with full-width letters, digits and signs as half-width ones, trimmed."""
    return unicodedata.normalize("NFKC", text).strip()


def read_whole(text: str) -> int | None:
    """Return the whole number from 0 that a text is, in any width; None if it is none a person counts to."""
    plain = half_width(text)
    return int(plain) if plain.isascii() and plain.isdecimal() and len(plain) <= _MOST_DIGITS else None
