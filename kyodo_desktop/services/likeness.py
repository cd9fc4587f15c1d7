"""What makes two partners look like the same one: pure comparing, no database.

Partners are put under the keys that a likeness can come from (`keys_of`), so that only those that share one
are compared (`grounds`): no partner is held against all others.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import IntEnum

from kyodo_desktop.base.i18n import _
from kyodo_desktop.japanese.digits import half_width
from kyodo_desktop.japanese.folding import bare_key, full_key, without_legal_form
from kyodo_desktop.japanese.naming import (
    also_called,
    is_kana,
    place_key,
    reading_key,
    unlike_kanji,
    without_tail,
)

_SIMILAR = 0.75
"""How much of two names at one address must be the same. 「小平折り紙の会」と「小平囲碁の会」は 0.62。"""

_LEAST_PHONE, _LOCAL_PHONE = 6, 7


_NEIGHBOURS = 6
"""At one address with more partners than this is a hall, which says nothing."""


class Ground(IntEnum):
    """Why two partners may be the same, the surest first."""

    NOTED = 0
    NUMBER = 1
    NAME = 2
    WIDTH = 3
    LEGAL_FORM = 4
    KANJI = 5
    MARKS = 6
    ALIAS = 7
    ALSO_CALLED = 8
    SPELT_IN_KANA = 9
    CONTAINS = 10
    EMAIL = 11
    PHONE = 12
    ADDRESS = 13
    TWO_KANJI = 14
    READING = 15
    PLACE = 16

    @property
    def is_doubtful(self) -> bool:
        """Whether it is no more than a hint (要確認)."""
        return self in {Ground.TWO_KANJI, Ground.READING, Ground.PLACE}


@dataclass(frozen=True, slots=True)
class Reason:
    """A ground, and what it says of these two."""

    ground: Ground
    words: str


@dataclass(frozen=True, slots=True)
class Traits:
    """What a partner is compared by; all of it folded but the name."""

    id: int
    name: str
    full: str
    bare: str
    reading: str = ""
    aliases: frozenset[str] = frozenset()
    phones: frozenset[str] = frozenset()
    emails: frozenset[str] = frozenset()
    place: str = ""
    number: str = ""


def make_traits(
    record_id: int,
    name: str,
    *,
    kana: str = "",
    aliases: Iterable[str] = (),
    phones: Iterable[str] = (),
    emails: Iterable[str] = (),
    address: str = "",
    number: str = "",
    keys: tuple[str, str] | None = None,
) -> Traits:
    """Return the traits of a partner; `keys` are its name's full and bare key, where they are known."""
    full, bare = keys or (full_key(name), bare_key(name))
    return Traits(
        record_id,
        name,
        full,
        bare,
        reading_key(kana),
        frozenset(key for alias in aliases if (key := bare_key(alias)) and key != bare),
        frozenset(key for phone in phones if (key := phone_key(phone))),
        frozenset(key for email in emails if (key := half_width(email).casefold())),
        place_key(address) if address else "",
        number,
    )


def phone_key(text: str) -> str:
    """Return the digits of a telephone number, empty where there are too few for one."""
    digits = "".join(letter for letter in half_width(text) if letter.isdecimal())
    return digits if len(digits) >= _LEAST_PHONE else ""


def keys_of(one: Traits) -> Iterator[tuple[str, str]]:
    """Give the keys under which a partner meets those it may be the same as: what it is, and its value."""
    for name in {one.bare, without_tail(one.bare), *one.aliases} - {""}:
        yield "name", name
    for kind, rest in also_called(one.bare).items():
        yield "called", f"{kind}:{rest}"
    if one.reading:
        yield "reading", one.reading
    if is_kana(one.bare):
        yield "reading", one.bare
    for phone in one.phones:
        yield "phone", phone[-_LOCAL_PHONE:]
    for email in one.emails:
        yield "email", email
    if one.place:
        yield "place", one.place
    if one.number:
        yield "number", one.number


def grounds(one: Traits, other: Traits) -> tuple[Reason, ...]:
    """Return all that speaks for two partners being the same, the surest first; nothing if nothing does."""
    found = [*_by_number(one, other), *_by_name(one, other), *_by_contact(one, other)]
    by_name = any(reason.ground < Ground.EMAIL for reason in found)
    if one.place and one.place == other.place and not by_name and _is_similar(one.bare, other.bare):
        found.append(Reason(Ground.ADDRESS, _("所在地が同じで、名称が似ています。")))
    return tuple(sorted(found, key=lambda reason: reason.ground))


