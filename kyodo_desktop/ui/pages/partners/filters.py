"""The facets of 団体台帳: 五十音, 区分, 分野, 最終確認. No Qt."""

from collections import Counter
from collections.abc import Callable, Sequence
from datetime import date
from functools import cache

from kyodo_desktop.base.i18n import _
from kyodo_desktop.japanese.sorting import index_row
from kyodo_desktop.records.partners import PartnerKind, PartnerRecord
from kyodo_desktop.ui.pages.partners.terms import Terms
from kyodo_desktop.ui.pages.partners.wording import CONFIRMATION_LABELS, confirmation
from kyodo_desktop.ui.pages.shared.facets import Facet
from kyodo_desktop.ui.pages.shared.kinds import all_kind_keys, kind_key, kind_key_label, short_kind_label


def row_facet() -> Facet[PartnerRecord]:
    """Return the facet of the 五十音 rows."""
    return Facet("row", lambda partner: _row_of(partner.sort_key[:1]))


def kind_facet() -> Facet[PartnerRecord]:
    """Return the facet of the 区分."""
    labels = {key: kind_key_label(key) for key in all_kind_keys()}
    return Facet("kind", lambda partner: frozenset({kind_key(partner.kind, partner.kind_estimated)}), labels)


def field_facet(terms: Terms) -> Facet[PartnerRecord]:
    """Return the facet of the 活動分野; a partner may have several."""
    labels = {str(field.number): field.short for field in terms.fields}
    return Facet("field", lambda partner: frozenset(map(str, partner.activity_fields)), labels)


def confirmed_facet(today: Callable[[], date]) -> Facet[PartnerRecord]:
    """Return the facet of 最終確認, as seen from `today`."""
    labels = {key.value: _(label) for key, label in CONFIRMATION_LABELS.items()}
    return Facet("confirmed", lambda partner: frozenset({confirmation(partner, today()).value}), labels)


def raw_text(partner: PartnerRecord) -> str:
    """Return a partner's own text, for words that fold to nothing."""
    return "\n".join((partner.name, partner.kana, partner.phone))


def count_kinds(partners: Sequence[PartnerRecord]) -> list[tuple[str, int]]:
    """Count partners by 区分, in the handbook's order; those that occur."""
    counts = Counter(partner.kind for partner in partners)
    return [(short_kind_label(kind), counts[kind]) for kind in PartnerKind if counts[kind]]


@cache
def _row_of(letter: str) -> frozenset[str]:
    """Return the row of a sort key's first letter; there are few letters and very many partners."""
    return frozenset({index_row(letter)})
