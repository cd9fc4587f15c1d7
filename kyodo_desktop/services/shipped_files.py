"""Reading the shipped lists so that a slip in one, made by a person, is told with file and place."""

import csv
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from kyodo_desktop.base import resources
from kyodo_desktop.base.errors import ResourceError
from kyodo_desktop.base.i18n import _


def misfit(name: str, words: str) -> ResourceError:
    """Return the error for a resource whose parts do not fit together."""
    sentence = _("プログラムの部品「resources/{name}」が合っていません（{words}）。直してください。")
    return ResourceError(sentence.format(name=name, words=words))


def rows(name: str, columns: Sequence[str]) -> Iterator[tuple[int, dict[str, str]]]:
    """Give each row of a CSV file with its line; a mark that a spreadsheet put in front is passed over.

    Raises:
        ResourceError: the columns are others, or a row has too few or too many cells.
    """
    reader = csv.DictReader(resources.read_text(name).removeprefix("\ufeff").splitlines())
    if list(reader.fieldnames or ()) != list(columns):
        raise misfit(name, _("1行目は {columns} です").format(columns=",".join(columns)))
    for row in reader:
        if None in row or None in row.values():
            raise misfit(name, _("{line}行目の列の数がちがいます").format(line=reader.line_num))
        yield reader.line_num, row


class Table:
    """An object of a JSON or TOML file; what it lacks, or has in another shape, is told with its place."""

    def __init__(self, name: str, table: object, where: str = "") -> None:
        self._name, self._where = name, where
        if not isinstance(table, Mapping):
            raise self._wrong(_("項目の並びではありません"))
        self._table: Mapping[str, Any] = table

    def text(self, key: str, default: str | None = None) -> str:
        """Return a text."""
        return str(self._value(key, str, default))

    def number(self, key: str) -> int:
        """Return a whole number."""
        return int(self._value(key, int))

    def flag(self, key: str) -> bool:
        """Return true or false; false where it is not said."""
        return bool(self._value(key, bool, default=False))

    def texts(self, key: str) -> tuple[str, ...]:
        """Return a list of texts."""
        found = self._value(key, list)
        if not all(isinstance(one, str) for one in found):
            raise self._wrong(key)
        return tuple(found)

    def tables(self, key: str) -> Iterator["Table"]:
        """Give each object of a list."""
        for place, table in enumerate(self._value(key, list), 1):
            yield Table(self._name, table, f"{self._where}{key} {place} ")

    def _value(self, key: str, kind: type, default: object = None) -> Any:
        value = self._table.get(key, default)
        # To Python, true is a number too.
        if not isinstance(value, kind) or (kind is int and isinstance(value, bool)):
            raise self._wrong(key)
        return value

    def _wrong(self, what: str) -> ResourceError:
        words = _("{what} がないか、形がちがいます").format(what=f"{self._where}{what}")
        return misfit(self._name, words)
