"""中間支援組織, and the words that offers and needs are told by: what the files of that name say."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from kyodo_desktop.base import resources
from kyodo_desktop.japanese.folding import bare_key, without_legal_form
from kyodo_desktop.records.talents import SupportOrganization
from kyodo_desktop.services.shipped_files import Table

_ORGANIZATIONS, _WORDS = "support_organizations.toml", "talent_words.toml"
_FIRST_SIGN = 0xE000


@dataclass(frozen=True, slots=True)
class WordList:
    """What is known of words: too common to tell anything, telling though a single kanji, saying the same.

    `common_inside` finds the common ones inside a longer run (支援 in 学習支援). `same` finds any word of a
    group; `sign_of` has the sign (of the private use area) that stands for it, `words` what that is called.
    """

    too_common: frozenset[str]
    common_inside: re.Pattern[str]
    telling: frozenset[str]
    same: re.Pattern[str]
    sign_of: dict[str, str]
    words: dict[str, str]


@cache
def organizations() -> tuple[SupportOrganization, ...]:
    """Return the 中間支援組織 in the list's order."""
    found = Table(_ORGANIZATIONS, resources.read_toml(_ORGANIZATIONS)).tables("organization")
    return tuple(SupportOrganization(o.text("key"), o.text("label"), o.text("what_for", "")) for o in found)


@cache
def word_list() -> WordList:
    """Return the words as `resources/talent_words.toml` has them."""
    table = Table(_WORDS, resources.read_toml(_WORDS))
    sign_of: dict[str, str] = {}
    words: dict[str, str] = {}
    for number, group in enumerate(table.tables("same")):
        sign = chr(_FIRST_SIGN + number)
        words[sign] = group.texts("words")[0]
        sign_of |= {without_legal_form(word): sign for word in group.texts("words")}
    common = table.texts("too_common")
    return WordList(
        frozenset(map(bare_key, common)),
        _any_of(common),
        frozenset(table.texts("telling")),
        _any_of(sign_of),
        sign_of,
        words,
    )


def _any_of(words: Iterable[str]) -> re.Pattern[str]:
    """Return a pattern for any of the words, the longest that fits; for none where there are no words."""
    return re.compile("|".join(map(_as_a_word, sorted(words, key=len, reverse=True))) or r"(?!)")


def _as_a_word(word: str) -> str:
    """Return a pattern for a word; one of letters (pc) is not found inside another (pcr)."""
    return rf"(?<![a-z]){re.escape(word)}(?![a-z])" if word.isascii() else re.escape(word)