def at_one_place(one: Traits, others: Iterable[Traits]) -> dict[int, tuple[Reason, ...]]:
    """Return by id the others that have the same address; not for those in the same house as many.

    It says too little to make a pair of them, but enough to be told to who is typing the address.
    """
    there = [other.id for other in others if one.place and other.place == one.place]
    if len(there) > _NEIGHBOURS:
        return {}
    return dict.fromkeys(there, (Reason(Ground.PLACE, _("所在地が同じです。")),))


def _by_number(one: Traits, other: Traits) -> Iterator[Reason]:
    if one.number and one.number == other.number:
        yield Reason(Ground.NUMBER, _("法人番号が同じです（{number}）。").format(number=one.number))


def _by_name(one: Traits, other: Traits) -> Iterator[Reason]:
    if one.bare and one.bare == other.bare:
        yield _same_but_for_writing(one, other)
    elif _meet(one, other):
        yield Reason(Ground.ALIAS, _("一方の旧称・略称が、もう一方の名称と同じです。"))
    elif one.bare and without_tail(one.bare) == without_tail(other.bare):
        yield Reason(Ground.CONTAINS, _("「等」「ほか」が付くかどうかだけが違います。"))
    elif shared := also_called(one.bare).items() & also_called(other.bare).items():
        kind = min(shared)[0]
        yield Reason(Ground.ALSO_CALLED, _("一方は{kind}の通称のようです。").format(kind=kind))
    else:
        yield from _by_reading(one, other)


def _by_reading(one: Traits, other: Traits) -> Iterator[Reason]:
    if (one.bare and one.bare == other.reading) or (other.bare and other.bare == one.reading):
        yield Reason(Ground.SPELT_IN_KANA, _("一方の名称が、もう一方のフリガナと同じです。"))
    elif one.reading and one.reading == other.reading:
        if _contain(one.bare, other.bare):
            yield Reason(Ground.CONTAINS, _("フリガナが同じで、一方の名称がもう一方を含みます。"))
        else:
            yield Reason(Ground.READING, _("フリガナが同じです。漢字が違うので、要確認です。"))


def _by_contact(one: Traits, other: Traits) -> Iterator[Reason]:
    for email in sorted(one.emails & other.emails):
        yield Reason(Ground.EMAIL, _("メールアドレスが同じです（{email}）。").format(email=email))
    if any(_is_one_phone(a, b) for a in one.phones for b in other.phones):
        yield Reason(Ground.PHONE, _("電話番号が同じです。"))


def _same_but_for_writing(one: Traits, other: Traits) -> Reason:
    if one.name == other.name:
        return Reason(Ground.NAME, _("名称が同じです。"))
    kanji, theirs = sorted((unlike_kanji(one.name), unlike_kanji(other.name)))
    if kanji != theirs:
        return Reason(
            Ground.TWO_KANJI,
            _("「{one}」と「{other}」だけが違います。別の字なので、要確認です。").format(
                one=kanji, other=theirs
            ),
        )
    if one.full != other.full:
        return Reason(Ground.LEGAL_FORM, _("法人格の有無や種類だけが違います。"))
    return _writing(one.name, other.name)


def _writing(one: str, other: str) -> Reason:
    """Say in what two spellings of a name with one legal form differ."""
    mine, yours = _plain(one), _plain(other)
    if mine == yours:
        return Reason(Ground.WIDTH, _("全角・半角、大文字・小文字、空白だけが違います。"))
    if len(mine) == len(yours) and all(a == b or _is_kanji(a, b) for a, b in zip(mine, yours, strict=True)):
        return Reason(Ground.KANJI, _("漢字の新旧・異体字だけが違います。"))
    if _without_form(one) == _without_form(other):
        return Reason(Ground.LEGAL_FORM, _("法人格などの書き方だけが違います。"))
    return Reason(Ground.MARKS, _("長音・ハイフン・中黒や、かなの書き方だけが違います。"))


def _plain(name: str) -> str:
    return re.sub(r"\s", "", unicodedata.normalize("NFKC", name)).casefold()


def _without_form(name: str) -> str:
    return re.sub(r"\s", "", without_legal_form(name))


def _is_kanji(*letters: str) -> bool:
    return all("CJK" in unicodedata.name(letter, "") for letter in letters)


def _meet(one: Traits, other: Traits) -> bool:
    return bool((one.aliases | {one.bare}) & (other.aliases | {other.bare}) - {""})


def _contain(one: str, other: str) -> bool:
    return bool(one and other) and (one in other or other in one)


def _is_one_phone(one: str, other: str) -> bool:
    """Tell whether two numbers are one, also where one lacks its area code."""
    if min(len(one), len(other)) > _LOCAL_PHONE:
        return one == other
    return one.endswith(other) or other.endswith(one)


def _is_similar(one: str, other: str) -> bool:
    if _contain(one, other):
        return min(len(one), len(other)) > 1
    return bool(one and other) and SequenceMatcher(None, one, other).ratio() >= _SIMILAR
