"""Files put to a record."""

import contextlib
from collections.abc import Sequence
from pathlib import Path

from sqlalchemy import ColumnElement, select
from sqlalchemy.orm import Session

from kyodo_desktop.base.errors import NotFoundError
from kyodo_desktop.base.file_names import harmless_name
from kyodo_desktop.base.files import copy_whole_file
from kyodo_desktop.base.i18n import _
from kyodo_desktop.models import Attachment, Change, IssuedSheet, Scan
from kyodo_desktop.records.attachments import AttachmentRecord, AttachmentWithOwner
from kyodo_desktop.services.attachment_files import (
    NamedFile,
    attachment_record,
    find_owner,
    put_file,
    read_attachments,
    refuse_program,
)
from kyodo_desktop.services.merge_links import living_id
from kyodo_desktop.services.personal_numbers import refuse_my_number
from kyodo_desktop.store import Store
from kyodo_desktop.store.files import files_in, find_whole, left_over, take_in
from kyodo_desktop.store.opened import OpenedCopies

_NAMING = (Attachment, IssuedSheet, Scan)
"""Whose rows name a file."""


class AttachmentsService:
    """Takes files in, gives them out, and sweeps those that nothing names.

    Taking in and sweeping may run in the job thread; one waits for the other, because a file is there a
    moment before the row that names it.
    """

    def __init__(self, store: Store) -> None:
        self._store, self._folder = store, store.folder
        self._opened = OpenedCopies(store.folder.opened)
        if not store.read_only:
            self._opened.clear()

    # Asking

    def of(self, owner_kind: str, owner_id: int) -> tuple[AttachmentRecord, ...]:
        """Return the files of a record, the last added first."""
        with self._store.reading() as session:
            found = read_attachments(
                session, _put_to(session, owner_kind, owner_id), Attachment.deleted_at.is_(None)
            )
            return tuple(one.record for one in found)

    def wastebasket(self) -> tuple[AttachmentWithOwner, ...]:
        """Return what was discarded, with the record it was put to."""
        with self._store.reading() as session:
            return read_attachments(session, Attachment.deleted_at.is_not(None))

    def get(self, attachment_id: int) -> AttachmentRecord:
        """Return one file's record, also from the wastebasket.

        Raises:
            NotFoundError: there is none.
        """
        with self._store.reading() as session:
            return attachment_record(_find(session, attachment_id))

    def path_of(self, attachment_id: int) -> Path:
        """Return where a file lies, after looking that it is whole; it is not to be opened for writing.

        Raises:
            NotFoundError: the row or the file is not there, or the file is damaged.
        """
        return self._whole(self.get(attachment_id))

    # Doing

    def add(self, owner_kind: str, owner_id: int, paths: Sequence[Path], title: str = "") -> tuple[int, ...]:
        """Put files to a record; return for each of the paths the id it has now.

        A file that the record has already (the same bytes) is not put there twice: its id is the former one.

        Raises:
            InputError: one cannot be read, is empty or too large, or holds a マイナンバー in its name.
            NotFoundError: there is no such record.
            StoreError: one cannot be written. In any case none is added.
        """
        refuse_my_number((title, *(path.name for path in paths)), _("ファイルの名前"))
        with self._store.reading() as session:
            find_owner(session, owner_kind, owner_id)
        with self._store.files_lock:
            # Outside the transaction: the window must not wait for a slow stick or share.
            taken = [NamedFile(harmless_name(path.name), take_in(self._folder.files, path)) for path in paths]
            with self._store.writing(_adding(taken)) as session:
                column, living, _owner = find_owner(session, owner_kind, owner_id)
                now = self._store.clock.now()
                return tuple(put_file(session, (column, living), one, title, now) for one in taken)

    def rename(self, attachment_id: int, title: str) -> None:
        """Give a file a title, or none.

        Raises:
            InputError: the title holds a マイナンバー.
            NotFoundError: there is no such file.
        """
        words = " ".join(title.split())
        refuse_my_number(words, _("ファイルの見出し"), "title")
        with self._store.reading() as session:
            name = _find(session, attachment_id).name
        with self._store.writing(_("添付の見出しを直す: {name}").format(name=name)) as session:
            _find(session, attachment_id).title = words

    def discard(self, ids: Sequence[int]) -> None:
        """Put files into the wastebasket."""
        with self._store.writing(self._words(_("添付をごみ箱へ: {name}"), ids)) as session:
            for attachment_id in ids:
                row = _find(session, attachment_id)
                row.deleted_at = row.deleted_at or self._store.clock.now()

    def restore(self, ids: Sequence[int]) -> None:
        """Take files out of the wastebasket."""
        with self._store.writing(self._words(_("添付をごみ箱から戻す: {name}"), ids)) as session:
            for attachment_id in ids:
                _find(session, attachment_id).deleted_at = None

    def open_copy(self, attachment_id: int) -> Path:
        """Return a read-only copy for another program to show; it goes when this program ends.

        Raises:
            InputError: opening it could carry a program out.
            NotFoundError: it is not there, or damaged.
            OutputError: the copy cannot be written.
        """
        record = self.get(attachment_id)
        refuse_program(record.name)
        return self._opened.make(self._whole(record), record.id, record.name)

    def save_as(self, attachment_id: int, path: Path) -> None:
        """Copy a file to where the clerk wants it.

        Raises:
            NotFoundError: it is not there, or damaged.
            OutputError: it cannot be written there.
        """
        copy_whole_file(self.path_of(attachment_id), path)

    def sweep(self) -> int:
        """Remove files that neither a row nor a former act names, and return how many there were.

        What was taken back can be done again, so a file that the change log knows stays.
        """
        with self._store.files_lock, self._store.writing() as session:
            named = _named(session)
            unnamed = [path for path in files_in(self._folder.files) if path.name not in named]
            return sum(_removed(path) for path in (*unnamed, *left_over(self._folder.files)))

    def _whole(self, record: AttachmentRecord) -> Path:
        found = find_whole(self._folder, record.sha256)
        if found is None:
            raise NotFoundError(
                _(
                    "「{name}」の中身が、なくなっているか、壊れています。元のファイルがあれば付け直し、"
                    "なければ情報システムの担当に知らせてください。"
                ).format(name=record.name)
            )
        return found

    def _words(self, words: str, ids: Sequence[int]) -> str:
        with self._store.reading() as session:
            return words.format(name=_list([_find(session, one).name for one in ids]))


