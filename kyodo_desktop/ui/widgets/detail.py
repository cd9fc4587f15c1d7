"""The pane at the right of a list: caption, title, rows, sections."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from kyodo_desktop.ui.theme.theme import Theme
from kyodo_desktop.ui.widgets.buttons import make_button
from kyodo_desktop.ui.widgets.copy_text import CopyText
from kyodo_desktop.ui.widgets.flow import FlowBar
from kyodo_desktop.ui.widgets.frames import make_line
from kyodo_desktop.ui.widgets.labels import TextRole, make_label

_LABEL_WIDTH = 72
_EDGE = 24


class DetailPane(QScrollArea):
    """A scrolling column of what there is to read of one record: `clear`, `add` its parts, `finish`."""

    def __init__(self, theme: Theme, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setAccessibleName(name)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setWidget(QWidget())
        self._start()

    @property
    def theme(self) -> Theme:
        """The look its parts are made in."""
        return self._theme

    def clear(self) -> None:
        """Begin anew: what is added from here on is shown by `finish`."""
        self._start()

    def add(self, widget: QWidget) -> None:
        """Add a part below."""
        padded = QHBoxLayout()
        self._theme.space(padded, 0, (_EDGE, 0, _EDGE, 0))
        padded.addWidget(widget)
        self._column.addLayout(padded)

    def add_across(self, widget: QWidget) -> None:
        """Add a part below, from edge to edge."""
        self._column.addWidget(widget)

    def add_space(self, pixels: int) -> None:
        """Leave room."""
        self._column.addSpacing(self._theme.px(pixels))

    def finish(self) -> None:
        """Push everything to the top and show it, from its beginning.

        The parts are shown only when all are there: filled while it is shown, a scroll area squeezes them
        into its height for a moment.
        """
        self._column.addStretch(1)
        before = self.takeWidget()
        if before is not None:
            # Not at once: the button that was pressed may be one of its own.
            before.deleteLater()
        self.setWidget(self._inside)
        self.verticalScrollBar().setValue(0)

    def _start(self) -> None:
        self._inside = QWidget()
        self._column = QVBoxLayout(self._inside)
        self._theme.space(self._column, 0, (0, 12, 0, 24))


def make_caption_row(theme: Theme, caption: str, actions: tuple[QWidget, ...] = ()) -> QWidget:
    """Return the first line of a detail: a caption, and quiet actions at the right."""
    row = QWidget()
    layout = QHBoxLayout(row)
    theme.space(layout, 8)
    layout.addWidget(make_label(caption, "caption", wrap=True), 1)
    for action in actions:
        layout.addWidget(action)
    row.setMinimumHeight(theme.px(28))
    return row


def make_title(theme: Theme, text: str) -> QLabel:
    """Return the title of a detail: 28 px, more lines when it is long; its text can be copied."""
    title = make_label(text, "title", wrap=True)
    title.setMinimumHeight(theme.px(28))
    title.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    return title


def make_flow(theme: Theme, widgets: Sequence[QWidget], spacing: int = 8) -> FlowBar:
    """Return small things side by side, 24 high, in as many rows as they need."""
    bar = FlowBar(theme.px(24), theme.px(4))
    bar.setProperty("ground", "surface")
    theme.space(bar.flow, spacing)
    for widget in widgets:
        bar.flow.addWidget(widget)
    return bar


def make_section(
    theme: Theme,
    title: str,
    count: int | None = None,
    action: QWidget | None = None,
    *,
    mark: QWidget | None = None,
) -> QWidget:
    """Return the head of a section: bold, a muted count, a small mark or one action, a line below."""
    section = QWidget()
    outer = QVBoxLayout(section)
    theme.space(outer, 0, (0, 16, 0, 0))
    head = QHBoxLayout()
    theme.space(head, 8)
    head.addWidget(make_label(title, "head"))
    if count is not None:
        head.addWidget(make_label(str(count), "muted"))
    head.addStretch(1)
    for widget in (mark, action):
        if widget is not None:
            head.addWidget(widget)
    holder = QWidget()
    holder.setLayout(head)
    holder.setMinimumHeight(theme.px(32))
    outer.addWidget(holder)
    outer.addWidget(make_line())
    outer.addSpacing(theme.px(4))
    return section


class FieldRows(QWidget):
    """Rows of a muted label and a value, 24 px each."""

    def __init__(self, theme: Theme, label_width: int = _LABEL_WIDTH) -> None:
        super().__init__()
        self._theme = theme
        self._grid = QGridLayout(self)
        theme.space(self._grid, 0)
        self._grid.setHorizontalSpacing(theme.px(8))
        self._grid.setColumnMinimumWidth(0, theme.px(label_width + 8))
        self._grid.setColumnStretch(1, 1)

    def add_text(self, label: str, text: str, role: TextRole = "body", mark: QWidget | None = None) -> QLabel:
        """Add a row with a text that can be copied, and a small mark at its right end."""
        value = make_label(text, role, wrap=True)
        value.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.add_widget(label, value, mark)
        return value

    def add_unbroken(self, label: str, text: str, mark: QWidget | None = None) -> None:
        """Add a row with a number or an address (電話, メール), which has no spaces to break at."""
        self.add_widget(label, CopyText(self._theme, label, text), mark)

    def add_widget(self, label: str, widget: QWidget, mark: QWidget | None = None) -> None:
        """Add a row with any widget; one that keeps its width stands in a box of its own with a stretch."""
        row = self._grid.rowCount()
        if mark is not None:
            self._grid.addWidget(in_row(self._theme, mark), row, 2, Qt.AlignmentFlag.AlignTop)
        name = make_label(label, "muted")
        name.setMinimumHeight(self._theme.px(24))
        self._grid.addWidget(name, row, 0, Qt.AlignmentFlag.AlignTop)
        if isinstance(widget, QLabel | FlowBar | CopyText | LinkHolder):
            widget.setMinimumHeight(self._theme.px(24))
            self._grid.addWidget(widget, row, 1, 1, 1 if mark is not None else 2)
            return
        box = QHBoxLayout()
        self._theme.space(box, 8)
        box.addWidget(widget)
        box.addStretch(1)
        self._grid.addLayout(box, row, 1, 1, 1 if mark is not None else 2)


def in_row(theme: Theme, mark: QWidget) -> QWidget:
    """Return a small mark in the middle of a row's height."""
    holder = QWidget()
    holder.setFixedHeight(theme.px(24))
    box = QHBoxLayout(holder)
    theme.space(box, 0)
    box.addWidget(mark)
    return holder


