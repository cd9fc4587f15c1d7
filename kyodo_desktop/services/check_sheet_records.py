"""From stored check sheets to records, their marks in the order of the paper."""

from typing import Any

from sqlalchemy import ColumnElement, UnaryExpression, select
from sqlalchemy.orm import Session, selectinload

from kyodo_desktop.base.errors import NotFoundError
from kyodo_desktop.base.i18n import _
from kyodo_desktop.forms import check_sheet_text
from kyodo_desktop.models import CheckSheet, Partner
from kyodo_desktop.records.check_sheets import (
    CheckAgreement,
    CheckFilling,
    CheckMarkRecord,
    CheckSheetRecord,
    FillWay,
    MarkValue,
    Moment,
    Side,
)


def read_check_sheets(
    session: Session, *where: ColumnElement[bool], first: UnaryExpression[Any] | None = None
) -> tuple[CheckSheetRecord, ...]:
    """Return the sheets that fulfil `where`, the last filled in first (or by `first`)."""
    newest = CheckSheet.updated_at.desc() if first is None else first
    rows = session.execute(
        select(CheckSheet, Partner.name)
        .outerjoin(Partner, Partner.id == CheckSheet.partner_id)
        .where(*where)
        .options(
            selectinload(CheckSheet.marks),
            selectinload(CheckSheet.fillings),
            selectinload(CheckSheet.agreements),
        )
        .order_by(newest, CheckSheet.id.desc())
    )
    return tuple(_record(sheet, name or "") for sheet, name in rows)


def read_check_sheet(session: Session, record_id: int) -> CheckSheetRecord:
    """Return one sheet, also from the wastebasket.

    Raises:
        NotFoundError: there is none.
    """
    found = read_check_sheets(session, CheckSheet.id == record_id)
    if not found:
        raise missing()
    return found[0]


def missing() -> NotFoundError:
    """Return the error for a sheet that is not there."""
    return NotFoundError(_("このチェックシートは、もうありません。一覧を開き直してください。"))


def _record(sheet: CheckSheet, partner_name: str) -> CheckSheetRecord:
    return CheckSheetRecord(
        id=sheet.id,
        fiscal_year=sheet.fiscal_year,
        title=sheet.title,
        version=sheet.version,
        collaboration_id=sheet.collaboration_id,
        partner_id=sheet.partner_id,
        partner_name=partner_name,
        department=sheet.department,
        marks=_marks(sheet),
        updated_at=sheet.updated_at,
        deleted=sheet.deleted_at is not None,
        proposal_id=sheet.proposal_id,
        next_check_on=sheet.next_check_on,
        fillings=_fillings(sheet),
        agreements=_agreements(sheet),
        note=sheet.note,
        boxes=len(check_sheet_text.load(sheet.version).items),
    )


def _fillings(sheet: CheckSheet) -> tuple[CheckFilling, ...]:
    """Return who filled in which column, in the order they stand on the paper."""
    found = {
        (row.moment, row.side): CheckFilling(
            Side(row.side), Moment(row.moment), row.filled_by, row.filled_on, FillWay(row.way)
        )
        for row in sheet.fillings
    }
    every = ((moment.value, side.value) for moment in Moment for side in Side)
    return tuple(found[column] for column in every if column in found)


def _agreements(sheet: CheckSheet) -> tuple[CheckAgreement, ...]:
    found = {row.item: CheckAgreement(row.item, row.words, row.agreed_on) for row in sheet.agreements}
    items = check_sheet_text.load(sheet.version).items
    return tuple(found[item.key] for item in items if item.key in found)


def _marks(sheet: CheckSheet) -> tuple[CheckMarkRecord, ...]:
    """Return the marks in the order of the paper: by item, then side, then moment."""
    items = [item.key for item in check_sheet_text.load(sheet.version).items]
    sides, moments = list(Side), list(Moment)
    marks = (
        CheckMarkRecord(
            item=mark.item,
            side=Side(mark.side),
            moment=Moment(mark.moment),
            value=None if mark.value is None else MarkValue(mark.value),
            note=mark.note,
        )
        for mark in sheet.marks
        if mark.item in items  # The office's own words of a version may have lost one.
    )
    return tuple(
        sorted(
            marks, key=lambda one: (items.index(one.item), sides.index(one.side), moments.index(one.moment))
        )
    )
