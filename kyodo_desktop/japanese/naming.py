"""How Japanese groups and places are named otherwise than by another spelling: what two names can share."""

import re
import unicodedata
from collections.abc import Mapping

from kyodo_desktop.japanese.folding import bare_key

ALSO_CALLED: Mapping[str, re.Pattern[str]] = {
    "農業協同組合": re.compile("^ja|^農協|農協$|農業協同組合"),
    "生活協同組合": re.compile("生協|生活協同組合"),
    "社会福祉協議会": re.compile("社協|社会福祉協議会"),
}
"""Kinds of body that go by a short name as well: the full one, and what is written for it in a bare key."""

_UNLIKE = re.compile("[斎齋斉齊]")
_NEWER = str.maketrans("齋齊", "斎斉")
_PARTED_BY = re.compile(r"(?<=\d)(?:丁目|番地の|番地|番|号|の)(?=\d)|(?<=\d)(?:丁目|番地|番|号)")
_DASHES = re.compile("[‐‑‒–—―−ー─〜~ｰ]")
_HERE = re.compile("^(?:東京都)?(?:小平市)?")
_TAIL = re.compile("(?:など|ほか|等|他)$")
_KANA_ONLY = re.compile("[ぁ-ゖ]+")
_SPOKEN_FORM = re.compile(
    "かぶしき[がか]いしゃ|ゆうげん[がか]いしゃ|ごうどう[がか]いしゃ|とくていひえいりかつどうほうじん"
    "|えぬぴおほうじん|(?:いっぱん|こうえき)?[しざ][ゃい]だんほうじん|しゃかいふくしほうじん|がっこうほうじん"
)


def unlike_kanji(name: str) -> str:
    """Return the letters of a name that a search takes for one and that are two (斉 and 斎), old as new."""
    return "".join(_UNLIKE.findall(name)).translate(_NEWER)


def reading_key(kana: str) -> str:
    """Return the key of a reading without a legal form that was read aloud with it."""
    return _SPOKEN_FORM.sub("", bare_key(kana))


def is_kana(key: str) -> bool:
    """Tell whether the key of a name is a reading as well."""
    return bool(_KANA_ONLY.fullmatch(key))


def without_tail(key: str) -> str:
    """Return the key of a name without 等 or ほか behind it."""
    return _TAIL.sub("", key)


def also_called(key: str) -> dict[str, str]:
    """Return the kinds of body that a name names by their full or their short name, and the rest of it."""
    rests = {kind: written.sub("", key) for kind, written in ALSO_CALLED.items()}
    return {kind: rest for kind, rest in rests.items() if rest and rest != key}


def place_key(address: str) -> str:
    """Return one spelling of an address (２丁目１番３号 as 2-1-3), empty where it has no house number."""
    plain = _DASHES.sub("-", unicodedata.normalize("NFKC", address))
    parted = _PARTED_BY.sub("-", re.sub(r"\s", "", plain)).rstrip("-")
    return _HERE.sub("", parted).casefold() if re.search(r"\d", parted) else ""
