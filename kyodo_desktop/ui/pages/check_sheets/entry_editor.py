"""The field that chooses an entry of the list, which then fills the others in."""

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from kyodo_desktop.base.errors import KyodoError
from kyodo_desktop.base.i18n import _
from kyodo_desktop.flows.engine import Answers, Field, as_number
from kyodo_desktop.japanese.fiscal_year import format_fiscal_year
from kyodo_desktop.japanese.folding import Query
from kyodo_desktop.records.collaborations import CollaborationRecord
from kyodo_desktop.ui.context import UiContext
from kyodo_desktop.ui.widgets.buttons import make_button
from kyodo_desktop.ui.widgets.flow import FlowBar
from kyodo_desktop.ui.widgets.labels import make_label
from kyodo_desktop.ui.widgets.record_picker import RecordPicker
from kyodo_desktop.ui.wizard.field_editor import FieldEditor

_WIDTH = 560


class EntryEditor(FieldEditor):
    """A box that searches 取組一覧 until one is picked; `on_picked` is told its id."""

    fills_row = True

    def __init__(self, context: UiContext, field: Field, on_picked: Callable[[int], object]) -> None:
        super().__init__(context, field)
        theme = context.theme
        self._on_picked_entry = on_picked
        self._entry_id: int | None = None
        self._entries: tuple[CollaborationRecord, ...] | None = None
        self.picker = RecordPicker(
            theme,
            self._search,
            entry_words,
            prompt=_("事業名を打つと、取組一覧からさがします"),
            name=_("見つかった取組"),
            nobody=_("取組一覧にありません"),
        )
        self.picker.box.setAccessibleName(field.label)
        self.picker.setMaximumWidth(theme.px(_WIDTH))
        self._linked = self._make_linked()
        outer = QVBoxLayout(self)
        theme.space(outer, 4)
        outer.addWidget(self.picker)
        outer.addWidget(self._linked)
        self.picker.picked.connect(self._on_picked)
        self.picker.box.returnPressed.connect(self._on_enter)

    def show_answers(self, answers: Mapping[str, object]) -> None:
        """Show the entry that is chosen."""
        entry_id = as_number(answers.get(self.field.name))
        if entry_id != self._entry_id or self._linked.isHidden() == self.picker.isHidden():
            self._entry_id = entry_id
            self._refresh()

    def answers(self) -> Answers:
        """Return the entry's id, None for a sheet that belongs to none."""
        return {self.field.name: self._entry_id}

    def focus_widget(self, name: str = "") -> QWidget:
        """Return the box, or what changes the choice."""
        return self.picker.box if self._entry_id is None else self.change

    def _make_linked(self) -> QFrame:
        theme = self.context.theme
        card = QFrame()
        card.setProperty("ground", "note")
        card.setMaximumWidth(theme.px(_WIDTH))
        column = QVBoxLayout(card)
        theme.space(column, 4, (12, 8, 12, 8))
        self.linked_words = make_label("", "head", wrap=True)
        column.addWidget(self.linked_words)
        self.change = make_button(theme, _("選び直す"), self._on_change, kind="link")
        open_entry = make_button(theme, _("取組一覧で見る"), self._on_open, kind="link")
        bar = FlowBar(theme.px(24), theme.px(4))
        bar.setProperty("ground", "note")
        theme.space(bar.flow, 16)
        bar.flow.addWidget(self.change)
        bar.flow.addWidget(open_entry)
        column.addWidget(bar)
        return card

    def _refresh(self) -> None:
        linked = self._entry_id is not None
        self.picker.setVisible(not linked)
        self._linked.setVisible(linked)
        if self._entry_id is not None:
            try:
                words = entry_words(self.context.services.collaborations.get(self._entry_id))
            except KyodoError as error:
                words = str(error)
            self.linked_words.setText(words)

    def _search(self, text: str, limit: int) -> Sequence[CollaborationRecord]:
        if self._entries is None:
            entries = self.context.services.collaborations.list(None)
            self._entries = tuple(sorted(entries, key=lambda entry: (-entry.fiscal_year, entry.number)))
        query = Query.parse(text)
        found = (e for e in self._entries if query.matches(e.full_key, e.bare_key, e.title))
        return [entry for entry, _at in zip(found, range(limit), strict=False)]

    def _on_picked(self, entry: CollaborationRecord) -> None:
        self._entry_id = entry.id
        self._refresh()
        self._on_picked_entry(entry.id)
        self.change.setFocus()

    def _on_enter(self) -> None:
        """Go on without an entry."""
        if self._entry_id is None:
            self.focusNextPrevChild(True)

    def _on_change(self) -> None:
        self._entry_id = None
        self._refresh()
        self.picker.box.setFocus()
        self.edited.emit()

    def _on_open(self) -> None:
        self.context.open_page("collaborations", self._entry_id)


def entry_words(entry: CollaborationRecord) -> str:
    """Return an entry in a line: year, number, title, 課."""
    year, department = format_fiscal_year(entry.fiscal_year), entry.department_words
    return f"{year} {entry.number}　{entry.title}　{department}".rstrip()
