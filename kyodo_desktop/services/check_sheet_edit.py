"""From a draft to a check sheet: what is checked, and how the marks that stay the same are kept."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from sqlalchemy.orm import Session

from kyodo_desktop.base.errors import InputError
from kyodo_desktop.base.i18n import _
from kyodo_desktop.forms import check_sheet_text
from kyodo_desktop.japanese.fiscal_year import refuse_strange_year
from kyodo_desktop.models import CheckFilling, CheckMark, CheckSheet, Collaboration, Partner, Proposal
from kyodo_desktop.records.check_sheets import CheckFilling as FillingRecord
from kyodo_desktop.records.check_sheets import CheckMarkRecord, CheckSheetDraft, FillWay
from kyodo_desktop.services.merge_links import living_id
from kyodo_desktop.services.personal_numbers import refuse_my_number

_Box = tuple[str, str, str]


def apply_draft(session: Session, sheet: CheckSheet, draft: CheckSheetDraft, today: date) -> bool:
    """Make the sheet what the draft says; tell whether that changed anything.

    Where a column gets its first mark and nobody says when, it was filled in `today`.

    Raises:
        InputError: something of the draft cannot be taken; nothing is changed then.
    """
    draft = replace(draft, partner_id=living_id(session, draft.partner_id))
    refuse_my_number(draft, _("このチェックシート"))
    refuse_strange_year(draft.fiscal_year)
    marks = _boxes(draft)
    with session.no_autoflush:
        before = _state(sheet)
        if draft.fiscal_year != sheet.fiscal_year and not marks and not sheet.agreements:
            # Nothing hangs on the former year's items yet.
            sheet.version = version_of(draft)
        _check(session, sheet, draft)
        sheet.fiscal_year, sheet.title, sheet.department = draft.fiscal_year, draft.title, draft.department
        sheet.collaboration_id, sheet.partner_id = draft.collaboration_id, draft.partner_id
        sheet.proposal_id = draft.proposal_id
        sheet.note = (sheet.note or "") if draft.note is None else draft.note.strip()
        rows = {(row.item, row.side, row.moment): row for row in sheet.marks}
        sheet.marks[:] = [rows.get(box) or _blank(box) for box in marks]
        for row in sheet.marks:
            mark = marks[(row.item, row.side, row.moment)]
            row.value = None if mark.value is None else mark.value.value
            row.note = mark.note
        _apply_fillings(sheet, draft, today)
        return _state(sheet) != before


def version_of(draft: CheckSheetDraft) -> int:
    """Return in which version a new sheet is kept: that of its marks, else the one that holds in its year.

    Raises:
        ResourceError: a version's file cannot be read.
    """
    if draft.version is not None and _boxes(draft):
        return draft.version
    return check_sheet_text.version_for(draft.fiscal_year)


def _apply_fillings(sheet: CheckSheet, draft: CheckSheetDraft, today: date) -> None:
    before = {(row.side, row.moment): row for row in sheet.fillings}
    marked = {(row.side, row.moment) for row in sheet.marks if row.value is not None}
    said = {(one.side.value, one.moment.value): one for one in draft.fillings or ()}
    rows = dict(before)
    for column, filling in said.items():
        if column in marked or _says_something(filling):
            row = rows.setdefault(column, CheckFilling(side=column[0], moment=column[1]))
            row.filled_by, row.filled_on, row.way = filling.filled_by, filling.filled_on, filling.way.value
    for column in sorted(marked - before.keys()):
        row = rows.setdefault(column, CheckFilling(side=column[0], moment=column[1]))
        row.filled_by, row.way = row.filled_by or "", row.way or FillWay.SCREEN.value
        row.filled_on = row.filled_on or today
    kept = rows.keys() if draft.fillings is None else marked | {c for c in said if _says_something(said[c])}
    sheet.fillings[:] = [row for column, row in rows.items() if column in kept]


def _says_something(filling: FillingRecord) -> bool:
    return bool(filling.filled_by.strip() or filling.filled_on)


def _boxes(draft: CheckSheetDraft) -> dict[_Box, CheckMarkRecord]:
    filled = (mark for mark in draft.marks if mark.value is not None or mark.note.strip())
    return {(mark.item, mark.side.value, mark.moment.value): mark for mark in filled}


def _blank(box: _Box) -> CheckMark:
    item, side, moment = box
    return CheckMark(item=item, side=side, moment=moment, note="")


def _state(sheet: CheckSheet) -> tuple[object, ...]:
    marks = frozenset((row.item, row.side, row.moment, row.value, row.note) for row in sheet.marks)
    fillings = frozenset(
        (row.side, row.moment, row.filled_by, row.filled_on, row.way) for row in sheet.fillings
    )
    return (
        sheet.fiscal_year,
        sheet.title,
        sheet.department,
        sheet.collaboration_id,
        sheet.partner_id,
        sheet.proposal_id,
        sheet.version,
        sheet.note,
        marks,
        fillings,
    )


def refuse_unknown_items(sheet: CheckSheet, items: Iterable[str]) -> None:
    """Refuse items that the sheet's version does not have.

    Raises:
        InputError: there is one.
    """
    known = {item.key for item in check_sheet_text.load(sheet.version).items}
    for item in items:
        if item not in known:
            raise InputError(
                _("チェックシートの第{n}版に「{item}」という欄はありません。").format(
                    n=sheet.version, item=item
                ),
                "marks",
            )


def _check(session: Session, sheet: CheckSheet, draft: CheckSheetDraft) -> None:
    refuse_unknown_items(sheet, (mark.item for mark in draft.marks))
    if len({(mark.item, mark.side, mark.moment) for mark in draft.marks}) < len(draft.marks):
        raise InputError(_("同じ欄に印が二つあります。一つにしてください。"), "marks")
    _check_links(session, sheet, draft)


def _check_links(session: Session, sheet: CheckSheet, draft: CheckSheetDraft) -> None:
    """Refuse a new choice that is not there; one made before may lie in the wastebasket by now."""
    if draft.collaboration_id is not None and draft.collaboration_id != sheet.collaboration_id:
        entry = session.get(Collaboration, draft.collaboration_id)
        if entry is None or entry.deleted_at is not None:
            raise InputError(
                _("選んだ取組が一覧にありません。取組を選び直してください。"), "collaboration_id"
            )
    if draft.proposal_id is not None and draft.proposal_id != sheet.proposal_id:
        proposal = session.get(Proposal, draft.proposal_id)
        if proposal is None or proposal.deleted_at is not None:
            raise InputError(_("選んだ提案がありません。提案を選び直してください。"), "proposal_id")
    if draft.partner_id is not None and draft.partner_id != sheet.partner_id:
        partner = session.get(Partner, draft.partner_id)
        if partner is None or partner.deleted_at is not None:
            raise InputError(_("選んだ団体が台帳にありません。団体を選び直してください。"), "partner_id")
