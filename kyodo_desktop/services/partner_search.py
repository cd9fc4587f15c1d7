"""Finding a partner by a few letters, the likeliest first."""

from collections.abc import Sequence
from enum import IntEnum

from sqlalchemy import ColumnElement, case, func, select
from sqlalchemy.orm import Session

from kyodo_desktop.japanese.folding import SEPARATOR
from kyodo_desktop.models import Partner
from kyodo_desktop.services.key_search import Asked, begins, holds


class _Rank(IntEnum):
    """How well a partner answers; the lower the better."""

    EXACT_NAME = 0
    NAME_WITHOUT_LEGAL_FORM = 1
    WHOLE_FIELD = 2
    NAME_BEGINS = 3
    READING_BEGINS = 4
    NAME_CONTAINS = 5
    OTHER = 6


def best_ids(session: Session, text: str, limit: int) -> tuple[int, ...]:
    """Return the ids of the living partners that answer best, at most `limit`."""
    asked = Asked.parse(text)
    if not asked.query.words:
        return ()
    found = (
        select(Partner.id)
        .where(Partner.deleted_at.is_(None), asked.found_in(Partner, Partner.name))
        .order_by(_rank(asked), Partner.name != asked.typed, Partner.sort_key, Partner.id)
        .limit(limit)
    )
    return tuple(session.scalars(found))


def _rank(asked: Asked) -> ColumnElement[int]:
    """Return how well a partner answers. A key's first field is the name, its second the reading."""
    full, bare = Partner.full_key, Partner.bare_key
    name_ends = func.instr(full, SEPARATOR)
    name_begins = begins(full, asked.full) | begins(bare, asked.bare)
    answers: Sequence[tuple[ColumnElement[bool], _Rank]] = (
        (begins(full, _field(asked.full)), _Rank.EXACT_NAME),
        (begins(bare, _field(asked.bare)), _Rank.NAME_WITHOUT_LEGAL_FORM),
        # A short or a former name, or a person's.
        (holds(full, _between(asked.full)), _Rank.WHOLE_FIELD),
        *([(name_begins, _Rank.NAME_BEGINS)] if asked.bare else []),
        (begins(bare, asked.bare, func.instr(bare, SEPARATOR) + 1), _Rank.READING_BEGINS),
        (holds(full, asked.full) & (func.instr(full, asked.full) < name_ends), _Rank.NAME_CONTAINS),
    )
    return case(*((condition, int(rank)) for condition, rank in answers), else_=int(_Rank.OTHER))


def _field(key: str) -> str:
    """Return a key as a whole field that another follows; empty if there is none."""
    return key + SEPARATOR if key else ""


def _between(key: str) -> str:
    """Return a key as a whole field between two others; empty if there is none."""
    return SEPARATOR + key + SEPARATOR if key else ""
