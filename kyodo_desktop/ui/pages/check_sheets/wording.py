"""How a sheet is put into words on the page. No Qt."""

from kyodo_desktop.base.i18n import _
from kyodo_desktop.flows.check_sheet import differing, open_boxes
from kyodo_desktop.japanese.wareki import format_date
from kyodo_desktop.records.check_sheets import (
    MOMENT_LABELS,
    SIDE_LABELS,
    WAY_LABELS,
    CheckFilling,
    CheckSheetText,
    FillWay,
    Marks,
    Moment,
    Side,
)


def title_words(title: str) -> str:
    """Return the name of the project on one line, or that it has none yet."""
    return " ".join(title.split()) or _("（事業名未記入）")


def short_place(moment: Moment, side: Side) -> str:
    """Return 団体前, the head of a column."""
    before = moment is Moment.BEFORE
    return _("{side}前").format(side=_(SIDE_LABELS[side])) if before else _after(side)


def _after(side: Side) -> str:
    return _("{side}後").format(side=_(SIDE_LABELS[side]))


def difference_words(marks: Marks, item: str) -> str:
    """Return when the sides see an item differently, empty if they do not."""
    apart = differing(marks, item)
    if len(apart) > 1:
        return _("前も後もちがい")
    return _("{moment}にちがい").format(moment=_(MOMENT_LABELS[apart[0]])) if apart else ""


def open_words(marks: Marks, item: str) -> str:
    """Return which boxes of an item are still open, empty if none is."""
    left = open_boxes(marks, item)
    if not left:
        return ""
    if len(left) == len(Side) * len(Moment):
        return _("未記入")
    if len(left) > 1:
        return _("未記入 {n}つ").format(n=len(left))
    _item, moment, side = left[0]
    return _("{place}が未記入").format(place=short_place(moment, side))


def differences(marks: Marks, text: CheckSheetText) -> int:
    """Return on how many items the two sides differ."""
    return sum(bool(differing(marks, item.key)) for item in text.items)


def comparable(marks: Marks) -> bool:
    """Tell whether both sides have marked an item at the same moment."""
    return any(all((item, moment, side) in marks for side in Side) for item, moment, _side in marks)


def filling_words(filling: CheckFilling) -> str:
    """Return who filled in a column and when, empty if nobody said."""
    day = format_date(filling.filled_on) if filling.filled_on is not None else ""
    way = _(WAY_LABELS[filling.way]) if filling.way is FillWay.PAPER else ""
    return "　".join(words for words in (day, filling.filled_by.strip(), way) if words)
