"""Reads what the handbook gives to talk about, item by item, from `resources/talk_prompts/<version>.toml`."""

from functools import cache
from typing import Any

from kyodo_desktop.base import resources
from kyodo_desktop.base.errors import ResourceError
from kyodo_desktop.base.i18n import N_, _
from kyodo_desktop.records.check_gaps import ItemGap, Prompt

_FOLDER = "talk_prompts"
_POINT = N_("ＰＯＩＮＴ！")


def prompts_for(gap: ItemGap, version: int) -> tuple[Prompt, ...]:
    """Return what the handbook says about an item: its own words, then its stage's POINT!.

    An item that no file names, or of a version of the sheet without one, has all of its stage's POINT!.

    Raises:
        ResourceError: the file cannot be read or lacks a part.
    """
    points = tuple(
        Prompt(_(_POINT), point.heading, " ".join(point.text.split())) for point in gap.stage.points
    )
    name = f"{_FOLDER}/{version}.toml"
    if name.removeprefix(f"{_FOLDER}/") not in _names():
        return points
    table = _load(resources.resource_path(name).stat().st_mtime_ns, name)
    try:
        chosen = table["items"].get(gap.item.key)
        if chosen is None:
            return points
        quotes = {one["key"]: one for one in table["quotes"]}
        found = (quotes[key] for key in chosen["quotes"])
        said = tuple(Prompt(str(one["source"]), str(one["heading"]), str(one["text"])) for one in found)
        return (*said, *(points[number - 1] for number in chosen["points"]))
    except (KeyError, TypeError, IndexError, AttributeError) as error:
        raise ResourceError(
            _("「resources/{name}」に足りない項目か、形の違う項目があります（{what}）。").format(
                name=name, what=error
            )
        ) from error


def _names() -> set[str]:
    return {path.name for path in resources.list_resources(_FOLDER, ".toml")}


@cache
def _load(_changed_at: int, name: str) -> dict[str, Any]:
    return resources.read_toml(name)
