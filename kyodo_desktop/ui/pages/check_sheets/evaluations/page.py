"""評価: the evaluations, what was looked back at, and the mid-term checks."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from kyodo_desktop.base.i18n import N_, _
from kyodo_desktop.japanese.folding import Query
from kyodo_desktop.ui.context import UiContext
from kyodo_desktop.ui.pages.base import SearchHit
from kyodo_desktop.ui.pages.check_sheets.evaluations.columns import make_columns
from kyodo_desktop.ui.pages.check_sheets.evaluations.commands import EvaluationCommands
from kyodo_desktop.ui.pages.check_sheets.evaluations.filter_bar import EvaluationFilterBar, count_kinds
from kyodo_desktop.ui.pages.check_sheets.evaluations.rows import KIND, EvaluationRow, make_rows, raw_text
from kyodo_desktop.ui.pages.check_sheets.evaluations.side import EvaluationSide
from kyodo_desktop.ui.pages.shared.list_page import ListPage
from kyodo_desktop.ui.tables.record_table import RecordTable
from kyodo_desktop.ui.tables.view import RecordView
from kyodo_desktop.ui.widgets.count_footer import CountFooter
from kyodo_desktop.ui.widgets.empty_state import EmptyState

if TYPE_CHECKING:
    from kyodo_desktop.services import Services


class EvaluationsPage(ListPage):
    """The list of the evaluations; each is filled in in a window of its own."""

    key = "evaluations"
    title = N_("評価")
    detail_width = 432
    shown_kinds = frozenset({KIND, "partner", "proposal", "collaboration", "issued_sheet"})

    filters: EvaluationFilterBar
    side: EvaluationSide
    verbs: EvaluationCommands

    def __init__(self, context: UiContext, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self.filters = EvaluationFilterBar(context.theme)
        columns = make_columns(context.clock.today)
        self.table: RecordTable[EvaluationRow] = RecordTable(columns, lambda row: row.id)
        self.view = RecordView(
            context.theme, self.table, context.settings, settings_key=self.key, name=_("評価の一覧")
        )
        self.view.sort_on("updated", Qt.SortOrder.DescendingOrder)
        self.side = EvaluationSide(context, self.open_record)
        self.verbs = EvaluationCommands(self)
        self.footer = CountFooter(context.theme, _("種類ごと"))
        no_evaluations = EmptyState(
            context.theme,
            _("まだ評価はありません"),
            _("団体と担当課が、それぞれの見方を項目ごとに確かめ、話し合って残します。"),
            (_("新しい評価"), self.verbs.add_record),
        )
        self.join(no_evaluations, self.make_no_match(_("条件に合う評価はありません")))

    @classmethod
    def search(cls, services: "Services", text: str, limit: int) -> Sequence[SearchHit]:
        """Return the evaluations that the words match, the last filled in first."""
        query = Query.parse(text)
        rows = make_rows(services.evaluations.list())
        found = [row for row in rows if query.matches(row.full_key, row.bare_key, raw_text(row))]
        return [
            SearchHit(row.title, f"{row.year} {row.kind} {row.record.partner_name}".rstrip(), row.id)
            for row in found[:limit]
        ]

    def status_text(self) -> tuple[str, ...]:
        """Say how many of how many are shown."""
        shown, all_of_them = len(self.table.shown), len(self.table.rows)
        return (_("{all}件中 {shown}件を表示").format(all=all_of_them, shown=shown),)

    def current(self) -> EvaluationRow | None:
        """Return the evaluation of the current row."""
        row = self.view.current_record()
        return row if isinstance(row, EvaluationRow) else None

    def in_hand(self) -> tuple[int | None, int | None]:
        """Return partner and proposal of the current evaluation."""
        row = self.current()
        draft = row.record.draft if row is not None else None
        return (draft.partner_id, draft.proposal_id) if draft is not None else (None, None)

    def read_records(self) -> None:
        """Read the evaluations, the last filled in first."""
        self.show_records(make_rows(self.context.services.evaluations.list()))
        self.take_up_state()

    def make_room_for(self, record_id: int) -> None:
        """Refuse an evaluation that is not there."""
        self.context.services.evaluations.get(record_id)

    def count(self) -> None:
        """Count by kind what is shown."""
        shown = self.table.shown
        self.footer.show_counts(count_kinds(shown), _("評価 {n}件").format(n=len(shown)))
