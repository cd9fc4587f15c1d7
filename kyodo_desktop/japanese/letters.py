"""How letters of an office are written: names spread out, items marked ア イ ウ, ways to be reached."""

import re

_MOST = 3
"""Letters of a part of a name that is spread; longer ones fill the line as they are."""
_MARKS = "アイウエオカキクケコサシスセソタチツテトナニヌネノ"
_NAMES = {"ＴＥＬ": "電話", "TEL": "電話", "FAX": "ＦＡＸ", "ＭＡＩＬ": "メール", "MAIL": "メール"}
_WAY = r"ＴＥＬ|TEL|電話|ＦＡＸ|FAX|ＭＡＩＬ|MAIL|メール"
_NEXT_WAY = re.compile(rf"\s+(?=(?:{_WAY})[:：\s])")
_NAMED = re.compile(rf"({_WAY})[:：\s]+(.+)")


def spaced_name(name: str) -> str:
    """Return a family and a given name spread out, 佐　藤　　花　子; anything else stays."""
    parts = name.split()
    if len(parts) != 2 or any(len(part) > _MOST or not _is_kanji(part) for part in parts):
        return name
    return "\u3000\u3000".join("\u3000".join(part) for part in parts)


def spaced_person(person: str) -> str:
    """Return 理事長　佐　藤　　花　子 for 理事長　佐藤　花子; anything else stays."""
    parts = person.split()
    if len(parts) != 3:
        return person
    name = f"{parts[1]}\u3000{parts[2]}"
    shown = spaced_name(name)
    return person if shown == name else f"{parts[0]}\u3000{shown}"


def _is_kanji(part: str) -> bool:
    return all("\u4e00" <= letter <= "\u9fff" or letter in "○々" for letter in part)


def kana_mark(number: int) -> str:
    """Return ア for 1, イ for 2 and so on; after the last it begins anew."""
    return _MARKS[(number - 1) % len(_MARKS)]


def contact_ways(line: str) -> list[tuple[str, str]]:
    """Return the parts of a line of a contact block, each with 電話, ＦＡＸ or メール if it is one."""
    ways = []
    for part in _NEXT_WAY.split(line.strip()):
        named = _NAMED.fullmatch(part)
        ways.append((_NAMES.get(named[1], named[1]), named[2]) if named else ("", part))
    return ways
