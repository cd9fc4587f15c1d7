"""取組: the numbered rows of the yearly list (handbook 資料３)."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from kyodo_desktop.base.i18n import N_
from kyodo_desktop.records.partners import PartnerKind


class CollaborationZone(StrEnum):
    """協働の領域, the five of handbook 基礎編（６）; optional, set by a person only."""

    CITIZEN_ONLY = "citizen_only"
    CITIZEN_LED = "citizen_led"
    EQUAL = "equal"
    CITY_LED = "city_led"
    CITY_ONLY = "city_only"


COLLABORATION_ZONE_LABELS: dict[CollaborationZone, str] = {
    CollaborationZone.CITIZEN_ONLY: N_("①市民主体"),
    CollaborationZone.CITIZEN_LED: N_("②市民主導"),
    CollaborationZone.EQUAL: N_("③双方対等"),
    CollaborationZone.CITY_LED: N_("④行政主導"),
    CollaborationZone.CITY_ONLY: N_("⑤市主体"),
}


@dataclass(frozen=True, slots=True)
class CollaborationFormRecord:
    """協働の形態: an open list kept in `resources/collaboration_forms.toml`."""

    key: str
    label: str
    definition: str = ""


@dataclass(frozen=True, slots=True)
class PartnerLink:
    """A partner named in a cell. `unit` is the 部署名, the part of the organisation that takes part."""

    partner_id: int
    name: str
    unit: str = ""
    kind: PartnerKind = PartnerKind.UNSET
    kind_estimated: bool = False


@dataclass(frozen=True, slots=True)
class ParticipationRecord:
    """One partner cell of an entry with its own 形態.

    `text` is the cell as printed: line breaks inside a name removed, several stacked names one a line.
    `collaboration_form` is the key of a CollaborationFormRecord.
    """

    id: int
    text: str
    collaboration_form: str
    partners: tuple[PartnerLink, ...] = ()


@dataclass(frozen=True, slots=True)
class CollaborationRecord:
    """One numbered entry of a fiscal year's list.

    `note` is 備考; `note_doubtful` marks a note that a person must check against the printed source
    (要確認), never shown as settled. `full_key` and `bare_key` are for searching.
    """

    id: int
    fiscal_year: int
    number: int
    departments: tuple[str, ...]
    title: str
    participations: tuple[ParticipationRecord, ...]
    note: str = ""
    note_doubtful: bool = False
    zone: CollaborationZone | None = None
    source: str = ""
    source_page: int | None = None
    full_key: str = ""
    bare_key: str = ""
    deleted: bool = False

    @property
    def department_words(self) -> str:
        """The 課 as they stand in one cell of the list."""
        return join_departments(self.departments)


def join_departments(names: Iterable[str]) -> str:
    """Return 課 in one cell, as the handbook's list does."""
    return "・".join(names)


@dataclass(frozen=True, slots=True)
class ParticipationDraft:
    """What a clerk types of one partner cell; `links` are (partner id, 部署名)."""

    text: str
    collaboration_form: str
    links: tuple[tuple[int, str], ...] = ()


@dataclass(frozen=True, slots=True)
class CollaborationDraft:
    """What a clerk types of one entry."""

    fiscal_year: int
    number: int
    departments: tuple[str, ...]
    title: str
    participations: tuple[ParticipationDraft, ...]
    note: str = ""
    note_doubtful: bool = False
    zone: CollaborationZone | None = None


@dataclass(frozen=True, slots=True)
class FiscalYearSummary:
    """A fiscal year (the year it begins in) and how many entries its list has."""

    fiscal_year: int
    entries: int
