"""The right side of a list page: a record to read, or its editor with the draft behind it."""

from collections.abc import Callable
from typing import ClassVar, Generic, Protocol, TypeVar

from kyodo_desktop.base.errors import InputError, KyodoError
from kyodo_desktop.base.i18n import _
from kyodo_desktop.ui.context import UiContext
from kyodo_desktop.ui.pages.shared.answers import NEW, Answers
from kyodo_desktop.ui.pages.shared.record_editor import RecordEditor
from kyodo_desktop.ui.pages.shared.side import Side
from kyodo_desktop.ui.theme.tokens import Tone
from kyodo_desktop.ui.widgets.composing import take_composed
from kyodo_desktop.ui.widgets.detail import DetailPane


class Identified(Protocol):
    """A record that can be told apart."""

    @property
    def id(self) -> int:
        """The record's id."""
        ...


R = TypeVar("R", bound=Identified)


class RecordSide(Side, Generic[R]):
    """Shows a record; edits it in place. `finished` when the clerk has saved or given up.

    `kind` is the kind of record among the drafts. A page says how its records are read, shown and written.
    """

    kind: ClassVar[str]

    def __init__(
        self,
        context: UiContext,
        detail: DetailPane,
        editor: RecordEditor,
        open_record: Callable[[int], object],
    ) -> None:
        super().__init__()
        self.context = context
        self._open_record = open_record
        self._record: R | None = None
        self._edited_id: int | None = None
        self._detail, self._editor = detail, editor
        self.addWidget(detail)
        self.addWidget(editor)
        editor.draft_due.connect(self.keep_draft)
        editor.saved.connect(self.save)
        editor.given_up.connect(self.give_up)

    # What a page says of its records

    def answers_of(self, record: R) -> Answers:
        """Return the answers that stand for a record as it is."""
        raise NotImplementedError

    def read(self, record_id: int) -> R:
        """Return a record anew."""
        raise NotImplementedError

    def write(self, record_id: int, answers: Answers) -> tuple[int, str]:
        """Save the answers (of a new record, if the id is NEW); return its id and what to call it."""
        raise NotImplementedError

    def fill_detail(self, record: R | None, *, has_draft: bool) -> None:
        """Show a record to be read, or say that there is none."""
        raise NotImplementedError

    # What every side does

    @property
    def is_editing(self) -> bool:
        """Whether the editor is open."""
        return self._edited_id is not None

    def show_record(self, record: R | None) -> None:
        """Show another record; what is typed for the last one is kept as its draft.

        The record that is being edited stays in the editor, and so does a new one while the same record is
        shown again.
        """
        before, self._record = self._record, record
        if self._edited_id is not None:
            new_id = record.id if record is not None else None
            old_id = before.id if before is not None else None
            if self._edited_id == new_id or (self._edited_id == NEW and old_id == new_id):
                return
            self._leave_editor()
        self._show_detail()

    def begin_edit(self) -> None:
        """Edit the record, going on from its draft if there is one."""
        if self._record is not None and self._edited_id != self._record.id:
            self._open_editor(self._record.id, self.answers_of(self._record))

    def begin_from(self, first: Answers) -> None:
        """Edit a new record that begins as `first`, going on from a new one that was left unfinished."""
        self._leave_editor()
        self._open_editor(NEW, first)

    def save(self) -> None:
        """Save what is typed; stay in the editor if it cannot be taken."""
        edited_id = self._edited_id
        if edited_id is None:
            return
        take_composed()
        try:
            saved_id, name = self.write(edited_id, self._editor.answers())
        except KyodoError as error:
            if isinstance(error, InputError):
                self._editor.show_problem(error)
            self.context.report(error)
            return
        self._close_editor(edited_id)
        self.context.tell(Tone.DONE, _("保存しました: {name}").format(name=name), "", None)
        self._record = self.read(saved_id)
        self._show_detail()
        self.finished.emit()
        self._open_record(saved_id)

    def give_up(self) -> None:
        """Throw away what is typed and show the record again."""
        if self._edited_id is not None:
            self._close_editor(self._edited_id)
        self._show_detail()
        self.finished.emit()

    def drop_draft(self) -> None:
        """Throw away the draft of the record shown."""
        if self._record is not None:
            self.context.services.drafts.drop(self.kind, self._record.id)
            self._show_detail()

    def keep_draft(self) -> None:
        """Keep what is typed and not saved; forget a draft that says nothing new."""
        if self._edited_id is None:
            return
        drafts = self.context.services.drafts
        with self.context.reporting():
            if self._editor.is_changed():
                drafts.save(self.kind, self._edited_id, self._editor.answers())
            else:
                drafts.drop(self.kind, self._edited_id)

    def _leave_editor(self) -> None:
        self.keep_draft()
        self._edited_id = None

    def _close_editor(self, edited_id: int) -> None:
        self.context.services.drafts.drop(self.kind, edited_id)
        self._edited_id = None

    def _draft(self, record_id: int) -> Answers | None:
        return self.context.services.drafts.load(self.kind, record_id)

    def _open_editor(self, record_id: int, first: Answers) -> None:
        self._edited_id = record_id
        self._editor.show_answers(record_id, self._draft(record_id) or first, first)
        self.setCurrentWidget(self._editor)
        self._editor.begin()

    def _show_detail(self) -> None:
        self.setCurrentWidget(self._detail)
        record = self._record
        with self.context.reporting():
            self.fill_detail(record, has_draft=record is not None and self._draft(record.id) is not None)
