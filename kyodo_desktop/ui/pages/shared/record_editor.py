"""Editing a record in place of its detail; 保存 and やめる are there only while something is changed."""

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCheckBox, QComboBox, QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from kyodo_desktop.base.errors import InputError
from kyodo_desktop.base.i18n import _
from kyodo_desktop.ui.pages.shared.answers import NEW, Answers
from kyodo_desktop.ui.theme.theme import Theme
from kyodo_desktop.ui.widgets.buttons import make_button
from kyodo_desktop.ui.widgets.edits import move_on
from kyodo_desktop.ui.widgets.frames import make_frame, make_line
from kyodo_desktop.ui.widgets.labels import make_label
from kyodo_desktop.ui.widgets.segments import Segments

_NO_BUTTONS = (QComboBox, QCheckBox, Segments)

DRAFT_PAUSE_MS = 1000
"""A draft is kept this long after the first key that it lacks."""


class RecordEditor(QFrame):
    """A scrolling column of fields, and the two buttons below it.

    A page adds its fields to `column`, connects them to `on_edited`, and says how answers are shown and read.
    `draft_due` comes a second after a key, `saved` and `given_up` from the clerk.
    """

    draft_due = Signal()
    saved = Signal()
    given_up = Signal()

    def __init__(self, theme: Theme, name: str) -> None:
        super().__init__()
        self.setProperty("ground", "surface")
        self.theme = theme
        self.record_id = NEW
        self._first: Answers = {}
        self._pause = QTimer(self, singleShot=True, interval=DRAFT_PAUSE_MS)
        self._pause.timeout.connect(self.draft_due)
        inside = QWidget()
        self.column = QVBoxLayout(inside)
        theme.space(self.column, 12, (24, 12, 24, 24))
        self.caption = make_label("", "caption")
        self.caption.setMinimumHeight(theme.px(28))
        self.column.addWidget(self.caption)
        self.area = QScrollArea()
        self.area.setAccessibleName(name)
        self.area.setFrameShape(QFrame.Shape.NoFrame)
        self.area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.area.setWidgetResizable(True)
        # Large text leaves little height; the page then scrolls here instead of being pressed together.
        self.area.setMinimumHeight(1)
        self.area.setWidget(inside)
        self._outer = QVBoxLayout(self)
        theme.space(self._outer, 0)
        self._outer.addWidget(self.area, 1)
        self._outer.addWidget(self._make_bar())

    # What a page says of its fields

    def fill(self, answers: Answers) -> None:
        """Show answers in the fields."""
        raise NotImplementedError

    def answers(self) -> Answers:
        """Return what stands in the fields."""
        raise NotImplementedError

    def show_problem(self, error: InputError) -> None:
        """Say beside its field what cannot be taken."""
        raise NotImplementedError

    def begin(self) -> None:
        """Put the cursor where editing begins."""
        raise NotImplementedError

    # What every editor does

    def show_answers(self, record_id: int, answers: Answers, first: Answers) -> None:
        """Show `answers` (a draft taken up again, or the record itself); `first` is the record unchanged."""
        self.record_id, self._first = record_id, first
        self.fill(answers)
        self._pause.stop()
        self.area.verticalScrollBar().setValue(0)
        self._refresh()

    def is_changed(self) -> bool:
        """Tell whether there is anything to save."""
        return self.answers() != self._first

    def on_edited(self) -> None:
        """Offer to save, and keep a draft in a while."""
        self._refresh()
        # Not begun anew by each key: who types without a pause loses no more than a second either.
        if not self._pause.isActive():
            self._pause.start()

    def add_above(self, widget: QWidget) -> None:
        """Add something above the column that does not scroll with it."""
        self._outer.insertWidget(0, widget)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Give up with Escape while nothing is changed; go on with Enter from what takes it for nothing."""
        focused = self.focusWidget()
        if event.key() == Qt.Key.Key_Escape and not self.is_changed():
            self.given_up.emit()
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and isinstance(focused, _NO_BUTTONS):
            move_on(focused, back=bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier))
        else:
            super().keyPressEvent(event)

    def _make_bar(self) -> QWidget:
        self._bar = make_frame("surface")
        column = QVBoxLayout(self._bar)
        self.theme.space(column, 0)
        column.addWidget(make_line())
        row = QHBoxLayout()
        self.theme.space(row, 8, (24, 8, 24, 8))
        row.addStretch(1)
        self.give_up_button = make_button(self.theme, _("やめる"), self.given_up.emit)
        self.save_button = make_button(self.theme, _("保存"), self.saved.emit, kind="primary")
        row.addWidget(self.give_up_button)
        row.addWidget(self.save_button)
        column.addLayout(row)
        return self._bar

    def _refresh(self) -> None:
        self._bar.setVisible(self.record_id == NEW or self.is_changed())
