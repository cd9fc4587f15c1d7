"""提案受付: the proposals handed in, from the draft at the counter to 受付 and 受理."""

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QWidget

from kyodo_desktop.base.i18n import N_, _
from kyodo_desktop.japanese.folding import Query
from kyodo_desktop.records.changes import Touched
from kyodo_desktop.records.proposals import Problem
from kyodo_desktop.ui.context import UiContext
from kyodo_desktop.ui.pages.base import SearchHit
from kyodo_desktop.ui.pages.proposals.cases.pane import CasePane
from kyodo_desktop.ui.pages.proposals.columns import make_columns
from kyodo_desktop.ui.pages.proposals.commands import ProposalCommands
from kyodo_desktop.ui.pages.proposals.filter_bar import ProposalFilterBar, count_stages
from kyodo_desktop.ui.pages.proposals.intake_pane import IntakePane
from kyodo_desktop.ui.pages.proposals.looking_back.pane import FIGURES, LookingBackPane
from kyodo_desktop.ui.pages.proposals.rounds.pane import RoundPane
from kyodo_desktop.ui.pages.proposals.rows import KIND, ProposalRow, make_rows, raw_text
from kyodo_desktop.ui.pages.proposals.side import ProposalSide
from kyodo_desktop.ui.pages.shared.list_page import ListPage
from kyodo_desktop.ui.tables.record_table import RecordTable
from kyodo_desktop.ui.tables.view import RecordView
from kyodo_desktop.ui.theme.tokens import Tone
from kyodo_desktop.ui.widgets.count_footer import CountFooter
from kyodo_desktop.ui.widgets.empty_state import EmptyState

if TYPE_CHECKING:
    from kyodo_desktop.services import Services

ROUND_KINDS = frozenset(
    {"round", "round_date", "theme", "council_meeting", "briefing", "briefing_guest", "department"}
)
"""What belongs to a round, in the change log."""
CASE_KINDS = frozenset({"stage_entry", "case_act", "budget_line", "role_line", "receipt", "issued_sheet"})
"""What belongs to a case."""


