"""Deciding on themes: 候補, 提示する, 提示しない; a refusal asks for its reason where it is made."""

from collections.abc import Iterator, Sequence
from functools import partial

from PySide6.QtWidgets import QHBoxLayout, QWidget

from kyodo_desktop.base.errors import InputError
from kyodo_desktop.base.i18n import N_, _
from kyodo_desktop.records.rounds import (
    THEME_DECISION_LABELS,
    Meeting,
    RoundDetail,
    Theme,
    ThemeDecision,
)
from kyodo_desktop.ui.context import UiContext
from kyodo_desktop.ui.pages.proposals.rounds.wording import meeting_choice
from kyodo_desktop.ui.pages.proposals.section import ListSection
from kyodo_desktop.ui.pages.proposals.spots import at_spot
from kyodo_desktop.ui.pages.shared.answers import Answers
from kyodo_desktop.ui.widgets.choice import Choice
from kyodo_desktop.ui.widgets.edits import JapaneseTextEdit
from kyodo_desktop.ui.widgets.in_place_form import FormTarget, InPlaceForm
from kyodo_desktop.ui.widgets.segments import Segments

DECISION = "theme_decision"
_SAID: dict[ThemeDecision, str] = {
    ThemeDecision.CANDIDATE: N_("候補に戻しました: {title}"),
    ThemeDecision.CHOSEN: N_("提示すると決めました: {title}"),
    ThemeDecision.REFUSED: N_("提示しないと決めました: {title}"),
}


class DecisionForm(InPlaceForm):
    """What was decided on a theme, why, and at which meeting; `first` is the decision begun with."""

    def __init__(
        self,
        context: UiContext,
        theme: Theme,
        meetings: Sequence[Meeting],
        first: ThemeDecision,
        meeting_id: int | None,
    ) -> None:
        super().__init__(
            context, decision_target(theme), _("決めたこと: {title}").format(title=theme.draft.title)
        )
        self._record = theme
        choices = [(one.value, _(label)) for one, label in THEME_DECISION_LABELS.items()]
        self.decision = Segments(context.theme, choices, _("決定"))
        self.reason = JapaneseTextEdit(_("理由"))
        self.reason.setFixedHeight(context.theme.px(76))
        offered = [
            ("", _("会議によらない・未記入")),
            *((str(one.id), meeting_choice(one)) for one in meetings),
        ]
        self.meeting = Choice(context.theme, _("決めた会議"), offered)
        holder = QWidget()
        line = QHBoxLayout(holder)
        context.theme.space(line, 0, (0, 2, 0, 2))
        line.addWidget(self.decision)
        line.addStretch(1)
        holder.setFocusProxy(self.decision)
        self.put(_("決定"), "decision", holder)
        self.put(_("理由"), "reason", self.reason, note=_("「提示しない」には理由が要ります。"))
        self.put(_("会議"), "meeting_id", self.meeting)
        self.decision.chosen.connect(self.on_edited)
        self.reason.textChanged.connect(self.on_edited)
        self.meeting.chosen.connect(self.on_edited)
        stored = _answers(theme.decision, theme.reason, theme.meeting_id)
        self.begin(stored)
        if first is not theme.decision:
            self.fill(_answers(first, theme.reason, meeting_id))

    def focus_first(self) -> None:
        """Begin with the reason."""
        self.reason.setFocus()

    def fill(self, answers: Answers) -> None:
        """Show answers in the fields."""
        self.decision.set_value(answers["decision"])
        self.reason.setPlainText(answers["reason"])
        self.meeting.set_value(answers["meeting_id"])

    def answers(self) -> Answers:
        """Return what stands in the fields."""
        return {
            "decision": self.decision.value(),
            "reason": self.reason.text(),
            "meeting_id": self.meeting.value(),
        }

    def write(self) -> str:
        """Note the decision."""
        if not self.decision.value():
            raise InputError(_("どう決めたかを選んでください。"), "decision")
        decision, meeting = ThemeDecision(self.decision.value()), self.meeting.value()
        self.context.services.rounds.decide(
            [self._record.id], decision, self.reason.text(), int(meeting) if meeting else None
        )
        return decided_words(decision, self._record)


class DecidingSection(ListSection[RoundDetail]):
    """A side where themes are decided on."""

    begun: tuple[ThemeDecision, int | None] | None = None
    """The decision that was chosen and still wants its reason, and the meeting it is made at."""

    def decision_segments(self, theme: Theme, detail: RoundDetail, meeting_id: int | None) -> Segments:
        """Return the choice of a decision; it is saved at once, but for a refusal, which wants a reason."""
        choices = [(one.value, _(label)) for one, label in THEME_DECISION_LABELS.items()]
        segments = Segments(self.context.theme, choices, theme.draft.title)
        segments.set_value(theme.decision.value)
        segments.chosen.connect(partial(self._on_chosen, theme, detail, meeting_id))
        return at_spot(segments, f"edit {DECISION} {theme.id}")

    def decision_form(self, theme: Theme, detail: RoundDetail, meeting_id: int | None) -> Iterator[QWidget]:
        """Yield the form of a theme's decision, if it is the open one."""
        target = decision_target(theme)
        if not self.is_open(target):
            return
        first, meeting = self.begun or (theme.decision, theme.meeting_id or meeting_id)
        yield self.put(target, lambda: DecisionForm(self.context, theme, detail.meetings, first, meeting))

    def explain(self, theme: Theme) -> None:
        """Open the form of a decision as it stands."""
        self.begun = None
        self.open_form(decision_target(theme))

    def _on_chosen(self, theme: Theme, detail: RoundDetail, meeting_id: int | None, key: str) -> None:
        decision = ThemeDecision(key)
        meeting = meeting_id if meeting_id is not None else last_meeting(detail)
        if decision is ThemeDecision.REFUSED:
            self.begun = (decision, meeting)
            self.open_form(decision_target(theme))
            return
        if decision is ThemeDecision.CANDIDATE:
            meeting = None
        # The reason there is was one for something else.
        decide = partial(self.context.services.rounds.decide, [theme.id], decision, "", meeting)
        self.act(decided_words(decision, theme), decide)


def decision_target(theme: Theme) -> FormTarget:
    """Return under what the draft of a decision is kept."""
    return FormTarget(DECISION, theme.id)


def decided_words(decision: ThemeDecision, theme: Theme) -> str:
    """Return in words what was decided."""
    return _(_SAID[decision]).format(title=theme.draft.title)


def last_meeting(detail: RoundDetail) -> int | None:
    """Return the meeting that was held last: where a decision is likely to have been made."""
    held = [one for one in detail.meetings if one.draft.held_on is not None]
    return held[-1].id if held else None


def _answers(decision: ThemeDecision, reason: str, meeting_id: int | None) -> Answers:
    return {
        "decision": decision.value,
        "reason": reason,
        "meeting_id": str(meeting_id) if meeting_id is not None else "",
    }
