"""What is typed in an editor and not yet saved; it outlives the program, and is not in the change log."""

from collections.abc import Mapping
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from kyodo_desktop.models import FormDraft
from kyodo_desktop.services.personal_numbers import without_my_numbers
from kyodo_desktop.store import Store


class DraftsService:
    """Keeps one draft for each record, and one for a new record of each kind (id 0)."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def save(self, kind: str, record_id: int, answers: Mapping[str, Any]) -> None:
        """Keep what is typed, in place of what was kept before; a マイナンバー is left out."""
        with self._store.writing() as session:
            draft = _find(session, kind, record_id)
            if draft is None:
                draft = FormDraft(kind=kind, record_id=record_id)
                session.add(draft)
            draft.answers, draft.updated_at = without_my_numbers(answers), self._store.clock.now()

    def load(self, kind: str, record_id: int) -> dict[str, Any] | None:
        """Return what was kept, if anything was."""
        with self._store.reading() as session:
            draft = _find(session, kind, record_id)
            return dict(draft.answers) if draft is not None and isinstance(draft.answers, dict) else None

    def kept(self, kind: str) -> tuple[int, ...]:
        """Return the ids of the records of a kind that have a draft, the one kept last first."""
        found = select(FormDraft.record_id).where(FormDraft.kind == kind)
        with self._store.reading() as session:
            return tuple(session.scalars(found.order_by(FormDraft.updated_at.desc(), FormDraft.record_id)))

    def drop(self, kind: str, record_id: int) -> None:
        """Throw away what was kept."""
        with self._store.writing() as session:
            draft = _find(session, kind, record_id)
            if draft is not None:
                session.delete(draft)


def _find(session: Session, kind: str, record_id: int) -> FormDraft | None:
    return session.scalar(select(FormDraft).where(FormDraft.kind == kind, FormDraft.record_id == record_id))
