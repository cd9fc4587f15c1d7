"""受付番号: the one place that writes and reads receipt numbers (`2026-T-003`).

ASCII, because it is typed, scanned, sorted and used in file names. What people type for it is taken in any
width: `2026-T-3`, `R8-T-3`, `令8 提 3`, `令和8年度 提 3`.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from kyodo_desktop.base.errors import InputError
from kyodo_desktop.japanese.digits import half_width
from kyodo_desktop.japanese.fiscal_year import parse_fiscal_year
from kyodo_desktop.programmes.programme import Programme

_HYPHENS = re.compile(r"[-‐‑‒–—―−─ー]")
_GAP = r"(?:\s*-\s*|\s+)?"


@dataclass(frozen=True, slots=True)
class ReceiptNumber:
    """Fiscal year, the programme's letter, serial; `str()` is how it is shown everywhere."""

    fiscal_year: int
    letter: str
    serial: int

    def __str__(self) -> str:
        return f"{self.fiscal_year}-{self.letter}-{self.serial:03d}"


def read_receipt(text: str, programmes: Iterable[Programme]) -> ReceiptNumber | None:
    """Return the receipt number typed as `text`, None if it is none of these programmes'."""
    letters = {sign: one.letter for one in programmes for sign in (one.letter, one.alias)}
    signs = "|".join(re.escape(sign) for sign in letters)
    match = re.fullmatch(
        rf"(?P<year>.+?){_GAP}(?P<sign>{signs}){_GAP}第?(?P<serial>\d{{1,6}})号?",
        _HYPHENS.sub("-", half_width(text)),
        re.IGNORECASE,
    )
    if match is None:
        return None
    try:
        year = parse_fiscal_year(match["year"])
    except InputError:
        return None
    return ReceiptNumber(year, letters[match["sign"].upper()], int(match["serial"]))
