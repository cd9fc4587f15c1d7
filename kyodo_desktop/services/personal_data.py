"""Care for people: the log of what left the program, and the count of persons."""

from kyodo_desktop.store import Store


class PersonalDataService:
    """Tells what personal data left the program, and how many persons are held."""

    def __init__(self, store: Store) -> None:
        self._store = store
