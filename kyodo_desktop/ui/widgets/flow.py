"""A row that goes on in a second line when the window is narrow or the text large."""

from PySide6.QtCore import QEvent, QPoint, QRect, QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QLayout, QLayoutItem, QWidget


class FlowBar(QFrame):
    """A frame around a FlowLayout that is exactly as high as its rows.

    It sets its own height on each change. Qt's height-for-width would let every frame around it ask for the
    height at its smallest width, where each widget has a row of its own.
    """

    def __init__(self, row_height: int, row_gap: int) -> None:
        super().__init__()
        self.flow = FlowLayout(self, row_height, row_gap)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Take the height that the new width needs."""
        super().resizeEvent(event)
        self._fit()

    def event(self, event: QEvent) -> bool:
        """Take the height that other contents need."""
        done = super().event(event)
        if event.type() == QEvent.Type.LayoutRequest:
            self._fit()
        return done

    def _fit(self) -> None:
        height = self.flow.height_at(self.width())
        if height != self.minimumHeight() or height != self.maximumHeight():
            self.setFixedHeight(height)


class FlowLayout(QLayout):
    """Places widgets from left to right at their own size, each row `row_height` high."""

    def __init__(self, parent: QWidget, row_height: int, row_gap: int) -> None:
        super().__init__(parent)
        self._items: list[QLayoutItem] = []
        self._row_height, self._row_gap = row_height, row_gap

    def addItem(self, item: QLayoutItem) -> None:
        """Take an item, as Qt asks."""
        self._items.append(item)

    def count(self) -> int:
        """Return how many items there are."""
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        """Return an item."""
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        """Give an item away."""
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def expandingDirections(self) -> Qt.Orientation:
        """Return that no direction is wished for."""
        return Qt.Orientation(0)

    def height_at(self, width: int) -> int:
        """Return the height of the rows that are needed in a width."""
        return self._place(QRect(0, 0, width, 0), move=False)

    def sizeHint(self) -> QSize:
        """Return the least that is needed."""
        return self.minimumSize()

    def minimumSize(self) -> QSize:
        """Return the room of the widest item and one row."""
        margins = self.contentsMargins()
        widest = max((self._size(item).width() for item in self._items if not item.isEmpty()), default=0)
        return QSize(
            widest + margins.left() + margins.right(), self._row_height + margins.top() + margins.bottom()
        )

    def setGeometry(self, rect: QRect) -> None:
        """Place the items."""
        super().setGeometry(rect)
        self._place(rect, move=True)

    def _size(self, item: QLayoutItem) -> QSize:
        return item.sizeHint().expandedTo(item.minimumSize()).boundedTo(item.maximumSize())

    def _place(self, rect: QRect, *, move: bool) -> int:
        margins = self.contentsMargins()
        left, top = rect.left() + margins.left(), rect.top() + margins.top()
        right = rect.right() - margins.right()
        x = left
        for item in self._items:
            if item.isEmpty():
                continue
            size = self._size(item)
            if x > left and x + size.width() > right + 1:
                x, top = left, top + self._row_height + self._row_gap
            if move:
                offset = (self._row_height - size.height()) // 2
                item.setGeometry(QRect(QPoint(x, top + offset), size))
            x += size.width() + self.spacing()
        return top + self._row_height + margins.bottom() - rect.top()
