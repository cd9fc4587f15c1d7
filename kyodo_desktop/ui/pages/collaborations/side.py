"""The right side of 取組一覧: an entry to read, or its editor."""

from collections.abc import Callable

from kyodo_desktop.base.i18n import _
from kyodo_desktop.records.collaborations import CollaborationRecord
from kyodo_desktop.records.sheets import SheetOwner
from kyodo_desktop.ui.context import UiContext
from kyodo_desktop.ui.pages.check_sheets.both_sides import make_both_sides
from kyodo_desktop.ui.pages.collaborations.answers import KIND, answers_of, blank_answers, draft_of
from kyodo_desktop.ui.pages.collaborations.detail import DetailActions, EntryDetail, EntryView
from kyodo_desktop.ui.pages.collaborations.editor import EntryEditor
from kyodo_desktop.ui.pages.collaborations.wording import FormLabels
from kyodo_desktop.ui.pages.shared.answers import NEW, Answers
from kyodo_desktop.ui.pages.shared.record_side import RecordSide


class EntrySide(RecordSide[CollaborationRecord]):
    """Shows an entry; edits it in place."""

    kind = KIND

    def __init__(self, context: UiContext, labels: FormLabels, open_entry: Callable[[int], object]) -> None:
        self._shown_id = NEW
        self._labels, self._service = labels, context.services.collaborations
        self.detail = EntryDetail(context.theme, _("取組の内容"))
        self.editor = EntryEditor(context.theme, tuple(labels.items()), context.services.partners.search)
        super().__init__(context, self.detail, self.editor, open_entry)
        self._actions = DetailActions(
            edit=self.begin_edit,
            add_partner=self.begin_partner,
            drop_draft=self.drop_draft,
            open_partner=lambda partner_id: context.open_page("partners", partner_id),
            open_entry=open_entry,
            open_guide=self._open_guide,
        )

    def begin_partner(self) -> None:
        """Edit the record at a new partner cell."""
        self.begin_edit()
        self.editor.begin_at_new_partner()

    def begin_new(self, fiscal_year: int) -> None:
        """Edit a new entry of a fiscal year, going on from a new one that was left unfinished."""
        with self.context.reporting():
            number = self._service.next_number(fiscal_year)
            self.begin_from(blank_answers(fiscal_year, number))

    def answers_of(self, record: CollaborationRecord) -> Answers:
        """Return the answers that stand for an entry as it is."""
        return answers_of(record)

    def read(self, record_id: int) -> CollaborationRecord:
        """Return an entry anew."""
        return self._service.get(record_id)

    def write(self, record_id: int, answers: Answers) -> tuple[int, str]:
        """Save the answers; return the entry's id, and its number and title."""
        draft = draft_of(answers)
        name = f"{draft.number} {draft.title}"
        if record_id == NEW:
            return self._service.add(draft), name
        self._service.edit(record_id, draft)
        return record_id, name

    def fill_detail(self, record: CollaborationRecord | None, *, has_draft: bool) -> None:
        """Show an entry to be read."""
        if record is None:
            self.detail.show_nothing(_("取組を選ぶと、ここに内容が出ます。"))
            return
        owner = SheetOwner("collaboration", record.id)
        view = EntryView(
            record,
            same_partners=self._service.same_partners(record.id),
            history=self.context.services.history.of(KIND, record.id),
            labels=self._labels,
            has_draft=has_draft,
            guides=self.context.services.guides.of(owner),
        )
        self._shown_id = record.id
        both_sides = make_both_sides(self.context, owner, self.window())
        self.detail.show_entry(view, self._actions, both_sides)

    def _open_guide(self, guide_id: int | None) -> None:
        from kyodo_desktop.ui.guide.dialog import open_guide

        open_guide(self.context, self.window(), SheetOwner("collaboration", self._shown_id), guide_id)
