"""The shipped list of a fiscal year, as its files in `resources/collaborations` have it.

Three kinds of files, that a person can read and correct: the entries (`2018.json`, verbatim from the
handbook), who is meant in each cell (`2018-links.csv`), and the partners with their fixed keys
(`partners.csv`, `partner-pairs.csv`). What does not fit together is refused with file and line.
"""

import csv
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from kyodo_desktop.base import resources
from kyodo_desktop.base.errors import ResourceError
from kyodo_desktop.base.i18n import _
from kyodo_desktop.records.partners import PartnerKind

_FOLDER = "collaborations"


@dataclass(frozen=True, slots=True)
class ShippedPartner:
    """A partner with the key that stays its own through every upgrade."""

    key: str
    name: str
    kana: str
    estimated_kind: PartnerKind | None


@dataclass(frozen=True, slots=True)
class ShippedPair:
    """Two partners, by key, that a person should look at."""

    first: str
    second: str
    reason: str


@dataclass(frozen=True, slots=True)
class ShippedLink:
    """A partner, by key, that a cell means, and its 部署名."""

    partner: str
    unit: str


@dataclass(frozen=True, slots=True)
class ShippedCell:
    """A partner cell, verbatim."""

    text: str
    form: str
    links: tuple[ShippedLink, ...]


@dataclass(frozen=True, slots=True)
class ShippedEntry:
    """A numbered row of the printed list."""

    number: int
    departments: tuple[str, ...]
    title: str
    cells: tuple[ShippedCell, ...]
    page: int
    note: str
    note_doubtful: bool


@dataclass(frozen=True, slots=True)
class ShippedList:
    """The list of one fiscal year and where it stands printed."""

    fiscal_year: int
    source: str
    title: str
    preface: str
    entries: tuple[ShippedEntry, ...]


_Links = dict[tuple[int, int], list[ShippedLink]]


def shipped_departments() -> tuple[str, ...]:
    """Return the 課 in the list's order."""
    return tuple(resources.read_toml("departments.toml")["departments"])


def shipped_partners() -> tuple[ShippedPartner, ...]:
    """Return the partners by key."""
    return tuple(
        ShippedPartner(
            row["key"],
            row["name"],
            row["kana"],
            PartnerKind(row["estimated_kind"]) if row["estimated_kind"] else None,
        )
        for _line, row in _rows("partners.csv")
    )


def shipped_pairs() -> tuple[ShippedPair, ...]:
    """Return the pairs that are likely the same."""
    return tuple(ShippedPair(**row) for _line, row in _rows("partner-pairs.csv"))


def shipped_list(fiscal_year: int) -> ShippedList:
    """Return a year's list with its links.

    Raises:
        ResourceError: a file is missing, or a link fits no entry, no cell or no partner.
    """
    data = resources.read_json(f"{_FOLDER}/{fiscal_year}.json")
    links = _links(fiscal_year)
    entries = tuple(_entry(row, links) for row in data["entries"])
    if links:
        number, cell = next(iter(links))
        words = _("番号{number}に{cell}番目の相手はありません").format(number=number, cell=cell)
        raise _misfit(f"{fiscal_year}-links.csv", words)
    return ShippedList(data["fiscal_year"], data["source"], data["title"], data["preface"], entries)


def _entry(row: Mapping[str, Any], links: _Links) -> ShippedEntry:
    cells = tuple(
        ShippedCell(cell["text"], cell["form"], tuple(links.pop((row["number"], position), ())))
        for position, cell in enumerate(row["participations"], 1)
    )
    return ShippedEntry(
        number=row["number"],
        departments=tuple(row["departments"]),
        title=row["title"],
        cells=cells,
        page=row["page"],
        note=row.get("note", ""),
        note_doubtful=row.get("note_doubtful", False),
    )


def _links(fiscal_year: int) -> _Links:
    file = f"{fiscal_year}-links.csv"
    names = {partner.key: partner.name for partner in shipped_partners()}
    links: _Links = {}
    for line, row in _rows(file):
        # The name stands beside the key for the person who reads the file; the two must agree.
        if names.get(row["partner"]) != row["name"]:
            words = _("{line}行目の {key} は「{name}」ではありません")
            raise _misfit(file, words.format(line=line, key=row["partner"], name=row["name"]))
        place = int(row["number"]), int(row["cell"])
        links.setdefault(place, []).append(ShippedLink(row["partner"], row["unit"]))
    return links


def _rows(file: str) -> Iterator[tuple[int, dict[str, str]]]:
    """Give each row with its line; a mark that a spreadsheet put before the first column is passed over."""
    text = resources.read_text(f"{_FOLDER}/{file}").removeprefix("\ufeff")
    reader = csv.DictReader(text.splitlines())
    for row in reader:
        yield reader.line_num, row


def _misfit(file: str, words: str) -> ResourceError:
    sentence = _("プログラムの部品「resources/{folder}/{file}」が合っていません（{words}）。直してください。")
    return ResourceError(sentence.format(folder=_FOLDER, file=file, words=words))
