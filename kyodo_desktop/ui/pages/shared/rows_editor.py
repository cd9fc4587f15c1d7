"""Editors of a paper's form: lines that take the room there is, and tables of rows."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from kyodo_desktop.base.i18n import _
from kyodo_desktop.flows.engine import Answers, Field, FieldKind
from kyodo_desktop.ui.context import UiContext
from kyodo_desktop.ui.pages.shared.declared_fields import ROWS, is_blank
from kyodo_desktop.ui.widgets.buttons import make_button, make_icon_button
from kyodo_desktop.ui.widgets.edits import JapaneseLineEdit, move_on
from kyodo_desktop.ui.widgets.labels import make_label
from kyodo_desktop.ui.wizard.editors import EditorMaker, make_editor
from kyodo_desktop.ui.wizard.field_editor import FieldEditor
from kyodo_desktop.ui.wizard.text_editors import KanaEditor, TextEditor

_LEAST_LINE, _MOST_LINE = 120, 560
_NUMBER = 24
_LEAST_ROW = 200
_GAP = 8
_CELLS: Mapping[str, tuple[int, int]] = {
    FieldKind.NUMBER: (64, 0),
    FieldKind.YEN: (112, 0),
    FieldKind.DATE: (136, 0),
    FieldKind.CHOICE: (120, 0),
    FieldKind.CHECK: (104, 0),
    FieldKind.TEXT: (120, 2),
    FieldKind.KANA: (136, 2),
    FieldKind.MULTILINE: (140, 3),
}
"""By kind of field: how wide its cell is at least, in px at 100 %, and how much of the rest it takes."""


class GrowingTextEditor(TextEditor):
    """One line of text, as wide as there is room."""

    grows = True

    def __init__(self, context: UiContext, field: Field) -> None:
        super().__init__(context, field)
        _let_grow(self)

    def wanted_width(self) -> int:
        """Return the width a line has with all the room it wishes."""
        return self.context.theme.px(_MOST_LINE)


class GrowingKanaEditor(KanaEditor):
    """フリガナ, as wide as there is room."""

    grows = True

    def __init__(self, context: UiContext, field: Field) -> None:
        super().__init__(context, field)
        _let_grow(self)

    def wanted_width(self) -> int:
        """Return the width a line has with all the room it wishes."""
        return self.context.theme.px(_MOST_LINE)


class RowsEditor(FieldEditor):
    """A table: a line each, its cells side by side as far as there is room; the answer is a list of lines."""

    types = True
    grows = True
    fills_row = True

    def __init__(self, context: UiContext, field: Field) -> None:
        super().__init__(context, field)
        self.columns: Sequence[Field] = field.extra["columns"]
        self.rows: list[PaperRow] = []
        # The cells break into lines for the width there is: a row that is still wide asks for no more room.
        self.setMinimumWidth(context.theme.px(_LEAST_ROW))
        self._room = QVBoxLayout()
        context.theme.space(self._room, 4)
        self.more = make_button(context.theme, _("行を足す"), self.add_row, kind="link", icon="plus")
        self.more.setAccessibleName(_("{label} 行を足す").format(label=field.label))
        outer = QVBoxLayout(self)
        context.theme.space(outer, 4, (0, 0, 0, 4))
        outer.addLayout(self._room)
        outer.addWidget(self.more, 0, Qt.AlignmentFlag.AlignLeft)

    def show_answers(self, answers: Mapping[str, object]) -> None:
        """Show the lines."""
        wanted = answers.get(self.field.name)
        if wanted != self.answers()[self.field.name]:
            self._fill(wanted if isinstance(wanted, list) else ())

    def answers(self) -> Answers:
        """Return the lines in which something is written; None if there are none."""
        rows = [row.answers() for row in self.rows]
        return {self.field.name: [row for row in rows if not is_blank(row)] or None}

    def add_row(self) -> None:
        """Add a line and put the cursor there."""
        row = self._put({})
        self._fit()
        row.show()
        self.remade.emit()
        row.first_field().setFocus()

    def wanted_width(self) -> int:
        """Return the width of a line with all its cells side by side."""
        px = self.context.theme.px
        return px(_NUMBER + 28 + sum(_CELLS[one.kind][0] + _GAP for one in self.columns))

    def focus_widget(self, name: str = "") -> QWidget:
        """Return the first cell, or the button for a first line."""
        return self.rows[0].first_field() if self.rows else self.more

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Place the cells for the new width."""
        super().resizeEvent(event)
        self._fit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Go on with Enter from cell to cell, at the end to a new line; from a line left empty out of it."""
        if not isinstance(watched, JapaneseLineEdit) or not isinstance(event, QKeyEvent):
            return False
        is_enter = event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}
        is_plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if event.type() != QEvent.Type.KeyPress or not is_enter or not is_plain or watched.is_composing:
            return False
        self._go_on_from(watched)
        return True

    def _go_on_from(self, cell: QWidget) -> None:
        cells = [one.focus_widget() for row in self.rows for one in row.cells.values()]
        if cell is self.rows[-1].first_field() and is_blank(self.rows[-1].answers()):
            self.more.setFocus()
            move_on(self.more, back=False)
        elif cell is cells[-1]:
            self.add_row()
        else:
            cells[cells.index(cell) + 1].setFocus(Qt.FocusReason.TabFocusReason)

    def _fill(self, rows: Sequence[Mapping[str, Any]]) -> None:
        with self.showing():
            for row in self.rows:
                self._room.removeWidget(row)
                row.hide()
                row.deleteLater()
            self.rows = []
            for one in rows:
                self._put(one)
        self._fit()
        self.remade.emit()

    def _put(self, answers: Mapping[str, Any]) -> "PaperRow":
        row = PaperRow(self.context, self.field.label, len(self.rows) + 1, self.columns)
        row.fill(answers)
        row.edited.connect(self._on_edited)
        row.left.connect(self.left)
        row.removed.connect(lambda: self._on_removed(row))
        self.rows.append(row)
        for cell in row.cells.values():
            cell.focus_widget().installEventFilter(self)
        self._room.addWidget(row)
        # Tab goes through the parts in the order of the children: the button stands after the lines.
        self.more.raise_()
        return row

    def _on_edited(self) -> None:
        if not self.is_showing:
            self.edited.emit()

    def _on_removed(self, row: "PaperRow") -> None:
        at = self.rows.index(row)
        left = [one.answers() for one in self.rows if one is not row]
        self._fill(left)
        self.more.setFocus()
        if at < len(self.rows):
            self.rows[at].off.setFocus()
        self.edited.emit()
        self.left.emit()

    def _fit(self) -> None:
        for at, row in enumerate(self.rows):
            row.place(self.width(), is_first=at == 0)


class PaperRow(QFrame):
    """One line of a table; `place` puts its cells into as many lines as they need."""

    edited = Signal()
    left = Signal()
    removed = Signal()

    def __init__(self, context: UiContext, label: str, number: int, columns: Sequence[Field]) -> None:
        super().__init__()
        theme = self._theme = context.theme
        name = _("{label} {n}行目").format(label=label, n=number)
        self._number = make_label(str(number), "muted")
        self._number.setFixedSize(theme.px(_NUMBER), theme.px(32))
        self._number.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.off = make_icon_button(theme, "x", _("{row}を消す").format(row=name), self.removed.emit)
        self.cells: dict[str, FieldEditor] = {}
        self._boxes: list[tuple[Field, QWidget, QWidget]] = []
        self._placed: list[list[int]] = []
        self._lines: list[QWidget] = []
        self._room = QVBoxLayout()
        theme.space(self._room, 4)
        for column in columns:
            self._add_cell(context, name, column)
        self._outer = QHBoxLayout(self)
        theme.space(self._outer, _GAP)
        self._outer.addWidget(self._number)
        self._outer.addLayout(self._room, 1)
        self._outer.addWidget(self.off)

    def fill(self, answers: Mapping[str, Any]) -> None:
        """Show answers in the cells."""
        for cell in self.cells.values():
            cell.show_answers(answers)

    def answers(self) -> Answers:
        """Return what stands in the cells."""
        found: Answers = {}
        for cell in self.cells.values():
            found.update(cell.answers())
        return found

    def first_field(self) -> QWidget:
        """Return where typing begins."""
        return next(iter(self.cells.values())).focus_widget()

    def place(self, width: int, *, is_first: bool) -> None:
        """Place the cells for a width; what they are called stands only above the first of one-line rows."""
        room = width - self._theme.px(_NUMBER + 28 + 2 * _GAP)
        placed = _broken([self._theme.px(_CELLS[field.kind][0]) for field, _box, _head in self._boxes], room)
        for _field, _box, head in self._boxes:
            head.setVisible(is_first or len(placed) > 1)
        if placed == self._placed:
            return
        # Beside a line of fields stand its number and ✕; beside more of them, at their beginning.
        side = Qt.AlignmentFlag.AlignBottom if len(placed) == 1 else Qt.AlignmentFlag.AlignTop
        self._number.setFixedHeight(self._theme.px(32 if len(placed) == 1 else 20))
        for part in (self._number, self.off):
            self._outer.setAlignment(part, side)
        self._outer.setContentsMargins(0, 0, 0, 0 if len(placed) == 1 else self._theme.px(12))
        self._placed, before = placed, self._lines
        self._lines = [self._make_line(line) for line in placed]
        for line in before:
            self._room.removeWidget(line)
            line.deleteLater()

    def _make_line(self, places: Sequence[int]) -> QWidget:
        line = QWidget(self)
        inside = QHBoxLayout(line)
        self._theme.space(inside, _GAP)
        stretches = [_CELLS[self._boxes[at][0].kind][1] for at in places]
        for at, stretch in zip(places, stretches, strict=True):
            inside.addWidget(self._boxes[at][1], stretch)
        if not any(stretches):
            inside.addStretch(1)
        self._room.addWidget(line)
        line.show()
        return line

    def _add_cell(self, context: UiContext, row: str, column: Field) -> None:
        least, stretch = _CELLS[column.kind]
        field = replace(column, label=f"{row} {column.label}", lines=2, width=least)
        editor = make_editor(context, field, EDITORS)
        editor.edited.connect(self.edited)
        editor.left.connect(self.left)
        line = editor.focus_widget()
        line.setMinimumWidth(self._theme.px(least))
        if stretch:
            line.setMaximumWidth(self._theme.px(2000))
        box = QWidget(self)
        inside = QVBoxLayout(box)
        self._theme.space(inside, 2)
        head = make_label(column.label, "caption")
        inside.addWidget(head)
        inside.addWidget(editor)
        inside.addStretch(1)
        self.cells[column.name] = editor
        self._boxes.append((column, box, head))


def _broken(widths: Sequence[int], room: int) -> list[list[int]]:
    """Return which cells stand in which line: as many as fit, at least one."""
    lines: list[list[int]] = []
    used = room + 1
    for at, width in enumerate(widths):
        if used + width > room:
            lines.append([])
            used = 0
        lines[-1].append(at)
        used += width + _GAP
    return lines


def _let_grow(editor: TextEditor) -> None:
    line, layout = editor.edit, editor.layout()
    line.setMinimumWidth(editor.context.theme.px(_LEAST_LINE))
    line.setMaximumWidth(editor.wanted_width())
    if isinstance(layout, QHBoxLayout):
        layout.setStretchFactor(line, 1)
        layout.addStretch(0)


EDITORS: Mapping[str, EditorMaker] = {
    FieldKind.TEXT: GrowingTextEditor,
    FieldKind.KANA: GrowingKanaEditor,
    ROWS: RowsEditor,
}
"""The editors of a paper's form that are not the wizards' own."""
