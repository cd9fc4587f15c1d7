"""The right side of チェックシート: a sheet to be read; filling it in happens in the wizard."""

from collections.abc import Callable

from kyodo_desktop.base.errors import NotFoundError
from kyodo_desktop.base.i18n import _
from kyodo_desktop.japanese.fiscal_year import format_fiscal_year
from kyodo_desktop.records.check_sheets import Side as Filler
from kyodo_desktop.ui.context import UiContext
from kyodo_desktop.ui.pages.check_sheets.detail import SheetActions, SheetDetail, SheetView
from kyodo_desktop.ui.pages.check_sheets.rows import KIND, SheetRow
from kyodo_desktop.ui.pages.check_sheets.sheet_pane import SheetPane
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
    ) -> None:
        super().__init__()
        self._context, self._pane, self._edit = context, pane, edit
        self._row: SheetRow | None = None
        self.detail = SheetDetail(context.theme, _("シートの内容"))
        self.addWidget(self.detail)
        self._actions = SheetActions(
            edit=self.begin_edit,
            print_side=print_side,
            print_blank=print_blank,
            open_partner=lambda partner_id: context.open_page("partners", partner_id),
            open_entry=lambda entry_id: context.open_page("collaborations", entry_id),
        )

    def show_record(self, record: SheetRow | None) -> None:
        """Show a sheet."""
        self._row = record
        if record is None:
            self.detail.show_nothing(_("シートを選ぶと、ここに内容が出ます。"))
            return
        services = self._context.services
        with self._context.reporting():
            view = SheetView(
                record,
                text=services.check_sheets.text(record.record.version),
                history=services.history.of(KIND, record.id),
                entry=self._entry_words(record.record.collaboration_id),
            )
            self.detail.show_sheet(view, self._actions)

    def begin_edit(self) -> None:
        """Open the sheet in the wizard."""
        if self._row is not None:
            self._edit(self._row.id)

    def save(self) -> None:
        """Keep what is filled in."""
        self._pane.keep()

    def keep_draft(self) -> None:
        """Keep what is filled in."""
        self._pane.keep()

    def _entry_words(self, entry_id: int | None) -> str:
        if entry_id is None:
            return ""
        try:
            entry = self._context.services.collaborations.get(entry_id)
        except NotFoundError:
            return ""
        return _("{year}の取組 {n}").format(year=format_fiscal_year(entry.fiscal_year), n=entry.number)
