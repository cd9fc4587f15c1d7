"""The time of day, as a screen shows it and as a paper spells it."""

from datetime import datetime

from kyodo_desktop.base.i18n import _
from kyodo_desktop.japanese.digits import Digits, with_digits


def format_time(moment: datetime) -> str:
    """Return 14:05."""
    return f"{moment:%H:%M}"


def spell_time(moment: datetime, digits: Digits = Digits.HALF) -> str:
    """Return 午後2時5分; noon is 午後0時."""
    half = _("午前") if moment.hour < 12 else _("午後")
    words = _("{half}{hour}時{minute}分").format(half=half, hour=moment.hour % 12, minute=moment.minute)
    return with_digits(words, digits)
