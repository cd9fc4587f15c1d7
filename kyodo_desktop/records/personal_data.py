"""Care for people: what left the program with personal data in it, and how many persons are held."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from kyodo_desktop.base.i18n import N_

MANY_PERSONS = 1000
"""From so many persons on the law asks for a 個人情報ファイル簿 (個人情報保護法 第75条, 施行令 第20条)."""


class DataUse(StrEnum):
    """How personal data left the program."""

    EXPORT = "export"
    PRINT = "print"


DATA_USE_LABELS: dict[DataUse, str] = {DataUse.EXPORT: N_("書き出し"), DataUse.PRINT: N_("印刷")}


@dataclass(frozen=True, slots=True)
class PersonalContent:
    """What of persons a file or paper holds: its words, of how many records, the labels of the fields."""

    what: str
    records: int
    fields: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class PersonalDataUse:
    """One export or print: when, who, what in words, how many records, which fields, into which file."""

    id: int
    moment: datetime
    who: str
    use: DataUse
    what: str
    records: int
    fields: tuple[str, ...]
    target: str = ""


@dataclass(frozen=True, slots=True)
class PersonCount:
    """How many persons the data hold, and where they stand; who stands in two places is one of `persons`.

    `contacts` are those of the partners, `others` callers, who offers something, and contacts of proposals.
    """

    persons: int
    representatives: int
    officers: int
    contacts: int
    others: int = 0

    @property
    def is_near_many(self) -> bool:
        """Tell whether it is time to think of a 個人情報ファイル簿."""
        return self.persons >= MANY_PERSONS * 9 // 10
