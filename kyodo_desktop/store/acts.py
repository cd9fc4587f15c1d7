"""The acts in the change log as a stack: which one 元に戻す takes back next, which one やり直す does again.

An act taken back is an act of its own that names it (`undoes`), and one done again names that; so the log is
only ever added to, and where the stack stands is read from it.
"""

from collections.abc import Iterator

from sqlalchemy import select
from sqlalchemy.orm import Session

from kyodo_desktop.models import ChangeSet


def next_to_undo(session: Session) -> ChangeSet | None:
    """Return the newest act that stands: done and not taken back, or done again."""
    for act in _standing(session):
        if not _takes_back(session, act):
            return act
    return None


def next_to_redo(session: Session) -> ChangeSet | None:
    """Return the newest taking back that can itself be taken back: no new act has come after it."""
    for act in _standing(session):
        if _takes_back(session, act):
            return act
        if act.undoes is None:
            return None
    return None


def first_act(session: Session, act: ChangeSet) -> ChangeSet:
    """Return what the clerk once did, through all takings back and doings again."""
    while act.undoes is not None:
        act = session.get_one(ChangeSet, act.undoes)
    return act


def _standing(session: Session) -> Iterator[ChangeSet]:
    """Give the acts that none later has taken back, newest first."""
    taken_back: set[int] = set()
    for act in session.scalars(select(ChangeSet).order_by(ChangeSet.id.desc())).yield_per(50):
        if act.undoes is not None:
            taken_back.add(act.undoes)
        if act.id not in taken_back:
            yield act


def _takes_back(session: Session, act: ChangeSet) -> bool:
    """Tell a taking back from a doing again: they alternate along the chain."""
    turns = 0
    while act.undoes is not None:
        act, turns = session.get_one(ChangeSet, act.undoes), turns + 1
    return turns % 2 == 1
