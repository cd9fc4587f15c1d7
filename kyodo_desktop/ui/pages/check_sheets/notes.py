"""The notes of a sheet, to be read."""

from PySide6.QtWidgets import QWidget

from kyodo_desktop.records.check_sheets import Box, CheckMarkRecord, CheckSheetRecord, CheckSheetText
from kyodo_desktop.ui.theme.theme import Theme
from kyodo_desktop.ui.widgets.detail import make_text_row
from kyodo_desktop.ui.widgets.marks import place_word


def make_note_rows(
    theme: Theme, record: CheckSheetRecord, text: CheckSheetText, covered: frozenset[Box]
) -> list[QWidget]:
    """Return a row for each note but those of covered boxes: what was noted, below it of which box."""
    return [
        make_text_row(theme, mark.note.strip(), below=note_place(text, mark))
        for mark in record.marks
        if mark.note.strip() and (mark.item, mark.moment, mark.side) not in covered
    ]


def note_place(text: CheckSheetText, mark: CheckMarkRecord) -> str:
    """Return Ⅰ－1 事業前 団体."""
    for stage in text.stages:
        for item in stage.items:
            if item.key == mark.item:
                return f"{stage.numeral}－{item.number} {place_word(mark.moment, mark.side)}"
    return place_word(mark.moment, mark.side)
