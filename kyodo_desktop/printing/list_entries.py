"""One numbered entry of the list as cells of lines: its height, and where it is cut if too high."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from kyodo_desktop.base.i18n import _
from kyodo_desktop.printing.flow import cell_lines
from kyodo_desktop.printing.style import mincho

BODY = mincho(9)
MARK = mincho(6.5)
PITCH = 1.35 * BODY.em
MARK_PITCH = 0.6 * PITCH
PAD_SIDE, PAD_TOP = 1.45, 1.4
_PAD_NUMBER = 1.0
LEAST_ROW = 7.2
COLUMNS = (10.4, 41.0, 44.2, 50.5, 18.9)
"""Widths: 番号, 課名, 事業名称, 協働相手, 協働形態."""

_ROWS_TO_WRITE_IN = 24

Lines = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Pair:
    """One partner cell with its own 形態."""

    partner: Lines
    collaboration_form: Lines

    @property
    def height(self) -> float:
        """The least height in mm."""
        return text_height(max(len(self.partner), len(self.collaboration_form)))


@dataclass(frozen=True, slots=True)
class Entry:
    """An entry's cells; number, 課 and title stand once for all its pairs.

    `note` is 備考, `mark` its sign under the number.
    """

    number: Lines
    departments: Lines
    title: Lines
    pairs: tuple[Pair, ...]
    note: str = ""
    mark: str = ""
    least: float = LEAST_ROW

    @property
    def height(self) -> float:
        """The height in mm."""
        merged = text_height(max(len(self.departments), len(self.title)))
        number = text_height(len(self.number)) + (MARK_PITCH if self.mark else 0.0)
        return max(self.least, merged, number, sum(pair.height for pair in self.pairs))

    def pair_heights(self) -> tuple[float, ...]:
        """Return the pairs' heights, stretched evenly to fill the entry."""
        spare = (self.height - sum(pair.height for pair in self.pairs)) / len(self.pairs)
        return tuple(pair.height + spare for pair in self.pairs)


def text_height(lines: int) -> float:
    """Return the height of a cell of so many lines, in mm."""
    return (max(lines, 1) - 1) * PITCH + BODY.em + 2 * PAD_TOP


def lay_out(rows: Sequence[Mapping[str, Any]]) -> list[Entry]:
    """Return the entries of a list's rows; a row of the same number and title is one more partner cell."""
    groups: list[list[Mapping[str, Any]]] = []
    for row in rows:
        if groups and _continues(groups[-1][0], row):
            groups[-1].append(row)
        else:
            groups.append([row])
    return [_entry(group) for group in groups]


def rows_to_write_in() -> list[Entry]:
    """Return empty entries, high enough to be filled in by hand."""
    return [Entry((), (), (), (Pair((), ()),), least=9.0)] * _ROWS_TO_WRITE_IN


def _continues(first: Mapping[str, Any], row: Mapping[str, Any]) -> bool:
    same_number = row.get("number") is not None and row.get("number") == first.get("number")
    merged = ("departments", "title")
    return same_number and all(row.get(name, first.get(name)) == first.get(name) for name in merged)


def _entry(group: Sequence[Mapping[str, Any]]) -> Entry:
    first = group[0]
    return Entry(
        number=_lines(str(first.get("number", "")), 0),
        departments=_lines(first.get("departments", ""), 1),
        title=_lines(first.get("title", ""), 2),
        pairs=tuple(
            Pair(_lines(row.get("partner", ""), 3), _lines(row.get("collaboration_form", ""), 4))
            for row in group
        ),
        note="\n".join(_note(row) for row in group if row.get("note")),
    )


def _note(row: Mapping[str, Any]) -> str:
    note = str(row["note"])
    return _("{note}（要確認）").format(note=note) if row.get("note_doubtful") else note


def _lines(text: str, column: int) -> Lines:
    return cell_lines(text, COLUMNS[column] - 2 * (PAD_SIDE if column else _PAD_NUMBER), BODY)


def cut(entry: Entry, height: float) -> tuple[Entry, Entry]:
    """Cut an entry that no page can hold: what fits in `height` mm, and what is to follow."""
    most = _fitting(height)
    most_of_number = max(_fitting(height - (MARK_PITCH if entry.mark else 0.0)), 1)
    here: list[Pair] = []
    rest = list(entry.pairs)
    left = height
    while rest and rest[0].height <= left:
        left -= rest[0].height
        here.append(rest.pop(0))
    if rest and (lines := _fitting(left)) > 0:
        partner, form = rest[0].partner, rest[0].collaboration_form
        here.append(Pair(partner[:lines], form[:lines]))
        rest[0] = Pair(partner[lines:], form[lines:])
    head = Entry(
        entry.number[:most_of_number],
        entry.departments[:most],
        entry.title[:most],
        tuple(here),
        entry.note,
        entry.mark,
    )
    tail = Entry(
        # The number stands on each page again; only one that is itself too long goes on.
        entry.number[most_of_number:] or entry.number,
        entry.departments[most:],
        entry.title[most:],
        tuple(rest) or (Pair((), ()),),
        mark=_("（続き）"),
    )
    return head, tail


def _fitting(height: float) -> int:
    """Return how many lines a cell of that height can hold."""
    return int((height - 2 * PAD_TOP - BODY.em) / PITCH + 1e-6) + 1 if height >= text_height(1) else 0
