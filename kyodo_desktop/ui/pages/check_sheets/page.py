"""チェックシート: the sheets that 団体 and 市 fill in before and after a project, and talk over."""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from kyodo_desktop.base.i18n import N_, _
from kyodo_desktop.japanese.folding import Query
from kyodo_desktop.records.changes import Touched
from kyodo_desktop.records.check_sheets import Side
from kyodo_desktop.records.sheets import SheetOwner
from kyodo_desktop.ui.context import UiContext
from kyodo_desktop.ui.pages.base import SearchHit
from kyodo_desktop.ui.pages.check_sheets.columns import make_columns
from kyodo_desktop.ui.pages.check_sheets.commands import SheetCommands
from kyodo_desktop.ui.pages.check_sheets.filter_bar import SheetFilterBar, count_years
from kyodo_desktop.ui.pages.check_sheets.rows import KIND, SheetRow, make_rows, raw_text
from kyodo_desktop.ui.pages.check_sheets.sheet_pane import SheetPane
from kyodo_desktop.ui.pages.check_sheets.side import SheetSide
from kyodo_desktop.ui.pages.check_sheets.wording import title_words
from kyodo_desktop.ui.pages.shared.answers import NEW
from kyodo_desktop.ui.pages.shared.list_page import ListPage
from kyodo_desktop.ui.tables.record_table import RecordTable
from kyodo_desktop.ui.tables.view import RecordView
from kyodo_desktop.ui.widgets.count_footer import CountFooter
from kyodo_desktop.ui.widgets.empty_state import EmptyState

if TYPE_CHECKING:
    from kyodo_desktop.services import Services


