"""Rows of a partner's parts (連絡先, 役員) in the editor, to be added and taken away."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from kyodo_desktop.base.i18n import _
from kyodo_desktop.ui.pages.partners.answers import is_blank
from kyodo_desktop.ui.pages.shared.answers import Answers
from kyodo_desktop.ui.theme.theme import Theme
from kyodo_desktop.ui.widgets.buttons import make_button, make_icon_button
from kyodo_desktop.ui.widgets.edits import JapaneseLineEdit
from kyodo_desktop.ui.widgets.form_rows import FormRows
from kyodo_desktop.ui.widgets.labels import make_label

_LABEL_WIDTH = 56

Lines = Mapping[str, tuple[str, JapaneseLineEdit]]
"""The fields of one row: name -> label and field."""


class PartRow(QFrame):
    """One row; `changed` after any change, `removed` when the clerk takes it away."""

    changed = Signal()
    removed = Signal()

    def __init__(self, theme: Theme, lines: Lines) -> None:
        super().__init__()
        self.setProperty("ground", "note")
        self._id: int | None = None
        self.lines = {name: line for name, (_label, line) in lines.items()}
        self._title = make_label("", "muted")
        self.off = make_icon_button(theme, "x", "", self.removed.emit)
        outer = QVBoxLayout(self)
        theme.space(outer, 4, (12, 4, 8, 12))
        head = QHBoxLayout()
        head.addWidget(self._title)
        head.addStretch(1)
        head.addWidget(self.off)
        outer.addLayout(head)
        rows = FormRows(theme, label_width=_LABEL_WIDTH)
        for label, line in lines.values():
            rows.add(label, line, width=None, below=True)
            line.textChanged.connect(self.changed)
        outer.addWidget(rows)

    def call(self, title: str) -> None:
        """Take a title (連絡先 2), which the fields are then told apart by."""
        self._title.setText(title)
        self.off.setAccessibleName(_("{title} を消す").format(title=title))
        self.off.setToolTip(self.off.accessibleName())
        for line in self.lines.values():
            word = str(line.property("word"))
            line.setAccessibleName(_("{title} の{word}").format(title=title, word=word))

    def fill(self, answers: Mapping[str, Any]) -> None:
        """Show answers in the fields."""
        self._id = answers["id"]
        for name, line in self.lines.items():
            line.setText(str(answers[name]))
            line.setCursorPosition(0)

    def answers(self) -> Answers:
        """Return what stands in the fields."""
        return {**{name: line.text() for name, line in self.lines.items()}, "id": self._id}


class RowList(QWidget):
    """Rows one below the other and a button for one more; `changed` after any change."""

    changed = Signal()

    def __init__(
        self, theme: Theme, word: str, more: str, blank: Callable[[], Answers], lines: Callable[[], Lines]
    ) -> None:
        super().__init__()
        self._theme, self._word, self._blank, self._lines = theme, word, blank, lines
        self.rows: list[PartRow] = []
        # Marks where the rows come in the order of Tab; the list itself would stand for its last child.
        self._place = QWidget(self)
        self._place.hide()
        self._room = QVBoxLayout()
        theme.space(self._room, 8)
        self.more = make_button(theme, more, self.add_row, kind="link", icon="plus")
        outer = QVBoxLayout(self)
        theme.space(outer, 8)
        outer.addLayout(self._room)
        outer.addWidget(self.more)

    def fill(self, answers: Sequence[Mapping[str, Any]]) -> None:
        """Show one row for each of the answers."""
        for row in tuple(self.rows):
            self._drop(row)
        for one in answers:
            self._put(one)
        self._number()

    def answers(self) -> list[Answers]:
        """Return what stands in the rows."""
        return [row.answers() for row in self.rows]

    def field(self, at: int, name: str) -> QWidget | None:
        """Return a field of the `at`-th row that is not blank."""
        written = [row for row in self.rows if not is_blank(row.answers())]
        return written[at].lines.get(name) if at < len(written) else None

    def first_field(self) -> QWidget:
        """Return where typing begins: the first field, or the button for a first row."""
        return next(iter(self.rows[0].lines.values())) if self.rows else self.more

    def add_row(self) -> None:
        """Add a blank row and put the cursor there."""
        row = self._put(self._blank())
        self._number()
        next(iter(row.lines.values())).setFocus()
        self.changed.emit()

    def _put(self, answers: Mapping[str, Any]) -> PartRow:
        row = PartRow(self._theme, self._lines())
        row.fill(answers)
        row.changed.connect(self.changed)
        row.removed.connect(lambda: self._on_removed(row))
        self.rows.append(row)
        self._room.addWidget(row)
        row.show()  # at once, so that the cursor can be put there
        return row

    def _on_removed(self, row: PartRow) -> None:
        at = self.rows.index(row)
        self._drop(row)
        self._number()
        left = self.rows[min(at, len(self.rows) - 1)].off if self.rows else self.more
        left.setFocus()
        self.changed.emit()

    def _drop(self, row: PartRow) -> None:
        self.rows.remove(row)
        self._room.removeWidget(row)
        row.hide()
        row.deleteLater()

    def _number(self) -> None:
        for at, row in enumerate(self.rows):
            row.call(_("{word} {n}").format(word=self._word, n=at + 1))
        # Tab goes through the rows in their order, then to the button for one more.
        before = self._place
        for widget in [*(w for row in self.rows for w in (row.off, *row.lines.values())), self.more]:
            QWidget.setTabOrder(before, widget)
            before = widget
