"""Scanned papers on their way home: what was read of them, and what a person has to decide."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from kyodo_desktop.base.i18n import N_


class ScanState(StrEnum):
    """`ready`: the sheet is known, a person has only to look; `doubtful`: a person must say which it is."""

    READY = "ready"
    DOUBTFUL = "doubtful"
    ATTACHED = "attached"
    DROPPED = "dropped"


SCAN_STATE_LABELS: dict[ScanState, str] = {
    ScanState.READY: N_("確かめ待ち"),
    ScanState.DOUBTFUL: N_("番号が分からない"),
    ScanState.ATTACHED: N_("綴じた"),
    ScanState.DROPPED: N_("外した"),
}


@dataclass(frozen=True, slots=True)
class ScanRecord:
    """One run of scanned pages that belongs together.

    `source` is the file's name, `first_page` and `pages` where in it; `reason` says in words why it is
    doubtful; `sheet_id` and `sheet_number` the issued sheet it is, or is held to be.
    """

    id: int
    source: str
    first_page: int
    pages: int
    state: ScanState
    sha256: str
    taken_in_at: datetime
    code: str = ""
    reason: str = ""
    sheet_id: int | None = None
    sheet_number: str = ""
    attachment_id: int | None = None
