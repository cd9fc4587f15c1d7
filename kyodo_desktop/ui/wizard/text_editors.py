"""Editors of words and of choices."""

from collections.abc import Mapping

from PySide6.QtCore import Signal
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from kyodo_desktop.base.errors import InputError
from kyodo_desktop.flows.engine import Answers, Field, as_text
from kyodo_desktop.japanese.mail import normalise_mail
from kyodo_desktop.japanese.phone import normalise_phone
from kyodo_desktop.ui.context import UiContext
from kyodo_desktop.ui.widgets.choice import Choice
from kyodo_desktop.ui.widgets.edits import JapaneseLineEdit, JapaneseTextEdit, KanaEdit
from kyodo_desktop.ui.widgets.labels import make_label
from kyodo_desktop.ui.widgets.segments import Segments
from kyodo_desktop.ui.widgets.tick_box import TickBox
from kyodo_desktop.ui.widgets.wrong import mark_wrong
from kyodo_desktop.ui.wizard.field_editor import FieldEditor

WIDTH = 360
_WIDE = 560
_LINE = 22


class _PhoneLine(JapaneseLineEdit):
    """Puts a telephone number in form; one that cannot be read stays as typed (an extension, a remark)."""

    def put_in_form(self, text: str) -> str:
        try:
            return normalise_phone(text)
        except InputError:
            return text


class _MailLine(JapaneseLineEdit):
    """Puts a mail address in form; one that cannot be read stays as typed."""

    def put_in_form(self, text: str) -> str:
        try:
            return normalise_mail(text)
        except InputError:
            return text


