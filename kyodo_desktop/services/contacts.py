"""対応履歴: the verbs of talks noted at the counter."""

from collections.abc import Sequence

from kyodo_desktop.base.errors import ConflictError
from kyodo_desktop.base.i18n import _
from kyodo_desktop.models import ContactRecord as ContactRow
from kyodo_desktop.models import Partner
from kyodo_desktop.records.contacts import CONTACT_WAY_LABELS, ContactDraft, ContactRecord
from kyodo_desktop.services.contact_edit import apply_draft
from kyodo_desktop.services.contact_records import (
    LIVING,
    draft_of,
    find_talk,
    missing,
    read_open_talks,
    read_talks,
)
from kyodo_desktop.services.merge_links import living_id
from kyodo_desktop.store import Store


class ContactsService:
    """Notes talks and what was promised in them."""

    def __init__(self, store: Store) -> None:
        self._store = store

    # Asking

    def get(self, record_id: int) -> ContactRecord:
        """Return one talk, also from the wastebasket.

        Raises:
            NotFoundError: there is none.
        """
        with self._store.reading() as session:
            found = read_talks(session, ContactRow.id == record_id)
        if not found:
            raise missing()
        return found[0]

    def of_partner(self, partner_id: int, limit: int | None = None) -> tuple[ContactRecord, ...]:
        """Return the talks with a partner, the newest first."""
        with self._store.reading() as session:
            return read_talks(session, LIVING, ContactRow.partner_id == partner_id, limit=limit)

    def recent(self, limit: int) -> tuple[ContactRecord, ...]:
        """Return the newest talks with anybody."""
        with self._store.reading() as session:
            return read_talks(session, LIVING, limit=limit)

    def open_ones(self) -> tuple[ContactRecord, ...]:
        """Return the talks with something still to do, by its day; what has no day comes last."""
        with self._store.reading() as session:
            return read_open_talks(session)

    def wastebasket(self) -> tuple[ContactRecord, ...]:
        """Return what was discarded, the last first."""
        with self._store.reading() as session:
            return read_talks(session, ~LIVING, first=ContactRow.deleted_at.desc())

    # Doing

    def note(self, draft: ContactDraft) -> int:
        """Note a talk and return its id; without a time it was now, without a name the clerk took it.

        Raises:
            InputError: something of the draft cannot be taken.
        """
        with self._store.writing(self._words(_("相談記録を書く（{way}）: {who}"), draft)) as session:
            row = ContactRow()
            apply_draft(session, row, draft, self._store.clock)
            session.add(row)
            session.flush()
            return row.id

    def edit(self, record_id: int, draft: ContactDraft) -> None:
        """Make a talk what the draft says; a time or a name that it leaves out stays.

        Raises:
            InputError: something of the draft cannot be taken.
            ConflictError: it lies in the wastebasket.
            NotFoundError: there is none.
        """
        with self._store.writing(self._words(_("相談記録を直す（{way}）: {who}"), draft)) as session:
            row = find_talk(session, record_id)
            _refuse_discarded(row)
            apply_draft(session, row, draft, self._store.clock)

    def settle(self, record_id: int, settled: bool = True) -> None:
        """Note that what was promised is done today, or that it is not.

        Raises:
            ConflictError: it lies in the wastebasket.
            NotFoundError: there is none.
        """
        act = (
            _("約束を済みにする（{way}）: {who}") if settled else _("約束の「済」を取り消す（{way}）: {who}")
        )
        with self._store.reading() as session:
            draft = draft_of(find_talk(session, record_id))
        with self._store.writing(self._words(act, draft)) as session:
            row = find_talk(session, record_id)
            _refuse_discarded(row)
            row.settled_on = (row.settled_on or self._store.clock.today()) if settled else None

    def discard(self, ids: Sequence[int]) -> None:
        """Put talks into the wastebasket."""
        with self._store.writing(_("相談記録をごみ箱へ: {n}件").format(n=len(set(ids)))) as session:
            for record_id in ids:
                row = find_talk(session, record_id)
                row.deleted_at = row.deleted_at or self._store.clock.now()

    def restore(self, ids: Sequence[int]) -> None:
        """Take talks out of the wastebasket."""
        with self._store.writing(_("相談記録をごみ箱から戻す: {n}件").format(n=len(set(ids)))) as session:
            for record_id in ids:
                find_talk(session, record_id).deleted_at = None

    def _words(self, act: str, draft: ContactDraft) -> str:
        """Return the act with how and with whom one spoke."""
        with self._store.reading() as session:
            partner_id = living_id(session, draft.partner_id)
            partner = session.get(Partner, partner_id) if partner_id is not None else None
            who = partner.name if partner is not None else draft.caller.strip()
        return act.format(way=_(CONTACT_WAY_LABELS[draft.way]), who=who)


def _refuse_discarded(row: ContactRow) -> None:
    if row.deleted_at is not None:
        raise ConflictError(_("この相談記録はごみ箱にあります。先に戻してください。"))
