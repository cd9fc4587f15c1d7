"""Files put to a record."""

from kyodo_desktop.store import Store


class AttachmentsService:
    """Takes files in, gives them out, and sweeps those that nothing names."""

    def __init__(self, store: Store) -> None:
        self._store = store
