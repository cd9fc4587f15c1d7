"""Searches that have a name."""

from kyodo_desktop.store import Store


class SavedSearchesService:
    """Keeps the ways of looking at a list that a clerk named."""

    def __init__(self, store: Store) -> None:
        self._store = store
