"""What services share of attached files: reading their rows, what they are put to, whether all are whole."""

import mimetypes
import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import PurePath

from sqlalchemy import ColumnElement, select
from sqlalchemy.orm import Session

from kyodo_desktop.base.errors import InputError, NotFoundError
from kyodo_desktop.base.i18n import N_, _
from kyodo_desktop.base.paths import DataFolder
from kyodo_desktop.models import (
    Attachment,
    Base,
    CheckSheet,
    Collaboration,
    IssuedSheet,
    Partner,
    Proposal,
    Scan,
)
from kyodo_desktop.records.attachments import AttachmentRecord, AttachmentWithOwner
from kyodo_desktop.records.sheet_codes import SheetNumber
from kyodo_desktop.services.merge_links import living_id
from kyodo_desktop.store.files import KeptFile, bring_over, find_whole, is_whole, place_of
from kyodo_desktop.store.who import who_writes

_OWNERS: Mapping[str, type[Base]] = {
    "partner": Partner,
    "proposal": Proposal,
    "collaboration": Collaboration,
    "check_sheet": CheckSheet,
}
_OWNER_WORDS = {
    "partner": N_("団体「{owner}」の「{name}」"),
    "proposal": N_("提案「{owner}」の「{name}」"),
    "collaboration": N_("取組「{owner}」の「{name}」"),
    "check_sheet": N_("チェックシート「{owner}」の「{name}」"),
}
_SHOWN = re.compile(
    r"\.(pdf|txt|csv|rtf|docx?|xlsx?|pptx?|od[tsp]|jt[dt]|xdw|xbd|jpe?g|png|gif|bmp|tiff?|heic|webp"
    r"|mp3|m4a|wav|mp4|mov|eml|msg)",
    re.IGNORECASE,
)
"""Papers, pictures, sound, mail. What can run a program (also a table with macros) is to be saved first."""


@dataclass(frozen=True, slots=True)
class NamedFile:
    """A file that is kept, under the name it is to have."""

    name: str
    kept: KeptFile


def find_owner(session: Session, kind: str, record_id: int) -> tuple[str, int, str]:
    """Return the column that names a record, its id (the living one of a merged partner) and what to call it.

    Raises:
        NotFoundError: it is not there.
    """
    if kind == "partner":
        record_id = living_id(session, record_id)
    owner = session.get(_OWNERS[kind], record_id)
    if owner is None:
        raise NotFoundError(_("ファイルを付ける記録が、もうありません。一覧を開き直してください。"))
    return f"{kind}_id", record_id, owner_name(owner)


def owner_name(owner: Base) -> str:
    """Return what a record is called."""
    return owner.name if isinstance(owner, Partner) else str(getattr(owner, "title", ""))


def read_attachments(session: Session, *wanted: ColumnElement[bool]) -> tuple[AttachmentWithOwner, ...]:
    """Return files with what they are put to, the newest first."""
    rows = session.scalars(
        select(Attachment).where(*wanted).order_by(Attachment.added_at.desc(), Attachment.id.desc())
    )
    return tuple(AttachmentWithOwner(attachment_record(row), _name_of_owner(session, row)) for row in rows)


def attachment_record(row: Attachment) -> AttachmentRecord:
    """Return a row as a record."""
    kind, owner_id = row.log_parent() or ("", 0)
    return AttachmentRecord(
        id=row.id,
        owner_kind=kind,
        owner_id=owner_id,
        name=row.name,
        title=row.title,
        media_type=row.media_type,
        size=row.size,
        sha256=row.sha256,
        added_at=row.added_at,
        added_by=row.added_by,
        deleted=row.deleted_at is not None,
    )


