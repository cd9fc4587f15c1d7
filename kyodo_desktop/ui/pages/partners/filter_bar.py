"""The filter row of 団体台帳: the box, the 五十音 strip, three chips, 条件を消す."""

from collections.abc import Callable, Iterable
from datetime import date
from typing import Any

from kyodo_desktop.base.i18n import _
from kyodo_desktop.records.partners import PartnerRecord
from kyodo_desktop.ui.pages.partners.filters import (
    confirmed_facet,
    field_facet,
    kind_facet,
    raw_text,
    row_facet,
)
from kyodo_desktop.ui.pages.partners.terms import Terms
from kyodo_desktop.ui.pages.shared.facet_bar import FacetBar
from kyodo_desktop.ui.pages.shared.facets import Facet
from kyodo_desktop.ui.theme.theme import Theme
from kyodo_desktop.ui.widgets.chip import Chip
from kyodo_desktop.ui.widgets.index_strip import IndexStrip

_IMPORTED = "imported"
_IS_IMPORTED: frozenset[str] = frozenset({_IMPORTED})
_IS_NOT: frozenset[str] = frozenset()


class PartnerFilterBar(FacetBar[PartnerRecord]):
    """Tells `filter_changed` when rows are to be sifted."""

    def __init__(self, theme: Theme, today: Callable[[], date], terms: Terms) -> None:
        super().__init__(theme, _("名前・フリガナ・電話"), raw_text)
        self.strip = IndexStrip(theme)
        self.kind = Chip(theme, _("区分"))
        self.field = Chip(theme, _("分野"))
        self.confirmed = Chip(theme, _("最終確認"))
        self.imported = Chip(theme, _("読み込み"))
        self.imported.hide()
        self._imported: frozenset[int] = frozenset()
        self.put(
            (self.strip, self.kind, self.field, self.confirmed, self.imported),
            (
                (row_facet(), self.strip),
                (kind_facet(), self.kind),
                (field_facet(terms), self.field),
                (confirmed_facet(today), self.confirmed),
                (self._imported_facet(), self.imported),
            ),
        )

    def show_imported(self, ids: Iterable[int]) -> None:
        """Show what an import wrote and nothing else (the records must have been offered)."""
        self._imported = frozenset(ids)
        self.clear()
        self.offer(self._records)
        self.imported.show()
        self.imported.choose((_IMPORTED,))

    def state(self) -> dict[str, Any]:
        """Return the conditions, JSON-able; what was just read in is known to this window only."""
        state = super().state()
        del state["chosen"][_IMPORTED]
        return state

    def _imported_facet(self) -> Facet[PartnerRecord]:
        def values(partner: PartnerRecord) -> frozenset[str]:
            return _IS_IMPORTED if partner.id in self._imported else _IS_NOT

        return Facet("imported", values, {_IMPORTED: _("今回の団体")})