def _put_to(session: Session, kind: str, owner_id: int) -> ColumnElement[bool]:
    living = living_id(session, owner_id) if kind == "partner" else owner_id
    column: ColumnElement[int | None] = getattr(Attachment, f"{kind}_id")
    return column == living


def _named(session: Session) -> set[str]:
    named = {sha256 for row in _NAMING for sha256 in session.scalars(select(row.sha256))}
    for before, after in session.execute(
        select(Change.before, Change.after).where(Change.kind.in_([row.change_kind for row in _NAMING]))
    ):
        named |= {str(one["sha256"]) for one in (before, after) if isinstance(one, dict) and "sha256" in one}
    return named


def _removed(path: Path) -> bool:
    with contextlib.suppress(OSError):
        path.unlink()
        return True
    return False


def _adding(taken: Sequence[NamedFile]) -> str:
    return _("ファイルを付ける: {name}").format(name=_list([one.name for one in taken]))


def _list(names: Sequence[str]) -> str:
    """Return the first name, and how many more there are."""
    if len(names) < 2:
        return "".join(names)
    return _("{name} ほか{n}件").format(name=names[0], n=len(names) - 1)


def _find(session: Session, attachment_id: int) -> Attachment:
    row = session.get(Attachment, attachment_id)
    if row is None:
        raise NotFoundError(_("この添付は、もうありません。開き直してください。"))
    return row
