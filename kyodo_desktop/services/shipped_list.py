"""The shipped list of a fiscal year, as its files in `resources/collaborations` have it.

Three kinds of files, that a person can read and correct: the entries (`2018.json`, verbatim from the
handbook), who is meant in each cell (`2018-links.csv`), and the partners with their fixed keys
(`partners.csv`, `partner-pairs.csv`). What does not fit together is refused with file and line.
"""

from collections import Counter
from dataclasses import dataclass

from kyodo_desktop.base import resources
from kyodo_desktop.base.i18n import _
from kyodo_desktop.records.partners import PartnerKind
from kyodo_desktop.services.shipped_files import Table, misfit, rows

_FOLDER = "collaborations"
_PARTNERS, _PAIRS = f"{_FOLDER}/partners.csv", f"{_FOLDER}/partner-pairs.csv"


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
    name = "departments.toml"
    return Table(name, resources.read_toml(name)).texts("departments")


def shipped_partners() -> tuple[ShippedPartner, ...]:
    """Return the partners by key."""
    found: dict[str, ShippedPartner] = {}
    for line, row in rows(_PARTNERS, ("key", "name", "kana", "estimated_kind")):
        kind = row["estimated_kind"]
        if kind and kind not in list(PartnerKind):
            raise misfit(
                _PARTNERS, _("{line}行目の {kind} という区分はありません").format(line=line, kind=kind)
            )
        if row["key"] in found:
            raise misfit(_PARTNERS, _("{line}行目の {key} は二度目です").format(line=line, key=row["key"]))
        found[row["key"]] = ShippedPartner(
            row["key"], row["name"], row["kana"], PartnerKind(kind) if kind else None
        )
    return tuple(found.values())


def shipped_pairs() -> tuple[ShippedPair, ...]:
    """Return the pairs that are likely the same."""
    known = {partner.key for partner in shipped_partners()}
    pairs = []
    for line, row in rows(_PAIRS, ("first", "second", "reason")):
        for key in (row["first"], row["second"]):
            if key not in known:
                raise misfit(
                    _PAIRS, _("{line}行目の {key} という団体はありません").format(line=line, key=key)
                )
        pairs.append(ShippedPair(**row))
    return tuple(pairs)


def shipped_list(fiscal_year: int) -> ShippedList:
    """Return a year's list with its links.

    Raises:
        ResourceError: a file is missing, or a link fits no entry, no cell or no partner.
    """
    name = f"{_FOLDER}/{fiscal_year}.json"
    data = Table(name, resources.read_json(name))
    links = _links(fiscal_year)
    entries = tuple(_entry(row, links) for row in data.tables("entries"))
    if links:
        number, cell = next(iter(links))
        words = _("番号{number}に{cell}番目の相手はありません").format(number=number, cell=cell)
        raise misfit(_links_name(fiscal_year), words)
    numbers = Counter(entry.number for entry in entries)
    for number, times in numbers.items():
        if times > 1:
            raise misfit(name, _("番号{number}が二度あります").format(number=number))
    return ShippedList(
        data.number("fiscal_year"), data.text("source"), data.text("title"), data.text("preface"), entries
    )


def _entry(row: Table, links: _Links) -> ShippedEntry:
    number = row.number("number")
    cells = tuple(
        ShippedCell(cell.text("text"), cell.text("form"), tuple(links.pop((number, position), ())))
        for position, cell in enumerate(row.tables("participations"), 1)
    )
    return ShippedEntry(
        number=number,
        departments=row.texts("departments"),
        title=row.text("title"),
        cells=cells,
        page=row.number("page"),
        note=row.text("note", ""),
        note_doubtful=row.flag("note_doubtful"),
    )


def _links_name(fiscal_year: int) -> str:
    return f"{_FOLDER}/{fiscal_year}-links.csv"


def _links(fiscal_year: int) -> _Links:
    file = _links_name(fiscal_year)
    names = {partner.key: partner.name for partner in shipped_partners()}
    links: _Links = {}
    for line, row in rows(file, ("number", "cell", "partner", "name", "unit")):
        # The name stands beside the key for the person who reads the file; the two must agree.
        if names.get(row["partner"]) != row["name"]:
            words = _("{line}行目の {key} は「{name}」ではありません")
            raise misfit(file, words.format(line=line, key=row["partner"], name=row["name"]))
        if not (row["number"].isdecimal() and row["cell"].isdecimal()):
            raise misfit(file, _("{line}行目の番号が数ではありません").format(line=line))
        place = int(row["number"]), int(row["cell"])
        links.setdefault(place, []).append(ShippedLink(row["partner"], row["unit"]))
    return links
