"""Noting a talk: three keys besides its words. The form stands in counter mode and on a partner's card."""

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent

from kyodo_desktop.base.errors import InputError, KyodoError
from kyodo_desktop.base.i18n import _
from kyodo_desktop.records.contacts import ContactRecord
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
from kyodo_desktop.ui.counter.talk_fields import TalkFields
from kyodo_desktop.ui.widgets.buttons import make_button

DRAFT_PAUSE_MS = 1000
"""What is typed is kept this long after the first key since it was kept last."""
_SAVING = {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_S}


class TalkForm(TalkFields):
    """The fields of one talk, new or noted before; what is typed is a draft until it is saved.

    `saved` carries the talk's id, `given_up` comes from the clerk. `closable` where やめる is there even
    while nothing is typed.
    """

    saved = Signal(int)
    given_up = Signal()

    def __init__(self, context: UiContext, *, closable: bool = False) -> None:
        super().__init__(context.theme, context.clock.today())
        self._context, self._services, self._closable = context, context.services, closable
        self._subject = Subject()
        self._base: ContactRecord | None = None
        self._first: Answers = {}
        self._kept: Answers | None = None
        self._pause = QTimer(self, singleShot=True, interval=DRAFT_PAUSE_MS)
        self._pause.timeout.connect(self.keep_draft)
        self.off = make_button(context.theme, _("やめる"), self.give_up, kind="link")
        self.save_button = make_button(context.theme, _("保存"), self.save, kind="primary", icon="save")
        self.add_buttons(self.off, self.save_button)
        self.edited.connect(self._on_anything)
        self.way_chosen.connect(self._take_now)

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

    def adopt(self, subject: Subject) -> None:
        """Go on with what is typed as a talk with another: the caller turns out to be a partner."""
        answers, first = self.answers(), self._first
        self._forget()
        self._subject = subject
        self._kept = self._services.drafts.load(*self._place())
        texts = [(self._kept or {}).get("text", "") if self.is_new else "", answers["text"]]
        self._first = {**first, "caller": "", "partner_id": subject.partner_id} if self.is_new else first
        text = "\n".join(text for text in texts if text)
        self._show({**answers, "text": text, "caller": "", "partner_id": subject.partner_id})
        self.keep_draft()

    def answers(self) -> Answers:
        """Return what stands in the fields, and of whom."""
        return {**self.typed(), "partner_id": self._subject.partner_id}

    def is_changed(self) -> bool:
        """Tell whether there is anything to save."""
        answers = self.answers()
        return answers != self._first and (holds_words(answers) or not self.is_new)

    def is_taken_over(self) -> bool:
        """Tell whether another form of the same talk kept or saved it since."""
        return self._services.drafts.load(*self._place()) != self._kept

    # Keeping and saving

    def save(self) -> None:
        """Save the talk, unless an input method is still composing: that is confirmed first."""
        if self.is_composing:
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
            else:
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
        drafts, place = self._services.drafts, self._place()
        with self._context.reporting():
            if self.is_taken_over():
                return
            if self.is_changed():
                drafts.save(*place, self.answers())
                self._kept = drafts.load(*place)
            elif self._kept is not None:
                drafts.drop(*place)
                self._kept = None

    # Keys

    def event(self, event: QEvent) -> bool:
        """Take Ctrl+S for this form; the page's own would save the partner."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and _saves(event):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Save with Ctrl+Enter or Ctrl+S."""
        if _saves(event):
            self.save()
        else:
            super().keyPressEvent(event)

    # Inside

    def _open(self, first: Answers) -> None:
        self._first = first
        self._kept = self._services.drafts.load(*self._place())
        self._show({**first, **(self._kept or {}), "partner_id": self._subject.partner_id})
        self._pause.stop()

    def _show(self, answers: Answers) -> None:
        self.fill(answers)
        self._refresh()

    def _place(self) -> tuple[str, int]:
        """Return kind and id under which what is typed is kept."""
        return (KIND, self._base.id) if self._base is not None else (NEW_KIND, self._subject.partner_id or 0)

    def _forget(self) -> None:
        self._pause.stop()
        self._services.drafts.drop(*self._place())
        self._first, self._kept = self.answers(), None

    def _refresh(self) -> None:
        self.off.setVisible(self._closable or self.is_changed())

    def _on_anything(self) -> None:
        self._refresh()
        # Not begun anew by each key: who writes without a pause is to lose no more than a second either.
        if not self._pause.isActive():
            self._pause.start()

    def _take_now(self) -> None:
        """Take the present moment: the form may have stood open for hours before the telephone rang."""
        if self.is_new and not holds_words(self.answers()):
            now = blank_answers(self._subject, self._context.clock.now(), "")
            self._first |= {name: now[name] for name in ("day", "time")}
            self.set_moment(now["day"], now["time"])


def _saves(event: QKeyEvent) -> bool:
    held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
    return event.key() in _SAVING and held == Qt.KeyboardModifier.ControlModifier
