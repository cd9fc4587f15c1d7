"""What the change log tells: one act of the clerk, and its fields."""

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class Change:
    """One field of one record that an act changed; values as JSON-able data, None where there was none."""

    kind: str
    record_id: int
    field: str
    before: object
    after: object


@dataclass(frozen=True, slots=True)
class ChangeSetRecord:
    """One act of the clerk: when (UTC), who, and in words what was done."""

    id: int
    moment: datetime
    who: str
    what: str
    changes: tuple[Change, ...] = ()
    undoes: int | None = None


@dataclass(frozen=True, slots=True)
class Touched:
    """What a committed act touched, as listeners hear it: the kind of record and its id."""

    kind: str
    record_id: int
