"""Labels and fields under each other, with what is wrong said beside or below."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from kyodo_desktop.ui.theme.theme import Theme
from kyodo_desktop.ui.widgets.edits import JapaneseLineEdit, JapaneseTextEdit
from kyodo_desktop.ui.widgets.labels import dress, make_label
from kyodo_desktop.ui.widgets.wrong import mark_wrong


class FormRows(QWidget):
    """One column of fields, rows 12 apart.

    Wide: labels right-aligned in 136 px, words at the field's right, or below one of several lines. Narrow:
    label above, words below. `least_width` is that of the fields' column in px at 100 %.
    """

    def __init__(
        self, theme: Theme, *, narrow: bool = False, label_width: int = 136, least_width: int = 0
    ) -> None:
        super().__init__()
        self._theme, self._narrow = theme, narrow
        self._words: dict[QWidget, tuple[QLabel, str]] = {}
        self._problems: dict[QWidget, str] = {}
        self._grid = QGridLayout(self)
        theme.space(self._grid, 12)
        if not narrow:
            self._grid.setVerticalSpacing(theme.px(12))
            self._grid.setHorizontalSpacing(theme.px(16))
            self._grid.setColumnMinimumWidth(0, theme.px(label_width))
            self._grid.setColumnMinimumWidth(1, theme.px(least_width))
            self._grid.setColumnStretch(1, 1)

    def add(
        self,
        label: str,
        field: QWidget,
        *,
        width: int | None = 360,
        after: str = "",
        note: str = "",
        below: bool = False,
        beside: QWidget | None = None,
        at_label: QWidget | None = None,
    ) -> QLabel:
        """Add a field under its label; returns the label that says what is wrong, or the note.

        `width` in px at 100 % (None: all there is), `after` a word at the field's right (円), `below` whether
        words always stand below the field, where there is little room beside it, `beside` something small at
        the right end of the row, `at_label` the same above the field's right end, or below it where the label
        stands at the left.
        """
        name = make_label(label, "muted")
        name.setBuddy(field)
        if not field.accessibleName():
            field.setAccessibleName(label)
        words = make_label(note, "muted", wrap=True)
        if not note:
            words.hide()
        self._words[field] = (words, note)
        self._listen_to(field)
        line = QHBoxLayout()
        self._theme.space(line, 8)
        line.addWidget(field)
        if after:
            line.addWidget(make_label(after))
        if width is None:
            line.setStretchFactor(field, 1)
        else:
            field.setMaximumWidth(self._theme.px(width))
            line.setStretchFactor(field, 100 if self._narrow else 0)
            if self._narrow:
                line.addStretch(1)
            else:
                field.setMinimumWidth(self._theme.px(min(width, 360)))
        if beside is not None:
            line.addWidget(beside, 0, Qt.AlignmentFlag.AlignTop)
        if self._narrow:
            self._add_narrow(name, line, words, at_label)
        else:
            if not (below and width is None):
                line.addStretch(1)
            is_below = below or isinstance(field, JapaneseTextEdit)
            self._add_wide(name, line, words, at_label, below=is_below)
        return words

    def set_problem(self, field: QWidget, sentence: str) -> None:
        """Mark a field wrong with a sentence that is shown beside it, or right with an empty one."""
        if isinstance(field, JapaneseLineEdit):
            field.set_problem(sentence)
        elif field in self._words:
            mark_wrong(field, sentence)
            self._problems[field] = sentence
            self._say(field)

    def clear_problems(self) -> None:
        """Mark every field right."""
        for field in self._words:
            self.set_problem(field, "")

    def add_widget(self, widget: QWidget) -> None:
        """Add anything over the whole width."""
        self._grid.addWidget(widget, self._grid.rowCount(), 0, 1, 2)

    def _listen_to(self, field: QWidget) -> None:
        if isinstance(field, JapaneseLineEdit):
            field.problem_changed.connect(lambda _sentence: self._say(field))
        if isinstance(field, JapaneseLineEdit | JapaneseTextEdit):
            field.warning_changed.connect(lambda _sentence: self._say(field))

    def _say(self, field: QWidget) -> None:
        """Say beside a field what is wrong with it, else what is to be thought of, else the note."""
        words, note = self._words[field]
        problem = field.problem if isinstance(field, JapaneseLineEdit) else self._problems.get(field, "")
        warning = field.warning if isinstance(field, JapaneseLineEdit | JapaneseTextEdit) else ""
        if problem:
            words.setText(f"✕ {problem}")
        else:
            words.setText(f"▲ {warning}" if warning else note)
        dress(words, "error" if problem else "due" if warning else "muted")
        words.setVisible(bool(problem or warning or note))

    def _add_wide(
        self, name: QLabel, line: QHBoxLayout, words: QLabel, at_label: QWidget | None, *, below: bool
    ) -> None:
        row = self._grid.rowCount()
        box = QVBoxLayout()
        self._theme.space(box, 4)
        box.addLayout(line)
        if below:
            box.addWidget(words)
        else:
            line.insertWidget(line.count() - 1, words, 100)
        if at_label is not None:
            box.addWidget(at_label, 0, Qt.AlignmentFlag.AlignLeft)
        name.setMinimumHeight(self._theme.px(32))
        align = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        name.setAlignment(align)
        self._grid.addWidget(name, row, 0, Qt.AlignmentFlag.AlignTop)
        self._grid.addLayout(box, row, 1)

    def _add_narrow(self, name: QLabel, line: QHBoxLayout, words: QLabel, at_label: QWidget | None) -> None:
        box = QVBoxLayout()
        self._theme.space(box, 4)
        head = QHBoxLayout()
        self._theme.space(head, 8)
        head.addWidget(name, 1)
        if at_label is not None:
            name.setWordWrap(True)
            head.addWidget(at_label)
        box.addLayout(head)
        box.addLayout(line)
        box.addWidget(words)
        self._grid.addLayout(box, self._grid.rowCount(), 0, 1, 2)
