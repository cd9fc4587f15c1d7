"""Taking one act back: the inverses of its changes, in one transaction, if all is as the act left it."""

from collections.abc import Callable, Iterable

from sqlalchemy import inspect
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from kyodo_desktop.base.errors import ConflictError
from kyodo_desktop.base.i18n import _
from kyodo_desktop.models import Base, Change, ChangeSet
from kyodo_desktop.store.change_log import WHOLE
from kyodo_desktop.store.values import classes_by_kind, decode, encode, logged_columns, snapshot

Refresh = Callable[[Session, Base], None]
"""Computes again what is not logged of a record (its search keys)."""


def refuse_what_stays(act: ChangeSet, schema: int) -> None:
    """Refuse to take back what can never be taken back.

    Raises:
        ConflictError: the act is from before a change of the tables, or gave out a receipt number.
    """
    if act.schema != schema:
        raise ConflictError(
            _(
                "「{what}」は、プログラムを新しくする前の操作なので、元に戻せません。履歴を見て、手で直してください。"
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
    try:
        _remove_made(session, what, [one for one in changes if one.field == WHOLE and one.before is None])
        for change in changes:
            if change.field != WHOLE:
                _set_back(session, what, change)
        for change in changes:
            if change.field == WHOLE and change.after is None:
                _make_again(session, what, change)
        session.flush()
    except IntegrityError as error:
        raise _no_longer(what) from error
    session.expire_all()
    _refresh_owners(session, changes, refresh)
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


def _remove_made(session: Session, what: str, changes: Iterable[Change]) -> None:
    made = {(change.kind, change.record_id): _find(session, what, change) for change in changes}
    for change in changes:
        entity = made[(change.kind, change.record_id)]
        if snapshot(entity) != change.after:
            raise _no_longer(what)
        for relationship in inspect(type(entity)).relationships:
            # Parts go with the whole: one that the act did not make itself would be lost.
            if relationship.cascade.delete and not set(getattr(entity, relationship.key)) <= set(
                made.values()
            ):
                raise _no_longer(what)
    for entity in made.values():
        session.delete(entity)
    session.flush()


def _set_back(session: Session, what: str, change: Change) -> None:
    entity = _find(session, what, change)
    if encode(getattr(entity, change.field)) != change.after:
        raise _no_longer(what)
    setattr(entity, change.field, decode(logged_columns(type(entity))[change.field], change.before))
    # At once: a number that one record gave up for another goes back in the opposite order.
    session.flush()


def _make_again(session: Session, what: str, change: Change) -> None:
    kind = classes_by_kind()[change.kind]
    if session.get(kind, change.record_id) is not None or not isinstance(change.before, dict):
        raise _no_longer(what)
    columns = logged_columns(kind)
    values = {name: decode(columns[name], value) for name, value in change.before.items()}
    session.add(kind(id=change.record_id, **values))


def _find(session: Session, what: str, change: Change) -> Base:
    entity = session.get(classes_by_kind()[change.kind], change.record_id)
    if entity is None:
        raise _no_longer(what)
    return entity


def _refresh_owners(session: Session, changes: Iterable[Change], refresh: Refresh) -> None:
    for kind, record_id in dict.fromkeys((change.owner_kind, change.owner_id) for change in changes):
        owner = session.get(classes_by_kind()[kind], record_id)
        if owner is not None:
            refresh(session, owner)
    session.flush()


def _no_longer(what: str) -> ConflictError:
    return ConflictError(
        _(
            "「{what}」は元に戻せません。そのあとで記録が変わっています。履歴を見て、手で直してください。"
        ).format(what=what)
    )
