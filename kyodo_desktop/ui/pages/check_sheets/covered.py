"""What of a sheet nobody reads yet, because its sides are filling it in one at a time."""

from kyodo_desktop.flows.check_sheet import VIEW, covered_boxes
from kyodo_desktop.records.check_sheets import Box, CheckSheetRecord, CheckSheetText, MarkValue
from kyodo_desktop.ui.context import UiContext
from kyodo_desktop.ui.pages.check_sheets.rows import KIND


def covered_in(context: UiContext, sheet: CheckSheetRecord, text: CheckSheetText) -> frozenset[Box]:
    """Return the boxes that are not to be read: which side was chosen in the wizard is in its draft."""
    kept = context.services.drafts.load(KIND, sheet.id) or {}
    return covered_boxes(sheet, text, kept.get("answers", {}).get(VIEW, ""))


def marks_without(sheet: CheckSheetRecord, covered: frozenset[Box]) -> dict[Box, MarkValue]:
    """Return a sheet's marks but those that are covered."""
    return {box: mark for box, mark in sheet.marked.items() if box not in covered}
