"""A pile of scanned files: which are there, which can be read, and their pages in order."""

import os
import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from kyodo_desktop.base.errors import InputError
from kyodo_desktop.base.i18n import _
from kyodo_desktop.base.reasons import reason_of
from kyodo_desktop.japanese.my_number import holds_my_number
from kyodo_desktop.records.scanned_pages import ScannedPage
from kyodo_desktop.services.importing.progress import Progress
from kyodo_desktop.services.scanning.files import SUFFIXES, kind_of, sum_of
from kyodo_desktop.services.scanning.reader import read_scans
from kyodo_desktop.services.scanning.splitting import PageRun

_UNSEEN = (".", "~", "$")
_DIGITS = re.compile(r"(\d+)", re.ASCII)


@dataclass(slots=True)
class Pile:
    """The files of a pile: the sum of each that was read, why others were not, and the pages of all."""

    paths: tuple[Path, ...]
    pages: list[ScannedPage] = field(default_factory=list)
    sums: dict[Path, str] = field(default_factory=dict)
    refused: dict[Path, str] = field(default_factory=dict)


def scans_in(folder: Path, data: Path, progress: Progress) -> tuple[Path, ...]:
    """Return the files in a folder, and in those in it, that may be scans, in the order scanners number them.

    A scanner may make a folder of its own each day. The program's own `data` is left out, unless it is where
    one looks; so are links, and what is hidden.

    Raises:
        CancelledError: `progress` was cancelled.
        InputError: it is no folder, or one cannot be looked into.
    """
    found: list[Path] = []
    try:
        if not folder.is_dir():
            raise InputError(
                _("「{folder}」というフォルダーがありません。場所を確かめて、選び直してください。").format(
                    folder=folder
                )
            )
        for at, folders, names in os.walk(folder, onerror=_give_up):
            progress.check()
            paths = (Path(at, name) for name in names)
            found += sorted(filter(_may_be_scan, paths), key=_by_number)
            inner = (path for name in folders if _may_be_entered(path := Path(at, name), data.resolve()))
            folders[:] = [path.name for path in sorted(inner, key=_by_number)]
    except OSError as error:
        raise InputError(
            _("フォルダー「{folder}」の中を見られません（{reason}）。場所を確かめてください。").format(
                folder=folder, reason=reason_of(error)
            )
        ) from error
    return tuple(found)


def read_pile(paths: Sequence[Path], known: Collection[str], progress: Progress) -> Pile:
    """Read files, but for those whose sum is `known`; one that cannot be read keeps no other from it.

    Raises:
        CancelledError: `progress` was cancelled.
    """
    pile = Pile(tuple(dict.fromkeys(paths)))
    several = len(pile.paths) > 1
    progress.begin(len(pile.paths))
    for path in pile.paths:
        try:
            kind_of(path)
            digest = sum_of(path)
            if digest not in known and digest not in pile.sums.values():
                pages = read_scans(path, _Part(progress) if several else progress)
                _refuse_unfit(path, pages)
                pile.sums[path] = digest
                pile.pages += pages
        except InputError as error:
            pile.refused[path] = str(error)
        if several:
            progress.step()
    return pile


def refuse_together(pile: Pile, runs: Sequence[PageRun]) -> None:
    """Refuse as well what shares a sheet with a refused file, and so on: they come again together."""
    groups = [{page.file for page in run.pages} for run in runs]
    while torn := [files for files in groups if pile.refused.keys() & files and files - pile.refused.keys()]:
        for files in torn:
            reason = next(pile.refused[path] for path in pile.paths if path in files and path in pile.refused)
            pile.refused |= dict.fromkeys(files - pile.refused.keys(), reason)


def _refuse_unfit(path: Path, pages: Sequence[ScannedPage]) -> None:
    if not pages:
        raise InputError(_("「{name}」にはページがありません。").format(name=path.name))
    for page in pages:
        # As on the back of a マイナンバーカード.
        if any(map(holds_my_number, page.codes)):
            raise InputError(
                _(
                    "「{name}」の{page}ページ目に、マイナンバー（個人番号）と思われる二次元コードがあります。"
                    "マイナンバーは法律により、ここには残せないので、取り込みません。"
                ).format(name=path.name, page=page.page)
            )


class _Part(Progress):
    """The pages of one of several files: counted by themselves, stopped with the whole."""

    def __init__(self, whole: Progress) -> None:
        super().__init__()
        self._whole = whole

    def check(self) -> None:
        """Go on, or not."""
        self._whole.check()


def _give_up(error: OSError) -> None:
    # A folder passed over in silence would be papers nobody misses.
    raise error


def _may_be_entered(folder: Path, data: Path) -> bool:
    real = folder.resolve()
    # A link, or a junction, leads elsewhere; perhaps in a circle.
    is_here = real.parent == folder.parent.resolve()
    return is_here and real != data and not folder.name.startswith(_UNSEEN)


def _may_be_scan(path: Path) -> bool:
    return path.suffix.lower() in SUFFIXES and not path.name.startswith(_UNSEEN) and path.is_file()


def _by_number(path: Path) -> tuple[tuple[int, int | str], ...]:
    parts = _DIGITS.split(path.name.casefold())
    return tuple((0, int(part)) if part.isascii() and part.isdigit() else (1, part) for part in parts)
