"""Checks what is given to fill a paper in with: only its own names, each of its own type."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from typing import Any

from kyodo_desktop.base.errors import InputError
from kyodo_desktop.base.i18n import N_, _
from kyodo_desktop.forms.form import Form
from kyodo_desktop.records.forms import FormField, FormFieldKind

Values = Mapping[str, Any]
"""A form's values by name: str, int, bool, date, or a tuple of Values for rows. Absent: not given."""

_EXPECTED: dict[FormFieldKind, str] = {
    FormFieldKind.DATE: N_('日付（例 "2026-05-27"）'),
    FormFieldKind.YEN: N_("円の整数（例 100000）"),
    FormFieldKind.NUMBER: N_("整数（例 12）"),
    FormFieldKind.CHECK: N_("true か false"),
    FormFieldKind.ROWS: N_("行の並び（例 [{…}, {…}]）"),
}
_EXPECTED_TEXT = N_('文字（例 "小平市"）')


def check_data(form: Form, data: Mapping[str, object]) -> dict[str, Any]:
    """Return the values of `data`, dates read; None and "" count as not given.

    Raises:
        InputError: a name the form does not have, or a value of another type; `field` names it.
    """
    return check_fields(form.fields, data)


def check_fields(fields: Sequence[FormField], data: Mapping[str, object]) -> dict[str, Any]:
    """Return the values of `data` for fields that belong to no form, as `check_data` does.

    Raises:
        InputError: as `check_data`.
    """
    if not isinstance(data, Mapping):
        raise InputError(_("データは、欄の名前と値の組（{…}）で書いてください。"))
    return _check(fields, data, "")


def empty_required(form: Form, values: Values) -> tuple[str, ...]:
    """Return the labels of the required fields without a value, in the form's order."""
    return empty_fields(form.fields, values)


def empty_fields(fields: Sequence[FormField], values: Values) -> tuple[str, ...]:
    """Return the labels of the required ones among some fields that have no value, in their order."""
    return tuple(dict.fromkeys(_empty(fields, values)))


def worked_out(form: Form, values: Values) -> Values:
    """Return the values with the differences that nobody gave, of which the first amount is known."""
    return _worked_out(form.fields, values)


def _worked_out(fields: Sequence[FormField], values: Values) -> Values:
    found = dict(values)
    for field in fields:
        if field.kind is FormFieldKind.ROWS and values.get(field.name):
            found[field.name] = tuple(_worked_out(field.columns, row) for row in values[field.name])
        elif field.difference is not None and values.get(field.name) is None:
            first, second = map(values.get, field.difference)
            # What was not planned was planned to be nothing.
            found |= {field.name: first - (second or 0)} if first is not None else {}
    return found


def _check(fields: Sequence[FormField], data: Mapping[str, object], where: str) -> dict[str, Any]:
    known = {field.name: field for field in fields}
    for name in data:
        if name not in known:
            raise InputError(
                _("{where}「{name}」という欄はこの様式にありません。欄の名前を確かめてください。").format(
                    where=where, name=name
                ),
                str(name),
            )
    given = {name: value for name, value in data.items() if value is not None and value != ""}
    return {name: _value(known[name], value, where) for name, value in given.items()}


def _value(field: FormField, value: object, where: str) -> Any:
    read = _READERS.get(field.kind, _read_text)(field, value, where)
    if read is None:
        expected = _(_EXPECTED.get(field.kind, _EXPECTED_TEXT))
        if field.kind is FormFieldKind.CHOICE:
            expected = _("{keys} のどれか").format(keys="、".join(option.key for option in field.options))
        raise InputError(
            _("{where}「{label}」（{name}）の値が読めません。{expected}で書いてください。").format(
                where=where, label=field.label, name=field.name, expected=expected
            ),
            field.name,
        )
    if field.max_length is not None and isinstance(read, str) and len(read) > field.max_length:
        raise InputError(
            _("{where}「{label}」（{name}）は{n}字までです。短くしてください。").format(
                where=where, label=field.label, name=field.name, n=field.max_length
            ),
            field.name,
        )
    return read


def _read_text(_field: FormField, value: object, _where: str) -> str | None:
    return value if isinstance(value, str) else None


def _read_choice(field: FormField, value: object, _where: str) -> str | None:
    return next((option.key for option in field.options if option.key == value), None)


def _read_date(_field: FormField, value: object, _where: str) -> date | None:
    if isinstance(value, date):
        return value
    try:
        return date.fromisoformat(value) if isinstance(value, str) else None
    except ValueError:
        return None


def _read_whole(_field: FormField, value: object, _where: str) -> int | None:
    return value if isinstance(value, int) and not isinstance(value, bool) else None


def _read_check(_field: FormField, value: object, _where: str) -> bool | None:
    return value if isinstance(value, bool) else None


def _read_rows(field: FormField, value: object, where: str) -> tuple[dict[str, Any], ...] | None:
    if not isinstance(value, list | tuple) or not all(isinstance(row, Mapping) for row in value):
        return None
    return tuple(
        _check(field.columns, row, _("{where}{label}の{n}行目の").format(where=where, label=field.label, n=n))
        for n, row in enumerate(value, 1)
    )


_READERS: dict[FormFieldKind, Callable[[FormField, object, str], Any]] = {
    FormFieldKind.CHOICE: _read_choice,
    FormFieldKind.DATE: _read_date,
    FormFieldKind.YEN: _read_whole,
    FormFieldKind.NUMBER: _read_whole,
    FormFieldKind.CHECK: _read_check,
    FormFieldKind.ROWS: _read_rows,
}


def _empty(fields: Sequence[FormField], values: Values, where: str = "") -> list[str]:
    labels: list[str] = []
    for field in fields:
        value = values.get(field.name)
        blank = value is None or value == () or (isinstance(value, str) and not value.strip())
        if field.required and blank:
            labels.append(f"{where}{field.label}")
        elif field.kind is FormFieldKind.ROWS and not blank:
            for n, row in enumerate(values[field.name], 1):
                labels += _empty(field.columns, row, where + _row_words(field, row, n))
    return labels


def _row_words(field: FormField, row: Values, n: int) -> str:
    """Name a row by the number it carries, as a list's entries do, else by its place."""
    first = field.columns[0]
    if first.kind is FormFieldKind.NUMBER and (number := row.get(first.name)) is not None:
        words = _("{label}の{title}{number}の")
        return words.format(label=_(field.label), title=_(first.label), number=number)
    return _("{label}の{n}行目の").format(label=_(field.label), n=n)
