"""From the text of a cell to the value of a field, as offices write it."""

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Any

from kyodo_desktop.base.errors import InputError
from kyodo_desktop.base.i18n import _
from kyodo_desktop.japanese.corporate_number import normalise_corporate_number
from kyodo_desktop.japanese.digits import half_width, read_whole
from kyodo_desktop.japanese.folding import written_key
from kyodo_desktop.japanese.kana import to_katakana
from kyodo_desktop.japanese.phone import normalise_phone
from kyodo_desktop.japanese.postal import normalise_postal_code
from kyodo_desktop.japanese.wareki import parse_date
from kyodo_desktop.records.partner_fields import FIELDS_BY_NAME, PARTNER_FIELDS, PartnerFieldKind
from kyodo_desktop.records.partners import LEGAL_FORM_POSITION_LABELS, PARTNER_KIND_LABELS, PartnerKind
from kyodo_desktop.services.importing.columns import kind_named, legal_form_named
from kyodo_desktop.services.partner_cells import ESTIMATED
from kyodo_desktop.services.partner_part_cells import read_parts
from kyodo_desktop.services.partner_terms import activity_fields, legal_forms

_YES = frozenset(
    ["○", "〇", "◯", "✓", "✔", "レ", "有", "あり", "はい", "1", "true", "yes", "済", "登録", "掲載"]
)
_NO = frozenset(
    ["×", "✕", "無", "なし", "いいえ", "0", "false", "no", "-", "－", "―", "未", "未登録", "未掲載"]
)
_LIST = re.compile(r"[\n、，,;；]")
_NUMBER = re.compile(r"約?\s*([\d,]+)\s*(?:名|人|世帯|団体|社)?")
_NUMBERS = re.compile(r"\d+(?:[\s・、,，./;；]+\d+)*")
_K = PartnerFieldKind


@dataclass(frozen=True, slots=True)
class Kind:
    """A 区分 as it stands in a cell, and whether it is a guess."""

    kind: PartnerKind
    estimated: bool


def read_value(name: str, text: str, today: date) -> Any:
    """Return the value of a field for the text of a cell, which is not empty; a `Kind` for 区分.

    Raises:
        InputError: it is none; the sentence says why.
    """
    return _READERS[FIELDS_BY_NAME[name].kind](name, text, today)


def is_ticked(name: str, text: str) -> bool:
    """Tell whether a cell for a flag says yes.

    Raises:
        InputError: it says neither yes nor no.
    """
    key = half_width(text).casefold()
    if {key, text} & _YES:
        return True
    if {key, text} & _NO:
        return False
    raise _unknown(name, text, _("○か×で書いてください。"))


def read_public_fields(text: str) -> frozenset[str]:
    """Return the fields that a cell says may be published.

    Raises:
        InputError: there is no such field.
    """
    found = set()
    for word in _words(text):
        name = _field_names().get(written_key(word))
        if name is None:
            raise InputError(
                _("公開する項目に「{word}」という欄はありません。").format(word=word), "public_fields"
            )
        found.add(name)
    return frozenset(found)


@cache
def _field_names() -> dict[str, str]:
    labels = {written_key(field.label): field.name for field in PARTNER_FIELDS}
    return labels | {written_key(field.name): field.name for field in PARTNER_FIELDS}


def _read_choice(name: str, text: str, _today: date) -> Any:
    if name == "kind":
        return _read_kind(text)
    if name == "legal_form":
        return _read_legal_form(text)
    key = written_key(text)
    for value, label in LEGAL_FORM_POSITION_LABELS.items():
        if key in (value, written_key(label), written_key(label)[-1:]):
            return value
    raise _unknown(name, text, _one_of(map(_, LEGAL_FORM_POSITION_LABELS.values())))


def _read_kind(text: str) -> Kind:
    plain = text.removesuffix(ESTIMATED)
    kind = _kinds().get(written_key(plain)) or kind_named(plain)
    if kind is None:
        raise _unknown("kind", text, _one_of(map(_, PARTNER_KIND_LABELS.values())))
    return Kind(kind, plain != text)


