"""The facets of 取組一覧: 課, 形態, 区分. No Qt."""

from collections import Counter
from collections.abc import Sequence

from kyodo_desktop.base.i18n import _
from kyodo_desktop.records.collaborations import CollaborationRecord
from kyodo_desktop.ui.pages.collaborations.wording import partner_names
from kyodo_desktop.ui.pages.shared.facets import Facet
from kyodo_desktop.ui.pages.shared.kinds import all_kind_keys, kind_key, kind_key_label

Entry = CollaborationRecord
NO_PARTNER = "none"
"""The 区分 of a cell that links to nobody: 台帳なし."""


def department_facet() -> Facet[Entry]:
    """Return the facet of the 課."""
    return Facet("department", lambda entry: frozenset(entry.departments))


def form_facet() -> Facet[Entry]:
    """Return the facet of the 形態."""
    return Facet("form", lambda entry: frozenset(cell.collaboration_form for cell in entry.participations))


def kind_facet() -> Facet[Entry]:
    """Return the facet of the partners' 区分."""
    labels = {key: kind_key_label(key) for key in all_kind_keys()}
    return Facet("kind", _kinds, {**labels, NO_PARTNER: _("台帳なし")})


def _kinds(entry: Entry) -> frozenset[str]:
    kinds: set[str] = set()
    for cell in entry.participations:
        kinds.update(kind_key(link.kind, link.kind_estimated) for link in cell.partners)
        if not cell.partners:
            kinds.add(NO_PARTNER)
    return frozenset(kinds)


def raw_text(entry: Entry) -> str:
    """Return an entry's own text, for words that fold to nothing."""
    return "\n".join((entry.title, entry.department_words, *partner_names(entry), entry.note))


def count_forms(entries: Sequence[Entry]) -> tuple[Counter[str], int]:
    """Count the partner cells by 形態, and all of them."""
    counts = Counter(cell.collaboration_form for entry in entries for cell in entry.participations)
    return counts, counts.total()
