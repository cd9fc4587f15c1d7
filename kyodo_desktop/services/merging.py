"""The verbs of 名寄せ that do something: two partners side by side, and the one act that makes them one."""

from collections.abc import Mapping

from sqlalchemy import select
from sqlalchemy.orm import Session

from kyodo_desktop.base.errors import ConflictError, InputError, NotFoundError
from kyodo_desktop.base.i18n import _
from kyodo_desktop.models import FormDraft, Partner
from kyodo_desktop.records.merging import MergeChoice, MergePlan
from kyodo_desktop.records.partners import PartnerRecord
from kyodo_desktop.services.merge_fields import merge_rows, merged
from kyodo_desktop.services.merge_links import count_moves, move_links
from kyodo_desktop.services.partner_edit import apply_draft
from kyodo_desktop.services.partner_records import draft_of, read_partners
from kyodo_desktop.store import Store

_KIND = "partner"


class MergingService:
    """Makes two partners one. Nothing of it happens without a person."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def plan(self, keep_id: int, lose_id: int) -> MergePlan:
        """Return two partners side by side, with what is proposed and what would move.

        Raises:
            InputError: it is one partner twice.
            ConflictError: one lies in the wastebasket.
            NotFoundError: one is not there.
        """
        with self._store.reading() as session:
            keep, lose = _both(session, keep_id, lose_id)
            return MergePlan(keep, lose, merge_rows(keep, lose), count_moves(session, keep_id, lose_id))

    def merge(self, keep_id: int, lose_id: int, choices: Mapping[str, MergeChoice]) -> None:
        """Make two partners one, in one act that 元に戻す takes back whole.

        `choices` names whose value each field gets; a field that is not named gets the proposed one. All that
        names the one that goes then names the one that stays, its names become former names of that one, and
        it lies in the wastebasket, marked. What the cells of the list say stays letter for letter.

        Raises:
            InputError: a choice that cannot be taken, or a value that no longer can.
            ConflictError: one lies in the wastebasket, or is being edited.
            NotFoundError: one is not there.
        """
        with self._store.reading() as session:
            names = [one.name for one in _both(session, keep_id, lose_id)]
        what = _("一つにする: {lose}を{keep}へ").format(keep=names[0], lose=names[1])
        with self._store.writing(what) as session:
            keep, lose = _both(session, keep_id, lose_id)
            _refuse_unsaved(session, keep, lose)
            draft = merged(draft_of(keep), draft_of(lose), merge_rows(keep, lose), choices)
            winner, loser = session.get_one(Partner, keep_id), session.get_one(Partner, lose_id)
            moment = self._store.clock.now()
            loser.deleted_at, loser.merged_into = moment, keep_id
            move_links(session, winner, loser, moment)
            apply_draft(session, winner, draft, self._store.clock.today())


def _both(session: Session, keep_id: int, lose_id: int) -> tuple[PartnerRecord, PartnerRecord]:
    if keep_id == lose_id:
        raise InputError(_("同じ団体どうしです。ちがう二つの団体を選んでください。"))
    read = read_partners(session, Partner.id.in_((keep_id, lose_id)), whole=True)
    found = {partner.id: partner for partner in read}
    if len(found) < 2:
        raise NotFoundError(_("この団体は、もう台帳にありません。台帳を開き直してください。"))
    for partner in read:
        if partner.deleted:
            raise ConflictError(
                _("「{name}」はごみ箱にあります。一つにするなら、先に元に戻してください。").format(
                    name=partner.name
                )
            )
    return found[keep_id], found[lose_id]


def _refuse_unsaved(session: Session, *partners: PartnerRecord) -> None:
    """Refuse while something typed is not saved: saved later, it would overwrite what was chosen."""
    for partner in partners:
        open_draft = select(FormDraft.id).where(FormDraft.kind == _KIND, FormDraft.record_id == partner.id)
        if session.scalar(open_draft) is not None:
            raise ConflictError(
                _(
                    "「{name}」に書きかけの編集が残っています。"
                    "保存するか、書きかけを消してから、一つにしてください。"
                ).format(name=partner.name)
            )
