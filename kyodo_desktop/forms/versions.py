"""Words kept in versions, `resources/<folder>/<number>.toml`: which there are, which holds in a fiscal year.

A file tells by `from_year` since which fiscal year it holds. What was begun in a version keeps it.
"""

from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from typing import Any, Generic, TypeVar

from kyodo_desktop.base import resources
from kyodo_desktop.base.errors import NotFoundError, ResourceError
from kyodo_desktop.base.i18n import _

_T = TypeVar("_T")


@dataclass(frozen=True, slots=True)
class Versions(Generic[_T]):
    """The versions of one folder; `make` turns a file's table into what the program reads.

    `unknown` is said of a version that is not there, with a place `{n}` for its number.
    """

    folder: str
    make: Callable[[dict[str, Any]], _T]
    unknown: str

    def numbers(self) -> tuple[int, ...]:
        """Return the versions there are, oldest first.

        Raises:
            ResourceError: there is none.
        """
        names = (path.stem for path in resources.list_resources(self.folder, ".toml"))
        known = tuple(sorted(int(name) for name in names if name.isdecimal()))
        if not known:
            resources.resource_path(f"{self.folder}/1.toml")
        return known

    def newest(self) -> int:
        """Return the newest version there is.

        Raises:
            ResourceError: there is none.
        """
        return self.numbers()[-1]

    def valid_in(self, fiscal_year: int) -> int:
        """Return the newest version that holds in a fiscal year; before all of them, the oldest.

        Raises:
            ResourceError: there is none, or one cannot be read.
        """
        known = self.numbers()
        valid = [number for number in known if self.from_year(number) <= fiscal_year]
        return valid[-1] if valid else known[0]

    def from_year(self, version: int) -> int:
        """Return since which fiscal year a version holds.

        Raises:
            ResourceError: the file cannot be read or does not say.
        """
        year: int = _made(*self._file(version), _from_year)
        return year

    def load(self, version: int) -> _T:
        """Return what one version says.

        Raises:
            NotFoundError: there is no such version.
            ResourceError: the file cannot be read or lacks a part.
        """
        if version not in self.numbers():
            raise NotFoundError(_(self.unknown).format(n=version))
        made: _T = _made(*self._file(version), self.make)
        return made

    def _file(self, version: int) -> tuple[str, str, int]:
        name = f"{self.folder}/{version}.toml"
        path = resources.resource_path(name)
        return name, str(path), path.stat().st_mtime_ns


@cache
def _made(name: str, _path: str, _changed_at: int, make: Callable[[dict[str, Any]], Any]) -> Any:
    table = resources.read_toml(name)
    try:
        return make(table)
    except (KeyError, TypeError, ValueError, AttributeError) as error:
        raise ResourceError(
            _("「resources/{name}」に足りない項目か、形の違う項目があります（{what}）。").format(
                name=name, what=error
            )
        ) from error


def _from_year(table: dict[str, Any]) -> int:
    return int(table["from_year"])
