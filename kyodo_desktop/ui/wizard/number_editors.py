"""Editors of amounts, numbers and copies."""

from collections.abc import Mapping

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from kyodo_desktop.base.i18n import _
from kyodo_desktop.flows.engine import Answers, Field, as_number, as_text
from kyodo_desktop.japanese.digits import read_whole
from kyodo_desktop.ui.context import UiContext
from kyodo_desktop.ui.widgets.edits import JapaneseLineEdit, YenEdit
from kyodo_desktop.ui.widgets.labels import make_label
from kyodo_desktop.ui.widgets.tick_box import TickBox
from kyodo_desktop.ui.wizard.field_editor import FieldEditor

WIDTH = 160
"""Amounts, numbers and days."""
_COPIES_WIDTH = 56
_MOST_COPIES = 99


class NumberLine(JapaneseLineEdit):
    """A whole number from 0; Up and Down change it by one."""

    def __init__(self, name: str) -> None:
        super().__init__(name)
        self.setAlignment(Qt.AlignmentFlag.AlignRight)

    def put_in_form(self, text: str) -> str:
        """Return the number in half-width digits; anything else stays as typed."""
        value = read_whole(text)
        return text if value is None else str(value)

    def value(self) -> int | None:
        """Return the number; None while empty or no number."""
        return read_whole(self.text())

    def set_value(self, value: int | None) -> None:
        """Show a number."""
        self.setText(as_text(value))
        self.set_problem("")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Count up and down."""
        step = {Qt.Key.Key_Up: 1, Qt.Key.Key_Down: -1}.get(Qt.Key(event.key()))
        if step is None or self.is_composing:
            super().keyPressEvent(event)
        else:
            self.setText(str(min(max((self.value() or 0) + step, 0), _MOST_COPIES)))


class NumberEditor(FieldEditor):
    """A whole number; what cannot be read as one stays as typed."""

    types = True

    def __init__(self, context: UiContext, field: Field) -> None:
        super().__init__(context, field)
        theme = context.theme
        self.edit = self.make_line()
        self.edit.setFixedWidth(theme.px(field.width or WIDTH))
        row = QHBoxLayout(self)
        theme.space(row, 8)
        row.addWidget(self.edit)
        if self.suffix():
            row.addWidget(make_label(self.suffix()))
        self.edit.textChanged.connect(lambda _text: None if self.is_showing else self.edited.emit())
        self.edit.editingFinished.connect(self.left)

    def make_line(self) -> NumberLine | YenEdit:
        """Return the line to type in."""
        return NumberLine(self.field.label)

    def suffix(self) -> str:
        """Return the words behind the line."""
        return self.field.suffix

    def show_answers(self, answers: Mapping[str, object]) -> None:
        """Show the number."""
        answer = answers.get(self.field.name)
        if answer == self.answers()[self.field.name]:
            return
        with self.showing():
            self.edit.set_value(as_number(answer))
            if isinstance(answer, str):
                self.edit.setText(answer)

    def answers(self) -> Answers:
        """Return the number, or the text that is none."""
        value = self.edit.value()
        return {self.field.name: value if value is not None else self.edit.text().strip() or None}

    def set_wrong(self, sentences: Mapping[str, str]) -> None:
        """Mark the line."""
        self.edit.set_problem(sentences.get(self.field.name, ""))

    def focus_widget(self, name: str = "") -> QWidget:
        """Return the line."""
        return self.edit


class YenEditor(NumberEditor):
    """An amount."""

    def make_line(self) -> YenEdit:
        """Return a line that puts commas into an amount."""
        return YenEdit(self.field.label)

    def suffix(self) -> str:
        """Return 円 where the field says nothing else."""
        return self.field.suffix or _("円")


class ComputedEditor(FieldEditor):
    """What the program works out: `extra["value"]`, to read and copy; `extra["left"]` for words."""

    def __init__(self, context: UiContext, field: Field) -> None:
        super().__init__(context, field)
        theme = context.theme
        self.edit = QLineEdit()
        self.edit.setReadOnly(True)
        self.edit.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        left = bool(field.extra.get("left"))
        self.edit.setAlignment(Qt.AlignmentFlag.AlignLeft if left else Qt.AlignmentFlag.AlignRight)
        self.edit.setAccessibleName(field.label)
        self.edit.setFixedWidth(theme.px(field.width or WIDTH))
        row = QHBoxLayout(self)
        theme.space(row, 8)
        row.addWidget(self.edit)
        row.addWidget(make_label(field.suffix))

    def show_answers(self, answers: Mapping[str, object]) -> None:
        """Show the value."""
        self.edit.setText(as_text(self.field.extra.get("value")))

    def answers(self) -> Answers:
        """Return nothing: it is no answer."""
        return {}

    def refresh(self, field: Field, answers: Mapping[str, object]) -> None:
        """Show the new value."""
        super().refresh(field, answers)
        self.show_answers(answers)

    def focus_widget(self, name: str = "") -> QWidget:
        """Return the field."""
        return self.edit


class CopiesEditor(FieldEditor):
    """A paper that is there or not, and in how many copies."""

    types = True

    def __init__(self, context: UiContext, field: Field) -> None:
        super().__init__(context, field)
        theme = context.theme
        self.there = TickBox(theme, _("出ている"))
        self.there.setAccessibleName(_("{paper} 出ている").format(paper=field.label))
        self.copies = NumberLine(_("{paper} 部数").format(paper=field.label))
        self.copies.setFixedWidth(theme.px(_COPIES_WIDTH))
        row = QHBoxLayout(self)
        theme.space(row, 8)
        row.addWidget(self.there)
        row.addSpacing(theme.px(8))
        row.addWidget(self.copies)
        row.addWidget(make_label(_("部")))
        self.there.toggled.connect(self._on_toggled)
        self.copies.textChanged.connect(self._on_typed)
        self.copies.editingFinished.connect(self.left)

    def _on_toggled(self, is_there: bool) -> None:
        if self.is_showing:
            return
        with self.showing():
            self.copies.setText("1" if is_there else "")
        self.edited.emit()
        self.left.emit()

    def _on_typed(self) -> None:
        if not self.is_showing:
            with self.showing():
                self.there.setChecked(bool(self.copies.value()))
            self.edited.emit()

    def show_answers(self, answers: Mapping[str, object]) -> None:
        """Show the copies."""
        answer = answers.get(self.field.name)
        if answer == self.answers()[self.field.name]:
            return
        with self.showing():
            self.there.setChecked(bool(as_number(answer)))
            self.copies.setText(as_text(answer))

    def answers(self) -> Answers:
        """Return how many copies there are, None for none."""
        value = self.copies.value()
        return {self.field.name: value if value is not None else self.copies.text().strip() or None}

    def set_wrong(self, sentences: Mapping[str, str]) -> None:
        """Mark the number."""
        self.copies.set_problem(sentences.get(self.field.name, ""))

    def focus_widget(self, name: str = "") -> QWidget:
        """Return the box to tick."""
        return self.there
