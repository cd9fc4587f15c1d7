"""The item in hand with its whole text, and below it the counts of all items as a table."""

from collections.abc import Sequence

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QFrame, QStackedWidget, QVBoxLayout, QWidget

from kyodo_desktop.base.i18n import _
from kyodo_desktop.records.trends import Aspect, ItemTrend, Trends, version_words
from kyodo_desktop.ui.context import UiContext
from kyodo_desktop.ui.pages.check_sheets.trends.table import (
    TrendRow,
    check_columns,
    evaluation_columns,
    make_rows,
)
from kyodo_desktop.ui.tables.columns import Column
from kyodo_desktop.ui.tables.record_table import RecordTable
from kyodo_desktop.ui.tables.view import RecordView
from kyodo_desktop.ui.widgets.bars import EDGE
from kyodo_desktop.ui.widgets.labels import make_label

_WIDTH, _HEAD = 456, 96
_ANY_WIDTH = 16_777_215


class ItemPane(QFrame):
    """Shows one item; `row_chosen` tells the place of the item whose row of the table is in hand."""

    row_chosen = Signal(int)

    def __init__(self, context: UiContext) -> None:
        super().__init__()
        self.setProperty("ground", "surface")
        self._context = context
        self.checks = self._make_view("trends_check", check_columns(), _("項目と年度ごとの表"))
        self.evaluations = self._make_view(
            "trends_evaluation", evaluation_columns(), _("評価の項目と年度ごとの表")
        )
        self._years = 0
        self._tables = QStackedWidget()
        for view in (self.checks, self.evaluations):
            self._tables.addWidget(view)
        self._place, self._text = make_label("", "caption"), make_label("", "head", wrap=True)
        self._more = make_label("", "muted", wrap=True)
        self._head = QWidget()
        head = QVBoxLayout(self._head)
        context.theme.space(head, 4, (EDGE, 12, EDGE, 12))
        for label in (self._place, self._text, self._more):
            head.addWidget(label)
        head.addStretch(1)
        column = QVBoxLayout(self)
        context.theme.space(column, 0)
        column.addWidget(self._head)
        column.addWidget(self._tables, 1)

    @property
    def view(self) -> RecordView:
        """The table that is shown."""
        return self.checks if self._tables.currentWidget() is self.checks else self.evaluations

    def show_trends(self, trends: Trends, aspect: Aspect) -> None:
        """Put what was counted into the table."""
        self._years = len(trends.told_years(aspect))
        self._tables.setCurrentWidget(self.evaluations if aspect is Aspect.EVALUATION else self.checks)
        blocker = QSignalBlocker(self.view)
        self.view.table.set_rows(list(make_rows(trends, aspect)))
        blocker.unblock()

    def show_item(self, at: int, line: ItemTrend) -> None:
        """Show an item's text, and its first year in the table unless one of its rows is in hand."""
        shown = self.view.current_record()
        if shown is None or shown.at != at:
            self.view.select_record(at * self._years + 1)
        self._place.setText(f"{line.item.group} {version_words(line.item)}".rstrip())
        self._text.setText(f"{line.item.number} {line.item.text}".lstrip())
        self._more.setText(line.item.more)
        self._more.setVisible(bool(line.item.more))

    def stand_beside(self, *, beside: bool) -> None:
        """Take a width of its own beside the chart, else all there is."""
        px = self._context.theme.px
        self.setMinimumWidth(px(_WIDTH) if beside else 0)
        self.setMaximumWidth(px(_WIDTH) if beside else _ANY_WIDTH)
        # So that the table beside the chart does not jump with the length of the text.
        self._head.setMinimumHeight(px(_HEAD) if beside else 0)

    def remember(self) -> None:
        """Keep the widths of the columns."""
        for view in (self.checks, self.evaluations):
            view.remember_widths()

    def _make_view(self, key: str, columns: Sequence[Column[TrendRow]], name: str) -> RecordView:
        context = self._context
        table: RecordTable[TrendRow] = RecordTable(tuple(columns), lambda row: row.id)
        view = RecordView(context.theme, table, context.settings, settings_key=key, name=name)
        view.current_record_changed.connect(self._on_row)
        return view

    def _on_row(self, row: TrendRow | None) -> None:
        if row is not None:
            self.row_chosen.emit(row.at)
