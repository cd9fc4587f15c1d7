"""A check sheet as a row of the list, with what it is found by. No Qt."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from kyodo_desktop.base.i18n import _
from kyodo_desktop.japanese import folding
from kyodo_desktop.japanese.fiscal_year import format_fiscal_year
from kyodo_desktop.records.check_sheets import CheckSheetRecord
from kyodo_desktop.ui.pages.check_sheets.wording import title_words

KIND = "check_sheet"
"""The kind of record in the change log and among the drafts."""


@dataclass(frozen=True, slots=True)
class SheetRow:
    """One sheet with its keys to search; `is_due` from the day of its next check on."""

    record: CheckSheetRecord
    full_key: str
    bare_key: str
    is_due: bool = False

    @property
    def id(self) -> int:
        """The sheet's id."""
        return self.record.id

    @property
    def title(self) -> str:
        """The name of the project, or that it has none yet."""
        return title_words(self.record.title)

    @property
    def year(self) -> str:
        """The fiscal year in words."""
        return format_fiscal_year(self.record.fiscal_year)

    @property
    def partner(self) -> str:
        """The partner's name, or that there is none yet."""
        return self.record.partner_name or _("（相手未記入）")


def make_rows(records: Iterable[CheckSheetRecord], today: date | None = None) -> list[SheetRow]:
    """Return the rows of sheets, with `today` also which are due."""
    return [_make_row(record, today) for record in records]


def raw_text(row: SheetRow) -> str:
    """Return a sheet's own text, for words that fold to nothing."""
    record = row.record
    return "\n".join((record.title, record.partner_name, record.department, record.note))


def _make_row(record: CheckSheetRecord, today: date | None) -> SheetRow:
    parts = (
        record.title,
        record.partner_name,
        record.department,
        format_fiscal_year(record.fiscal_year),
        *(mark.note for mark in record.marks if mark.note),
        *(one.words for one in record.agreements),
        record.note,
    )
    return SheetRow(
        record,
        *folding.search_keys(parts),
        is_due=today is not None and record.next_check_on is not None and record.next_check_on <= today,
    )
