"""Which entries are shown: words, 課, 形態, 区分. No Qt; one pass over the list answers at once."""

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field, replace

from kyodo_desktop.base.i18n import _
from kyodo_desktop.japanese.folding import Query
from kyodo_desktop.records.collaborations import CollaborationRecord
from kyodo_desktop.records.partners import PartnerKind
from kyodo_desktop.ui.pages.collaborations.wording import kind_label, partner_names

Entry = CollaborationRecord
NO_PARTNER = "none"
"""The 区分 of a cell that links to nobody: 台帳なし."""
_ESTIMATED = "?"


@dataclass(frozen=True, slots=True)
class Facet:
    """One filter of the page: its key and what values an entry has."""

    key: str
    values: Callable[[Entry], frozenset[str]]


def kind_key(kind: PartnerKind, estimated: bool) -> str:
    """Return the value of a 区分; a guess is a value of its own."""
    return kind + (_ESTIMATED if estimated and kind is not PartnerKind.UNSET else "")


def kind_key_label(key: str) -> str:
    """Return a value of 区分 in words."""
    if key == NO_PARTNER:
        return _("台帳なし")
    return kind_label(PartnerKind(key.removesuffix(_ESTIMATED)), key.endswith(_ESTIMATED))


def all_kind_keys() -> tuple[str, ...]:
    """Return every value of 区分, in the handbook's order; a guess after the certain one."""
    keys = [kind_key(kind, estimated) for kind in PartnerKind for estimated in (False, True)]
    return (*dict.fromkeys(keys), NO_PARTNER)


def _kinds(entry: Entry) -> frozenset[str]:
    kinds: set[str] = set()
    for cell in entry.participations:
        kinds.update(kind_key(link.kind, link.kind_estimated) for link in cell.partners)
        if not cell.partners:
            kinds.add(NO_PARTNER)
    return frozenset(kinds)


DEPARTMENT = Facet("department", lambda entry: frozenset(entry.departments))
FORM = Facet("form", lambda entry: frozenset(cell.collaboration_form for cell in entry.participations))
KIND = Facet("kind", _kinds)
FACETS = (DEPARTMENT, FORM, KIND)


@dataclass(frozen=True, slots=True)
class EntryFilter:
    """The conditions; those of one facet are joined by "or", the facets by "and"."""

    text: str = ""
    chosen: dict[str, frozenset[str]] = field(default_factory=dict)

    def is_empty(self) -> bool:
        """Tell whether every entry passes."""
        return not self.text.strip() and not any(self.chosen.values())

    def accepts(self) -> Callable[[Entry], bool]:
        """Return a test of one entry, made ready for many."""
        query = Query.parse(self.text)
        asked = [(facet.values, self.chosen[facet.key]) for facet in FACETS if self.chosen.get(facet.key)]
        has_words = bool(self.text.strip())

        def test(entry: Entry) -> bool:
            if any(not values(entry) & wanted for values, wanted in asked):
                return False
            return not has_words or query.matches(entry.full_key, entry.bare_key, _raw(entry))

        return test

    def counts(self, entries: Iterable[Entry], facet: Facet) -> Counter[str]:
        """Count the values of a facet among the entries that pass all the other conditions."""
        others = {key: keys for key, keys in self.chosen.items() if key != facet.key}
        test = replace(self, chosen=others).accepts()
        return Counter(value for entry in entries if test(entry) for value in facet.values(entry))


def _raw(entry: Entry) -> str:
    return "\n".join((entry.title, *entry.departments, *partner_names(entry), entry.note))


def count_forms(entries: Sequence[Entry]) -> tuple[Counter[str], int]:
    """Count the partner cells by 形態, and all of them."""
    counts = Counter(cell.collaboration_form for entry in entries for cell in entry.participations)
    return counts, counts.total()
