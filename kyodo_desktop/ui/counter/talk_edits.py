"""Fields of a talk that are typed in a hurry."""

from datetime import date

from PySide6.QtWidgets import QWidget

from kyodo_desktop.base.errors import InputError
from kyodo_desktop.japanese.coming_day import parse_coming_day
from kyodo_desktop.japanese.day_time import parse_time
from kyodo_desktop.japanese.phone import normalise_phone
from kyodo_desktop.japanese.wareki import format_date
from kyodo_desktop.ui.widgets.edits import JapaneseLineEdit


class ComingDayEdit(JapaneseLineEdit):
    """A day to come: 12/1, +7, 令8.12.1; shown in 和暦 with its weekday."""

    def __init__(self, name: str, today: date, parent: QWidget | None = None) -> None:
        super().__init__(name, parent)
        self._today = today

    def put_in_form(self, text: str) -> str:
        """Return the day in 和暦."""
        return format_date(parse_coming_day(text, self._today), weekday=True) if text.strip() else ""

    def formed(self) -> str:
        """Return the day in 和暦 even before the field is left; what is no day as it is typed."""
        try:
            return self.put_in_form(self.text())
        except InputError:
            return self.text()


class TimeEdit(JapaneseLineEdit):
    """A time of day: 1405, 14:05, 午後2時5分; shown as 14:05."""

    def put_in_form(self, text: str) -> str:
        """Return the time with its colon."""
        return f"{parse_time(text):%H:%M}" if text.strip() else ""


class HeardPhoneEdit(JapaneseLineEdit):
    """A number as it was heard: put into form where it is one, else kept."""

    def put_in_form(self, text: str) -> str:
        """Return the number, parted as numbers are."""
        try:
            return normalise_phone(text)
        except InputError:
            return text.strip()
