"""What the four marks of an item say together: apart, drifted, open or agreed; a thing to talk about."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from kyodo_desktop.base.i18n import N_
from kyodo_desktop.records.check_sheets import (
    Box,
    CheckItem,
    CheckSheetText,
    CheckStage,
    Marks,
    MarkValue,
    Moment,
    Side,
    differs,
)


class GapKind(StrEnum):
    """What is most to be talked about of an item, in the order in which it is shown."""

    APART = "apart"
    DRIFT = "drift"
    OPEN = "open"
    AGREED = "agreed"
    BLANK = "blank"


GAP_LABELS: dict[GapKind, str] = {
    GapKind.APART: N_("ちがい"),
    GapKind.DRIFT: N_("変化"),
    GapKind.OPEN: N_("未記入あり"),
    GapKind.AGREED: N_("一致"),
    GapKind.BLANK: N_("未記入"),
}


@dataclass(frozen=True, slots=True)
class Drift:
    """How one side's mark changed from before the project to after it."""

    side: Side
    before: MarkValue
    after: MarkValue


@dataclass(frozen=True, slots=True)
class ItemGap:
    """What the marks of one item say: when the sides are apart, how each drifted, which boxes are open."""

    stage: CheckStage
    item: CheckItem
    apart: tuple[Moment, ...]
    drifts: tuple[Drift, ...]
    open: tuple[Box, ...]

    @property
    def kind(self) -> GapKind:
        """What is most to be talked about."""
        if self.apart:
            return GapKind.APART
        if self.drifts:
            return GapKind.DRIFT
        if not self.open:
            return GapKind.AGREED
        return GapKind.BLANK if len(self.open) == len(Side) * len(Moment) else GapKind.OPEN

    @property
    def is_to_talk(self) -> bool:
        """Whether the sides differ or drifted."""
        return bool(self.apart or self.drifts)


@dataclass(frozen=True, slots=True)
class Prompt:
    """Words of the handbook to begin talking with: out of which part, their heading, the text."""

    source: str
    heading: str
    text: str


def read_gaps(text: CheckSheetText, marks: Marks) -> tuple[ItemGap, ...]:
    """Return what each item's marks say, in the order of the sheet."""
    return tuple(_read(stage, item, marks) for stage in text.stages for item in stage.items)


def by_gap(gaps: Iterable[ItemGap]) -> tuple[ItemGap, ...]:
    """Return the items that differ first, then what drifted, is open, is agreed; else as on the sheet."""
    order = list(GapKind)
    return tuple(sorted(gaps, key=lambda gap: order.index(gap.kind)))


def _read(stage: CheckStage, item: CheckItem, marks: Marks) -> ItemGap:
    drifts = []
    for side in Side:
        before, after = (marks.get((item.key, moment, side)) for moment in Moment)
        if before is not None and after is not None and before is not after:
            drifts.append(Drift(side, before, after))
    every = ((item.key, moment, side) for moment in Moment for side in Side)
    return ItemGap(
        stage,
        item,
        apart=tuple(moment for moment in Moment if differs(marks, item.key, moment)),
        drifts=tuple(drifts),
        open=tuple(box for box in every if box not in marks),
    )
