"""Noting a talk: three keys besides its words. The form stands in counter mode and on a partner's card."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from kyodo_desktop.base.errors import InputError, KyodoError
from kyodo_desktop.base.i18n import _
from kyodo_desktop.records.contacts import ContactRecord
from kyodo_desktop.records.counter import CounterCase
from kyodo_desktop.records.settings import CLERK_NAME
from kyodo_desktop.ui.context import UiContext
from kyodo_desktop.ui.counter.talk_answers import (
    KIND,
    NEW_KIND,
    Answers,
    Subject,
    answers_of,
    blank_answers,
    draft_of,
    holds_words,
)
from kyodo_desktop.ui.counter.talk_edits import ComingDayEdit, HeardPhoneEdit, TimeEdit
from kyodo_desktop.ui.counter.way_keys import WayKeys
from kyodo_desktop.ui.widgets.buttons import make_button
from kyodo_desktop.ui.widgets.choice import Choice
from kyodo_desktop.ui.widgets.edits import JapaneseLineEdit, JapaneseTextEdit, WarekiEdit
from kyodo_desktop.ui.widgets.form_rows import FormRows
from kyodo_desktop.ui.widgets.labels import make_label

DRAFT_PAUSE_MS = 1000
"""What is typed is kept this long after the first key since it was kept last."""
_TEXT_HEIGHT, _WAYS_WIDTH = 96, 480
_SAVING = ("Ctrl+Return", "Ctrl+Enter")


class TalkForm(QWidget):
    """The fields of one talk, new or noted before; what is typed is a draft until it is saved.

    `saved` carries the talk's id, `given_up` comes from the clerk, `register_asked` too: the caller is to
    become a partner. `closable` where やめる is there even while nothing is typed.
    """

    saved = Signal(int)
    given_up = Signal()
    register_asked = Signal()

    def __init__(
        self, context: UiContext, cases: Sequence[CounterCase] = (), *, closable: bool = False
    ) -> None:
        super().__init__()
        self._context, self._services, self._closable = context, context.services, closable
        self._subject = Subject()
        self._base: ContactRecord | None = None
        self._first: Answers = {}
        self._filling = False
        self._holders: dict[QWidget, FormRows] = {}
        self._pause = QTimer(self, singleShot=True, interval=DRAFT_PAUSE_MS)
        self._pause.timeout.connect(self.keep_draft)
        self._make_fields()
        self._lay_out()
        self.offer_cases(cases)
        self._connect()

    # What stands in it

    @property
    def subject(self) -> Subject:
        """Whom the talk is noted of."""
        return self._subject

    @property
    def is_new(self) -> bool:
        """Whether it is a talk that was not noted before."""
        return self._base is None

    @property
    def talk_id(self) -> int | None:
        """The talk that is edited, None for a new one."""
        return self._base.id if self._base is not None else None

    def open_new(self, subject: Subject) -> None:
        """Begin a new talk, going on from one with the same partner that was left unfinished."""
        self._subject, self._base = subject, None
        clerk = self._services.settings.get(CLERK_NAME, "")
        self._open(blank_answers(subject, self._context.clock.now(), clerk))

    def open_talk(self, talk: ContactRecord) -> None:
        """Edit a talk, going on from what was typed over it and not saved."""
        self._subject, self._base = Subject(talk.draft.partner_id, talk.who, talk.draft.caller), talk
        self._open(answers_of(talk))

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

    def answers(self) -> Answers:
        """Return what stands in the fields."""
        return {
            **{name: line.text() for name, line in self.lines.items()},
            # Before +7 is kept it becomes a day: tomorrow it would be another one.
            "next_on": self._next_on.formed(),
            "text": self.text.text(),
            "way": self.ways.value(),
            "partner_id": self._subject.partner_id,
            "proposal_id": int(self.proposal.value()) if self.proposal.value() else None,
        }

    def is_changed(self) -> bool:
        """Tell whether there is anything to save."""
        answers = self.answers()
        return holds_words(answers) and answers != self._first if self.is_new else answers != self._first

    def begin(self) -> None:
        """Put the cursor where writing begins: on the ways, or in the words once a way is chosen."""
        if self.ways.value():
            self.text.setFocus()
        else:
            self.ways.setFocus()

    def adopt(self, subject: Subject) -> None:
        """Go on with what is typed as a talk with another: the caller turns out to be a partner."""
        answers = self.answers()
        self._forget()
        self._subject = subject
        kept = self._services.drafts.load(*self._place()) or {}
        texts = [kept.get("text", "") if self.is_new else "", answers["text"]]
        self._fill({**kept, **answers, "text": "\n".join(text for text in texts if text), "caller": ""})
        self.keep_draft()

    # Keeping and saving

    def save(self) -> None:
        """Save the talk; what an input method is still composing is confirmed first."""
        if self.text.is_composing or any(line.is_composing for line in self.lines.values()):
            return
        try:
            draft = draft_of(self.answers(), self._base, self._context.clock.today())
            if self._base is None:
                saved_id = self._services.contacts.note(draft)
            else:
                saved_id = self._base.id
                self._services.contacts.edit(saved_id, draft)
        except KyodoError as error:
            if isinstance(error, InputError):
                self.show_problem(error)
            self._context.report(error)
            return
        self._forget()
        self.saved.emit(saved_id)

    def give_up(self) -> None:
        """Throw away what is typed."""
        self._forget()
        self.given_up.emit()

    def keep_draft(self) -> None:
        """Keep what is typed and not saved; forget a draft that says nothing new."""
        self._pause.stop()
        kind, record_id = self._place()
        with self._context.reporting():
            if self.is_changed():
                self._services.drafts.save(kind, record_id, self.answers())
            elif self._services.drafts.load(kind, record_id) is not None:
                self._services.drafts.drop(kind, record_id)

    def show_problem(self, error: InputError) -> None:
        """Say beside its field what cannot be taken."""
        field = self._field(error.field or "")
        holder = self._holders.get(field)
        if holder is not None:
            holder.set_problem(field, str(error))
        field.setFocus()

    # Inside

    def _open(self, first: Answers) -> None:
        self._first = first
        kind, record_id = self._place()
        self._fill({**first, **(self._services.drafts.load(kind, record_id) or {})})
        self._pause.stop()

    def _fill(self, answers: Mapping[str, object]) -> None:
        self._filling = True
        for holder in self._holders.values():
            holder.clear_problems()
        for name, line in self.lines.items():
            line.setText(str(answers[name]))
            line.setCursorPosition(0)
        self.text.setPlainText(str(answers["text"]))
        self.ways.set_value(str(answers["way"]))
        self._set_proposal(str(answers["proposal_id"] or ""))
        self._caller_room.setVisible(self._subject.partner_id is None)
        self._filling = False
        self._refresh()

    def _place(self) -> tuple[str, int]:
        """Return kind and id under which what is typed is kept."""
        return (KIND, self._base.id) if self._base is not None else (NEW_KIND, self._subject.partner_id or 0)

    def _forget(self) -> None:
        self._pause.stop()
        self._services.drafts.drop(*self._place())

    def _set_proposal(self, key: str) -> None:
        """Choose a proposal, offering it too where it is no longer an open one."""
        if key and self.proposal.findData(key) < 0:
            self.proposal.addItem(_("ほかの提案"), key)
            self._holders[self.proposal].show()
        self.proposal.set_value(key)

    def _field(self, name: str) -> QWidget:
        fields: dict[str, QWidget] = {**self.lines, "way": self.ways, "proposal_id": self.proposal}
        return fields.get({"happened_at": "day"}.get(name, name), self.text)

    def _on_edited(self) -> None:
        if self._filling:
            return
        self._refresh()
        # Not begun anew by each key: who writes without a pause is to lose no more than a second either.
        if not self._pause.isActive():
            self._pause.start()

    def _refresh(self) -> None:
        self.off.setVisible(self._closable or self.is_changed())

    def _take_now(self) -> None:
        """Take the present moment: the form may have stood open for hours before the telephone rang."""
        now = blank_answers(self._subject, self._context.clock.now(), "")
        self._filling = True
        for name in ("day", "time"):
            self._first[name] = now[name]
            self.lines[name].setText(now[name])
        self._filling = False

    # How it is made

    def _make_fields(self) -> None:
        theme, today = self._context.theme, self._context.clock.today()
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
        theme = self._context.theme
        column = QVBoxLayout(self)
        theme.space(column, 12)
        self._caller_room = self._make_caller_room()
        column.addWidget(self._caller_room)
        column.addWidget(self._held(_("どのように"), self.ways, _WAYS_WIDTH))
        column.addWidget(self._held(_("話したこと"), self.text))
        column.addLayout(self._pair(("next_what", _("次にすること"), 1), ("next_on", _("期日"), 1)))
        column.addLayout(self._pair(("person", _("話した人"), 1), ("phone", _("電話"), 1)))
        column.addLayout(
            self._pair(("day", _("日付"), 4), ("time", _("時刻"), 2), ("taken_by", _("受けた人"), 3))
        )
        column.addWidget(self._held(_("どの件"), self.proposal))
        column.addLayout(self._make_buttons())

    def _make_caller_room(self) -> QWidget:
        room = QWidget()
        row = QHBoxLayout(room)
        theme = self._context.theme
        theme.space(row, 12)
        row.addWidget(self._held(_("相手（台帳にない人や団体）"), self.lines["caller"]), 1)
        self.register = make_button(
            theme, _("団体として登録"), self.register_asked.emit, kind="link", icon="plus"
        )
        row.addWidget(self.register, 0, Qt.AlignmentFlag.AlignBottom)
        return room

    def _make_buttons(self) -> QHBoxLayout:
        theme = self._context.theme
        row = QHBoxLayout()
        theme.space(row, 12)
        self.off = make_button(theme, _("やめる"), self.give_up, kind="link")
        self.save_button = make_button(theme, _("保存"), self.save, kind="primary", icon="save")
        row.addWidget(self.off)
        row.addStretch(1)
        row.addWidget(make_label("Ctrl+Enter", "caption"))
        row.addWidget(self.save_button)
        return row

    def _pair(self, *cells: tuple[str, str, int]) -> QHBoxLayout:
        row = QHBoxLayout()
        self._context.theme.space(row, 12)
        for name, label, stretch in cells:
            row.addWidget(self._held(label, self.lines[name]), stretch, Qt.AlignmentFlag.AlignTop)
        return row

    def _held(self, label: str, field: QWidget, width: int | None = None) -> FormRows:
        holder = FormRows(self._context.theme, narrow=True)
        holder.add(label, field, width=width)
        self._holders[field] = holder
        return holder

    def _connect(self) -> None:
        for line in self.lines.values():
            line.textChanged.connect(lambda _text: self._on_edited())
        self.text.textChanged.connect(self._on_edited)
        self.ways.chosen.connect(lambda _way: self._on_way())
        self.ways.picked.connect(self.text.setFocus)
        self.proposal.chosen.connect(lambda _key: self._on_edited())
        for keys in _SAVING:
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(self.save)

    def _on_way(self) -> None:
        self._holders[self.ways].set_problem(self.ways, "")
        if self.is_new and not holds_words(self.answers()):
            self._take_now()
        self._on_edited()
