"""傾向: by year, how often the two sides see the items of their papers differently; a chart and its table."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QStackedWidget, QVBoxLayout, QWidget

from kyodo_desktop.base.i18n import N_, _
from kyodo_desktop.records.changes import Touched
from kyodo_desktop.records.trends import ASPECT_WORDS, Aspect, Trends, TrendScope
from kyodo_desktop.ui.context import UiContext
from kyodo_desktop.ui.pages.base import Menu, Page
from kyodo_desktop.ui.pages.check_sheets.trends.chart import TOKEN_OF, BoxSign, TrendChart
from kyodo_desktop.ui.pages.check_sheets.trends.item_pane import ItemPane
from kyodo_desktop.ui.pages.check_sheets.trends.scope_bar import ScopeBar
from kyodo_desktop.ui.pages.check_sheets.trends.wording import (
    FOUND_WORDS,
    NO_MATCH,
    NO_PARTNER,
    NO_SHEETS,
    PURPOSE,
)
from kyodo_desktop.ui.theme.tokens import Tone
from kyodo_desktop.ui.widgets.bars import EDGE
from kyodo_desktop.ui.widgets.buttons import ActionButton
from kyodo_desktop.ui.widgets.empty_state import EmptyState
from kyodo_desktop.ui.widgets.flow import FlowBar
from kyodo_desktop.ui.widgets.frames import make_upright
from kyodo_desktop.ui.widgets.labels import make_label
from kyodo_desktop.ui.widgets.segments import Segments

CHART, TABLE = "chart", "table"
_KINDS = frozenset({"check_sheet", "check_mark", "check_agreement", "evaluation", "partner"})
_BESIDE = 1180
"""Narrower than this, chart and table are seen by turns."""


class TrendsPage(Page):
    """Counts for all, for one partner or for one 課; never one partner beside another."""

    key = "trends"
    title = N_("傾向")

    def __init__(self, context: UiContext, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self._loaded = False
        self._restoring: Mapping[str, Any] = {}
        self.trends = Trends()
        self.bar = ScopeBar(context)
        self.chart = TrendChart(context.theme)
        self.look = Segments(context.theme, ((CHART, _("図")), (TABLE, _("表"))), _("見せ方"))
        self.look.set_value(CHART)
        self.pane = ItemPane(context)
        self.print = self.add_command(Menu.PRINT, _("印刷(&P)…"), self.print_paper, "Ctrl+P")
        self.export = self.add_command(Menu.FILE, _("CSVに書き出す(&E)…"), self._ask_where, "Ctrl+E")
        self.copy = self.add_command(Menu.EDIT, _("表をコピー(&O)"), self.copy_table)
        self._lay_out()
        self.bar.changed.connect(self.refresh)
        self.look.chosen.connect(lambda _key: self._show_looks())
        self.chart.current_changed.connect(self._on_item)
        self.pane.row_chosen.connect(self.chart.choose)

    # The page among the others

    def activate(self) -> None:
        """Read what there is the first time."""
        if not self._loaded:
            self._loaded = True
            self._read_offer()
            state, self._restoring = self._restoring, {}
            if state:
                self.bar.restore(state)
            self.refresh()
            self.chart.setFocus()

    def reload(self, touched: Sequence[Touched]) -> None:
        """Count again when a paper changed."""
        if self._loaded and any(one.kind in _KINDS for one in touched):
            self._read_offer()
            self.refresh()

    def open_record(self, record_id: int) -> None:
        """Count the papers of a partner."""
        with self.context.reporting():
            partner = self.context.services.partners.get(record_id)
            self.bar.choose_partner(partner.id, partner.name)
            self.chart.setFocus()

    def status_text(self) -> tuple[str, ...]:
        """Say whose papers are counted, and how many."""
        if self.bar.scope() is None:
            return ()
        sheets, evaluations = self.trends.papers(Aspect.BEFORE), self.trends.papers(Aspect.EVALUATION)
        return (
            self.bar.words(),
            _("シート {n}枚").format(n=sum(sheets.values())),
            _("双方が記入を終えた評価 {n}件").format(n=sum(evaluations.values())),
        )

    def in_hand(self) -> tuple[int | None, int | None]:
        """Return the partner whose papers are counted."""
        scope = self.bar.scope()
        return (scope.partner_id if scope is not None else None), None

    def state(self) -> Mapping[str, Any]:
        """Return what is chosen."""
        return self.bar.state() if self._loaded else self._restoring

    def restore(self, state: Mapping[str, Any]) -> None:
        """Take up what is chosen when the page is first shown."""
        self._restoring = state

    def remember(self) -> None:
        """Keep the widths of the tables."""
        self.pane.remember()

    # What is done

    def refresh(self) -> None:
        """Count anew and show it."""
        scope = self.bar.scope()
        self.trends = Trends()
        if scope is not None:
            with self.context.reporting():
                self.trends = self.context.services.trends.read(scope)
        self._show()

    def export_to(self, path: Path) -> None:
        """Write what is counted to a file."""
        trends, service = self.trends, self.context.services.trends
        self.context.jobs.run(
            _("書き出しています…"),
            lambda: service.write(trends, path),
            lambda _done: self.context.tell(
                Tone.DONE, _("書き出しました: {name}").format(name=path.name), str(path.parent), None
            ),
        )

    def print_paper(self) -> None:
        """Show the paper of what is counted."""
        documents, service = self.context.services.documents, self.context.services.trends
        values = service.paper(self.trends, self.bar.words())
        name = _("傾向（{whose}）").format(whose=self.bar.words())
        self.context.jobs.run(
            _("紙を作っています…"),
            lambda: documents.print_data("check_trends", values),
            lambda printed: self.context.print_preview(printed, name),
        )

    def copy_table(self) -> None:
        """Put all that is counted on the clipboard, to be pasted into a spreadsheet."""
        QGuiApplication.clipboard().setText(self.context.services.trends.text(self.trends))
        self.context.tell(Tone.DONE, _("表をコピーしました。"), _("表計算ソフトに貼り付けられます。"), None)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show the table beside the chart where there is room."""
        super().resizeEvent(event)
        self._show_looks()

    # Inside

    def _lay_out(self) -> None:
        theme = self.context.theme
        words = QVBoxLayout()
        theme.space(words, 4, (EDGE, 4, EDGE, 8))
        self.purpose = make_label(_(PURPOSE), "muted", wrap=True)
        self._counted = make_label("", wrap=True)
        for label in (self.purpose, self._counted):
            words.addWidget(label)
        self._legend = FlowBar(theme.px(24), theme.px(2))
        theme.space(self._legend.flow, 16, (EDGE, 4, EDGE, 4))
        self.area = QScrollArea()
        self.area.setFrameShape(QScrollArea.Shape.NoFrame)
        self.area.setWidgetResizable(True)
        self.area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.area.setWidget(self.chart)
        for bar in (self.area.verticalScrollBar(), self.area.horizontalScrollBar()):
            bar.valueChanged.connect(lambda _value: self.chart.update())
        self._both = QWidget()
        row = QHBoxLayout(self._both)
        theme.space(row, 0)
        row.addWidget(self.area, 1)
        self._between = make_upright()
        row.addWidget(self._between)
        row.addWidget(self.pane)
        self.empty = EmptyState(theme, _("まだ傾向は見られません"), _(NO_SHEETS))
        self.no_match = EmptyState(theme, _("比べられるものがありません"), _(NO_MATCH))
        self._bodies = QStackedWidget()
        self.no_partner = EmptyState(theme, _("団体を選んでください"), _(NO_PARTNER))
        for body in (self._both, self.empty, self.no_match, self.no_partner):
            self._bodies.addWidget(body)
        foot = QHBoxLayout()
        theme.space(foot, 4, (0, 0, EDGE, 0))
        foot.addWidget(self._legend, 1)
        foot.addWidget(self.look)
        self.buttons = [
            ActionButton(theme, self.copy, "copy"),
            ActionButton(theme, self.export, "file-output"),
            ActionButton(theme, self.print, "printer"),
        ]
        for button in self.buttons:
            foot.addWidget(button)
        column = QVBoxLayout(self)
        theme.space(column, 0)
        column.addWidget(self.bar)
        column.addLayout(words)
        column.addWidget(self._bodies, 1)
        column.addLayout(foot)

    def _show_looks(self) -> None:
        theme = self.context.theme
        beside = self.width() >= theme.px(_BESIDE)
        is_table = self.look.value() == TABLE
        self.look.setVisible(not beside and self._bodies.currentWidget() is self._both)
        self.area.setVisible(beside or not is_table)
        self.pane.setVisible(beside or is_table)
        self._between.setVisible(beside)
        self.pane.stand_beside(beside=beside)

    def _read_offer(self) -> None:
        with self.context.reporting():
            self.bar.offer(self.context.services.trends.offer())

    def _show(self) -> None:
        trends, aspect = self.trends, self.bar.shown_aspect()
        years = trends.told_years(aspect)
        self.chart.show_lines(trends.lines(aspect), years, trends.papers(aspect), aspect)
        self.pane.show_trends(trends, aspect)
        self._counted.setText(
            _("{whose}: {what}").format(whose=self.bar.words(), what=_(ASPECT_WORDS[aspect]))
        )
        self._show_legend(aspect)
        if self.chart.line() is not None:
            self._on_item(self.chart.current)
        nothing = trends.is_empty(aspect)
        self._bodies.setCurrentWidget(self._both if not nothing else self._why_nothing())
        for action in (self.print, self.export, self.copy):
            action.setEnabled(not nothing)
        for widget in (self._legend, self._counted, *self.buttons):
            widget.setVisible(not nothing)
        self._show_looks()
        self.status_changed.emit()

    def _why_nothing(self) -> EmptyState:
        scope = self.bar.scope()
        if scope is None:
            return self.no_partner
        without_papers = scope == TrendScope() and all(self.trends.is_empty(one) for one in Aspect)
        return self.empty if without_papers else self.no_match

    def _show_legend(self, aspect: Aspect) -> None:
        theme, flow = self.context.theme, self._legend.flow
        while (item := flow.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        for full, words in zip((True, False), FOUND_WORDS[aspect], strict=True):
            holder = QWidget()
            row = QHBoxLayout(holder)
            theme.space(row, 6)
            row.addWidget(BoxSign(theme, TOKEN_OF[aspect], full=full))
            row.addWidget(make_label(_(words), "caption"))
            flow.addWidget(holder)
        flow.addWidget(make_label(_("1／3 は、3件のうち1件"), "caption"))

    def _on_item(self, at: int) -> None:
        """Show the item's row whole, below the head of the chart, and its first year in the table."""
        rect, bar = self.chart.row_rect(at), self.area.verticalScrollBar()
        top, bottom = (
            rect.top() - self.chart.head_height(),
            rect.bottom() - self.area.viewport().height() + 1,
        )
        bar.setValue(min(max(bar.value(), bottom), top))
        line = self.chart.line()
        if line is not None:
            self.pane.show_item(at, line)

    def _ask_where(self) -> None:
        name = f"{_('チェックシートの傾向')}.csv"
        self.context.files.save(self, _("書き出し"), name, self.export_to)
