"""Care for people: the log of what left the program, and the count of persons."""

import csv
import io
import unicodedata
from collections.abc import Iterable, Sequence
from pathlib import Path

from sqlalchemy import select
from sqlalchemy.orm import InstrumentedAttribute, Session

from kyodo_desktop.base.clock import office_time
from kyodo_desktop.base.files import write_whole_file
from kyodo_desktop.base.i18n import _
from kyodo_desktop.models import (
    ContactRecord,
    Partner,
    PartnerContact,
    PartnerOfficer,
    PersonalDataUse,
    Proposal,
    Talent,
)
from kyodo_desktop.records.personal_data import DATA_USE_LABELS, DataUse, PersonalContent, PersonCount
from kyodo_desktop.records.personal_data import PersonalDataUse as UseRecord
from kyodo_desktop.services.personal_data_log import note_use, take_in_waiting
from kyodo_desktop.services.table_files import with_guard
from kyodo_desktop.store import Store

_Names = set[str]


class PersonalDataService:
    """Tells what personal data left the program, and how many persons are held."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def uses(self, limit: int | None = None) -> tuple[UseRecord, ...]:
        """Return what left the program with personal data in it, newest first."""
        take_in_waiting(self._store)
        with self._store.reading() as session:
            return _read_uses(session, limit)

    def note(self, content: PersonalContent | None, use: DataUse, target: str = "") -> None:
        """Note that a paper was sent to a printer or saved; one that holds nothing of persons is not noted.

        Raises:
            StoreError: it cannot be noted.
        """
        note_use(self._store, content, use, target)

    def count(self) -> PersonCount:
        """Return how many persons the data hold, those in the wastebasket too.

        The same name is one person. Names that differ in a variant character are two: 斉藤 and 斎藤.
        """
        with self._store.reading() as session:
            representatives = _names(session, Partner.representative)
            officers = _names(session, PartnerOfficer.name)
            contacts = _names(session, PartnerContact.person)
            others = _names(session, ContactRecord.person, Talent.person, Proposal.contact_name)
        everybody = representatives | officers | contacts | others
        counts = map(len, (everybody, representatives, officers, contacts, others))
        return PersonCount(*counts)

    def save_log(self, path: Path) -> int:
        """Write the whole log as CSV (UTF-8 with its mark), oldest first; return how many lines it has.

        Raises:
            OutputError: the file cannot be written.
        """
        take_in_waiting(self._store)
        with self._store.reading() as session:
            uses = _read_uses(session, None)[::-1]
        write_whole_file(Path(path), _csv(uses))
        return len(uses)


def _read_uses(session: Session, limit: int | None) -> tuple[UseRecord, ...]:
    newest = select(PersonalDataUse).order_by(PersonalDataUse.moment.desc(), PersonalDataUse.id.desc())
    return tuple(
        UseRecord(
            id=one.id,
            moment=one.moment,
            who=one.who,
            use=DataUse(one.use),
            what=one.what,
            records=one.records,
            fields=tuple(one.fields),
            target=one.target,
        )
        for one in session.scalars(newest.limit(limit))
    )


def _names(session: Session, *columns: InstrumentedAttribute[str]) -> _Names:
    texts = (text for column in columns for text in session.scalars(select(column).distinct()))
    return {key for key in map(_person_key, texts) if key}


def _person_key(name: str) -> str:
    """Return a name without its spaces, whatever width it was typed in."""
    return "".join(unicodedata.normalize("NFKC", name).split())


def _csv(uses: Sequence[UseRecord]) -> bytes:
    written = io.StringIO(newline="")
    writer = csv.writer(written, lineterminator="\r\n")
    writer.writerow((_("日時"), _("だれが"), _("方法"), _("内容"), _("件数"), _("項目"), _("出した先")))
    writer.writerows(map(_guarded, map(_cells, uses)))
    return written.getvalue().encode("utf-8-sig")


def _cells(use: UseRecord) -> tuple[str, ...]:
    moment = f"{office_time(use.moment):%Y-%m-%d %H:%M}"
    fields = "・".join(use.fields)
    return moment, use.who, _(DATA_USE_LABELS[use.use]), use.what, str(use.records), fields, use.target


def _guarded(cells: Iterable[str]) -> tuple[str, ...]:
    return tuple(map(with_guard, cells))
