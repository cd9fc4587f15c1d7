"""Reads the items and scales of 事業の評価 from `resources/evaluation/<version>.toml`."""

from typing import Any

from kyodo_desktop.base.i18n import N_
from kyodo_desktop.forms.versions import Versions
from kyodo_desktop.records.evaluations import (
    EvaluationGroup,
    EvaluationItem,
    EvaluationKind,
    EvaluationText,
    ScaleMark,
)

_Texts = dict[EvaluationKind, EvaluationText]


def versions() -> tuple[int, ...]:
    """Return the versions there are, oldest first."""
    return _VERSIONS.numbers()


def version_for(fiscal_year: int) -> int:
    """Return the newest version that holds in a fiscal year; before all of them, the oldest.

    Raises:
        ResourceError: there is none, or one cannot be read.
    """
    return _VERSIONS.valid_in(fiscal_year)


def load(kind: EvaluationKind, version: int) -> EvaluationText:
    """Return the items and the scale of a kind in one version.

    Raises:
        NotFoundError: there is no such version.
        ResourceError: the file cannot be read or lacks a part.
    """
    return _VERSIONS.load(version)[kind]


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


_VERSIONS = Versions("evaluation", _texts, N_("評価の項目の第{n}版は、このプログラムにありません。"))
