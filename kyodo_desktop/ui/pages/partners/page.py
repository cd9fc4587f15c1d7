"""団体台帳: the partners of the city, to be found, read, edited and confirmed."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from kyodo_desktop.base.i18n import N_, _
from kyodo_desktop.records.changes import Touched
from kyodo_desktop.records.partners import PartnerPair, PartnerRecord
from kyodo_desktop.ui.context import UiContext
from kyodo_desktop.ui.pages.base import SearchHit
from kyodo_desktop.ui.pages.partners.answers import KIND
from kyodo_desktop.ui.pages.partners.columns import make_columns
from kyodo_desktop.ui.pages.partners.commands import PartnerCommands
from kyodo_desktop.ui.pages.partners.filter_bar import PartnerFilterBar
from kyodo_desktop.ui.pages.partners.filters import count_kinds
from kyodo_desktop.ui.pages.partners.side import PartnerSide
from kyodo_desktop.ui.pages.partners.terms import Terms
from kyodo_desktop.ui.pages.shared.kinds import is_guess, kind_label
from kyodo_desktop.ui.pages.shared.list_page import ListPage
from kyodo_desktop.ui.tables.record_table import RecordTable
from kyodo_desktop.ui.tables.view import RecordView
from kyodo_desktop.ui.widgets.count_footer import CountFooter
from kyodo_desktop.ui.widgets.empty_state import EmptyState

if TYPE_CHECKING:
    from kyodo_desktop.services import Services

CASE_KINDS = frozenset({"proposal", "stage_entry", "case_act"})
VIEW_KINDS = frozenset({"check_sheet", "evaluation"})
"""What tells how both sides saw a project."""
"""What a partner's cases are told from, in the change log."""


class PartnersPage(ListPage):
    """The register, by reading."""

    key = "partners"
    title = N_("団体台帳")
    detail_width = 468
    shown_kinds = frozenset(
        {KIND, "partner_pair", "collaboration", "participation", "contact_record", "guide"}
    )

    filters: PartnerFilterBar
    side: PartnerSide
    verbs: PartnerCommands

    def __init__(self, context: UiContext, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        today = context.clock.today
        partners = context.services.partners
        terms = Terms(partners.legal_forms(), partners.activity_fields())
        self.filters = PartnerFilterBar(context.theme, today, terms)
        columns = make_columns(today, terms)
        self.table: RecordTable[PartnerRecord] = RecordTable(columns, lambda partner: partner.id)
        self.view = RecordView(
            context.theme, self.table, context.settings, settings_key=self.key, name=_("団体の一覧")
        )
        self.side = PartnerSide(
            context, terms, self.open_record, self._confirm, self._mark_different, self._compare
        )
        self.verbs = PartnerCommands(self)
        self.footer = CountFooter(context.theme, _("区分ごと"))
        no_partners = EmptyState(
            context.theme,
            _("台帳に団体はまだありません"),
            _("市と協働する団体・事業者・大学などを、一度だけ書いておくところです。"),
            (_("新しい団体"), self.verbs.add_record),
        )
        self.join(no_partners, self.make_no_match(_("条件に合う団体はありません")))

    @classmethod
    def search(cls, services: "Services", text: str, limit: int) -> Sequence[SearchHit]:
        """Return the partners that the words match, best first."""
        return [
            SearchHit(partner.name, kind_label(partner.kind, partner.kind_estimated), partner.id)
            for partner in services.partners.search(text, limit)
        ]

    def reload(self, touched: Sequence[Touched]) -> None:
        """Read again what changed; of the cases only what the card shows of them."""
        super().reload(touched)
        if any(one.kind in CASE_KINDS | VIEW_KINDS for one in touched):
            self.side.story.refresh()

    def status_text(self) -> tuple[str, ...]:
        """Say which row of the strip, and how many of how many partners are shown."""
        shown, all_of_them = len(self.table.shown), len(self.table.rows)
        words = _("{all}団体中 {shown}団体を表示").format(all=all_of_them, shown=shown)
        return (self.filters.strip.words(), words)

    def current(self) -> PartnerRecord | None:
        """Return the partner of the current row."""
        partner = self.view.current_record()
        return partner if isinstance(partner, PartnerRecord) else None

    def in_hand(self) -> tuple[int | None, int | None]:
        """Return the current partner."""
        partner = self.current()
        return (partner.id if partner is not None else None), None

    def read_records(self) -> None:
        """Read the register."""
        self.show_records(self.context.services.partners.list())
        self.take_up_state()

    def show_imported(self, ids: Sequence[int]) -> None:
        """Show what an import wrote."""
        self.read_records()
        self.filters.show_imported(ids)
        self.view.setFocus()

    def make_room_for(self, record_id: int) -> None:
        """Refuse a partner that is not there."""
        self.context.services.partners.get(record_id)

    def count(self) -> None:
        """Count by 区分 what is shown."""
        shown = self.table.shown
        guesses = sum(is_guess(partner.kind, partner.kind_estimated) for partner in shown)
        total = _("うち区分が推定 {n}").format(n=guesses) if guesses else ""
        self.footer.show_counts(count_kinds(shown), total)

    def _confirm(self) -> None:
        self.verbs.confirm_partner()

    def _mark_different(self, pair: PartnerPair) -> None:
        self.verbs.mark_different(pair)

    def _compare(self, pair: PartnerPair) -> None:
        self.verbs.compare(pair)
