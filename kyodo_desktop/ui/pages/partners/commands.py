"""What a clerk can do on 団体台帳, as commands of the menus and the toolbar."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QPushButton

from kyodo_desktop.base.i18n import _
from kyodo_desktop.records.partner_import import ImportOutcome
from kyodo_desktop.records.partners import PartnerPair, PartnerRecord
from kyodo_desktop.records.sheets import SheetOwner
from kyodo_desktop.ui.dialogs.wastebasket import Discarded
from kyodo_desktop.ui.guide.waste import discarded_guides
from kyodo_desktop.ui.pages.base import Menu
from kyodo_desktop.ui.pages.partners.exporting import open_export
from kyodo_desktop.ui.pages.partners.importing.dialog import SUFFIXES, open_import
from kyodo_desktop.ui.pages.partners.merge_dialog import open_merge
from kyodo_desktop.ui.pages.partners.pairs_dialog import PairsDialog
from kyodo_desktop.ui.pages.partners.printing import PartnerPrinting
from kyodo_desktop.ui.pages.shared.kinds import kind_label
from kyodo_desktop.ui.pages.shared.list_commands import ListCommands
from kyodo_desktop.ui.widgets.buttons import ActionButton, make_button

if TYPE_CHECKING:
    from kyodo_desktop.ui.pages.partners.page import PartnersPage


class PartnerCommands(ListCommands):
    """The verbs of the page; each says in the status line what it did."""

    def __init__(self, page: "PartnersPage") -> None:
        self._page = page
        self._service = page.context.services.partners
        super().__init__(page, self._service)
        self.add_editing(_("新しい団体(&N)"))
        self.confirm = page.add_command(Menu.RECORD, _("いま確認した(&K)"), self.confirm_partner)
        self.pairs = page.add_command(Menu.RECORD, _("名寄せ(&M)…"), self.open_pairs, "Ctrl+M")
        self.check_sheet = page.add_command(
            Menu.RECORD, _("チェックシートをつくる(&T)…"), self.begin_check_sheet, "Ctrl+Shift+C"
        )
        self.guide = page.add_command(Menu.RECORD, _("六つの手順(&6)…"), self.open_guide, "Ctrl+G")
        self.add_discarding()
        self.add_narrowing()
        add = page.add_command
        self.bring_in = add(Menu.FILE, _("団体を読み込む(&I)…"), self.ask_import, "Ctrl+I")
        self.export = add(Menu.FILE, _("書き出し(&E)…"), self.ask_export, "Ctrl+E")
        self.printing = PartnerPrinting(page)
        self.offer_on_rows(
            self.edit,
            self.confirm,
            self.check_sheet,
            self.printing.card,
            self.printing.paper,
            self.discard,
        )

    def begin_check_sheet(self) -> None:
        """Begin a check sheet of the current row, or open the one there is."""
        from kyodo_desktop.ui.pages.check_sheets.beginning import begin_sheet

        row = self._page.current()
        if row is not None:
            self._page.side.keep_draft()
            begin_sheet(self.context, SheetOwner("partner", row.id), self._page)

    def open_guide(self) -> None:
        """Take the current record through the handbook's six steps."""
        from kyodo_desktop.ui.guide.dialog import open_guide

        row = self._page.current()
        owner = SheetOwner("partner", row.id) if row is not None else None
        open_guide(self.context, self._page, owner)

    def make_buttons(self) -> list[QPushButton]:
        """Return the toolbar's buttons."""
        theme = self.context.theme
        words = _("相談を記録")
        note_talk = make_button(theme, words, self.note_talk, kind="flat", icon="message-square-plus")
        note_talk.setToolTip(f"{words}（F8）")
        return [
            ActionButton(theme, self.new, "plus", "primary"),
            ActionButton(theme, self.edit, "pencil"),
            note_talk,
            ActionButton(theme, self.export, "file-output"),
            ActionButton(theme, self.printing.card, "printer"),
        ]

    def refresh(self) -> None:
        """Enable what can be done now."""
        super().refresh()
        self.export.setEnabled(bool(self._page.table.shown))
        self.check_sheet.setEnabled(self._page.current() is not None)
        self.printing.refresh()

    def add_record(self) -> None:
        """Begin a new partner."""
        self._page.side.begin_new()

    def confirm_partner(self) -> None:
        """Note that the current partner was looked at today and found right."""
        partner = self._page.current()
        if partner is None:
            return
        with self.context.reporting():
            self._service.confirm(partner.id)
            self.tell_done(_("確認したことを記録しました: {name}").format(name=partner.name))

    def note_talk(self) -> None:
        """Open counter mode with the current partner, or with its question."""
        self._page.side.keep_draft()
        self.context.open_counter(*self._page.in_hand())

    def mark_different(self, pair: PartnerPair) -> None:
        """Decide that two partners are not the same."""
        with self.context.reporting():
            self._service.mark_different(pair.first.id, pair.second.id)
            self.tell_done(_("別の団体としました: {name}").format(name=pair.second.name))

    def ask_import(self) -> None:
        """Ask for a file of partners, and show what it would do to the register."""
        self.context.files.open(self._page, _("団体を読み込む"), SUFFIXES, self.import_from)

    def import_from(self, path: Path) -> None:
        """Show what a file of partners would do to the register."""
        open_import(self.context, path, self._on_imported, self._page.window())

    def _on_imported(self, outcome: ImportOutcome) -> None:
        self._page.show_imported(outcome.ids)
        words = _("団体を読み込みました: 新規 {added}件、更新 {changed}件")
        self.tell_done(words.format(added=outcome.added, changed=outcome.changed))

    def ask_export(self) -> None:
        """Ask for the kind of file, how much of the register, for whom, and where."""
        open_export(self._page)

    def open_pairs(self) -> None:
        """Show which partners may be the same."""
        dialog = PairsDialog(self._page)
        dialog.open()
        dialog.reload()

    def compare(self, pair: PartnerPair) -> None:
        """Put two partners side by side, to make one of them."""
        open_merge(self._page, pair.first.id, pair.second.id)

    def discarded(self) -> list[Discarded]:
        """Return what lies in the wastebasket, 六つの手順 among it."""
        partners = [Discarded(one.id, one.name, self._whence(one)) for one in self._service.wastebasket()]
        return [*partners, *discarded_guides(self.context.services.guides)]

    def _whence(self, partner: PartnerRecord) -> str:
        if partner.merged_into is None:
            return kind_label(partner.kind, partner.kind_estimated)
        return _("{name} と一つにした").format(name=self._service.get(partner.merged_into).name)
