"""Writing a 事業説明会: when and where."""

from PySide6.QtWidgets import QWidget

from kyodo_desktop.base.i18n import _
from kyodo_desktop.japanese.wareki import format_date
from kyodo_desktop.records.rounds import Briefing, BriefingDraft
from kyodo_desktop.ui.context import UiContext
from kyodo_desktop.ui.pages.proposals.rounds.time_edit import TimeEdit, time_of
from kyodo_desktop.ui.pages.proposals.rounds.wording import briefing_title, time_text
from kyodo_desktop.ui.pages.shared.answers import Answers
from kyodo_desktop.ui.widgets.edits import JapaneseLineEdit, JapaneseTextEdit, WarekiEdit
from kyodo_desktop.ui.widgets.in_place_form import FormTarget, InPlaceForm, day_of

BRIEFING, NEW_BRIEFING = "briefing", "briefing_new"
"""Under what the draft of a briefing is kept, and that of a round's new one."""


class BriefingForm(InPlaceForm):
    """A briefing of a round: a new one, or one that is mended."""

    def __init__(self, context: UiContext, round_id: int, briefing: Briefing | None = None) -> None:
        target = FormTarget(NEW_BRIEFING, round_id) if briefing is None else FormTarget(BRIEFING, briefing.id)
        title = _("事業説明会を記録") if briefing is None else briefing_title(briefing.draft)
        super().__init__(context, target, title)
        self._round_id, self._record = round_id, briefing
        self.held_on = WarekiEdit(_("日にち"), context.clock.today())
        self.held_on.setPlaceholderText(_("例 R8.5.15"))
        self.starts_at = TimeEdit(_("始まりの時刻"))
        self.starts_at.setPlaceholderText(_("例 14:00"))
        self.place = JapaneseLineEdit(_("場所"))
        self.note = JapaneseTextEdit(_("メモ"))
        self.note.setFixedHeight(context.theme.px(76))
        rows: tuple[tuple[str, str, QWidget], ...] = (
            (_("日にち"), "held_on", self.held_on),
            (_("始まり"), "starts_at", self.starts_at),
            (_("場所"), "place", self.place),
            (_("メモ"), "note", self.note),
        )
        for label, name, field in rows:
            self.put(label, name, field)
        for line in (self.held_on, self.starts_at, self.place):
            line.textChanged.connect(self.on_edited)
        self.note.textChanged.connect(self.on_edited)
        self.begin(_answers_of(briefing.draft if briefing is not None else BriefingDraft()))

    def fill(self, answers: Answers) -> None:
        """Show answers in the fields."""
        self.held_on.setText(answers["held_on"])
        self.starts_at.setText(answers["starts_at"])
        self.place.setText(answers["place"])
        self.note.setPlainText(answers["note"])

    def answers(self) -> Answers:
        """Return what stands in the fields."""
        return {
            "held_on": self.held_on.text(),
            "starts_at": self.starts_at.text(),
            "place": self.place.text(),
            "note": self.note.text(),
        }

    def write(self) -> str:
        """Save the briefing."""
        draft = BriefingDraft(
            day_of(self.held_on.text(), self.context.clock.today(), "held_on"),
            time_of(self.starts_at.text(), "starts_at"),
            self.place.text(),
            self.note.text(),
        )
        rounds = self.context.services.rounds
        if self._record is None:
            rounds.add_briefing(self._round_id, draft)
        else:
            rounds.edit_briefing(self._record.id, draft)
        return _("事業説明会を保存しました: {day}").format(day=briefing_title(draft))


def _answers_of(draft: BriefingDraft) -> Answers:
    return {
        "held_on": format_date(draft.held_on) if draft.held_on else "",
        "starts_at": time_text(draft.starts_at),
        "place": draft.place,
        "note": draft.note,
    }
