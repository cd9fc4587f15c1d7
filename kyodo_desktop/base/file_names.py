"""Names of files that come from somewhere else and go to any disk."""

import re
import unicodedata

_RESERVED = re.compile(r"(con|prn|aux|nul|com\d|lpt\d)(\.|$)", re.IGNORECASE)
"""Names that Windows gives to devices, with or without an ending."""
_REFUSED = frozenset('<>:"/\\|?*')
_APART = re.compile(r"[^\u0300-\u036f\u3099\u309a][\u0300-\u036f\u3099\u309a]+")
_MOST_BYTES = 200


def harmless_name(name: str) -> str:
    """Return a file's name as any system takes it; what is not seen on the screen is left out.

    A name from a Mac has its marks (が) put together again; no other letter is changed for one like it. What
    turns the direction of writing is left out too: it would let a program look like a paper.
    """
    text = _APART.sub(lambda found: unicodedata.normalize("NFC", found[0]), name)
    kept = "".join("_" if one in _REFUSED or _is_broken(one) else one for one in text if not _is_unseen(one))
    kept = kept.strip().rstrip(". ")
    if _RESERVED.match(kept):
        kept = f"_{kept}"
    return _shortened(kept) or "_"


def _is_unseen(letter: str) -> bool:
    return unicodedata.category(letter) in {"Cc", "Cf"}


def _is_broken(letter: str) -> bool:
    return unicodedata.category(letter) == "Cs"


def _shortened(name: str) -> str:
    """Shorten the stem of a name that a disk would refuse; its ending stays."""
    if len(name.encode()) <= _MOST_BYTES:
        return name
    stem, dot, ending = name.rpartition(".")
    tail = f"{dot}{ending}" if stem and len(ending) <= 8 else ""
    head = (stem if tail else name).encode()[: _MOST_BYTES - len(tail.encode())]
    return head.decode(errors="ignore") + tail
