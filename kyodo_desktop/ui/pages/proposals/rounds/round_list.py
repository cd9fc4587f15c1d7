"""The rounds at the left of their page: one to look at, and the way to one more."""

from collections.abc import Sequence

from PySide6.QtCore import QItemSelectionModel, QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPen, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from kyodo_desktop.base.i18n import _
from kyodo_desktop.japanese.fiscal_year import format_fiscal_year
from kyodo_desktop.records.rounds import RoundRecord
from kyodo_desktop.ui.theme.theme import TextSize, Theme

_ID = int(Qt.ItemDataRole.UserRole) + 1
_BELOW = _ID + 1
Index = QModelIndex | QPersistentModelIndex


class _RoundDelegate(QStyledItemDelegate):
    """A row of two lines, 48 high: the year, and below it the programme."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Return 48 px of height, scaled."""
        return QSize(0, self._theme.px(48))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw one row."""
        t, px = self._theme.tokens, self._theme.px
        here = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(option.rect, QColor(t.window))
        ground = QRectF(option.rect).adjusted(px(12), px(2), -px(12), -px(2))
        if here:
            focused = bool(option.state & QStyle.StateFlag.State_HasFocus)
            painter.setPen(QPen(QColor(t.accent), 2) if focused else QPen(Qt.PenStyle.NoPen))
            painter.setBrush(QColor(t.soft))
            painter.drawRoundedRect(ground, px(6), px(6))
        words = option.rect.adjusted(px(24), px(5), -px(20), -px(5))
        lines = (
            (str(index.data()), self._theme.font(bold=here), t.ink, Qt.AlignmentFlag.AlignTop),
            (
                str(index.data(_BELOW)),
                self._theme.font(TextSize.CAPTION),
                t.muted,
                Qt.AlignmentFlag.AlignBottom,
            ),
        )
        for text, font, colour, where in lines:
            painter.setFont(font)
            painter.setPen(QColor(colour))
            shown = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, words.width())
            painter.drawText(words, where, shown)
        painter.restore()


class RoundList(QListView):
    """Lists the rounds; `chosen` carries the id of the one a person goes to."""

    chosen = Signal(int)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.setAccessibleName(_("募集回の一覧"))
        self.setProperty("ground", "window")
        self.setStyleSheet(f"QListView {{ background: {theme.tokens.window}; }}")
        self.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setItemDelegate(_RoundDelegate(theme, self))
        self._items = QStandardItemModel(self)
        self.setModel(self._items)
        self._telling = True
        self.selectionModel().currentChanged.connect(self._on_current)

    def show_rounds(self, rounds: Sequence[RoundRecord], round_id: int) -> None:
        """List the rounds, the one that is looked at chosen."""
        self._telling = False
        self._items.clear()
        for one in rounds:
            item = QStandardItem(format_fiscal_year(one.fiscal_year))
            item.setData(one.id, _ID)
            item.setData(one.title, _BELOW)
            item.setAccessibleText(f"{item.text()} {one.title}")
            item.setToolTip(one.title)
            self._items.appendRow(item)
            if one.id == round_id:
                self.selectionModel().setCurrentIndex(
                    item.index(), QItemSelectionModel.SelectionFlag.ClearAndSelect
                )
        if not round_id:
            self.clearSelection()
        self._telling = True

    def _on_current(self, current: QModelIndex, _before: QModelIndex) -> None:
        if self._telling and current.isValid():
            self.chosen.emit(int(current.data(_ID)))
