"""The only finder of files that ship with the program.

Looked for in this order: the office's own overrides (a folder `resources` in the data folder), inside the
package (a wheel or a packaged program), beside the package (a checkout).
"""

import json
import tomllib
from pathlib import Path
from typing import Any

from kyodo_desktop.base.errors import ResourceError
from kyodo_desktop.base.i18n import _

_PACKAGE = Path(__file__).resolve().parents[1]
_overrides: list[Path] = []


def use_overrides(folder: Path) -> None:
    """Let files in `folder` stand before the shipped ones of the same name."""
    _overrides[:] = [folder]


def _roots() -> list[Path]:
    return [*_overrides, _PACKAGE / "resources", _PACKAGE.parent / "resources"]


def resource_path(name: str) -> Path:
    """Return the file or folder `name` (with `/` between folders).

    Raises:
        ResourceError: it is in none of the places.
    """
    for root in _roots():
        path = root / name
        if path.exists():
            return path
    raise ResourceError(
        _(
            "プログラムの部品「resources/{name}」が見つかりません。プログラムを入れ直してください。データは無事です。"
        ).format(name=name)
    )


def list_resources(folder: str, suffix: str) -> list[Path]:
    """Return the files of a folder, by name; an office's own file replaces the shipped one of that name."""
    found: dict[str, Path] = {}
    for root in reversed(_roots()):
        for path in sorted((root / folder).glob(f"*{suffix}")):
            found[path.name] = path
    if not found:
        resource_path(f"{folder}/*{suffix}")
    return [found[name] for name in sorted(found)]


def read_text(name: str) -> str:
    """Return a UTF-8 text resource."""
    try:
        return resource_path(name).read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise _unreadable(name, error) from error


def read_json(name: str) -> Any:
    """Return a JSON resource."""
    try:
        return json.loads(read_text(name))
    except ValueError as error:
        raise _unreadable(name, error) from error


def read_toml(name: str) -> dict[str, Any]:
    """Return a TOML resource."""
    try:
        return tomllib.loads(read_text(name))
    except ValueError as error:
        raise _unreadable(name, error) from error


def _unreadable(name: str, error: OSError | ValueError) -> ResourceError:
    return ResourceError(
        _(
            "プログラムの部品「resources/{name}」が読めません（{error}）。"
            "プログラムを入れ直してください。データは無事です。"
        ).format(name=name, error=error)
    )


def locale_folder() -> Path:
    """Return the folder of the catalogues."""
    return resource_path("locale")