@cache
def _kinds() -> dict[str, PartnerKind]:
    labels = {written_key(_(label)): kind for kind, label in PARTNER_KIND_LABELS.items()}
    return labels | {kind.value: kind for kind in PartnerKind}


def _read_legal_form(text: str) -> str:
    key = _legal_forms().get(written_key(text)) or legal_form_named(text)
    if key is None:
        raise _unknown("legal_form", text, _one_of(form.label for form in legal_forms()))
    return key


@cache
def _legal_forms() -> dict[str, str]:
    words = {
        written_key(word): form.key for form in legal_forms() for word in (form.mark, form.label, form.key)
    }
    words.pop("", None)
    return words


def _read_choices(_name: str, text: str, _today: date) -> tuple[int, ...]:
    if _NUMBERS.fullmatch(half_width(text)):
        return tuple(sorted({_activity(word) for word in re.findall(r"\d+", half_width(text))}))
    rest, numbers = text, set()
    # The law's own words hold the sign that parts the words of a list.
    for field in activity_fields():
        if field.label in rest:
            numbers.add(field.number)
            rest = rest.replace(field.label, "、")
    return tuple(sorted(numbers | {_activity(word) for word in _words(rest)}))


def _activity(word: str) -> int:
    known = _activities()
    found = known.get(written_key(word)) or known.get(written_key(re.sub(r"^\D?\d+[\s.．)）:：]*", "", word)))
    number = read_whole(re.sub(r"[.．)）]$", "", word))
    if found is None and number is not None and 1 <= number <= len(activity_fields()):
        return number
    if found is None:
        raise _unknown("activity_fields", word, _("1から20の番号か、分野の名前で書いてください。"))
    return found


@cache
def _activities() -> dict[str, int]:
    return {written_key(word): one.number for one in activity_fields() for word in (one.short, one.label)}


def _read_date(name: str, text: str, today: date) -> date:
    try:
        return parse_date(text, today)
    except InputError as error:
        raise InputError(f"{_(FIELDS_BY_NAME[name].label)}: {error}", name) from error


def _read_number(name: str, text: str, _today: date) -> int:
    match = _NUMBER.fullmatch(half_width(text))
    number = read_whole(match[1].replace(",", "")) if match else None
    if number is None:
        raise _unknown(name, text, _("35 のように、数で書いてください。"))
    return number


def _read_list(name: str, text: str, _today: date) -> tuple[str, ...]:
    words = _words(text) if name == "tags" else [line.strip() for line in text.split("\n")]
    return tuple(dict.fromkeys(filter(None, words)))


def _words(text: str) -> list[str]:
    return [word.strip() for word in _LIST.split(text) if word.strip()]


def _one_of(words: Iterable[str]) -> str:
    return _("{known} のどれかにしてください。").format(known="・".join(words))


def _unknown(name: str, text: str, advice: str) -> InputError:
    sentence = _("{label}「{text}」が分かりません。{advice}")
    label = _(FIELDS_BY_NAME[name].label)
    return InputError(sentence.format(label=label, text=text[:40], advice=advice), name)


_READERS: Mapping[PartnerFieldKind, Callable[[str, str, date], Any]] = {
    _K.TEXT: lambda _name, text, _today: text,
    _K.KANA: lambda _name, text, _today: to_katakana(text),
    _K.CHOICE: _read_choice,
    _K.CHOICES: _read_choices,
    _K.DATE: _read_date,
    _K.NUMBER: _read_number,
    _K.PHONE: lambda _name, text, _today: normalise_phone(text),
    _K.EMAIL: lambda _name, text, _today: half_width(text),
    _K.POSTAL: lambda _name, text, _today: normalise_postal_code(text),
    _K.MULTILINE: lambda _name, text, _today: text,
    _K.FLAG: lambda name, text, _today: is_ticked(name, text),
    _K.NUMBER13: lambda _name, text, _today: normalise_corporate_number(text),
    _K.TAGS: _read_list,
    _K.PARTS: read_parts,
}
