"""Bringing partners in: columns, rows, 読み込む. Nothing is written before that."""

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QDialog, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from kyodo_desktop.base.errors import KyodoError
from kyodo_desktop.base.i18n import _
from kyodo_desktop.records.import_table import ImportTable
from kyodo_desktop.records.partner_import import (
    ColumnProposal,
    ImportOutcome,
    ImportPlan,
    PlannedRow,
    RowState,
)
from kyodo_desktop.ui.context import UiContext
from kyodo_desktop.ui.pages.partners.importing.column_step import ColumnStep
from kyodo_desktop.ui.pages.partners.importing.row_step import RowStep
from kyodo_desktop.ui.pages.partners.merge_dialog import fit_over
from kyodo_desktop.ui.pages.shared.work import Work
from kyodo_desktop.ui.widgets.buttons import make_button
from kyodo_desktop.ui.widgets.labels import dress, make_label

SUFFIXES = (".xlsx", ".xls", ".ods", ".csv", ".tsv", ".txt", ".json")
"""What can be chosen; what a file really is, its bytes tell."""
_SIZE = QSize(1040, 640)


class ImportDialog(QDialog):
    """Asks what the columns are, shows what would become of the rows, and writes them when told to.

    `imported(outcome)` follows once rows are written.
    """

    def __init__(
        self,
        context: UiContext,
        table: ImportTable,
        proposals: Sequence[ColumnProposal],
        imported: Callable[[ImportOutcome], object],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(_("団体を読み込む"))
        self._context, self._table, self._imported = context, table, imported
        self._service = context.services.partner_import
        self._decisions: dict[int, int] = {}
        self.plan: ImportPlan | None = None
        theme = context.theme
        self.columns = ColumnStep(theme, proposals, self._service.targets())
        self.rows = RowStep(context)
        self.work = Work(context)
        self.words = make_label("", "muted", wrap=True)
        self._steps = QStackedWidget()
        self._steps.addWidget(self.columns)
        self._steps.addWidget(self.rows)
        self.back_button = make_button(theme, _("列に戻る"), self.show_columns)
        self.left_button = make_button(theme, _("残る行をファイルに…"), self.ask_where_left)
        self.close_button = make_button(theme, _("やめる"), self.reject)
        self.next_button = make_button(theme, _("行を確かめる"), self.check_rows, kind="primary")
        self.write_button = make_button(theme, _("読み込む"), self.write, kind="primary")
        self._lay_out()
        self.columns.changed.connect(self._decisions.clear)
        self.rows.decided.connect(self.decide)
        self.work.busy_changed.connect(lambda _busy: self._refresh())
        fit_over(self, QSize(theme.px(_SIZE.width()), theme.px(_SIZE.height())))
        self.show_columns()

    def show_columns(self) -> None:
        """Go (back) to the columns."""
        self._steps.setCurrentWidget(self.columns)
        self._say(_("このファイルの {n}行を読みました。").format(n=len(self._table.rows)))
        self._refresh()

    def check_rows(self) -> None:
        """Find out what would become of the rows; nothing is written."""
        mapping, decisions = self.columns.mapping(), dict(self._decisions)
        self.work.run(
            _("行を確かめています…"),
            lambda progress: self._service.plan(self._table, mapping, decisions, progress),
            self._show_plan,
            self._fail,
        )

    def decide(self, rows: Sequence[PlannedRow], known: bool) -> None:
        """Take a person's word for doubtful rows: the partner that was found, or a new one."""
        self._decisions.update({row.line: (row.record_id or 0) if known else 0 for row in rows})
        self.check_rows()

    def write(self) -> None:
        """Write the new and the changed rows."""
        plan, decisions = self.plan, dict(self._decisions)
        if plan is None or not plan.to_write:
            return
        self.work.run(
            _("読み込んでいます…"),
            lambda progress: self._service.apply(plan, decisions, progress),
            self._on_written,
            self._fail,
        )

    def ask_where_left(self) -> None:
        """Ask where the rows that are not taken go, to be mended and brought back."""
        name = _("直す行_{name}.xlsx").format(name=Path(self._table.name).stem)
        self._context.files.save(self, _("残る行をファイルに"), name, self.write_left)

    def write_left(self, path: Path) -> None:
        """Write the rows that are not taken to a file."""
        plan = self.plan
        if plan is None:
            return
        self.work.run(
            _("書き出しています…"),
            lambda _progress: self._service.write_left(plan, path),
            lambda count: self._say(
                _("残る {n}行を書き出しました: {name}。直して、もう一度読み込めます。").format(
                    n=count, name=path.name
                )
            ),
            self._fail,
        )

    def reject(self) -> None:
        """Stop the work that is being done; else close."""
        if self.work.is_busy:
            self.work.cancel()
        else:
            super().reject()

    def _show_plan(self, plan: ImportPlan) -> None:
        self.plan = plan
        self.rows.show_plan(plan)
        self._steps.setCurrentWidget(self.rows)
        words = _("{n}件を読み込みます。").format(n=plan.to_write)
        if left := plan.counts[RowState.DOUBTFUL] + plan.counts[RowState.WRONG]:
            words += _("要確認と誤りの {n}行は読み込みません。").format(n=left)
        self._say(words + _("まだ何も書いていません。"))
        self._refresh()
        self.rows.view.setFocus()

    def _on_written(self, outcome: ImportOutcome) -> None:
        plan, self.plan = self.plan, None
        self._imported(outcome)
        if not outcome.left or plan is None:
            self.accept()
            return
        # The rows that were left stay in sight, so that they can still be written out.
        self.plan = ImportPlan.of(plan.table, plan.mapping, tuple(row for row in plan.rows if _is_left(row)))
        self.rows.show_plan(self.plan)
        self.close_button.setText(_("閉じる"))
        self._say(
            _("{added}件を足し、{changed}件を直しました。{left}行が残っています。").format(
                added=outcome.added, changed=outcome.changed, left=outcome.left
            ),
            error=False,
        )
        self._refresh()

    def _fail(self, error: KyodoError) -> None:
        self._say(str(error), error=True)
        self._refresh()

    def _say(self, words: str, *, error: bool = False) -> None:
        self.words.setText(words)
        dress(self.words, "error" if error else "muted")

    def _refresh(self) -> None:
        at_rows, idle = self._steps.currentWidget() is self.rows, not self.work.is_busy
        plan = self.plan if at_rows else None
        self._steps.setEnabled(idle)
        self.next_button.setVisible(not at_rows)
        for button in (self.back_button, self.write_button, self.left_button):
            button.setVisible(at_rows)
        for button in (self.next_button, self.back_button):
            button.setEnabled(idle)
        self.write_button.setEnabled(idle and plan is not None and plan.to_write > 0)
        self.left_button.setEnabled(idle and plan is not None and any(map(_is_left, plan.rows)))

    def _lay_out(self) -> None:
        theme = self._context.theme
        layout = QVBoxLayout(self)
        theme.space(layout, 12, (24, 16, 24, 16))
        source = f"{self._table.name}　{self._table.sheet}".strip()
        layout.addWidget(make_label(source, "head"))
        if self._table.notes:
            layout.addWidget(make_label("　".join(self._table.notes), "muted", wrap=True))
        layout.addWidget(self._steps, 1)
        layout.addWidget(self.words)
        layout.addWidget(self.work)
        buttons = QHBoxLayout()
        theme.space(buttons, 8)
        buttons.addWidget(self.left_button)
        buttons.addStretch(1)
        for button in (self.close_button, self.back_button, self.next_button, self.write_button):
            buttons.addWidget(button)
        layout.addLayout(buttons)


def _is_left(row: PlannedRow) -> bool:
    return row.state in (RowState.DOUBTFUL, RowState.WRONG)


def open_import(
    context: UiContext, path: Path, imported: Callable[[ImportOutcome], object], parent: QWidget
) -> None:
    """Read a file without making the window wait, and open the dialog on it."""
    service = context.services.partner_import

    def read() -> tuple[ImportTable, tuple[ColumnProposal, ...]]:
        table = service.read(path)
        return table, service.propose(table)

    def show(read: tuple[ImportTable, tuple[ColumnProposal, ...]]) -> None:
        ImportDialog(context, *read, imported, parent).open()

    context.jobs.run(_("ファイルを読んでいます…"), read, show)
