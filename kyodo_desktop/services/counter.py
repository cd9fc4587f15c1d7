"""Counter mode: one question, and a partner at one glance."""

from kyodo_desktop.store import Store


class CounterService:
    """Finds the partner one is talking with, and what is open with it."""

    def __init__(self, store: Store) -> None:
        self._store = store
