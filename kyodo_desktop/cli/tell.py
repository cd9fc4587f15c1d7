"""What commands print: JSON of records, lines for people, notes on stderr."""

import dataclasses
import json
import sys
from collections.abc import Iterable, Sequence
from datetime import date, datetime
from typing import Any


def shape(record: Any) -> Any:
    """Return a record as JSON can hold it: its fields by name, dates as ISO text."""
    if dataclasses.is_dataclass(record) and not isinstance(record, type):
        return {field.name: shape(getattr(record, field.name)) for field in dataclasses.fields(record)}
    if isinstance(record, date | datetime):
        return record.isoformat()
    if isinstance(record, list | tuple):
        return [shape(part) for part in record]
    return record


def tell_json(shapes: Any) -> None:
    """Print JSON on stdout, Japanese as it is."""
    print(json.dumps(shapes, ensure_ascii=False, indent=2))


def tell_rows(rows: Iterable[Sequence[object]]) -> None:
    """Print rows for a person to read: cells apart by a tab."""
    for row in rows:
        print("\t".join(str(cell).replace("\n", " ") for cell in row))


def say(words: object) -> None:
    """Print a line on stdout, at once."""
    print(words, flush=True)


def note(words: object) -> None:
    """Print a note on stderr."""
    print(words, file=sys.stderr)
