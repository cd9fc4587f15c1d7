"""What a clerk can do on 提案受付, as commands of the menus and the toolbar."""

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QPushButton

from kyodo_desktop.base.i18n import _
from kyodo_desktop.flows.intake_problems import gathered
from kyodo_desktop.records.forms import PrintedForm
from kyodo_desktop.records.proposals import ProposalStage, Weight
from kyodo_desktop.records.sheets import SheetOwner
from kyodo_desktop.ui.dialogs.wastebasket import Discarded
from kyodo_desktop.ui.evaluations.opening import open_evaluation
from kyodo_desktop.ui.guide.waste import discarded_guides
from kyodo_desktop.ui.pages.base import Menu
from kyodo_desktop.ui.pages.proposals.dialogs import AcceptDialog
from kyodo_desktop.ui.pages.proposals.letters import offer_letters
from kyodo_desktop.ui.pages.proposals.rounds.wording import round_title
from kyodo_desktop.ui.pages.proposals.rows import make_rows
from kyodo_desktop.ui.pages.shared.list_commands import ListCommands
from kyodo_desktop.ui.widgets.buttons import ActionButton

if TYPE_CHECKING:
    from kyodo_desktop.ui.pages.proposals.page import ProposalsPage


class ProposalCommands(ListCommands):
    """The verbs of the page; each says in the status line what it did."""

    def __init__(self, page: "ProposalsPage") -> None:
        self._page = page
        self._service = page.context.services.proposals
        super().__init__(page, self._service)
        self.add_editing(_("新しい提案(&N)"))
        self.accept = page.add_command(Menu.RECORD, _("受理する(&A)…"), self.accept_proposal, "Ctrl+Shift+A")
        self.case = page.add_command(Menu.RECORD, _("経過と記録(&K)"), self.open_case, "Ctrl+Return")
        self.evaluate = page.add_command(
            Menu.RECORD, _("評価・振り返り(&V)…"), self.open_evaluation, "Ctrl+Shift+V"
        )
        self.rounds = page.add_command(Menu.RECORD, _("募集回(&R)"), page.open_rounds, "Ctrl+R")
        self.figures = page.add_command(
            Menu.RECORD, _("募集回ごとの集計(&G)"), page.look_back, "Ctrl+Shift+R"
        )
        self.past = page.add_command(Menu.RECORD, _("以前の事業を記録(&I)"), page.record_past, "Ctrl+Shift+I")
        self.check_sheet = page.add_command(
            Menu.RECORD, _("チェックシートをつくる(&T)…"), self.begin_check_sheet, "Ctrl+Shift+C"
        )
        self.guide = page.add_command(Menu.RECORD, _("六つの手順(&6)…"), self.open_guide, "Ctrl+G")
        self.add_discarding()
        self.add_narrowing()
        self.slip = page.add_command(Menu.PRINT, _("受付票を印刷(&P)…"), self.print_slip, "Ctrl+P")
        self.paper = page.add_command(Menu.PRINT, _("様式をつくる(&Y)"), self.make_paper, "Ctrl+Shift+Y")
        self.letters = page.add_command(
            Menu.PRINT, _("通知をまとめて(&B)…"), self.offer_letters, "Ctrl+Shift+M"
        )
        self.dossier = page.add_command(Menu.PRINT, _("一件書類(&D)…"), self.print_dossier, "Ctrl+Shift+P")
        self.offer_on_rows(
            self.case,
            self.edit,
            self.accept,
            self.evaluate,
            self.check_sheet,
            self.slip,
            self.paper,
            self.dossier,
            self.discard,
        )

    def begin_check_sheet(self) -> None:
        """Begin a check sheet of the current row, or open the one there is."""
        from kyodo_desktop.ui.pages.check_sheets.beginning import begin_sheet

        row = self._page.current()
        if row is not None:
            self._page.side.keep_draft()
            begin_sheet(self.context, SheetOwner("proposal", row.id), self._page)

    def open_guide(self) -> None:
        """Take the current record through the handbook's six steps."""
        from kyodo_desktop.ui.guide.dialog import open_guide

        row = self._page.current()
        owner = SheetOwner("proposal", row.id) if row is not None else None
        open_guide(self.context, self._page, owner)

    def make_buttons(self) -> list[QPushButton]:
        """Return the toolbar's buttons."""
        theme = self.context.theme
        return [
            ActionButton(theme, self.new, "plus", "primary"),
            ActionButton(theme, self.edit, "pencil"),
            ActionButton(theme, self.accept, "check"),
            ActionButton(theme, self.case, "list-checks"),
            ActionButton(theme, self.slip, "printer"),
            ActionButton(theme, self.paper, "file-text"),
            ActionButton(theme, self.rounds, "calendar"),
        ]

    def refresh(self) -> None:
        """Enable what can be done now; nothing of the list while the wizard or a round is open."""
        super().refresh()
        row = self._page.current()
        is_open = self._page.intake.is_open or self._page.open_pane() is not None
        for action in (self.rounds, self.figures, self.past):
            action.setEnabled(not is_open)
        stage = row.record.stage if row is not None and not is_open else None
        self.edit.setEnabled(row is not None and not is_open)
        # Beside the open case as well: a case has its sheets.
        self.check_sheet.setEnabled(row is not None and (not is_open or self._page.cases.is_open))
        self.case.setEnabled(stage in (ProposalStage.RECEIVED, ProposalStage.ACCEPTED))
        # Beside the open case as well: its stages ask for it.
        self.evaluate.setEnabled(self.case.isEnabled() or self._page.cases.is_open)
        self.accept.setEnabled(stage is ProposalStage.RECEIVED)
        was_received = row is not None and row.record.serial is not None and not is_open
        self.slip.setEnabled(was_received)
        for action in (self.paper, self.dossier, self.letters):
            action.setEnabled(row is not None and not is_open)
        self.save.setEnabled(self._page.intake.is_open)
        for action in self.narrowing:
            action.setEnabled(not is_open)

    def open_case(self) -> None:
        """Open the case of the current proposal where it stands."""
        self._page.open_case()

    def open_evaluation(self) -> None:
        """Open the evaluations of the current proposal."""
        row, view = self._page.current(), self._page.cases.view
        record = view.proposal if view is not None else (row.record if row is not None else None)
        if record is not None:
            open_evaluation(self.context, self._page, SheetOwner("proposal", record.id))

    def add_record(self) -> None:
        """Begin a new proposal."""
        self._page.open_new()

    def accept_proposal(self) -> None:
        """Find the current proposal complete; ask for a reason where a rule would hold it back.

        One that is written already is asked about as well: it may have been written for something else.
        """
        row = self._page.current()
        if row is None:
            return
        record = row.record
        stopped = any(problem.weight is Weight.STOPS for problem in record.problems)
        told = gathered(record.problems, record.draft, row.programme)
        breaches = [problem for problem in told if problem.weight is Weight.NEEDS_REASON]
        if breaches and not stopped:
            name = f"{record.receipt_number} {row.title}"
            AcceptDialog(
                self.context.theme,
                name,
                breaches,
                lambda reason: self.accept_for(row.id, reason),
                self._page,
                reason=record.draft.reason.strip(),
            ).open()
        else:
            self.accept_for(row.id, "")

    def accept_for(self, record_id: int, reason: str) -> None:
        """Accept a proposal, with a reason if one is needed."""
        with self.context.reporting():
            record = self._service.accept(record_id, reason)
            self.tell_done(_("受理しました: {number}").format(number=record.receipt_number))

    def print_slip(self) -> None:
        """Show the 受付票 of the current proposal."""
        row = self._page.current()
        if row is None:
            return
        documents, record_id = self.context.services.documents, row.id
        title = _("受付票（{number}）").format(number=row.record.receipt_number)

        def show(printed: PrintedForm) -> None:
            self.context.print_preview(printed, title)

        self.context.jobs.run(_("紙を作っています…"), lambda: documents.print_slip(record_id), show)

    def offer_letters(self) -> None:
        """Offer one letter for all chosen proposals."""
        offer_letters(self.context, [one.id for one in self._page.view.selected_records()], self._page.view)

    def print_dossier(self) -> None:
        """Show all papers of the current proposal in one, with their contents page."""
        row = self._page.current()
        if row is None:
            return
        dossier, record_id = self.context.services.dossier, row.id
        name = " ".join(filter(None, (row.record.receipt_number, row.title)))
        title = _("一件書類（{name}）").format(name=name)

        def show(printed: PrintedForm) -> None:
            self.context.print_preview(printed, title)

        self.context.jobs.run(_("紙をまとめています…"), lambda: dossier.print(record_id), show)

    def make_paper(self) -> None:
        """Begin a paper of the current proposal."""
        row = self._page.current()
        if row is not None:
            self.context.make_paper(SheetOwner("proposal", row.id), "")

    def discarded(self) -> list[Discarded]:
        """Return what lies in the wastebasket, of proposals, rounds and 六つの手順."""
        services = self.context.services
        proposals = [
            Discarded(row.id, row.title, row.record.receipt_number or row.stage)
            for row in make_rows(self._service.wastebasket())
        ]
        rounds = [
            Discarded(one.id, round_title(one.title, one.fiscal_year), _("募集回"), services.rounds.restore)
            for one in services.rounds.wastebasket()
        ]
        return [*proposals, *rounds, *discarded_guides(services.guides)]