def make_link_row(
    theme: Theme,
    text: str,
    on_click: Callable[[], object],
    *,
    before: str = "",
    before_width: int = 24,
    after: str = "",
    below: str = "",
    action: QWidget | None = None,
) -> QWidget:
    """Return a row that leads somewhere: muted word before, link, word or action at the right, line below."""
    row = QWidget()
    line = QHBoxLayout(row)
    theme.space(line, 12)
    if before:
        label = make_label(before, "muted")
        label.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        label.setMinimumSize(theme.px(before_width), theme.px(28))
        line.addWidget(label, 0, Qt.AlignmentFlag.AlignTop)
    middle = QVBoxLayout()
    theme.space(middle, 0)
    first = QHBoxLayout()
    theme.space(first, 12)
    holder = LinkHolder(make_button(theme, text, on_click, kind="link"))
    holder.setFixedHeight(theme.px(28))
    first.addWidget(holder, 1)
    if after:
        first.addWidget(make_label(after, "muted"))
    if action is not None:
        first.addWidget(action)
    middle.addLayout(first)
    if below:
        middle.addWidget(make_label(below, "small", wrap=True))
        middle.addSpacing(theme.px(4))
    line.addLayout(middle, 1)
    return row


def make_text_row(theme: Theme, text: str, *, after: str = "", below: str = "") -> QWidget:
    """Return a row as `make_link_row` makes it, of plain text that leads nowhere."""
    row = QWidget()
    outer = QVBoxLayout(row)
    theme.space(outer, 0, (0, 3, 0, 3))
    line = QHBoxLayout()
    theme.space(line, 12)
    words = make_label(text, wrap=True)
    words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    line.addWidget(words, 1)
    if after:
        line.addWidget(make_label(after, "muted"), 0, Qt.AlignmentFlag.AlignTop)
    outer.addLayout(line)
    if below:
        outer.addWidget(make_label(below, "caption", wrap=True))
    return row


class LinkHolder(QWidget):
    """Lets a link be as wide as its words, and no wider than the room there is (shortened in the middle)."""

    def __init__(self, link: QPushButton) -> None:
        super().__init__()
        self._link = link
        self._words = link.text()
        link.setParent(self)
        link.setAccessibleName(self._words)
        self.setMinimumHeight(link.sizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the link into the new width."""
        metrics = self._link.fontMetrics()
        text = metrics.elidedText(self._words, Qt.TextElideMode.ElideMiddle, self.width() - 6)
        self._link.setText(text)
        self._link.setToolTip("" if text == self._words else self._words)
        height = self._link.sizeHint().height()
        width = min(self.width(), metrics.horizontalAdvance(text) + 6)
        self._link.setGeometry(0, (self.height() - height) // 2, width, height)
