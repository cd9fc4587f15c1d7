"""A small outlined word: what a field or a record is marked with, without a meaning's colour."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from kyodo_desktop.ui.theme.theme import TextSize, Theme

_WIDEST = 220
MARK, TAG = 18, 24
"""How high a mark beside a text is, and a tag in a row of tags."""


class Pill(QWidget):
    """A caption in a rounded outline; one too long for its room is shortened, whole in its tip."""

    def __init__(self, theme: Theme, text: str, height: int = MARK, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self._text, self._height = theme, text, height
        self.setFont(theme.font(TextSize.CAPTION))
        self.setAccessibleName(text)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """Return the room of the word in its outline."""
        px = self._theme.px
        side = px(6 if self._height == MARK else 10)
        width = self.fontMetrics().horizontalAdvance(self._text) + 2 * side
        return QSize(min(width, px(_WIDEST)), px(self._height))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw outline and word."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = self.rect().toRectF().adjusted(0.5, 0.5, -0.5, -0.5)
        is_mark = self._height == MARK
        colour = self._theme.tokens.muted if is_mark else self._theme.tokens.ink
        painter.setPen(QPen(QColor(self._theme.tokens.control), 1))
        painter.drawRoundedRect(box, box.height() / 2, box.height() / 2)
        painter.setPen(QColor(colour))
        room = self.width() - self._theme.px(8)
        text = self.fontMetrics().elidedText(self._text, Qt.TextElideMode.ElideMiddle, room)
        self.setToolTip("" if text == self._text else self._text)
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, text)
