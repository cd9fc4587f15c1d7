"""The verbs of 六つの手順."""

from collections.abc import Sequence
from dataclasses import asdict, replace
from typing import Any

from sqlalchemy import ColumnElement, select
from sqlalchemy.orm import Session, selectinload

from kyodo_desktop.base.errors import InputError, NotFoundError
from kyodo_desktop.base.i18n import _
from kyodo_desktop.forms import guide_text
from kyodo_desktop.japanese.fiscal_year import fiscal_year as year_of
from kyodo_desktop.japanese.fiscal_year import refuse_strange_year
from kyodo_desktop.models import Collaboration, Guide, Partner, Proposal
from kyodo_desktop.models import GuideNote as NoteRow
from kyodo_desktop.records.guides import (
    WRITTEN,
    GuideDraft,
    GuideNote,
    GuideRecord,
    GuideText,
    NoteState,
    asks_for_paper,
)
from kyodo_desktop.records.sheets import SheetOwner
from kyodo_desktop.services.guide_values import guide_values
from kyodo_desktop.services.merge_links import living_id
from kyodo_desktop.services.personal_numbers import refuse_my_number
from kyodo_desktop.services.subjects import read_subject, refuse_gone
from kyodo_desktop.store import Store

_LIVING = Guide.deleted_at.is_(None)
_OWNERS = {
    "proposal": Guide.proposal_id,
    "collaboration": Guide.collaboration_id,
    "partner": Guide.partner_id,
}


class GuidesService:
    """What can be asked of the projects that go through the six steps, and done to them."""

    def __init__(self, store: Store) -> None:
        self._store = store

    # Asking

    def text(self, fiscal_year: int | None = None) -> GuideText:
        """Return the handbook's words as they hold in a fiscal year; in this one when none is named."""
        return guide_text.load_for(fiscal_year or year_of(self._store.clock.today()))

    def list(self) -> tuple[GuideRecord, ...]:
        """Return the projects, the last worked on first."""
        with self._store.reading() as session:
            return _read(session, _LIVING)

    def wastebasket(self) -> tuple[GuideRecord, ...]:
        """Return what was discarded."""
        with self._store.reading() as session:
            return _read(session, ~_LIVING)

    def get(self, record_id: int) -> GuideRecord:
        """Return one project, also from the wastebasket.

        Raises:
            NotFoundError: there is none.
        """
        with self._store.reading() as session:
            return _one(session, record_id)

    def of(self, owner: SheetOwner) -> tuple[GuideRecord, ...]:
        """Return the projects of a `proposal`, a `collaboration` or a `partner`, the last worked on first."""
        with self._store.reading() as session:
            return _read(session, _LIVING, _OWNERS[owner.kind] == owner.record_id)

    def blank_for(self, owner: SheetOwner | None = None) -> GuideDraft:
        """Return what is known of a record to begin with; of none, this year's blank one.

        Raises:
            NotFoundError: there is no such record.
        """
        with self._store.reading() as session:
            draft = GuideDraft(**asdict(read_subject(session, owner, self._store.clock.today())))
            if draft.collaboration_id is not None:
                draft = replace(draft, collaboration_form=_form_of(session, draft))
            if draft.proposal_id is None and draft.collaboration_id is not None:
                return replace(draft, proposal_id=_case_of(session, draft.collaboration_id))
            return draft

    def paper(self, record_id: int, step: str = "") -> dict[str, Any]:
        """Return the values of the paper `six_steps`: of one step, or of all six.

        Raises:
            NotFoundError: there is no such project.
        """
        with self._store.reading() as session:
            record = _one(session, record_id)
            return guide_values(guide_text.load_for(record.draft.fiscal_year), record, step)

    # Doing

    def create(self, draft: GuideDraft) -> int:
        """Begin a project and return its id.

        Raises:
            InputError: something of the draft cannot be taken.
        """
        with self._store.writing(_("六つの手順を始める: {title}").format(title=_words(draft))) as session:
            row = Guide(updated_at=self._store.clock.now())
            _apply(session, row, draft)
            session.add(row)
            session.flush()
            return row.id

    def save(self, record_id: int, draft: GuideDraft) -> None:
        """Make a project what the draft says.

        Raises:
            InputError: something of the draft cannot be taken.
        """
        with self._store.writing(_("六つの手順を直す: {title}").format(title=_words(draft))) as session:
            row = _find(session, record_id)
            _apply(session, row, draft)
            if session.is_modified(row):
                row.updated_at = self._store.clock.now()

    def note(self, record_id: int, note: GuideNote) -> None:
        """Keep what was found of a point; without state and words, nothing was.

        Without a day, it was found today. What was noted of a point that the words of the year do not have
        any more can be changed all the same.

        Raises:
            InputError: the steps have no such point, or the words hold an individual number.
        """
        refuse_my_number(note.words, _("六つの手順のメモ"))
        point = guide_text.former_point(note.step, note.point)
        heading = point.heading if point is not None else _("約束事の書面")
        with self._store.writing(_("六つの手順のメモを書く: {point}").format(point=heading)) as session:
            guide = _find(session, record_id)
            row = next((o for o in guide.notes if (o.step, o.point) == (note.step, note.point)), None)
            if row is None:
                _refuse_strange_point(guide.fiscal_year, note)
            if note.state is None and not note.words.strip():
                guide.notes[:] = [one for one in guide.notes if one is not row]
                return
            if row is None:
                row = NoteRow(step=note.step, point=note.point)
                guide.notes.append(row)
            row.state = note.state.value if note.state is not None else ""
            row.words, row.by = note.words.strip(), note.by
            row.noted_on = note.noted_on or self._store.clock.today()
            guide.updated_at = self._store.clock.now()

    def discard(self, ids: Sequence[int]) -> None:
        """Put projects into the wastebasket."""
        with self._store.writing(_("六つの手順をごみ箱へ: {n}件").format(n=len(set(ids)))) as session:
            for record_id in ids:
                row = _find(session, record_id)
                row.deleted_at = row.deleted_at or self._store.clock.now()

    def restore(self, ids: Sequence[int]) -> None:
        """Take projects out of the wastebasket."""
        with self._store.writing(_("六つの手順をごみ箱から戻す: {n}件").format(n=len(set(ids)))) as session:
            for record_id in ids:
                _find(session, record_id).deleted_at = None


