"""The same counts as a table: an item and a year a row."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial

from kyodo_desktop.base.i18n import _
from kyodo_desktop.japanese.fiscal_year import format_fiscal_year
from kyodo_desktop.records.trends import CHECK_ASPECTS, Aspect, ItemTrend, Trends, place_words, version_words
from kyodo_desktop.ui.pages.check_sheets.trends.wording import SHORT_ASPECTS, short_share
from kyodo_desktop.ui.tables.columns import Cell, Column

_COUNT, _WIDER = 66, 76


@dataclass(frozen=True, slots=True)
class TrendRow:
    """One item in one year; `at` is the item's place in the chart."""

    id: int
    at: int
    line: ItemTrend
    year: int


def make_rows(trends: Trends, aspect: Aspect) -> Iterator[TrendRow]:
    """Yield the rows in the order of the paper, each item's years one after the other."""
    lines, years = trends.lines(aspect), trends.told_years(aspect)
    for at, line in enumerate(lines):
        for place, year in enumerate(years):
            yield TrendRow(at * len(years) + place + 1, at, line, year)


def check_columns() -> tuple[Column[TrendRow], ...]:
    """Return the columns of the items of check sheets."""
    return (
        Column("item", _("項目"), lambda row: place_words(row.line.item), None, _place, least=80),
        _year(),
        *(_share(aspect, _WIDER if aspect is Aspect.TALKED else _COUNT) for aspect in CHECK_ASPECTS),
    )


def evaluation_columns() -> tuple[Column[TrendRow], ...]:
    """Return the columns of the items of evaluations."""
    return (
        Column("item", _("項目"), _item_words, None, _place, least=144),
        _year(),
        _share(Aspect.EVALUATION, 120),
    )


def _item_words(row: TrendRow) -> str:
    return f"{version_words(row.line.item)} {row.line.item.text}".lstrip()


def _place(row: TrendRow) -> int:
    return row.id


def _year() -> Column[TrendRow]:
    return Column(
        "fiscal_year", _("年度"), lambda row: format_fiscal_year(row.year), 92, lambda row: row.year
    )


def _share(aspect: Aspect, width: int) -> Column[TrendRow]:
    count: Callable[[TrendRow], Cell] = partial(_cell, aspect)
    return Column(
        aspect.value,
        _(SHORT_ASPECTS[aspect]),
        lambda row: count(row).text,
        width,
        lambda row: (row.line.share(row.year, aspect).found, row.line.share(row.year, aspect).of),
        count,
        right=True,
    )


def _cell(aspect: Aspect, row: TrendRow) -> Cell:
    share = row.line.share(row.year, aspect)
    return Cell(short_share(share), muted=not share.found)
