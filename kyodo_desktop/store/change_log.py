"""The change log: what one act made, changed and removed; gathered at each flush, written before commit.

Several flushes of one act are told as one: a field from its first value to its last, and nothing of a record
that came and went. The session's events see every change of an entity; what they cannot see (UPDATE and
DELETE by statement) is refused.
"""

from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import Connection, event, inspect, select
from sqlalchemy.orm import Mapper, ORMExecuteState, Session, object_session

from kyodo_desktop.base.clock import Clock
from kyodo_desktop.models import Base, Change, ChangeSet
from kyodo_desktop.records.changes import Touched
from kyodo_desktop.store.values import (
    Key,
    Snapshot,
    classes_by_kind,
    encode,
    key_of,
    logged_columns,
    snapshot,
)
from kyodo_desktop.store.who import who_writes

WHOLE = "*"
"""The field of a change that tells of a record made or removed."""

_LOG = "kyodo_change_log"


@dataclass
class _Record:
    """What an act did to one record so far."""

    parent: Key | None
    logged: bool
    before: Snapshot | None = None
    after: Snapshot | None = None
    fields: dict[str, tuple[object, object]] = field(default_factory=dict)

    def rows(self) -> list[tuple[str, object, object]]:
        """Return field, before and after of each change."""
        if self.before is None and self.after is None:
            return [(name, *pair) for name, pair in self.fields.items() if pair[0] != pair[1]]
        return [(WHOLE, self.before, self.after)]


class ChangeLog:
    """The log of one act in one session."""

    def __init__(self, session: Session, *, what: str, schema: int, undoes: int | None = None) -> None:
        self._session, self._what, self._schema, self._undoes = session, what, schema, undoes
        self._records: dict[Key, _Record] = {}
        self._left_draft: list[Base] = []
        session.info[_LOG] = self
        event.listen(session, "do_orm_execute", _refuse_unseen)

    def write(self, clock: Clock) -> tuple[Touched, ...]:
        """Write the act into the log and return the records it touched.

        Raises:
            ValueError: logged records changed and nobody said what is done.
        """
        self._session.flush()
        for entity in self._left_draft:
            self._tell_parts(entity)
        touched = dict.fromkeys(Touched(*key) for record in self._records for key in self._line(record))
        changes = [change for key, record in self._records.items() for change in self._changes(key, record)]
        if changes:
            if not self._what:
                raise ValueError("a logged record changed: say in words what is done")
            self._session.add(
                ChangeSet(
                    moment=clock.now(),
                    who=who_writes(self._session),
                    what=self._what,
                    schema=self._schema,
                    undoes=self._undoes,
                    changes=changes,
                )
            )
            self._session.flush()
        return tuple(touched)

    # Gathering, called by the events below

    def made(self, entity: Base) -> None:
        """Take note of a record that was inserted."""
        key, now = key_of(entity), snapshot(entity)
        old = self._records.pop(key, None)
        record = self._records[key] = _record(entity)
        if old is not None and old.before is not None:
            # SQLite gave a removed row's id again within the act: to the log that is one record that changed.
            record.fields = {name: (old.before[name], now[name]) for name in now}
        else:
            record.after = now

    def changed(self, entity: Base, changes: dict[str, tuple[object, object]]) -> None:
        """Take note of a record's changed fields."""
        if not changes:
            return
        record = self._records.setdefault(key_of(entity), _record(entity))
        record.logged = entity.is_logged()
        for name, (before, after) in changes.items():
            if record.after is not None:
                record.after[name] = after
            else:
                record.fields[name] = (record.fields.get(name, (before,))[0], after)
        if record.logged and record.after is None and not _was_logged(entity, changes):
            record.after, record.fields = snapshot(entity), {}
            self._left_draft.append(entity)

    def removed(self, entity: Base, before: Snapshot) -> None:
        """Take note of a record that is about to be deleted."""
        old = self._records.pop(key_of(entity), None)
        if old is not None and old.after is not None:
            return
        record = self._records[key_of(entity)] = _record(entity)
        first = {name: pair[0] for name, pair in old.fields.items()} if old is not None else {}
        record.before = {**before, **first}

    # Writing

    def _tell_parts(self, entity: Base) -> None:
        """Tell of a record that left its draft with all its parts, as though made now."""
        owner = key_of(entity)
        for key, record in list(self._records.items()):
            if record.parent == owner and record.before is not None:
                del self._records[key]
        for relationship in inspect(type(entity)).relationships:
            if relationship.cascade.delete:
                for part in getattr(entity, relationship.key):
                    self._records[key_of(part)] = _record(part)
                    self._records[key_of(part)].after = snapshot(part)

    def _changes(self, key: Key, record: _Record) -> list[Change]:
        line = self._line(key)
        if not self._is_logged(line):
            return []
        return [
            Change(
                kind=key[0],
                record_id=key[1],
                owner_kind=line[-1][0],
                owner_id=line[-1][1],
                field=name,
                before=before,
                after=after,
            )
            for name, before, after in record.rows()
        ]

    def _line(self, key: Key) -> list[Key]:
        """Return the record, what it is a part of, and so on up."""
        line = [key]
        while (parent := self._parent(line[-1])) is not None:
            line.append(parent)
        return line

    def _parent(self, key: Key) -> Key | None:
        if key in self._records:
            return self._records[key].parent
        entity = self._session.get(classes_by_kind()[key[0]], key[1])
        return entity.log_parent() if entity is not None else None

    def _is_logged(self, line: list[Key]) -> bool:
        kind, record_id = line[-1]
        if line[-1] in self._records:
            return self._records[line[-1]].logged
        entity = self._session.get(classes_by_kind()[kind], record_id)
        return entity is not None and entity.is_logged()


