"""A scanned run put to the record of its sheet, and the file of its pages; for services to share."""

from pathlib import Path

from sqlalchemy.orm import Session

from kyodo_desktop.base.errors import ConflictError, NotFoundError
from kyodo_desktop.base.file_names import harmless_name
from kyodo_desktop.base.i18n import _
from kyodo_desktop.base.paths import DataFolder
from kyodo_desktop.models import Scan
from kyodo_desktop.records.scans import ScanRecord, ScanState
from kyodo_desktop.records.sheets import SheetOwner, SheetState
from kyodo_desktop.services import sheet_life
from kyodo_desktop.services.attachment_files import NamedFile, find_owner, put_file
from kyodo_desktop.services.scan_records import OPEN, find_scan, read_scan_records
from kyodo_desktop.services.sheet_records import find_sheet
from kyodo_desktop.store import Store
from kyodo_desktop.store.files import KeptFile, find_whole

_HOME = (SheetState.RECEIVED.value, SheetState.FILED.value)


def attach(store: Store, session: Session, row: Scan) -> None:
    """Put a run to the record of its sheet, if that has one, and note that the sheet has come back.

    Raises:
        ConflictError: it is doubtful, or its sheet is void.
        NotFoundError: the record or the file is not there.
    """
    if row.state != ScanState.READY.value:
        raise ConflictError(
            _("「{source}」は番号が決まっていません。番号を打ってから綴じてください。").format(
                source=row.source
            )
        )
    record = read_scan_records(session, Scan.id == row.id)[0]
    if row.sheet_id is not None:
        sheet = find_sheet(session, row.sheet_id)
        if sheet.state not in _HOME:
            sheet_life.receive(sheet, store.clock.today())
    elif record.owner is None:
        raise NotFoundError(
            _("「{number}」の記録が、もうありません。番号を確かめてください。").format(number=row.code)
        )
    if record.owner is not None:
        row.attachment_id = _put_to(store, session, record, record.owner)
    row.state = ScanState.ATTACHED.value


def _put_to(store: Store, session: Session, record: ScanRecord, owner: SheetOwner) -> int:
    column, owner_id, _name = find_owner(session, owner.kind, owner.record_id)
    size = whole_file(store.folder, record.source, record.sha256).stat().st_size
    name = harmless_name(f"{record.number} {record.title}.pdf")
    file = NamedFile(name, KeptFile(record.sha256, size))
    return put_file(session, (column, owner_id), file, record.title, store.clock.now())


def find_open(session: Session, scan_id: int) -> Scan:
    """Return the row of a run that waits for a person.

    Raises:
        ConflictError: it was settled meanwhile.
        NotFoundError: there is none.
    """
    row = find_scan(session, scan_id)
    if row.state not in OPEN:
        raise ConflictError(
            _("「{source}」は、もう片づいています。一覧を開き直してください。").format(source=row.source)
        )
    return row


def whole_file(folder: DataFolder, source: str, sha256: str) -> Path:
    """Return where the pages of a run lie, after looking that they are whole.

    Raises:
        NotFoundError: they are gone or damaged.
    """
    found = find_whole(folder, sha256)
    if found is None:
        raise NotFoundError(
            _(
                "「{source}」から読んだファイルが、なくなっているか、壊れています。"
                "この行をごみ箱に入れて、もう一度スキャンしてください。"
            ).format(source=source)
        )
    return found
