"""The verbs of 取組一覧."""

from collections.abc import Sequence

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from kyodo_desktop.base.errors import ConflictError, InputError, NotFoundError
from kyodo_desktop.base.i18n import _
from kyodo_desktop.japanese.fiscal_year import format_fiscal_year
from kyodo_desktop.models import (
    Collaboration,
    CollaborationDepartment,
    Department,
    Participation,
    ParticipationPartner,
    Partner,
)
from kyodo_desktop.records.collaborations import (
    CollaborationDraft,
    CollaborationFormRecord,
    CollaborationRecord,
    FiscalYearSummary,
)
from kyodo_desktop.services.collaboration_edit import apply_draft, holder_of_number, next_free_number
from kyodo_desktop.services.collaboration_forms import collaboration_forms
from kyodo_desktop.services.collaboration_records import read_collaborations
from kyodo_desktop.services.keys import refresh_keys
from kyodo_desktop.store import Store

_LIVING = Collaboration.deleted_at.is_(None)


class CollaborationsService:
    """What can be asked of the list and done to it."""

    def __init__(self, store: Store) -> None:
        self._store = store

    # Asking

    def forms(self) -> tuple[CollaborationFormRecord, ...]:
        """Return 協働の形態 in the handbook's order."""
        return collaboration_forms()

    def departments(self) -> tuple[str, ...]:
        """Return the 課 in the office's order."""
        with self._store.reading() as session:
            return tuple(
                session.scalars(select(Department.name).order_by(Department.position, Department.id))
            )

    def fiscal_years(self) -> tuple[FiscalYearSummary, ...]:
        """Return the years that have entries, newest first."""
        with self._store.reading() as session:
            rows = session.execute(
                select(Collaboration.fiscal_year, func.count())
                .where(_LIVING)
                .group_by(Collaboration.fiscal_year)
                .order_by(Collaboration.fiscal_year.desc())
            )
            return tuple(FiscalYearSummary(year, entries) for year, entries in rows)

    def list(self, fiscal_year: int | None) -> tuple[CollaborationRecord, ...]:
        """Return the entries of a year, or of all, by year and number."""
        of_year = () if fiscal_year is None else (Collaboration.fiscal_year == fiscal_year,)
        with self._store.reading() as session:
            return read_collaborations(session, _LIVING, *of_year)

    def get(self, record_id: int) -> CollaborationRecord:
        """Return one entry, also from the wastebasket.

        Raises:
            NotFoundError: there is none.
        """
        with self._store.reading() as session:
            found = read_collaborations(session, Collaboration.id == record_id)
        if not found:
            raise _missing()
        return found[0]

    def same_partners(self, record_id: int) -> tuple[CollaborationRecord, ...]:
        """Return the other entries that a partner of this one takes part in, newest year first."""
        partners = (
            select(ParticipationPartner.partner_id)
            .join(Participation)
            .where(Participation.collaboration_id == record_id)
        )
        entries = (
            select(Participation.collaboration_id)
            .join(ParticipationPartner)
            .where(ParticipationPartner.partner_id.in_(partners))
        )
        with self._store.reading() as session:
            found = read_collaborations(
                session, _LIVING, Collaboration.id.in_(entries), Collaboration.id != record_id
            )
        return tuple(sorted(found, key=lambda entry: -entry.fiscal_year))

    def next_number(self, fiscal_year: int) -> int:
        """Return the number after the last one of a year."""
        with self._store.reading() as session:
            return next_free_number(session, fiscal_year)

    def wastebasket(self) -> tuple[CollaborationRecord, ...]:
        """Return what was discarded, the last first."""
        with self._store.reading() as session:
            found = {entry.id: entry for entry in read_collaborations(session, ~_LIVING)}
            latest_first = select(Collaboration.id).where(~_LIVING).order_by(Collaboration.deleted_at.desc())
            return tuple(found[record_id] for record_id in session.scalars(latest_first))

    # Doing

    def add(self, draft: CollaborationDraft) -> int:
        """Add an entry and return its id.

        Raises:
            InputError: something of the draft cannot be taken.
        """
        with self._store.writing(_("取組を足す: {entry}").format(entry=_words(draft))) as session:
            entity = Collaboration()
            apply_draft(session, entity, draft)
            return _keep(session, entity)

    def edit(self, record_id: int, draft: CollaborationDraft) -> None:
        """Make an entry what the draft says.

        Raises:
            InputError: something of the draft cannot be taken.
        """
        with self._store.writing(_("取組を直す: {entry}").format(entry=_words(draft))) as session:
            apply_draft(session, _find(session, record_id), draft)

    def duplicate(self, record_id: int) -> int:
        """Copy an entry under the next number of its year and return the copy's id."""
        with self._store.reading() as session:
            title = _find(session, record_id).title
        with self._store.writing(_("取組を複製する: {title}").format(title=title)) as session:
            original = _find(session, record_id)
            copy = _copy(original, original.fiscal_year, next_free_number(session, original.fiscal_year))
            copy.note_doubtful = original.note_doubtful
            return _keep(session, copy)

    def discard(self, ids: Sequence[int]) -> None:
        """Put entries into the wastebasket."""
        with self._store.writing(_("取組をごみ箱へ: {n}件").format(n=len(set(ids)))) as session:
            for record_id in ids:
                entity = _find(session, record_id)
                entity.deleted_at = entity.deleted_at or self._store.clock.now()

    def restore(self, ids: Sequence[int]) -> None:
        """Take entries out of the wastebasket.

        Raises:
            ConflictError: another entry has the number by now, or a partner lies in the wastebasket itself.
        """
        with self._store.writing(_("取組をごみ箱から戻す: {n}件").format(n=len(set(ids)))) as session:
            for record_id in ids:
                entity = _find(session, record_id)
                _check_restorable(session, entity)
                entity.deleted_at = None
                # One by one, so that two of the same number are seen as well.
                session.flush()

    def copy_year(self, source: int, target: int) -> int:
        """Make a year's list from another's and return how many entries it has.

        A note is copied as doubtful: what held for one year may not hold for the next.

        Raises:
            InputError: the old year has no entries, or the new one has some already.
        """
        old, new = format_fiscal_year(source), format_fiscal_year(target)
        with self._store.writing(_("{new}を{old}から作る").format(new=new, old=old)) as session:
            if _entries_of(session, target):
                raise InputError(
                    _("{year}には、もう取組があります。別の年度を書いてください。").format(year=new),
                    "target",
                )
            originals = _entries_of(session, source)
            if not originals:
                raise InputError(_("{year}には取組がありません。").format(year=old), "source")
            for original in originals:
                copy = _copy(original, target, original.number)
                copy.source = _("{year}の写し").format(year=old)
                _keep(session, copy)
            return len(originals)


