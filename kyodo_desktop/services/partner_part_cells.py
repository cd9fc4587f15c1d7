"""What a partner has several of, in one cell of a table: a line for each, its parts apart by ｜; and back."""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from kyodo_desktop.base.errors import InputError
from kyodo_desktop.base.i18n import N_, _
from kyodo_desktop.japanese.kana import to_katakana
from kyodo_desktop.japanese.phone import normalise_phone
from kyodo_desktop.japanese.wareki import parse_date
from kyodo_desktop.records.partner_fields import FIELDS_BY_NAME
from kyodo_desktop.records.partner_parts import (
    PROFILE_QUESTIONS,
    PartnerContact,
    PartnerOfficer,
    ProfileAnswer,
)
from kyodo_desktop.records.proposals import CONFIRMATION_LABELS, Confirmation

PARTS_HEADINGS: dict[str, str] = {
    "contacts": N_("連絡先（用途｜氏名｜電話｜FAX｜メール｜備考）"),
    "officers": N_("役員（職名｜氏名｜フリガナ｜就任｜退任）"),
    "profile.asked": N_("協働の相手として（項目｜確認｜見たもの｜確認した人｜日）"),
}
"""The headings of the columns for what there are several of."""

_SEPARATOR = "｜"
_ESCAPED = re.compile(r"\\(.)")
_ESCAPES = {"n": "\n", "r": "\r"}


@dataclass(frozen=True, slots=True)
class Parts:
    """How one of several is written: the names of its parts, their texts, and the record made of texts."""

    fields: tuple[str, ...]
    texts: Callable[[Any], tuple[str, ...]]
    made: Callable[[Sequence[str], date], Any]


def write_parts(name: str, value: Sequence[Any]) -> str:
    """Return the lines for a field."""
    return "\n".join(join_parts(PARTS[name].texts(part)) for part in value)


def join_parts(parts: Sequence[str]) -> str:
    """Return the parts of one line."""
    return _SEPARATOR.join(map(_escape, parts))


def read_parts(name: str, text: str, today: date) -> tuple[Any, ...]:
    """Return the records for lines.

    Raises:
        InputError: a line has too few or too many parts, or one that cannot be.
    """
    parts, made = PARTS[name], []
    for line in filter(None, text.split("\n")):
        words = _split(line)
        if len(words) != len(parts.fields):
            sentence = _("{label}「{line}」が読めません。{heading} の順に、｜で区切って書いてください。")
            words_for = {
                "label": _(FIELDS_BY_NAME[name].label),
                "line": line,
                "heading": _(PARTS_HEADINGS[name]),
            }
            raise InputError(sentence.format(**words_for), name)
        made.append(parts.made(words, today))
    return tuple(made)


def _split(line: str) -> list[str]:
    words, word, escaped = [], "", False
    for letter in line:
        if letter == _SEPARATOR and not escaped:
            words.append(word)
            word = ""
            continue
        word += letter
        escaped = letter == "\\" and not escaped
    return [_ESCAPED.sub(lambda match: _ESCAPES.get(match[1], match[1]), one) for one in [*words, word]]


def _escape(text: str) -> str:
    plain = text.replace("\\", "\\\\").replace(_SEPARATOR, "\\" + _SEPARATOR)
    return plain.replace("\r", "\\r").replace("\n", "\\n")


def _texts_of(fields: tuple[str, ...]) -> Callable[[Any], tuple[str, ...]]:
    return lambda part: tuple(_text(getattr(part, field)) for field in fields)


def _text(value: object) -> str:
    return value.isoformat() if isinstance(value, date) else str(value or "")


def _contact(parts: Sequence[str], _today: date) -> PartnerContact:
    purpose, person, phone, fax, email, note = parts
    return PartnerContact(purpose, person, normalise_phone(phone), normalise_phone(fax), email, note)


def _officer(parts: Sequence[str], today: date) -> PartnerOfficer:
    title, name, kana, starts, ends = parts
    return PartnerOfficer(
        title, name, to_katakana(kana), _day("officers", starts, today), _day("officers", ends, today)
    )


def _answer_texts(answer: ProfileAnswer) -> tuple[str, ...]:
    asked = _(PROFILE_QUESTIONS.get(answer.key, answer.key))
    return asked, _(CONFIRMATION_LABELS[answer.state]), answer.seen, answer.by, _text(answer.on)


def _answer(parts: Sequence[str], today: date) -> ProfileAnswer:
    asked, state, seen, by, on = parts
    keys = {_(label): key for key, label in PROFILE_QUESTIONS.items()} | {
        key: key for key in PROFILE_QUESTIONS
    }
    states = {_(label): one for one, label in CONFIRMATION_LABELS.items()} | {
        one.value: one for one in Confirmation
    }
    for word, known in ((asked, keys), (state, states)):
        if word not in known:
            raise InputError(
                _("協働の相手としての「{word}」が分かりません。{known} のどれかにしてください。").format(
                    word=word, known="・".join(known)
                ),
                "profile.asked",
            )
    return ProfileAnswer(keys[asked], states[state], seen, by, _day("profile.asked", on, today))


def _day(name: str, text: str, today: date) -> date | None:
    if not text.strip():
        return None
    try:
        return parse_date(text, today)
    except InputError as error:
        raise InputError(f"{_(FIELDS_BY_NAME[name].label)}: {error}", name) from error


_CONTACT = ("purpose", "person", "phone", "fax", "email", "note")
_OFFICER = ("title", "name", "kana", "starts_on", "ends_on")
_ANSWER = ("key", "state", "seen", "by", "on")
PARTS: Mapping[str, Parts] = {
    "contacts": Parts(_CONTACT, _texts_of(_CONTACT), _contact),
    "officers": Parts(_OFFICER, _texts_of(_OFFICER), _officer),
    "profile.asked": Parts(_ANSWER, _answer_texts, _answer),
}
