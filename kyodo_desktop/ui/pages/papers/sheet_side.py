"""The right side of the lists of issued papers: a paper to be read, with what comes next."""

from collections.abc import Sequence

from PySide6.QtWidgets import QApplication

from kyodo_desktop.base.i18n import _
from kyodo_desktop.records.changes import ChangeSetRecord
from kyodo_desktop.records.sheets import IssuedSheet, SheetOwner
from kyodo_desktop.ui.context import UiContext
from kyodo_desktop.ui.pages.papers.sheet_detail import SheetActions, SheetDetail
from kyodo_desktop.ui.pages.papers.sheet_rows import KIND, SheetRow
from kyodo_desktop.ui.pages.shared.side import Side


class SheetSide(Side):
    """Shows a paper; nothing of it is edited, only its steps are taken."""

    def __init__(self, context: UiContext) -> None:
        super().__init__()
        self._context = context
        self._actions: SheetActions | None = None
        self.detail = SheetDetail(context.theme, _("発行した紙"))
        self.addWidget(self.detail)

    def connect_to(self, actions: SheetActions) -> None:
        """Take what the buttons do."""
        self._actions = actions

    def show_record(self, record: SheetRow | None) -> None:
        """Show a paper; the focus stays on its next step while it is there."""
        if record is None or self._actions is None:
            self.detail.show_nothing(_("紙を選ぶと、ここに段階と日付が出ます。"))
            return
        focused = QApplication.focusWidget()
        had_focus = focused is not None and self.detail.isAncestorOf(focused)
        with self._context.reporting():
            history = self._history_of(record.sheet)
            scans = self._context.services.scans.of_sheet(record.sheet.id)
            self.detail.show_sheet(record, scans, history, self._actions)
        if had_focus and self.detail.next_button is not None:
            self.detail.next_button.setFocus()

    def _history_of(self, sheet: IssuedSheet) -> Sequence[ChangeSetRecord]:
        """Return what was done to a paper; that of one of a record is kept with the record's."""
        owner = sheet.owner or SheetOwner(KIND, sheet.id)
        acts = self._context.services.history.of(owner.kind, owner.record_id)
        return [
            act for act in acts if any(one.kind == KIND and one.record_id == sheet.id for one in act.changes)
        ]

    def begin_edit(self) -> None:
        """Do nothing: an issued paper is never edited."""

    def save(self) -> None:
        """Do nothing: every step is saved as it is taken."""

    def keep_draft(self) -> None:
        """Do nothing: nothing is typed here."""
