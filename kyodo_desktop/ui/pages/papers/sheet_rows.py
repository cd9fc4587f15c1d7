"""An issued paper as a row of a list: what it is found by, and how it stands today. No Qt."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from kyodo_desktop.base.clock import office_time
from kyodo_desktop.base.i18n import _
from kyodo_desktop.japanese import folding
from kyodo_desktop.records.sheets import SHEET_STATE_LABELS, IssuedSheet, SheetState

KIND = "issued_sheet"
"""The kind of record in the change log."""


@dataclass(frozen=True, slots=True)
class SheetRow:
    """One issued paper; `is_late` tells that it should have come back before today."""

    sheet: IssuedSheet
    is_late: bool
    full_key: str
    bare_key: str

    @property
    def id(self) -> int:
        """The sheet's id."""
        return self.sheet.id

    @property
    def state(self) -> str:
        """The state in words."""
        return _(SHEET_STATE_LABELS[self.sheet.state])

    @property
    def year(self) -> int:
        """The fiscal year that its number begins with."""
        return int(self.sheet.number.split("-")[0])


def make_rows(sheets: Iterable[IssuedSheet], today: date) -> list[SheetRow]:
    """Return the rows of issued papers as they stand on a day."""
    return [
        SheetRow(sheet, sheet.is_late_on(today), *folding.search_keys(_searched(sheet))) for sheet in sheets
    ]


def raw_text(row: SheetRow) -> str:
    """Return a paper's own text, for words that fold to nothing."""
    return "\n".join(_searched(row.sheet))


def day_of(sheet: IssuedSheet) -> date:
    """Return the day of the last step of its life."""
    days = {
        SheetState.PRINTED: sheet.printed_on,
        SheetState.AWAITED: sheet.awaited_since,
        SheetState.RECEIVED: sheet.received_on,
        SheetState.FILED: sheet.filed_on,
        SheetState.VOID: sheet.void_on,
    }
    return days.get(sheet.state) or office_time(sheet.made_at).date()


def _searched(sheet: IssuedSheet) -> tuple[str, ...]:
    # The number without its zeros as well: 2026-S-12 finds 2026-S-00012.
    year, letter, serial = sheet.number.split("-")
    short = f"{year}-{letter}-{int(serial)}"
    return (
        sheet.number,
        short,
        sheet.document_number,
        sheet.title,
        sheet.owner_name,
        sheet.holder,
        sheet.note,
    )
