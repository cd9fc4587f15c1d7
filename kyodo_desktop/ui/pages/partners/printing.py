"""The papers of 団体台帳: the card of the current partner, the list and the labels of those shown."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from kyodo_desktop.base.i18n import _
from kyodo_desktop.records.forms import PrintedForm
from kyodo_desktop.records.partner_papers import EDITION_LABELS, Addressee, Edition, LabelLayout
from kyodo_desktop.records.sheets import SheetOwner
from kyodo_desktop.ui.pages.base import Menu
from kyodo_desktop.ui.pages.partners.printing_dialogs import DirectoryDialog, LabelsDialog

if TYPE_CHECKING:
    from kyodo_desktop.ui.pages.partners.page import PartnersPage


class PartnerPrinting:
    """The commands of the menu 印刷; each opens the preview."""

    def __init__(self, page: "PartnersPage") -> None:
        self._page, self._context = page, page.context
        add = page.add_command
        self.card = add(Menu.PRINT, _("カルテ(&P)…"), self.print_card, "Ctrl+P")
        self.directory = add(Menu.PRINT, _("名簿(&L)…"), self.ask_directory, "Ctrl+Shift+P")
        self.labels = add(Menu.PRINT, _("宛名ラベル(&A)…"), self.ask_labels)
        self.paper = add(Menu.PRINT, _("様式をつくる(&Y)"), self.make_paper, "Ctrl+Shift+Y")
        self.blank = add(Menu.PRINT, _("白紙のカルテ(&B)…"), self.print_blank)

    def refresh(self) -> None:
        """Enable what can be printed now."""
        for action in (self.card, self.paper):
            action.setEnabled(self._page.current() is not None)
        for action in (self.directory, self.labels):
            action.setEnabled(bool(self._page.table.shown))

    def print_card(self) -> None:
        """Show the card of the current partner."""
        partner = self._page.current()
        if partner is not None:
            title = _("団体カルテ（{name}）").format(name=partner.name)
            self._print(title, lambda: self._context.services.documents.print_card(partner.id))

    def make_paper(self) -> None:
        """Begin a paper of the current partner."""
        partner = self._page.current()
        if partner is not None:
            self._page.side.keep_draft()
            self._context.make_paper(SheetOwner("partner", partner.id), "")

    def print_blank(self) -> None:
        """Show a card to be filled in by hand."""
        documents = self._context.services.documents
        self._print(_("団体カルテ（白紙）"), lambda: documents.print_blank("partner_card"))

    def ask_directory(self) -> None:
        """Ask for whom the list of those shown is."""
        DirectoryDialog(self._context.theme, len(self._shown()), self.print_directory, self._page).open()

    def print_directory(self, edition: Edition) -> None:
        """Show the list of the partners shown, in their order."""
        ids, documents = self._shown(), self._context.services.documents
        title = _("団体名簿（{edition}）").format(edition=_(EDITION_LABELS[edition]))
        self._print(title, lambda: documents.print_directory(ids, edition))

    def ask_labels(self) -> None:
        """Ask for which partners and on what."""
        theme, counts = self._context.theme, (len(self._shown()), len(self._chosen()))
        LabelsDialog(theme, counts, self.print_labels, self._page).open()

    def print_labels(
        self, layout: LabelLayout, start_at: int, addressee: Addressee, only_chosen: bool
    ) -> None:
        """Show the labels of the partners shown, or of the selected ones."""
        ids, documents = self._chosen() if only_chosen else self._shown(), self._context.services.documents
        self._print(_("宛名ラベル"), lambda: documents.print_labels(ids, layout, start_at, addressee))

    def _print(self, title: str, make: Callable[[], PrintedForm]) -> None:
        def show(printed: PrintedForm) -> None:
            self._context.print_preview(printed, title)

        self._context.jobs.run(_("紙を作っています…"), make, show)

    def _shown(self) -> Sequence[int]:
        return [partner.id for partner in self._page.table.shown]

    def _chosen(self) -> Sequence[int]:
        return [partner.id for partner in self._page.view.selected_records()]
