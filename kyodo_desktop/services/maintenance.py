"""The verbs of upkeep: backups, the check of the data, search keys of an older recipe."""

import contextlib
from datetime import datetime, timedelta
from pathlib import Path

from kyodo_desktop.services.attachment_files import file_findings, read_kept_files
from kyodo_desktop.services.keys import refresh_lagging
from kyodo_desktop.store import Store
from kyodo_desktop.store.backup import list_backups, make_backup
from kyodo_desktop.store.engine import connect
from kyodo_desktop.store.faults import told
from kyodo_desktop.store.files import thin_copies
from kyodo_desktop.store.integrity import findings
from kyodo_desktop.store.thinning import superfluous


class MaintenanceService:
    """Keeps the data safe and sound; may run in the job thread, beside the window's own work."""

    def __init__(self, store: Store) -> None:
        self._store, self._folder = store, store.folder

    def backup(self) -> Path:
        """Make a verified copy of database and files, let go of old ones too many, and return it.

        Raises:
            StoreError: it cannot be made; older backups are all still there.
        """
        now = self._store.clock.now()
        made = make_backup(self._folder, now)
        backups = list_backups(self._folder.backups)
        old = superfluous(backups, now)
        for moment in old:
            # One that another program holds open goes next time.
            with contextlib.suppress(OSError):
                backups[moment].unlink()
        if old:
            thin_copies(self._folder)
        return made

    def is_backup_due(self, minutes: int = 30) -> bool:
        """Tell whether the last backup is older than that and something was written since."""
        newest = max(list_backups(self._folder.backups).items(), default=None)
        if newest is None:
            return True
        moment, path = newest
        if self._store.clock.now() - moment < timedelta(minutes=minutes):
            return False
        return self._folder.database.stat().st_mtime > path.stat().st_mtime

    def last_backup(self) -> datetime | None:
        """Return when the last backup was made (UTC)."""
        return max(list_backups(self._folder.backups), default=None)

    def check(self) -> tuple[str, ...]:
        """Return what is wrong with the data, in words; empty when all is sound.

        A kept file that is missing or damaged is taken back from the backups' copies, and that is told.
        """
        database = self._folder.database
        with told(database), contextlib.closing(connect(database, "ro")) as connection:
            found = findings(connection)
        if found:
            return found
        with self._store.reading() as session:
            files = read_kept_files(session)
        return file_findings(self._folder, files, mend=not self._store.read_only)

    def refresh_keys(self) -> int:
        """Compute search keys made by an older recipe anew and return how many there were."""
        with self._store.seeding() as session:
            return refresh_lagging(session)
