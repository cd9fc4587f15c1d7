"""Which issued sheets are meant: by number, by words, by partner. For services to share."""

from sqlalchemy import ColumnElement, or_, select
from sqlalchemy.orm import Session

from kyodo_desktop.japanese.folding import full_key
from kyodo_desktop.models import CheckSheet, IssuedSheet, Proposal
from kyodo_desktop.records.sheets import IssuedSheet as SheetRecord
from kyodo_desktop.services.merge_links import all_ids, living_id
from kyodo_desktop.services.sheet_records import read_sheets, sheet_numbered


def find_sheets(session: Session, text: str) -> tuple[SheetRecord, ...]:
    """Return the one sheet of a typed number, else those that have every word, the last issued first.

    A word is looked for in number, 文書番号, title, record, holder and note. Nothing typed finds nothing.
    """
    numbered = sheet_numbered(session, text)
    if numbered is not None:
        return read_sheets(session, IssuedSheet.id == numbered.id)
    words = [key for key in map(full_key, text.split()) if key]
    if not words:
        return ()
    return tuple(one for one in read_sheets(session) if all(word in _key(one) for word in words))


def of_partner(session: Session, partner_id: int) -> ColumnElement[bool]:
    """Return the condition that a sheet is a partner's: its own, its proposals' or its check sheets'."""
    ids = all_ids(session, living_id(session, partner_id))
    proposals = select(Proposal.id).where(Proposal.partner_id.in_(ids))
    check_sheets = select(CheckSheet.id).where(CheckSheet.partner_id.in_(ids))
    return or_(
        IssuedSheet.partner_id.in_(ids),
        IssuedSheet.proposal_id.in_(proposals),
        IssuedSheet.check_sheet_id.in_(check_sheets),
    )


def _key(sheet: SheetRecord) -> str:
    texts = (sheet.number, sheet.document_number, sheet.title, sheet.owner_name, sheet.holder, sheet.note)
    return "\n".join(map(full_key, texts))
