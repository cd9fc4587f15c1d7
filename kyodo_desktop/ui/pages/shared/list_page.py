"""A page that is a list: sifted, sorted, one record read or edited beside it."""

from collections.abc import Mapping, Sequence
from typing import Any, ClassVar

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kyodo_desktop.base.i18n import _
from kyodo_desktop.records.changes import Touched
from kyodo_desktop.ui.context import UiContext
from kyodo_desktop.ui.pages.base import Page
from kyodo_desktop.ui.pages.shared.facet_bar import FacetBar
from kyodo_desktop.ui.pages.shared.list_columns import ListColumns
from kyodo_desktop.ui.pages.shared.list_commands import ListCommands
from kyodo_desktop.ui.pages.shared.saved_looks import KIND as SEARCH
from kyodo_desktop.ui.pages.shared.saved_looks import SavedLooks
from kyodo_desktop.ui.pages.shared.side import Side
from kyodo_desktop.ui.tables.record_table import RecordTable
from kyodo_desktop.ui.tables.view import RecordView
from kyodo_desktop.ui.widgets.bars import make_toolbar
from kyodo_desktop.ui.widgets.count_footer import CountFooter
from kyodo_desktop.ui.widgets.empty_state import EmptyState
from kyodo_desktop.ui.widgets.list_frame import ListFrame

_UP, _DOWN = "up", "down"
_SETTLE_MS = 30
"""The detail is read when the selection has rested this long, so that holding Down stays quick."""


