"""What a clerk can do on チェックシート, as commands of the menus and the toolbar."""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QPushButton

from kyodo_desktop.base.i18n import _
from kyodo_desktop.records.check_sheets import SIDE_LABELS, Side
from kyodo_desktop.ui.dialogs.wastebasket import Discarded
from kyodo_desktop.ui.pages.base import Menu
from kyodo_desktop.ui.pages.check_sheets.printing import SheetPrinting
from kyodo_desktop.ui.pages.check_sheets.rows import make_rows
from kyodo_desktop.ui.pages.shared.list_commands import ListCommands
from kyodo_desktop.ui.widgets.buttons import ActionButton

if TYPE_CHECKING:
    from kyodo_desktop.ui.pages.check_sheets.page import CheckSheetsPage


class SheetCommands(ListCommands):
    """The verbs of the page; each says in the status line what it did."""

    def __init__(self, page: "CheckSheetsPage") -> None:
        self._page = page
        self._service = page.context.services.check_sheets
        self._printing = SheetPrinting(page.context, page)
        super().__init__(page, self._service)
        self.add_editing(_("新しいシート(&N)"))
        self.edit.setText(_("記入する(&E)"))
        self.add_discarding()
        self.add_narrowing()
        add = page.add_command
        self.print_both = add(Menu.PRINT, _("印刷(&P)…"), partial(page.print_sheet, None), "Ctrl+P")
        self.print_sides = [
            add(
                Menu.PRINT,
                _("{side}の記入を印刷(&{key})…").format(side=_(SIDE_LABELS[side]), key=key),
                partial(page.print_sheet, side),
            )
            for side, key in zip(Side, "DS", strict=True)
        ]
        self.print_talk = add(Menu.PRINT, _("話し合いシートを印刷(&T)…"), page.print_talk)
        self.blank = add(Menu.PRINT, _("白紙を印刷(&B)…"), self.print_blank, "Ctrl+Shift+P")
        self.offer_on_rows(self.edit, self.print_both, *self.print_sides, self.print_talk, self.discard)

    def make_buttons(self) -> list[QPushButton]:
        """Return the toolbar's buttons."""
        theme = self.context.theme
        return [
            ActionButton(theme, self.new, "plus", "primary"),
            ActionButton(theme, self.edit, "pencil"),
            ActionButton(theme, self.print_both, "printer"),
            ActionButton(theme, self.blank, "printer"),
        ]

    def refresh(self) -> None:
        """Enable what can be done now; nothing of the list while the wizard is open."""
        super().refresh()
        is_open, has_row = self._page.pane.is_open, self._page.current() is not None
        self.edit.setEnabled(has_row and not is_open)
        for action in (self.print_both, *self.print_sides, self.print_talk):
            action.setEnabled(has_row or is_open)
        self.save.setEnabled(is_open)
        for action in (*self.narrowing, self.wastebasket):
            action.setEnabled(not is_open)

    def add_record(self) -> None:
        """Begin a new sheet."""
        self._page.open_new()

    def print_of(self, record_id: int, title: str, side: Side | None) -> None:
        """Ask how the paper of a sheet is to be, filled in by one side or by both."""
        self._printing.ask(record_id, title, side)

    def print_talk_of(self, record_id: int, title: str) -> None:
        """Show the talk sheet of a sheet: where the sides differ, and room to write."""
        self._printing.show_talk(record_id, title)

    def print_blank(self) -> None:
        """Ask how the blank paper is to be."""
        self._printing.ask_blank()

    def discarded(self) -> list[Discarded]:
        """Return what lies in the wastebasket."""
        return [Discarded(row.id, row.title, row.year) for row in make_rows(self._service.wastebasket())]
