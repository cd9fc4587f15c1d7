"""Reads the words of the six steps from `resources/guide/<version>.toml`."""

from collections.abc import Callable
from functools import cache
from typing import Any, TypeVar

from kyodo_desktop.base import resources
from kyodo_desktop.base.errors import ResourceError
from kyodo_desktop.base.i18n import _
from kyodo_desktop.records.guides import (
    GuideForm,
    GuidePoint,
    GuideStep,
    GuideText,
    HelperOption,
    HelperQuestion,
    Suitability,
    Zone,
)

_FOLDER = "guide"
_T = TypeVar("_T")


def load() -> GuideText:
    """Return the words of the six steps in their newest version.

    Raises:
        ResourceError: there is no file, or it cannot be read or lacks a part.
    """
    known = sorted(
        int(path.stem) for path in resources.list_resources(_FOLDER, ".toml") if path.stem.isdecimal()
    )
    if not known:
        raise ResourceError(
            _("六つの手順の文言（resources/guide）が見つかりません。プログラムを入れ直してください。")
        )
    name = f"{_FOLDER}/{known[-1]}.toml"
    return _load(resources.resource_path(name).stat().st_mtime_ns, name)


@cache
def _load(_changed_at: int, name: str) -> GuideText:
    table = resources.read_toml(name)
    try:
        return _guide(table)
    except (KeyError, TypeError, ValueError, AttributeError) as error:
        raise ResourceError(
            _("「resources/{name}」に足りない項目か、形の違う項目があります（{what}）。").format(
                name=name, what=error
            )
        ) from error


def _guide(table: dict[str, Any]) -> GuideText:
    return GuideText(
        version=int(table["version"]),
        title=str(table["title"]),
        lead=str(table["lead"]),
        choosing=str(table["choosing"]),
        steps=tuple(_step(one, number) for number, one in enumerate(table["steps"], 1)),
        suitabilities=_each(
            table["suitabilities"],
            lambda one: Suitability(one["key"], one["title"], one["effect"], _texts(one["examples"])),
        ),
        zones=_each(table["zones"], lambda one: Zone(one["key"], one["title"], one["text"])),
        forms=_each(table["forms"], _form),
        questions=_each(table["questions"], _question),
    )


def _step(table: dict[str, Any], number: int) -> GuideStep:
    return GuideStep(
        key=str(table["key"]),
        number=number,
        title=str(table["title"]),
        subtitle=str(table["subtitle"]),
        text=str(table["text"]),
        points=_each(table["points"], lambda one: GuidePoint(one["key"], one["heading"], one["text"])),
        heads=_texts(table["heads"]),
        aside=_texts(table["aside"]),
        links=_texts(table["links"]),
    )


def _form(table: dict[str, Any]) -> GuideForm:
    return GuideForm(
        table["key"], table["title"], table["text"], _texts(table["zones"]), bool(table.get("written"))
    )


def _question(table: dict[str, Any]) -> HelperQuestion:
    return HelperQuestion(table["key"], table["text"], _each(table["options"], _option))


def _option(table: dict[str, Any]) -> HelperOption:
    quotes = {str(form): str(quote) for form, quote in table["quotes"].items()}
    return HelperOption(table["key"], table["text"], quotes, str(table.get("zone", "")))


def _texts(values: list[Any]) -> tuple[str, ...]:
    return tuple(str(value) for value in values)


def _each(tables: list[dict[str, Any]], make: Callable[[dict[str, Any]], _T]) -> tuple[_T, ...]:
    return tuple(make(one) for one in tables)