def _record(entity: Base) -> _Record:
    return _Record(parent=entity.log_parent(), logged=entity.is_logged())


def _was_logged(entity: Base, changes: dict[str, tuple[object, object]]) -> bool:
    """Ask a copy with the old values whether it was a draft before."""
    now = {name: getattr(entity, name) for name in logged_columns(type(entity))}
    before = {name: pair[0] for name, pair in changes.items()}
    return type(entity)(**{**now, **before}).is_logged()


def _log_of(entity: Base) -> ChangeLog | None:
    session = object_session(entity)
    log = session.info.get(_LOG) if session is not None and entity.change_kind else None
    return log if isinstance(log, ChangeLog) else None


@event.listens_for(Base, "after_insert", propagate=True)
def _on_insert(mapper: Mapper[Any], connection: Connection, entity: Base) -> None:
    if (log := _log_of(entity)) is not None:
        log.made(entity)


@event.listens_for(Base, "before_update", propagate=True)
def _on_update(mapper: Mapper[Any], connection: Connection, entity: Base) -> None:
    if (log := _log_of(entity)) is not None:
        changes = {
            name: _first_and_last(connection, entity, name)
            for name in logged_columns(type(entity))
            if inspect(entity).attrs[name].history.has_changes()
        }
        log.changed(entity, {name: pair for name, pair in changes.items() if pair[0] != pair[1]})


@event.listens_for(Base, "before_delete", propagate=True)
def _on_delete(mapper: Mapper[Any], connection: Connection, entity: Base) -> None:
    if (log := _log_of(entity)) is not None:
        log.removed(
            entity,
            {name: _first_and_last(connection, entity, name)[0] for name in logged_columns(type(entity))},
        )


def _first_and_last(connection: Connection, entity: Base, name: str) -> tuple[object, object]:
    """Return an attribute's stored and its new value."""
    history = inspect(entity).attrs[name].history
    now = encode(getattr(entity, name))
    if not history.has_changes():
        return now, now
    if history.deleted:
        return encode(history.deleted[0]), now
    # It was set without having been read.
    column, key = logged_columns(type(entity))[name], inspect(type(entity)).primary_key[0]
    stored = connection.execute(select(column).where(key == key_of(entity)[1])).scalar_one()
    return encode(stored), now


def _refuse_unseen(state: ORMExecuteState) -> None:
    if state.is_update or state.is_delete:
        raise RuntimeError("the change log cannot see UPDATE and DELETE by statement: change the entities")