def _form_of(session: Session, draft: GuideDraft) -> str:
    """Return the 形態 of an entry of the list, if it has one and the handbook explains it."""
    entry = session.get(Collaboration, draft.collaboration_id)
    forms = {cell.collaboration_form for cell in entry.participations} if entry is not None else set()
    known = {one.key for one in guide_text.load_for(draft.fiscal_year).forms}
    return forms.pop() if len(forms) == 1 and forms <= known else ""


def _case_of(session: Session, collaboration_id: int) -> int | None:
    """Return the proposal that an entry of the list came from."""
    cases = select(Proposal.id).where(
        Proposal.collaboration_id == collaboration_id, Proposal.deleted_at.is_(None)
    )
    return session.scalars(cases).first()


def _read(session: Session, *where: ColumnElement[bool]) -> tuple[GuideRecord, ...]:
    rows = session.execute(
        select(Guide, Partner.name)
        .outerjoin(Partner, Partner.id == Guide.partner_id)
        .where(*where)
        .options(selectinload(Guide.notes))
        .order_by(Guide.updated_at.desc(), Guide.id.desc())
    )
    return tuple(_record(row, name or "") for row, name in rows)


def _one(session: Session, record_id: int) -> GuideRecord:
    found = _read(session, Guide.id == record_id)
    if not found:
        raise _missing()
    return found[0]


def _record(row: Guide, partner_name: str) -> GuideRecord:
    draft = GuideDraft(
        fiscal_year=row.fiscal_year,
        title=row.title,
        proposal_id=row.proposal_id,
        collaboration_id=row.collaboration_id,
        partner_id=row.partner_id,
        department=row.department,
        suitability=row.suitability,
        zone=row.zone,
        collaboration_form=row.collaboration_form,
    )
    notes = tuple(
        GuideNote(
            one.step,
            one.point,
            NoteState(one.state) if one.state else None,
            one.words,
            one.noted_on,
            one.by,
        )
        for one in row.notes
    )
    record = GuideRecord(
        row.id, draft, partner_name, notes, row.updated_at, deleted=row.deleted_at is not None
    )
    asked = asks_for_paper(guide_text.load_for(draft.fiscal_year), draft)
    return replace(record, paper_missing=asked and not record.is_written)


def _apply(session: Session, row: Guide, draft: GuideDraft) -> None:
    refuse_my_number(draft, _("六つの手順"))
    refuse_strange_year(draft.fiscal_year)
    refuse_gone(session, draft.proposal_id, draft.collaboration_id)
    text = guide_text.load_for(draft.fiscal_year)
    for key, known, field in (
        (draft.suitability, {one.key for one in text.suitabilities}, "suitability"),
        (draft.zone, {one.key for one in text.zones}, "zone"),
        (draft.collaboration_form, {one.key for one in text.forms}, "collaboration_form"),
    ):
        if key and key != getattr(row, field) and key not in known:
            raise InputError(
                _("「{key}」という選択肢はありません。選び直してください。").format(key=key), field
            )
    draft = replace(draft, partner_id=living_id(session, draft.partner_id))
    row.fiscal_year, row.title, row.department = (
        draft.fiscal_year,
        " ".join(draft.title.split()),
        draft.department,
    )
    row.proposal_id, row.collaboration_id, row.partner_id = (
        draft.proposal_id,
        draft.collaboration_id,
        draft.partner_id,
    )
    row.suitability, row.zone, row.collaboration_form = (
        draft.suitability,
        draft.zone,
        draft.collaboration_form,
    )


def _refuse_strange_point(fiscal_year: int, note: GuideNote) -> None:
    known = guide_text.load_for(fiscal_year).point(note.step, note.point)
    if known is None and (note.step, note.point) != WRITTEN:
        raise InputError(_("六つの手順に「{point}」という項目はありません。").format(point=note.point))


def _words(draft: GuideDraft) -> str:
    return " ".join(draft.title.split()) or _("（事業名未記入）")


def _find(session: Session, record_id: int) -> Guide:
    row = session.get(Guide, record_id)
    if row is None:
        raise _missing()
    return row


def _missing() -> NotFoundError:
    return NotFoundError(_("この六つの手順の記録は、もうありません。開き直してください。"))
