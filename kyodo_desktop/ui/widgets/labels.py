"""Labels in the roles of the design, and one that shortens itself."""

from typing import Literal

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

TextRole = Literal["body", "title", "head", "muted", "caption", "small", "due", "error", "done"]


def make_label(text: str, role: TextRole = "body", *, wrap: bool = False) -> QLabel:
    """Return a plain-text label in a role; `wrap` for running text."""
    label = QLabel(text)
    dress(label, role)
    label.setWordWrap(wrap)
    return label


def dress(label: QLabel, role: TextRole) -> None:
    """Give a label its role; what a clerk typed is never taken for markup."""
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setProperty("text_role", role)
    label.style().unpolish(label)
    label.style().polish(label)


class ElidedLabel(QLabel):
    """A label of one line that shortens its text in the middle or at the right instead of growing.

    `tip` is its tool tip; without one it is the whole text while that is shortened.
    """

    def __init__(
        self,
        text: str = "",
        role: TextRole = "body",
        *,
        middle: bool = False,
        tip: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(text, parent)
        self._tip = tip
        dress(self, role)
        self._mode = Qt.TextElideMode.ElideMiddle if middle else Qt.TextElideMode.ElideRight
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)

    def minimumSizeHint(self) -> QSize:
        """Return a height only: any width will do."""
        return QSize(0, super().minimumSizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the text as far as it fits."""
        painter = QPainter(self)
        text = self.fontMetrics().elidedText(self.text(), self._mode, self.width())
        self.setToolTip(self._tip or ("" if text == self.text() else self.text()))
        painter.setPen(self.palette().windowText().color())
        painter.drawText(self.rect(), self.alignment() | Qt.AlignmentFlag.AlignVCenter, text)
