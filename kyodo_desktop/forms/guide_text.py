"""Reads the words of the six steps from `resources/guide/<version>.toml`."""

from collections.abc import Callable
from typing import Any, TypeVar

from kyodo_desktop.base.i18n import N_
from kyodo_desktop.forms.versions import Versions
from kyodo_desktop.records.guides import (
    ChartHeads,
    GuideForm,
    GuidePoint,
    GuideStep,
    GuideText,
    HelperOption,
    HelperQuestion,
    Suitability,
    Zone,
)

_T = TypeVar("_T")


def versions() -> tuple[int, ...]:
    """Return the versions there are, oldest first."""
    return _VERSIONS.numbers()


def load(version: int) -> GuideText:
    """Return the words of the six steps in one version.

    Raises:
        NotFoundError: there is no such version.
        ResourceError: the file cannot be read or lacks a part.
    """
    return _VERSIONS.load(version)


def load_for(fiscal_year: int) -> GuideText:
    """Return the words that hold in a fiscal year.

    Raises:
        ResourceError: there is no file, or one cannot be read or lacks a part.
    """
    return load(_VERSIONS.valid_in(fiscal_year))


def former_point(step: str, key: str) -> GuidePoint | None:
    """Return a point as the newest version that has it words it; None if no version does."""
    found = (load(version).point(step, key) for version in reversed(versions()))
    return next((point for point in found if point is not None), None)


def _guide(table: dict[str, Any]) -> GuideText:
    return GuideText(
        version=int(table["version"]),
        title=str(table["title"]),
        lead=str(table["lead"]),
        about_forms=str(table["about_forms"]),
        about_suitabilities=str(table["about_suitabilities"]),
        suitability_heads=_texts(table["suitability_heads"]),
        suitability_aside=_texts(table["suitability_aside"]),
        chart=ChartHeads(**table["chart"]),
        steps=tuple(_step(one, number) for number, one in enumerate(table["steps"], 1)),
        suitabilities=_each(
            table["suitabilities"],
            lambda one: Suitability(one["key"], one["title"], one["effect"], _texts(one["examples"])),
        ),
        zones=_each(
            table["zones"], lambda one: Zone(one["key"], one["title"], one["text"], _texts(one["forms"]))
        ),
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
        points=_each(table["points"], _point),
        heads=_texts(table["heads"]),
        aside=_texts(table["aside"]),
        links=_texts(table["links"]),
    )


def _point(table: dict[str, Any]) -> GuidePoint:
    return GuidePoint(table["key"], table["heading"], table["text"], bool(table.get("drawn")))


def _form(table: dict[str, Any]) -> GuideForm:
    return GuideForm(table["key"], table["title"], table["text"], bool(table.get("written")))


def _question(table: dict[str, Any]) -> HelperQuestion:
    return HelperQuestion(table["key"], table["text"], _each(table["options"], _option))


def _option(table: dict[str, Any]) -> HelperOption:
    quotes = {str(form): str(quote) for form, quote in table["quotes"].items()}
    return HelperOption(table["key"], table["text"], quotes, str(table.get("zone", "")))


def _texts(values: list[Any]) -> tuple[str, ...]:
    return tuple(str(value) for value in values)


def _each(tables: list[dict[str, Any]], make: Callable[[dict[str, Any]], _T]) -> tuple[_T, ...]:
    return tuple(make(one) for one in tables)


_VERSIONS: Versions[GuideText] = Versions(
    "guide", _guide, N_("六つの手順の文言の第{n}版は、このプログラムにありません。")
)
