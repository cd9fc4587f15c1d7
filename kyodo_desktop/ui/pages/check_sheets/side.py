"""The right side of チェックシート: a sheet to be read; filling it in happens in the wizard."""

from collections.abc import Callable
from functools import partial

from kyodo_desktop.base.errors import NotFoundError
from kyodo_desktop.base.i18n import _
from kyodo_desktop.japanese.fiscal_year import format_fiscal_year
from kyodo_desktop.records.check_sheets import Side as Filler
from kyodo_desktop.ui.context import UiContext
from kyodo_desktop.ui.pages.check_sheets.covered import covered_in
from kyodo_desktop.ui.pages.check_sheets.detail import SheetActions, SheetDetail, SheetView
from kyodo_desktop.ui.pages.check_sheets.gap_groups import GapOrder
from kyodo_desktop.ui.pages.check_sheets.next_check import NextCheck
from kyodo_desktop.ui.pages.check_sheets.papers import read_papers, show_scan
from kyodo_desktop.ui.pages.check_sheets.rows import KIND, SheetRow
from kyodo_desktop.ui.pages.check_sheets.sheet_pane import SheetPane
from kyodo_desktop.ui.pages.check_sheets.talk_section import TalkSection
from kyodo_desktop.ui.pages.shared.side import Side


class SheetSide(Side):
    """Shows a sheet; `edit` opens it in the wizard."""

    def __init__(
        self,
        context: UiContext,
        pane: SheetPane,
        edit: Callable[[int], object],
        print_side: Callable[[Filler | None], object],
        print_blank: Callable[[], object],
        print_talk: Callable[[], object],
    ) -> None:
        super().__init__()
        self._context, self._pane, self._edit = context, pane, edit
        self._row: SheetRow | None = None
        self._order = GapOrder.SHEET
        self.next_check: NextCheck | None = None
        self.talk: TalkSection | None = None
        self.detail = SheetDetail(context.theme, _("シートの内容"))
        self.addWidget(self.detail)
        self._actions = SheetActions(
            edit=self.begin_edit,
            print_side=print_side,
            print_blank=print_blank,
            open_partner=lambda partner_id: context.open_page("partners", partner_id),
            open_entry=lambda entry_id: context.open_page("collaborations", entry_id),
            open_proposal=lambda proposal_id: context.open_page("proposals", proposal_id),
            print_talk=print_talk,
            choose_order=self._choose_order,
            open_paper=lambda sheet_id: context.open_page("papers", sheet_id),
            open_scan=partial(show_scan, context),
        )

    def show_record(self, record: SheetRow | None) -> None:
        """Show a sheet; the one that is shown already stays where it was read."""
        is_same = record is not None and self._row is not None and record.id == self._row.id
        self.keep_notes()
        self._row = record
        if record is None:
            self.next_check = self.talk = None
            self.detail.show_nothing(_("シートを選ぶと、ここに内容が出ます。"))
            return
        services = self._context.services
        with self._context.reporting():
            sheet = record.record
            text = services.check_sheets.text(sheet.version)
            view = SheetView(
                record,
                text=text,
                history=services.history.of(KIND, record.id),
                entry=self._entry_words(sheet.collaboration_id),
                proposal=self._proposal_words(sheet.proposal_id),
                order=self._order,
                papers=read_papers(self._context, record.id),
                covered=covered_in(self._context, sheet, text),
            )
            # The parts before belong to the pane that goes; a new record has its own.
            writing = self.talk.writing if is_same and self.talk is not None else ""
            self.next_check, self.talk = NextCheck(self._context, sheet), TalkSection(self._context)
            self.talk.show_sheet(sheet, text, view.marks, writing)
            read_at = self.detail.verticalScrollBar().value() if is_same else 0
            self.detail.show_sheet(view, self._actions, self.next_check, self.talk, read_at)

    def keep_notes(self) -> None:
        """Keep what is typed and not saved where the sheet is read."""
        if self.talk is not None:
            self.talk.keep()
        if self.next_check is not None:
            self.next_check.keep()

    def begin_edit(self) -> None:
        """Open the sheet in the wizard."""
        if self._row is not None:
            self._edit(self._row.id)

    def save(self) -> None:
        """Keep what is filled in."""
        self.keep_draft()

    def keep_draft(self) -> None:
        """Keep what is filled in."""
        self._pane.keep()
        self.keep_notes()

    def _choose_order(self, order: GapOrder) -> None:
        self._order = order
        self.show_record(self._row)

    def _proposal_words(self, proposal_id: int | None) -> str:
        if proposal_id is None:
            return ""
        try:
            proposal = self._context.services.proposals.get(proposal_id)
        except NotFoundError:
            return ""
        return f"{proposal.receipt_number} {proposal.draft.title}".strip() or _("（事業名未記入）")

    def _entry_words(self, entry_id: int | None) -> str:
        if entry_id is None:
            return ""
        try:
            entry = self._context.services.collaborations.get(entry_id)
        except NotFoundError:
            return ""
        return _("{year}の取組 {n}").format(year=format_fiscal_year(entry.fiscal_year), n=entry.number)
