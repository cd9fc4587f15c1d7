"""What the program read of scanned pages: before anybody decides, and before anything is stored."""

from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from kyodo_desktop.base.i18n import N_


class Doubt(StrEnum):
    """Why a page or a typed text does not say which sheet it is."""

    EMPTY_PAGE = "empty_page"
    NO_CODE = "no_code"
    TORN_CODE = "torn_code"
    STRANGE_CODE = "strange_code"
    SEVERAL_CODES = "several_codes"
    NOT_A_NUMBER = "not_a_number"


DOUBT_SENTENCES: dict[Doubt, str] = {
    Doubt.EMPTY_PAGE: N_("何も写っていません。"),
    Doubt.NO_CODE: N_("番号の二次元コードがありません。"),
    Doubt.TORN_CODE: N_("二次元コードが欠けているか、汚れていて読めません。"),
    Doubt.STRANGE_CODE: N_("二次元コードがこの窓口の番号ではありません（{texts}）。"),
    Doubt.SEVERAL_CODES: N_("番号の違う二次元コードが重なっています（{texts}）。"),
    Doubt.NOT_A_NUMBER: N_("「{texts}」は番号として読めません。2026-S-12 のように打ってください。"),
}
"""`{texts}` is what was read or typed, cut short."""


@dataclass(frozen=True, slots=True)
class ScannedPage:
    """One page of a scanned file.

    `page` counts from 1. `codes` are the texts of the codes on it, each once, as read. `turn` is by how many
    degrees clockwise the page has to be turned to stand upright; 0 where no code tells. `torn` means that a
    code is there that cannot be read, `empty` that nothing at all is to be seen.
    """

    file: Path
    page: int
    codes: tuple[str, ...] = ()
    turn: int = 0
    torn: bool = False
    empty: bool = False
