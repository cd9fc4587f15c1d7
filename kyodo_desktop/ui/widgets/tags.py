"""Tags and notes: a sign, a word, a ground."""

from collections.abc import Callable

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from kyodo_desktop.ui.theme.signs import paint_sign
from kyodo_desktop.ui.theme.theme import TextSize, Theme
from kyodo_desktop.ui.theme.tokens import Tone
from kyodo_desktop.ui.widgets.buttons import make_button
from kyodo_desktop.ui.widgets.labels import make_label


class SignMark(QWidget):
    """Only the sign of a meaning."""

    def __init__(self, theme: Theme, tone: Tone, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self._tone = theme, tone
        self.setFixedSize(theme.px(12), theme.px(12))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the sign."""
        colour = self._theme.tokens.tone(self._tone)
        paint_sign(QPainter(self), self.rect().toRectF().adjusted(0.5, 0.5, -0.5, -0.5), self._tone, colour)


class Tag(QWidget):
    """A word with its sign on the meaning's ground, 24 high."""

    def __init__(self, theme: Theme, tone: Tone, text: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self._tone, self._text = theme, tone, text
        self.setFont(theme.font(TextSize.CAPTION))
        self.setAccessibleName(text)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """Return the room of sign and word."""
        px = self._theme.px
        return QSize(self.fontMetrics().horizontalAdvance(self._text) + px(8 + 11 + 6 + 8), px(24))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw ground, sign and word."""
        t, px = self._theme.tokens, self._theme.px
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(t.tone_ground(self._tone)))
        painter.drawRoundedRect(self.rect(), px(4), px(4))
        side = px(11)
        box = QRectF(px(8), (self.height() - side) / 2, side, side)
        paint_sign(painter, box, self._tone, t.tone(self._tone))
        painter.setPen(QColor(t.tone(self._tone)))
        words = self.rect().adjusted(px(8 + 11 + 6), 0, 0, 0)
        painter.drawText(words, Qt.AlignmentFlag.AlignVCenter, self._text)


class NoteBox(QFrame):
    """A note beside a field or above a page: what is wrong (bold), what is safe, what to do, one action."""

    def __init__(
        self,
        theme: Theme,
        tone: Tone,
        head: str,
        text: str = "",
        action: tuple[str, Callable[[], object]] | None = None,
        *,
        icon: str = "",
    ) -> None:
        super().__init__()
        self.setProperty("ground", tone.value)
        self.setAccessibleName(f"{head} {text}".strip())
        outer = QVBoxLayout(self)
        theme.space(outer, 4, (12, 8, 12, 8))
        first = QHBoxLayout()
        theme.space(first, 8)
        first.addWidget(SignMark(theme, tone))
        self._head = make_label(head, "head", wrap=True)
        self._head.setStyleSheet(f"color: {theme.tokens.tone(tone)};")
        first.addWidget(self._head, 1)
        if action is not None:
            first.addWidget(make_button(theme, action[0], action[1], kind="link", icon=icon))
        outer.addLayout(first)
        if text:
            outer.addWidget(make_label(text, wrap=True))
