"""The last page of the sheet's wizard: what is filled in, where the sides differ, what is open, its paper."""

from collections.abc import Callable
from functools import partial

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from kyodo_desktop.base.i18n import _
from kyodo_desktop.flows.check_sheet import (
    SHEET_NOTE,
    VIEW,
    box_name,
    differing,
    hidden_boxes,
    marks_in,
    open_boxes,
    seen_marks,
)
from kyodo_desktop.flows.engine import Answers, Flow, Step, as_text
from kyodo_desktop.records.check_sheets import (
    SIDE_LABELS,
    Box,
    CheckItem,
    CheckSheetRecord,
    CheckSheetText,
    CheckStage,
    Marks,
    Moment,
    Side,
)
from kyodo_desktop.ui.context import UiContext
from kyodo_desktop.ui.pages.check_sheets.filled import make_filled
from kyodo_desktop.ui.pages.check_sheets.gap_groups import GapOrder, group_gaps
from kyodo_desktop.ui.pages.check_sheets.gap_table import (
    make_compact_rows,
    make_legend,
    make_order,
    make_wide_rows,
)
from kyodo_desktop.ui.pages.check_sheets.talk_section import TalkSection
from kyodo_desktop.ui.pages.check_sheets.wording import differences
from kyodo_desktop.ui.theme.tokens import Tone
from kyodo_desktop.ui.widgets.buttons import make_button
from kyodo_desktop.ui.widgets.edits import JapaneseTextEdit
from kyodo_desktop.ui.widgets.flow import FlowBar
from kyodo_desktop.ui.widgets.labels import make_label
from kyodo_desktop.ui.widgets.tags import Tag
from kyodo_desktop.ui.wizard.step_body import StepBody

Print = Callable[[Side | None], object]
Find = Callable[[], CheckSheetRecord | None]
_EDGE, _WIDE = 24, 940
_MEASURE, _NOTE_HEIGHT = 720, 78


