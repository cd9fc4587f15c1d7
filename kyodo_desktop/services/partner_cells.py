"""The fields of a partner as the cells of a table. What is written here an import can read again."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from typing import Any

from kyodo_desktop.base.i18n import _
from kyodo_desktop.japanese.postal import format_postal_code
from kyodo_desktop.records.partner_fields import FIELDS_BY_NAME, PARTNER_FIELDS, PartnerFieldKind, value_of
from kyodo_desktop.records.partners import (
    LEGAL_FORM_POSITION_LABELS,
    PARTNER_KIND_LABELS,
    PartnerDraft,
    PartnerKind,
    PartnerRecord,
)
from kyodo_desktop.services.partner_part_cells import PARTS, PARTS_HEADINGS, write_parts
from kyodo_desktop.services.partner_terms import activity_fields, legal_forms

YES = "○"
ESTIMATED = "（推定）"
"""Stands behind a 区分 that is a guess."""

Partner = PartnerRecord | PartnerDraft
_K = PartnerFieldKind


def heading_of(name: str) -> str:
    """Return the heading of a field's column."""
    return _(PARTS_HEADINGS.get(name) or FIELDS_BY_NAME[name].label)


def text_of(partner: Partner, name: str) -> str:
    """Return a field as the text of a cell; empty where nothing is known."""
    if name == "kind":
        return _kind_text(partner)
    return _WRITERS[FIELDS_BY_NAME[name].kind](name, value_of(partner, name))


def plain_of(partner: Partner, name: str) -> Any:
    """Return a field as JSON holds it."""
    value, kind = value_of(partner, name), FIELDS_BY_NAME[name].kind
    if kind in (_K.NUMBER, _K.FLAG):
        return value
    if kind in (_K.TAGS, _K.CHOICES):
        return list(value)
    if kind is _K.PARTS:
        return [dict(zip(PARTS[name].fields, PARTS[name].texts(part), strict=True)) for part in value]
    return text_of(partner, name)


def public_text(partner: Partner) -> str:
    """Return the fields that may be published, by their words."""
    return "、".join(_(field.label) for field in PARTNER_FIELDS if field.name in partner.public_fields)


def _kind_text(partner: Partner) -> str:
    if partner.kind is PartnerKind.UNSET:
        return ""
    return _(PARTNER_KIND_LABELS[partner.kind]) + (ESTIMATED if partner.kind_estimated else "")


def _write_text(_name: str, value: str) -> str:
    return value


def _write_choice(name: str, value: str) -> str:
    if name == "legal_form_position":
        return _(LEGAL_FORM_POSITION_LABELS[value]) if value else ""
    return next((form.label for form in legal_forms() if form.key == value), value)


def _write_choices(_name: str, value: Sequence[int]) -> str:
    words = {field.number: field.short for field in activity_fields()}
    return "、".join(words.get(number, str(number)) for number in value)


def _write_date(_name: str, value: date | None) -> str:
    return value.isoformat() if value else ""


def _write_number(_name: str, value: int | None) -> str:
    return "" if value is None else str(value)


def _write_list(name: str, value: Sequence[str]) -> str:
    return ("、" if name == "tags" else "\n").join(value)


def _write_postal_code(_name: str, value: str) -> str:
    return format_postal_code(value)


def _write_flag(_name: str, value: bool) -> str:
    return YES if value else ""


_WRITERS: Mapping[PartnerFieldKind, Callable[[str, Any], str]] = {
    _K.TEXT: _write_text,
    _K.KANA: _write_text,
    _K.CHOICE: _write_choice,
    _K.CHOICES: _write_choices,
    _K.DATE: _write_date,
    _K.NUMBER: _write_number,
    _K.PHONE: _write_text,
    _K.EMAIL: _write_text,
    _K.POSTAL: _write_postal_code,
    _K.MULTILINE: _write_text,
    _K.FLAG: _write_flag,
    _K.NUMBER13: _write_text,
    _K.TAGS: _write_list,
    _K.PARTS: write_parts,
}
