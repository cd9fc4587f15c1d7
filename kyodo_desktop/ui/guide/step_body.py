"""One step: the handbook's words, and what was found of each of its points."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from kyodo_desktop.base.i18n import _
from kyodo_desktop.japanese.digits import Digits, with_digits
from kyodo_desktop.japanese.wareki import format_date
from kyodo_desktop.records.guides import NOTE_STATE_LABELS, GuideNote, GuidePoint, GuideStep, NoteState
from kyodo_desktop.ui.theme.theme import Theme
from kyodo_desktop.ui.widgets.edits import JapaneseTextEdit
from kyodo_desktop.ui.widgets.flow import FlowBar
from kyodo_desktop.ui.widgets.frames import make_line
from kyodo_desktop.ui.widgets.in_place_form import DRAFT_PAUSE_MS
from kyodo_desktop.ui.widgets.labels import make_label
from kyodo_desktop.ui.widgets.segments import Segments

Take = Callable[[GuideNote], bool]
"""Keeps a note and tells whether it could be taken."""
_MEMO_HEIGHT = 54
"""Two lines."""


@dataclass(frozen=True, slots=True)
class PointLine:
    """A point of a step with what was noted of it; `former` when the words of the year do not have it."""

    step: str
    point: GuidePoint
    note: GuideNote | None = None
    former: bool = False


class PointRow(QWidget):
    """A point of the handbook, how far it is, and a note; `take` keeps both when either was changed.

    What is typed is kept a second after the last key. What cannot be taken stays as it is typed.
    """

    def __init__(self, theme: Theme, line: PointLine, shown_above: str, take: Take) -> None:
        super().__init__()
        self._take = take
        self._line, self.step, self.point = line, line.step, line.point.key
        point = line.point
        column = QVBoxLayout(self)
        theme.space(column, 4, (0, 6, 0, 6))
        column.addWidget(make_label(_heading(line), "head", wrap=True))
        if point.text and point.text not in shown_above:
            column.addWidget(make_label(point.text, wrap=True))
        states = [("", _("未記入")), *((key.value, _(label)) for key, label in NOTE_STATE_LABELS.items())]
        self.state = Segments(theme, states, _("{point}の状況").format(point=point.heading))
        self.words = JapaneseTextEdit(_("{point}のメモ").format(point=point.heading), one_paragraph=True)
        self.words.setPlaceholderText(_("メモ"))
        self.words.setFixedHeight(theme.px(_MEMO_HEIGHT))
        self.told = make_label("", "muted")
        self._kept = ("", "")
        if line.note is not None:
            self._kept = (line.note.state.value if line.note.state is not None else "", line.note.words)
        self.state.set_value(self._kept[0])
        self.words.setPlainText(self._kept[1])
        self._pause = QTimer(self, singleShot=True, interval=DRAFT_PAUSE_MS)
        self._pause.timeout.connect(self.keep)
        self.state.chosen.connect(lambda _key: self.keep())
        self.words.textChanged.connect(self._pause.start)
        row = QHBoxLayout()
        theme.space(row, 12)
        row.addWidget(self.state)
        row.addWidget(self.told, 1)
        column.addLayout(row)
        column.addWidget(self.words)
        self.show_note(line.note)

    def keep(self) -> bool:
        """Keep what stands here if it is new, and tell whether it could be taken."""
        self._pause.stop()
        now = (self.state.value(), self.words.text().strip())
        if now == self._kept:
            return True
        state = NoteState(now[0]) if now[0] else None
        if not self._take(GuideNote(self._line.step, self._line.point.key, state, now[1])):
            return False
        self._kept = now
        return True

    def show_note(self, note: GuideNote | None) -> None:
        """Say when it was noted, and by whom."""
        parts = (format_date(note.noted_on) if note.noted_on else "", note.by) if note is not None else ()
        self.told.setText("　".join(part for part in parts if part))


class StepBody(QWidget):
    """Title, sub-title and words of a step, what a caller puts between, its points, and ways on."""

    def __init__(
        self,
        theme: Theme,
        step: GuideStep,
        lines: Sequence[PointLine],
        take: Take,
        between: Sequence[QWidget],
        ways: Sequence[QWidget],
        *,
        lead: str = "",
    ) -> None:
        super().__init__()
        number = with_digits(str(step.number), Digits.FULL)
        title = _("（{n}）{title}").format(n=number, title=step.title)
        column = QVBoxLayout(self)
        theme.space(column, 8, (24, 12, 24, 16))
        if lead:
            column.addWidget(make_label(lead, "muted", wrap=True))
        column.addWidget(make_label(title, "title", wrap=True))
        column.addWidget(make_label(step.subtitle, "head", wrap=True))
        column.addWidget(make_label(step.text, wrap=True))
        if ways:
            bar = FlowBar(theme.px(28), theme.px(4))
            theme.space(bar.flow, 16)
            for way in ways:
                bar.flow.addWidget(way)
            column.addWidget(bar)
        for widget in between:
            column.addWidget(make_line(faint=True))
            column.addWidget(widget)
        if step.heads:
            column.addWidget(make_label(_("・").join(step.heads), "muted", wrap=True))
        self.rows: dict[str, PointRow] = {}
        for line in lines:
            made = PointRow(theme, line, step.text, take)
            self.rows[line.point.key] = made
            column.addWidget(make_line(faint=True))
            column.addWidget(made)
        for words in step.aside:
            column.addWidget(make_label(words, "muted", wrap=True))
        column.addStretch(1)

    def keep(self) -> bool:
        """Keep what is typed and not kept yet, and tell whether all of it could be taken."""
        kept = [row.keep() for row in self.rows.values()]
        return all(kept)


def _heading(line: PointLine) -> str:
    if line.former:
        return _("以前の項目: {heading}").format(heading=line.point.heading)
    if line.point.drawn:
        return _("{heading}（本文から・仮）").format(heading=line.point.heading)
    return line.point.heading
