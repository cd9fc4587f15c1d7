"""The list as a file: rows for a spreadsheet or CSV, and the JSON shape that scripts rely on. Pure.

An entry is one row. The lines of its cells stand one under another, and each cell's 形態 stands beside the
cell's first line, so that Excel shows them side by side and a reader finds where each cell begins.
"""

import csv
import io
import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from kyodo_desktop.base.i18n import N_, _
from kyodo_desktop.japanese.fiscal_year import format_fiscal_year
from kyodo_desktop.records.collaborations import CollaborationRecord, ParticipationRecord
from kyodo_desktop.services.table_files import with_guard

DOUBTFUL = N_("（要確認）")
"""Stands after a note that a person must still check, so that it never looks settled in a table."""

LabelOf = Callable[[str], str]
Value = int | str


@dataclass(frozen=True, slots=True)
class ListColumn:
    """One column of the table: its heading, its value, and its width in characters."""

    heading: str
    value: Callable[[CollaborationRecord, LabelOf], Value]
    width: float


def _partners(entry: CollaborationRecord) -> str:
    return "\n".join(cell.text for cell in entry.participations)


def _forms(entry: CollaborationRecord, label_of: LabelOf) -> str:
    lines: list[str] = []
    for cell in entry.participations:
        lines += [label_of(cell.collaboration_form), *[""] * cell.text.count("\n")]
    return "\n".join(lines).rstrip("\n")


def _note(entry: CollaborationRecord) -> str:
    return entry.note + _(DOUBTFUL) if entry.note and entry.note_doubtful else entry.note


_YEAR = ListColumn(N_("年度"), lambda entry, _label: format_fiscal_year(entry.fiscal_year), 12)
_COLUMNS = (
    ListColumn(N_("番号"), lambda entry, _label: entry.number, 6),
    ListColumn(N_("課名"), lambda entry, _label: entry.department_words, 22),
    ListColumn(N_("事業名称"), lambda entry, _label: entry.title, 44),
    ListColumn(N_("協働相手（団体名）"), lambda entry, _label: _partners(entry), 40),
    ListColumn(N_("協働形態"), _forms, 13),
    ListColumn(N_("備考"), lambda entry, _label: _note(entry), 30),
)


def list_columns(entries: Sequence[CollaborationRecord]) -> tuple[ListColumn, ...]:
    """Return the handbook's columns, with 年度 first where the entries are of several years."""
    return (_YEAR, *_COLUMNS) if has_several_years(entries) else _COLUMNS


def has_several_years(entries: Sequence[CollaborationRecord]) -> bool:
    """Tell whether the entries are of more than one fiscal year."""
    return len({entry.fiscal_year for entry in entries}) > 1


def list_csv(entries: Sequence[CollaborationRecord], label_of: LabelOf) -> bytes:
    """Return the table as CSV: UTF-8 with its mark, CRLF, nothing that Excel would run.

    A text that looks like a formula gets an apostrophe in front; a reader takes one off from a text that
    looks like one behind its apostrophes.
    """
    columns = list_columns(entries)
    text = io.StringIO(newline="")
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow(_(column.heading) for column in columns)
    for entry in entries:
        writer.writerow(_harmless(column.value(entry, label_of)) for column in columns)
    return text.getvalue().encode("utf-8-sig")


def list_json(entries: Sequence[CollaborationRecord], label_of: LabelOf) -> bytes:
    """Return the entries in the shape that scripts rely on; `fiscal_year` only where there are several."""
    several = has_several_years(entries)
    shapes = [
        {**({"fiscal_year": entry.fiscal_year} if several else {}), **_shape(entry, label_of)}
        for entry in entries
    ]
    return (json.dumps(shapes, ensure_ascii=False, indent=2) + "\n").encode()


def _shape(entry: CollaborationRecord, label_of: LabelOf) -> dict[str, object]:
    return {
        "number": entry.number,
        "departments": list(entry.departments),
        "title": entry.title,
        "participations": [_cell_shape(cell, label_of) for cell in entry.participations],
        "note": entry.note,
    }


def _cell_shape(cell: ParticipationRecord, label_of: LabelOf) -> dict[str, object]:
    return {
        "text": cell.text,
        "partners": [link.name for link in cell.partners],
        "form": label_of(cell.collaboration_form),
    }


def _harmless(value: Value) -> Value:
    return with_guard(value) if isinstance(value, str) else value