def _words(draft: CollaborationDraft) -> str:
    return f"{draft.number} {' '.join(draft.title.splitlines())}"


def _missing() -> NotFoundError:
    return NotFoundError(_("この取組は、もうありません。一覧を開き直してください。"))


def _find(session: Session, record_id: int) -> Collaboration:
    entity = session.get(Collaboration, record_id)
    if entity is None:
        raise _missing()
    return entity


def _entries_of(session: Session, fiscal_year: int) -> Sequence[Collaboration]:
    of_year = select(Collaboration).where(_LIVING, Collaboration.fiscal_year == fiscal_year)
    return session.scalars(of_year.order_by(Collaboration.number)).all()


def _keep(session: Session, entity: Collaboration) -> int:
    refresh_keys(session, entity)
    session.add(entity)
    session.flush()
    return entity.id


def _copy(original: Collaboration, fiscal_year: int, number: int) -> Collaboration:
    """Return a new entry like another; a note is doubtful until a person has looked at it."""
    return Collaboration(
        fiscal_year=fiscal_year,
        number=number,
        title=original.title,
        note=original.note,
        note_doubtful=bool(original.note),
        zone=original.zone,
        departments=[
            CollaborationDepartment(department=row.department, position=row.position)
            for row in original.departments
        ],
        participations=[_copy_cell(cell) for cell in original.participations],
    )


def _copy_cell(cell: Participation) -> Participation:
    return Participation(
        position=cell.position,
        text=cell.text,
        collaboration_form=cell.collaboration_form,
        partners=[
            ParticipationPartner(partner=link.partner, unit=link.unit, position=link.position)
            for link in cell.partners
        ],
    )


def _check_restorable(session: Session, entity: Collaboration) -> None:
    holder = holder_of_number(session, entity.id, entity.fiscal_year, entity.number)
    if holder is not None:
        raise ConflictError(
            _(
                "{year}の番号{number}は、いまは「{holder}」が使っています。"
                "その番号を変えてから「{title}」を戻してください。"
            ).format(
                year=format_fiscal_year(entity.fiscal_year),
                number=entity.number,
                holder=holder,
                title=entity.title,
            )
        )
    discarded = session.scalar(
        select(Partner.name)
        .join(ParticipationPartner)
        .join(Participation)
        .where(Participation.collaboration_id == entity.id, Partner.deleted_at.is_not(None))
        .limit(1)
    )
    if discarded is not None:
        raise ConflictError(
            _(
                "「{title}」の相手「{partner}」が団体台帳のごみ箱にあります。先に団体を戻してください。"
            ).format(title=entity.title, partner=discarded)
        )
