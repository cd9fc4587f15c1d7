"""Reads the words of the 相互チェックシート from `resources/check_sheet/<version>.toml`."""

from collections.abc import Callable
from typing import Any, TypeVar

from kyodo_desktop.base.i18n import N_
from kyodo_desktop.forms.versions import Versions
from kyodo_desktop.records.check_sheets import CheckItem, CheckPoint, CheckSheetText, CheckStage

_T = TypeVar("_T")


def versions() -> tuple[int, ...]:
    """Return the versions there are, oldest first."""
    return _VERSIONS.numbers()


def version_for(fiscal_year: int) -> int:
    """Return the newest version that holds in a fiscal year; before all of them, the oldest.

    Raises:
        ResourceError: there is none, or one cannot be read.
    """
    return _VERSIONS.valid_in(fiscal_year)


def load(version: int | None = None) -> CheckSheetText:
    """Return the sheet's words of one version; the newest when none is named.

    Raises:
        NotFoundError: there is no such version.
        ResourceError: the file cannot be read or lacks a part.
    """
    return _VERSIONS.load(_VERSIONS.newest() if version is None else version)


def _sheet(table: dict[str, Any]) -> CheckSheetText:
    return CheckSheetText(
        version=int(table["version"]),
        lead=str(table["lead"]),
        title=str(table["title"]),
        questions=_each(table["questions"], lambda one: (str(one["question"]), str(one["answer"]))),
        usage_title=str(table["usage_title"]),
        usage=str(table["usage"]),
        stages=_each(table["stages"], _stage),
        contact=tuple(str(line) for line in table["contact"]),
    )


def _stage(table: dict[str, Any]) -> CheckStage:
    return CheckStage(
        key=str(table["key"]),
        numeral=str(table["numeral"]),
        title=str(table["title"]),
        points=_each(table["points"], lambda one: CheckPoint(str(one["heading"]), str(one["text"]))),
        items=_each(
            table["items"], lambda one: CheckItem(str(one["key"]), int(one["number"]), str(one["text"]))
        ),
    )


def _each(tables: list[dict[str, Any]], make: Callable[[dict[str, Any]], _T]) -> tuple[_T, ...]:
    return tuple(make(one) for one in tables)


_VERSIONS = Versions("check_sheet", _sheet, N_("相互チェックシートの第{n}版は、このプログラムにありません。"))
