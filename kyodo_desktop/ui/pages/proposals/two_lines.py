"""A list at the left of a page: rows of two lines, with a sign where one is needed."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QItemSelectionModel, QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPen, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from kyodo_desktop.ui.theme.theme import TextSize, Theme

_KEY = int(Qt.ItemDataRole.UserRole) + 1
_BELOW, _SIGN = _KEY + 1, _KEY + 2
Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True)
class TwoLines:
    """One row: its key, its words, the muted words below, and a sign before them (✓, ●) if it has one."""

    key: str
    words: str
    below: str = ""
    sign: str = ""


class _Delegate(QStyledItemDelegate):
    """A row of two lines, 48 high."""

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
        sign = str(index.data(_SIGN) or "")
        if sign:
            painter.setFont(self._theme.font(bold=here))
            painter.setPen(QColor(t.ink))
            painter.drawText(words, Qt.AlignmentFlag.AlignTop, sign)
            words = words.adjusted(px(20), 0, 0, 0)
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


class TwoLineList(QListView):
    """Lists rows; `chosen` carries the key of the one a person goes to."""

    chosen = Signal(str)

    def __init__(self, theme: Theme, name: str) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setProperty("ground", "window")
        self.setStyleSheet(f"QListView {{ background: {theme.tokens.window}; }}")
        self.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setItemDelegate(_Delegate(theme, self))
        self._items = QStandardItemModel(self)
        self.setModel(self._items)
        self._telling = True
        self.selectionModel().currentChanged.connect(self._on_current)

    def show_rows(self, rows: Sequence[TwoLines], key: str) -> None:
        """List rows, the one of this key chosen."""
        self._telling = False
        self._items.clear()
        for one in rows:
            item = QStandardItem(one.words)
            item.setData(one.key, _KEY)
            item.setData(one.below, _BELOW)
            item.setData(one.sign, _SIGN)
            item.setAccessibleText(f"{one.sign}{one.words} {one.below}".strip())
            item.setToolTip(f"{one.words}\n{one.below}".strip())
            self._items.appendRow(item)
            if one.key == key:
                self.selectionModel().setCurrentIndex(
                    item.index(), QItemSelectionModel.SelectionFlag.ClearAndSelect
                )
        if not key:
            self.clearSelection()
        self._telling = True

    def _on_current(self, current: QModelIndex, _before: QModelIndex) -> None:
        if self._telling and current.isValid():
            self.chosen.emit(str(current.data(_KEY)))
