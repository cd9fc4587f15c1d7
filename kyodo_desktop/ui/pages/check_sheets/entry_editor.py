"""The fields that choose an entry of the list or a proposal, which then fills the others in."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import Generic, TypeVar

from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from kyodo_desktop.base.errors import KyodoError
from kyodo_desktop.base.i18n import _
from kyodo_desktop.flows.engine import Answers, Field, as_number
from kyodo_desktop.japanese.fiscal_year import format_fiscal_year
from kyodo_desktop.japanese.folding import Query, search_keys
from kyodo_desktop.records.collaborations import CollaborationRecord
from kyodo_desktop.records.proposals import ProposalRecord
from kyodo_desktop.ui.context import UiContext
from kyodo_desktop.ui.pages.check_sheets.wording import title_words
from kyodo_desktop.ui.widgets.buttons import make_button
from kyodo_desktop.ui.widgets.flow import FlowBar
from kyodo_desktop.ui.widgets.labels import ElidedLabel
from kyodo_desktop.ui.widgets.record_picker import RecordPicker
from kyodo_desktop.ui.wizard.field_editor import FieldEditor

_WIDTH = 560
R = TypeVar("R")


@dataclass(frozen=True, slots=True)
class LinkWords:
    """What an editor says of the records it chooses among, and the page they are on."""

    prompt: str
    name: str
    nobody: str
    open_word: str
    page: str


class LinkEditor(FieldEditor, Generic[R]):
    """A box that searches records until one is picked; `on_picked` is told its id."""

    fills_row = True

    def __init__(
        self, context: UiContext, field: Field, on_picked: Callable[[int], object], words: LinkWords
    ) -> None:
        super().__init__(context, field)
        theme = context.theme
        self._on_picked_record, self._link_words = on_picked, words
        self._entry_id: int | None = None
        self._records: tuple[R, ...] | None = None
        self.picker = RecordPicker(
            theme, self._search, self.words_of, prompt=words.prompt, name=words.name, nobody=words.nobody
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

    def read(self) -> Iterable[R]:
        """Return the records to choose among, in the order in which they are offered."""
        raise NotImplementedError

    def look_up(self, record_id: int) -> R:
        """Return a record that was chosen.

        Raises:
            NotFoundError: it is not there.
        """
        raise NotImplementedError

    def words_of(self, record: R) -> str:
        """Return a record in a line."""
        raise NotImplementedError

    def id_of(self, record: R) -> int:
        """Return a record's id."""
        raise NotImplementedError

    def matches(self, record: R, query: Query) -> bool:
        """Tell whether a record is one that is searched."""
        raise NotImplementedError

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
        self.linked_words = ElidedLabel("", "head")
        column.addWidget(self.linked_words)
        self.change = make_button(theme, _("選び直す"), self._on_change, kind="link")
        open_entry = make_button(theme, self._link_words.open_word, self._on_open, kind="link")
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
                words = self.words_of(self.look_up(self._entry_id))
            except KyodoError as error:
                words = str(error)
            self.linked_words.setText(words)

    def _search(self, text: str, limit: int) -> Sequence[R]:
        if self._records is None:
            self._records = tuple(self.read())
        query = Query.parse(text)
        found = (one for one in self._records if self.matches(one, query))
        return list(islice(found, limit))

    def _on_picked(self, record: R) -> None:
        self._entry_id = self.id_of(record)
        self._refresh()
        self._on_picked_record(self.id_of(record))
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
        self.context.open_page(self._link_words.page, self._entry_id)


class EntryEditor(LinkEditor[CollaborationRecord]):
    """Searches 取組一覧, the newest year first."""

    def __init__(self, context: UiContext, field: Field, on_picked: Callable[[int], object]) -> None:
        words = LinkWords(
            prompt=_("事業名を打つと、取組一覧からさがします"),
            name=_("見つかった取組"),
            nobody=_("取組一覧にありません"),
            open_word=_("取組一覧で見る"),
            page="collaborations",
        )
        super().__init__(context, field, on_picked, words)

    def read(self) -> Iterable[CollaborationRecord]:
        """Return the entries of all years."""
        entries = self.context.services.collaborations.list(None)
        return sorted(entries, key=lambda entry: (-entry.fiscal_year, entry.number))

    def look_up(self, record_id: int) -> CollaborationRecord:
        """Return an entry."""
        return self.context.services.collaborations.get(record_id)

    def words_of(self, record: CollaborationRecord) -> str:
        """Return year, number, title, 課."""
        return entry_words(record)

    def id_of(self, record: CollaborationRecord) -> int:
        """Return an entry's id."""
        return record.id

    def matches(self, record: CollaborationRecord, query: Query) -> bool:
        """Tell whether an entry is one that is searched."""
        return query.matches(record.full_key, record.bare_key, record.title)


class ProposalEditor(LinkEditor[ProposalRecord]):
    """Searches the proposals, the newest first."""

    def __init__(self, context: UiContext, field: Field, on_picked: Callable[[int], object]) -> None:
        words = LinkWords(
            prompt=_("事業名か受付番号を打つと、提案からさがします"),
            name=_("見つかった提案"),
            nobody=_("提案にありません"),
            open_word=_("提案受付で見る"),
            page="proposals",
        )
        super().__init__(context, field, on_picked, words)

    def read(self) -> Iterable[ProposalRecord]:
        """Return the proposals."""
        return sorted(
            self.context.services.proposals.list(), key=lambda one: (-one.draft.fiscal_year, -one.id)
        )

    def look_up(self, record_id: int) -> ProposalRecord:
        """Return a proposal."""
        return self.context.services.proposals.get(record_id)

    def words_of(self, record: ProposalRecord) -> str:
        """Return 受付番号, title, who proposes."""
        title = title_words(record.draft.title)
        return f"{record.receipt_number} {title}　{record.draft.partner_name}".strip()

    def id_of(self, record: ProposalRecord) -> int:
        """Return a proposal's id."""
        return record.id

    def matches(self, record: ProposalRecord, query: Query) -> bool:
        """Tell whether a proposal is one that is searched."""
        words = self.words_of(record)
        full, bare = search_keys((words,))
        return query.matches(full, bare, words)


def entry_words(entry: CollaborationRecord) -> str:
    """Return an entry in a line: year, number, title, 課."""
    year, department = format_fiscal_year(entry.fiscal_year), entry.department_words
    return f"{year} {entry.number}　{entry.title}　{department}".rstrip()
