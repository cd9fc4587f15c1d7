"""The columns of 評価: kind, year, project, partner, 課, where it stands, what comes next."""

from collections.abc import Callable
from datetime import UTC, date, datetime
from functools import partial

from kyodo_desktop.base.clock import office_time
from kyodo_desktop.base.i18n import _
from kyodo_desktop.japanese.wareki import format_date
from kyodo_desktop.records.evaluations import EvaluationKind, EvaluationStand
from kyodo_desktop.ui.pages.check_sheets.evaluations.rows import EvaluationRow
from kyodo_desktop.ui.tables.columns import Cell, Column, Elide
from kyodo_desktop.ui.theme.tokens import Tone

_NEVER = datetime.min.replace(tzinfo=UTC)
_KINDS, _STANDS = tuple(EvaluationKind), tuple(EvaluationStand)


def make_columns(today: Callable[[], date]) -> tuple[Column[EvaluationRow], ...]:
    """Return the columns; what comes next is due from its day on."""
    return (
        Column("kind", _("種類"), lambda row: row.kind, 116, lambda row: _KINDS.index(row.record.draft.kind)),
        Column("fiscal_year", _("年度"), lambda row: row.year, 104, lambda row: row.record.draft.fiscal_year),
        Column(
            "title",
            _("事業名"),
            lambda row: row.title,
            None,
            None,
            lambda row: Cell(row.title, muted=not row.record.draft.title.strip()),
            elide=Elide.MIDDLE,
            least=144,
        ),
        Column("partner", _("相手"), lambda row: row.record.partner_name, 128, most=240),
        Column("department", _("課"), lambda row: row.record.draft.department, 116, most=200),
        Column("stand", _("段階"), lambda row: row.stand, 120, lambda row: _STANDS.index(row.record.stand)),
        Column("next", _("次の確認"), _next, 160, _next_key, partial(_next_cell, today)),
        Column(
            "updated",
            _("更新"),
            _updated,
            160,
            lambda row: row.record.updated_at or _NEVER,
            _updated_cell,
            shown=False,
        ),
    )


def _next(row: EvaluationRow) -> str:
    day = row.record.draft.next_on
    return format_date(day) if day is not None else ""


def _next_key(row: EvaluationRow) -> date:
    return row.record.draft.next_on or date.max


def _next_cell(today: Callable[[], date], row: EvaluationRow) -> Cell:
    day = row.record.draft.next_on
    if day is not None and day <= today():
        return Cell(_next(row), tone=Tone.DUE, meaning=_("その日になっています"))
    return Cell(_next(row), date=day)


def _updated(row: EvaluationRow) -> str:
    moment = row.record.updated_at
    return format_date(office_time(moment).date()) if moment is not None else ""


def _updated_cell(row: EvaluationRow) -> Cell:
    moment = row.record.updated_at
    return Cell(_updated(row), date=office_time(moment).date() if moment is not None else None)
