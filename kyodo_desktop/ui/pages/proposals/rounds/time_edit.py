"""A field for a time of day."""

from datetime import time

from kyodo_desktop.base.errors import InputError
from kyodo_desktop.japanese.day_time import parse_time
from kyodo_desktop.ui.pages.proposals.rounds.wording import time_text
from kyodo_desktop.ui.widgets.edits import JapaneseLineEdit


class TimeEdit(JapaneseLineEdit):
    """A time of day as people type it (17:15, 1715, 午後5時15分); shown as 17:15."""

    def put_in_form(self, text: str) -> str:
        """Return the time as 17:15."""
        return time_text(parse_time(text)) if text.strip() else ""


def time_of(text: str, field: str) -> time | None:
    """Return the time that was typed into a field, None for nothing.

    Raises:
        InputError: it is no time of day.
    """
    if not text.strip():
        return None
    try:
        return parse_time(text)
    except InputError as error:
        raise InputError(str(error), field) from error
