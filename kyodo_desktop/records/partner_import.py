"""What a file of partners would do to the register, row by row, before anything is written."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

from kyodo_desktop.base.i18n import N_
from kyodo_desktop.records.import_table import ImportTable

NOT_READ = ""
"""The target of a column that is left alone."""
PARTNER_ID = "id"
ADDRESS_PART = "address_part"
PUBLIC_FIELDS = "public_fields"
CLOSED = "closed"
SEVERAL = (NOT_READ, ADDRESS_PART, CLOSED, "note")
"""Targets that more than one column may have."""
ACTIVITY = "activity:"
"""Begins the target of a column with a tick for one 活動分野: `activity:3`."""


class RowState(StrEnum):
    """What would become of a row."""

    NEW = "new"
    CHANGED = "changed"
    SAME = "same"
    DOUBTFUL = "doubtful"
    WRONG = "wrong"


ROW_STATE_LABELS: dict[RowState, str] = {
    RowState.NEW: N_("新規"),
    RowState.CHANGED: N_("更新"),
    RowState.SAME: N_("同じ"),
    RowState.DOUBTFUL: N_("要確認"),
    RowState.WRONG: N_("誤り"),
}


class Grounds(StrEnum):
    """Why a field is proposed for a column."""

    NONE = "none"
    REMEMBERED = "remembered"
    HEADING = "heading"
    CONTENT = "content"


@dataclass(frozen=True, slots=True)
class ColumnProposal:
    """A column of a file, the field that is proposed for it, and a few of its values."""

    heading: str
    target: str
    grounds: Grounds
    samples: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class PlannedRow:
    """A row and what would become of it.

    `record_id` is the partner that would be changed, or that a doubtful row may be. `changed` names the
    fields that would change. `remarks` say what was read otherwise than it is written.
    """

    line: int
    name: str
    state: RowState
    reason: str = ""
    values: Mapping[str, Any] = field(default_factory=dict)
    record_id: int | None = None
    changed: tuple[str, ...] = ()
    remarks: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ImportPlan:
    """All rows of a table with what would become of them under one mapping of its columns."""

    table: ImportTable
    mapping: tuple[str, ...]
    rows: tuple[PlannedRow, ...]
    counts: Mapping[RowState, int] = field(default_factory=dict)

    @classmethod
    def of(cls, table: ImportTable, mapping: tuple[str, ...], rows: tuple[PlannedRow, ...]) -> "ImportPlan":
        """Make a plan and count its rows."""
        counted = Counter(row.state for row in rows)
        return cls(table, mapping, rows, {state: counted[state] for state in RowState})

    @property
    def to_write(self) -> int:
        """How many rows would be written."""
        return self.counts[RowState.NEW] + self.counts[RowState.CHANGED]


@dataclass(frozen=True, slots=True)
class ImportOutcome:
    """What an import did: the partners it wrote, and how many rows it left."""

    ids: tuple[int, ...]
    added: int
    changed: int
    left: int
