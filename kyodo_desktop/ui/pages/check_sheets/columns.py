"""The columns of チェックシート: year, project, partner, 課, what is filled in, next check, last change."""

from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime
from functools import partial

from kyodo_desktop.base.clock import office_time
from kyodo_desktop.base.i18n import _
from kyodo_desktop.japanese.fiscal_year import fiscal_year
from kyodo_desktop.japanese.wareki import format_month_day, format_short_date
from kyodo_desktop.records.check_sheets import Moment, Side
from kyodo_desktop.ui.pages.check_sheets.filled import COLUMNS, filled_words, gauge_painter
from kyodo_desktop.ui.pages.check_sheets.rows import SheetRow
from kyodo_desktop.ui.pages.check_sheets.wording import short_place
from kyodo_desktop.ui.tables.columns import Cell, Column, Elide
from kyodo_desktop.ui.theme.tokens import Tone

_NEVER = datetime.min.replace(tzinfo=UTC)


def make_columns(today: Callable[[], date]) -> tuple[Column[SheetRow], ...]:
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
            least=120,
        ),
        Column("partner", _("相手"), lambda row: row.record.partner_name, 128, most=240),
        Column("department", _("課"), lambda row: row.record.department, 116, most=200),
        *_filled_columns(),
        Column(
            "next_check",
            _("次の確認"),
            partial(_next_check, today),
            104,
            lambda row: row.record.next_check_on or date.max,
            partial(_next_check_cell, today),
        ),
        Column(
            "updated",
            _("更新"),
            partial(_updated, today),
            84,
            lambda row: row.record.updated_at or _NEVER,
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


def _next_check(today: Callable[[], date], row: SheetRow) -> str:
    day = row.record.next_check_on
    return _day_words(today(), day) if day is not None else ""


def _next_check_cell(today: Callable[[], date], row: SheetRow) -> Cell:
    meaning = _("確認の日が来ています") if row.is_due else ""
    return Cell(_next_check(today, row), tone=Tone.DUE if row.is_due else None, meaning=meaning)


def _updated(today: Callable[[], date], row: SheetRow) -> str:
    moment = row.record.updated_at
    return _day_words(today(), office_time(moment).date()) if moment is not None else ""


def _day_words(today: date, day: date) -> str:
    """Return a day, with its year where that is not the present fiscal year."""
    return format_month_day(day) if fiscal_year(day) == fiscal_year(today) else format_short_date(day)
