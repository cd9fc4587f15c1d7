"""A step's page made of its fields: sections, rows, and the problems beside them."""

from collections.abc import Mapping

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from kyodo_desktop.flows.engine import Answers, Field, Flow, Section, Step, is_empty
from kyodo_desktop.records.proposals import Problem
from kyodo_desktop.ui.context import UiContext
from kyodo_desktop.ui.widgets.frames import make_line
from kyodo_desktop.ui.widgets.labels import make_label
from kyodo_desktop.ui.wizard.editors import EditorMaker, make_editor
from kyodo_desktop.ui.wizard.field_row import FieldRow
from kyodo_desktop.ui.wizard.step_body import StepBody

EDGE = 24


class FieldsBody(StepBody):
    """Rows are kept while the step has the same fields; words and problems follow each change."""

    def __init__(
        self, context: UiContext, flow: Flow, step: Step, editors: Mapping[str, EditorMaker]
    ) -> None:
        super().__init__(context, flow, step)
        self._editors = editors
        self.rows: list[FieldRow] = []
        self._notes: list[QLabel] = []
        self._shape: tuple[object, ...] = ()
        self._inside: QWidget | None = None
        self._typing: FieldRow | None = None
        self._last: FieldRow | None = None
        self._writing: FieldRow | None = None
        self._shown: dict[str, tuple[Problem, ...]] = {}
        self._outer = QVBoxLayout(self)
        context.theme.space(self._outer, 0, (EDGE, 12, EDGE, EDGE))
        self._outer.addStretch(1)
        self._build()

    def row(self, name: str) -> FieldRow:
        """Return the row that edits an answer (KeyError if none does)."""
        for row in self.rows:
            if name in row.field.names:
                return row
        raise KeyError(name)

    def show_answers(self) -> None:
        """Show the flow's answers in every row."""
        for row in self.rows:
            row.editor.show_answers(self.flow.answers)

    def answers(self) -> Answers:
        """Return what stands in the rows, and a reason that is being written."""
        answers: Answers = {}
        for row in self.rows:
            answers.update(row.editor.answers())
        # Another row may have an older reason open.
        writing = self._writing.reason if self._writing is not None else None
        if writing is not None:
            answers[self.flow.reason] = writing.text()
        return answers

    @property
    def is_typing(self) -> bool:
        """Whether a text is in the making: what is wrong with it is not told yet."""
        return self._typing is not None

    def settle(self) -> None:
        """Take what is being typed as finished for now."""
        self._typing = None

    def refresh(self, *, revealed: bool) -> None:
        """Bring hints, computed values and problems up to date; other fields make other rows."""
        if self._shape != _shape(self.flow.sections(self.step.key)):
            self._rebuild()
        sections = self.flow.sections(self.step.key)
        for note, section in zip(self._notes, sections, strict=True):
            note.setText(section.note)
        fields = [field for section in sections for field in section.fields]
        problems = self.flow.problems(self.step.key)
        changed = []
        for row, field in zip(self.rows, fields, strict=True):
            row.editor.refresh(field, self.flow.answers)
            if row.show_words(field, self._to_show(row, field, problems, revealed=revealed)):
                changed.append(row)
        if changed:
            self.rebuilt.emit()
        if self._last in changed:
            self._bring(self._last)

    def focus_widget(self, name: str = "") -> QWidget | None:
        """Return the widget for an answer, or the first of the step."""
        for row in self.rows:
            if name in row.field.names:
                return row.editor.focus_widget(name)
        first = next((row for row in self.rows if row.editor.answers()), None)
        return first.editor.focus_widget() if first is not None and not name else None

    def names_at(self, widget: QWidget) -> frozenset[str]:
        """Return the answers of the row a widget stands in."""
        row = next((one for one in self.rows if one.isAncestorOf(widget)), None)
        return frozenset(row.field.names) if row is not None else frozenset()

    def is_aside(self, widget: QWidget) -> bool:
        """Tell whether a widget belongs to what is said beside a field."""
        return any(row.is_aside(widget) for row in self.rows)

    def part_around(self, widget: QWidget) -> QWidget:
        """Return the row with what is said beside the field."""
        return next((row for row in self.rows if row.isAncestorOf(widget)), widget)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Place every row's parts for the new width."""
        super().resizeEvent(event)
        self._fit()

    def _to_show(
        self, row: FieldRow, field: Field, problems: tuple[Problem, ...], *, revealed: bool
    ) -> tuple[Problem, ...]:
        found = tuple(
            problem
            for problem in problems
            if problem.field in field.names
            and (revealed or not is_empty(self.flow.answers.get(problem.field)))
        )
        if row is self._typing:
            # While one types, what has become right goes at once, what is not right yet is not told.
            found = tuple(one for one in found if one in self._shown.get(field.name, ()))
        self._shown[field.name] = found
        return found

    def add_below(self, widget: QWidget) -> None:
        """Put a part of a page's own below the sections."""
        self._outer.insertWidget(self._outer.count() - 1, widget)

    def _build(self) -> None:
        theme = self.context.theme
        sections = self.flow.sections(self.step.key)
        self._shape = _shape(sections)
        self._inside = QWidget()
        column = QVBoxLayout(self._inside)
        theme.space(column, 0)
        for at, section in enumerate(sections):
            column.addSpacing(theme.px(16) if at else 0)
            head = self._make_head(section)
            column.addWidget(head)
            if section.title or section.note:
                column.addWidget(make_line())
            else:
                head.hide()
            for field in section.fields:
                column.addSpacing(theme.px(12))
                column.addWidget(self._make_row(field))
        self._outer.insertWidget(0, self._inside)
        # A layout shows what it is given only later, and what is not seen cannot have the cursor.
        self._inside.show()

    def _rebuild(self) -> None:
        held = self._held()
        if self._inside is not None:
            self._outer.removeWidget(self._inside)
            self._inside.hide()
            self._inside.deleteLater()
        self.rows, self._notes, self._typing = [], [], None
        self._last = self._writing = self.fresh = None
        self._build()
        self.show_answers()
        self._fit()
        self.rebuilt.emit()
        # An answer that brings another row in does not take the cursor away.
        widget = self.focus_widget(held) if held else None
        if widget is not None:
            widget.setFocus()

    def _held(self) -> str:
        """Return the answer that the cursor is in, empty if it is in none."""
        focus = QApplication.focusWidget()
        row = next((one for one in self.rows if focus is not None and one.isAncestorOf(focus)), None)
        if row is None:
            return ""
        names = (name for name in row.field.names if row.editor.focus_widget(name) is focus)
        return next(names, row.field.name)

    def _make_head(self, section: Section) -> QWidget:
        theme = self.context.theme
        head = QWidget()
        line = QHBoxLayout(head)
        theme.space(line, 12)
        line.addWidget(make_label(section.title, "head"))
        note = make_label(section.note, "muted", wrap=True)
        self._notes.append(note)
        line.addWidget(note, 1)
        head.setMinimumHeight(theme.px(32))
        return head

    def _make_row(self, field: Field) -> FieldRow:
        editor = make_editor(self.context, field, self._editors)
        row = FieldRow(self.context.theme, self.flow, field, editor)
        editor.edited.connect(lambda: self._on_edited(row))
        editor.left.connect(lambda: self._on_left(row))
        editor.remade.connect(self.rebuilt)
        row.edited.connect(lambda: self._on_reason_edited(row))
        row.left.connect(self.left)
        row.confirmed.connect(self.confirmed)
        row.opened.connect(lambda: self._on_opened(row))
        self.rows.append(row)
        return row

    def _on_edited(self, row: FieldRow) -> None:
        self._typing = row if row.editor.types else None
        self._last = row
        self.edited.emit()

    def _on_left(self, row: FieldRow) -> None:
        if self._typing is row:
            self._typing = None
        self._last = row
        self.left.emit()

    def _on_reason_edited(self, row: FieldRow) -> None:
        self._writing = row
        self.edited.emit()

    def _on_opened(self, row: FieldRow) -> None:
        self.rebuilt.emit()
        self._bring(row)

    def _bring(self, row: FieldRow | None) -> None:
        self.fresh = row
        self.grew.emit()

    def _fit(self) -> None:
        room = self.width() - 2 * self.context.theme.px(EDGE)
        if room > 0:
            for row in self.rows:
                row.fit(room)


def _shape(sections: tuple[Section, ...]) -> tuple[object, ...]:
    return tuple((section.title, tuple(field.shape for field in section.fields)) for section in sections)
