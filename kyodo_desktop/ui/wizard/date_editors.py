"""Editors of days and periods."""

from collections.abc import Mapping

from PySide6.QtWidgets import QHBoxLayout, QWidget

from kyodo_desktop.base.i18n import _
from kyodo_desktop.flows.engine import Answers, Field, as_day, as_text
from kyodo_desktop.ui.context import UiContext
from kyodo_desktop.ui.widgets.edits import WarekiEdit
from kyodo_desktop.ui.widgets.flow import FlowBar
from kyodo_desktop.ui.widgets.labels import make_label
from kyodo_desktop.ui.wizard.field_editor import FieldEditor
from kyodo_desktop.ui.wizard.number_editors import WIDTH


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
