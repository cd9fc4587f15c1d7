"""The verbs of 提案受付: a draft, its 受付, its 受理."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from kyodo_desktop.base.errors import ConflictError, InputError
from kyodo_desktop.base.i18n import _
from kyodo_desktop.japanese.fiscal_year import fiscal_year
from kyodo_desktop.models import Proposal
from kyodo_desktop.programmes import files, rules
from kyodo_desktop.programmes.programme import Programme
from kyodo_desktop.records.proposals import (
    Problem,
    ProposalDraft,
    ProposalRecord,
    ProposalStage,
    Weight,
)
from kyodo_desktop.services.merge_links import living_id
from kyodo_desktop.services.proposal_edit import apply_draft, next_serial, programme_for
from kyodo_desktop.services.proposal_receipts import bears_receipt
from kyodo_desktop.services.proposal_records import (
    draft_of,
    find_facts,
    find_problems,
    find_proposal,
    programme_of,
    read_proposal,
    read_proposals,
    receipt_number_of,
)
from kyodo_desktop.store import Store

_LIVING = Proposal.deleted_at.is_(None)


class ProposalsService:
    """What can be asked of the proposals and done to them."""

    def __init__(self, store: Store) -> None:
        self._store = store

    # Asking

    def programmes(self, fiscal_year: int) -> tuple[Programme, ...]:
        """Return the programmes that have a round in a fiscal year."""
        return files.in_year(fiscal_year)

    def programme(self, key: str, revision: int | None = None) -> Programme:
        """Return one programme; its newest revision when none is named.

        Raises:
            NotFoundError: no file has it.
        """
        return files.find(key, revision)

    def list(self) -> tuple[ProposalRecord, ...]:
        """Return the proposals, the newest first."""
        with self._store.reading() as session:
            return read_proposals(session, _LIVING)

    def get(self, record_id: int) -> ProposalRecord:
        """Return one proposal, also from the wastebasket.

        Raises:
            NotFoundError: there is none.
        """
        with self._store.reading() as session:
            return read_proposal(session, record_id)

    def problems(self, draft: ProposalDraft, record_id: int | None = None) -> tuple[Problem, ...]:
        """Return what stands between a draft and its 受理; `record_id` is its proposal, once there is one."""
        draft = self._with_year(draft)
        with self._store.reading() as session:
            row = session.get(Proposal, record_id) if record_id is not None else None
            received = row is not None and row.serial is not None
            programme = programme_of(row) if row is not None and received else programme_for(draft)
            return find_problems(session, programme, draft, record_id, self._store.clock.now())

    def facts(self, draft: ProposalDraft, record_id: int | None = None) -> rules.Facts:
        """Return what the rules ask about a draft's partner (kind, other receipts) and its round."""
        with self._store.reading() as session:
            return find_facts(session, self._with_year(draft), record_id, self._store.clock.now())

    def find_receipt(self, text: str) -> ProposalRecord | None:
        """Return the proposal with the receipt number typed as `text`, also from the wastebasket."""
        wanted = bears_receipt(text)
        if wanted is None:
            return None
        with self._store.reading() as session:
            found = read_proposals(session, wanted)
        return found[0] if found else None

    def wastebasket(self) -> tuple[ProposalRecord, ...]:
        """Return what was discarded, the last first."""
        with self._store.reading() as session:
            return read_proposals(session, ~_LIVING, first=Proposal.deleted_at.desc())

    # Doing

    def create(self, draft: ProposalDraft) -> int:
        """Keep a new draft and return its id.

        Raises:
            InputError: something of the draft cannot be taken.
        """
        with self._store.writing() as session:
            row = Proposal(stage=ProposalStage.DRAFT.value, updated_at=self._store.clock.now())
            apply_draft(session, row, draft, self._store.clock.today())
            session.add(row)
            session.flush()
            return row.id

    def save(self, record_id: int, draft: ProposalDraft) -> None:
        """Make a proposal what the draft says; after 受付 the change is in the change log.

        Raises:
            InputError: something of the draft cannot be taken.
        """
        with self._store.writing(self._words(_("提案を直す: {proposal}"), record_id)) as session:
            row = find_proposal(session, record_id)
            before = draft_of(row)
            apply_draft(session, row, draft, self._store.clock.today())
            if draft_of(row) != before:
                row.updated_at = self._store.clock.now()

    def receive(self, record_id: int) -> ProposalRecord:
        """Take a proposal in (受付): give it its number. No breach of a rule holds this back.

        Raises:
            InputError: what has to stand on the 受付票 is missing.
            ConflictError: it is taken in already, or in the wastebasket.
        """
        now = self._store.clock.now()
        with self._store.writing(self._words(_("提案を受け付ける: {proposal}"), record_id)) as session:
            row = find_proposal(session, record_id)
            _refuse_discarded(row)
            if row.serial is not None:
                raise ConflictError(
                    _("もう {number}で受け付けています。").format(number=receipt_number_of(row))
                )
            missing = rules.slip_problems(draft_of(row))
            if missing:
                raise InputError(_("受け付けられません。") + _sentences(missing), missing[0].field)
            files.find(row.programme, row.programme_revision)
            row.serial = next_serial(session, row.fiscal_year, row.programme)
            row.stage = ProposalStage.RECEIVED.value
            row.partner_id = living_id(session, row.partner_id)
            row.received_at = row.updated_at = now
            session.flush()
            return read_proposal(session, record_id)

    def accept(self, record_id: int, reason: str = "") -> ProposalRecord:
        """Find a proposal complete (受理) and keep the day and the reason.

        The reason may also be written in the proposal itself.

        Raises:
            InputError: a problem stops it, or one needs a reason and there is none.
            ConflictError: it is not taken in yet, accepted already, or in the wastebasket.
        """
        with self._store.writing(self._words(_("提案を受理する: {proposal}"), record_id)) as session:
            row = find_proposal(session, record_id)
            _refuse_discarded(row)
            _refuse_wrong_stage(row)
            written = reason.strip() or row.reason.strip()
            needs_reason = _refuse_problems(read_proposal(session, record_id).problems, written)
            row.stage = ProposalStage.ACCEPTED.value
            row.accepted_on = self._store.clock.today()
            row.acceptance_reason = written if needs_reason else reason.strip()
            row.updated_at = self._store.clock.now()
            session.flush()
            return read_proposal(session, record_id)

    def discard(self, ids: Sequence[int]) -> None:
        """Put proposals into the wastebasket; their numbers stay taken."""
        with self._store.writing(_("提案をごみ箱へ: {n}件").format(n=len(set(ids)))) as session:
            for record_id in ids:
                row = find_proposal(session, record_id)
                row.deleted_at = row.deleted_at or self._store.clock.now()

    def restore(self, ids: Sequence[int]) -> None:
        """Take proposals out of the wastebasket."""
        with self._store.writing(_("提案をごみ箱から戻す: {n}件").format(n=len(set(ids)))) as session:
            for record_id in ids:
                find_proposal(session, record_id).deleted_at = None

    def _with_year(self, draft: ProposalDraft) -> ProposalDraft:
        return replace(draft, fiscal_year=draft.fiscal_year or fiscal_year(self._store.clock.today()))

    def _words(self, act: str, record_id: int) -> str:
        with self._store.reading() as session:
            row = find_proposal(session, record_id)
            title = " ".join(row.title.split()) or _("（名称未記入）")
            return act.format(proposal=f"{receipt_number_of(row)} {title}".strip())


def _refuse_discarded(row: Proposal) -> None:
    if row.deleted_at is not None:
        raise ConflictError(_("この提案はごみ箱にあります。先に戻してください。"))


def _refuse_wrong_stage(row: Proposal) -> None:
    if row.stage == ProposalStage.DRAFT:
        raise ConflictError(_("まだ受け付けていません。先に受付をしてください。"))
    if row.stage == ProposalStage.ACCEPTED:
        raise ConflictError(_("もう受理しています。"))


def _refuse_problems(problems: Iterable[Problem], written: str) -> bool:
    """Refuse what stops a 受理; tell whether the rest needs the reason that is written."""
    found = list(problems)
    stopping = [problem for problem in found if problem.weight is Weight.STOPS]
    if stopping:
        raise InputError(_("受理できません。") + _sentences(stopping), stopping[0].field)
    breaches = [problem for problem in found if problem.weight is Weight.NEEDS_REASON]
    if breaches and not written:
        raise InputError(_("受理するには、理由を書いてください。") + _sentences(breaches), "reason")
    return bool(breaches)


def _sentences(problems: Iterable[Problem]) -> str:
    return "".join(problem.text.rstrip("。") + "。" for problem in problems)
