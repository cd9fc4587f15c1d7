"""What a clerk can do on 評価, as commands of the menus and the toolbar."""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QPushButton

from kyodo_desktop.base.i18n import _
from kyodo_desktop.records.evaluations import EvaluationKind
from kyodo_desktop.records.sheets import SheetOwner
from kyodo_desktop.ui.dialogs.wastebasket import Discarded
from kyodo_desktop.ui.evaluations.opening import open_evaluation
from kyodo_desktop.ui.evaluations.papers import papers_of
from kyodo_desktop.ui.pages.base import Menu
from kyodo_desktop.ui.pages.check_sheets.evaluations.new_dialog import NewEvaluationDialog
from kyodo_desktop.ui.pages.check_sheets.evaluations.rows import make_rows
from kyodo_desktop.ui.pages.shared.list_commands import ListCommands
from kyodo_desktop.ui.widgets.buttons import ActionButton

if TYPE_CHECKING:
    from kyodo_desktop.ui.pages.check_sheets.evaluations.page import EvaluationsPage


class EvaluationCommands(ListCommands):
    """The verbs of the page; each says in the status line what it did."""

    def __init__(self, page: "EvaluationsPage") -> None:
        self._page = page
        self._service = page.context.services.evaluations
        super().__init__(page, self._service)
        add = page.add_command
        self.new = add(Menu.RECORD, _("新しい評価(&N)…"), self.add_record, "Ctrl+N")
        self.edit = add(Menu.RECORD, _("記入する(&E)…"), self.edit_record, "F2")
        self.add_discarding()
        self.add_narrowing()
        self.prints = {
            key: add(Menu.PRINT, f"{_(words)}…", partial(page.side.print_paper, key, _(words)))
            for kind in EvaluationKind
            for key, words in papers_of(kind)
        }
        self.offer_on_rows(self.edit, *self.prints.values(), self.discard)

    def make_buttons(self) -> list[QPushButton]:
        """Return the toolbar's buttons."""
        theme = self.context.theme
        return [
            ActionButton(theme, self.new, "plus", "primary"),
            ActionButton(theme, self.edit, "pencil"),
        ]

    def refresh(self) -> None:
        """Enable what can be done now: of the papers those of the current evaluation's kind."""
        super().refresh()
        row = self._page.current()
        own = {key for key, _words in papers_of(row.record.draft.kind)} if row is not None else set()
        for key, action in self.prints.items():
            action.setEnabled(key in own)

    def add_record(self) -> None:
        """Ask for kind and project, and begin."""
        NewEvaluationDialog(self.context, self._begin, self._page).open()

    def discarded(self) -> list[Discarded]:
        """Return what lies in the wastebasket."""
        return [
            Discarded(row.id, row.title, f"{row.year} {row.kind}")
            for row in make_rows(self._service.wastebasket())
        ]

    def _begin(self, subject: SheetOwner | None, kind: EvaluationKind) -> None:
        open_evaluation(self.context, self._page, subject, kind, is_new=True)
