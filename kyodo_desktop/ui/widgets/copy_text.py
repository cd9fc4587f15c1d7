"""A number or an address to read and to copy: broken anywhere, for it has no spaces to break at."""

import math

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent, QTextOption
from PySide6.QtWidgets import QFrame, QSizePolicy, QTextEdit, QWidget

from kyodo_desktop.ui.theme.theme import Theme


class CopyText(QTextEdit):
    """A text as wide as there is room and as high as its lines, at least one row of 24.

    A QLabel is at least as wide as its longest word.
    """

    def __init__(self, theme: Theme, name: str, text: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._least = theme.px(24)
        self.setAccessibleName(f"{name} {text}")
        self.setReadOnly(True)
        self.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setWordWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.viewport().setAutoFillBackground(False)
        self.document().setDefaultFont(theme.font())
        self.document().setDocumentMargin(0)
        self.setPlainText(text)
        self.setFixedHeight(self._least)

    def sizeHint(self) -> QSize:
        """Return one row, of any width."""
        return QSize(0, self._least)

    def minimumSizeHint(self) -> QSize:
        """Return one row, of any width."""
        return QSize(0, self._least)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Take the height that the new width needs, a single line in the middle of its row."""
        super().resizeEvent(event)
        content = math.ceil(self.document().size().height())
        self.setViewportMargins(0, max(0, (self._least - content) // 2), 0, 0)
        if self.height() != max(content, self._least):
            self.setFixedHeight(max(content, self._least))
