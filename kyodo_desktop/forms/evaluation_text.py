"""Reads the items and scales of 事業の評価 from `resources/evaluation/<version>.toml`."""

from functools import cache
from typing import Any

from kyodo_desktop.base import resources
from kyodo_desktop.base.errors import NotFoundError, ResourceError
from kyodo_desktop.base.i18n import _
from kyodo_desktop.records.evaluations import (
    EvaluationGroup,
    EvaluationItem,
    EvaluationKind,
    EvaluationText,
    ScaleMark,
)

_FOLDER = "evaluation"
_Texts = dict[EvaluationKind, EvaluationText]


def versions() -> tuple[int, ...]:
    """Return the versions there are, oldest first."""
    names = (path.stem for path in resources.list_resources(_FOLDER, ".toml"))
    return tuple(sorted(int(name) for name in names if name.isdecimal()))


def version_for(fiscal_year: int) -> int:
    """Return the newest version that holds in a fiscal year; before all of them, the oldest.

    Raises:
        ResourceError: there is none, or one cannot be read.
    """
    known = versions()
    if not known:
        raise ResourceError(
            _("評価の項目（resources/evaluation）が見つかりません。プログラムを入れ直してください。")
        )
    valid = [version for version in known if _read(version)[0] <= fiscal_year]
    return valid[-1] if valid else known[0]


def load(kind: EvaluationKind, version: int) -> EvaluationText:
    """Return the items and the scale of a kind in one version.

    Raises:
        NotFoundError: there is no such version.
        ResourceError: the file cannot be read or lacks a part.
    """
    if version not in versions():
        raise NotFoundError(_("評価の項目の第{n}版は、このプログラムにありません。").format(n=version))
    return _read(version)[1][kind]


def _read(version: int) -> tuple[int, _Texts]:
    return _load(resources.resource_path(f"{_FOLDER}/{version}.toml").stat().st_mtime_ns, version)


@cache
def _load(_changed_at: int, version: int) -> tuple[int, _Texts]:
    name = f"{_FOLDER}/{version}.toml"
    table = resources.read_toml(name)
    try:
        return int(table["from_year"]), _texts(table)
    except (KeyError, TypeError, ValueError) as error:
        raise ResourceError(
            _("「resources/{name}」に足りない項目か、形の違う項目があります（{what}）。").format(
                name=name, what=error
            )
        ) from error


def _texts(table: dict[str, Any]) -> _Texts:
    groups = {str(one["key"]): _group(one) for one in table["groups"]}
    scales = {str(one["key"]): one for one in table["scales"]}
    kinds = {str(one["key"]): one for one in table["kinds"]}
    found: _Texts = {}
    for kind in EvaluationKind:
        one = kinds[kind.value]
        scale = scales[one["scale"]]
        found[kind] = EvaluationText(
            kind=kind,
            version=int(table["version"]),
            groups=tuple(groups[key] for key in one["groups"]),
            scale=tuple(map(_mark, scale["marks"])),
            provisional=bool(scale.get("provisional", False)),
        )
    return found


def _group(table: dict[str, Any]) -> EvaluationGroup:
    items = (EvaluationItem(str(one["key"]), str(one["heading"]), str(one["text"])) for one in table["items"])
    return EvaluationGroup(str(table["key"]), str(table["label"]), tuple(items))


def _mark(table: dict[str, Any]) -> ScaleMark:
    return ScaleMark(
        str(table["key"]), str(table["label"]), str(table["words"]), bool(table.get("reason", False))
    )
