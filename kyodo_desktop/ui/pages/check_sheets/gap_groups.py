"""The twelve items in groups, as they are read: by stage, or by what their marks say. No Qt."""

from dataclasses import dataclass
from enum import StrEnum

from kyodo_desktop.base.i18n import N_, _
from kyodo_desktop.records.check_gaps import GAP_LABELS, GapKind, ItemGap, read_gaps
from kyodo_desktop.records.check_sheets import SIDE_LABELS, CheckSheetText, Marks
from kyodo_desktop.ui.pages.check_sheets.wording import difference_words, open_words
from kyodo_desktop.ui.widgets.marks import mark_word


class GapOrder(StrEnum):
    """How the items are sorted."""

    SHEET = "sheet"
    GAP = "gap"


ORDER_LABELS: dict[GapOrder, str] = {GapOrder.SHEET: N_("シートの順"), GapOrder.GAP: N_("ちがいから")}


@dataclass(frozen=True, slots=True)
class GapGroup:
    """Items under one head; `kind` where they are grouped by what their marks say."""

    numeral: str
    title: str
    gaps: tuple[ItemGap, ...]
    kind: GapKind | None = None


def group_gaps(text: CheckSheetText, marks: Marks, order: GapOrder) -> tuple[GapGroup, ...]:
    """Return the items in the groups of an order; no group is empty."""
    gaps = read_gaps(text, marks)
    if order is GapOrder.SHEET:
        return tuple(
            GapGroup(stage.numeral, stage.title, tuple(gap for gap in gaps if gap.stage is stage))
            for stage in text.stages
        )
    groups = (
        GapGroup("", _(GAP_LABELS[kind]), tuple(gap for gap in gaps if gap.kind is kind), kind)
        for kind in GapKind
    )
    return tuple(group for group in groups if group.gaps)


def gap_words(gap: ItemGap, marks: Marks) -> str:
    """Return in a few words what an item's marks say; of one without any mark, nothing."""
    match gap.kind:
        case GapKind.APART:
            return difference_words(marks, gap.item.key)
        case GapKind.DRIFT:
            sides = _("と").join(_(SIDE_LABELS[drift.side]) for drift in gap.drifts)
            return _("{sides}が変化").format(sides=sides)
        case GapKind.OPEN:
            return open_words(marks, gap.item.key)
        case GapKind.AGREED:
            return _("一致")
    return ""


def drift_words(gap: ItemGap) -> tuple[str, ...]:
    """Return how each side's mark changed: 団体: まだ → できている."""
    return tuple(
        _("{side}: {before} → {after}").format(
            side=_(SIDE_LABELS[drift.side]), before=mark_word(drift.before), after=mark_word(drift.after)
        )
        for drift in gap.drifts
    )
