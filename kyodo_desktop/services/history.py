"""The verbs of history: what was done to a record, 元に戻す and やり直す."""

from sqlalchemy import select
from sqlalchemy.orm import Session

from kyodo_desktop.base.errors import ConflictError
from kyodo_desktop.base.i18n import _
from kyodo_desktop.models import Base, Change, ChangeSet, Collaboration, ContactRecord, Partner
from kyodo_desktop.records.changes import Change as ChangeRecord
from kyodo_desktop.records.changes import ChangeSetRecord
from kyodo_desktop.services.keys import refresh_keys
from kyodo_desktop.store import Store
from kyodo_desktop.store.acts import first_act, next_to_redo, next_to_undo
from kyodo_desktop.store.undo import take_back


class HistoryService:
    """What can be asked of the change log, and taken back with it."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def of(self, kind: str, record_id: int) -> tuple[ChangeSetRecord, ...]:
        """Return the acts that changed a record or its parts, newest first, each with those changes only."""
        owned = select(Change).where(Change.owner_kind == kind, Change.owner_id == record_id)
        acts: dict[int, tuple[ChangeSet, list[Change]]] = {}
        with self._store.reading() as session:
            for change in session.scalars(owned.order_by(Change.id)):
                acts.setdefault(change.change_set_id, (change.change_set, []))[1].append(change)
            return tuple(_record(act, changes) for act, changes in reversed(acts.values()))

    def can_undo(self) -> str | None:
        """Return in words what 元に戻す would take back."""
        with self._store.reading() as session:
            return _words(session, next_to_undo(session), self._store.schema)

    def can_redo(self) -> str | None:
        """Return in words what やり直す would do again."""
        with self._store.reading() as session:
            return _words(session, next_to_redo(session), self._store.schema)

    def undo(self) -> ChangeSetRecord:
        """Take the newest standing act back and return what the clerk had done.

        Raises:
            ConflictError: there is none, it can never be taken back, or a record has changed since.
        """
        with self._store.reading() as session:
            act = next_to_undo(session)
            if act is None:
                raise ConflictError(_("元に戻せる操作はありません。"))
            act_id, done = act.id, _whole(first_act(session, act))
        self._take_back(act_id, _("元に戻す: {what}").format(what=done.what))
        return done

    def redo(self) -> ChangeSetRecord:
        """Do again what was taken back last and return what the clerk had done.

        Raises:
            ConflictError: there is none, or a record has changed since.
        """
        with self._store.reading() as session:
            act = next_to_redo(session)
            if act is None:
                raise ConflictError(_("やり直せる操作はありません。"))
            act_id, done = act.id, _whole(first_act(session, act))
        self._take_back(act_id, _("やり直す: {what}").format(what=done.what))
        return done

    def _take_back(self, act_id: int, what: str) -> None:
        with self._store.writing(what, undoes=act_id) as session:
            take_back(session, session.get_one(ChangeSet, act_id), self._store.schema, self._refresh)

    def _refresh(self, session: Session, entity: Base) -> None:
        """Compute again what the log leaves out."""
        if isinstance(entity, Collaboration | ContactRecord | Partner):
            refresh_keys(session, entity)
        elif "updated_at" in entity.unlogged_fields:
            setattr(entity, "updated_at", self._store.clock.now())  # noqa: B010 - not every entity has it


def _words(session: Session, act: ChangeSet | None, schema: int) -> str | None:
    if act is None or act.schema != schema:
        return None
    return first_act(session, act).what


def _whole(act: ChangeSet) -> ChangeSetRecord:
    return _record(act, act.changes)


def _record(act: ChangeSet, changes: list[Change]) -> ChangeSetRecord:
    return ChangeSetRecord(
        id=act.id,
        moment=act.moment,
        who=act.who,
        what=act.what,
        changes=tuple(
            ChangeRecord(change.kind, change.record_id, change.field, change.before, change.after)
            for change in changes
        ),
        undoes=act.undoes,
    )
