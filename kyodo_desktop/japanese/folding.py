"""Search keys: one spelling for all the spellings of a Japanese name.

A stored name is never changed; its keys are columns computed at save. The recipe: variation selectors off,
NFKC, case folded, variant characters to one of their group, legal forms to one spelling (full key) or away
(bare key), katakana to hiragana, and spaces, ・, hyphens and long-vowel marks off. Folding serves search
alone: 斉 and 斎 are different names and are never merged by it.
"""

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass

import jaconv

KEY_VERSION = 3
"""Goes up whenever the recipe changes; rows with a lower number are computed again."""

SEPARATOR = "\x1f"
"""Stands between the fields of a row's key, so that no match spans two fields."""

_VARIANT_GROUPS = [
    "斎齋齊斉",
    "高髙",
    "崎﨑嵜碕",
    "辺邊邉",
    "浜濱濵",
    "沢澤",
    "広廣",
    "国國",
    "島嶋嶌",
    "桜櫻",
    "瀬瀨",
    "徳德",
    "吉𠮷",
    "柳栁",
    "桑桒",
    "富冨",
    "恵惠",
    "巌巖",
    "竜龍",
    "条條",
    "真眞",
    "会會",
    "学學",
    "円圓",
    "黒黑",
    "関關",
    "沖冲",
    "藤籐",
    "蔵藏",
    "豊豐",
    "滝瀧",
    "渋澁",
    "曽曾",
    "県縣",
    "館舘",
    "鉄鐵",
    "駅驛",
    "団團",
    "芸藝",
    "塩鹽",
    "礼禮",
    "寿壽",
    "静靜",
    "総總",
    "実實",
    "桧檜",
    "峰峯",
    "与與",
    "栄榮",
    "弥彌",
    "弁辨",
    "万萬",
    "区區",
    "図圖",
]
_VARIANTS = str.maketrans({other: group[0] for group in _VARIANT_GROUPS for other in group[1:]})

_SELECTORS = re.compile("[\ufe00-\ufe0f\U000e0100-\U000e01ef\u200b-\u200d\u2060\ufeff]")
_DROPPED = re.compile(r"[\s\x00-\x1f・･·ーｰ‐‑‒–—―−－\-─〜～~]")
_LOOSE_MARKS = str.maketrans({"゛": "\u3099", "゜": "\u309a"})

_LEGAL_FORMS: tuple[tuple[str, str], ...] = (
    ("株式会社", r"株式会社|\(株\)"),
    ("有限会社", r"有限会社|\(有\)"),
    ("合同会社", r"合同会社|\(同\)"),
    ("合資会社", r"合資会社|\(資\)"),
    ("合名会社", r"合名会社|\(名\)"),
    (
        "特定非営利活動法人",
        r"(?:(?:特例)?認定)?(?:特定非営利活動法人|\(特非\)|(?<![a-z])npo法人)(?:\s*npo(?![a-z]))?"
        r"|\(npo\)|(?<![a-z])npo(?![a-z])",
    ),
    ("一般社団法人", r"一般社団法人|\(一社\)"),
    ("公益社団法人", r"公益社団法人|\(公社\)"),
    ("一般財団法人", r"一般財団法人|\(一財\)"),
    ("公益財団法人", r"公益財団法人|\(公財\)"),
    ("社会福祉法人", r"社会福祉法人|\(社福\)|\(福\)"),
    ("国立大学法人", r"国立大学法人|\(大\)"),
    ("学校法人", r"学校法人|\(学\)"),
    ("医療法人", r"医療法人|\(医\)"),
    ("宗教法人", r"宗教法人|\(宗\)"),
    ("社団法人", r"社団法人|\(社\)"),
    ("財団法人", r"財団法人|\(財\)"),
)
_LEGAL_FORM = re.compile("|".join(f"(?P<f{number}>{form})" for number, (_, form) in enumerate(_LEGAL_FORMS)))


def full_key(text: str) -> str:
    """Return the key of `text` with its legal forms spelt one way (㈱ and (株) as 株式会社)."""
    return _finish(_LEGAL_FORM.sub(_spelt_out, _start(text)))


def bare_key(text: str) -> str:
    """Return the key of `text` without any legal form."""
    return _finish(_LEGAL_FORM.sub("", _start(text)))


def written_key(text: str) -> str:
    """Return the key of `text` with its legal forms as they are written, so that a part of one is found."""
    return _finish(_start(text))


def search_keys(fields: Iterable[str]) -> tuple[str, str]:
    """Return the two keys of a row: the full one, which also has each field as written, and the bare one."""
    fields = list(fields)
    spelt_out = [full_key(field) for field in fields]
    written = [key for key, full in zip(map(written_key, fields), spelt_out, strict=True) if key != full]
    return join_keys([*spelt_out, *written]), join_keys(map(bare_key, fields))


def without_legal_form(text: str) -> str:
    """Return `text` with width, case and variants folded and legal forms off; kana and marks stay."""
    return _LEGAL_FORM.sub("", _start(text)).strip()


def join_keys(keys: Iterable[str]) -> str:
    """Return the keys of a row's fields as one; no match can span two of them."""
    return SEPARATOR.join(keys)


def _start(text: str) -> str:
    plain = _SELECTORS.sub("", text).translate(_LOOSE_MARKS)
    return unicodedata.normalize("NFKC", plain).casefold().translate(_VARIANTS)


def _finish(text: str) -> str:
    return _DROPPED.sub("", jaconv.kata2hira(text))


def _spelt_out(match: re.Match[str]) -> str:
    return _LEGAL_FORMS[int(str(match.lastgroup)[1:])][0]


@dataclass(frozen=True, slots=True)
class _Word:
    typed: str
    full: str
    bare: str
    written: str

    def matches(self, full_key: str, bare_key: str, raw: str) -> bool:
        if not self.full:
            return self.typed in raw
        if self.full in full_key or self.written in full_key:
            return True
        return bool(self.bare) and self.bare in bare_key


@dataclass(frozen=True, slots=True)
class Query:
    """What is typed into a filter box: words, of which each must be found, in any order."""

    words: tuple[_Word, ...] = ()

    @classmethod
    def parse(cls, text: str) -> "Query":
        """Return the query for `text`; spaces of either width part its words."""
        return cls(
            tuple(_Word(word, full_key(word), bare_key(word), written_key(word)) for word in text.split())
        )

    def matches(self, full_key: str, bare_key: str, raw: str = "") -> bool:
        """Tell whether a row with these keys is found.

        A word that folds to nothing (・) is looked for as typed in `raw`. An empty query finds all.
        """
        return all(word.matches(full_key, bare_key, raw) for word in self.words)
