"""Counter mode: one question, and a partner at one glance."""

from kyodo_desktop.records.counter import CounterCard, CounterHit
from kyodo_desktop.services.counter_card import read_card
from kyodo_desktop.services.counter_find import find_hits
from kyodo_desktop.store import Store


class CounterService:
    """Finds the partner one is talking with, and what is open with it."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def find(self, text: str, limit: int = 12) -> tuple[CounterHit, ...]:
        """Return who is meant by what was typed, the likeliest first; nobody for an empty text.

        It may be a part of a name or reading, a telephone number, a person, or a receipt number; whoever is
        not in the register is found in talks and proposals.
        """
        with self._store.reading() as session:
            return find_hits(session, text, limit, self._store.clock.today())

    def card(self, partner_id: int) -> CounterCard:
        """Return a partner at one glance; of one that was merged, the one that stays.

        Raises:
            NotFoundError: there is none.
        """
        with self._store.reading() as session:
            return read_card(session, partner_id, self._store.clock.today())