class ProposalsPage(ListPage):
    """The list of the proposals; the wizard of one takes its place, or an open round."""

    key = "proposals"
    title = N_("提案受付")
    detail_width = 400
    shown_kinds = frozenset(
        {KIND, "partner", "guide", "check_sheet", "evaluation", *ROUND_KINDS, *CASE_KINDS}
    )

    filters: ProposalFilterBar
    side: ProposalSide
    verbs: ProposalCommands

    def __init__(self, context: UiContext, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self._open_again: Mapping[str, Any] = {}
        self._panes_again: Mapping[str, Mapping[str, Any]] = {}
        self.filters = ProposalFilterBar(context.theme)
        self.table: RecordTable[ProposalRow] = RecordTable(
            make_columns(context.clock.today), lambda row: row.id
        )
        self.view = RecordView(
            context.theme, self.table, context.settings, settings_key=self.key, name=_("提案の一覧")
        )
        self.intake = IntakePane(context)
        self.rounds = RoundPane(context)
        self.cases = CasePane(context)
        self.looking_back = LookingBackPane(context)
        self.panes: Mapping[str, RoundPane | CasePane | LookingBackPane] = {
            "rounds": self.rounds,
            "cases": self.cases,
            "looking_back": self.looking_back,
        }
        self.side = ProposalSide(
            context, self.intake, self.open_intake, self._accept, self._print_slip, self.open_case
        )
        self.verbs = ProposalCommands(self)
        self.footer = CountFooter(context.theme, _("段階ごと"))
        no_proposals = EmptyState(
            context.theme,
            _("まだ提案はありません"),
            _("窓口や郵送で受けた提案を、書きながら確かめ、番号を付けて受け付けるところです。"),
            (_("新しい提案"), self.verbs.add_record),
        )
        self.join(no_proposals, self.make_no_match(_("条件に合う提案はありません")))
        self._frame.add_bar(self.filters.strip)
        layout = self.layout()
        if layout is not None:
            for pane in (self.intake, *self.panes.values()):
                layout.addWidget(pane)
                pane.hide()
        self.filters.round.changed.connect(self._show_strip)
        self.filters.round.wanted.connect(self.open_rounds)
        for one in self.panes.values():
            one.closed.connect(self._on_pane_closed)
            one.changed.connect(self.status_changed)
        self.intake.closed.connect(self._on_intake_closed)
        self.intake.received.connect(self._on_received)
        self.intake.changed.connect(self.status_changed)

    @classmethod
    def search(cls, services: "Services", text: str, limit: int) -> Sequence[SearchHit]:
        """Return the proposal with the receipt number typed, then those the words match, newest first."""
        query = Query.parse(text)
        rows = make_rows(services.proposals.list())
        found = [row for row in rows if query.matches(row.full_key, row.bare_key, raw_text(row))]
        number = services.proposals.find_receipt(text)
        if number is not None and not number.deleted:
            found = [row for row in rows if row.id == number.id] + [r for r in found if r.id != number.id]
        return [
            SearchHit(row.title, f"{row.record.receipt_number or row.stage} {row.partner}", row.id)
            for row in found[:limit]
        ]

    # The page among the others

    def activate(self) -> None:
        """Read the list the first time, and open again what was open."""
        super().activate()
        state, self._open_again = self._open_again, {}
        if state:
            with self.context.reporting():
                self._show_intake(is_open=True)
                self.intake.restore(state)
            self._show_intake(is_open=self.intake.is_open)
        states, self._panes_again = self._panes_again, {}
        for key, one in states.items():
            if one and self.open_pane() is None and not self.intake.is_open:
                with self.context.reporting():
                    self.panes[key].restore(one)
                self._show_panes()
        if self.intake.wizard is not None:
            self.intake.wizard.take_focus()

    def reload(self, touched: Sequence[Touched]) -> None:
        """Read again what changed, of the list and of the open round."""
        super().reload(touched)
        if any(one.kind in self.shown_kinds for one in touched):
            for pane in self.panes.values():
                pane.reload()

    def keep_drafts(self) -> None:
        """Keep what is typed in the editor and in a round."""
        super().keep_drafts()
        for pane in self.panes.values():
            pane.keep()

    def open_record(self, record_id: int) -> None:
        """Bring a proposal to the front; an open wizard or round keeps what is typed and makes way."""
        self._make_way()
        if self.intake.is_open and self.intake.record_id != record_id and self.intake.wizard is not None:
            self.intake.wizard.close_draft()
        super().open_record(record_id)

    def status_text(self) -> tuple[str, ...]:
        """Say which proposal is written, or how many of how many are shown."""
        if self.intake.is_open:
            return tuple(line for line in reversed(self.intake.heading().split("\n")) if line)
        pane = self.open_pane()
        if pane is not None:
            return pane.heading()
        shown, all_of_them = len(self.table.shown), len(self.table.rows)
        return (_("{all}件中 {shown}件を表示").format(all=all_of_them, shown=shown),)

    def state(self) -> Mapping[str, Any]:
        """Return conditions, the current proposal and an open wizard."""
        return {
            **super().state(),
            "intake": self.intake.state(),
            **{key: pane.state() for key, pane in self.panes.items()},
        }

    def restore(self, state: Mapping[str, Any]) -> None:
        """Take up conditions, the current proposal and an open wizard when the list is read."""
        self._open_again = state.get("intake", {})
        self._panes_again = {key: state.get(key, {}) for key in self.panes}
        super().restore(state)

    # What the commands ask

    def current(self) -> ProposalRow | None:
        """Return the proposal of the current row."""
        row = self.view.current_record()
        return row if isinstance(row, ProposalRow) else None

    def in_hand(self) -> tuple[int | None, int | None]:
        """Return the current proposal and its partner."""
        row = self.current()
        return (row.record.draft.partner_id, row.id) if row is not None else (None, None)

    def read_records(self) -> None:
        """Read the proposals and their rounds."""
        self.filters.offer_rounds(self.context.services.rounds.list())
        self._show_strip()
        services = self.context.services
        self.show_records(make_rows(services.proposals.list(), services.cases.briefs()))
        self.take_up_state()

    def make_room_for(self, record_id: int) -> None:
        """Refuse a proposal that is not there."""
        self.context.services.proposals.get(record_id)

    def count(self) -> None:
        """Count by stage what is shown."""
        shown = self.table.shown
        self.footer.show_counts(count_stages(shown), _("提案 {n}件").format(n=len(shown)))

    def open_new(self) -> None:
        """Begin a new proposal in the wizard."""
        self.intake.keep()
        self._show_intake(is_open=True)
        with self.context.reporting():
            self.intake.open_new()
        self._show_intake(is_open=self.intake.is_open)

    def open_intake(self, record_id: int, problem: Problem | None = None) -> None:
        """Open a proposal in the wizard, at a problem if one is named; a former project where it is kept."""
        row = self.table.record_at(self.table.row_of(record_id) or 0)
        if row is not None and row.id == record_id and row.record.past:
            self._look_back(partial(self.looking_back.edit_past, record_id))
            return
        self.intake.keep()
        self._show_intake(is_open=True)
        with self.context.reporting():
            self.intake.open_record(record_id, problem)
        self._show_intake(is_open=self.intake.is_open)

    def open_rounds(self) -> None:
        """Open the round that is chosen, else that of the current proposal, else the newest."""
        self.intake.keep()
        services, row, chosen = (
            self.context.services.rounds,
            self.current(),
            self.filters.round.chosen_round(),
        )
        with self.context.reporting():
            round_id = chosen.id if chosen is not None else None
            if round_id is None and row is not None:
                draft = row.record.draft
                its = services.of(draft.programme, draft.fiscal_year)
                round_id = its.id if its is not None else None
            self.rounds.open_round(round_id)
        self._make_way(self.rounds)
        self._show_panes()
        if self.rounds.detail is not None:
            self.rounds.list.setFocus()

    def open_case(self, stage: str | None = None) -> None:
        """Open the case of the current proposal, at a stage if one is named."""
        row = self.current()
        if row is None:
            return
        self.intake.keep()
        with self.context.reporting():
            self.cases.open_case(row.id, stage)
        self._make_way(self.cases)
        self._show_panes()
        self.cases.list.setFocus()

    def look_back(self) -> None:
        """Show what came of each round."""
        self._look_back(partial(self.looking_back.open_side, FIGURES))
        self.looking_back.focus_first()

    def record_past(self) -> None:
        """Open the form of a former project that is not recorded yet."""
        self._look_back(self.looking_back.begin_past)

    # Inside

    def _look_back(self, show: Callable[[], None]) -> None:
        self.intake.keep()
        self._make_way(self.looking_back)
        self.looking_back.is_open = True
        self._show_panes()
        with self.context.reporting():
            show()

    def _show_strip(self) -> None:
        chosen = self.filters.round.chosen_round()
        with self.context.reporting():
            strip = self.context.services.rounds.strip(chosen.id) if chosen is not None else None
            self.filters.show_strip(strip)

    def open_pane(self) -> RoundPane | CasePane | LookingBackPane | None:
        """Return what stands in the list's place beside the wizard, if anything does."""
        return next((pane for pane in self.panes.values() if pane.is_open), None)

    def _make_way(self, staying: QWidget | None = None) -> None:
        for pane in self.panes.values():
            if pane.is_open and pane is not staying:
                pane.close_pane()

    def _on_pane_closed(self) -> None:
        self._show_panes()
        self.view.setFocus()

    def _show_intake(self, *, is_open: bool) -> None:
        if is_open:
            self._make_way()
        self._show_panes(intake=is_open)

    def _show_panes(self, *, intake: bool = False) -> None:
        shown = None if intake else self.open_pane()
        self._frame.setVisible(not intake and shown is None)
        self.intake.setVisible(intake)
        for pane in self.panes.values():
            pane.setVisible(pane is shown)
        self.verbs.refresh()
        self.status_changed.emit()

    def _on_intake_closed(self, record_id: int) -> None:
        self._come_back(record_id)
        self.view.setFocus()

    def _on_received(self, record_id: int) -> None:
        self.side.just_received = record_id
        self._come_back(record_id)
        self.side.focus_next()
        row = self.current()
        if row is not None:
            words = _("受け付けました: {number}").format(number=row.record.receipt_number)
            self.context.tell(Tone.DONE, words, "", (_("受付票を印刷"), self._print_slip))

    def _come_back(self, record_id: int) -> None:
        """Show the list again, read anew, at the proposal that was written."""
        self._show_intake(is_open=False)
        self.read_records()
        if record_id:
            self.open_record(record_id)
        self.settle()

    def _accept(self) -> None:
        self.verbs.accept_proposal()

    def _print_slip(self) -> None:
        self.verbs.print_slip()
