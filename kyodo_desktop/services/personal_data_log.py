"""Notes what left the program with personal data in it, once the file is there or the paper is on its way.

A command beside an open window may not write into the database. It leaves its note in the data folder, and
whoever may write takes it in.
"""

import json
import secrets
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from kyodo_desktop.base.errors import KyodoError, StoreError
from kyodo_desktop.base.files import write_whole_file
from kyodo_desktop.base.i18n import _
from kyodo_desktop.models import PersonalDataUse
from kyodo_desktop.records.partner_fields import PARTNER_FIELDS, value_of
from kyodo_desktop.records.partners import PartnerDraft, PartnerRecord
from kyodo_desktop.records.personal_data import DataUse, PersonalContent
from kyodo_desktop.store import Store
from kyodo_desktop.store.who import who_writes

_BLANK = PartnerDraft(name="")


@dataclass(frozen=True, slots=True)
class _Note:
    """A row of the log that is not in it yet."""

    moment: datetime
    who: str
    use: DataUse
    content: PersonalContent
    target: str


def content_of_partners(
    what: str, partners: Iterable[PartnerRecord], columns: Iterable[str]
) -> PersonalContent | None:
    """Return what of persons these columns of these partners hold, None if nothing."""
    chosen = set(columns)
    personal = [field for field in PARTNER_FIELDS if field.personal and field.name in chosen]
    blanks = {field.name: value_of(_BLANK, field.name) for field in personal}
    records, held = 0, set[str]()
    for partner in partners:
        filled = {name for name, blank in blanks.items() if value_of(partner, name) != blank}
        records += bool(filled)
        held |= filled
    if not records:
        return None
    return PersonalContent(what, records, tuple(_(field.label) for field in personal if field.name in held))


def note_use(store: Store, content: PersonalContent | None, use: DataUse, target: str) -> None:
    """Note that `content` went to `target`: a file's path or a printer. Nothing held is nothing to note.

    Raises:
        StoreError: it cannot be noted; the sentence says that the file or paper is out all the same.
    """
    if content is None:
        return
    try:
        with store.reading() as session:
            note = _Note(store.clock.now(), who_writes(session), use, content, target)
        if store.read_only:
            _leave_waiting(store, note)
            return
        with store.writing() as session:
            session.add(_row(note))
    except KyodoError as error:
        raise StoreError(
            _(
                "「{what}」は{target}へ出ましたが、「個人情報の記録」に残せませんでした。"
                "日時と出した先を書きとめておいてください。{reason}"
            ).format(what=content.what, target=target or _("外"), reason=error)
        ) from error


def take_in_waiting(store: Store) -> None:
    """Take into the log what commands noted beside an open window."""
    waiting = sorted(store.folder.waiting_notes.glob("*.json"))
    if store.read_only or not waiting:
        return
    read = [(path, note) for path in waiting if (note := _read(path)) is not None]
    with store.writing() as session:
        session.add_all(_row(note) for _path, note in read if not _is_in(session, note))
    # Only now: a power cut in between leaves the note waiting, and it is known again by its moment.
    for path, _note in read:
        path.unlink(missing_ok=True)


def _row(note: _Note) -> PersonalDataUse:
    return PersonalDataUse(
        moment=note.moment,
        who=note.who,
        use=note.use.value,
        what=note.content.what,
        records=note.content.records,
        fields=list(note.content.fields),
        target=note.target,
    )


def _is_in(session: Session, note: _Note) -> bool:
    same = (PersonalDataUse.moment == note.moment, PersonalDataUse.target == note.target)
    return session.scalar(select(PersonalDataUse.id).where(*same).limit(1)) is not None


def _leave_waiting(store: Store, note: _Note) -> None:
    place = store.folder.waiting_notes
    shape: dict[str, Any] = {
        "moment": note.moment.isoformat(),
        "who": note.who,
        "use": note.use.value,
        "what": note.content.what,
        "records": note.content.records,
        "fields": note.content.fields,
        "target": note.target,
    }
    name = f"{note.moment:%Y%m%d-%H%M%S-%f}-{secrets.token_hex(4)}.json"
    try:
        place.mkdir(exist_ok=True)
    except OSError as error:
        raise StoreError(_("データフォルダー「{place}」に書けません。").format(place=place.parent)) from error
    write_whole_file(place / name, json.dumps(shape, ensure_ascii=False).encode())


def _read(path: Path) -> _Note | None:
    """Return a waiting note; what somebody spoilt by hand is left where it lies."""
    try:
        shape = json.loads(path.read_bytes())
        content = PersonalContent(str(shape["what"]), int(shape["records"]), tuple(map(str, shape["fields"])))
        moment = datetime.fromisoformat(shape["moment"])
        return _Note(moment, str(shape["who"]), DataUse(shape["use"]), content, str(shape["target"]))
    except (OSError, ValueError, KeyError, TypeError):
        return None
