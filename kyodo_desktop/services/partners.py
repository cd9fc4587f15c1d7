"""The verbs of 団体台帳."""

from collections.abc import Sequence
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from kyodo_desktop.base.errors import ConflictError, InputError, NotFoundError
from kyodo_desktop.base.i18n import _
from kyodo_desktop.models import Partner
from kyodo_desktop.models import PartnerPair as PartnerPairRow
from kyodo_desktop.records.partners import (
    ActivityField,
    LegalForm,
    PartnerDetail,
    PartnerDraft,
    PartnerPair,
    PartnerRecord,
)
from kyodo_desktop.services.matching import read_likely_with
from kyodo_desktop.services.merge_links import DIFFERENT, part_again
from kyodo_desktop.services.partner_edit import apply_draft
from kyodo_desktop.services.partner_records import (
    count_entries,
    read_partner_collaborations,
    read_partners,
)
from kyodo_desktop.services.partner_search import best_ids
from kyodo_desktop.services.partner_terms import activity_fields, legal_forms
from kyodo_desktop.store import Store
from kyodo_desktop.store.who import who_writes

_LIVING = Partner.deleted_at.is_(None)


class PartnersService:
    """What can be asked of the register and done to it."""

    def __init__(self, store: Store) -> None:
        self._store = store

    # Asking

    def list(self, *, whole: bool = False) -> tuple[PartnerRecord, ...]:
        """Return the partners by reading; only `whole` ones have contacts, officers and profile."""
        with self._store.reading() as session:
            return read_partners(session, _LIVING, whole=whole)

    def get(self, record_id: int) -> PartnerRecord:
        """Return one partner, also from the wastebasket.

        Raises:
            NotFoundError: there is none.
        """
        with self._store.reading() as session:
            return _get(session, record_id)

    def detail(self, record_id: int) -> PartnerDetail:
        """Return a partner with where it takes part and whom it may be the same as."""
        with self._store.reading() as session:
            partner = _get(session, record_id)
            return PartnerDetail(
                partner,
                read_partner_collaborations(session, record_id),
                tuple(
                    PartnerPair(one.first, one.second, one.reason)
                    for one in read_likely_with(session, record_id)
                ),
            )

    def search(self, text: str, limit: int) -> tuple[PartnerRecord, ...]:
        """Return the partners that the words match, best first; nothing for an empty text."""
        with self._store.reading() as session:
            ids = best_ids(session, text, limit)
            found = {partner.id: partner for partner in read_partners(session, Partner.id.in_(ids))}
        return tuple(found[one] for one in ids)

    def legal_forms(self) -> tuple[LegalForm, ...]:
        """Return the 法人格 that can be chosen."""
        return legal_forms()

    def activity_fields(self) -> tuple[ActivityField, ...]:
        """Return the 活動分野 by number."""
        return activity_fields()

    def wastebasket(self) -> tuple[PartnerRecord, ...]:
        """Return what was discarded, the last first."""
        with self._store.reading() as session:
            found = {partner.id: partner for partner in read_partners(session, ~_LIVING)}
            ids = session.scalars(select(Partner.id).where(~_LIVING).order_by(Partner.deleted_at.desc()))
            return tuple(found[one] for one in ids)

    # Doing

    def add(self, draft: PartnerDraft) -> int:
        """Add a partner and return its id.

        Raises:
            InputError: something of the draft cannot be taken.
        """
        with self._store.writing(_("団体を足す: {name}").format(name=draft.name)) as session:
            return add_partner(session, draft, self._store.clock.today())

    def edit(self, record_id: int, draft: PartnerDraft) -> None:
        """Make a partner what the draft says.

        Raises:
            InputError: something of the draft cannot be taken.
        """
        with self._store.writing(_("団体を直す: {name}").format(name=draft.name)) as session:
            apply_draft(session, _find(session, record_id), draft, self._store.clock.today())

    def confirm(self, record_id: int) -> None:
        """Note that a person has looked at the record today and found it right."""
        name = self.get(record_id).name
        with self._store.writing(_("団体を確かめた: {name}").format(name=name)) as session:
            entity = _find(session, record_id)
            entity.confirmed_on, entity.confirmed_by = self._store.clock.today(), who_writes(session)

    def discard(self, ids: Sequence[int]) -> None:
        """Put partners into the wastebasket.

        Raises:
            ConflictError: an entry of the list names one of them.
        """
        with self._store.writing(_("団体をごみ箱へ: {n}件").format(n=len(set(ids)))) as session:
            counts = count_entries(session)
            for record_id in ids:
                entity = _find(session, record_id)
                if counts.get(record_id):
                    raise ConflictError(
                        _(
                            "「{name}」は取組{n}件の協働相手です。"
                            "取組一覧でその相手を外してから、ごみ箱に入れてください。"
                        ).format(name=entity.name, n=counts[record_id])
                    )
                entity.deleted_at = entity.deleted_at or self._store.clock.now()

    def restore(self, ids: Sequence[int]) -> None:
        """Take partners out of the wastebasket; one made one with another comes back without its links."""
        with self._store.writing(_("団体をごみ箱から戻す: {n}件").format(n=len(set(ids)))) as session:
            for record_id in ids:
                entity = _find(session, record_id)
                entity.deleted_at = None
                part_again(session, entity)

    def mark_different(self, first_id: int, second_id: int) -> None:
        """Decide that two partners are not the same; the pair is not offered again."""
        if first_id == second_id:
            raise InputError(_("同じ団体どうしです。ちがう二つの団体を選んでください。"))
        names = [self.get(first_id).name, self.get(second_id).name]
        what = _("別の団体とする: {first}と{second}").format(first=names[0], second=names[1])
        with self._store.writing(what) as session:
            _find_pair(session, first_id, second_id).decision = DIFFERENT


def add_partner(session: Session, draft: PartnerDraft, today: date | None = None) -> int:
    """Add a partner in a session that also does something else, and return its id."""
    entity = Partner()
    apply_draft(session, entity, draft, today)
    session.add(entity)
    session.flush()
    return entity.id


def _missing() -> NotFoundError:
    return NotFoundError(_("この団体は、もう台帳にありません。台帳を開き直してください。"))


def _get(session: Session, record_id: int) -> PartnerRecord:
    found = read_partners(session, Partner.id == record_id, whole=True)
    if not found:
        raise _missing()
    return found[0]


def _find(session: Session, record_id: int) -> Partner:
    entity = session.get(Partner, record_id)
    if entity is None:
        raise _missing()
    return entity


def _find_pair(session: Session, first_id: int, second_id: int) -> PartnerPairRow:
    ids = (first_id, second_id)
    pair = session.scalar(
        select(PartnerPairRow).where(PartnerPairRow.first_id.in_(ids), PartnerPairRow.second_id.in_(ids))
    )
    if pair is None:
        pair = PartnerPairRow(first_id=first_id, second_id=second_id)
        session.add(pair)
    return pair
