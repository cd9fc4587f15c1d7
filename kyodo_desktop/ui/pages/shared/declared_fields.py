"""From declared fields (of a paper, of an act) to the rows of a form, and back to values. No Qt."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import Any

from kyodo_desktop.base.errors import InputError
from kyodo_desktop.base.i18n import _
from kyodo_desktop.flows.engine import (
    Answers,
    Field,
    FieldKind,
    Flow,
    Option,
    Section,
    Step,
    as_day,
    is_empty,
    unreadable,
)
from kyodo_desktop.japanese.fiscal_year import format_fiscal_year, refuse_strange_year
from kyodo_desktop.records.forms import FormField, FormFieldKind
from kyodo_desktop.records.proposals import Problem

STEP = "fields"
ROWS = "rows"
"""The kind of field that is a table of rows."""
_YEAR = "fiscal_year"
_FEW_OPTIONS, _FEW_LETTERS = 3, 14
_KINDS: Mapping[FormFieldKind, str] = {
    FormFieldKind.TEXT: FieldKind.TEXT,
    FormFieldKind.MULTILINE: FieldKind.MULTILINE,
    FormFieldKind.KANA: FieldKind.KANA,
    FormFieldKind.DATE: FieldKind.DATE,
    FormFieldKind.YEN: FieldKind.YEN,
    FormFieldKind.NUMBER: FieldKind.NUMBER,
    FormFieldKind.CHECK: FieldKind.CHECK,
    FormFieldKind.ROWS: ROWS,
}


def make_flow(title: str, fields: Sequence[FormField], heading: str) -> Flow:
    """Return the one step in which the fields are filled in, under a heading."""

    def sections(answers: Answers, _facts: object) -> tuple[Section, ...]:
        rows = tuple(_with_year(row_of(one), answers) for one in fields)
        return (Section(heading, fields=rows),)

    def problems(answers: Answers, _facts: object) -> tuple[Problem, ...]:
        return tuple(_row_problems(fields, answers))

    return Flow((Step(STEP, title, sections, problems=problems),))


def row_of(field: FormField, *, is_cell: bool = False) -> Field:
    """Return the row that edits a field of a paper, or the cell of a table."""
    kind, options = _KINDS.get(field.kind, ""), tuple(Option(one.key, one.label) for one in field.options)
    if field.kind is FormFieldKind.CHOICE:
        letters = sum(len(one.label) for one in options)
        few = field.required and not is_cell and len(options) <= _FEW_OPTIONS and letters <= _FEW_LETTERS
        kind = FieldKind.SEGMENTS if few else FieldKind.CHOICE
        options = options if few else (Option("", _("（空ける）")), *options)
    extra: dict[str, Any] = {"required": field.required}
    if kind == ROWS:
        extra["columns"] = tuple(row_of(column, is_cell=True) for column in field.columns)
    if kind == FieldKind.CHECK:
        extra["words"] = _("印を付ける")
    return Field(
        field.name,
        field.label,
        kind,
        required=field.required and kind != ROWS,
        max_length=field.max_length,
        options=options,
        lines=4,
        extra=extra,
    )


def values_of(fields: Sequence[FormField], answers: Mapping[str, Any]) -> dict[str, Any]:
    """Return what of the answers a paper can show; what cannot be read (yet) is left out."""
    found: dict[str, Any] = {}
    for field in fields:
        value = answers.get(field.name)
        if field.kind is FormFieldKind.ROWS:
            rows = (values_of(field.columns, row) for row in value or () if not is_blank(row))
            value = tuple(row for row in rows if row)
        elif is_empty(value) or not _can_be_read(field, value):
            continue
        if value not in (None, "", ()):
            found[field.name] = value
    return found


def answers_of(fields: Sequence[FormField], values: Mapping[str, Any]) -> Answers:
    """Return a paper's values as the rows of its form take them, JSON-able."""
    found: Answers = {}
    for field in fields:
        value = values.get(field.name)
        if value is None:
            continue
        if field.kind is FormFieldKind.ROWS:
            value = [answers_of(field.columns, row) for row in value] or None
        elif isinstance(value, date):
            value = value.isoformat()
        found[field.name] = value
    return found


def is_blank(row: Mapping[str, Any]) -> bool:
    """Tell whether nothing is written in a line of a table."""
    return all(is_empty(answer) for answer in row.values())


def same(one: object, other: object) -> bool:
    """Tell whether two answers say the same: nothing written is nothing, whatever stands for it."""
    return one == other or (is_empty(one) and is_empty(other))


def _can_be_read(field: FormField, value: Any) -> bool:
    if field.kind is FormFieldKind.DATE:
        return as_day(value) is not None
    return not unreadable(_KINDS.get(field.kind, ""), value)


def _with_year(row: Field, answers: Answers) -> Field:
    """Say beside a year which one it is in the era."""
    if row.name != _YEAR or row.kind != FieldKind.NUMBER:
        return row
    hint, year = _("西暦で、年度の始まる年（例 2026）"), answers.get(_YEAR)
    if not isinstance(year, int):
        return replace(row, hint=hint)
    try:
        refuse_strange_year(year)
    except InputError:
        return replace(row, hint=hint)
    return replace(row, good=format_fiscal_year(year))


def _row_problems(fields: Sequence[FormField], answers: Answers) -> Iterator[Problem]:
    """Tell what is wrong in tables: the engine knows single fields."""
    for field in fields:
        if field.kind is not FormFieldKind.ROWS:
            continue
        rows = [row for row in answers.get(field.name) or () if not is_blank(row)]
        if field.required and not rows:
            yield Problem(field.name, _("{label}が書かれていません。").format(label=field.label))
        for at, row in enumerate(rows, 1):
            for column in field.columns:
                sentence = unreadable(_KINDS.get(column.kind, ""), row.get(column.name))
                if sentence:
                    words = _("{n}行目の{column}: {sentence}")
                    yield Problem(field.name, words.format(n=at, column=column.label, sentence=sentence))
