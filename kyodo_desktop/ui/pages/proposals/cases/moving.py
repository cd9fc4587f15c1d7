"""Moving a case: into a stage or an end, and back; what is missing asks for a reason."""

from datetime import date

from kyodo_desktop.base.i18n import _
from kyodo_desktop.japanese.wareki import format_date
from kyodo_desktop.records.cases import Move
from kyodo_desktop.ui.context import UiContext
from kyodo_desktop.ui.pages.shared.answers import Answers
from kyodo_desktop.ui.theme.tokens import Tone
from kyodo_desktop.ui.widgets.edits import JapaneseTextEdit, WarekiEdit
from kyodo_desktop.ui.widgets.in_place_form import FormTarget, InPlaceForm, day_of
from kyodo_desktop.ui.widgets.tags import NoteBox

MOVE, BACK = "case_move", "case_back"


def move_target(stage: str, proposal_id: int) -> FormTarget:
    """Return under what the draft of a move is kept."""
    return FormTarget(f"{MOVE}_{stage}", proposal_id)


class MoveForm(InPlaceForm):
    """The day of a move, and the reason for it where something is missing."""

    def __init__(self, context: UiContext, proposal_id: int, move: Move) -> None:
        words = _("「{stage}」で終える") if move.is_end else _("「{stage}」に進める")
        super().__init__(context, move_target(move.stage, proposal_id), words.format(stage=move.label))
        self._proposal_id, self._move = proposal_id, move
        if move.missing:
            note = NoteBox(context.theme, Tone.DUE, _("まだそろっていません"), "\n".join(move.missing))
            self.column.insertWidget(1, note)
        today = context.clock.today()
        self.day = WarekiEdit(_("日にち"), today)
        self.reason = JapaneseTextEdit(_("理由"))
        self.reason.setFixedHeight(context.theme.px(64))
        self.put(_("日にち"), "on", self.day)
        hint = _("理由を書けば進められます。理由は経過に残ります。") if move.missing else ""
        self.put(_("理由"), "reason", self.reason, note=hint)
        self.save_button.setText(_("終える") if move.is_end else _("進める"))
        self.day.textChanged.connect(self.on_edited)
        self.reason.textChanged.connect(self.on_edited)
        self.begin({"on": format_date(today), "reason": ""})

    def fill(self, answers: Answers) -> None:
        """Show answers in the fields."""
        self.day.setText(answers["on"])
        self.reason.setPlainText(answers["reason"])

    def answers(self) -> Answers:
        """Return what stands in the fields."""
        return {"on": self.day.text(), "reason": self.reason.text()}

    def write(self) -> str:
        """Move the case."""
        day = day_of(self.day.text(), self.context.clock.today(), "on")
        self.context.services.cases.enter(self._proposal_id, self._move.stage, day, self.reason.text())
        words = _("「{stage}」で終えました") if self._move.is_end else _("「{stage}」に進めました")
        return words.format(stage=self._move.label)

    def focus_first(self) -> None:
        """Put the cursor where a person has to write: the reason if one is needed, else the button."""
        (self.reason if self._move.missing else self.save_button).setFocus()


class BackForm(InPlaceForm):
    """The reason for taking the last move back."""

    def __init__(self, context: UiContext, proposal_id: int, label: str, entered_on: date) -> None:
        title = _("「{stage}」（{day}）を取り消す").format(stage=label, day=format_date(entered_on))
        super().__init__(context, FormTarget(BACK, proposal_id), title)
        self._proposal_id, self._label = proposal_id, label
        self.reason = JapaneseTextEdit(_("理由"))
        self.reason.setFixedHeight(context.theme.px(64))
        self.put(_("理由"), "reason", self.reason)
        self.save_button.setText(_("前の段階に戻す"))
        self.reason.textChanged.connect(self.on_edited)
        self.begin({"reason": ""})

    def fill(self, answers: Answers) -> None:
        """Show answers in the fields."""
        self.reason.setPlainText(answers["reason"])

    def answers(self) -> Answers:
        """Return what stands in the fields."""
        return {"reason": self.reason.text()}

    def write(self) -> str:
        """Take the move back."""
        self.context.services.cases.take_back(self._proposal_id, self.reason.text())
        return _("「{stage}」を取り消しました").format(stage=self._label)
