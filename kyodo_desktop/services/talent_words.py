"""The words of an offer or a need, and those that two of them share. Pure.

Japanese has no spaces, and a dictionary would not know the words of a small town's groups: a word is told by
its letters. Runs of kanji (庭木剪定), of katakana, of Latin letters and longer ones of hiragana are words,
and parts of them may be. Of two entries, at least one must have what they share as a whole, or as the
beginning or end of a run of kanji: 防災 in 地域防災 and 防災訓練, but not 演会 in 講演会 and 公演会.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import lru_cache

from kyodo_desktop.japanese.folding import bare_key, without_legal_form
from kyodo_desktop.services.talent_terms import WordList, word_list

_KANJI = "々〇一-鿿㐀-䶿\U00020000-\U0003134f"
_SIGNS = "\ue000-\uf8ff"
_OWN_LETTERS = re.compile(f"[{_SIGNS}]")
"""外字 of an office: their codes are those of the signs here, and nobody knows what they show."""
_RUNS = re.compile(
    rf"(?P<sign>[{_SIGNS}])|(?P<kanji>[{_KANJI}]+)|(?P<katakana>[ァ-ヺー]+)"
    r"|(?P<latin>[a-z][a-z0-9]*)|(?P<hiragana>[ぁ-ゖー]+)"
)
_WITH_KANA = re.compile(
    # 編み物, 話し相手; 踊り, 祭り; 見守り, 手入れ
    rf"[{_KANJI}]{{1,2}}[みりきけしちえれげせべめぎび][{_KANJI}]{{1,3}}"
    rf"|(?<![{_KANJI}])[{_KANJI}][りみ]|(?<![{_KANJI}])[{_KANJI}]{{2,3}}[てりみきれけめえげち]"
)
_AFTER_KANJI = re.compile(f"[{_KANJI}]")
_SUFFIX = re.compile(rf"(?<=[{_KANJI}]{{2}})[会者員室館所課係隊班家的用化性等系祭展師士]$")
_PARTICLES = "のをにでとがはもへや"
_GRAMMAR = re.compile(
    "でき|し[てたまよな]|くだ|さい|ま[すせし]|ほし|い[たまるろくつ]|あ[りるっ]|な[りっるいのどかけ]|ため|こと|とこ"
    "|など|とき|たち|よう|とい|につ|すべ|とて|みな|みん|どな|ござ|おりま|お[もね]|ありが|そ[のうれ]|こ[のれう]"
    "|って|った|った|れて|れた|られ|せて|せた|たい|たり|から|まで|だけ|です|でし|では|には|とは|もら|くれ|や[りっ]"
)
_LEAST_KATAKANA, _LEAST_HIRAGANA, _LONGEST = 3, 4, 12


@dataclass(frozen=True, slots=True)
class Words:
    """The words of a text by their keys, each with how it is written: whole ones, and what may be parts."""

    whole: dict[str, str] = field(default_factory=dict)
    parts: dict[str, str] = field(default_factory=dict)


@lru_cache(maxsize=4096)
def words_of(text: str) -> Words:
    """Return the words of a text."""
    known, found = word_list(), Words()
    plain = _OWN_LETTERS.sub(" ", without_legal_form(text))
    plain = known.same.sub(lambda match: known.sign_of[match[0]], plain)
    for match in _RUNS.finditer(plain):
        run = match[0]
        if match["sign"]:
            found.whole[run] = known.words[run]
        elif match["kanji"]:
            _add_kanji(found, run, known)
        elif match["hiragana"]:
            _add_hiragana(found, run, ends_a_verb=bool(_AFTER_KANJI.match(plain, match.start() - 1)))
        elif len(run) > 1:
            _add(found.whole, run)
            if match["katakana"]:
                _add_all(found.parts, _ends(run))
    _add_all(found.whole, (match[0] for match in _WITH_KANA.finditer(plain)))
    return found


def shared_words(one: str, other: str) -> tuple[str, ...]:
    """Return the words that two texts share, as the first one writes them, the longest first."""
    first, second = words_of(one), words_of(other)
    keys = first.whole.keys() & (second.whole.keys() | second.parts.keys())
    keys |= first.parts.keys() & second.whole.keys()
    written = {**first.parts, **first.whole}
    kept: list[str] = []
    for word in sorted({written[key] for key in keys}, key=lambda word: (-len(word), word)):
        if not any(word in longer for longer in kept):
            kept.append(word)
    return tuple(kept)


def _add_kanji(found: Words, run: str, known: WordList) -> None:
    if len(run) == 1:
        if run in known.telling:
            found.whole[run] = run
        return
    run = _SUFFIX.sub("", run)[:_LONGEST]
    pieces = [piece for piece in known.common_inside.split(run) if piece]
    if pieces:
        _add(found.whole, run)
    for piece in pieces:
        for start in range(len(piece) - 1):
            for end in range(start + 2, len(piece) + 1):
                at_an_end = start == 0 or end == len(piece)
                _add(found.whole if at_an_end else found.parts, piece[start:end])


def _add_hiragana(found: Words, run: str, *, ends_a_verb: bool) -> None:
    """Add what may be a word: from the beginning of the run, or after a letter that may be a particle.

    What stands behind a kanji is the end of a verb (教えてください).
    """
    run = run[:_LONGEST]
    for start in range(len(run) - _LEAST_HIRAGANA + 1):
        begins = run[start - 1] in _PARTICLES if start else not ends_a_verb
        if not begins or _GRAMMAR.match(run, start):
            continue
        word = run[start:].rstrip(_PARTICLES)
        if len(word) >= _LEAST_HIRAGANA:
            _add(found.whole, word)
            _add_all(found.parts, (word[:end] for end in range(_LEAST_HIRAGANA, len(word))))


def _ends(run: str) -> Iterator[str]:
    """Give the beginnings and ends of a run that are long enough to be a word in it."""
    for length in range(_LEAST_KATAKANA, len(run)):
        yield run[:length]
        yield run[-length:]


def _add_all(words: dict[str, str], found: Iterable[str]) -> None:
    for word in found:
        _add(words, word)


def _add(words: dict[str, str], word: str) -> None:
    key = bare_key(word)
    if key and key not in word_list().too_common:
        words.setdefault(key, word)
