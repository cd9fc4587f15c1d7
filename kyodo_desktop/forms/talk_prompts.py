"""Reads what the handbook gives to talk about, item by item, from `resources/talk_prompts/<version>.toml`.

The number of a file is that of the check sheet's version whose items it names.
"""

from typing import Any

from kyodo_desktop.base.errors import ResourceError
from kyodo_desktop.base.i18n import N_, _
from kyodo_desktop.forms.versions import Versions
from kyodo_desktop.records.check_gaps import ItemGap, Prompt

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
    if version not in _VERSIONS.numbers():
        return points
    chosen = _VERSIONS.load(version).get(gap.item.key)
    if chosen is None:
        return points
    said, numbers = chosen
    if any(number > len(points) for number in numbers):
        raise ResourceError(
            _(
                "「resources/talk_prompts/{version}.toml」の {item} が、"
                "その段階にないＰＯＩＮＴ！を指しています。"
            ).format(version=version, item=gap.item.key)
        )
    return (*said, *(points[number - 1] for number in numbers))


def _items(table: dict[str, Any]) -> dict[str, tuple[tuple[Prompt, ...], tuple[int, ...]]]:
    quotes = {
        one["key"]: Prompt(str(one["source"]), str(one["heading"]), str(one["text"]))
        for one in table["quotes"]
    }
    return {
        key: (tuple(quotes[quote] for quote in one["quotes"]), tuple(int(point) for point in one["points"]))
        for key, one in table["items"].items()
    }


_VERSIONS = Versions(
    "talk_prompts", _items, N_("話し合いのきっかけの第{n}版は、このプログラムにありません。")
)
