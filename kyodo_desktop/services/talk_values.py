"""From a check sheet to the values of its 話し合いシート."""

from typing import Any

from kyodo_desktop.base.i18n import N_, _
from kyodo_desktop.forms import check_sheet_text
from kyodo_desktop.forms.talk_prompts import prompts_for
from kyodo_desktop.forms.talk_sheet import mark_field
from kyodo_desktop.japanese.digits import Digits, with_digits
from kyodo_desktop.records.check_gaps import GAP_LABELS, GapKind, ItemGap, by_gap, read_gaps
from kyodo_desktop.records.check_sheets import (
    SIDE_LABELS,
    CheckSheetRecord,
    Marks,
    Moment,
    Side,
)

_SHORT = {Moment.BEFORE: N_("前"), Moment.AFTER: N_("後")}


def talk_values(sheet: CheckSheetRecord) -> dict[str, Any]:
    """Return the items that differ, drifted or were talked over, and in a line how the others are."""
    marks = sheet.marked
    gaps = by_gap(read_gaps(check_sheet_text.load(sheet.version), marks))
    talked = [gap for gap in gaps if gap.is_to_talk or sheet.agreement(gap.item.key) is not None]
    others = [gap for gap in gaps if gap not in talked]
    return {
        "fiscal_year": sheet.fiscal_year,
        "title": sheet.title,
        "partner_name": sheet.partner_name,
        "department": sheet.department,
        "next_check_on": sheet.next_check_on,
        "items": tuple(_row(sheet, gap, marks) for gap in talked),
        "others": "\n".join(_others(others)),
    }


def _row(sheet: CheckSheetRecord, gap: ItemGap, marks: Marks) -> dict[str, Any]:
    prompt = prompts_for(gap, sheet.version)[0]
    kept = sheet.agreement(gap.item.key)
    row: dict[str, Any] = {
        "item": f"{_place(gap)}　{gap.item.text}",
        "told": "\n".join(_told(gap)),
        "prompt": _("{source}「{heading}」\n{text}").format(
            source=prompt.source, heading=prompt.heading, text=prompt.text
        ),
        "agreed": kept.words if kept is not None else "",
    }
    for moment in Moment:
        for side in Side:
            value = marks.get((gap.item.key, moment, side))
            row[mark_field(moment, side)] = "open" if value is None else value.value
    return row


def _told(gap: ItemGap) -> list[str]:
    """Return in short lines when the sides are apart and who changed; the marks themselves stand beside."""
    words = [_("▲{moment}にちがい").format(moment=_(_SHORT[moment])) for moment in gap.apart]
    words += [_("→{side}が変化").format(side=_(SIDE_LABELS[one.side])) for one in gap.drifts]
    return words or [_(GAP_LABELS[gap.kind])]


def _others(gaps: list[ItemGap]) -> list[str]:
    """Return by kind which items are not talked about: 一致　Ⅰ－１、Ⅰ－２."""
    lines = []
    for kind in GapKind:
        places = [_place(gap) for gap in gaps if gap.kind is kind]
        if places:
            lines.append(_("{kind}：{items}").format(kind=_(GAP_LABELS[kind]), items=_("、").join(places)))
    return lines


def _place(gap: ItemGap) -> str:
    return f"{gap.stage.numeral}－{with_digits(str(gap.item.number), Digits.FULL)}"
