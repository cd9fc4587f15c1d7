"""The database: engine, sessions, change log, migrations, backups, integrity."""

from kyodo_desktop.store.opening import open_store
from kyodo_desktop.store.store import Store

__all__ = ["Store", "open_store"]
