"""こだいら人財の森: offers and needs, held against each other, and referrals."""

from kyodo_desktop.store import Store


class TalentsService:
    """Keeps offers, needs and referrals."""

    def __init__(self, store: Store) -> None:
        self._store = store
