"""取組一覧: the numbered entries of the years, to be sifted, read, edited, printed and written out."""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kyodo_desktop.base.i18n import N_, _
from kyodo_desktop.japanese.fiscal_year import format_fiscal_year
from kyodo_desktop.japanese.folding import Query
from kyodo_desktop.records.changes import Touched
from kyodo_desktop.records.collaborations import CollaborationRecord
from kyodo_desktop.ui.context import UiContext
from kyodo_desktop.ui.pages.base import Page, SearchHit
from kyodo_desktop.ui.pages.collaborations.answers import KIND
from kyodo_desktop.ui.pages.collaborations.columns import YEAR, make_columns
from kyodo_desktop.ui.pages.collaborations.commands import EntryCommands
from kyodo_desktop.ui.pages.collaborations.filter_bar import FilterBar
from kyodo_desktop.ui.pages.collaborations.filters import count_forms
from kyodo_desktop.ui.pages.collaborations.side import EntrySide
from kyodo_desktop.ui.tables.record_table import RecordTable
from kyodo_desktop.ui.tables.view import RecordView
from kyodo_desktop.ui.widgets.bars import CountFooter, make_toolbar
from kyodo_desktop.ui.widgets.empty_state import EmptyState
from kyodo_desktop.ui.widgets.list_frame import ListFrame

if TYPE_CHECKING:
    from kyodo_desktop.services import Services

_DETAIL_WIDTH = 376
_SETTLE_MS = 30
"""The detail is read when the selection has rested this long, so that holding Down stays quick."""
_SHOWN_KINDS = {KIND, "partner", "department"}


