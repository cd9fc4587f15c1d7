"""Writing a 協働推進庁内検討会議: when, where, who came, what was said."""

from collections.abc import Iterable, Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from kyodo_desktop.base.i18n import _
from kyodo_desktop.japanese.wareki import format_date
from kyodo_desktop.records.rounds import Meeting, MeetingDraft
from kyodo_desktop.ui.context import UiContext
from kyodo_desktop.ui.pages.proposals.rounds.wording import department_name, meeting_title
from kyodo_desktop.ui.pages.shared.answers import Answers
from kyodo_desktop.ui.theme.theme import Theme
from kyodo_desktop.ui.widgets.buttons import make_button
from kyodo_desktop.ui.widgets.detail import make_flow
from kyodo_desktop.ui.widgets.edits import JapaneseLineEdit, JapaneseTextEdit, WarekiEdit
from kyodo_desktop.ui.widgets.in_place_form import FormTarget, InPlaceForm, day_of
from kyodo_desktop.ui.widgets.tick_box import TickBox

MEETING, NEW_MEETING = "council_meeting", "council_meeting_new"
"""Under what the draft of a meeting is kept, and that of a round's new one."""
_BOX = 232


class CouncilTicks(QWidget):
    """A box to tick for each 課, in as many columns as there is room for; `changed` tells of a tick."""

    changed = Signal()

    def __init__(self, theme: Theme, names: Sequence[str]) -> None:
        super().__init__()
        self._theme = theme
        self._columns = 0
        self.boxes = {name: TickBox(theme, department_name(name)) for name in names}
        outer = QVBoxLayout(self)
        theme.space(outer, 4)
        everyone = make_button(theme, _("全部の課に印"), self._tick_all, kind="link")
        nobody = make_button(theme, _("印を消す"), self._untick_all, kind="link")
        links = make_flow(theme, (everyone, nobody), 16)
        links.setProperty("ground", "note")
        outer.addWidget(links)
        self._grid = QGridLayout()
        theme.space(self._grid, 0)
        outer.addLayout(self._grid)
        for box in self.boxes.values():
            box.setToolTip(next(name for name, one in self.boxes.items() if one is box))
            box.clicked.connect(lambda _on=False: self.changed.emit())
        self.setFocusProxy(everyone)
        self._arrange(2)

    def value(self) -> list[str]:
        """Return the names that are ticked."""
        return [name for name, box in self.boxes.items() if box.isChecked()]

    def set_value(self, names: Iterable[str]) -> None:
        """Tick without telling."""
        ticked = frozenset(names)
        for name, box in self.boxes.items():
            box.setChecked(name in ticked)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Take as many columns as there is room for."""
        super().resizeEvent(event)
        self._arrange(max(1, self.width() // self._theme.px(_BOX)))

    def _arrange(self, columns: int) -> None:
        if columns == self._columns:
            return
        self._columns = columns
        rows = -(-len(self.boxes) // columns)
        for at, box in enumerate(self.boxes.values()):
            self._grid.addWidget(box, at % rows, at // rows)

    def _tick_all(self) -> None:
        self.set_value(self.boxes)
        self.changed.emit()

    def _untick_all(self) -> None:
        self.set_value(())
        self.changed.emit()


class MeetingForm(InPlaceForm):
    """A meeting of a round: a new one, or one that is mended."""

    def __init__(self, context: UiContext, round_id: int, meeting: Meeting | None = None) -> None:
        target = FormTarget(NEW_MEETING, round_id) if meeting is None else FormTarget(MEETING, meeting.id)
        title = _("庁内検討会議を記録") if meeting is None else meeting_title(meeting.draft)
        super().__init__(context, target, title)
        self._round_id, self._record = round_id, meeting
        first = meeting.draft if meeting is not None else MeetingDraft()
        self.held_on = WarekiEdit(_("日にち"), context.clock.today())
        self.held_on.setPlaceholderText(_("例 R8.5.20"))
        self.place = JapaneseLineEdit(_("場所"))
        names = dict.fromkeys((*context.services.rounds.council(), *first.attended))
        self.attended = CouncilTicks(context.theme, tuple(names))
        self.note = JapaneseTextEdit(_("話したこと"))
        self.note.setFixedHeight(context.theme.px(98))
        self.put(_("日にち"), "held_on", self.held_on)
        self.put(_("場所"), "place", self.place)
        self.put(_("出席した課"), "attended", self.attended)
        self.put(_("話したこと"), "note", self.note)
        for line in (self.held_on, self.place):
            line.textChanged.connect(self.on_edited)
        self.note.textChanged.connect(self.on_edited)
        self.attended.changed.connect(self.on_edited)
        self.begin(_answers_of(first))

    def fill(self, answers: Answers) -> None:
        """Show answers in the fields."""
        self.held_on.setText(answers["held_on"])
        self.place.setText(answers["place"])
        self.attended.set_value(answers["attended"])
        self.note.setPlainText(answers["note"])

    def answers(self) -> Answers:
        """Return what stands in the fields."""
        return {
            "held_on": self.held_on.text(),
            "place": self.place.text(),
            "attended": self.attended.value(),
            "note": self.note.text(),
        }

    def write(self) -> str:
        """Save the meeting."""
        draft = MeetingDraft(
            day_of(self.held_on.text(), self.context.clock.today(), "held_on"),
            self.place.text(),
            tuple(self.attended.value()),
            self.note.text(),
        )
        rounds = self.context.services.rounds
        if self._record is None:
            rounds.add_meeting(self._round_id, draft)
        else:
            rounds.edit_meeting(self._record.id, draft)
        return _("庁内検討会議を保存しました: {day}").format(day=meeting_title(draft))


def _answers_of(draft: MeetingDraft) -> Answers:
    return {
        "held_on": format_date(draft.held_on) if draft.held_on else "",
        "place": draft.place,
        "attended": list(draft.attended),
        "note": draft.note,
    }
