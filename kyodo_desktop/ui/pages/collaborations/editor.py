"""Editing an entry in place of its detail."""

from collections.abc import Sequence

from PySide6.QtWidgets import QVBoxLayout

from kyodo_desktop.base.errors import InputError
from kyodo_desktop.base.i18n import _
from kyodo_desktop.japanese.fiscal_year import format_fiscal_year
from kyodo_desktop.records.collaborations import COLLABORATION_ZONE_LABELS
from kyodo_desktop.ui.pages.collaborations.answers import blank_cell
from kyodo_desktop.ui.pages.collaborations.cell_editor import CellEditor, Search
from kyodo_desktop.ui.pages.shared.answers import NEW, Answers
from kyodo_desktop.ui.pages.shared.record_editor import RecordEditor
from kyodo_desktop.ui.theme.theme import Theme
from kyodo_desktop.ui.widgets.buttons import make_button
from kyodo_desktop.ui.widgets.choice import Choice
from kyodo_desktop.ui.widgets.edits import JapaneseLineEdit, JapaneseTextEdit
from kyodo_desktop.ui.widgets.form_rows import FormRows
from kyodo_desktop.ui.widgets.tick_box import TickBox


class EntryEditor(RecordEditor):
    """The fields of an entry and one box for each of its partner cells."""

    def __init__(self, theme: Theme, forms: Sequence[tuple[str, str]], search: Search) -> None:
        super().__init__(theme, _("取組の編集"))
        self._forms, self._search = tuple(forms), search
        self._fiscal_year = 0
        self._cells: list[CellEditor] = []
        self._make_fields()
        self._lay_out()

    def fill(self, answers: Answers) -> None:
        """Show answers in the fields."""
        self._fiscal_year = int(answers["fiscal_year"])
        caption = _("新しい取組 ・ {year}") if self.record_id == NEW else _("編集 ・ {year}")
        self.caption.setText(caption.format(year=format_fiscal_year(self._fiscal_year)))
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

    def show_problem(self, error: InputError) -> None:
        """Say beside its field what cannot be taken."""
        if error.field == "number":
            self.number.set_problem(str(error))
            self.number.setFocus()
        elif error.field == "form":
            open_cell = next(cell for cell in self._cells if cell.is_without_form())
            self.area.ensureWidgetVisible(open_cell)
            open_cell.form.setFocus()
        else:
            self.entry_title.setFocus()

    def begin(self) -> None:
        """Put the cursor where editing begins."""
        self.entry_title.setFocus()

    def begin_at_new_partner(self) -> None:
        """Add an empty cell and put the cursor there."""
        cell = self._add_cell(blank_cell())
        self.area.ensureWidgetVisible(cell)
        cell.text.setFocus()
        self.on_edited()

    def _make_fields(self) -> None:
        self.number = JapaneseLineEdit(_("番号"))
        self.departments = JapaneseLineEdit(_("課名"))
        self.departments.setPlaceholderText(_("いくつかあれば 、で区切る"))
        self.entry_title = JapaneseTextEdit(_("事業名称"), one_paragraph=True)
        self.entry_title.setFixedHeight(self.theme.px(56))
        self.note = JapaneseTextEdit(_("備考"))
        self.note.setFixedHeight(self.theme.px(56))
        self.note_doubtful = TickBox(self.theme, _("要確認（原本で確かめる）"))
        zones = [(zone.value, _(label)) for zone, label in COLLABORATION_ZONE_LABELS.items()]
        self.zone = Choice(self.theme, _("領域"), [("", _("決めていません")), *zones])
        for line in (self.number, self.departments):
            line.textChanged.connect(self.on_edited)
        for area in (self.entry_title, self.note):
            area.textChanged.connect(self.on_edited)
        self.note_doubtful.toggled.connect(self.on_edited)
        self.zone.chosen.connect(self.on_edited)

    def _lay_out(self) -> None:
        theme, column = self.theme, self.column
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

    def _add_cell(self, answers: Answers) -> CellEditor:
        cell = CellEditor(self.theme, self._forms, self._search)
        cell.show_answers(answers)
        cell.changed.connect(self.on_edited)
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
        self.on_edited()