class SummaryBody(StepBody):
    """`print_side` is asked for the paper of one side, or with None of both; `find` for the sheet as kept."""

    def __init__(self, context: UiContext, flow: Flow, step: Step, print_side: Print, find: Find) -> None:
        super().__init__(context, flow, step)
        self._print_side, self._find = print_side, find
        self.talk = TalkSection(context)
        self.print_buttons: list[QPushButton] = []
        self._inside: QWidget | None = None
        self._is_showing = False
        self._is_wide = True
        self._order = GapOrder.SHEET
        self._outer = QVBoxLayout(self)
        theme = context.theme
        theme.space(self._outer, 0, (_EDGE, 0, _EDGE, 4))
        # Beside room that stretches, a part that is not as wide as the page is as high as its words ask for.
        for part in (self._make_note(), self.talk):
            line = QHBoxLayout()
            theme.space(line, 0)
            line.addWidget(part, 1)
            line.addStretch()
            self._outer.addLayout(line)
        self._outer.addStretch(1)
        self.talk.written.connect(self.rebuilt)

    def show_answers(self) -> None:
        """Show the sheet as it stands now."""
        if self._inside is not None:
            self._outer.removeWidget(self._inside)
            self._inside.hide()
            self._inside.deleteLater()
        theme, text = self.context.theme, self.flow.facts.text
        hidden = hidden_boxes(self.flow.answers, text)
        marks = seen_marks(self.flow.answers, text)
        self._inside = QWidget()
        column = QVBoxLayout(self._inside)
        theme.space(column, 0)
        column.addWidget(self._make_bar(marks))
        if hidden:
            column.addWidget(make_label(_hidden_words(hidden, text), "muted", wrap=True))
        column.addSpacing(theme.px(4))
        groups = group_gaps(text, marks, self._order)
        if self._is_wide:
            rows = make_wide_rows(theme, groups, marks, self._open_item, hidden)
        else:
            open_item = self._open_item
            rows = []
            for one in groups:
                rows += make_compact_rows(theme, one, marks, hidden, open_item)
        for row in rows:
            column.addWidget(row)
        column.addSpacing(theme.px(4))
        column.addWidget(make_legend(theme))
        self._outer.insertWidget(0, self._inside)
        note = as_text(self.flow.answers.get(SHEET_NOTE))
        if note != self.note.text():
            self._is_showing = True
            self.note.setPlainText(note)
            self._is_showing = False
        record = self._find()
        # What was agreed is not told either, as long as nothing of the other side is to be seen.
        is_told = record is not None and len(hidden) < _boxes_of_a_side(text)
        self.talk.setVisible(is_told)
        if record is not None and is_told:
            self.talk.show_sheet(record, text, marks, self.talk.writing)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Let the items' words have lines of their own where there is little room."""
        super().resizeEvent(event)
        is_wide = self.width() >= self.context.theme.px(_WIDE)
        if is_wide is not self._is_wide:
            self._is_wide = is_wide
            self.show_answers()
            self.rebuilt.emit()

    def answers(self) -> Answers:
        """Return the note on the sheet as a whole; what is being written of an item is kept as well."""
        # A page that is left is gone at once: this is the last that is asked of it.
        self.talk.keep()
        return {SHEET_NOTE: self.note.text()}

    def focus_widget(self, name: str = "") -> QWidget | None:
        """Return the note if it is asked for, else the first of the printing buttons."""
        return self.note if name == SHEET_NOTE else self.print_buttons[0]

    def _make_note(self) -> QWidget:
        theme = self.context.theme
        holder = QWidget()
        holder.setMaximumWidth(theme.px(_MEASURE))
        column = QVBoxLayout(holder)
        theme.space(column, 4, (0, 12, 0, 4))
        column.addWidget(make_label(_("シートのメモ"), "head"))
        self.note = JapaneseTextEdit(_("シートのメモ"))
        self.note.setFixedHeight(theme.px(_NOTE_HEIGHT))
        self.note.textChanged.connect(self._on_note_typed)
        column.addWidget(self.note)
        column.addWidget(make_label(_("経過や引き継ぐことなど。紙にはのりません。"), "caption", wrap=True))
        return holder

    def _on_note_typed(self) -> None:
        if not self._is_showing:
            self.edited.emit()

    def _make_bar(self, marks: Marks) -> QWidget:
        theme = self.context.theme
        bar = FlowBar(theme.px(32), theme.px(4))
        bar.setProperty("ground", "surface")
        theme.space(bar.flow, 16)
        text = self.flow.facts.text
        for widget in make_filled(theme, marks_in(self.flow.answers, text), len(text.items)):
            bar.flow.addWidget(widget)
        apart = differences(marks, text)
        both = all(any(box[2] is side for box in marks) for side in Side)
        if apart:
            bar.flow.addWidget(Tag(theme, Tone.DUE, _("ちがい {n}項目").format(n=apart)))
        elif both:
            bar.flow.addWidget(Tag(theme, Tone.DONE, _("ちがいはありません")))
        bar.flow.addWidget(make_order(theme, self._order, self._choose_order))
        view = as_text(self.flow.answers.get(VIEW))
        words: list[tuple[str, Side | None]] = [] if view else [(_("両方を印刷"), None)]
        sides = (Side(view),) if view else tuple(Side)
        words += [(_("{side}を印刷").format(side=_(SIDE_LABELS[side])), side) for side in sides]
        self.print_buttons = [
            make_button(theme, word, partial(self._print_side, side), icon="printer") for word, side in words
        ]
        for button in self.print_buttons:
            bar.flow.addWidget(button)
        return bar

    def _choose_order(self, order: GapOrder) -> None:
        self._order = order
        self.show_answers()
        self.rebuilt.emit()

    def _open_item(self, stage: CheckStage, item: CheckItem) -> None:
        """Go to the first box of an item that is open or differs, else to its first."""
        marks = seen_marks(self.flow.answers, self.flow.facts.text)
        view = as_text(self.flow.answers.get(VIEW))
        first = Side(view) if view else Side.PARTNER
        apart = [(item.key, moment, first) for moment in differing(marks, item.key)]
        opened = [box for box in open_boxes(marks, item.key) if not view or box[2] is first]
        box = next(iter((*apart, *opened, (item.key, Moment.BEFORE, first))))
        self.jump.emit(f"{stage.key}:{box_name(box)}")


def _boxes_of_a_side(text: CheckSheetText) -> int:
    return len(text.items) * len(Moment)


def _hidden_words(hidden: frozenset[Box], text: CheckSheetText) -> str:
    """Return whose marks are seen only when both sides are in."""
    side = _(SIDE_LABELS[next(iter(hidden))[2]])
    if len(hidden) == _boxes_of_a_side(text):
        return _("{side}の記入は、両方がそろうまで見えません。").format(side=side)
    return _("{side}の記入は、段階ごとに、両方がそろうと見えます。").format(side=side)
