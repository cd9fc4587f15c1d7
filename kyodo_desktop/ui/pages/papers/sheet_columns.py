"""The columns of the lists of issued papers."""

from collections.abc import Callable
from datetime import date

from kyodo_desktop.base.i18n import _
from kyodo_desktop.japanese.sorting import sort_key
from kyodo_desktop.japanese.wareki import format_date
from kyodo_desktop.records.sheets import SheetState
from kyodo_desktop.ui.pages.papers.sheet_rows import SheetRow, day_of
from kyodo_desktop.ui.tables.columns import Cell, Column, Elide
from kyodo_desktop.ui.theme.tokens import Tone


def make_columns() -> tuple[Column[SheetRow], ...]:
    """Return the columns of all issued papers; the first sorts the newest to the top."""
    return (
        _number(),
        _title(),
        Column("state", _("段階"), lambda row: row.state, 124, _state_key, _state_cell),
        _owner(),
        Column("document_number", _("文書番号"), lambda row: row.sheet.document_number, 132, shown=False),
        Column("holder", _("渡した相手"), lambda row: row.sheet.holder, 132, shown=False),
        _day("day", _("段階の日"), lambda row: day_of(row.sheet)),
    )


def make_out_columns() -> tuple[Column[SheetRow], ...]:
    """Return the columns of the papers that are with somebody."""
    return (
        _number(),
        _title(),
        Column("holder", _("渡した相手"), lambda row: row.sheet.holder, 132, _holder_key, most=200),
        Column("due", _("戻る予定"), _due_words, 156, _due_key, _due_cell, right=True),
        _day("since", _("渡した日"), lambda row: row.sheet.awaited_since),
        _owner(),
    )


def _number() -> Column[SheetRow]:
    return Column("number", _("番号"), lambda row: row.sheet.number, 132, _number_key)


def _title() -> Column[SheetRow]:
    return Column(
        "title",
        _("様式"),
        lambda row: row.sheet.title,
        None,
        lambda row: sort_key(row.sheet.title),
        elide=Elide.MIDDLE,
        least=120,
    )


def _owner() -> Column[SheetRow]:
    return Column(
        "owner",
        _("団体・件名"),
        lambda row: row.sheet.owner_name,
        180,
        lambda row: sort_key(row.sheet.owner_name),
        elide=Elide.MIDDLE,
        most=320,
    )


def _day(key: str, title: str, day: Callable[[SheetRow], date | None]) -> Column[SheetRow]:
    def words(row: SheetRow) -> str:
        found = day(row)
        return format_date(found) if found is not None else ""

    return Column(
        key,
        title,
        words,
        156,
        lambda row: day(row) or date.min,
        lambda row: Cell(words(row), date=day(row)),
        right=True,
    )


def _number_key(row: SheetRow) -> object:
    year, _letter, serial = row.sheet.number.split("-")
    return -int(year), -int(serial)


def _holder_key(row: SheetRow) -> object:
    return sort_key(row.sheet.holder)


def _state_key(row: SheetRow) -> object:
    return list(SheetState).index(row.sheet.state)


def _state_cell(row: SheetRow) -> Cell:
    state = row.sheet.state
    if state is SheetState.VOID:
        return Cell(row.state, muted=True)
    if row.is_late:
        return Cell(row.state, tone=Tone.DUE, meaning=_("戻る予定を過ぎています"))
    return Cell(row.state, tone=Tone.DONE if state is SheetState.FILED else None)


def _due_words(row: SheetRow) -> str:
    return format_date(row.sheet.due_on) if row.sheet.due_on is not None else _("決めていません")


def _due_key(row: SheetRow) -> object:
    return row.sheet.due_on or date.max


def _due_cell(row: SheetRow) -> Cell:
    due, words = row.sheet.due_on, _due_words(row)
    if due is None:
        return Cell(words, muted=True)
    late = _("戻る予定を過ぎています") if row.is_late else ""
    return Cell(words, tone=Tone.DUE if row.is_late else None, date=due, meaning=late)
