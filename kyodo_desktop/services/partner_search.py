"""Finding a partner by a few letters, the likeliest first."""

import re
from dataclasses import dataclass
from enum import IntEnum
from heapq import nsmallest

from sqlalchemy import select
from sqlalchemy.orm import Session

from kyodo_desktop.japanese.digits import half_width
from kyodo_desktop.japanese.folding import SEPARATOR, Query, bare_key, full_key
from kyodo_desktop.models import Partner
from kyodo_desktop.services.keys import name_part, reading_part

_PHONE = re.compile(r"[0-9()+./ -]{3,}")


class _Rank(IntEnum):
    """How well a partner answers; the lower the better."""

    EXACT_NAME = 0
    NAME_WITHOUT_LEGAL_FORM = 1
    WHOLE_FIELD = 2
    NAME_BEGINS = 3
    READING_BEGINS = 4
    NAME_CONTAINS = 5
    OTHER = 6


@dataclass(frozen=True, slots=True)
class _Asked:
    """What was typed, made ready for many comparisons."""

    query: Query
    full: str
    bare: str
    digits: str

    @classmethod
    def parse(cls, text: str) -> "_Asked":
        typed = half_width(text)
        digits = re.sub(r"\D", "", typed) if _PHONE.fullmatch(typed) else ""
        return cls(Query.parse(text), full_key(text), bare_key(text), digits)

    def finds(self, full: str, bare: str, raw: str) -> bool:
        """Tell whether the words, or the number as a telephone number, are found."""
        return self.query.matches(full, bare, raw) or (bool(self.digits) and self.digits in full)

    def rank(self, full: str, bare: str) -> _Rank:
        """Tell how well a partner with these keys answers."""
        name, bare_name, reading = name_part(full), name_part(bare), reading_part(bare)
        answers = {
            _Rank.EXACT_NAME: name == self.full,
            _Rank.NAME_WITHOUT_LEGAL_FORM: bool(self.bare) and bare_name == self.bare,
            # A short or a former name, or a person's.
            _Rank.WHOLE_FIELD: bool(self.full) and self.full in full.split(SEPARATOR),
            _Rank.NAME_BEGINS: bool(self.bare)
            and (name.startswith(self.full) or bare_name.startswith(self.bare)),
            _Rank.READING_BEGINS: bool(self.bare) and reading.startswith(self.bare),
            _Rank.NAME_CONTAINS: bool(self.full) and self.full in name,
        }
        return next((rank for rank, is_so in answers.items() if is_so), _Rank.OTHER)


def best_ids(session: Session, text: str, limit: int) -> tuple[int, ...]:
    """Return the ids of the living partners that answer best, at most `limit`."""
    if not text.strip():
        return ()
    asked = _Asked.parse(text)
    rows = session.execute(
        select(Partner.id, Partner.name, Partner.sort_key, Partner.full_key, Partner.bare_key).where(
            Partner.deleted_at.is_(None)
        )
    )
    found = (
        (asked.rank(row.full_key, row.bare_key), row.name != text.strip(), row.sort_key, row.id)
        for row in rows
        if asked.finds(row.full_key, row.bare_key, row.name)
    )
    return tuple(record_id for *_place, record_id in nsmallest(limit, found))