def put_file(session: Session, owner: tuple[str, int], file: NamedFile, title: str, now: datetime) -> int:
    """Put a kept file to a record, given as `find_owner` does; return its id.

    A file that the record has already (the same bytes) is not put there twice.
    """
    column, owner_id = owner
    there = session.scalar(
        select(Attachment).where(
            getattr(Attachment, column) == owner_id,
            Attachment.sha256 == file.kept.sha256,
            Attachment.deleted_at.is_(None),
        )
    )
    if there is not None:
        return there.id
    row = Attachment(
        **{column: owner_id},
        name=file.name,
        title=" ".join(title.split()),
        media_type=media_type_of(file.name),
        size=file.kept.size,
        sha256=file.kept.sha256,
        added_at=now,
        added_by=who_writes(session),
    )
    session.add(row)
    session.flush()
    return row.id


def media_type_of(name: str) -> str:
    """Return what kind of file a name speaks of, empty if it says nothing."""
    return mimetypes.guess_type(name)[0] or ""


def refuse_program(name: str) -> None:
    """Refuse what another program would not only show but carry out.

    Raises:
        InputError: it is not one of the kinds an office reads.
    """
    if not _SHOWN.fullmatch(PurePath(name).suffix):
        raise InputError(
            _(
                "「{name}」は、開くとプログラムが動くことのある種類のファイルなので、ここからは開きません。"
                "送り主を確かめ、「別名で保存」してから開いてください。"
            ).format(name=name)
        )


def read_kept_files(session: Session) -> dict[str, str]:
    """Return every file that a record names, by its sum: what it is."""
    found = {one.record.sha256: what_it_is(one) for one in reversed(read_attachments(session))}
    for year, serial, title, sha256 in session.execute(
        select(IssuedSheet.fiscal_year, IssuedSheet.serial, IssuedSheet.title, IssuedSheet.sha256)
    ):
        number = SheetNumber(year, serial)
        found[sha256] = _("発行した{number}「{title}」").format(number=number, title=title)
    for source, sha256 in session.execute(select(Scan.source, Scan.sha256)):
        found.setdefault(sha256, _("スキャン「{source}」").format(source=source))
    return found


def file_findings(folder: DataFolder, files: Mapping[str, str], *, mend: bool) -> tuple[str, ...]:
    """Return in words which files are missing or damaged; with `mend`, give back what the backups have."""
    words = (_finding(folder, sha256, what, mend=mend) for sha256, what in files.items())
    return tuple(sentence for sentence in words if sentence)


def _finding(folder: DataFolder, sha256: str, what: str, *, mend: bool) -> str:
    if is_whole(folder.files, sha256):
        if mend and place_of(folder.backup_files, sha256).exists():
            _mend_copy(folder, sha256)
        return ""
    if find_whole(folder, sha256) is None:
        words = _(
            "{what}の中身が、なくなっているか、壊れています。"
            "元のファイルがあれば付け直し、なければ情報システムの担当に知らせてください。"
        )
    elif mend and bring_over(sha256, folder.backup_files, folder.files):
        words = _("{what}の中身がなくなっていたか、壊れていたので、控えの写しから戻しました。")
    else:
        words = _(
            "{what}の中身が、なくなっているか、壊れています。控えに写しがあります。"
            "ウィンドウで「データを検査する」を選ぶと戻ります。"
        )
    return words.format(what=what)


def _mend_copy(folder: DataFolder, sha256: str) -> None:
    """Make the copy that the backups have whole again, from the file itself."""
    if not is_whole(folder.backup_files, sha256):
        bring_over(sha256, folder.files, folder.backup_files)


def what_it_is(one: AttachmentWithOwner) -> str:
    """Return which file of which record: 団体「朝市の会」の「会則.pdf」."""
    return _(_OWNER_WORDS[one.record.owner_kind]).format(owner=one.owner, name=one.record.name)


def _name_of_owner(session: Session, row: Attachment) -> str:
    kind, owner_id = row.log_parent() or ("", 0)
    owner = session.get(_OWNERS[kind], owner_id)
    return owner_name(owner) if owner is not None else ""
