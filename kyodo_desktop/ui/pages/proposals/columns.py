"""The columns of 提案受付."""

from collections.abc import Callable
from datetime import date, timedelta
from functools import partial

from kyodo_desktop.base.clock import office_time
from kyodo_desktop.base.i18n import _
from kyodo_desktop.japanese.fiscal_year import fiscal_year, format_fiscal_year
from kyodo_desktop.japanese.sorting import sort_key
from kyodo_desktop.japanese.wareki import format_date, format_month_day, format_short_date
from kyodo_desktop.japanese.yen import format_yen
from kyodo_desktop.records.proposals import ProposalStage
from kyodo_desktop.ui.pages.proposals.case_rows import standing_tone
from kyodo_desktop.ui.pages.proposals.rows import ProposalRow
from kyodo_desktop.ui.tables.columns import Cell, Column, Elide
from kyodo_desktop.ui.theme.tokens import Tone

_SOON = 7
"""A 期限 is marked from so many days before it."""


def make_columns(today: Callable[[], date]) -> tuple[Column[ProposalRow], ...]:
    """Return the columns; the first sorts the drafts and then the newest number to the top."""
    return (
        Column(
            "number", _("受付番号"), lambda row: row.record.receipt_number, 104, _number_key, _number_cell
        ),
        Column("partner", _("団体"), lambda row: row.partner, 144, lambda row: sort_key(row.partner)),
        Column(
            "title",
            _("事業名"),
            lambda row: row.title,
            None,
            lambda row: sort_key(row.title),
            elide=Elide.MIDDLE,
        ),
        Column("amount", _("申請額"), _amount, 84, _amount_key, right=True),
        Column("stage", _("段階"), _stage_words, 160, lambda row: row.place, _stage_cell),
        Column("opinions", _("所見"), _opinions, 48, lambda row: row.case.opinions if row.case else (0, 0)),
        Column("due", _("期限"), partial(_due_words, today), 92, _due_key, partial(_due_cell, today)),
        Column("day", _("受付日・更新日"), _day_words, 156, day_of, _day_cell, right=True),
        *_more_columns(),
    )


def _more_columns() -> tuple[Column[ProposalRow], ...]:
    """Return the columns that are there to be chosen."""
    return (
        Column("programme", _("制度"), lambda row: row.programme_title, 116, muted=True, shown=False),
        Column(
            "fiscal_year",
            _("年度"),
            lambda row: (
                format_fiscal_year(row.record.draft.fiscal_year) if row.record.draft.fiscal_year else ""
            ),
            96,
            lambda row: row.record.draft.fiscal_year,
            shown=False,
        ),
        Column("contact", _("連絡担当者"), lambda row: row.record.draft.contact_name, 120, shown=False),
        Column("phone", _("電話"), lambda row: row.record.draft.contact_phone, 108, shown=False),
        _day_column("starts_on", _("始まり"), lambda row: row.record.draft.starts_on),
        _day_column("ends_on", _("終わり"), lambda row: row.record.draft.ends_on),
        _day_column("accepted_on", _("受理した日"), lambda row: row.record.accepted_on),
        Column("received_by", _("受け付けた人"), lambda row: row.record.draft.received_by, 104, shown=False),
    )


def _day_column(key: str, label: str, day: Callable[[ProposalRow], date | None]) -> Column[ProposalRow]:
    def cell(row: ProposalRow) -> Cell:
        on = day(row)
        return Cell("") if on is None else Cell(format_date(on), date=on)

    return Column(
        key, label, lambda row: cell(row).text, 156, lambda row: day(row) or date.min, cell, shown=False
    )


def day_of(row: ProposalRow) -> date:
    """Return the day of the 受付, before that the day of the last change."""
    moment = row.record.received_at or row.record.updated_at
    return office_time(moment).date() if moment is not None else date.min


def _number_key(row: ProposalRow) -> object:
    record = row.record
    if record.serial is None and not record.past:
        return (0, 0, "", -record.id)
    return (1, -record.draft.fiscal_year, record.receipt_number.rsplit("-", 1)[0], -(record.serial or 0))


def _number_cell(row: ProposalRow) -> Cell:
    if row.record.past:
        return Cell(_("以前の事業"), muted=True)
    number = row.record.receipt_number
    return Cell(number) if number else Cell(_("まだ"), muted=True)


def _amount(row: ProposalRow) -> str:
    amount = row.record.draft.amount
    return format_yen(amount) if amount is not None else ""


def _amount_key(row: ProposalRow) -> object:
    amount = row.record.draft.amount
    return -1 if amount is None else amount


def _stage_words(row: ProposalRow) -> str:
    return _("{stage} 締切後").format(stage=row.stage) if row.record.late else row.stage


def _stage_cell(row: ProposalRow) -> Cell:
    stage, pill = row.record.stage, _("締切後") if row.record.late else ""
    if stage is ProposalStage.DRAFT or row.record.past:
        return Cell(row.stage, muted=True)
    if row.case is not None and (stage is ProposalStage.ACCEPTED or row.case.ended):
        tone = standing_tone(row.case)
        return Cell(row.stage, pill, tone, muted=row.case.ended and tone is None)
    if stage is ProposalStage.ACCEPTED:
        return Cell(row.stage, pill, Tone.DONE)
    return Cell(row.stage, pill, Tone.DUE if row.has_open_problems else None)


def _opinions(row: ProposalRow) -> str:
    received, asked = row.case.opinions if row.case is not None else (0, 0)
    return f"{received}/{asked}" if asked else ""


def _due_words(today: Callable[[], date], row: ProposalRow) -> str:
    """Return the day, with its year where that is not the present one."""
    day = row.case.due_on if row.case is not None else None
    if day is None:
        return ""
    return format_month_day(day) if fiscal_year(day) == fiscal_year(today()) else format_short_date(day)


def _due_key(row: ProposalRow) -> object:
    return (row.case.due_on if row.case is not None else None) or date.max


def _due_cell(today: Callable[[], date], row: ProposalRow) -> Cell:
    case = row.case
    if case is None or case.due_on is None:
        return Cell("")
    is_near = case.due_on <= today() + timedelta(days=_SOON)
    return Cell(_due_words(today, row), "", Tone.DUE if is_near else None, meaning=case.due_words)


def _day_words(row: ProposalRow) -> str:
    day = day_of(row)
    return format_date(day) if day != date.min else ""


def _day_cell(row: ProposalRow) -> Cell:
    day = day_of(row)
    is_draft = row.record.stage is ProposalStage.DRAFT
    return Cell(_day_words(row), muted=is_draft, date=day if day != date.min else None)
