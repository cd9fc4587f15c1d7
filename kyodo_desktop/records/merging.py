"""Two partners made one (名寄せ): what each has, what is proposed, what moves."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from kyodo_desktop.records.partner_fields import PartnerField
from kyodo_desktop.records.partners import PartnerRecord


class MergeChoice(StrEnum):
    """Whose value a field gets; `both` where two can stand together (tags, contacts, running text)."""

    KEEP = "keep"
    LOSE = "lose"
    BOTH = "both"


@dataclass(frozen=True, slots=True)
class MergeRow:
    """One field of both partners, the choices a person has, and the one proposed."""

    field: PartnerField
    keep: Any
    lose: Any
    differs: bool
    choices: tuple[MergeChoice, ...]
    proposed: MergeChoice


@dataclass(frozen=True, slots=True)
class MergeMoves:
    """How many records name the partner that goes, and will name the one that stays.

    `referrals_between` are those of one of the two to the other: they go into the wastebasket.
    """

    collaborations: int = 0
    proposals: int = 0
    check_sheets: int = 0
    drafts: int = 0
    talks: int = 0
    talents: int = 0
    referrals: int = 0
    attachments: int = 0
    sheets: int = 0
    referrals_between: int = 0
    briefings: int = 0
    evaluations: int = 0
    guides: int = 0


@dataclass(frozen=True, slots=True)
class MergePlan:
    """Side by side: the partner that stays, the one that goes, every field, what moves.

    `drafts` among the moves are proposals not yet received; they follow when they are next saved.
    """

    keep: PartnerRecord
    lose: PartnerRecord
    rows: tuple[MergeRow, ...]
    moves: MergeMoves
