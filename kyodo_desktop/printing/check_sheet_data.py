"""The check sheet's values as its pages need them: who fills it in, which mark stands in which box."""

from dataclasses import dataclass

from kyodo_desktop.forms import check_sheet_text
from kyodo_desktop.forms.check_sheet import BOTH_SIDES, mark_name
from kyodo_desktop.forms.data import Values
from kyodo_desktop.records.check_sheets import CheckSheetText, Marks, MarkValue, Moment, Side, differs

VERSION = "text_version"
"""The value that says which version of the sheet's words; given by the program only."""


@dataclass(frozen=True, slots=True)
class SheetData:
    """What stands on the sheet; no sides: it is to be filled in by hand. `signed`: with lines to sign on."""

    text: CheckSheetText
    fiscal_year: str
    title: str
    sides: tuple[Side, ...]
    marks: Marks
    notes: tuple[tuple[str, str], ...]
    contact: tuple[str, ...]
    signed: bool = False

    def differs(self, item: str) -> bool:
        """Tell whether both sides marked an item and did it differently, before or after."""
        return any(differs(self.marks, item, moment) for moment in Moment)


def read_sheet(values: Values) -> SheetData:
    """Return the sheet's data; the sides are the one named and those that have marks."""
    text = check_sheet_text.load(values.get(VERSION))
    marks = {
        (item.key, moment, side): MarkValue(value)
        for stage in text.stages
        for item in stage.items
        for moment in Moment
        for side in Side
        if (value := values.get(mark_name(item.key, moment, side)))
    }
    sides = _sides(values.get("sides"), marks)
    return SheetData(
        text=text,
        fiscal_year=values.get("fiscal_year", ""),
        title=values.get("title", ""),
        sides=sides,
        marks=marks,
        notes=tuple((note.get("place", ""), note.get("text", "")) for note in values.get("notes", ())),
        contact=tuple(values.get("contact", "").splitlines()) or text.contact,
        signed=bool(values.get("signature_lines")),
    )


def _sides(chosen: str | None, marks: Marks) -> tuple[Side, ...]:
    if chosen == BOTH_SIDES:
        return tuple(Side)
    filling = {side for _item, _moment, side in marks} | ({Side(chosen)} if chosen else set())
    return tuple(side for side in Side if side in filling)
