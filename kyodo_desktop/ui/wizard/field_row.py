"""One row of a step: label, editor, and beside them what is wrong, right or worth knowing."""

from collections.abc import Sequence
from enum import Enum

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from kyodo_desktop.base.i18n import _
from kyodo_desktop.flows.engine import Field, Flow, as_text
from kyodo_desktop.records.proposals import Problem, Weight
from kyodo_desktop.ui.theme.theme import Theme
from kyodo_desktop.ui.theme.tokens import Tone
from kyodo_desktop.ui.widgets.buttons import make_button
from kyodo_desktop.ui.widgets.labels import make_label
from kyodo_desktop.ui.widgets.tags import NoteBox, SignMark
from kyodo_desktop.ui.wizard.field_editor import FieldEditor
from kyodo_desktop.ui.wizard.text_editors import LinesEdit

LABEL = 136
_GAP = 16
_EDITOR = 216
"""Short fields are as wide as this, so that the words beside them stand under each other."""
_WORDS = 240
_BOX = 560


class RowMode(Enum):
    """Where a row's parts stand: all in one line, the words below the field, all below each other."""

    WIDE = "wide"
    BELOW = "below"
    NARROW = "narrow"


class FieldRow(QWidget):
    """Takes its words with `show_words` and its room with `fit`.

    `edited` and `left` tell of the reason that is written in it, `confirmed` that the one there is stands for
    its problems as well, `opened` that there is a reason to write in.
    """

    edited = Signal()
    left = Signal()
    confirmed = Signal(object)
    opened = Signal()

    def __init__(self, theme: Theme, flow: Flow, field: Field, editor: FieldEditor) -> None:
        super().__init__()
        self._theme, self._flow = theme, flow
        self.field, self.editor = field, editor
        self.reason: LinesEdit | None = None
        self._mode: RowMode | None = None
        self._said: tuple[object, ...] = ()
        self._parts: list[QWidget] = []
        # Its parts belong to the row before they have a place in it: shown without a parent, a widget is a
        # window of its own.
        self._label = make_label(field.label, "muted", wrap=True)
        self._label.setParent(self)
        self._label.setMinimumHeight(theme.px(28 if editor.fills_row else 32))
        self._label.setBuddy(editor.focus_widget())
        self._line = QWidget(self)
        line = QHBoxLayout(self._line)
        theme.space(line, 0)
        takes_room = editor.fills_row or editor.grows
        line.addWidget(editor, 1 if takes_room else 0)
        if not takes_room:
            line.addStretch(1)
        # Tab goes in the order in which the parts were made.
        self._words = QWidget(self)
        self._words_column = QVBoxLayout(self._words)
        theme.space(self._words_column, 4)
        self._grid = QGridLayout(self)
        theme.space(self._grid, 0)

    def fit(self, room: int) -> None:
        """Place the parts for a width."""
        px = self._theme.px
        wanted = max(self.editor.wanted_width(), px(_EDITOR))
        beside = room - px(LABEL + _GAP)
        if beside < min(wanted, px(360)):
            mode = RowMode.NARROW
        elif self.editor.fills_row or beside - wanted - px(_GAP) < px(_WORDS):
            mode = RowMode.BELOW
        else:
            mode = RowMode.WIDE
        if mode is not self._mode:
            self._mode = mode
            self._place(mode, wanted)

    def show_words(self, field: Field, problems: Sequence[Problem]) -> bool:
        """Say what is wrong with the row; what is good or worth knowing when nothing is.

        Returns:
            Whether it says something else now.
        """
        self.field = field
        reason = as_text(self._flow.answers.get(self._flow.reason)).strip()
        red = tuple(self._is_red(problem) for problem in problems)
        said = (tuple(problems), red, field.hint, field.good, reason)
        self.editor.set_wrong({name: p.text for p in problems for name in (p.field,) if self._is_red(p)})
        if said == self._said:
            return False
        is_typing = self.reason is not None and self.window().focusWidget() is self.reason
        if is_typing and problems:
            return False
        self._said = said
        self._fill(field, problems)
        return True

    def _is_red(self, problem: Problem) -> bool:
        return not self._flow.is_light(problem)

    def is_aside(self, widget: QWidget) -> bool:
        """Tell whether a widget belongs to what is said beside the field."""
        return self._words.isAncestorOf(widget)

    def spoken(self) -> str:
        """Return everything said beside the field."""
        labels = [label for part in self._parts for label in (part, *part.findChildren(QLabel))]
        return "\n".join(label.text() for label in labels if isinstance(label, QLabel) and label.text())

    def _fill(self, field: Field, problems: Sequence[Problem]) -> None:
        self.reason = None
        for part in self._parts:
            self._words_column.removeWidget(part)
            part.hide()
            part.deleteLater()
        self._parts = [self._say(problem) for problem in problems]
        if not problems and field.good:
            self._parts = [self._sign_line(Tone.DONE, field.good)]
        elif not problems and field.hint and not self.editor.shows_hint:
            hint = make_label(field.hint, "muted", wrap=True)
            hint.setMinimumHeight(self._theme.px(32))
            self._parts = [hint]
        for part in self._parts:
            self._words_column.addWidget(part)
        self._words.setVisible(bool(self._parts))

    def _say(self, problem: Problem) -> QWidget:
        if problem.weight is Weight.NOTICE:
            return self._sign_line(Tone.DUE, problem.text)
        if problem.weight is Weight.STOPS or not self._flow.reason:
            return self._sign_line(Tone.ERROR, problem.text)
        return self._reason_box(problem)

    def _reason_box(self, problem: Problem) -> QWidget:
        reason = as_text(self._flow.answers.get(self._flow.reason)).strip()
        is_red = self._is_red(problem)
        holder = QWidget()
        column = QVBoxLayout(holder)
        self._theme.space(column, 4)

        def open_reason() -> None:
            self._open_reason(column, is_new=bool(reason) and is_red)

        action = (_("理由を書く"), open_reason)
        words, icon = self._flow.advice(problem), "pencil"
        if self.field.name == self._flow.reason:
            words, action, icon = "", (_("この理由でよい"), self._confirm), "check"
        elif reason and is_red:
            words = _("書いてある理由: {reason}").format(reason=reason)
            action = (_("この理由でよいか確かめる"), open_reason)
        elif reason:
            words, action = _("理由: {reason}").format(reason=reason), (_("理由を直す"), open_reason)
        tone = Tone.ERROR if is_red else Tone.DUE
        column.addWidget(NoteBox(self._theme, tone, problem.text, words, action, icon=icon))
        holder.setMaximumWidth(self._theme.px(_BOX))
        # A layout asks for the height at the width it has, not at the most that a widget takes: only a box
        # that gives the rest of the width away asks for the height of words that wrap within `_BOX`.
        row = QWidget()
        line = QHBoxLayout(row)
        self._theme.space(line, 0)
        line.addWidget(holder, 1)
        line.addStretch(0)
        return row

    def _confirm(self) -> None:
        self.confirmed.emit(frozenset(self.field.names))

    def _open_reason(self, column: QVBoxLayout, *, is_new: bool) -> None:
        """Open the reason; one that was written for something else (`is_new`) can be found good as it is."""
        if self.reason is None:
            self.reason = LinesEdit(_("理由"))
            self.reason.setPlaceholderText(_("受理してよい理由（記録に残ります）"))
            self.reason.setFixedHeight(self._theme.px(80))
            self.reason.setPlainText(as_text(self._flow.answers.get(self._flow.reason)))
            self.reason.textChanged.connect(self.edited)
            self.reason.left.connect(self.left)
            column.addWidget(self.reason)
            self.reason.show()
            if is_new:
                good = make_button(self._theme, _("この理由でよい"), self._confirm, kind="link", icon="check")
                column.addWidget(good, 0, Qt.AlignmentFlag.AlignLeft)
                good.show()
        self.reason.setFocus()
        self.opened.emit()

    def _sign_line(self, tone: Tone, text: str) -> QWidget:
        holder = QWidget()
        line = QHBoxLayout(holder)
        self._theme.space(line, 8, (0, 4, 0, 4))
        holder.setMinimumHeight(self._theme.px(32))
        mark = SignMark(self._theme, tone)
        line.addWidget(mark, 0, Qt.AlignmentFlag.AlignVCenter)
        words = make_label(text, tone.value, wrap=True)
        line.addWidget(words, 1)
        return holder

    def _place(self, mode: RowMode, wanted: int) -> None:
        px, grid = self._theme.px, self._grid
        for part in (self._label, self._line, self._words):
            grid.removeWidget(part)
        top = Qt.AlignmentFlag.AlignTop
        side = Qt.AlignmentFlag.AlignLeft if mode is RowMode.NARROW else Qt.AlignmentFlag.AlignRight
        self._label.setAlignment(side | Qt.AlignmentFlag.AlignVCenter)
        is_narrow = mode is RowMode.NARROW
        grid.setHorizontalSpacing(px(_GAP))
        grid.setVerticalSpacing(px(4))
        self._label.setMinimumWidth(0 if is_narrow else px(LABEL))
        self._label.setMaximumWidth(px(_BOX) if is_narrow else px(LABEL))
        grid.setColumnMinimumWidth(1, wanted if mode is RowMode.WIDE else 0)
        grid.setColumnStretch(0, 1 if is_narrow else 0)
        grid.setColumnStretch(1, 1 if mode is RowMode.BELOW else 0)
        grid.setColumnStretch(2, 1 if mode is RowMode.WIDE else 0)
        if is_narrow:
            grid.addWidget(self._label, 0, 0)
            grid.addWidget(self._line, 1, 0)
            grid.addWidget(self._words, 2, 0)
        else:
            grid.addWidget(self._label, 0, 0, top)
            grid.addWidget(self._line, 0, 1, top)
            if mode is RowMode.WIDE:
                grid.addWidget(self._words, 0, 2, top)
            else:
                grid.addWidget(self._words, 1, 1)
