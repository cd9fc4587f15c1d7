"""対応履歴: the verbs of talks noted at the counter."""

from kyodo_desktop.store import Store


class ContactsService:
    """Notes talks and what was promised in them."""

    def __init__(self, store: Store) -> None:
        self._store = store
