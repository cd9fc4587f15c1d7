"""The right side of 取組一覧: an entry to read, or its editor with the draft behind it."""

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from kyodo_desktop.base.errors import InputError, KyodoError
from kyodo_desktop.base.i18n import _
from kyodo_desktop.records.collaborations import CollaborationRecord
from kyodo_desktop.ui.context import UiContext
from kyodo_desktop.ui.pages.collaborations.answers import (
    KIND,
    NEW,
    Answers,
    answers_of,
    blank_answers,
    draft_of,
)
from kyodo_desktop.ui.pages.collaborations.detail import DetailActions, EntryDetail, EntryView
from kyodo_desktop.ui.pages.collaborations.editor import EntryEditor
from kyodo_desktop.ui.pages.collaborations.wording import FormLabels
from kyodo_desktop.ui.theme.tokens import Tone


class EntrySide(QStackedWidget):
    """Shows a record; edits it in place. `finished` when the clerk has saved or given up."""

    finished = Signal()

    def __init__(
        self,
        context: UiContext,
        labels: FormLabels,
        open_entry: Callable[[int], object],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._context, self._labels = context, labels
        self._record: CollaborationRecord | None = None
        self._edited_id: int | None = None
        self.detail = EntryDetail(context.theme, _("取組の内容"))
        self.editor = EntryEditor(context.theme, tuple(labels.items()), context.services.partners.search)
        self.addWidget(self.detail)
        self.addWidget(self.editor)
        self._actions = DetailActions(
            edit=self.begin_edit,
            add_partner=self.begin_partner,
            drop_draft=self.drop_draft,
            open_partner=lambda partner_id: context.open_page("partners", partner_id),
            open_entry=open_entry,
        )
        self.editor.draft_due.connect(self.keep_draft)
        self.editor.saved.connect(self.save)
        self.editor.given_up.connect(self.give_up)

    @property
    def is_editing(self) -> bool:
        """Whether the editor is open."""
        return self._edited_id is not None

    def show_record(self, record: CollaborationRecord | None) -> None:
        """Show another record; what is typed for the last one is kept as its draft.

        The record that is being edited stays in the editor.
        """
        self._record = record
        if self._edited_id is not None:
            if record is not None and self._edited_id == record.id:
                return
            self._leave_editor()
        self._show_detail()

    def begin_edit(self) -> None:
        """Edit the record, going on from its draft if there is one."""
        if self._record is not None and self._edited_id != self._record.id:
            first = answers_of(self._record)
            self._open_editor(self._record.id, self._draft(self._record.id) or first, first)

    def begin_partner(self) -> None:
        """Edit the record at a new partner cell."""
        self.begin_edit()
        self.editor.begin_at_new_partner()

    def begin_new(self, fiscal_year: int) -> None:
        """Edit a new entry of a fiscal year, going on from a new one that was left unfinished."""
        self._leave_editor()
        with self._context.reporting():
            number = self._context.services.collaborations.next_number(fiscal_year)
            first = blank_answers(fiscal_year, number, next(iter(self._labels), ""))
            self._open_editor(NEW, self._draft(NEW) or first, first)

    def save(self) -> None:
        """Save what is typed; stay in the editor if it cannot be taken."""
        edited_id, service = self._edited_id, self._context.services.collaborations
        if edited_id is None:
            return
        try:
            draft = draft_of(self.editor.answers())
            saved_id = service.add(draft) if edited_id == NEW else edited_id
            if edited_id != NEW:
                service.edit(edited_id, draft)
        except KyodoError as error:
            if isinstance(error, InputError):
                self.editor.show_problem(error)
            self._context.report(error)
            return
        self._context.services.drafts.drop(KIND, edited_id)
        self._edited_id = None
        words = _("保存しました: {number} {title}").format(number=draft.number, title=draft.title)
        self._context.tell(Tone.DONE, words, "", None)
        self._record = service.get(saved_id)
        self._show_detail()
        self.finished.emit()
        self._actions.open_entry(saved_id)

    def give_up(self) -> None:
        """Throw away what is typed and show the record again."""
        if self._edited_id is not None:
            self._context.services.drafts.drop(KIND, self._edited_id)
            self._edited_id = None
        self._show_detail()
        self.finished.emit()

    def drop_draft(self) -> None:
        """Throw away the draft of the record shown."""
        if self._record is not None:
            self._context.services.drafts.drop(KIND, self._record.id)
            self._show_detail()

    def keep_draft(self) -> None:
        """Keep what is typed and not saved; forget a draft that says nothing new."""
        if self._edited_id is None:
            return
        with self._context.reporting():
            if self.editor.is_changed():
                self._context.services.drafts.save(KIND, self._edited_id, self.editor.answers())
            else:
                self._context.services.drafts.drop(KIND, self._edited_id)

    def _leave_editor(self) -> None:
        self.keep_draft()
        self._edited_id = None

    def _draft(self, record_id: int) -> Answers | None:
        return self._context.services.drafts.load(KIND, record_id)

    def _open_editor(self, record_id: int, answers: Answers, first: Answers) -> None:
        self._edited_id = record_id
        self.editor.show_answers(answers, first, is_new=record_id == NEW)
        self.setCurrentWidget(self.editor)
        self.editor.begin_at_title()

    def _show_detail(self) -> None:
        self.setCurrentWidget(self.detail)
        entry, services = self._record, self._context.services
        if entry is None:
            self.detail.show_nothing(_("取組を選ぶと、ここに内容が出ます。"))
            return
        with self._context.reporting():
            view = EntryView(
                entry,
                same_partners=services.collaborations.same_partners(entry.id),
                history=services.history.of(KIND, entry.id),
                labels=self._labels,
                has_draft=self._draft(entry.id) is not None,
            )
            self.detail.show_entry(view, self._actions)
