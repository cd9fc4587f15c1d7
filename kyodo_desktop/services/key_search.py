"""Search keys asked in SQL, so that a keystroke at 100,000 rows brings only its answers out of the file."""

import re
from dataclasses import dataclass

from sqlalchemy import ColumnElement, SQLColumnExpression, and_, false, func, or_

from kyodo_desktop.japanese.digits import half_width
from kyodo_desktop.japanese.folding import Query, bare_key, full_key
from kyodo_desktop.models.base import Searchable

_PHONE = re.compile(r"[0-9()+./ -]{3,}")
_MOST_WORDS = 100
_ABROAD = re.compile(r"^\+81\s*(\(0\))?")


@dataclass(frozen=True, slots=True)
class Asked:
    """What was typed, made ready for the keys: its words, it as one, its digits where it is a number."""

    typed: str
    query: Query
    full: str
    bare: str
    digits: str

    @classmethod
    def parse(cls, text: str) -> "Asked":
        """Return what is asked by `text`."""
        # Half a character, as a broken paste leaves it, is no text to SQLite.
        text = text.encode(errors="ignore").decode().strip()
        number = half_width(text)
        is_phone = _PHONE.fullmatch(number) is not None
        digits = re.sub(r"\D", "", _ABROAD.sub("0", number)) if is_phone else ""
        return cls(text, Query.parse(text), full_key(text), bare_key(text), digits)

    def found_in(self, row: type[Searchable], raw: SQLColumnExpression[str]) -> ColumnElement[bool]:
        """Return the condition that a row has all the words, or the number as a telephone number.

        A word that folds to nothing (・) is looked for as typed in `raw`. Nothing typed finds nothing, nor
        does a whole page of words.
        """
        if not 0 < len(self.query.words) <= _MOST_WORDS:
            return false()
        words = (
            or_(
                # Seldom are they two: a second look at every row is half as long again.
                *(holds(row.full_key, key) for key in {word.full, word.written}),
                holds(row.bare_key, word.bare),
            )
            if word.full
            else holds(raw, word.typed)
            for word in self.query.words
        )
        return or_(and_(*words), holds(row.full_key, self.digits))


def holds(key: SQLColumnExpression[str], part: str) -> ColumnElement[bool]:
    """Return the condition that a key has a part; nothing has an empty one."""
    return func.instr(key, part) > 0 if part else false()


def begins(
    key: SQLColumnExpression[str], part: str, place: ColumnElement[int] | int = 1
) -> ColumnElement[bool]:
    """Return the condition that a part stands at a place of a key (1: its beginning); no empty one does."""
    return func.substr(key, place, len(part)) == part if part else false()
