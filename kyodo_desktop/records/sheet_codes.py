"""The number of an issued sheet (`2026-S-00012`) and the code on each of its pages (`2026-S-00012/2`).

ASCII, because it is typed, scanned, sorted and used in file names; it names nobody. This is the one place
that writes and reads it: `str()` is what is printed, `read_page_code` takes exactly that and nothing else,
`read_typed_sheet` what a hand makes of it, in any width: `２０２６-Ｓ-12`, `r8-s-12`, `令和8年度 S 12`.
"""

import re
from dataclasses import dataclass

from kyodo_desktop.base.errors import InputError
from kyodo_desktop.japanese.digits import half_width
from kyodo_desktop.japanese.fiscal_year import parse_fiscal_year

LETTER = "S"
"""Stands where a receipt number has its programme's letter."""

_HYPHENS = re.compile(r"[-‐‑‒–—―−─ー]")
_GAP = r"(?:\s*-\s*|\s+)?"
_PRINTED = re.compile(rf"(\d{{4}})-{LETTER}-(\d{{5,6}})/(\d{{1,4}})", re.ASCII)
_TYPED = re.compile(
    rf"(?P<year>.+?){_GAP}{LETTER}{_GAP}(?P<serial>\d{{1,6}})(?:\s*/\s*(?P<page>\d{{1,4}}))?",
    re.ASCII | re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class SheetNumber:
    """Fiscal year and serial of an issued sheet; `str()` is how it is shown everywhere."""

    fiscal_year: int
    serial: int

    def __str__(self) -> str:
        return f"{self.fiscal_year}-{LETTER}-{self.serial:05d}"


@dataclass(frozen=True, slots=True)
class SheetCode:
    """One page of a sheet, from 1; `str()` is the text of the code printed on it.

    `page` is None where only the number was typed.
    """

    number: SheetNumber
    page: int | None

    def __str__(self) -> str:
        return str(self.number) if self.page is None else f"{self.number}/{self.page}"


def read_page_code(text: str) -> SheetCode | None:
    """Return what a printed code says, None if no page of ours ever carried that text."""
    match = _PRINTED.fullmatch(text)
    code = _code(match[1], match[2], match[3]) if match is not None else None
    return code if str(code) == text else None


def read_typed_sheet(text: str) -> SheetCode | None:
    """Return the sheet, and perhaps the page, that a person typed; None if it is no sheet's number."""
    match = _TYPED.fullmatch(_HYPHENS.sub("-", half_width(text)))
    return _code(match["year"], match["serial"], match["page"]) if match is not None else None


def _code(year: str, serial: str, page: str | None) -> SheetCode | None:
    number = int(serial)
    if not number or (page is not None and not int(page)):
        return None
    try:
        fiscal_year = parse_fiscal_year(year)
    except InputError:
        return None
    return SheetCode(SheetNumber(fiscal_year, number), None if page is None else int(page))
