"""The fields of a talk, and how they stand; what becomes of what is typed is the form's affair."""

from collections.abc import Mapping, Sequence
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from kyodo_desktop.base.errors import InputError
from kyodo_desktop.base.i18n import _
from kyodo_desktop.records.counter import CounterCase
from kyodo_desktop.ui.counter.talk_answers import Answers
from kyodo_desktop.ui.counter.talk_edits import ComingDayEdit, HeardPhoneEdit, TimeEdit
from kyodo_desktop.ui.counter.way_keys import WayKeys
from kyodo_desktop.ui.theme.theme import Theme
from kyodo_desktop.ui.widgets.buttons import make_button
from kyodo_desktop.ui.widgets.choice import Choice
from kyodo_desktop.ui.widgets.edits import PASSED_BY, JapaneseLineEdit, JapaneseTextEdit, WarekiEdit
from kyodo_desktop.ui.widgets.form_rows import FormRows
from kyodo_desktop.ui.widgets.labels import make_label

_TEXT_HEIGHT, _WAYS_WIDTH = 96, 480


class TalkFields(QWidget):
    """One column for 400 px; `edited` after any change of a person's, `way_chosen` after that of the way.

    `register_asked` comes from the clerk: the caller is to become a partner.
    """

    edited = Signal()
    way_chosen = Signal()
    register_asked = Signal()

    def __init__(self, theme: Theme, today: date) -> None:
        super().__init__()
        self.theme = theme
        self._filling = False
        self._holders: dict[QWidget, FormRows] = {}
        self._make_fields(today)
        self._lay_out()
        self.offer_cases(())
        for line in self.lines.values():
            line.textChanged.connect(lambda _text: self._on_edited())
        self.text.textChanged.connect(self._on_text)
        self.proposal.chosen.connect(lambda _key: self._on_edited())
        self.ways.chosen.connect(lambda _way: self._on_way())
        self.ways.picked.connect(self.text.setFocus)

    @property
    def is_composing(self) -> bool:
        """Whether an input method is composing in one of them."""
        return self.text.is_composing or any(line.is_composing for line in self.lines.values())

    def offer_cases(self, cases: Sequence[CounterCase]) -> None:
        """Offer the proposals that the talk may be about."""
        proposals = [case for case in cases if case.kind == "proposals"]
        before = self.proposal.value()
        choices = [
            (str(one.record_id), "　".join(filter(None, (one.number, one.title)))) for one in proposals
        ]
        self.proposal.set_choices([("", _("（決めない）")), *choices])
        self._holders[self.proposal].setVisible(bool(proposals))
        self._set_proposal(before)

    def fill(self, answers: Mapping[str, object]) -> None:
        """Show answers; a caller's field only where there is no partner."""
        self._filling = True
        for holder in self._holders.values():
            holder.clear_problems()
        for name, line in self.lines.items():
            line.setText(str(answers[name]))
            line.setCursorPosition(0)
        self.text.setPlainText(str(answers["text"]))
        self.ways.set_value(str(answers["way"]))
        self._set_proposal(str(answers["proposal_id"] or ""))
        self._caller_room.setVisible(not answers["partner_id"])
        self._filling = False

    def set_moment(self, day: str, time: str) -> None:
        """Show another day and time, as nobody's change."""
        self._filling = True
        self.lines["day"].setText(day)
        self.lines["time"].setText(time)
        self._filling = False

    def typed(self) -> Answers:
        """Return what stands in the fields."""
        return {
            **{name: line.text() for name, line in self.lines.items()},
            # Before +7 is kept it becomes a day: tomorrow it would be another one.
            "next_on": self._next_on.formed(),
            "text": self.text.text(),
            "way": self.ways.value(),
            "proposal_id": int(self.proposal.value()) if self.proposal.value() else None,
        }

    def begin(self) -> None:
        """Put the cursor where writing begins: on the ways, or in the words once a way is chosen."""
        if self.ways.value():
            self.text.setFocus()
        else:
            self.ways.setFocus()

    def show_problem(self, error: InputError) -> None:
        """Say beside its field what cannot be taken."""
        name = {"happened_at": "day"}.get(error.field or "", error.field)
        fields: dict[str, QWidget] = {**self.lines, "way": self.ways, "proposal_id": self.proposal}
        field = fields.get(name or "", self.text)
        self._holders[field].set_problem(field, str(error))
        field.setFocus()

    # Inside

    def _set_proposal(self, key: str) -> None:
        """Choose a proposal, offering it too where it is no longer an open one."""
        if key and self.proposal.findData(key) < 0:
            self.proposal.addItem(_("ほかの提案"), key)
            self._holders[self.proposal].show()
        self.proposal.set_value(key)

    def _on_edited(self) -> None:
        if not self._filling:
            self.edited.emit()

    def _on_text(self) -> None:
        self._holders[self.text].set_problem(self.text, "")
        self._on_edited()

    def _on_way(self) -> None:
        self._holders[self.ways].set_problem(self.ways, "")
        self.way_chosen.emit()
        self.edited.emit()

    # How it is made

    def _make_fields(self, today: date) -> None:
        theme = self.theme
        self.ways = WayKeys(theme)
        self.text = JapaneseTextEdit(_("話したこと"))
        self.text.setFixedHeight(theme.px(_TEXT_HEIGHT))
        self._next_on = ComingDayEdit(_("期日"), today)
        self._next_on.setPlaceholderText(_("12/1、+7"))
        self.lines: dict[str, JapaneseLineEdit] = {
            "caller": JapaneseLineEdit(_("相手")),
            "next_what": JapaneseLineEdit(_("次にすること")),
            "next_on": self._next_on,
            "person": JapaneseLineEdit(_("話した人")),
            "phone": HeardPhoneEdit(_("電話")),
            "day": WarekiEdit(_("日付"), today),
            "time": TimeEdit(_("時刻")),
            "taken_by": JapaneseLineEdit(_("受けた人")),
        }
        self.proposal = Choice(theme, _("どの件"))

    def _lay_out(self) -> None:
        column = self._column = QVBoxLayout(self)
        self.theme.space(column, 12)
        self._caller_room = self._make_caller_room()
        column.addWidget(self._caller_room)
        column.addWidget(self._held(_("どのように"), self.ways, _WAYS_WIDTH))
        # A width of one's own lets it grow beyond its segments.
        self.ways.setMaximumWidth(self.ways.sizeHint().width())
        column.addWidget(self._held(_("話したこと"), self.text))
        column.addLayout(self._pair(("next_what", _("次にすること"), 1), ("next_on", _("期日"), 1)))
        column.addLayout(self._pair(("person", _("話した人"), 1), ("phone", _("電話"), 1)))
        column.addLayout(
            self._pair(("day", _("日付"), 4), ("time", _("時刻"), 2), ("taken_by", _("受けた人"), 3))
        )
        column.addWidget(self._held(_("どの件"), self.proposal))

    def _make_caller_room(self) -> QWidget:
        room = QWidget()
        row = QHBoxLayout(room)
        self.theme.space(row, 12)
        row.addWidget(self._held(_("相手（台帳にない人や団体）"), self.lines["caller"]), 1)
        words = _("団体として登録")
        self.register = make_button(self.theme, words, self.register_asked.emit, kind="link", icon="plus")
        self.register.setProperty(PASSED_BY, True)
        row.addWidget(self.register, 0, Qt.AlignmentFlag.AlignBottom)
        return room

    def add_buttons(self, off: QPushButton, save: QPushButton) -> None:
        """Add the last row: the button that gives up, which Enter never stops at, and the one that saves."""
        off.setProperty(PASSED_BY, True)
        row = QHBoxLayout()
        self.theme.space(row, 12)
        row.addWidget(off)
        row.addStretch(1)
        row.addWidget(make_label("Ctrl+Enter", "caption"))
        row.addWidget(save)
        self._column.addLayout(row)

    def _pair(self, *cells: tuple[str, str, int]) -> QHBoxLayout:
        row = QHBoxLayout()
        self.theme.space(row, 12)
        for name, label, stretch in cells:
            row.addWidget(self._held(label, self.lines[name]), stretch, Qt.AlignmentFlag.AlignTop)
        return row

    def _held(self, label: str, field: QWidget, width: int | None = None) -> FormRows:
        holder = FormRows(self.theme, narrow=True)
        holder.add(label, field, width=width)
        self._holders[field] = holder
        return holder
