"""The right side of a wizard: the step's title above, its page below, scrolled to where the cursor is."""

from collections.abc import Sequence
from itertools import pairwise

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from kyodo_desktop.ui.theme.theme import Theme
from kyodo_desktop.ui.widgets.frames import make_frame
from kyodo_desktop.ui.widgets.labels import ElidedLabel, make_label
from kyodo_desktop.ui.wizard.step_body import StepBody

_SETTLE_MS = 100
"""Within this time a page that was just opened is laid out; until then the cursor is followed."""


class StepView(QWidget):
    """Shows one page at a time; `count` says which of how many steps it is."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._body: StepBody | None = None
        self._title = ElidedLabel("", "title")
        self.count = make_label("", "muted")
        self.area = QScrollArea()
        self._settling = QTimer(self, singleShot=True, interval=_SETTLE_MS)
        self._settling.timeout.connect(self._on_settled)
        self._by_enter = False
        self.area.verticalScrollBar().rangeChanged.connect(self._on_laid_out)
        self._lay_out()

    def show_body(self, title: str, body: StepBody) -> None:
        """Show a page from its top, in place of the one before it."""
        self._title.setText(title)
        self.area.setAccessibleName(title)
        self._body = body
        self.area.setWidget(body)
        body.show()
        self.area.verticalScrollBar().setValue(0)

    def focus(self, widget: QWidget) -> None:
        """Put the cursor into a widget and bring that into sight, now and once the page is laid out."""
        if self.isVisible():
            widget.setFocus(Qt.FocusReason.OtherFocusReason)
            self._settling.start()

    def follow(self) -> None:
        """Bring what grew and the cursor into sight, now and once the page is laid out."""
        self.bring_into_sight()
        self._settling.start()

    def bring_into_sight(self) -> None:
        """Scroll to what grew, then to the cursor."""
        margin = self._theme.px(16)
        if self._body is not None and self._body.fresh is not None:
            self.area.ensureWidgetVisible(self._body.fresh, 0, margin)
        focused = self.window().focusWidget()
        if focused is not None and self._body is not None and self._body.isAncestorOf(focused):
            self.area.ensureWidgetVisible(self._body.part_around(focused), 0, margin)
            self.area.ensureWidgetVisible(focused, 0, margin)

    def chain(self, after: Sequence[QWidget]) -> None:
        """Let Tab go through the page in its order, then to what stands after it."""
        if self._body is None:
            return
        inside = [
            widget
            for widget in self._body.findChildren(QWidget)
            if widget.focusPolicy() & Qt.FocusPolicy.TabFocus and widget.window() is self.window()
        ]
        for first, second in pairwise((*inside, *after)):
            QWidget.setTabOrder(first, second)
        for widget in inside:
            widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Know whether the cursor is moved by Enter or by Tab."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            self._by_enter = event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}
        return False

    def passes_by(self, focused: QWidget | None) -> bool:
        """Tell whether the cursor goes on from where it came to: with Enter from field to field."""
        body = self._body
        return self._by_enter and body is not None and focused is not None and body.is_aside(focused)

    def _on_settled(self) -> None:
        self.bring_into_sight()
        if self._body is not None:
            self._body.fresh = None

    def _on_laid_out(self) -> None:
        if self._settling.isActive():
            self.bring_into_sight()

    def _lay_out(self) -> None:
        theme = self._theme
        column = QVBoxLayout(self)
        theme.space(column, 0)
        head = make_frame("surface")
        line = QHBoxLayout(head)
        theme.space(line, 16, (24, 16, 24, 0))
        line.addWidget(self._title, 1)
        line.addWidget(self.count)
        head.setFixedHeight(theme.px(48))
        column.addWidget(head)
        self.area.setFrameShape(QFrame.Shape.NoFrame)
        self.area.setWidgetResizable(True)
        self.area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        column.addWidget(self.area, 1)
