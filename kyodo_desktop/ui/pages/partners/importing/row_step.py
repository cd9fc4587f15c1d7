"""The second step: every row of the file with what would become of it, and why."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from kyodo_desktop.base.i18n import _
from kyodo_desktop.records.partner_import import ROW_STATE_LABELS, ImportPlan, PlannedRow, RowState
from kyodo_desktop.services.importing.columns import label_of
from kyodo_desktop.ui.context import UiContext
from kyodo_desktop.ui.tables.columns import Cell, Column
from kyodo_desktop.ui.tables.record_table import RecordTable
from kyodo_desktop.ui.tables.view import RecordView
from kyodo_desktop.ui.theme.tokens import Tone
from kyodo_desktop.ui.widgets.buttons import make_button
from kyodo_desktop.ui.widgets.labels import make_label
from kyodo_desktop.ui.widgets.segments import Segments

_ALL = "all"
_TONES = {RowState.NEW: Tone.DONE, RowState.DOUBTFUL: Tone.DUE, RowState.WRONG: Tone.ERROR}


class RowStep(QWidget):
    """Shows the rows, all or those of one state.

    `decided` carries doubtful rows and whether each is the partner that was found, or else a new one.
    """

    decided = Signal(list, bool)

    def __init__(self, context: UiContext) -> None:
        super().__init__()
        theme = self._theme = context.theme
        self.table: RecordTable[PlannedRow] = RecordTable(_columns(), lambda row: row.line)
        self.view = RecordView(
            theme, self.table, context.settings, settings_key="import_rows", name=_("読み込む行")
        )
        self.states = Segments(theme, (), _("結果"))
        # The whole reason of the current row: its column may be too narrow for it.
        self.reason = make_label("", wrap=True)
        self.same_button = make_button(theme, _("台帳の団体と同じ"), lambda: self._decide(known=True))
        self.new_button = make_button(theme, _("新しい団体"), lambda: self._decide(known=False))
        self._bar, bar = QHBoxLayout(), QWidget()
        theme.space(self._bar, 8)
        bar.setLayout(self._bar)
        for widget in (self.states, self.same_button, self.new_button):
            self._bar.addWidget(widget)
        self._bar.insertStretch(1, 1)
        outer = QVBoxLayout(self)
        theme.space(outer, 8)
        outer.addWidget(bar)
        outer.addWidget(self.view, 1)
        outer.addWidget(self.reason)
        self.view.current_record_changed.connect(lambda _row: self._refresh())
        self._refresh()

    def show_plan(self, plan: ImportPlan) -> None:
        """Show the rows of a plan; the state that was chosen stays chosen while it has rows."""
        chosen = self.states.value()
        labels = [(_ALL, _("すべて {n}").format(n=len(plan.rows)))]
        labels += [
            (state.value, f"{_(ROW_STATE_LABELS[state])} {count}")
            for state, count in plan.counts.items()
            if count
        ]
        states = Segments(self._theme, labels, _("結果"))
        states.set_value(chosen if chosen in dict(labels) else _ALL)
        states.chosen.connect(lambda _key: self._sift())
        self._bar.replaceWidget(self.states, states)
        self.states.deleteLater()
        self.states = states
        self.table.set_rows(plan.rows)
        self._sift()

    def show_state(self, state: RowState) -> None:
        """Show the rows of one state."""
        self.states.set_value(state.value)
        self._sift()

    def _sift(self) -> None:
        state = self.states.value()
        self.table.set_filter(None if state in ("", _ALL) else lambda row: row.state.value == state)
        if self.view.current_record() is None and self.table.shown:
            self.view.selectRow(0)
        self._refresh()

    def _doubtful(self) -> Sequence[PlannedRow]:
        return [row for row in self.view.selected_records() if row.state is RowState.DOUBTFUL]

    def _decide(self, *, known: bool) -> None:
        rows = [row for row in self._doubtful() if row.record_id is not None or not known]
        if rows:
            self.decided.emit(rows, known)

    def _refresh(self) -> None:
        row = self.view.current_record()
        self.reason.setText("".join((row.reason, *row.remarks)) if isinstance(row, PlannedRow) else "")
        doubtful = self._doubtful()
        self.new_button.setEnabled(bool(doubtful))
        self.same_button.setEnabled(any(row.record_id is not None for row in doubtful))


def _columns() -> tuple[Column[PlannedRow], ...]:
    places = {state: place for place, state in enumerate(RowState)}
    return (
        Column("line", _("行"), lambda row: str(row.line), 64, lambda row: row.line, right=True, muted=True),
        Column(
            "state",
            _("結果"),
            lambda row: _(ROW_STATE_LABELS[row.state]),
            96,
            lambda row: places[row.state],
            _state_cell,
        ),
        Column("name", _("名称"), lambda row: row.name.replace("\n", " "), 240),
        Column("changed", _("直す欄"), _changed_words, 160, muted=True),
        Column("reason", _("理由"), lambda row: "".join((row.reason, *row.remarks))),
    )


def _state_cell(row: PlannedRow) -> Cell:
    words = _(ROW_STATE_LABELS[row.state])
    return Cell(words, tone=_TONES.get(row.state), muted=row.state is RowState.SAME)


def _changed_words(row: PlannedRow) -> str:
    return "・".join(label_of(name) for name in row.changed)
