"""A file of partners, and what is not in it."""

from dataclasses import dataclass

from kyodo_desktop.records.personal_data import PersonalContent


@dataclass(frozen=True, slots=True)
class LeftOut:
    """A partner of the public edition, and the words of the fields that are not published."""

    name: str
    fields: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Unwritable:
    """A cell that an old encoding cannot hold: its line and heading, its text, and the characters missing."""

    line: int
    heading: str
    text: str
    characters: str


@dataclass(frozen=True, slots=True)
class PartnerFile:
    """The bytes of a file, how many partners it holds, what was left out or cannot be written.

    `columns` are the names of the fields that stand in it, filled or not; `personal` is what of persons does.
    """

    data: bytes
    partners: int
    left_out: tuple[LeftOut, ...] = ()
    unwritable: tuple[Unwritable, ...] = ()
    columns: tuple[str, ...] = ()
    personal: PersonalContent | None = None
