"""相互チェックシート (handbook 実践編): 3 stages × 4 items × before and after × two sides = 48 marks."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from kyodo_desktop.base.i18n import N_


class Side(StrEnum):
    """Who fills the sheet in."""

    PARTNER = "partner"
    CITY = "city"


class Moment(StrEnum):
    """When the sheet is filled in."""

    BEFORE = "before"
    AFTER = "after"


class MarkValue(StrEnum):
    """A mark in a box (words of ours, not the handbook's)."""

    DONE = "done"
    TALK = "talk"
    NOT_YET = "not_yet"


class FillWay(StrEnum):
    """How the marks of a column came here."""

    SCREEN = "screen"
    PAPER = "paper"


Box = tuple[str, Moment, Side]
"""A box of the sheet: the item's key, when, who."""
Marks = Mapping[Box, MarkValue]
"""The boxes that carry a mark."""

SIDE_LABELS: dict[Side, str] = {Side.PARTNER: N_("団体"), Side.CITY: N_("市")}
MOMENT_LABELS: dict[Moment, str] = {Moment.BEFORE: N_("事業前"), Moment.AFTER: N_("事業後")}
WAY_LABELS: dict[FillWay, str] = {FillWay.SCREEN: N_("画面で記入"), FillWay.PAPER: N_("紙から写した")}
MARK_LABELS: dict[MarkValue, str] = {
    MarkValue.DONE: N_("できている"),
    MarkValue.TALK: N_("話し合いが必要"),
    MarkValue.NOT_YET: N_("まだ"),
}


@dataclass(frozen=True, slots=True)
class CheckPoint:
    """One ■ of a stage's POINT! box."""

    heading: str
    text: str


@dataclass(frozen=True, slots=True)
class CheckItem:
    """One row of a stage. `key` is stable, e.g. `plan_1`; `number` is as printed."""

    key: str
    number: int
    text: str


@dataclass(frozen=True, slots=True)
class CheckStage:
    """One of the three stages Ⅰ Ⅱ Ⅲ."""

    key: str
    numeral: str
    title: str
    points: tuple[CheckPoint, ...]
    items: tuple[CheckItem, ...]


@dataclass(frozen=True, slots=True)
class CheckSheetText:
    """The sheet's own words, one version (a data file): cover, stages, contact block."""

    version: int
    lead: str
    title: str
    questions: tuple[tuple[str, str], ...]
    usage_title: str
    usage: str
    stages: tuple[CheckStage, ...]
    contact: tuple[str, ...] = ()

    @property
    def items(self) -> tuple[CheckItem, ...]:
        """The items of all stages, in their order."""
        return tuple(item for stage in self.stages for item in stage.items)


@dataclass(frozen=True, slots=True)
class CheckMarkRecord:
    """One mark: which item, who, when, and a note."""

    item: str
    side: Side
    moment: Moment
    value: MarkValue | None = None
    note: str = ""


@dataclass(frozen=True, slots=True)
class CheckFilling:
    """Who filled in one side's boxes of one moment, when, and how they came here."""

    side: Side
    moment: Moment
    filled_by: str = ""
    filled_on: date | None = None
    way: FillWay = FillWay.SCREEN


@dataclass(frozen=True, slots=True)
class CheckAgreement:
    """What both sides agreed of an item when they talked it over."""

    item: str
    words: str
    agreed_on: date | None = None


@dataclass(frozen=True, slots=True)
class CheckSheetRecord:
    """One sheet of one project in one fiscal year; free, or tied to an entry of the list or a proposal."""

    id: int
    fiscal_year: int
    title: str
    version: int
    collaboration_id: int | None = None
    partner_id: int | None = None
    partner_name: str = ""
    department: str = ""
    marks: tuple[CheckMarkRecord, ...] = ()
    updated_at: datetime | None = None
    deleted: bool = False
    proposal_id: int | None = None
    next_check_on: date | None = None
    fillings: tuple[CheckFilling, ...] = ()
    agreements: tuple[CheckAgreement, ...] = ()
    note: str = ""
    boxes: int = 12
    """How many boxes each side has before, and as many after: one for each item of its version."""

    @property
    def marked(self) -> dict[Box, MarkValue]:
        """The boxes that carry a mark."""
        return {(m.item, m.moment, m.side): m.value for m in self.marks if m.value is not None}

    def filled(self, side: Side, moment: Moment) -> int:
        """Return how many boxes of that side and moment carry a mark."""
        return sum(1 for m in self.marks if m.side is side and m.moment is moment and m.value is not None)

    def agreement(self, item: str) -> CheckAgreement | None:
        """Return what was agreed of an item."""
        return next((one for one in self.agreements if one.item == item), None)


@dataclass(frozen=True, slots=True)
class CheckSheetDraft:
    """What the wizard saves of a sheet; `marks` holds only boxes with a mark or a note.

    `fillings` or `note` of None leave who filled it in, or its note, as it is. `version` is that of the items
    the marks are of; None: the one that holds in the year.
    """

    fiscal_year: int
    title: str
    collaboration_id: int | None = None
    partner_id: int | None = None
    department: str = ""
    marks: tuple[CheckMarkRecord, ...] = ()
    proposal_id: int | None = None
    fillings: tuple[CheckFilling, ...] | None = None
    note: str | None = None
    version: int | None = None


@dataclass(frozen=True, slots=True)
class CheckSheetBeginning:
    """A blank sheet as another record fills it in, its partner's name, and the year's sheets of the same."""

    draft: CheckSheetDraft
    partner_name: str = ""
    others: tuple[CheckSheetRecord, ...] = ()


@dataclass(frozen=True, slots=True)
class SheetStyle:
    """How a check sheet is printed; `by_hand` leaves its boxes empty, to be filled in on the paper."""

    two_pages: bool = False
    signature_lines: bool = False
    by_hand: bool = False


HANDBOOK_STYLE = SheetStyle()
"""As the handbook hands it out."""


def differs(marks: Marks, item: str, moment: Moment) -> bool:
    """Tell whether both sides marked an item, and not alike."""
    both = [marks.get((item, moment, side)) for side in Side]
    return None not in both and len(set(both)) > 1
