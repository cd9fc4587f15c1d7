"""Which records are shown: words, and values of facets. No Qt; one pass over the list answers at once."""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Generic, Protocol, TypeVar

from kyodo_desktop.japanese.folding import Query


class Searchable(Protocol):
    """A record with keys to search."""

    @property
    def full_key(self) -> str:
        """The key with legal forms."""
        ...

    @property
    def bare_key(self) -> str:
        """The key without legal forms."""
        ...


R = TypeVar("R", bound=Searchable)


@dataclass(frozen=True, slots=True)
class Facet(Generic[R]):
    """One filter of a page: its key, what values a record has, and all values with their words, in order."""

    key: str
    values: Callable[[R], frozenset[str]]
    labels: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class RecordFilter(Generic[R]):
    """The conditions; those of one facet are joined by "or", the facets by "and".

    `raw` returns a record's own text, for words that fold to nothing.
    """

    facets: Sequence[Facet[R]]
    raw: Callable[[R], str]
    text: str = ""
    chosen: Mapping[str, frozenset[str]] = field(default_factory=dict)

    def is_empty(self) -> bool:
        """Tell whether every record passes."""
        return not self.text.strip() and not any(self.chosen.values())

    def accepts(self) -> Callable[[R], bool]:
        """Return a test of one record, made ready for many."""
        query = Query.parse(self.text)
        asked = [
            (facet.values, self.chosen[facet.key]) for facet in self.facets if self.chosen.get(facet.key)
        ]
        has_words, raw = bool(self.text.strip()), self.raw

        def test(record: R) -> bool:
            if any(not values(record) & wanted for values, wanted in asked):
                return False
            return not has_words or query.matches(record.full_key, record.bare_key, raw(record))

        return test

    def counts(self, records: Iterable[R], facet: Facet[R]) -> Counter[str]:
        """Count the values of a facet among the records that pass all the other conditions."""
        others = {key: keys for key, keys in self.chosen.items() if key != facet.key}
        test = replace(self, chosen=others).accepts()
        return Counter(value for record in records if test(record) for value in facet.values(record))
