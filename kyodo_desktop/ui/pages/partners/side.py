"""The right side of 団体台帳: a partner's card, or its editor."""

from collections.abc import Callable

from kyodo_desktop.base.i18n import _
from kyodo_desktop.records.partners import PartnerPair, PartnerRecord
from kyodo_desktop.ui.context import UiContext
from kyodo_desktop.ui.pages.partners.answers import KIND, answers_of, blank_answers, draft_of
from kyodo_desktop.ui.pages.partners.detail import PartnerCard
from kyodo_desktop.ui.pages.partners.editor import PartnerEditor
from kyodo_desktop.ui.pages.partners.files_part import FilesPart
from kyodo_desktop.ui.pages.partners.story_part import StoryPart
from kyodo_desktop.ui.pages.partners.talks_sheet import TalksPart
from kyodo_desktop.ui.pages.partners.terms import Terms
from kyodo_desktop.ui.pages.partners.view import CardActions, CardPart, PartnerView
from kyodo_desktop.ui.pages.partners.wording import Tab
from kyodo_desktop.ui.pages.shared.answers import NEW, Answers
from kyodo_desktop.ui.pages.shared.record_side import RecordSide
from kyodo_desktop.ui.talents.part import TalentsPart


class PartnerSide(RecordSide[PartnerRecord]):
    """Shows a partner; edits it in place."""

    kind = KIND

    def __init__(
        self,
        context: UiContext,
        terms: Terms,
        open_partner: Callable[[int], object],
        confirm: Callable[[], object],
        mark_different: Callable[[PartnerPair], object],
        compare: Callable[[PartnerPair], object],
    ) -> None:
        self._service = context.services.partners
        self._terms = terms
        self._labels = {form.key: form.label for form in context.services.collaborations.forms()}
        self.story = StoryPart(context)
        self._parts: dict[Tab, CardPart] = {
            Tab.STORY: self.story,
            Tab.TALKS: TalksPart(context),
            Tab.TALENTS: TalentsPart(context, open_partner, self.window),
            Tab.FILES: FilesPart(context),
        }
        self.detail = PartnerCard(context.theme, _("団体の内容"), self._parts)
        self.editor = PartnerEditor(
            context.theme,
            terms,
            context.clock.today,
            self._clerk,
            context.services.matching.look_alikes,
            open_partner,
        )
        super().__init__(context, self.detail, self.editor, open_partner)
        self._actions = CardActions(
            edit=self.begin_edit,
            confirm=confirm,
            drop_draft=self.drop_draft,
            open_partner=open_partner,
            open_entry=lambda entry_id: context.open_page("collaborations", entry_id),
            mark_different=mark_different,
            compare=compare,
        )

    def begin_new(self) -> None:
        """Edit a new partner, going on from a new one that was left unfinished."""
        self.editor.show_tab(Tab.BASIC)
        self.begin_from(blank_answers())

    def begin_edit(self) -> None:
        """Edit the partner, in the section that is being read."""
        if not self.is_editing:
            self.editor.show_tab(self.detail.tab)
        super().begin_edit()

    def keep_draft(self) -> None:
        """Keep what is typed in the editor, and in the tabs of the card."""
        super().keep_draft()
        for part in self._parts.values():
            part.keep_draft()

    def answers_of(self, record: PartnerRecord) -> Answers:
        """Return the answers that stand for a partner as it is; the rows of the list are not whole."""
        return answers_of(self._service.get(record.id))

    def read(self, record_id: int) -> PartnerRecord:
        """Return a partner anew."""
        return self._service.get(record_id)

    def write(self, record_id: int, answers: Answers) -> tuple[int, str]:
        """Save the answers; return the partner's id and name."""
        draft = draft_of(answers, self.context.clock.today())
        if record_id == NEW:
            return self._service.add(draft), draft.name
        self._service.edit(record_id, draft)
        return record_id, draft.name

    def fill_detail(self, record: PartnerRecord | None, *, has_draft: bool) -> None:
        """Show a partner's card; what is typed in the tabs of the last one stays theirs."""
        for part in self._parts.values():
            part.keep_draft()
        if record is None:
            self.detail.show_nothing(_("団体を選ぶと、ここに内容が出ます。"))
            return
        view = PartnerView(
            self._service.detail(record.id),
            history=self.context.services.history.of(KIND, record.id),
            labels=self._labels,
            today=self.context.clock.today(),
            terms=self._terms,
            has_draft=has_draft,
            talks=self.context.services.contacts.of_partner(record.id),
        )
        self.detail.show_partner(view, self._actions)

    def _clerk(self) -> str:
        return self.context.services.settings.get("clerk_name", "")
