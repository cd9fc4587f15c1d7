"""The right side of 提案受付: a proposal to be read, with what comes next."""

from collections.abc import Callable

from PySide6.QtWidgets import QApplication

from kyodo_desktop.base.i18n import _
from kyodo_desktop.flows.intake_answers import leftovers
from kyodo_desktop.records.proposals import Problem, ProposalStage
from kyodo_desktop.records.sheets import SheetOwner
from kyodo_desktop.ui.context import UiContext
from kyodo_desktop.ui.pages.check_sheets.both_sides import make_both_sides
from kyodo_desktop.ui.pages.proposals.detail import ProposalActions, ProposalDetail, ProposalView
from kyodo_desktop.ui.pages.proposals.intake_pane import IntakePane
from kyodo_desktop.ui.pages.proposals.rows import KIND, ProposalRow
from kyodo_desktop.ui.pages.shared.side import Side


class ProposalSide(Side):
    """Shows a proposal; editing happens in the wizard. `just_received` is the one that was taken in last."""

    def __init__(
        self,
        context: UiContext,
        intake: IntakePane,
        edit: Callable[[int, Problem | None], object],
        accept: Callable[[], object],
        print_slip: Callable[[], object],
        open_case: Callable[[str | None], object],
    ) -> None:
        super().__init__()
        self._context, self._intake, self._edit = context, intake, edit
        self._row: ProposalRow | None = None
        self.just_received = 0
        self.detail = ProposalDetail(context.theme, _("提案の内容"))
        self.addWidget(self.detail)
        self._actions = ProposalActions(
            edit=self.begin_edit,
            edit_at=self._edit_at,
            accept=accept,
            print_slip=print_slip,
            drop_draft=self._drop_draft,
            open_case=open_case,
            open_partner=lambda partner_id: context.open_page("partners", partner_id),
            open_guide=self._open_guide,
        )

    def show_record(self, record: ProposalRow | None) -> None:
        """Show a proposal; the focus stays on its next act while it is there."""
        focused = QApplication.focusWidget()
        had_focus = focused is not None and self.detail.isAncestorOf(focused)
        self._row = record
        if record is None:
            self.detail.show_nothing(_("提案を選ぶと、ここに内容が出ます。"))
            return
        services = self._context.services
        with self._context.reporting():
            is_draft = record.record.stage is ProposalStage.DRAFT
            kept = services.drafts.load(KIND, record.id)
            owner = SheetOwner("proposal", record.id)
            view = ProposalView(
                record,
                history=services.history.of(KIND, record.id),
                case=services.cases.get(record.id) if record.case is not None else None,
                has_draft=not is_draft and kept is not None,
                typed=leftovers((kept or {}).get("answers", {})),
                just_received=record.id == self.just_received,
                guides=services.guides.of(owner),
            )
            both_sides = make_both_sides(self._context, owner, self.window())
            self.detail.show_proposal(view, self._actions, both_sides)
        if had_focus:
            self.focus_next()

    def focus_next(self) -> None:
        """Put the focus on what comes next: printing the slip of what was just taken in."""
        just_now = self._row is not None and self._row.id == self.just_received
        button = self.detail.slip_button if just_now else self.detail.next_button
        if button is not None:
            button.setFocus()

    def begin_edit(self) -> None:
        """Open the proposal in the wizard."""
        if self._row is not None:
            self._edit(self._row.id, None)

    def save(self) -> None:
        """Save what is typed in the wizard."""
        self._intake.save()

    def keep_draft(self) -> None:
        """Keep what is typed in the wizard."""
        self._intake.keep()

    def _edit_at(self, problem: Problem) -> None:
        if self._row is not None:
            self._edit(self._row.id, problem)

    def _open_guide(self, guide_id: int | None) -> None:
        from kyodo_desktop.ui.guide.dialog import open_guide

        if self._row is not None:
            open_guide(self._context, self.window(), SheetOwner("proposal", self._row.id), guide_id)

    def _drop_draft(self) -> None:
        if self._row is not None:
            self._context.services.drafts.drop(KIND, self._row.id)
            self.show_record(self._row)
