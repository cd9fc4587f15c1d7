"""The view of a RecordTable, with everything the house style asks of a table."""

from typing import Any

from PySide6.QtCore import QItemSelection, QItemSelectionModel, QModelIndex, QSignalBlocker, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from kyodo_desktop.ui.tables.chosen_columns import ChosenColumns
from kyodo_desktop.ui.tables.columns import AMPLE
from kyodo_desktop.ui.tables.delegate import RecordDelegate
from kyodo_desktop.ui.tables.header import PlainHeader
from kyodo_desktop.ui.tables.record_table import Index, RecordTable
from kyodo_desktop.ui.theme.theme import Theme
from kyodo_desktop.ui.window_settings import WindowSettings

ROW_HEIGHT = 28


class RecordView(QTableView):
    """Shows a RecordTable; keeps the current record over a reset and remembers its columns' widths.

    `name` is the accessible name; below `settings_key` the widths are kept and which columns are `chosen`.
    """

    current_record_changed = Signal(object)
    record_activated = Signal(object)

    def __init__(
        self,
        theme: Theme,
        table: RecordTable[Any],
        settings: WindowSettings,
        *,
        settings_key: str,
        name: str,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme, self._table = theme, table
        self._settings, self._settings_key = settings, settings_key
        self._kept_id: int | None = None
        self._kept_row = -1
        self._widths: dict[int, int] = {}
        self.setAccessibleName(name)
        self._set_up()
        table.setParent(self)
        self.setModel(table)
        self.setItemDelegate(RecordDelegate(theme, self))
        self._set_up_columns()
        self.chosen = ChosenColumns(self, table.columns, settings, settings_key)
        table.modelAboutToBeReset.connect(self._on_reset_begins)
        table.modelReset.connect(self._on_reset)
        self.doubleClicked.connect(self._on_activated)

    @property
    def table(self) -> RecordTable[Any]:
        """The model."""
        return self._table

    def current_record(self) -> Any:
        """Return the record of the current row, None if there is none."""
        return self._table.record_at(self.currentIndex().row())

    def selected_records(self) -> tuple[Any, ...]:
        """Return the selected records from top to bottom."""
        rows = sorted(index.row() for index in self.selectionModel().selectedRows())
        return tuple(self._table.record_at(row) for row in rows)

    def select_record(self, record_id: int) -> bool:
        """Make a record the current one; return False if it is not shown."""
        row = self._table.row_of(record_id)
        if row is None:
            return False
        self.selectRow(row)
        self.scrollTo(self._table.index(row, 0), QAbstractItemView.ScrollHint.EnsureVisible)
        return True

    def sort_on(self, key: str, order: Qt.SortOrder) -> None:
        """Sort on a column, as a click on its header does."""
        keys = [column.key for column in self._table.columns]
        if key in keys:
            self.sortByColumn(keys.index(key), order)

    def selectRow(self, row: int) -> None:
        """Make a row the only selected one, also while a key is held down.

        Qt's own lets Ctrl (of Ctrl+Z, say) toggle the row instead, and Shift make a range.
        """
        flags = QItemSelectionModel.SelectionFlag
        index = self._table.index(row, 0)
        self.selectionModel().setCurrentIndex(index, flags.ClearAndSelect | flags.Rows)

    def selectionChanged(self, selected: QItemSelection, deselected: QItemSelection) -> None:
        """Tell the pages when another record became the current one."""
        super().selectionChanged(selected, deselected)
        self._tell()

    def currentChanged(self, current: Index, previous: Index) -> None:
        """Tell the pages when another record became the current one."""
        super().currentChanged(current, previous)
        self._tell()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the columns into the new width; the current row stays in sight."""
        before, current = event.oldSize(), self.currentIndex()
        was_in_sight = before.isEmpty() or self.visualRect(current).bottom() <= before.height()
        super().resizeEvent(event)
        self._fit()
        if was_in_sight and current.isValid():
            self.scrollTo(current)

    def setColumnHidden(self, column: int, hide: bool) -> None:
        """Hide or show a column and fit the others."""
        super().setColumnHidden(column, hide)
        self._fit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let Enter open the record; Tab leaves the table rather than walking its cells."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and self.current_record() is not None:
            self.record_activated.emit(self.current_record())
            return
        super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Draw the bar of the selected row anew, in its colour for focus."""
        super().focusInEvent(event)
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Draw the bar of the selected row anew, in its colour without focus."""
        super().focusOutEvent(event)
        self.viewport().update()

    def remember_widths(self) -> None:
        """Keep the columns' widths, as px at 100 %."""
        widths = {
            self._table.columns[i].key: round(width * 100 / self._theme.percent)
            for i, width in self._widths.items()
            if not self.isColumnHidden(i)
        }
        kept = self._settings.mapping(f"columns/{self._settings_key}")
        self._settings.set_mapping(f"columns/{self._settings_key}", {**kept, **widths})

    def _set_up(self) -> None:
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setTabKeyNavigation(False)
        self.setCornerButtonEnabled(False)
        self.setFrameShape(QTableView.Shape.NoFrame)
        # A visible row header asks 620,298 times for its words when a filter shortens 100,000 rows that are
        # scrolled to the end: seconds of a frozen window.
        rows = self.verticalHeader()
        rows.hide()
        rows.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        rows.setMinimumSectionSize(self._theme.px(ROW_HEIGHT))
        rows.setDefaultSectionSize(self._theme.px(ROW_HEIGHT))
        self.verticalScrollBar().setSingleStep(self._theme.px(ROW_HEIGHT))

    def _set_up_columns(self) -> None:
        header = PlainHeader(self._theme, self)
        self.setHorizontalHeader(header)
        kept = self._settings.mapping(f"columns/{self._settings_key}")
        for i, column in enumerate(self._table.columns):
            header.setSectionResizeMode(i, QHeaderView.ResizeMode.Interactive)
            if column.width is not None:
                self._widths[i] = self._theme.px(int(kept.get(column.key, column.width)))
                header.resizeSection(i, self._widths[i])
        header.setSortIndicator(0, Qt.SortOrder.AscendingOrder)
        header.sectionResized.connect(self._on_resized)
        self.setSortingEnabled(True)

    def _on_resized(self, at: int, _old: int, new: int) -> None:
        """Take the width that a person gave a column; hiding one comes by here as well, as nothing."""
        if new > 0:
            if at in self._widths:
                self._widths[at] = new
            self._fit()

    def _fit(self) -> None:
        """Give the columns without a width what is left, but never less than can be read."""
        header, px, columns = self.horizontalHeader(), self._theme.px, self._table.columns
        shown = [i for i in range(len(columns)) if not self.isColumnHidden(i)]
        open_ones = [i for i in shown if i not in self._widths]
        left = self.viewport().width() - sum(self._widths.get(i, 0) for i in shown)
        blocker = QSignalBlocker(header)
        for i in shown:
            if i in self._widths:
                more = self._growth(i, left - px(AMPLE) * len(open_ones))
                header.resizeSection(i, self._widths[i] + more)
                left -= more
        for i in open_ones:
            header.resizeSection(i, max(left // len(open_ones), px(columns[i].least)))
        blocker.unblock()
        self.updateGeometries()
        self.viewport().update()

    def _growth(self, at: int, spare: int) -> int:
        """Return how much wider a column is shown; one that a person gave a width keeps that."""
        column, px = self._table.columns[at], self._theme.px
        if column.width is None or column.most is None or self._widths[at] != px(column.width):
            return 0
        return max(0, min(spare, px(column.most) - self._widths[at]))

    def _on_reset_begins(self) -> None:
        record = self.current_record()
        if record is not None:
            self._kept_id = self._table.id_of(record)
        self._kept_row = self.currentIndex().row()

    def _on_reset(self) -> None:
        row = None if self._kept_id is None else self._table.row_of(self._kept_id)
        if row is None:
            row = min(max(self._kept_row, 0), self._table.rowCount() - 1)
        if row >= 0:
            self.selectRow(row)
            self.scrollTo(self._table.index(row, 0))
        self._tell()

    def _tell(self) -> None:
        record = self.current_record()
        self.current_record_changed.emit(record)

    def _on_activated(self, index: QModelIndex) -> None:
        self.record_activated.emit(self._table.record_at(index.row()))
