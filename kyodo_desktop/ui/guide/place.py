"""Where the clerk left the six steps, so that one key leads back from wherever they led to."""

from dataclasses import dataclass

from kyodo_desktop.records.sheets import SheetOwner
from kyodo_desktop.ui.window_settings import WindowSettings

_SETTING = "guide/left_at"
_GUIDE = "guide"


@dataclass(frozen=True, slots=True)
class GuidePlace:
    """A project that is kept, or the record whose steps were looked at, and the step."""

    record_id: int | None = None
    owner: SheetOwner | None = None
    step: str = ""


def remember(settings: WindowSettings, place: GuidePlace) -> None:
    """Keep the place with the window."""
    kind, number = _GUIDE, place.record_id or 0
    if place.record_id is None and place.owner is not None:
        kind, number = place.owner.kind, place.owner.record_id
    settings.set_text(_SETTING, f"{kind} {number} {place.step}")


def left_at(settings: WindowSettings) -> GuidePlace:
    """Return the place that was kept, or that of a new project."""
    kind, number, step = (*settings.text(_SETTING).split(), "", "", "")[:3]
    if not number.isdecimal() or not int(number):
        return GuidePlace(step=step)
    if kind == _GUIDE:
        return GuidePlace(record_id=int(number), step=step)
    return GuidePlace(owner=SheetOwner(kind, int(number)), step=step)
