"""One step: the handbook's words, and what was found of each of its points."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kyodo_desktop.base.i18n import _
from kyodo_desktop.japanese.digits import Digits, with_digits
from kyodo_desktop.records.guides import (
    NOTE_STATE_LABELS,
    GuideNote,
    GuidePoint,
    GuideRecord,
    GuideStep,
    NoteState,
)
from kyodo_desktop.ui.theme.theme import Theme
from kyodo_desktop.ui.widgets.edits import JapaneseLineEdit
from kyodo_desktop.ui.widgets.flow import FlowBar
from kyodo_desktop.ui.widgets.frames import make_line
from kyodo_desktop.ui.widgets.labels import make_label
from kyodo_desktop.ui.widgets.segments import Segments


class PointRow(QWidget):
    """A point of the handbook, how far it is, and a note; `noted` when either was changed."""

    noted = Signal(object)

    def __init__(self, theme: Theme, step: str, point: GuidePoint, note: GuideNote | None) -> None:
        super().__init__()
        self._step, self._point = step, point
        column = QVBoxLayout(self)
        theme.space(column, 4, (0, 6, 0, 6))
        column.addWidget(make_label(point.heading, "head", wrap=True))
        column.addWidget(make_label(point.text, wrap=True))
        states = [("", _("未記入")), *((key.value, _(label)) for key, label in NOTE_STATE_LABELS.items())]
        self.state = Segments(theme, states, _("{point}の状況").format(point=point.heading))
        self.words = JapaneseLineEdit(_("{point}のメモ").format(point=point.heading))
        self.words.setPlaceholderText(_("メモ"))
        self._kept = ("", "")
        if note is not None:
            self._kept = (note.state.value if note.state is not None else "", note.words)
        self.state.set_value(self._kept[0])
        self.words.setText(self._kept[1])
        self.state.chosen.connect(lambda _key: self.keep())
        self.words.editingFinished.connect(self.keep)
        column.addWidget(self.state)
        column.addWidget(self.words)

    def keep(self) -> None:
        """Tell what stands here if it is new."""
        now = (self.state.value(), self.words.text().strip())
        if now != self._kept:
            self._kept = now
            state = NoteState(now[0]) if now[0] else None
            self.noted.emit(GuideNote(self._step, self._point.key, state, now[1]))


class StepBody(QWidget):
    """Title, sub-title and words of a step, what a caller puts between, its points, and ways on."""

    noted = Signal(object)

    def __init__(
        self,
        theme: Theme,
        step: GuideStep,
        record: GuideRecord | None,
        between: QWidget | None,
        ways: list[QWidget],
    ) -> None:
        super().__init__()
        number = with_digits(str(step.number), Digits.FULL)
        title = _("（{n}）{title}").format(n=number, title=step.title)
        column = QVBoxLayout(self)
        theme.space(column, 8, (24, 12, 24, 16))
        column.addWidget(make_label(title, "title", wrap=True))
        column.addWidget(make_label(step.subtitle, "head", wrap=True))
        column.addWidget(make_label(step.text, wrap=True))
        if ways:
            bar = FlowBar(theme.px(28), theme.px(4))
            for way in ways:
                bar.flow.addWidget(way)
            column.addWidget(bar)
        if between is not None:
            column.addWidget(make_line(faint=True))
            column.addWidget(between)
        if step.heads:
            column.addWidget(make_label(_("・").join(step.heads), "muted", wrap=True))
        self.rows: dict[str, PointRow] = {}
        for point in step.points:
            kept = record.note(step.key, point.key) if record is not None else None
            made = PointRow(theme, step.key, point, kept)
            made.noted.connect(self.noted)
            self.rows[point.key] = made
            column.addWidget(make_line(faint=True))
            column.addWidget(made)
        for words in step.aside:
            column.addWidget(make_label(words, "muted", wrap=True))
        column.addStretch(1)

    def keep(self) -> None:
        """Tell what is typed and not told yet."""
        for row in self.rows.values():
            row.keep()
