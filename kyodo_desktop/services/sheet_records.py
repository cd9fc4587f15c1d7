"""From stored sheets to records: with whom each belongs by name, and which one replaced which."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from sqlalchemy import ColumnElement, select
from sqlalchemy.orm import Session

from kyodo_desktop.base.errors import NotFoundError
from kyodo_desktop.base.i18n import _
from kyodo_desktop.forms import catalogue
from kyodo_desktop.forms.data import check_data
from kyodo_desktop.models import Base, CheckSheet, Collaboration, IssuedSheet, Partner, Proposal
from kyodo_desktop.records.sheet_codes import SheetNumber, read_typed_sheet
from kyodo_desktop.records.sheets import IssuedSheet as SheetRecord
from kyodo_desktop.records.sheets import SheetOwner, SheetState
from kyodo_desktop.services.merge_links import living_id

_OWNERS: Mapping[str, type[Base]] = {
    "partner": Partner,
    "proposal": Proposal,
    "collaboration": Collaboration,
    "check_sheet": CheckSheet,
}
_AT_ONCE = 5_000


def read_sheets(session: Session, *where: ColumnElement[bool]) -> tuple[SheetRecord, ...]:
    """Return the sheets that fulfil `where`, the last issued first."""
    rows = session.scalars(
        select(IssuedSheet).where(*where).order_by(IssuedSheet.fiscal_year.desc(), IssuedSheet.serial.desc())
    ).all()
    return _records(session, rows)


def read_sheet(session: Session, sheet_id: int) -> SheetRecord:
    """Return one sheet.

    Raises:
        NotFoundError: there is none.
    """
    return _records(session, (find_sheet(session, sheet_id),))[0]


def find_sheet(session: Session, sheet_id: int) -> IssuedSheet:
    """Return the row of a sheet, to be changed.

    Raises:
        NotFoundError: there is none.
    """
    row = session.get(IssuedSheet, sheet_id)
    if row is None:
        raise NotFoundError(_("この紙の記録は、もうありません。一覧を開き直してください。"))
    return row


def sheet_numbered(session: Session, text: str) -> IssuedSheet | None:
    """Return the sheet whose number was typed as `text`, None if there is none."""
    code = read_typed_sheet(text)
    return session.scalar(select(IssuedSheet).where(bears(code.number))) if code is not None else None


def bears(number: SheetNumber) -> ColumnElement[bool]:
    """Return the condition that a sheet has this number."""
    return (IssuedSheet.fiscal_year == number.fiscal_year) & (IssuedSheet.serial == number.serial)


def belongs_to(session: Session, owner: SheetOwner) -> ColumnElement[bool]:
    """Return the condition that a sheet belongs to a record; to a merged partner is to the one that stays."""
    column: ColumnElement[int | None] = getattr(IssuedSheet, f"{owner.kind}_id")
    return column == _living(session, owner)


def find_sheet_owner(session: Session, owner: SheetOwner) -> tuple[str, int]:
    """Return the column that names a sheet's record, and the record's id.

    Raises:
        NotFoundError: the record is not there.
    """
    record_id = _living(session, owner)
    if session.get(_OWNERS[owner.kind], record_id) is None:
        raise NotFoundError(_("紙を出す先の記録が、もうありません。一覧を開き直してください。"))
    return f"{owner.kind}_id", record_id


def number_of(row: IssuedSheet) -> SheetNumber:
    """Return a sheet's number."""
    return SheetNumber(row.fiscal_year, row.serial)


def values_of(row: IssuedSheet) -> dict[str, Any]:
    """Return what stands on a sheet, as its form takes it; fields that the form lost are left out."""
    form = catalogue.find_form(row.form_key)
    known = {field.name for field in form.fields}
    stored = row.form_values if isinstance(row.form_values, dict) else {}
    return check_data(form, {name: value for name, value in stored.items() if name in known})


def _living(session: Session, owner: SheetOwner) -> int:
    return living_id(session, owner.record_id) if owner.kind == "partner" else owner.record_id


def _records(session: Session, rows: Sequence[IssuedSheet]) -> tuple[SheetRecord, ...]:
    names = _owner_names(session, rows)
    replaced = _numbers(session, [row.replaces_id for row in rows if row.replaces_id is not None])
    replacing = _replacing(session, [row.id for row in rows])
    return tuple(
        _record(row, names.get(row.log_parent() or ("", 0), ""), replaced, replacing) for row in rows
    )


def _record(
    row: IssuedSheet, owner_name: str, replaced: Mapping[int, str], replacing: Mapping[int, str]
) -> SheetRecord:
    owner = row.log_parent()
    return SheetRecord(
        id=row.id,
        number=str(number_of(row)),
        form_key=row.form_key,
        form_revision=row.form_revision,
        title=row.title,
        state=SheetState(row.state),
        made_at=row.made_at,
        made_by=row.made_by,
        pages=row.pages,
        sha256=row.sha256,
        owner=SheetOwner(*owner) if owner is not None else None,
        owner_name=owner_name,
        holder=row.holder,
        document_number=row.document_number,
        printed_on=row.printed_on,
        awaited_since=row.awaited_since,
        due_on=row.due_on,
        received_on=row.received_on,
        filed_on=row.filed_on,
        void_on=row.void_on,
        replaces=replaced.get(row.replaces_id or 0, ""),
        replaced_by=replacing.get(row.id, ""),
        note=row.note,
    )


def _owner_names(session: Session, rows: Iterable[IssuedSheet]) -> dict[tuple[str, int], str]:
    wanted: dict[str, set[int]] = defaultdict(set)
    for kind, record_id in filter(None, (row.log_parent() for row in rows)):
        wanted[kind].add(record_id)
    found: dict[tuple[str, int], str] = {}
    for kind, ids in wanted.items():
        table = _OWNERS[kind].__table__.columns
        name = table.name if kind == "partner" else table.title
        for some in _in_pieces(sorted(ids)):
            named = session.execute(select(table.id, name).where(table.id.in_(some)))
            found |= {(kind, record_id): " ".join(str(words).split()) for record_id, words in named}
    return found


def _numbers(session: Session, ids: Sequence[int]) -> dict[int, str]:
    found: dict[int, str] = {}
    for some in _in_pieces(ids):
        rows = session.execute(
            select(IssuedSheet.id, IssuedSheet.fiscal_year, IssuedSheet.serial).where(
                IssuedSheet.id.in_(some)
            )
        )
        found |= {sheet_id: str(SheetNumber(year, serial)) for sheet_id, year, serial in rows}
    return found


def _replacing(session: Session, ids: Sequence[int]) -> dict[int, str]:
    """Return by the id of a replaced sheet the number of the last that replaced it."""
    found: dict[int, str] = {}
    for some in _in_pieces(ids):
        rows = session.execute(
            select(IssuedSheet.replaces_id, IssuedSheet.fiscal_year, IssuedSheet.serial)
            .where(IssuedSheet.replaces_id.in_(some))
            .order_by(IssuedSheet.id)
        )
        found |= {former: str(SheetNumber(year, serial)) for former, year, serial in rows if former}
    return found


def _in_pieces(ids: Sequence[int]) -> Iterable[Sequence[int]]:
    return (ids[start : start + _AT_ONCE] for start in range(0, len(ids), _AT_ONCE))
