"""The verbs of 事業の評価, 振り返り and 中間評価."""

import unicodedata
from collections.abc import Sequence
from datetime import date
from os import PathLike
from pathlib import Path

from sqlalchemy.orm import Session

from kyodo_desktop.base.errors import InputError
from kyodo_desktop.base.files import write_whole_file
from kyodo_desktop.base.i18n import _
from kyodo_desktop.forms import evaluation_text
from kyodo_desktop.models import Evaluation
from kyodo_desktop.records.evaluations import (
    EVALUATION_LABELS,
    EvaluationDraft,
    EvaluationKind,
    EvaluationRecord,
    EvaluationText,
)
from kyodo_desktop.records.sheets import SheetOwner
from kyodo_desktop.services.evaluation_acts import tell_case, told_case
from kyodo_desktop.services.evaluation_edit import apply_draft
from kyodo_desktop.services.evaluation_public import public_problems, website_text
from kyodo_desktop.services.evaluation_records import find_evaluation, read_evaluation, read_evaluations
from kyodo_desktop.services.evaluation_subjects import blank_for, read_of_subject, remarks
from kyodo_desktop.services.personal_numbers import refuse_my_number
from kyodo_desktop.store import Store

_LIVING = Evaluation.deleted_at.is_(None)
_OWNERS = {
    "proposal": Evaluation.proposal_id,
    "collaboration": Evaluation.collaboration_id,
    "partner": Evaluation.partner_id,
}


