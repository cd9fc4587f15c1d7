"""What commands print: JSON of records, lines for people, notes on stderr."""

import dataclasses
import json
import os
import sys
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from datetime import date, datetime, time
from typing import Any

from kyodo_desktop.base.errors import OutputError
from kyodo_desktop.base.i18n import _
from kyodo_desktop.base.reasons import reason_of


def shape(record: Any) -> Any:
    """Return a record as JSON can hold it: its fields by name, dates and times as ISO text."""
    if dataclasses.is_dataclass(record) and not isinstance(record, type):
        return {field.name: shape(getattr(record, field.name)) for field in dataclasses.fields(record)}
    if isinstance(record, date | datetime | time):
        return record.isoformat()
    if isinstance(record, list | tuple):
        return [shape(part) for part in record]
    if isinstance(record, frozenset):
        return sorted(shape(part) for part in record)
    return record


def tell_json(shapes: Any) -> None:
    """Print JSON on stdout."""
    say(json_text(shapes))


def json_text(shapes: Any) -> str:
    """Return JSON, Japanese as it is."""
    return json.dumps(shapes, ensure_ascii=False, indent=2)


def tell_rows(rows: Iterable[Sequence[object]]) -> None:
    """Print rows for a person to read: cells apart by a tab."""
    for row in rows:
        say("\t".join(str(cell).replace("\n", " ") for cell in row))


def say(words: object) -> None:
    """Print a line on stdout.

    Raises:
        OutputError: it cannot be written (a full disk behind `> FILE`).
    """
    with _writing():
        print(words, flush=True)


def say_bytes(data: bytes) -> None:
    """Print a file on stdout as it is, its line ends untouched.

    Raises:
        OutputError: it cannot be written.
    """
    with _writing():
        sys.stdout.flush()
        sys.stdout.buffer.write(data)
        sys.stdout.buffer.flush()


def finish() -> None:
    """Write out what still waits to be written.

    Raises:
        OutputError: it cannot be written.
    """
    with _writing():
        sys.stdout.flush()


@contextmanager
def _writing() -> Iterator[None]:
    try:
        yield
    except BrokenPipeError:
        raise
    except OSError as error:
        give_up_stdout()
        raise OutputError(
            _("結果を書き出せませんでした（{reason}）。書き出す先の空きを確かめてください。").format(
                reason=reason_of(error)
            )
        ) from error


def give_up_stdout() -> None:
    """Let what is left go nowhere; else the interpreter complains when it flushes at its end."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def note(words: object) -> None:
    """Print a note on stderr."""
    print(words, file=sys.stderr)
