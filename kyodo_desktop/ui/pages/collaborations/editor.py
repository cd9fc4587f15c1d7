"""Editing an entry in place of its detail; 保存 and やめる are there only while something is changed."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCheckBox, QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from kyodo_desktop.base.errors import InputError
from kyodo_desktop.base.i18n import _
from kyodo_desktop.japanese.fiscal_year import format_fiscal_year
from kyodo_desktop.records.collaborations import COLLABORATION_ZONE_LABELS
from kyodo_desktop.ui.pages.collaborations.answers import Answers, blank_cell
from kyodo_desktop.ui.pages.collaborations.cell_editor import CellEditor, Search
from kyodo_desktop.ui.theme.theme import Theme
from kyodo_desktop.ui.widgets.buttons import make_button
from kyodo_desktop.ui.widgets.choice import Choice
from kyodo_desktop.ui.widgets.edits import JapaneseLineEdit, JapaneseTextEdit
from kyodo_desktop.ui.widgets.form_rows import FormRows
from kyodo_desktop.ui.widgets.frames import make_frame, make_line
from kyodo_desktop.ui.widgets.labels import make_label

DRAFT_PAUSE_MS = 1000
"""A draft is kept this long after the last key."""


class EntryEditor(QFrame):
    """Shows answers in fields.

    `draft_due` comes a second after the last key, `saved` and `given_up` from the clerk.
    """

    draft_due = Signal()
    saved = Signal()
    given_up = Signal()

    def __init__(
        self, theme: Theme, forms: Sequence[tuple[str, str]], search: Search, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setProperty("ground", "surface")
        self._theme, self._forms, self._search = theme, tuple(forms), search
        self._first: Answers = {}
        self._fiscal_year = 0
        self._is_new = False
        self._cells: list[CellEditor] = []
        self._pause = QTimer(self, singleShot=True, interval=DRAFT_PAUSE_MS)
        self._pause.timeout.connect(self.draft_due)
        self._make_fields()
        self._lay_out()

    def show_answers(self, answers: Answers, first: Answers, *, is_new: bool) -> None:
        """Show `answers` (a draft taken up again, or the record itself); `first` is the record unchanged."""
        self._first, self._is_new = first, is_new
        self._fiscal_year = int(answers["fiscal_year"])
        caption = _("新しい取組 ・ {year}") if is_new else _("編集 ・ {year}")
        self._caption.setText(caption.format(year=format_fiscal_year(self._fiscal_year)))
        self.number.setText(answers["number"])
        self.departments.setText(answers["departments"])
        self.entry_title.setPlainText(answers["title"])
        self.note.setPlainText(answers["note"])
        self.note_doubtful.setChecked(answers["note_doubtful"])
        self.zone.set_value(answers["zone"])
        for cell in tuple(self._cells):
            self._drop_cell(cell)
        for cell_answers in answers["cells"]:
            self._add_cell(cell_answers)
        for field in (self.number, self.departments):
            field.set_problem("")
        self._pause.stop()
        self._scroll.verticalScrollBar().setValue(0)
        self._refresh_buttons()

    def answers(self) -> Answers:
        """Return what stands in the fields."""
        return {
            "fiscal_year": self._fiscal_year,
            "number": self.number.text(),
            "departments": self.departments.text(),
            "title": self.entry_title.text(),
            "cells": [cell.answers() for cell in self._cells],
            "note": self.note.toPlainText(),
            "note_doubtful": self.note_doubtful.isChecked(),
            "zone": self.zone.value(),
        }

    def is_changed(self) -> bool:
        """Tell whether there is anything to save."""
        return self.answers() != self._first

    def show_problem(self, error: InputError) -> None:
        """Say beside its field what cannot be taken."""
        if error.field == "number":
            self.number.set_problem(str(error))
            self.number.setFocus()
        else:
            self.entry_title.setFocus()

    def begin_at_title(self) -> None:
        """Put the cursor where editing begins."""
        self.entry_title.setFocus()

    def begin_at_new_partner(self) -> None:
        """Add an empty cell and put the cursor there."""
        cell = self._add_cell(blank_cell(self._forms[0][0] if self._forms else ""))
        self._scroll.ensureWidgetVisible(cell)
        cell.text.setFocus()
        self._on_edited()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Give up with Escape while nothing is changed."""
        if event.key() == Qt.Key.Key_Escape and not self.is_changed():
            self.given_up.emit()
        else:
            super().keyPressEvent(event)

    def _make_fields(self) -> None:
        self.number = JapaneseLineEdit(_("番号"))
        self.departments = JapaneseLineEdit(_("課名"))
        self.departments.setPlaceholderText(_("いくつかあれば 、で区切る"))
        self.entry_title = JapaneseTextEdit(_("事業名称"), one_paragraph=True)
        self.entry_title.setFixedHeight(self._theme.px(56))
        self.note = JapaneseTextEdit(_("備考"))
        self.note.setFixedHeight(self._theme.px(56))
        self.note_doubtful = QCheckBox(_("要確認（原本で確かめる）"))
        zones = [(zone.value, _(label)) for zone, label in COLLABORATION_ZONE_LABELS.items()]
        self.zone = Choice(self._theme, _("領域"), [("", _("決めていません")), *zones])
        for line in (self.number, self.departments):
            line.textChanged.connect(lambda _text: self._on_edited())
        for area in (self.entry_title, self.note):
            area.textChanged.connect(self._on_edited)
        self.note_doubtful.toggled.connect(lambda _on: self._on_edited())
        self.zone.chosen.connect(lambda _key: self._on_edited())

    def _lay_out(self) -> None:
        theme = self._theme
        inside = QWidget()
        column = QVBoxLayout(inside)
        theme.space(column, 12, (24, 12, 24, 24))
        self._caption = make_label("", "caption")
        self._caption.setMinimumHeight(theme.px(28))
        column.addWidget(self._caption)
        fields = FormRows(theme, narrow=True)
        fields.add(_("事業名称"), self.entry_title, width=None)
        fields.add(_("番号"), self.number, width=96)
        fields.add(_("課名"), self.departments, width=None)
        column.addWidget(fields)
        self._cell_room = QVBoxLayout()
        theme.space(self._cell_room, 8)
        column.addLayout(self._cell_room)
        column.addWidget(
            make_button(theme, _("相手を足す"), self.begin_at_new_partner, kind="link", icon="plus")
        )
        rest = FormRows(theme, narrow=True)
        rest.add(_("領域"), self.zone, width=200)
        rest.add(_("備考"), self.note, width=None)
        rest.add_widget(self.note_doubtful)
        column.addWidget(rest)
        column.addStretch(1)
        self._scroll = QScrollArea()
        self._scroll.setAccessibleName(_("取組の編集"))
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setWidgetResizable(True)
        self._scroll.setWidget(inside)
        outer = QVBoxLayout(self)
        theme.space(outer, 0)
        outer.addWidget(self._scroll, 1)
        outer.addWidget(self._make_buttons())

    def _make_buttons(self) -> QWidget:
        theme = self._theme
        self._bar = make_frame("surface")
        column = QVBoxLayout(self._bar)
        theme.space(column, 0)
        column.addWidget(make_line())
        row = QHBoxLayout()
        theme.space(row, 8, (24, 8, 24, 8))
        row.addStretch(1)
        self.give_up_button = make_button(theme, _("やめる"), self.given_up.emit)
        self.save_button = make_button(theme, _("保存"), self.saved.emit, kind="primary")
        row.addWidget(self.give_up_button)
        row.addWidget(self.save_button)
        column.addLayout(row)
        return self._bar

    def _add_cell(self, answers: Answers) -> CellEditor:
        cell = CellEditor(self._theme, self._forms, self._search)
        cell.show_answers(answers)
        cell.changed.connect(self._on_edited)
        cell.removed.connect(lambda: self._on_cell_removed(cell))
        self._cells.append(cell)
        self._cell_room.addWidget(cell)
        return cell

    def _drop_cell(self, cell: CellEditor) -> None:
        self._cells.remove(cell)
        cell.hide()
        cell.deleteLater()

    def _on_cell_removed(self, cell: CellEditor) -> None:
        self._drop_cell(cell)
        self._on_edited()

    def _on_edited(self) -> None:
        self._refresh_buttons()
        self._pause.start()

    def _refresh_buttons(self) -> None:
        self._bar.setVisible(self._is_new or self.is_changed())
