"""Values that show a paper as it will look: each text says which field it stands for."""

from collections.abc import Iterator, Sequence
from dataclasses import fields, is_dataclass
from datetime import date
from typing import Any

from kyodo_desktop.base.i18n import _
from kyodo_desktop.forms.form import Form
from kyodo_desktop.japanese.fiscal_year import fiscal_year
from kyodo_desktop.records.forms import FormField, FormFieldKind

_ROWS = 2
_YEN, _NUMBER = 100_000, 12


def specimen_values(form: Form, day: date) -> dict[str, Any]:
    """Return a value for every field; days are `day`, choices their first."""
    return _values(form.fields, day)


def variants(form: Form) -> tuple[FormField, ...]:
    """Return the choices by which the paper looks another way."""
    names = {name for only in _conditions(form.layout) for name in only[:1]}
    return tuple(field for field in form.fields if field.kind is FormFieldKind.CHOICE and field.name in names)


def _conditions(part: object) -> Iterator[tuple[str, ...]]:
    if isinstance(part, tuple):
        for one in part:
            yield from _conditions(one)
    elif is_dataclass(part):
        yield getattr(part, "only", ())
        for one in fields(part):
            yield from _conditions(getattr(part, one.name))


def _values(declared: Sequence[FormField], day: date) -> dict[str, Any]:
    return {field.name: _value(field, day) for field in declared}


def _value(field: FormField, day: date) -> Any:
    if field.kind is FormFieldKind.NUMBER:
        return fiscal_year(day) if field.name == "fiscal_year" else _NUMBER
    if field.kind is FormFieldKind.CHOICE:
        return field.options[0].key
    if field.kind is FormFieldKind.ROWS:
        return tuple(_values(field.columns, day) for _row in range(_ROWS))
    plain: dict[FormFieldKind, Any] = {
        FormFieldKind.DATE: day,
        FormFieldKind.YEN: _YEN,
        FormFieldKind.CHECK: True,
    }
    words = _("（{label}）").format(label=_(field.label))
    return plain.get(field.kind, words[: field.max_length])
