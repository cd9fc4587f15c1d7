"""Taking one act back: the inverses of its changes, in one transaction, if all is as the act left it."""

from collections.abc import Callable, Iterable, Iterator

from sqlalchemy import inspect, select
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from kyodo_desktop.base.errors import ConflictError
from kyodo_desktop.base.i18n import _
from kyodo_desktop.models import Base, Change, ChangeSet
from kyodo_desktop.store.change_log import WHOLE
from kyodo_desktop.store.values import Key, classes_by_kind, decode, encode, key_of, logged_columns, snapshot

Refresh = Callable[[Session, Base], None]
"""Computes again what is not logged of a record (its search keys)."""


def refuse_what_stays(act: ChangeSet, schema: int) -> None:
    """Refuse to take back what can never be taken back.

    Raises:
        ConflictError: the act is from before a change of the tables, or gave out a number.
    """
    if act.schema != schema:
        raise ConflictError(
            _(
                "「{what}」は、プログラムを新しくする前の操作なので、元に戻せません。履歴を見て、手で直してください。"
            ).format(what=act.what)
        )
    if any(change.kind == "issued_sheet" and change.field == WHOLE for change in act.changes):
        raise ConflictError(
            _(
                "「{what}」は元に戻せません。出した紙の番号は取り消せません。"
                "使わない紙は「無効」にしてください（番号は欠番になります）。"
            ).format(what=act.what)
        )
    if any(_gives_number(change) for change in act.changes):
        raise ConflictError(
            _(
                "「{what}」は元に戻せません。受付番号は一度出すと取り消せません。"
                "取り下げるなら、提案をごみ箱に入れてください（番号は欠番になります）。"
            ).format(what=act.what)
        )


def take_back(session: Session, act: ChangeSet, schema: int, refresh: Refresh) -> None:
    """Undo an act in a writing session; the session's log makes that an act of its own.

    Raises:
        ConflictError: it can never be taken back, or a record is no longer as the act left it.
    """
    refuse_what_stays(act, schema)
    # Rows come and go in an order of their own; what refers to what counts when all is done.
    session.connection().exec_driver_sql("PRAGMA defer_foreign_keys=ON")
    what, changes = act.what, list(reversed(act.changes))
    rows = _Rows(session, what, changes)
    try:
        rows.remove_made([one for one in changes if one.field == WHOLE and one.before is None])
        for change in changes:
            if change.field != WHOLE:
                rows.set_back(change)
        for change in changes:
            if change.field == WHOLE and change.after is None:
                rows.make_again(change)
        session.flush()
    except IntegrityError as error:
        raise _no_longer(what) from error
    session.expire_all()
    _refresh(session, changes, refresh)
    if session.connection().exec_driver_sql("PRAGMA foreign_key_check").first() is not None:
        raise ConflictError(
            _(
                "「{what}」は元に戻せません。ほかの記録がこれを使っています。先にその記録を直してください。"
            ).format(what=act.what)
        )


def _gives_number(change: Change) -> bool:
    if change.kind != "proposal":
        return False
    if change.field == WHOLE:
        made = change.after if change.before is None else None
        return isinstance(made, dict) and made.get("serial") is not None
    return change.field == "serial" and change.after is not None


class _Rows:
    """The records of an act as they are now, read all at once."""

    def __init__(self, session: Session, what: str, changes: Iterable[Change]) -> None:
        self._session, self._what = session, what
        ids: dict[str, set[int]] = {}
        for change in changes:
            ids.setdefault(change.kind, set()).add(change.record_id)
        self._there: dict[Key, Base] = {}
        for kind, wanted in ids.items():
            entity = classes_by_kind()[kind]
            key = inspect(entity).primary_key[0]
            found = session.scalars(select(entity).where(key.in_(wanted)))
            self._there |= {key_of(row): row for row in found}

    def remove_made(self, changes: Iterable[Change]) -> None:
        """Delete what the act made."""
        made = {self._find(change): change for change in changes}
        for entity, change in made.items():
            # Parts go with the whole: one that the act did not make itself would be lost.
            if snapshot(entity) != change.after or not made.keys() >= set(_parts(entity)):
                raise _no_longer(self._what)
        for entity in made:
            self._session.delete(entity)
        self._session.flush()

    def set_back(self, change: Change) -> None:
        """Give a field its former value."""
        entity = self._find(change)
        if encode(getattr(entity, change.field)) != change.after:
            raise _no_longer(self._what)
        setattr(entity, change.field, decode(logged_columns(type(entity))[change.field], change.before))
        # At once: a number that one record gave up for another goes back in the opposite order.
        self._session.flush()

    def make_again(self, change: Change) -> None:
        """Make a record that the act removed, under its own id."""
        if (change.kind, change.record_id) in self._there or not isinstance(change.before, dict):
            raise _no_longer(self._what)
        entity = classes_by_kind()[change.kind]
        columns = logged_columns(entity)
        values = {name: decode(columns[name], value) for name, value in change.before.items()}
        self._session.add(entity(id=change.record_id, **values))

    def _find(self, change: Change) -> Base:
        entity = self._there.get((change.kind, change.record_id))
        if entity is None:
            raise _no_longer(self._what)
        return entity


def _parts(entity: Base) -> Iterator[Base]:
    for relationship in inspect(type(entity)).relationships:
        if relationship.cascade.delete:
            yield from getattr(entity, relationship.key)


def _refresh(session: Session, changes: Iterable[Change], refresh: Refresh) -> None:
    """Compute again what is not logged of the records and of what they are parts of."""
    keys = [
        key
        for change in changes
        for key in ((change.kind, change.record_id), (change.owner_kind, change.owner_id))
    ]
    for kind, record_id in dict.fromkeys(keys):
        entity = session.get(classes_by_kind()[kind], record_id)
        if entity is not None:
            refresh(session, entity)
    session.flush()


def _no_longer(what: str) -> ConflictError:
    return ConflictError(
        _(
            "「{what}」は元に戻せません。そのあとで記録が変わっています。履歴を見て、手で直してください。"
        ).format(what=what)
    )
