"""Editors of amounts, numbers and days."""

import unicodedata
from collections.abc import Mapping

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from kyodo_desktop.base.i18n import _
from kyodo_desktop.flows.engine import Answers, Field, as_day, as_number, as_text
from kyodo_desktop.ui.context import UiContext
from kyodo_desktop.ui.widgets.edits import JapaneseLineEdit, WarekiEdit, YenEdit
from kyodo_desktop.ui.widgets.flow import FlowBar
from kyodo_desktop.ui.widgets.labels import make_label
from kyodo_desktop.ui.widgets.tick_box import TickBox
from kyodo_desktop.ui.wizard.field_editor import FieldEditor

WIDTH = 160
"""Amounts and days."""
_COPIES_WIDTH = 56
_MOST_COPIES = 99


class YenEditor(FieldEditor):
    """An amount; what cannot be read as one stays as typed."""

    types = True

    def __init__(self, context: UiContext, field: Field) -> None:
        super().__init__(context, field)
        theme = context.theme
        self.edit = YenEdit(field.label)
        self.edit.setFixedWidth(theme.px(field.width or WIDTH))
        row = QHBoxLayout(self)
        theme.space(row, 8)
        row.addWidget(self.edit)
        row.addWidget(make_label(field.suffix or _("円")))
        self.edit.textChanged.connect(lambda _text: None if self.is_showing else self.edited.emit())
        self.edit.editingFinished.connect(self.left)

    def show_answers(self, answers: Mapping[str, object]) -> None:
        """Show the amount."""
        if answers.get(self.field.name) == self.answers()[self.field.name]:
            return
        with self.showing():
            answer = answers.get(self.field.name)
            self.edit.set_value(as_number(answer))
            if isinstance(answer, str):
                self.edit.setText(answer)

    def answers(self) -> Answers:
        """Return the amount, or the text that is none."""
        value = self.edit.value()
        return {self.field.name: value if value is not None else self.edit.text().strip() or None}

    def set_wrong(self, sentences: Mapping[str, str]) -> None:
        """Mark the line."""
        self.edit.set_problem(sentences.get(self.field.name, ""))

    def focus_widget(self, name: str = "") -> QWidget:
        """Return the line."""
        return self.edit


class _NumberLine(JapaneseLineEdit):
    """A whole number from 0; Up and Down change it by one."""

    def put_in_form(self, text: str) -> str:
        """Return the number in half-width digits; anything else stays as typed."""
        value = read_number(text)
        return text if value is None else str(value)

    def value(self) -> int | None:
        """Return the number; None while empty or no number."""
        return read_number(self.text())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Count up and down."""
        step = {Qt.Key.Key_Up: 1, Qt.Key.Key_Down: -1}.get(Qt.Key(event.key()))
        if step is None:
            super().keyPressEvent(event)
        else:
            self.setText(str(min(max((self.value() or 0) + step, 0), _MOST_COPIES)))


def read_number(text: str) -> int | None:
    """Return the whole number a text is, in any width; None if it is none."""
    plain = unicodedata.normalize("NFKC", text).strip()
    return int(plain) if plain.isascii() and plain.isdecimal() else None


class NumberEditor(FieldEditor):
    """A whole number."""

    types = True

    def __init__(self, context: UiContext, field: Field) -> None:
        super().__init__(context, field)
        theme = context.theme
        self.edit = _NumberLine(field.label)
        self.edit.setAlignment(Qt.AlignmentFlag.AlignRight)
        self.edit.setFixedWidth(theme.px(field.width or WIDTH))
        row = QHBoxLayout(self)
        theme.space(row, 8)
        row.addWidget(self.edit)
        if field.suffix:
            row.addWidget(make_label(field.suffix))
        self.edit.textChanged.connect(lambda _text: None if self.is_showing else self.edited.emit())
        self.edit.editingFinished.connect(self.left)

    def show_answers(self, answers: Mapping[str, object]) -> None:
        """Show the number."""
        if answers.get(self.field.name) == self.answers()[self.field.name]:
            return
        with self.showing():
            self.edit.setText(as_text(answers.get(self.field.name)))

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


class DateEditor(FieldEditor):
    """A day in 和暦."""

    types = True

    def __init__(self, context: UiContext, field: Field) -> None:
        super().__init__(context, field)
        self._lines: dict[str, WarekiEdit] = {}
        self.row = QHBoxLayout(self)
        context.theme.space(self.row, 8)
        self.add_days()

    def add_days(self) -> None:
        """Put the line or lines into the row."""
        self.row.addWidget(self.make_day(self.field.name, self.field.label))
        if self.field.suffix:
            self.row.addWidget(make_label(self.field.suffix))

    def make_day(self, name: str, words: str) -> WarekiEdit:
        """Return the line of one day."""
        line = WarekiEdit(words, self.context.clock.today())
        line.setFixedWidth(self.context.theme.px(self.field.width or WIDTH))
        line.textChanged.connect(lambda _text: None if self.is_showing else self.edited.emit())
        line.editingFinished.connect(self.left)
        self._lines[name] = line
        return line

    def show_answers(self, answers: Mapping[str, object]) -> None:
        """Show the days."""
        now = self.answers()
        with self.showing():
            for name, line in self._lines.items():
                answer = answers.get(name)
                if answer != now[name]:
                    day = as_day(answer)
                    line.set_value(day)
                    if day is None:
                        line.setText(as_text(answer))

    def answers(self) -> Answers:
        """Return each day as ISO text, or the text that is none."""
        return {name: _day_answer(line) for name, line in self._lines.items()}

    def set_wrong(self, sentences: Mapping[str, str]) -> None:
        """Mark each line that is wrong."""
        for name, line in self._lines.items():
            line.set_problem(sentences.get(name, ""))

    def focus_widget(self, name: str = "") -> QWidget:
        """Return the line of an answer, the first one else."""
        return self._lines.get(name) or next(iter(self._lines.values()))


class PeriodEditor(DateEditor):
    """Two days, から and まで: the answers are `field.parts`. The second goes below where room is short."""

    grows = True

    def add_days(self) -> None:
        """Put both lines into the row."""
        px = self.context.theme.px
        label, (first, last) = self.field.label, self.field.parts
        days = (
            (first, _("{label}の始まり").format(label=label), _("から")),
            (last, _("{label}の終わり").format(label=label), _("まで")),
        )
        bar = FlowBar(px(32), px(8))
        self.context.theme.space(bar.flow, 8)
        self._wanted = px(8)
        for name, words, after in days:
            pair = QWidget()
            line = QHBoxLayout(pair)
            self.context.theme.space(line, 8)
            line.addWidget(self.make_day(name, words))
            line.addWidget(make_label(after))
            bar.flow.addWidget(pair)
            self._wanted += pair.sizeHint().width()
        self.row.addWidget(bar)

    def wanted_width(self) -> int:
        """Return the width of both days in one line."""
        return self._wanted


def _day_answer(line: WarekiEdit) -> str | None:
    day = line.value()
    return day.isoformat() if day is not None else line.text().strip() or None


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
        self.copies = _NumberLine(_("{paper} 部数").format(paper=field.label))
        self.copies.setAlignment(Qt.AlignmentFlag.AlignRight)
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
