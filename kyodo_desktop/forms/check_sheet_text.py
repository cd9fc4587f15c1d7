"""Reads the words of the 相互チェックシート from `resources/check_sheet/<version>.toml`."""

from collections.abc import Callable
from functools import cache
from typing import Any, TypeVar

from kyodo_desktop.base import resources
from kyodo_desktop.base.errors import NotFoundError, ResourceError
from kyodo_desktop.base.i18n import _
from kyodo_desktop.records.check_sheets import CheckItem, CheckPoint, CheckSheetText, CheckStage

_FOLDER = "check_sheet"
_T = TypeVar("_T")


def versions() -> tuple[int, ...]:
    """Return the versions there are, oldest first."""
    names = (path.stem for path in resources.list_resources(_FOLDER, ".toml"))
    return tuple(sorted(int(name) for name in names if name.isdecimal()))


def load(version: int | None = None) -> CheckSheetText:
    """Return the sheet's words of one version; the newest when none is named.

    Raises:
        NotFoundError: there is no such version.
        ResourceError: the file cannot be read or lacks a part.
    """
    known = versions()
    if not known:
        raise ResourceError(
            _(
                "相互チェックシートの文言（resources/check_sheet）が見つかりません。プログラムを入れ直してください。"
            )
        )
    wanted = known[-1] if version is None else version
    if wanted not in known:
        raise NotFoundError(_("相互チェックシートの第{n}版は、このプログラムにありません。").format(n=wanted))
    return _load(resources.resource_path(f"{_FOLDER}/{wanted}.toml").stat().st_mtime_ns, wanted)


@cache
def _load(_changed_at: int, version: int) -> CheckSheetText:
    name = f"{_FOLDER}/{version}.toml"
    table = resources.read_toml(name)
    try:
        return _sheet(table)
    except (KeyError, TypeError, ValueError) as error:
        raise ResourceError(
            _("「resources/{name}」に足りない項目か、形の違う項目があります（{what}）。").format(
                name=name, what=error
            )
        ) from error


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
