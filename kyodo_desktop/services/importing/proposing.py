"""Which field each column of a table is proposed for: as remembered, by its heading, by what it holds."""

import re
from collections import defaultdict
from collections.abc import Callable, Sequence

from kyodo_desktop.japanese.corporate_number import is_corporate_number
from kyodo_desktop.japanese.digits import half_width
from kyodo_desktop.records.import_table import ImportTable
from kyodo_desktop.records.partner_import import ADDRESS_PART, NOT_READ, SEVERAL, ColumnProposal, Grounds
from kyodo_desktop.services.importing.columns import target_of

_SAMPLES = 3
_LOOKED_AT = 200
"""Rows are enough to tell what a column holds."""
_MOSTLY = 0.8
_KANA = re.compile(r"[ァ-ヴー・ぁ-ゖｦ-ﾟ\s　]{2,}")
_LOOKS: tuple[tuple[str, Callable[[str], object]], ...] = (
    ("email", re.compile(r"[^@\s]+@[^@\s]+\.[^@\s]+").fullmatch),
    ("website", re.compile(r"https?://\S+").fullmatch),
    ("postal_code", re.compile(r"〒?\s*\d{3}-\d{4}").fullmatch),
    ("phone", re.compile(r"\(?0\d{1,4}[-)]\d{1,4}-\d{3,4}").fullmatch),
    ("corporate_number", is_corporate_number),
)
"""What a cell, half-width, says of itself."""


def propose(table: ImportTable, remembered: Sequence[str] | None = None) -> tuple[ColumnProposal, ...]:
    """Return a proposal for each column; `remembered` is how a file of this layout was read the last time."""
    if remembered is not None and len(remembered) == len(table.columns):
        return tuple(
            ColumnProposal(heading, target, Grounds.REMEMBERED, _samples(table, at))
            for at, (heading, target) in enumerate(zip(table.columns, remembered, strict=True))
        )
    targets = _by_heading(table)
    by_content = _by_content(table, targets)
    return tuple(
        ColumnProposal(heading, *_grounded(at, targets, by_content), _samples(table, at))
        for at, heading in enumerate(table.columns)
    )


def _grounded(at: int, targets: dict[int, str], by_content: dict[int, str]) -> tuple[str, Grounds]:
    if at in targets:
        return targets[at], Grounds.HEADING if targets[at] else Grounds.NONE
    if at in by_content:
        return by_content[at], Grounds.CONTENT
    return NOT_READ, Grounds.NONE


def _by_heading(table: ImportTable) -> dict[int, str]:
    """Return the targets of columns by their headings, each field once."""
    claims: dict[str, list[tuple[int, int, int]]] = defaultdict(list)
    targets: dict[int, str] = {}
    for at, heading in enumerate(table.columns):
        found = target_of(heading)
        if found is None:
            continue
        target, rank = found
        if target in SEVERAL:
            targets[at] = target
        elif not _is_something_else(table, at, target):
            claims[target].append((rank, -_filled(table, at), at))
    for target, columns in claims.items():
        best = min(columns)[2]
        targets.update({at: target if at == best else NOT_READ for _rank, _empty, at in columns})
    return targets | dict.fromkeys(_needless_parts(table, targets), NOT_READ)


def _needless_parts(table: ImportTable, targets: dict[int, str]) -> list[int]:
    """Return the columns whose part of the address stands in the whole one too; a building may not."""
    whole = next((at for at, target in targets.items() if target == "address"), None)
    if whole is None:
        return []
    rows = [row.cells for row in table.rows[:_LOOKED_AT] if row.cells[whole]]
    parts = [at for at, target in targets.items() if target == ADDRESS_PART]
    return [at for at in parts if rows and all(cells[at] in cells[whole] for cells in rows)]


def _is_something_else(table: ImportTable, at: int, target: str) -> bool:
    """Tell whether the cells say another thing than the heading (連絡先 with addresses)."""
    looks = _looks_like(table, at)
    kinds = {name for name, _look in _LOOKS}
    return looks is not None and target in kinds | {"address", "representative", "name"} and looks != target


def _by_content(table: ImportTable, targets: dict[int, str]) -> dict[int, str]:
    found: dict[int, str] = {}
    for at in range(len(table.columns)):
        looks = None if at in targets else _looks_like(table, at)
        if looks is not None and looks not in targets.values() and looks not in found.values():
            found[at] = looks
    return found


def _looks_like(table: ImportTable, at: int) -> str | None:
    cells = [half_width(row.cells[at]) for row in table.rows[:_LOOKED_AT] if row.cells[at]]
    if not cells:
        return None
    for name, look in _LOOKS:
        if sum(bool(look(cell)) for cell in cells) >= _MOSTLY * len(cells):
            return name
    return None


def _filled(table: ImportTable, at: int) -> int:
    return sum(bool(row.cells[at]) for row in table.rows[:_LOOKED_AT])


def _samples(table: ImportTable, at: int) -> tuple[str, ...]:
    seen: dict[str, None] = {}
    for row in table.rows:
        if row.cells[at]:
            seen[row.cells[at]] = None
        if len(seen) == _SAMPLES:
            break
    return tuple(seen)
