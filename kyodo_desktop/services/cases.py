"""The verbs of a case: its stages are entered and taken back, its acts recorded, changed and put away."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from kyodo_desktop.base.errors import ConflictError
from kyodo_desktop.base.i18n import _
from kyodo_desktop.models import CaseAct
from kyodo_desktop.programmes import case_stages
from kyodo_desktop.programmes.act_kind import ActKind
from kyodo_desktop.programmes.acts import ACT_KINDS
from kyodo_desktop.records.cases import ActRecord, CaseBrief, CaseRecord, RevisedField
from kyodo_desktop.services import case_edit
from kyodo_desktop.services.act_words import changed_words
from kyodo_desktop.services.case_defaults import default_values
from kyodo_desktop.services.case_listing import put_on_list
from kyodo_desktop.services.case_records import (
    act_record,
    act_values,
    find_act,
    read_briefs,
    read_case,
    read_cases,
)
from kyodo_desktop.services.case_revisions import revised_fields
from kyodo_desktop.services.proposal_records import find_proposal, programme_of, receipt_number_of
from kyodo_desktop.store import Store


class CasesService:
    """What can be asked of a proposal's case and done to it."""

    def __init__(self, store: Store) -> None:
        self._store = store

    # Asking

    def get(self, proposal_id: int) -> CaseRecord:
        """Return the case of a proposal.

        Raises:
            NotFoundError: there is no such proposal.
        """
        with self._store.reading() as session:
            return read_case(session, proposal_id, self._store.clock.today())

    def list(self, proposal_ids: Sequence[int]) -> dict[int, CaseRecord]:
        """Return the cases of proposals by their ids."""
        today = self._store.clock.today()
        with self._store.reading() as session:
            return read_cases(session, proposal_ids, today)

    def briefs(self) -> dict[int, CaseBrief]:
        """Return every case in short, by its proposal's id."""
        with self._store.reading() as session:
            return read_briefs(session)

    def kinds(self) -> tuple[ActKind, ...]:
        """Return the kinds of act, in the order in which a case meets them."""
        return tuple(ACT_KINDS.values())

    def default_values(self, proposal_id: int, kind: str) -> dict[str, Any]:
        """Return what is known of a new act before anyone writes: its day, the amount, the 課.

        Raises:
            InputError: there is no such kind.
            NotFoundError: there is no such proposal.
        """
        with self._store.reading() as session:
            row = find_proposal(session, proposal_id)
            return default_values(session, row, case_edit.kind_of(kind), self._store.clock.today())

    def discarded(self, proposal_id: int) -> tuple[ActRecord, ...]:
        """Return the acts of a case that lie in the wastebasket."""
        with self._store.reading() as session:
            row = find_proposal(session, proposal_id)
            return tuple(act_record(act) for act in row.acts if act.deleted_at is not None)

    def revised(self, act_id: int) -> tuple[RevisedField, ...]:
        """Return what a resubmission changed in its proposal, before and since, side by side.

        Raises:
            NotFoundError: there is no such act.
        """
        with self._store.reading() as session:
            act = find_act(session, act_id)
            return revised_fields(find_proposal(session, act.proposal_id), act)

    # Doing

    def enter(self, proposal_id: int, stage: str, on: date | None = None, reason: str = "") -> CaseRecord:
        """Move a case into a stage or an end, on a day (today without one).

        Raises:
            InputError: something it needs is missing and no reason is written, or the day is too early.
            ConflictError: the case is over, a draft, or in the wastebasket.
        """
        today = self._store.clock.today()
        words = self._words(_("「{stage}」に進める: {proposal}"), proposal_id, stage)
        with self._store.writing(words) as session:
            row, programme = case_edit.find_case(session, proposal_id)
            case_edit.enter(session, row, programme, stage, on or today, reason)
            session.flush()
            return read_case(session, proposal_id, today)

    def take_back(self, proposal_id: int, reason: str) -> CaseRecord:
        """Take the last move of a case back.

        Raises:
            InputError: no reason is written.
            ConflictError: there is no move to take back.
        """
        today = self._store.clock.today()
        with self._store.writing(self._words(_("段階を一つ戻す: {proposal}"), proposal_id)) as session:
            row, _programme = case_edit.find_case(session, proposal_id)
            case_edit.take_back(row, today, reason)
            session.flush()
            return read_case(session, proposal_id, today)

    def record(self, proposal_id: int, kind: str, values: Mapping[str, Any]) -> int:
        """Record an act of a case and return its id.

        Raises:
            InputError: a value cannot be taken, or a required one is missing.
            ConflictError: the case has its one act of this kind, is a draft, or in the wastebasket.
        """
        label = _(case_edit.kind_of(kind).label)
        words = self._words(_("「{act}」を記録する: {proposal}"), proposal_id, act=label)
        with self._store.writing(words) as session:
            row, programme = case_edit.find_case(session, proposal_id)
            return case_edit.make_act(session, row, programme, kind, values).id

    def amend(self, act_id: int, values: Mapping[str, Any]) -> None:
        """Make an act what the values say.

        Raises:
            InputError: a value cannot be taken, or a required one is missing.
            NotFoundError: there is no such act.
            ConflictError: its case is in the wastebasket.
        """
        with self._store.writing(self._amending(act_id, values)) as session:
            act = find_act(session, act_id)
            case_edit.find_case(session, act.proposal_id)
            case_edit.apply_values(act, case_edit.kind_of(act.kind), values)

    def put_on_list(self, proposal_id: int) -> int:
        """Make an adopted project a row of its year's 取組一覧 and return that row's id.

        Raises:
            InputError: the 担当課 is not known.
            ConflictError: it is not adopted, or on the list already.
        """
        with self._store.writing(self._words(_("取組一覧に加える: {proposal}"), proposal_id)) as session:
            row, programme = case_edit.find_case(session, proposal_id)
            return put_on_list(session, row, programme).id

    def discard_acts(self, ids: Sequence[int]) -> None:
        """Put acts into the wastebasket."""
        if not ids:
            return
        with self._store.writing(self._act_words(_("「{act}」をごみ箱へ: {proposal}"), ids)) as session:
            for act_id in ids:
                act = find_act(session, act_id)
                act.deleted_at = act.deleted_at or self._store.clock.now()

    def restore_acts(self, ids: Sequence[int]) -> None:
        """Take acts out of the wastebasket.

        Raises:
            ConflictError: the case has another act of a kind of which it has only one.
        """
        if not ids:
            return
        with self._store.writing(self._act_words(_("「{act}」をごみ箱から戻す: {proposal}"), ids)) as session:
            for act_id in ids:
                act = find_act(session, act_id)
                row = find_proposal(session, act.proposal_id)
                _refuse_second(act, row.acts)
                act.deleted_at = None

    def _amending(self, act_id: int, values: Mapping[str, Any]) -> str:
        """Return in words what an act is being changed to, field by field."""
        words = self._act_words(_("「{act}」を直す: {proposal}"), [act_id])
        with self._store.reading() as session:
            act = find_act(session, act_id)
            kind = case_edit.kind_of(act.kind)
            changes = changed_words(kind, act_values(act), case_edit.checked_values(kind, values))
        return _("{words}（{changes}）").format(words=words, changes=changes) if changes else words

    def _words(self, words: str, proposal_id: int, stage: str = "", act: str = "") -> str:
        with self._store.reading() as session:
            row = find_proposal(session, proposal_id)
            name = f"{receipt_number_of(row)} {' '.join(row.title.split())}".strip()
            label = case_stages.label_of(programme_of(row), stage) if stage else ""
            return words.format(stage=label, act=act, proposal=name)

    def _act_words(self, words: str, ids: Sequence[int]) -> str:
        with self._store.reading() as session:
            act = find_act(session, ids[0])
            proposal_id, label = act.proposal_id, act_record(act).label
        return self._words(words, proposal_id, act=label)


def _refuse_second(act: CaseAct, others: Sequence[CaseAct]) -> None:
    kind = case_edit.kind_of(act.kind)
    second = (one for one in others if one.kind == act.kind and one is not act and one.deleted_at is None)
    if kind.once and next(second, None) is not None:
        raise ConflictError(
            _("「{act}」は、ほかにもう記録しています。先にそれをごみ箱に入れてください。").format(
                act=_(kind.label)
            )
        )
