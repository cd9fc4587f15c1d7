"""The columns of チェックシート: year, project, partner, 課, what is filled in, when it was last."""

from collections.abc import Iterator
from datetime import UTC, datetime
from functools import partial

from kyodo_desktop.base.clock import office_time
from kyodo_desktop.base.i18n import _
from kyodo_desktop.japanese.wareki import format_date
from kyodo_desktop.records.check_sheets import Moment, Side
from kyodo_desktop.ui.pages.check_sheets.filled import COLUMNS, filled_words, gauge_painter
from kyodo_desktop.ui.pages.check_sheets.rows import SheetRow
from kyodo_desktop.ui.pages.check_sheets.wording import short_place
from kyodo_desktop.ui.tables.columns import Cell, Column, Elide

_NEVER = datetime.min.replace(tzinfo=UTC)


def make_columns() -> tuple[Column[SheetRow], ...]:
    """Return the columns."""
    return (
        Column("fiscal_year", _("年度"), lambda row: row.year, 104, lambda row: row.record.fiscal_year),
        Column(
            "title",
            _("事業名"),
            lambda row: row.title,
            None,
            None,
            _title_cell,
            elide=Elide.MIDDLE,
            least=144,
        ),
        Column("partner", _("相手"), lambda row: row.record.partner_name, 128, most=240),
        Column("department", _("課"), lambda row: row.record.department, 116, most=200),
        *_filled_columns(),
        Column(
            "updated",
            _("更新"),
            _updated,
            160,
            lambda row: row.record.updated_at or _NEVER,
            _updated_cell,
        ),
    )


def _filled_columns() -> Iterator[Column[SheetRow]]:
    for moment, side in COLUMNS:
        count = partial(_filled, moment, side)
        yield Column(
            f"{side.value}_{moment.value}",
            short_place(moment, side),
            partial(_count_words, moment, side),
            62,
            count,
            paint=gauge_painter(count, _boxes),
        )


def _filled(moment: Moment, side: Side, row: SheetRow) -> int:
    return row.record.filled(side, moment)


def _count_words(moment: Moment, side: Side, row: SheetRow) -> str:
    return filled_words(row.record.filled(side, moment), row.record.boxes)


def _boxes(row: SheetRow) -> int:
    return row.record.boxes


def _title_cell(row: SheetRow) -> Cell:
    return Cell(row.title, muted=not row.record.title.strip())


def _updated(row: SheetRow) -> str:
    moment = row.record.updated_at
    return format_date(office_time(moment).date()) if moment is not None else ""


def _updated_cell(row: SheetRow) -> Cell:
    moment = row.record.updated_at
    return Cell(_updated(row), date=office_time(moment).date() if moment is not None else None)
