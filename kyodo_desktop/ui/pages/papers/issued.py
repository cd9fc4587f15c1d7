"""発行した紙 and 手元にない紙: every sheet with its number, where it is, and what comes next."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from kyodo_desktop.base.i18n import N_, _
from kyodo_desktop.records.forms import PrintedForm
from kyodo_desktop.records.scans import ScanRecord
from kyodo_desktop.records.sheets import IssuedSheet, SheetOwner
from kyodo_desktop.ui.context import UiContext
from kyodo_desktop.ui.pages.papers.sheet_columns import make_columns, make_out_columns
from kyodo_desktop.ui.pages.papers.sheet_commands import SheetCommands
from kyodo_desktop.ui.pages.papers.sheet_detail import SheetActions
from kyodo_desktop.ui.pages.papers.sheet_filter import OutFilterBar, SheetFilterBar, count_states
from kyodo_desktop.ui.pages.papers.sheet_rows import KIND, SheetRow, make_rows
from kyodo_desktop.ui.pages.papers.sheet_side import SheetSide
from kyodo_desktop.ui.pages.shared.facet_bar import FacetBar
from kyodo_desktop.ui.pages.shared.list_page import ListPage
from kyodo_desktop.ui.tables.columns import Column
from kyodo_desktop.ui.tables.record_table import RecordTable
from kyodo_desktop.ui.tables.view import RecordView
from kyodo_desktop.ui.widgets.count_footer import CountFooter
from kyodo_desktop.ui.widgets.empty_state import EmptyState

_PAGE_OF = {
    "partner": "partners",
    "proposal": "proposals",
    "collaboration": "collaborations",
    "check_sheet": "check_sheets",
}


class SheetsPage(ListPage):
    """A list of issued papers. `replace_asked` carries the one that a new paper is to replace."""

    detail_width = 376
    shown_kinds = frozenset({KIND, "partner", "proposal", "check_sheet", "collaboration"})
    replace_asked = Signal(object)
    making_asked = Signal()

    side: SheetSide
    verbs: SheetCommands

    def put_together(
        self, filters: FacetBar[SheetRow], columns: Sequence[Column[SheetRow]], names: tuple[str, str]
    ) -> None:
        """Make the parts; `names` are those of the list and of its counts."""
        context = self.context
        self.filters = filters
        self.table: RecordTable[SheetRow] = RecordTable(tuple(columns), lambda row: row.id)
        self.view = RecordView(
            context.theme, self.table, context.settings, settings_key=f"papers_{self.key}", name=names[0]
        )
        self.side = SheetSide(context)
        self.verbs = SheetCommands(self)
        self.footer = CountFooter(context.theme, names[1])
        self.view.selectionModel().selectionChanged.connect(lambda *_changed: self.verbs.refresh())
        verbs = self.verbs
        self.side.connect_to(
            SheetActions(
                print_out=verbs.print_out,
                hand_out=verbs.hand_out,
                receive=verbs.receive_today,
                file_away=verbs.file_today,
                replace=verbs.replace_sheet,
                step_back=verbs.step_back,
                void=verbs.ask_void,
                open_owner=self._open_owner,
                open_number=self._open_number,
                open_scan=self._open_scan,
            )
        )

    def status_text(self) -> tuple[str, ...]:
        """Say how many of how many are shown."""
        shown, all_of_them = len(self.table.shown), len(self.table.rows)
        return (_("{all}枚中 {shown}枚を表示").format(all=all_of_them, shown=shown),)

    def sheets(self) -> Sequence[IssuedSheet]:
        """Return the papers that the list is made of."""
        raise NotImplementedError

    def read_records(self) -> None:
        """Read the papers."""
        self.show_records(make_rows(self.sheets(), self.context.clock.today()))
        self.take_up_state()

    def make_room_for(self, record_id: int) -> None:
        """Refuse a paper that is not there."""
        self.context.services.sheets.get(record_id)

    def count(self) -> None:
        """Count by state what is shown."""
        shown = self.table.shown
        self.footer.show_counts(count_states(shown), _("紙 {n}枚").format(n=len(shown)))

    def in_hand(self) -> tuple[int | None, int | None]:
        """Return the partner or the proposal that the current paper belongs to."""
        row = self.view.current_record()
        owner = row.sheet.owner if isinstance(row, SheetRow) else None
        if owner is None:
            return None, None
        if owner.kind == "proposal":
            proposal = self.context.services.proposals.get(owner.record_id)
            return proposal.draft.partner_id, owner.record_id
        return (owner.record_id if owner.kind == "partner" else None), None

    def holder_of(self, sheet: IssuedSheet) -> str:
        """Return who would sign a paper: the partner that it is about."""
        owner = sheet.owner
        if owner is None:
            return ""
        services = self.context.services
        with self.context.reporting():
            if owner.kind == "partner":
                return services.partners.get(owner.record_id).name
            if owner.kind == "proposal":
                return services.proposals.get(owner.record_id).draft.partner_name
            if owner.kind == "check_sheet":
                return services.check_sheets.get(owner.record_id).partner_name
        return ""

    def _open_owner(self, owner: SheetOwner) -> None:
        self.context.open_page(_PAGE_OF[owner.kind], owner.record_id)

    def _open_scan(self, scan: ScanRecord) -> None:
        scans = self.context.services.scans

        def show(pdf: bytes) -> None:
            self.context.print_preview(PrintedForm(pdf, pages=scan.pages), f"{scan.number} {scan.source}")

        self.context.jobs.run("", lambda: scans.pdf(scan.id), show)

    def _open_number(self, number: str) -> None:
        sheet = self.context.services.sheets.numbered(number)
        if sheet is not None:
            self.context.open_page("papers", sheet.id)


class IssuedPage(SheetsPage):
    """All issued papers, the newest first."""

    key = "issued"
    title = N_("発行した紙")

    def __init__(self, context: UiContext, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        names = (_("発行した紙の一覧"), _("段階ごと"))
        self.put_together(SheetFilterBar(context.theme), make_columns(), names)
        empty = EmptyState(
            context.theme,
            _("まだ発行した紙はありません"),
            _("「つくる」で様式を書いて「発行」すると、番号が付いて、どこにあるかがここに残ります。"),
            (_("様式をつくる"), self.making_asked.emit),
        )
        self.join(empty, self.make_no_match(_("条件に合う紙はありません")))

    def sheets(self) -> Sequence[IssuedSheet]:
        """Return every issued paper."""
        return self.context.services.sheets.list()


class OutPage(SheetsPage):
    """The papers that are with somebody, what went out first at the front."""

    key = "out"
    title = N_("手元にない紙")

    def __init__(self, context: UiContext, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        names = (_("手元にない紙の一覧"), _("期限"))
        self.put_together(OutFilterBar(context.theme), make_out_columns(), names)
        empty = EmptyState(
            context.theme,
            _("外に出ている紙はありません"),
            _("署名や押印のために渡した紙が、だれの手元にいつからあるかを、ここで見られます。"),
        )
        self.join(empty, self.make_no_match(_("条件に合う紙はありません")))
        self.view.sort_on("since", Qt.SortOrder.AscendingOrder)

    def sheets(self) -> Sequence[IssuedSheet]:
        """Return the papers that have not come back."""
        return self.context.services.sheets.out()

    def count(self) -> None:
        """Count those that are late."""
        shown = self.table.shown
        late = sum(row.is_late for row in shown)
        counts = [(_("▲ 過ぎている"), late), (_("まだ先・決めていない"), len(shown) - late)]
        words = _("紙 {n}枚").format(n=len(shown))
        self.footer.show_counts([one for one in counts if one[1]], words)