class LinesEdit(JapaneseTextEdit):
    """Several lines to type in; tells when they are left."""

    left = Signal()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Take what is being composed, then tell."""
        super().focusOutEvent(event)
        self.left.emit()


class TextEditor(FieldEditor):
    """One line of text."""

    types = True

    def __init__(self, context: UiContext, field: Field) -> None:
        super().__init__(context, field)
        theme = context.theme
        self.edit = self.make_line()
        self.edit.setFixedWidth(theme.px(field.width or WIDTH))
        row = QHBoxLayout(self)
        theme.space(row, 8)
        row.addWidget(self.edit)
        if field.suffix:
            row.addWidget(make_label(field.suffix))
        self.edit.textChanged.connect(self.on_typed)
        self.edit.editingFinished.connect(self.left)

    def make_line(self) -> JapaneseLineEdit:
        """Return the line to type in."""
        return JapaneseLineEdit(self.field.label)

    def on_typed(self) -> None:
        """Tell of a change by a person."""
        if not self.is_showing:
            self.edited.emit()

    def show_answers(self, answers: Mapping[str, object]) -> None:
        """Show the text."""
        with self.showing():
            text = as_text(answers.get(self.field.name))
            if text != self.edit.text():
                self.edit.setText(text)

    def answers(self) -> Answers:
        """Return the text as typed."""
        return {self.field.name: self.edit.text()}

    def set_wrong(self, sentences: Mapping[str, str]) -> None:
        """Mark the line."""
        self.edit.set_problem(sentences.get(self.field.name, ""))

    def focus_widget(self, name: str = "") -> QWidget:
        """Return the line."""
        return self.edit


class KanaEditor(TextEditor):
    """フリガナ."""

    def make_line(self) -> JapaneseLineEdit:
        """Return a line that makes katakana of what is typed."""
        return KanaEdit(self.field.label)


class PhoneEditor(TextEditor):
    """A telephone number."""

    def make_line(self) -> JapaneseLineEdit:
        """Return a line that parts a number as its area code asks."""
        return _PhoneLine(self.field.label)


class MailEditor(TextEditor):
    """A mail address."""

    def make_line(self) -> JapaneseLineEdit:
        """Return a line that makes an address half-width."""
        return _MailLine(self.field.label)


class MultilineEditor(FieldEditor):
    """Several lines; `field.lines` high, or one wrapping paragraph when `extra["paragraph"]` is set."""

    types = True
    grows = True

    def __init__(self, context: UiContext, field: Field) -> None:
        super().__init__(context, field)
        theme = context.theme
        self.edit = LinesEdit(field.label, one_paragraph=bool(field.extra.get("paragraph")))
        self.edit.setFixedHeight(theme.px(_LINE * (field.lines or 4) + 12))
        self.edit.setMinimumWidth(theme.px(160))
        self.edit.setMaximumWidth(self.wanted_width())
        column = QVBoxLayout(self)
        theme.space(column, 0)
        column.addWidget(self.edit)
        self.edit.textChanged.connect(self._on_typed)
        self.edit.left.connect(self.left)

    def wanted_width(self) -> int:
        """Return the width that the field names."""
        return self.context.theme.px(self.field.width or _WIDE)

    def _on_typed(self) -> None:
        if not self.is_showing:
            self.edited.emit()

    def show_answers(self, answers: Mapping[str, object]) -> None:
        """Show the text."""
        with self.showing():
            text = as_text(answers.get(self.field.name))
            if text != self.edit.text():
                self.edit.setPlainText(text)

    def answers(self) -> Answers:
        """Return the text as typed."""
        return {self.field.name: self.edit.text()}

    def set_wrong(self, sentences: Mapping[str, str]) -> None:
        """Mark the field."""
        mark_wrong(self.edit, sentences.get(self.field.name, ""))

    def focus_widget(self, name: str = "") -> QWidget:
        """Return the field."""
        return self.edit


class ChoiceEditor(FieldEditor):
    """One of many, in a drop-down."""

    def __init__(self, context: UiContext, field: Field) -> None:
        super().__init__(context, field)
        theme = context.theme
        self.choice = Choice(theme, field.label, [(o.key, o.label) for o in field.options])
        self.choice.setFixedWidth(theme.px(field.width or 200))
        row = QHBoxLayout(self)
        theme.space(row, 0)
        row.addWidget(self.choice)
        self.choice.chosen.connect(lambda _key: self.edited.emit())

    def show_answers(self, answers: Mapping[str, object]) -> None:
        """Show what is chosen."""
        self.choice.set_value(as_text(answers.get(self.field.name)))

    def answers(self) -> Answers:
        """Return the key that is chosen."""
        return {self.field.name: self.choice.value()}

    def focus_widget(self, name: str = "") -> QWidget:
        """Return the drop-down."""
        return self.choice


class SegmentsEditor(FieldEditor):
    """One of few, side by side."""

    def __init__(self, context: UiContext, field: Field) -> None:
        super().__init__(context, field)
        theme = context.theme
        self.segments = Segments(theme, [(o.key, o.label) for o in field.options], field.label)
        row = QHBoxLayout(self)
        theme.space(row, 0, (0, 2, 0, 2))
        row.addWidget(self.segments)
        self.segments.chosen.connect(lambda _key: self.edited.emit())

    def show_answers(self, answers: Mapping[str, object]) -> None:
        """Show what is chosen."""
        self.segments.set_value(as_text(answers.get(self.field.name)))

    def answers(self) -> Answers:
        """Return the key that is chosen, empty if none is."""
        return {self.field.name: self.segments.value()}

    def focus_widget(self, name: str = "") -> QWidget:
        """Return the segments."""
        return self.segments


class CheckEditor(FieldEditor):
    """A box to tick, its words from `extra["words"]`."""

    def __init__(self, context: UiContext, field: Field) -> None:
        super().__init__(context, field)
        self.box = TickBox(context.theme, str(field.extra.get("words", "")))
        self.box.setAccessibleName(field.label)
        row = QHBoxLayout(self)
        context.theme.space(row, 0)
        row.addWidget(self.box)
        self.box.toggled.connect(self._on_toggled)

    def _on_toggled(self) -> None:
        if not self.is_showing:
            self.edited.emit()

    def show_answers(self, answers: Mapping[str, object]) -> None:
        """Show the tick."""
        with self.showing():
            self.box.setChecked(bool(answers.get(self.field.name)))

    def answers(self) -> Answers:
        """Return whether it is ticked."""
        return {self.field.name: self.box.isChecked()}

    def focus_widget(self, name: str = "") -> QWidget:
        """Return the box."""
        return self.box
