"""A form that stands where its record is read: the fields, and what is typed kept as a draft."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Any

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QHBoxLayout,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from kyodo_desktop.base.errors import InputError, KyodoError
from kyodo_desktop.base.i18n import _
from kyodo_desktop.japanese.wareki import parse_date
from kyodo_desktop.ui.context import UiContext
from kyodo_desktop.ui.theme.theme import Theme
from kyodo_desktop.ui.widgets.buttons import make_button, make_button_row
from kyodo_desktop.ui.widgets.form_rows import FormRows
from kyodo_desktop.ui.widgets.labels import make_label

DRAFT_PAUSE_MS = 1000
"""A draft is kept this long after the last key."""

_LABEL_WIDTH = 72
_WIDE_UP_TO = 130
"""Labels stand above their fields where text is larger than this, in per cent: a card is narrow."""

_AROUND_FORM, _AROUND_FIELD = 24, 64
_ENTER = {Qt.Key.Key_Return, Qt.Key.Key_Enter}


@dataclass(frozen=True, slots=True)
class FormTarget:
    """What a form writes, as its draft is kept: the kind of draft, and the record it belongs to."""

    kind: str
    record_id: int

    def has_draft(self, context: UiContext) -> bool:
        """Tell whether something was typed and not saved."""
        return context.services.drafts.load(self.kind, self.record_id) is not None


class InPlaceForm(QFrame):
    """Fields in one column; 保存 (Ctrl+Enter, Ctrl+S) and やめる (Escape while nothing is changed).

    `done` carries what was done in words, empty where the clerk gave up; the host then takes the form away.
    A kind of form makes its `fields`, connects them to `on_edited`, and says how answers are shown, read and
    written.
    """

    done = Signal(str)

    def __init__(self, context: UiContext, target: FormTarget, title: str) -> None:
        super().__init__()
        self.setProperty("ground", "note")
        self.setAccessibleName(title)
        self.context, self.target = context, target
        self.fields: dict[str, QWidget] = {}
        self._first: dict[str, Any] = {}
        self._pause = QTimer(self, singleShot=True, interval=DRAFT_PAUSE_MS)
        self._pause.timeout.connect(self.keep_draft)
        theme = context.theme
        self.column = QVBoxLayout(self)
        theme.space(self.column, 12, (12, 8, 12, 12))
        self._head = QHBoxLayout()
        theme.space(self._head, 8)
        self._head.addWidget(make_label(title, "head", wrap=True), 1)
        self.column.addLayout(self._head)
        self.rows = FormRows(theme, label_width=_LABEL_WIDTH, narrow=theme.percent > _WIDE_UP_TO)
        self.column.addWidget(self.rows)
        self.give_up_button = make_button(theme, _("やめる"), self.give_up)
        self.save_button = make_button(theme, _("保存"), self.save, kind="primary")
        self.column.addLayout(make_button_row(theme, self.give_up_button, self.save_button))

    # What a kind of form says of its fields

    def fill(self, answers: dict[str, Any]) -> None:
        """Show answers in the fields."""
        raise NotImplementedError

    def answers(self) -> dict[str, Any]:
        """Return what stands in the fields."""
        raise NotImplementedError

    def write(self) -> str:
        """Save what stands in the fields; return in words what was done.

        Raises:
            KyodoError: it cannot be taken.
        """
        raise NotImplementedError

    # What every form does

    def begin(self, first: dict[str, Any]) -> None:
        """Show the record as it is, or the draft of it that was left."""
        self._first = first
        draft = self.context.services.drafts.load(self.target.kind, self.target.record_id)
        self.fill({**first, **(draft or {})})
        self._pause.stop()

    def put(self, label: str, name: str, field: QWidget, *, note: str = "") -> None:
        """Add a field under its label."""
        self.fields[name] = field
        self.rows.add(label, field, width=None, below=True, note=note)

    def add_discard(self, word: str, discard: Callable[[], str]) -> QPushButton:
        """Offer beside the title to throw the record away; `discard` returns what was done in words."""
        button = make_button(
            self.context.theme, word, lambda: self._carry_out(discard), kind="link", icon="trash-2"
        )
        self._head.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
        return button

    def is_changed(self) -> bool:
        """Tell whether there is anything to save."""
        return self.answers() != self._first

    def on_edited(self) -> None:
        """Keep a draft in a while, however long the typing goes on."""
        if not self._pause.isActive():
            self._pause.start()

    def save(self) -> None:
        """Save what is typed; stay if it cannot be taken."""
        self.rows.clear_problems()
        self._carry_out(self.write)

    def give_up(self) -> None:
        """Throw away what is typed."""
        self._drop()
        self.done.emit("")

    def keep_draft(self) -> None:
        """Keep what is typed and not saved; forget a draft that says nothing new."""
        self._pause.stop()
        drafts, target = self.context.services.drafts, self.target
        with self.context.reporting():
            if self.is_changed():
                drafts.save(target.kind, target.record_id, self.answers())
            else:
                drafts.drop(target.kind, target.record_id)

    def focus_first(self) -> None:
        """Put the cursor where typing begins."""
        next(iter(self.fields.values())).setFocus()

    def focused_field(self) -> str:
        """Return the name of the field that has the cursor, empty if none has."""
        there = QApplication.focusWidget()
        inside = (
            name for name, one in self.fields.items() if there is one or one.isAncestorOf(there or self)
        )
        return next(inside, "")

    def event(self, event: QEvent) -> bool:
        """Take Ctrl+S for this form; the page around it may have one of its own."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and _saves(event):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Save with Ctrl+Enter or Ctrl+S; give up with Escape while nothing is changed."""
        if _saves(event):
            self.save()
        elif event.key() == Qt.Key.Key_Escape and not self.is_changed():
            self.give_up()
        else:
            super().keyPressEvent(event)

    def _carry_out(self, act: Callable[[], str]) -> None:
        try:
            words = act()
        except KyodoError as error:
            self.show_problem(error)
            return
        self._drop()
        self.done.emit(words)

    def _drop(self) -> None:
        self._pause.stop()
        with self.context.reporting():
            self.context.services.drafts.drop(self.target.kind, self.target.record_id)

    def show_problem(self, error: KyodoError) -> None:
        """Say beside its field what cannot be taken, else above the page."""
        field = self.fields.get(error.field or "") if isinstance(error, InputError) else None
        if field is None:
            self.context.report(error)
            return
        self.rows.set_problem(field, str(error))
        field.setFocus()


def bring_into_sight(area: QScrollArea, form: InPlaceForm) -> None:
    """Scroll to a form that was put into a pane; where it is higher, to the field with the cursor."""
    area.ensureWidgetVisible(form, 0, form.context.theme.px(_AROUND_FORM))
    there = QApplication.focusWidget()
    if there is not None and form.isAncestorOf(there):
        area.ensureWidgetVisible(there, 0, form.context.theme.px(_AROUND_FIELD))


def spaced(theme: Theme, form: InPlaceForm) -> QWidget:
    """Return a form with room above and below it."""
    holder = QWidget()
    layout = QVBoxLayout(holder)
    theme.space(layout, 0, (0, 4, 0, 12))
    layout.addWidget(form)
    return holder


def day_of(text: str, today: date, field: str) -> date | None:
    """Return the day that was typed into a field, None for nothing.

    Raises:
        InputError: it is no day.
    """
    if not text.strip():
        return None
    try:
        return parse_date(text, today)
    except InputError as error:
        raise InputError(str(error), field) from error


def _saves(event: QKeyEvent) -> bool:
    is_alone = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier == Qt.KeyboardModifier.ControlModifier
    return is_alone and event.key() in {*_ENTER, Qt.Key.Key_S}
