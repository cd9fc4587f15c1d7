"""Values that show a paper as it will look: each text says which field it stands for."""

from collections.abc import Sequence
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


def _values(fields: Sequence[FormField], day: date) -> dict[str, Any]:
    return {field.name: _value(field, day) for field in fields}


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