class EvaluationsService:
    """What can be asked of the evaluations and done to them."""

    def __init__(self, store: Store) -> None:
        self._store = store

    # Asking

    def text(self, kind: EvaluationKind, fiscal_year: int) -> EvaluationText:
        """Return the items and the scale that a new one of this kind and year has."""
        return evaluation_text.load(kind, evaluation_text.version_for(fiscal_year))

    def text_of(self, record: EvaluationRecord) -> EvaluationText:
        """Return the items and the scale that an evaluation was begun with."""
        return evaluation_text.load(record.draft.kind, record.version)

    def list(self) -> tuple[EvaluationRecord, ...]:
        """Return the evaluations, the last filled in first."""
        with self._store.reading() as session:
            return read_evaluations(session, _LIVING)

    def of(self, owner: SheetOwner) -> tuple[EvaluationRecord, ...]:
        """Return the evaluations of a `proposal`, a `collaboration` or a `partner`, last filled in first."""
        with self._store.reading() as session:
            return read_evaluations(session, _LIVING, _OWNERS[owner.kind] == owner.record_id)

    def get(self, record_id: int) -> EvaluationRecord:
        """Return one evaluation, also from the wastebasket.

        Raises:
            NotFoundError: there is none.
        """
        with self._store.reading() as session:
            return read_evaluation(session, record_id)

    def wastebasket(self) -> tuple[EvaluationRecord, ...]:
        """Return what was discarded, the last first."""
        with self._store.reading() as session:
            return read_evaluations(session, ~_LIVING, first=Evaluation.deleted_at.desc())

    def blank_for(self, owner: SheetOwner | None, kind: EvaluationKind) -> EvaluationDraft:
        """Return a blank evaluation of a proposal, an entry of the list, a partner, or of nothing yet.

        Of an `evaluation` it is one more of the same.

        Raises:
            NotFoundError: there is no such record.
        """
        with self._store.reading() as session:
            return blank_for(session, owner, kind, self._store.clock.today())

    def of_subject(self, draft: EvaluationDraft) -> tuple[EvaluationRecord, ...]:
        """Return all evaluations that are about the same as a draft, the last filled in first."""
        with self._store.reading() as session:
            return read_of_subject(session, draft)

    def remarks(self, draft: EvaluationDraft, record_id: int | None = None) -> tuple[str, ...]:
        """Return what is odd about an evaluation and kept all the same, each in a sentence."""
        with self._store.reading() as session:
            return remarks(session, draft, record_id)

    def public_problems(self, record_id: int) -> tuple[str, ...]:
        """Return what of persons seems to stand in the public texts, each in a sentence."""
        with self._store.reading() as session:
            return public_problems(session, read_evaluation(session, record_id).draft)

    def website_text(self, record_id: int) -> str:
        """Return the text for the website: what was written for it, else one made of the summary."""
        with self._store.reading() as session:
            record = read_evaluation(session, record_id)
            return website_text(record)

    def write_website_text(self, record_id: int, path: "str | PathLike[str]") -> None:
        """Write the text for the website as UTF-8, its lines ended as Windows wants them.

        Raises:
            InputError: there is nothing to publish yet.
            OutputError: the file cannot be written; what stood under its name is untouched.
        """
        with self._store.reading() as session:
            record = read_evaluation(session, record_id)
        if not record.draft.public_text.strip() and not record.draft.public_summary.strip():
            raise InputError(
                _("公表する文がまだありません。公表用の要約かホームページの文を書いてください。"),
                "public_summary",
            )
        text = website_text(record)
        lines = unicodedata.normalize("NFC", text).splitlines()
        write_whole_file(Path(path), "".join(f"{line}\r\n" for line in lines).encode())

    # Doing

    def create(self, draft: EvaluationDraft) -> int:
        """Keep a new evaluation, with the items of its year, and return its id.

        Raises:
            InputError: something of the draft cannot be taken.
        """
        with self._store.writing(_words(_("{kind}を作る: {title}"), draft)) as session:
            row = Evaluation(
                kind=draft.kind.value,
                fiscal_year=draft.fiscal_year,
                version=evaluation_text.version_for(draft.fiscal_year),
                updated_at=self._store.clock.now(),
            )
            apply_draft(session, row, draft)
            session.add(row)
            session.flush()
            return row.id

    def save(self, record_id: int, draft: EvaluationDraft) -> None:
        """Make an evaluation what the draft says; if it is that already, nothing is changed or logged.

        Raises:
            InputError: something of the draft cannot be taken: a side that is done lacks a reason, say.
        """
        with self._store.writing(_words(_("{kind}に記入: {title}"), draft)) as session:
            row = find_evaluation(session, record_id)
            if not row.answers and not draft.answers:
                # Nobody has answered yet: another year asks its own items.
                row.version = evaluation_text.version_for(draft.fiscal_year)
            before = told_case(row)
            if apply_draft(session, row, draft):
                _refuse_talk_alone(row, draft)
                row.updated_at = self._store.clock.now()
                tell_case(session, row, before, self._store.clock.now())

    def hold(self, record_id: int, day: date | None) -> None:
        """Keep the day on which both talked it over, None that they did not; its case tells the same.

        Raises:
            InputError: not both sides are done with their own.
        """
        with self._store.writing(_("評価の話し合いを記録する")) as session:
            row = find_evaluation(session, record_id)
            if day is not None and not read_evaluation(session, record_id).draft.both_are_in:
                raise InputError(
                    _("団体と担当課の両方が記入を終えてから、話し合いを記録してください。"), "held_on"
                )
            before = told_case(row)
            row.held_on, row.updated_at = day, self._store.clock.now()
            tell_case(session, row, before, self._store.clock.now())

    def publish(self, record_id: int, day: date | None, where: str) -> None:
        """Keep when and where the result was made public, None that it was not; its case tells the same.

        Raises:
            InputError: there is no public summary, no place, or an individual number.
        """
        refuse_my_number(where, _("公表の場所"), "published_where")
        with self._store.writing(_("評価の公表を記録する")) as session:
            row = find_evaluation(session, record_id)
            if day is not None and not read_evaluation(session, record_id).draft.both_are_in:
                raise InputError(
                    _("団体と担当課の両方が記入を終えてから、公表を記録してください。"), "published_on"
                )
            if day is not None and not row.public_summary.strip():
                raise InputError(_("公表用の要約がありません。先に書いてください。"), "public_summary")
            if day is not None and not where.strip():
                raise InputError(_("公表した場所を書いてください（市ホームページなど）。"), "published_where")
            before = told_case(row)
            row.published_on, row.published_where = day, where.strip()
            row.updated_at = self._store.clock.now()
            tell_case(session, row, before, self._store.clock.now())

    def discard(self, ids: Sequence[int]) -> None:
        """Put evaluations into the wastebasket."""
        with self._store.writing(_("評価をごみ箱へ: {n}件").format(n=len(set(ids)))) as session:
            self._mark(session, ids, is_discarded=True)

    def restore(self, ids: Sequence[int]) -> None:
        """Take evaluations out of the wastebasket."""
        with self._store.writing(_("評価をごみ箱から戻す: {n}件").format(n=len(set(ids)))) as session:
            self._mark(session, ids, is_discarded=False)

    def _mark(self, session: Session, ids: Sequence[int], *, is_discarded: bool) -> None:
        for record_id in ids:
            row = find_evaluation(session, record_id)
            row.deleted_at = (row.deleted_at or self._store.clock.now()) if is_discarded else None


def _words(words: str, draft: EvaluationDraft) -> str:
    title = " ".join(draft.title.split()) or _("（事業名未記入）")
    return words.format(kind=_(EVALUATION_LABELS[draft.kind]), title=title)


def _refuse_talk_alone(row: Evaluation, draft: EvaluationDraft) -> None:
    if row.held_on is not None and not draft.both_are_in:
        raise InputError(
            _(
                "話し合いが済んでいるので、「記入を終えた日」は消せません。先に「話し合った日」を消してください。"
            ),
            "held_on",
        )