class ListPage(Page):
    """The frame and the habits of a list page.

    A page makes its parts in its `__init__` and hands them to `join`; it says how its records are read
    (`read_records`), and counted below the list (`count`). `shown_kinds` are the kinds of record whose
    change makes the list be read again.
    """

    detail_width: ClassVar[int]
    shown_kinds: ClassVar[frozenset[str]]

    table: RecordTable[Any]
    view: RecordView
    filters: FacetBar[Any]
    side: Side
    verbs: ListCommands
    footer: CountFooter

    def __init__(self, context: UiContext, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self._loaded = False
        self._restoring: Mapping[str, Any] = {}
        self._settle = QTimer(self, singleShot=True, interval=_SETTLE_MS)
        self._settle.timeout.connect(self._show_detail)

    def join(self, no_records: EmptyState, no_match: EmptyState) -> None:
        """Lay the parts out and connect them to each other."""
        self._no_records, self._no_match = no_records, no_match
        theme = self.context.theme
        self._frame = ListFrame(theme, self.context.settings, self.key, self.detail_width)
        self._frame.add_bar(make_toolbar(theme, self.verbs.make_buttons()))
        self._frame.add_bar(self.filters)
        for widget in (self.view, no_records, no_match):
            self._frame.lists.addWidget(widget)
        self._frame.details.addWidget(self.side)
        self._frame.add_footer(self.footer)
        outer = QVBoxLayout(self)
        theme.space(outer, 0)
        outer.addWidget(self._frame)
        self.filters.filter_changed.connect(self._sift)
        self.filters.box.left_downwards.connect(self.view.setFocus)
        self.view.current_record_changed.connect(lambda _record: self._settle.start())
        self.view.record_activated.connect(lambda _record: self.verbs.edit_record())
        self.side.finished.connect(self.view.setFocus)
        self.columns = ListColumns(theme, self.view)
        self.looks = SavedLooks(self)

    # What a page says of its records

    def read_records(self) -> None:
        """Read the list again and show it (`show_records`)."""
        raise NotImplementedError

    def count(self) -> None:
        """Count in the footer what is shown."""
        raise NotImplementedError

    def make_room_for(self, record_id: int) -> None:
        """Choose what must be chosen for a record to be in the list at all; refuse one that is not there."""
        raise NotImplementedError

    # The page among the others

    def activate(self) -> None:
        """Read the list the first time."""
        if not self._loaded:
            self._loaded = True
            self.read_records()
            self.looks.reload()
            self.view.setFocus()

    def reload(self, touched: Sequence[Touched]) -> None:
        """Read the list again if something it shows changed."""
        if self._loaded and any(one.kind in self.shown_kinds for one in touched):
            self.read_records()
        if self._loaded and any(one.kind == SEARCH for one in touched):
            self.looks.reload()

    def open_record(self, record_id: int) -> None:
        """Make a record the current one, taking conditions away that hide it; the list has the keys."""
        self.view.setFocus()
        if self.view.select_record(record_id):
            return
        with self.context.reporting():
            self.make_room_for(record_id)
            if not self.view.select_record(record_id):
                self.read_records()
                self.filters.clear()
                self.view.select_record(record_id)

    def keep_drafts(self) -> None:
        """Keep what is typed in the editor."""
        self.side.keep_draft()

    def state(self) -> Mapping[str, Any]:
        """Return conditions, sorting and the current record."""
        record = self.view.current_record()
        return {**self.filters.state(), "sort": self._sorting(), "record": record and record.id}

    def restore(self, state: Mapping[str, Any]) -> None:
        """Take up conditions and the current record when the list is read."""
        self._restoring = state

    def look(self) -> dict[str, Any]:
        """Return how the list is looked at, JSON-able: conditions, sorting, columns."""
        return {**self.filters.state(), "sort": self._sorting(), "columns": list(self.view.chosen.chosen())}

    def take_look(self, look: Mapping[str, Any]) -> tuple[str, ...]:
        """Look at the list so; return in words which conditions cannot be met any more."""
        self.view.chosen.choose(look.get("columns", ()) or self.view.chosen.standard())
        self._sort_as(look)
        return self.filters.take(look)

    def remember(self) -> None:
        """Keep widths."""
        self.view.remember_widths()
        self._frame.remember()

    def settle(self) -> None:
        """Show the detail of the current record at once, if that is still to come."""
        if self._settle.isActive():
            self._settle.stop()
            self._show_detail()

    # Reading and sifting

    def take_up_state(self) -> None:
        """Set the conditions and the current record that `restore` brought, once."""
        state, self._restoring = self._restoring, {}
        if state:
            self.filters.restore(state)
            self._sort_as(state)
            self.view.select_record(int(state.get("record") or 0))

    def show_records(self, records: Sequence[Any]) -> None:
        """Put records into the list, sifted."""
        self.filters.offer(records)
        self.table.replace(records, self.filters.filter().accepts())
        self._after_sifting()

    def make_no_match(self, head: str) -> EmptyState:
        """Return what stands there while the conditions leave nothing."""
        return EmptyState(
            self.context.theme,
            head,
            _("ことばを短くするか、条件を消してください。"),
            (_("条件を消す"), self.filters.clear),
        )

    def _sorting(self) -> list[str]:
        key, order = self.table.sorting()
        return [key, _DOWN if order == Qt.SortOrder.DescendingOrder else _UP]

    def _sort_as(self, state: Mapping[str, Any]) -> None:
        match state.get("sort"):
            case [str(key), str(way)]:
                order = Qt.SortOrder.DescendingOrder if way == _DOWN else Qt.SortOrder.AscendingOrder
                if [key, way] != self._sorting():
                    self.view.sort_on(key, order)

    def _sift(self) -> None:
        self.table.set_filter(self.filters.filter().accepts())
        self._after_sifting()

    def _after_sifting(self) -> None:
        if self.table.shown:
            self._frame.lists.setCurrentWidget(self.view)
            if self.view.current_record() is None:
                self.view.selectRow(0)
        else:
            self._frame.lists.setCurrentWidget(self._no_match if self.table.rows else self._no_records)
        self.count()
        self.verbs.refresh()
        self.status_changed.emit()
        self._settle.start()

    def _show_detail(self) -> None:
        self.side.show_record(self.view.current_record())
        self.verbs.refresh()
