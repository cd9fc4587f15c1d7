"""Where the program keeps its data."""

import os
from dataclasses import dataclass
from pathlib import Path

import platformdirs

ENVIRONMENT_VARIABLE = "KYODO_DATA_DIR"


@dataclass(frozen=True, slots=True)
class DataFolder:
    """The folder of one office's data and the places in it."""

    root: Path

    @property
    def database(self) -> Path:
        """The SQLite file."""
        return self.root / "kyodo.sqlite"

    @property
    def lock(self) -> Path:
        """The file whose operating-system lock makes one process the writer."""
        return self.root / "kyodo.lock"

    @property
    def files(self) -> Path:
        """The files put to records, each under the sum of its bytes."""
        return self.root / "files"

    @property
    def backups(self) -> Path:
        """Verified copies of the database."""
        return self.root / "backups"

    @property
    def backup_files(self) -> Path:
        """Copies of the files that those databases name."""
        return self.backups / "files"

    @property
    def opened(self) -> Path:
        """Read-only copies of files that are being looked at in other programs."""
        return self.root / "opened"

    @property
    def scans(self) -> Path:
        """Where scanned files are looked for as long as the office names no other place."""
        return self.root / "scans"

    @property
    def logs(self) -> Path:
        """Logs of unexpected errors."""
        return self.root / "logs"

    @property
    def waiting_notes(self) -> Path:
        """What commands noted beside an open window, until whoever may write takes it in."""
        return self.root / "waiting"

    @property
    def overrides(self) -> Path:
        """The office's own versions of shipped resources."""
        return self.root / "resources"

    @property
    def window_settings(self) -> Path:
        """Sizes and columns of the window (an INI file)."""
        return self.root / "window.ini"


def find_data_folder(chosen: str | os.PathLike[str] | None = None) -> DataFolder:
    """Return the data folder: the one chosen, else `KYODO_DATA_DIR`, else the user's own."""
    named = chosen or os.environ.get(ENVIRONMENT_VARIABLE)
    if named:
        return DataFolder(Path(named).expanduser().resolve())
    return DataFolder(Path(platformdirs.user_data_dir("kyodo", appauthor=False)))
