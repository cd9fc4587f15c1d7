"""The runs that wait: a small picture, the number, what it is, and what is to be done."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QFont, QFontMetrics, QKeyEvent, QPainter
from PySide6.QtWidgets import QAbstractItemView, QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from kyodo_desktop.base.i18n import _
from kyodo_desktop.records.scans import ScanRecord, ScanState
from kyodo_desktop.ui.pages.papers.scans.thumbnails import Thumbnails
from kyodo_desktop.ui.pages.papers.scans.wording import heading, note, place, spoken, what_it_is
from kyodo_desktop.ui.theme.signs import paint_sign
from kyodo_desktop.ui.theme.theme import TextSize, Theme
from kyodo_desktop.ui.theme.tokens import Tone

Index = QModelIndex | QPersistentModelIndex
PICTURE = 48
_ROW, _EDGE, _LINE = 92, 24, 20
_ROOT = QModelIndex()
_RECORD = int(Qt.ItemDataRole.UserRole)
_ENTER = {Qt.Key.Key_Return, Qt.Key.Key_Enter}


class ScanRows(QAbstractListModel):
    """The runs, in the order they were read."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.rows: tuple[ScanRecord, ...] = ()

    def set_rows(self, rows: Sequence[ScanRecord]) -> None:
        """Replace all runs."""
        self.beginResetModel()
        self.rows = tuple(rows)
        self.endResetModel()

    def rowCount(self, parent: Index = _ROOT) -> int:
        """Return how many there are."""
        return 0 if parent.isValid() else len(self.rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return the words of a run, or itself."""
        if not index.isValid():
            return None
        if role == _RECORD:
            return self.rows[index.row()]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return spoken(self.rows[index.row()])
        return None

    def told_anew(self, scan_id: int) -> None:
        """Have a run drawn again."""
        for row, scan in enumerate(self.rows):
            if scan.id == scan_id:
                self.dataChanged.emit(self.index(row), self.index(row))


class ScanList(QListView):
    """Shows the runs. `current_changed` carries the one looked at, `entered` the one that Enter is for."""

    current_changed = Signal(object)
    entered = Signal(object)

    def __init__(self, theme: Theme, pictures: Thumbnails) -> None:
        super().__init__()
        self.rows = ScanRows(self)
        self.setModel(self.rows)
        self.setItemDelegate(_ScanDelegate(theme, pictures, self))
        self.setAccessibleName(_("確かめるスキャン"))
        self.setFrameShape(QListView.Shape.NoFrame)
        self.setUniformItemSizes(True)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        pictures.arrived.connect(self.rows.told_anew)

    def current(self) -> ScanRecord | None:
        """Return the run looked at."""
        row = self.currentIndex().row()
        return self.rows.rows[row] if 0 <= row < len(self.rows.rows) else None

    def show_rows(self, rows: Sequence[ScanRecord], scan_id: int | None, row: int) -> None:
        """Show runs, one of them current: that of an id, else the one in a row or the last."""
        at = next((at for at, one in enumerate(rows) if one.id == scan_id), min(row, len(rows) - 1))
        self.rows.set_rows(rows)
        if at >= 0:
            self.setCurrentIndex(self.rows.index(at))
        else:
            self.current_changed.emit(None)

    def currentChanged(self, current: Index, previous: Index) -> None:
        """Tell which run is looked at."""
        super().currentChanged(current, previous)
        if current.isValid():
            self.current_changed.emit(self.rows.rows[current.row()])

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take Enter for the run looked at; a key held down would settle what nobody has seen."""
        scan = self.current()
        if event.key() not in _ENTER or scan is None:
            super().keyPressEvent(event)
        elif not event.isAutoRepeat():
            self.entered.emit(scan)

    def keyboardSearch(self, search: str) -> None:
        """Stay where one is: the number of a paper is typed into its field, not here."""


class _ScanDelegate(QStyledItemDelegate):
    def __init__(self, theme: Theme, pictures: Thumbnails, parent: ScanList) -> None:
        super().__init__(parent)
        self._theme, self._pictures = theme, pictures

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Return the room of a picture and three lines."""
        return QSize(self._theme.px(200), self._theme.px(_ROW))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw one run."""
        scan: ScanRecord = index.data(_RECORD)
        px = self._theme.px
        painter.save()
        self._paint_ground(painter, option)
        inside = option.rect.adjusted(px(_EDGE), 0, -px(12), -1)
        box = QRect(inside.left(), inside.top() + px(12), px(PICTURE), px(_ROW - 24))
        self._paint_picture(painter, box, scan)
        self._paint_words(painter, inside.adjusted(px(PICTURE + 12), px(14), 0, 0), scan)
        painter.restore()

    def _paint_ground(self, painter: QPainter, option: QStyleOptionViewItem) -> None:
        t, rect = self._theme.tokens, option.rect
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.fillRect(rect, QColor(t.soft if selected else t.surface))
        painter.fillRect(QRect(rect.left(), rect.bottom(), rect.width(), 1), QColor(t.hairline))
        if selected:
            focused = option.widget is not None and option.widget.hasFocus()
            bar = QRect(rect.left(), rect.top(), self._theme.px(3), rect.height())
            painter.fillRect(bar, QColor(t.accent if focused else t.control))

    def _paint_picture(self, painter: QPainter, box: QRect, scan: ScanRecord) -> None:
        picture = self._pictures.of(scan.id)
        if picture is None or picture.isNull():
            painter.fillRect(box, self._theme.colour("window"))
        else:
            size = picture.deviceIndependentSize().scaled(box.size(), Qt.AspectRatioMode.KeepAspectRatio)
            left = box.left() + (box.width() - size.width()) / 2
            box = QRectF(left, box.top(), size.width(), size.height()).toRect()
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            painter.drawPixmap(box, picture)
        painter.setPen(self._theme.colour("line"))
        painter.drawRect(box.adjusted(0, 0, -1, -1))

    def _paint_words(self, painter: QPainter, room: QRect, scan: ScanRecord) -> None:
        theme, doubtful = self._theme, scan.state is ScanState.DOUBTFUL
        small = theme.font(TextSize.CAPTION)
        what = what_it_is(scan) or place(scan)
        lines: list[tuple[str, QFont, str]] = [
            (heading(scan), theme.font(bold=True), "ink"),
            (what, small, "ink" if scan.title else "muted"),
            (note(scan), small, "due" if doubtful else "muted"),
        ]
        for at, (text, font, colour) in enumerate(lines):
            line = QRect(room.left(), room.top() + at * theme.px(_LINE), room.width(), theme.px(_LINE))
            if at == 2 and doubtful:
                side = theme.px(11)
                sign = QRectF(line.left(), line.center().y() - side / 2 + 0.5, side, side)
                paint_sign(painter, sign, Tone.DUE, theme.tokens.due)
                line = line.adjusted(theme.px(16), 0, 0, 0)
            painter.setFont(font)
            painter.setPen(theme.colour(colour))
            words = QFontMetrics(font).elidedText(text, Qt.TextElideMode.ElideRight, line.width())
            painter.drawText(line, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, words)
