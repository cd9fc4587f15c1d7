"""取組一覧: the numbered entries of the years, to be sifted, read, edited, printed and written out."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from kyodo_desktop.base.i18n import N_, _
from kyodo_desktop.japanese.fiscal_year import format_fiscal_year
from kyodo_desktop.japanese.folding import Query
from kyodo_desktop.records.collaborations import CollaborationRecord
from kyodo_desktop.ui.context import UiContext
from kyodo_desktop.ui.pages.base import SearchHit
from kyodo_desktop.ui.pages.collaborations.answers import KIND
from kyodo_desktop.ui.pages.collaborations.columns import YEAR, make_columns
from kyodo_desktop.ui.pages.collaborations.commands import EntryCommands
from kyodo_desktop.ui.pages.collaborations.filter_bar import FilterBar
from kyodo_desktop.ui.pages.collaborations.filters import count_forms
from kyodo_desktop.ui.pages.collaborations.side import EntrySide
from kyodo_desktop.ui.pages.shared.list_page import ListPage
from kyodo_desktop.ui.tables.record_table import RecordTable
from kyodo_desktop.ui.tables.view import RecordView
from kyodo_desktop.ui.widgets.count_footer import CountFooter
from kyodo_desktop.ui.widgets.empty_state import EmptyState

if TYPE_CHECKING:
    from kyodo_desktop.services import Services


class CollaborationsPage(ListPage):
    """The list of the chosen fiscal years; opens on the newest that has entries."""

    key = "collaborations"
    title = N_("取組一覧")
    detail_width = 376
    shown_kinds = frozenset({KIND, "partner", "department", "guide", "check_sheet", "evaluation"})

    filters: FilterBar
    side: EntrySide
    verbs: EntryCommands

    def __init__(self, context: UiContext, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self._service = context.services.collaborations
        self.labels = {form.key: form.label for form in self._service.forms()}
        self.filters = FilterBar(context.theme)
        columns = make_columns(self.labels, self._service.departments())
        self.table: RecordTable[CollaborationRecord] = RecordTable(columns, lambda entry: entry.id)
        self.view = RecordView(
            context.theme, self.table, context.settings, settings_key=self.key, name=_("取組の一覧")
        )
        self.side = EntrySide(context, self.labels, self.open_record)
        self.verbs = EntryCommands(self)
        self.footer = CountFooter(context.theme, _("形態ごと"))
        no_entries = EmptyState(
            context.theme,
            _("この年度の取組はまだありません"),
            _("一年の協働の取組を、番号をつけて並べるところです。"),
            (_("前の年度の写しから作る"), self.verbs.ask_copy_year),
        )
        self.join(no_entries, self.make_no_match(_("条件に合う取組はありません")))
        self.filters.years_changed.connect(self._read_entries)

    @classmethod
    def search(cls, services: "Services", text: str, limit: int) -> Sequence[SearchHit]:
        """Return the entries of all years that the words match, newest year first."""
        query = Query.parse(text)
        found = (
            entry
            for entry in sorted(services.collaborations.list(None), key=lambda e: (-e.fiscal_year, e.number))
            if query.matches(entry.full_key, entry.bare_key, entry.title)
        )
        return [
            SearchHit(entry.title, f"{format_fiscal_year(entry.fiscal_year)} {entry.number}", entry.id)
            for entry, _limit in zip(found, range(limit), strict=False)
        ]

    def status_text(self) -> tuple[str, ...]:
        """Say which years, and how many of how many entries are shown."""
        shown, all_of_them = len(self.table.shown), len(self.table.rows)
        return (
            self.year_words(),
            _("{all}件中 {shown}件を表示").format(all=all_of_them, shown=shown),
        )

    # What the commands ask

    def current(self) -> CollaborationRecord | None:
        """Return the entry of the current row."""
        entry = self.view.current_record()
        return entry if isinstance(entry, CollaborationRecord) else None

    def single_year(self) -> int | None:
        """Return the fiscal year shown, None while it is several or none."""
        years = self.filters.years()
        offered = self.filters.year.options
        if not years and len(offered) == 1:
            return int(offered[0].key)
        return years[0] if len(years) == 1 else None

    def year_words(self) -> str:
        """Return the years shown, in words."""
        years = self.filters.years()
        return "・".join(format_fiscal_year(year) for year in years) if years else _("すべての年度")

    def show_year(self, fiscal_year: int) -> None:
        """Show one fiscal year."""
        self.filters.offer_years(self._service.fiscal_years())
        self.filters.year.choose({str(fiscal_year)})

    # Reading and counting

    def make_room_for(self, record_id: int) -> None:
        """Show the year of an entry."""
        entry = self._service.get(record_id)
        if entry.fiscal_year not in (self.filters.years() or (entry.fiscal_year,)):
            self.show_year(entry.fiscal_year)

    def read_records(self) -> None:
        """Read the years and the entries of those chosen; of the newest year at first."""
        years = self._service.fiscal_years()
        chosen = self.filters.year.chosen()
        self.filters.set_words(self.labels, self._service.departments())
        self.filters.offer_years(years)
        state = self._restoring
        wanted = set(state.get("years", ())) or set(self.filters.year.chosen())
        shows_all = bool(state or self.table.rows) and not chosen
        if not wanted and not shows_all and years:
            wanted = {str(years[0].fiscal_year)}
        if wanted == self.filters.year.chosen():
            self._read_entries()
        else:
            self.filters.year.choose(wanted)
        self.take_up_state()

    def _read_entries(self) -> None:
        years = self.filters.years()
        if years:
            entries = [entry for year in years for entry in self._service.list(year)]
        else:
            entries = list(self._service.list(None))
        several = len(years) != 1
        self.view.chosen.hold_back(YEAR, held=not several)
        self.show_records(entries)

    def count(self) -> None:
        """Count the partner cells shown by 形態."""
        shown = self.table.shown
        counts, cells = count_forms(shown)
        order = (*self.labels, *sorted(counts.keys() - self.labels.keys()))
        pairs = [(self.labels.get(key, key), counts[key]) for key in order]
        self.footer.show_counts(
            [pair for pair in pairs if pair[1]],
            _("取組 {entries}件 ・ 相手 {cells}件").format(entries=len(shown), cells=cells),
        )