class CheckSheetsPage(ListPage):
    """The list of the sheets; the wizard takes its place while one is being filled in."""

    key = "check_sheets"
    title = N_("チェックシート")
    detail_width = 432
    shown_kinds = frozenset({KIND, "partner"})

    filters: SheetFilterBar
    side: SheetSide
    verbs: SheetCommands

    def __init__(self, context: UiContext, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self._open_again: Mapping[str, Any] = {}
        self.filters = SheetFilterBar(context.theme)
        self.table: RecordTable[SheetRow] = RecordTable(make_columns(context.clock.today), lambda row: row.id)
        self.view = RecordView(
            context.theme, self.table, context.settings, settings_key=self.key, name=_("シートの一覧")
        )
        self.view.sort_on("updated", Qt.SortOrder.DescendingOrder)
        self.pane = SheetPane(context, self.print_sheet)
        self.side = SheetSide(
            context, self.pane, self.open_sheet, self.print_sheet, self._print_blank, self.print_talk
        )
        self.verbs = SheetCommands(self)
        self.footer = CountFooter(context.theme, _("年度ごと"))
        no_sheets = EmptyState(
            context.theme,
            _("まだシートはありません"),
            _("団体と市が、事業の前と後に同じ項目を確かめ、話し合うための紙です。"),
            (_("新しいシート"), self.verbs.add_record),
        )
        self.join(no_sheets, self.make_no_match(_("条件に合うシートはありません")))
        layout = self.layout()
        if layout is not None:
            layout.addWidget(self.pane)
        self.pane.hide()
        self.pane.closed.connect(self._on_closed)
        self.pane.changed.connect(self.status_changed)

    @classmethod
    def search(cls, services: "Services", text: str, limit: int) -> Sequence[SearchHit]:
        """Return the sheets that the words match, the last filled in first."""
        query = Query.parse(text)
        rows = make_rows(services.check_sheets.list())
        found = [row for row in rows if query.matches(row.full_key, row.bare_key, raw_text(row))]
        return [
            SearchHit(row.title, f"{row.year} {row.record.partner_name}".rstrip(), row.id)
            for row in found[:limit]
        ]

    # The page among the others

    def activate(self) -> None:
        """Read the list the first time, and open again what was open."""
        super().activate()
        state, self._open_again = self._open_again, {}
        if state:
            self._show_pane(is_open=True)
            with self.context.reporting():
                self.pane.restore(state)
            self._show_pane(is_open=self.pane.is_open)
        if self.pane.wizard is not None:
            self.pane.wizard.take_focus()

    def reload(self, touched: Sequence[Touched]) -> None:
        """Read again what changed: of an open wizard its sheet, else the list."""
        if not self.pane.is_open:
            super().reload(touched)
        elif any((one.kind, one.record_id) == (KIND, self.pane.record_id) for one in touched):
            with self.context.reporting():
                self.pane.take_up()

    def open_record(self, record_id: int) -> None:
        """Bring a sheet to the front; another one that is being filled in makes way."""
        if self.pane.is_open and self.pane.record_id == record_id:
            return
        if self.pane.wizard is not None:
            self.pane.wizard.close_draft()
        super().open_record(record_id)

    def begin_for(self, owner: SheetOwner, form_key: str = "") -> None:
        """Begin a sheet of an entry, a proposal or a partner in the wizard."""
        self.pane.keep()
        self._show_pane(is_open=True)
        with self.context.reporting():
            self.pane.open_new(self.context.services.check_sheets.beginning(owner))
        self._show_pane(is_open=self.pane.is_open)

    def status_text(self) -> tuple[str, ...]:
        """Say which sheet is filled in, or how many of how many are shown."""
        if self.pane.is_open:
            return tuple(line for line in self.pane.heading().split("\n") if line)
        shown, all_of_them = len(self.table.shown), len(self.table.rows)
        words = [_("{all}枚中 {shown}枚を表示").format(all=all_of_them, shown=shown)]
        due = sum(row.is_due for row in self.table.rows)
        if due:
            words.append(_("▲ 確認の日が来たもの {n}枚").format(n=due))
        return tuple(words)

    def state(self) -> Mapping[str, Any]:
        """Return conditions, the current sheet and an open wizard."""
        return {**super().state(), "pane": self.pane.state()}

    def restore(self, state: Mapping[str, Any]) -> None:
        """Take up conditions, the current sheet and an open wizard when the list is read."""
        self._open_again = state.get("pane", {})
        super().restore(state)

    # What the commands ask

    def current(self) -> SheetRow | None:
        """Return the sheet of the current row."""
        row = self.view.current_record()
        return row if isinstance(row, SheetRow) else None

    def in_hand(self) -> tuple[int | None, int | None]:
        """Return the partner of the current sheet."""
        row = self.current()
        return (row.record.partner_id if row is not None else None), None

    def read_records(self) -> None:
        """Read the sheets, the last filled in first."""
        self.show_records(make_rows(self.context.services.check_sheets.list(), self.context.clock.today()))
        self.take_up_state()

    def make_room_for(self, record_id: int) -> None:
        """Refuse a sheet that is not there."""
        self.context.services.check_sheets.get(record_id)

    def count(self) -> None:
        """Count by year what is shown."""
        shown = self.table.shown
        self.footer.show_counts(count_years(shown), _("シート {n}枚").format(n=len(shown)))

    def open_new(self) -> None:
        """Begin a new sheet in the wizard."""
        self.pane.keep()
        self._show_pane(is_open=True)
        with self.context.reporting():
            self.pane.open_new()
        self._show_pane(is_open=self.pane.is_open)

    def open_sheet(self, record_id: int) -> None:
        """Open a sheet in the wizard, where it was left."""
        self.pane.keep()
        self._show_pane(is_open=True)
        with self.context.reporting():
            self.pane.open_record(record_id)
        self._show_pane(is_open=self.pane.is_open)

    def print_sheet(self, side: Side | None) -> None:
        """Show the paper of the sheet in the wizard, else of the current one."""
        if self.pane.is_open:
            self.pane.keep()
            if self.pane.record_id == NEW:
                self.verbs.print_blank()
                return
            with self.context.reporting():
                record = self.context.services.check_sheets.get(self.pane.record_id)
                self.verbs.print_of(record.id, title_words(record.title), side or self.pane.alone)
            return
        row = self.current()
        if row is not None:
            self.verbs.print_of(row.id, row.title, side)

    def print_talk(self) -> None:
        """Show the talk sheet of the sheet in the wizard, else of the current one."""
        self.pane.keep()
        in_wizard = self.pane.record_id if self.pane.is_open else None
        row = self.current()
        record_id = in_wizard if in_wizard is not None else (row.id if row is not None else NEW)
        if record_id != NEW:
            with self.context.reporting():
                record = self.context.services.check_sheets.get(record_id)
                self.verbs.print_talk_of(record.id, title_words(record.title))

    # Inside

    def _show_pane(self, *, is_open: bool) -> None:
        self._frame.setVisible(not is_open)
        self.pane.setVisible(is_open)
        self.verbs.refresh()
        self.status_changed.emit()

    def _on_closed(self, record_id: int) -> None:
        """Show the list again, read anew, at the sheet that was filled in."""
        self._show_pane(is_open=False)
        self.read_records()
        if self.table.row_of(record_id) is not None or record_id in [row.id for row in self.table.rows]:
            self.open_record(record_id)
        self.settle()
        self.view.setFocus()

    def _print_blank(self) -> None:
        self.verbs.print_blank()
