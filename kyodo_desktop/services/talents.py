"""こだいら人財の森: offers and needs, held against each other, and referrals."""

from collections.abc import Sequence
from datetime import date

from sqlalchemy import or_
from sqlalchemy.orm import Session

from kyodo_desktop.base.i18n import _
from kyodo_desktop.models import Partner, Referral, Talent
from kyodo_desktop.records.talents import (
    ReferralDraft,
    ReferralRecord,
    SupportOrganization,
    TalentDraft,
    TalentMatch,
    TalentRecord,
    TalentSide,
)
from kyodo_desktop.services.talent_edit import (
    apply_referral,
    apply_talent,
    refuse_coming_day,
    refuse_to_oneself,
)
from kyodo_desktop.services.talent_matching import matches_of
from kyodo_desktop.services.talent_records import (
    STANDING,
    read_open,
    read_referrals,
    read_talent,
    read_talents,
    referral_missing,
    talent_missing,
)
from kyodo_desktop.services.talent_terms import organizations
from kyodo_desktop.store import Store

_OTHER_SIDE = {TalentSide.OFFER: TalentSide.NEED, TalentSide.NEED: TalentSide.OFFER}
_KEPT = Referral.deleted_at.is_(None)


class TalentsService:
    """What can be asked of offers, needs and referrals, and done to them."""

    def __init__(self, store: Store) -> None:
        self._store = store

    # Asking about offers and needs

    def list(self, side: TalentSide | None = None, open_on: date | None = None) -> tuple[TalentRecord, ...]:
        """Return the entries of partners in the register, the newest first; those that hold on a day."""
        wanted = () if side is None else (Talent.side == side.value,)
        with self._store.reading() as session:
            if open_on is not None:
                return read_open(session, open_on, *wanted)
            return read_talents(session, STANDING, Partner.deleted_at.is_(None), *wanted)

    def get(self, record_id: int) -> TalentRecord:
        """Return one entry, also from the wastebasket.

        Raises:
            NotFoundError: there is none.
        """
        with self._store.reading() as session:
            return read_talent(session, record_id)

    def of_partner(self, partner_id: int) -> tuple[TalentRecord, ...]:
        """Return what a partner offers and needs, the newest first; what holds today before what does not."""
        today = self._store.clock.today()
        with self._store.reading() as session:
            found = read_talents(session, STANDING, Talent.partner_id == partner_id)
        return tuple(sorted(found, key=lambda one: not one.is_open_on(today)))

    def matches(self, record_id: int) -> tuple[TalentMatch, ...]:
        """Return the entries of the other side, and of another partner, that fit today, the best first.

        Raises:
            NotFoundError: there is no such entry.
        """
        with self._store.reading() as session:
            asked = read_talent(session, record_id)
            others = read_open(
                session,
                self._store.clock.today(),
                Talent.side == _OTHER_SIDE[asked.draft.side].value,
                Talent.partner_id != asked.draft.partner_id,
            )
        return matches_of(asked, others)

    def wastebasket(self) -> tuple[TalentRecord, ...]:
        """Return the entries that were discarded, the last first."""
        with self._store.reading() as session:
            return read_talents(session, ~STANDING, first=Talent.deleted_at.desc())

    # Asking about referrals

    def organizations(self) -> tuple[SupportOrganization, ...]:
        """Return the 中間支援組織 that the counter sends people to."""
        return organizations()

    def referrals(self) -> tuple[ReferralRecord, ...]:
        """Return all referrals, the newest first."""
        with self._store.reading() as session:
            return read_referrals(session, _KEPT)

    def referrals_of(self, partner_id: int) -> tuple[ReferralRecord, ...]:
        """Return where a partner was sent, and who was sent to it, the newest first."""
        either = or_(Referral.partner_id == partner_id, Referral.to_partner_id == partner_id)
        with self._store.reading() as session:
            return read_referrals(session, _KEPT, either)

    def discarded_referrals(self) -> tuple[ReferralRecord, ...]:
        """Return the referrals that were discarded, the newest first."""
        with self._store.reading() as session:
            return read_referrals(session, ~_KEPT)

    # Doing with offers and needs

    def add(self, draft: TalentDraft) -> int:
        """Note an offer or a need and return its id.

        Raises:
            InputError: something of the draft cannot be taken.
        """
        today = self._store.clock.today()
        with self._store.writing(_("人財の森に書く: {title}").format(title=_words(draft.title))) as session:
            entity = Talent(noted_on=today)
            # Before it is added: what is checked on the way must not be flushed half made.
            apply_talent(session, entity, draft, today)
            session.add(entity)
            session.flush()
            return entity.id

    def edit(self, record_id: int, draft: TalentDraft) -> None:
        """Make an entry what the draft says.

        Raises:
            InputError: something of the draft cannot be taken.
        """
        with self._store.writing(_("人財の森を直す: {title}").format(title=_words(draft.title))) as session:
            apply_talent(session, _find(session, record_id), draft, self._store.clock.today())

    def close(self, record_id: int, on: date) -> None:
        """End an entry, because it was met or taken back.

        Raises:
            InputError: the day is still to come.
        """
        refuse_coming_day(on, self._store.clock.today())
        what = _("人財の森を終わりにする: {title}").format(title=self._title(record_id))
        with self._store.writing(what) as session:
            _find(session, record_id).closed_on = on

    def reopen(self, record_id: int) -> None:
        """Let an ended entry hold again; a last day that is over goes."""
        what = _("人財の森をまた開く: {title}").format(title=self._title(record_id))
        with self._store.writing(what) as session:
            entity = _find(session, record_id)
            entity.closed_on = None
            if entity.ends_on is not None and entity.ends_on < self._store.clock.today():
                entity.ends_on = None

    def discard(self, ids: Sequence[int]) -> None:
        """Put entries into the wastebasket."""
        what = _("人財の森の記録をごみ箱へ: {n}件").format(n=len(set(ids)))
        with self._store.writing(what) as session:
            for record_id in ids:
                entity = _find(session, record_id)
                entity.deleted_at = entity.deleted_at or self._store.clock.now()

    def restore(self, ids: Sequence[int]) -> None:
        """Take entries out of the wastebasket."""
        what = _("人財の森の記録をごみ箱から戻す: {n}件").format(n=len(set(ids)))
        with self._store.writing(what) as session:
            for record_id in ids:
                _find(session, record_id).deleted_at = None

    # Doing with referrals

    def refer(self, draft: ReferralDraft) -> int:
        """Note where the counter sent a partner and return the referral's id.

        Raises:
            InputError: something of the draft cannot be taken.
        """
        with self._store.writing(_("紹介を記録: {to}").format(to=self._target(draft))) as session:
            entity = Referral(organization="")
            apply_referral(session, entity, draft, self._store.clock.today())
            session.add(entity)
            session.flush()
            return entity.id

    def edit_referral(self, record_id: int, draft: ReferralDraft) -> None:
        """Make a referral what the draft says.

        Raises:
            InputError: something of the draft cannot be taken.
        """
        with self._store.writing(_("紹介の記録を直す: {to}").format(to=self._target(draft))) as session:
            apply_referral(session, _find_referral(session, record_id), draft, self._store.clock.today())

    def discard_referral(self, record_id: int) -> None:
        """Put a referral into the wastebasket."""
        with self._store.writing(_("紹介の記録をごみ箱へ")) as session:
            entity = _find_referral(session, record_id)
            entity.deleted_at = entity.deleted_at or self._store.clock.now()

    def restore_referral(self, record_id: int) -> None:
        """Take a referral out of the wastebasket.

        Raises:
            InputError: the two it names were made one since.
        """
        with self._store.writing(_("紹介の記録をごみ箱から戻す")) as session:
            entity = _find_referral(session, record_id)
            refuse_to_oneself(session, entity)
            entity.deleted_at = None

    def _title(self, record_id: int) -> str:
        with self._store.reading() as session:
            return read_talent(session, record_id).draft.title

    def _target(self, draft: ReferralDraft) -> str:
        """Return the name of where a draft sends somebody, for the log."""
        with self._store.reading() as session:
            partner = session.get(Partner, draft.to_partner_id) if draft.to_partner_id is not None else None
        if partner is not None:
            return partner.name
        labels = {one.key: one.label for one in organizations()}
        return labels.get(draft.organization, draft.organization)


def _words(title: str) -> str:
    return " ".join(title.split())


def _find(session: Session, record_id: int) -> Talent:
    entity = session.get(Talent, record_id)
    if entity is None:
        raise talent_missing()
    return entity


def _find_referral(session: Session, record_id: int) -> Referral:
    entity = session.get(Referral, record_id)
    if entity is None:
        raise referral_missing()
    return entity