class CollaborationsPage(Page):
    """The list of the chosen fiscal years; opens on the newest that has entries."""

    key = "collaborations"
    title = N_("取組一覧")

    def __init__(self, context: UiContext, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        service = context.services.collaborations
        self.labels = {form.key: form.label for form in service.forms()}
        self.departments = service.departments()
        self._loaded = False
        self._restoring: Mapping[str, Any] = {}
        self.filters = FilterBar(context.theme)
        self.filters.set_labels(self.labels)
        columns = make_columns(self.labels, self.departments)
        self.table: RecordTable[CollaborationRecord] = RecordTable(columns, lambda entry: entry.id)
        self.view = RecordView(
            context.theme, self.table, context.settings, settings_key=self.key, name=_("取組の一覧")
        )
        self.side = EntrySide(context, self.labels, self.show_entry)
        self.verbs = EntryCommands(self)
        self._settle = QTimer(self, singleShot=True, interval=_SETTLE_MS)
        self._settle.timeout.connect(self._show_detail)
        self._lay_out()
        self.filters.years_changed.connect(self._read_entries)
        self.filters.filter_changed.connect(self._sift)
        self.filters.box.left_downwards.connect(self.view.setFocus)
        self.view.current_record_changed.connect(lambda _entry: self._settle.start())
        self.view.record_activated.connect(lambda _entry: self.side.begin_edit())
        self.side.finished.connect(self.view.setFocus)

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

    # The page among the others

    def activate(self) -> None:
        """Read the list the first time."""
        if not self._loaded:
            self._loaded = True
            self._read_years()
            self.view.setFocus()

    def reload(self, touched: Sequence[Touched]) -> None:
        """Read the list again if an entry, a partner or a 課 changed."""
        if self._loaded and any(one.kind in _SHOWN_KINDS for one in touched):
            self.departments = self.context.services.collaborations.departments()
            self._read_years()

    def open_record(self, record_id: int) -> None:
        """Bring an entry to the front."""
        self.show_entry(record_id)

    def status_text(self) -> tuple[str, ...]:
        """Say which years, and how many of how many entries are shown."""
        shown, all_of_them = len(self.table.shown), len(self.table.rows)
        return (
            self.year_words(),
            _("{all}件中 {shown}件を表示").format(all=all_of_them, shown=shown),
        )

    def keep_drafts(self) -> None:
        """Keep what is typed in the editor."""
        self.side.keep_draft()

    def state(self) -> Mapping[str, Any]:
        """Return conditions and the current entry."""
        entry = self.current()
        return {**self.filters.state(), "entry": entry.id if entry is not None else None}

    def restore(self, state: Mapping[str, Any]) -> None:
        """Take up conditions and the current entry when the list is read."""
        self._restoring = state

    def remember(self) -> None:
        """Keep widths."""
        self.view.remember_widths()
        self._frame.remember()

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
        self.filters.offer_years(self.context.services.collaborations.fiscal_years())
        self.filters.year.choose({str(fiscal_year)})

    def show_entry(self, entry_id: int) -> None:
        """Make an entry the current one, taking conditions away that hide it."""
        if self.view.select_record(entry_id):
            return
        with self.context.reporting():
            entry = self.context.services.collaborations.get(entry_id)
            if entry.fiscal_year not in (self.filters.years() or (entry.fiscal_year,)):
                self.show_year(entry.fiscal_year)
            if not self.view.select_record(entry_id):
                self._read_entries()
                self.filters.clear()
                self.view.select_record(entry_id)

    # Reading and sifting

    def _lay_out(self) -> None:
        theme = self.context.theme
        self._frame = ListFrame(theme, self.context.settings, self.key, _DETAIL_WIDTH)
        self._frame.add_bar(make_toolbar(theme, self.verbs.make_buttons()))
        self._frame.add_bar(self.filters)
        self.footer = CountFooter(theme, _("形態ごと"))
        self._no_entries = EmptyState(
            theme,
            _("この年度の取組はまだありません"),
            _("一年の協働の取組を、番号をつけて並べるところです。"),
            (_("前の年度の写しから作る"), self.verbs.ask_copy_year),
        )
        self._no_match = EmptyState(
            theme,
            _("条件に合う取組はありません"),
            _("ことばを短くするか、条件を消してください。"),
            (_("条件を消す"), self.filters.clear),
        )
        for widget in (self.view, self._no_entries, self._no_match):
            self._frame.lists.addWidget(widget)
        self._frame.details.addWidget(self.side)
        self._frame.add_footer(self.footer)
        outer = QVBoxLayout(self)
        theme.space(outer, 0)
        outer.addWidget(self._frame)

    def _read_years(self) -> None:
        years = self.context.services.collaborations.fiscal_years()
        chosen = self.filters.year.chosen()
        self.filters.offer_years(years)
        state, self._restoring = self._restoring, {}
        wanted = set(state.get("years", ())) or set(self.filters.year.chosen())
        shows_all = bool(state or self.table.rows) and not chosen
        if not wanted and not shows_all and years:
            wanted = {str(years[0].fiscal_year)}
        if wanted == self.filters.year.chosen():
            self._read_entries()
        else:
            self.filters.year.choose(wanted)
        if state:
            self.filters.restore(state)
            self.view.select_record(int(state.get("entry") or 0))

    def _read_entries(self) -> None:
        service, years = self.context.services.collaborations, self.filters.years()
        if years:
            entries = [entry for year in years for entry in service.list(year)]
        else:
            entries = list(service.list(None))
        self.filters.offer_values(entries, self.departments)
        several = len(years) != 1
        at = [column.key for column in self.table.columns].index(YEAR)
        self.view.setColumnHidden(at, not several)
        self.table.replace(entries, self.filters.filter().accepts())
        self._after_sifting()

    def _sift(self) -> None:
        self.table.set_filter(self.filters.filter().accepts())
        self._after_sifting()

    def _after_sifting(self) -> None:
        shown = self.table.shown
        if shown:
            self._frame.lists.setCurrentWidget(self.view)
            if self.current() is None:
                self.view.selectRow(0)
        else:
            self._frame.lists.setCurrentWidget(self._no_match if self.table.rows else self._no_entries)
        counts, cells = count_forms(shown)
        order = (*self.labels, *sorted(counts.keys() - self.labels.keys()))
        pairs = [(self.labels.get(key, key), counts[key]) for key in order]
        self.footer.show_counts(
            [pair for pair in pairs if pair[1]],
            _("取組 {entries}件 ・ 相手 {cells}件").format(entries=len(shown), cells=cells),
        )
        self.verbs.refresh()
        self.status_changed.emit()
        self._settle.start()

    def _show_detail(self) -> None:
        self.side.show_record(self.current())
        self.verbs.refresh()
