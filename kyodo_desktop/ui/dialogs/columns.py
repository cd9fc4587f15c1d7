"""列を選ぶ: which columns a list shows, and in which order."""

from PySide6.QtCore import QModelIndex, QSize, Qt
from PySide6.QtGui import QKeySequence, QShortcut, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QDialog, QHBoxLayout, QListView, QVBoxLayout, QWidget

from kyodo_desktop.base.i18n import _
from kyodo_desktop.ui.tables.chosen_columns import ChosenColumns
from kyodo_desktop.ui.theme.theme import Theme
from kyodo_desktop.ui.widgets.buttons import make_button, make_button_row
from kyodo_desktop.ui.widgets.labels import make_label
from kyodo_desktop.ui.widgets.tick_list import TickDelegate, TickList

_KEY_ROLE = int(Qt.ItemDataRole.UserRole) + 2
_LEAST_ROWS = 5
_SIZE = (426, 502)


class ColumnsDialog(QDialog):
    """The columns but the first, in the order of the list, to be ticked and moved."""

    def __init__(self, theme: Theme, columns: ChosenColumns, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(_("列を選ぶ"))
        self._columns = columns
        self._model = QStandardItemModel(self)
        self.list = TickList(self)
        self.list.setAccessibleName(_("一覧の列"))
        self.list.setModel(self._model)
        self.list.setItemDelegate(TickDelegate(theme, self.list))
        self.list.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.list.clicked.connect(lambda index: self._toggle(index.row()))
        self.list.ticked.connect(self._toggle)
        # Few rows at least, so that a screen with little room for large text takes them from the list.
        self.list.setMinimumSize(QSize(theme.px(280), theme.px(28 * _LEAST_ROWS)))
        self.up = make_button(theme, _("上へ"), lambda: self.move_by(-1), icon="chevron-up")
        self.down = make_button(theme, _("下へ"), lambda: self.move_by(1), icon="chevron-down")
        self.standard = make_button(theme, _("元の並びに戻す"), self.show_standard, kind="link")
        for keys, button in (("Alt+Up", self.up), ("Alt+Down", self.down)):
            button.setToolTip(f"{button.text()}（{keys}）")
            QShortcut(QKeySequence(keys), self, button.click)
        self._lay_out(theme, columns.all()[0].title)
        self._show(columns.chosen())
        self.resize(theme.px(_SIZE[0]), theme.px(_SIZE[1]))

    def chosen(self) -> list[str]:
        """Return the keys ticked, from top to bottom."""
        items = [self._model.item(row) for row in range(self._model.rowCount())]
        ticked = (item for item in items if item.checkState() == Qt.CheckState.Checked)
        return [str(item.data(_KEY_ROLE)) for item in ticked]

    def move_by(self, step: int) -> None:
        """Move the current column up or down."""
        row = self.list.currentIndex().row()
        there = row + step
        if row < 0 or not 0 <= there < self._model.rowCount():
            return
        self._model.insertRow(there, self._model.takeRow(row))
        self.list.setCurrentIndex(self._model.index(there, 0))
        self._refresh()

    def show_standard(self) -> None:
        """Tick what is shown until somebody chooses, in that order."""
        self._show(self._columns.standard())

    def confirm(self) -> None:
        """Close and show the columns so."""
        self.accept()
        self._columns.choose(self.chosen())

    def _lay_out(self, theme: Theme, first: str) -> None:
        layout = QVBoxLayout(self)
        theme.space(layout, 12, (24, 16, 24, 16))
        words = _("印の付いた列が、この順に出ます。「{first}」は、いつも先頭に出ます。")
        layout.addWidget(make_label(words.format(first=first), "muted", wrap=True))
        middle = QHBoxLayout()
        theme.space(middle, 16)
        middle.addWidget(self.list, 1)
        side = QVBoxLayout()
        theme.space(side, 8)
        side.addWidget(self.up)
        side.addWidget(self.down)
        side.addStretch(1)
        middle.addLayout(side)
        layout.addLayout(middle, 1)
        layout.addWidget(self.standard, 0, Qt.AlignmentFlag.AlignLeft)
        confirm = make_button(theme, _("この列にする"), self.confirm, kind="primary")
        layout.addLayout(make_button_row(theme, make_button(theme, _("やめる"), self.reject), confirm))
        self.list.selectionModel().currentChanged.connect(self._on_current)

    def _show(self, chosen: tuple[str, ...]) -> None:
        others = self._columns.all()[1:]
        ordered = [one for key in chosen for one in others if one.key == key]
        self._model.clear()
        for column in (*ordered, *(one for one in others if one not in ordered)):
            item = QStandardItem(column.title)
            item.setData(column.key, _KEY_ROLE)
            is_on = column.key in chosen
            item.setCheckState(Qt.CheckState.Checked if is_on else Qt.CheckState.Unchecked)
            self._model.appendRow(item)
        self.list.setCurrentIndex(self._model.index(0, 0))
        self._refresh()

    def _toggle(self, row: int) -> None:
        item = self._model.item(row)
        ticked = item.checkState() == Qt.CheckState.Checked
        item.setCheckState(Qt.CheckState.Unchecked if ticked else Qt.CheckState.Checked)

    def _on_current(self, _current: QModelIndex, _before: QModelIndex) -> None:
        self._refresh()

    def _refresh(self) -> None:
        row = self.list.currentIndex().row()
        self.up.setEnabled(row > 0)
        self.down.setEnabled(0 <= row < self._model.rowCount() - 1)
