"""Scanned papers on their way home: what was read of them, and what a person has to decide."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from kyodo_desktop.base.i18n import N_
from kyodo_desktop.records.sheets import SheetOwner, SheetState


class ScanState(StrEnum):
    """`ready`: the sheet is known, a person has only to look; `doubtful`: a person must say which it is."""

    READY = "ready"
    DOUBTFUL = "doubtful"
    ATTACHED = "attached"
    DROPPED = "dropped"


SCAN_STATE_LABELS: dict[ScanState, str] = {
    ScanState.READY: N_("確かめ待ち"),
    ScanState.DOUBTFUL: N_("番号を確かめる"),
    ScanState.ATTACHED: N_("綴じた"),
    ScanState.DROPPED: N_("ごみ箱"),
}


@dataclass(frozen=True, slots=True)
class ScanRecord:
    """One run of scanned pages that belongs together.

    `source` is the file's name (the first one's, of `files` that the pages were read from), `first_page` and
    `pages` where in it; `reason` says in words why it is doubtful. `number` is the sheet's or the receipt's,
    as read or typed; `title`, `owner` and `owner_name` say what that is, as far as it is known here:
    `sheet_id` the issued sheet, or a proposal by its receipt number.
    """

    id: int
    source: str
    first_page: int
    pages: int
    state: ScanState
    sha256: str
    taken_in_at: datetime
    files: int = 1
    number: str = ""
    reason: str = ""
    title: str = ""
    owner: SheetOwner | None = None
    owner_name: str = ""
    sheet_id: int | None = None
    sheet_state: SheetState | None = None
    attachment_id: int | None = None

    @property
    def is_open(self) -> bool:
        """Tell whether a person has still to decide."""
        return self.state in (ScanState.READY, ScanState.DOUBTFUL)


class FileOutcome(StrEnum):
    """What became of a scanned file: read, read before, or not to be read."""

    TAKEN_IN = "taken_in"
    KNOWN = "known"
    REFUSED = "refused"


FILE_OUTCOME_LABELS: dict[FileOutcome, str] = {
    FileOutcome.TAKEN_IN: N_("読みました"),
    FileOutcome.KNOWN: N_("前に読んだもの"),
    FileOutcome.REFUSED: N_("読めないもの"),
}


@dataclass(frozen=True, slots=True)
class ScannedFile:
    """What became of one file; `reason` says why it cannot be read, naming it."""

    name: str
    outcome: FileOutcome
    reason: str = ""


@dataclass(frozen=True, slots=True)
class TakenIn:
    """What became of files: of each by itself, and the runs of pages that were read, in their order."""

    files: tuple[ScannedFile, ...] = ()
    scans: tuple[ScanRecord, ...] = ()

    def count(self, outcome: FileOutcome) -> int:
        """Return how many files had an outcome."""
        return sum(file.outcome is outcome for file in self.files)

    @property
    def refused(self) -> tuple[ScannedFile, ...]:
        """The files that could not be read."""
        return tuple(file for file in self.files if file.outcome is FileOutcome.REFUSED)
