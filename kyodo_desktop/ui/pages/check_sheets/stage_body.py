"""A stage's page in the wizard: whose boxes are shown, POINT!, the table, the note of the box at hand."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QVBoxLayout, QWidget

from kyodo_desktop.base.i18n import _
from kyodo_desktop.flows.check_sheet import NOTE, VIEW, box_name, boxes, marks_in
from kyodo_desktop.flows.engine import Answers, Flow, Step, as_text
from kyodo_desktop.records.check_sheets import SIDE_LABELS, Box, CheckPoint, Side
from kyodo_desktop.ui.context import UiContext
from kyodo_desktop.ui.pages.check_sheets.mark_table import MarkTable
from kyodo_desktop.ui.theme.theme import Theme
from kyodo_desktop.ui.widgets.edits import JapaneseTextEdit
from kyodo_desktop.ui.widgets.flow import FlowBar
from kyodo_desktop.ui.widgets.labels import make_label
from kyodo_desktop.ui.widgets.mark_box import KEYS, NOTE_KEY
from kyodo_desktop.ui.widgets.marks import MarkSign, mark_word, place_word
from kyodo_desktop.ui.widgets.segments import Segments
from kyodo_desktop.ui.wizard.step_body import StepBody

_EDGE = 24
_NOTE_HEIGHT = 78
_NARROW = 720


class NoteEdit(JapaneseTextEdit):
    """The note's text; Escape goes back to the box it belongs to."""

    given_back = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go back with Escape, unless an input method is composing."""
        if event.key() == Qt.Key.Key_Escape and not self.is_composing:
            self.given_back.emit()
        else:
            super().keyPressEvent(event)


class StageBody(StepBody):
    """The boxes of both sides, or of the one that is being filled in."""

    def __init__(self, context: UiContext, flow: Flow, step: Step) -> None:
        super().__init__(context, flow, step)
        theme = context.theme
        self.stage = next(stage for stage in flow.facts.text.stages if stage.key == step.key)
        self._notes: dict[Box, str] = {}
        self._is_showing = False
        outer = QVBoxLayout(self)
        theme.space(outer, 0, (_EDGE, 4, _EDGE, 16))
        outer.addWidget(self._make_bar(theme))
        outer.addSpacing(theme.px(8))
        outer.addWidget(_Points(theme, self.stage.points))
        outer.addSpacing(theme.px(4))
        self.table = MarkTable(theme, self.stage)
        outer.addWidget(self.table)
        outer.addSpacing(theme.px(8))
        outer.addWidget(self._make_note(theme))
        outer.addStretch(1)
        self.view.chosen.connect(self._on_view_chosen)
        self.table.edited.connect(self.edited)
        self.table.entered.connect(self._show_note)
        self.table.note_wanted.connect(self.note.setFocus)
        self.note.textChanged.connect(self._on_note_typed)
        self.note.given_back.connect(self.table.focus_current)

    def show_answers(self) -> None:
        """Show marks and notes."""
        answers = self.flow.answers
        self.view.set_value(as_text(answers.get(VIEW)))
        self._notes = {box: as_text(answers.get(NOTE + box_name(box))) for box in boxes(self.stage)}
        self.table.show_marks(marks_in(answers, self.flow.facts.text))
        self.table.show_notes(self._notes)
        self.table.show_sides(self._sides())
        self._show_note()

    def answers(self) -> Answers:
        """Return the stage's marks and notes, those of a hidden side as well."""
        answers: Answers = {VIEW: self.view.value()}
        for box, widget in self.table.boxes.items():
            answers[box_name(box)] = "" if widget.value is None else widget.value.value
            answers[NOTE + box_name(box)] = self._notes.get(box, "")
        return answers

    def focus_widget(self, name: str = "") -> QWidget:
        """Return the box of an answer, or the first that is open."""
        for box, widget in self.table.boxes.items():
            if name in (box_name(box), NOTE + box_name(box)):
                if box[2] not in self._sides():
                    self._show_view("")
                return widget
        return self.table.boxes[self.table.first_open()]

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the table into the new width."""
        super().resizeEvent(event)
        self.table.fit(self.width() - 2 * self.context.theme.px(_EDGE))

    def _make_bar(self, theme: Theme) -> QWidget:
        """Return whose boxes are shown, and beside it the marks with their keys."""
        choices = [("", _("両方"))]
        choices += [(side.value, _("{side}だけ").format(side=_(SIDE_LABELS[side]))) for side in Side]
        self.view = Segments(theme, choices, _("記入する側"))
        bar = FlowBar(theme.px(28), theme.px(4))
        bar.setProperty("ground", "surface")
        theme.space(bar.flow, 16)
        bar.flow.addWidget(self.view)
        for key, value in KEYS.items():
            bar.flow.addWidget(_beside(theme, key, mark_word(value), MarkSign(theme, value)))
        bar.flow.addWidget(_beside(theme, NOTE_KEY, _("メモ")))
        return bar

    def _make_note(self, theme: Theme) -> QWidget:
        holder = QWidget()
        column = QVBoxLayout(holder)
        theme.space(column, 4)
        head = QHBoxLayout()
        theme.space(head, 8)
        head.addWidget(make_label(_("メモ"), "head"))
        self._note_place = make_label("", "muted", wrap=True)
        head.addWidget(self._note_place, 1)
        column.addLayout(head)
        self.note = NoteEdit(_("メモ"))
        self.note.setFixedHeight(theme.px(_NOTE_HEIGHT))
        column.addWidget(self.note)
        return holder

    def _sides(self) -> tuple[Side, ...]:
        chosen = self.view.value()
        return (Side(chosen),) if chosen else tuple(Side)

    def _show_view(self, view: str) -> None:
        self.view.set_value(view)
        self._on_view_chosen(view)

    def _on_view_chosen(self, _view: str) -> None:
        self.table.show_sides(self._sides())
        self._show_note()
        self.edited.emit()
        self.rebuilt.emit()

    def _show_note(self) -> None:
        item, moment, side = self.table.current
        number = next(one.number for one in self.stage.items if one.key == item)
        place = f"{self.stage.numeral}－{number} {place_word(moment, side)}"
        self._note_place.setText(place)
        self.note.setAccessibleName(_("{place} のメモ").format(place=place))
        note = self._notes.get(self.table.current, "")
        if note != self.note.text():
            self._is_showing = True
            self.note.setPlainText(note)
            self._is_showing = False

    def _on_note_typed(self) -> None:
        if not self._is_showing and self.note.text() != self._notes.get(self.table.current, ""):
            self._notes[self.table.current] = self.note.text()
            self.table.show_notes(self._notes)
            self.edited.emit()


class _Points(QFrame):
    """The POINT! box: its points side by side, the word before them or, with little room, above."""

    def __init__(self, theme: Theme, points: tuple[CheckPoint, ...]) -> None:
        super().__init__()
        self._theme = theme
        self.setProperty("ground", "note")
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        theme.space(self._row, 24, (16, 8, 16, 8))
        self._row.addWidget(make_label(_("ＰＯＩＮＴ！"), "head"), 0, Qt.AlignmentFlag.AlignTop)
        beside = QHBoxLayout()
        theme.space(beside, 24)
        for point in points:
            column = QVBoxLayout()
            theme.space(column, 2)
            for label in (
                make_label(f"■{point.heading}", "head", wrap=True),
                make_label(point.text.strip(), wrap=True),
            ):
                label.setMinimumWidth(theme.px(120))
                column.addWidget(label)
            column.addStretch(1)
            beside.addLayout(column, 1)
        self._row.addLayout(beside, 1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Place the word."""
        super().resizeEvent(event)
        narrow = self.width() < self._theme.px(_NARROW)
        ways = QBoxLayout.Direction
        self._row.setDirection(ways.TopToBottom if narrow else ways.LeftToRight)
        self._row.setSpacing(self._theme.px(2 if narrow else 24))


def _beside(theme: Theme, key: str, word: str, sign: QWidget | None = None) -> QWidget:
    """Return a key, the mark it makes and the mark's word."""
    holder = QWidget()
    row = QHBoxLayout(holder)
    theme.space(row, 6)
    row.addWidget(make_label(key, "caption"))
    if sign is not None:
        row.addWidget(sign)
    row.addWidget(make_label(word, "caption"))
    return holder
