"""What a list says while it is empty."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from kyodo_desktop.ui.theme.theme import Theme
from kyodo_desktop.ui.widgets.buttons import make_button
from kyodo_desktop.ui.widgets.labels import make_label


class EmptyState(QScrollArea):
    """Says what belongs here and offers the first action."""

    def __init__(
        self,
        theme: Theme,
        head: str,
        text: str,
        action: tuple[str, Callable[[], object]] | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setAccessibleName(head)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        inside = QWidget()
        layout = QVBoxLayout(inside)
        theme.space(layout, 8, (24, 24, 24, 24))
        layout.addStretch(1)
        for label in (make_label(head, "title", wrap=True), make_label(text, "muted", wrap=True)):
            label.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            layout.addWidget(label)
        if action is not None:
            row = QHBoxLayout()
            row.addStretch(1)
            row.addWidget(make_button(theme, action[0], action[1]))
            row.addStretch(1)
            layout.addLayout(row)
        layout.addStretch(2)
        self.setWidget(inside)
