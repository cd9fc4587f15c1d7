"""Counter mode: one question, the partner at one glance, and the talk noted beside it."""

from collections.abc import Callable, Sequence
from dataclasses import replace

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from kyodo_desktop.base.errors import InputError, KyodoError
from kyodo_desktop.base.i18n import _
from kyodo_desktop.japanese.digits import half_width
from kyodo_desktop.records.changes import Touched
from kyodo_desktop.records.contacts import ContactRecord
from kyodo_desktop.records.counter import CounterHit
from kyodo_desktop.ui.context import UiContext
from kyodo_desktop.ui.counter.ask_box import AskBox
from kyodo_desktop.ui.counter.card import CardPane, PlaceActions
from kyodo_desktop.ui.counter.in_hand import InHand
from kyodo_desktop.ui.counter.news_line import NewsLine
from kyodo_desktop.ui.counter.talk_answers import KIND, NEW_KIND, Subject
from kyodo_desktop.ui.counter.talk_rows import TalkActions
from kyodo_desktop.ui.counter.waiting import Waiting, WaitingPane
from kyodo_desktop.ui.message_bar import MessageBar
from kyodo_desktop.ui.theme.theme import Theme
from kyodo_desktop.ui.theme.tokens import Tone
from kyodo_desktop.ui.widgets.frames import make_frame, make_line, make_upright
from kyodo_desktop.ui.widgets.labels import make_label

_SIZE = (1040, 700)
_LEFT_WIDTH = 440
_SETTLE_MS = 60
"""A card is read when the mark has rested this long, so that holding Down stays quick."""
_MOST_READ, _MOST_RECENT = 20, 5
_GEOMETRY = "counter/geometry"
_IN_NUMBERS = "+-()ー‐−–—"
_TALK_PLACE = "contacts"
"""Where `NextDate` and the like place a talk: here, in the form."""
_SHOWN = frozenset({KIND, "partner", "proposal", "check_sheet", "evaluation"})


class CounterDesk(QDialog):
    """Stands beside the window while the clerk talks, and goes out of its way when a line opens its place."""

    def __init__(self, context: UiContext, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(_("窓口"))
        self._window, self._window_context = parent, context
        theme = context.theme
        self.messages = MessageBar(theme)
        self.news = NewsLine(theme, context.services, self._report)
        self.context = replace(context, report=self._report, tell=self._tell)
        self._services = context.services
        self._in_hand: Subject | None = None
        self._looked_at: CounterHit | None = None
        self.ask_box = AskBox(theme, self._services.counter.find)
        self.hand = InHand(self.context)
        self.card, self.waiting = CardPane(theme), WaitingPane(theme)
        self._settle = QTimer(self, singleShot=True, interval=_SETTLE_MS)
        self._settle.timeout.connect(self._show_looked_at)
        self._talks = TalkActions(
            edit=self._edit_talk,
            settle=self._settle_talk,
            open_partner=lambda talk: self.take(Subject(talk.draft.partner_id, talk.who)),
            register=self._edit_talk,
        )
        self._places = PlaceActions(self.open_place, self._open_partner, self._talks)
        self._lay_out()
        self._connect()
        if not self.restoreGeometry(context.settings.state(_GEOMETRY)):
            room = parent.screen().availableSize()
            self.resize(min(theme.px(_SIZE[0]), room.width()), min(theme.px(_SIZE[1]), room.height()))

    # What the window asks

    def ask(self) -> None:
        """Come to the front with the cursor in the box; what is half written stays in hand."""
        if not self.isVisible() and not self._is_writing():
            self._in_hand = None
        self._come()
        self._refresh()
        self.ask_box.box.setFocus()
        self.ask_box.box.selectAll()

    def take(self, subject: Subject) -> None:
        """Take a partner or a caller in hand; what was typed of the last one is kept as its draft."""
        self.keep_draft()
        self.messages.clear()
        self._in_hand = subject
        self.ask_box.clear()
        self._refresh(anew=True)
        self._come()
        self.hand.form.begin()

    def take_partner(self, partner_id: int, proposal_id: int | None = None) -> None:
        """Take a partner of the register in hand, in the matter of a proposal if one is named."""
        with self.context.reporting():
            partner = self._services.partners.get(partner_id)
            self.take(Subject(partner.id, partner.name, proposal_id=proposal_id))

    def take_caller(self, text: str) -> None:
        """Take one in hand that is not in the register, by its name or its number."""
        self.take(_caller_of(text))

    def keep_draft(self) -> None:
        """Keep what is typed and not saved."""
        if self._in_hand is not None:
            self.hand.form.keep_draft()

    def _is_writing(self) -> bool:
        """Tell whether there is something half written here that is not written elsewhere by now."""
        form = self.hand.form
        return self._in_hand is not None and form.is_changed() and not form.is_taken_over()

    def reload(self, touched: Sequence[Touched]) -> None:
        """Read again what an act changed of what is shown."""
        if self.isVisible() and any(one.kind in _SHOWN for one in touched):
            if self.hand.form.is_taken_over():
                self._refresh()
            else:
                self._show_right()
            self.news.refresh()

    # What the lines lead to

    def open_place(self, kind: str, record_id: int) -> None:
        """Open a record on its page, or a talk in the form."""
        if kind == _TALK_PLACE:
            with self.context.reporting():
                self._edit_talk(self._services.contacts.get(record_id))
            return
        self.close()
        self.context.open_page(kind, record_id)
        self._window.activateWindow()

    def _open_partner(self, partner_id: int) -> None:
        self.open_place("partners", partner_id)

    def _edit_talk(self, talk: ContactRecord) -> None:
        partner_id = talk.draft.partner_id
        if self._in_hand is None or self._in_hand.partner_id != partner_id:
            self.take(Subject(partner_id, talk.who if partner_id is not None else "", talk.draft.caller))
        self.hand.open_talk(talk)

    def _settle_talk(self, talk: ContactRecord, settled: bool) -> None:
        with self.context.reporting():
            self._services.contacts.settle(talk.id, settled)
            words = _("済にしました: {who}") if settled else _("まだ済んでいないことに戻しました: {who}")
            self.news.show_done(words.format(who=talk.who), undoable=True)

    # What is shown

    def _refresh(self, *, anew: bool = False) -> None:
        """Show question or form at the left, and what belongs to it at the right."""
        subject = self._in_hand
        if subject is not None and (anew or not self._is_writing()):
            with self.context.reporting():
                card = self._services.counter.card(subject.partner_id) if subject.partner_id else None
                self.hand.open_new(subject, card.cases if card is not None else ())
        self._show_left()
        self._show_right()

    def _show_left(self) -> None:
        if self.ask_box.text():
            self._left.setCurrentWidget(self._blank)
        else:
            self._left.setCurrentWidget(self._nobody if self._in_hand is None else self.hand)

    def _show_right(self) -> None:
        """Show whom the question marks, else who is in hand, else what waits."""
        today, hit = self.context.clock.today(), self._looked_at
        partner_id = self._in_hand.partner_id if self._in_hand is not None else None
        if self.ask_box.text():
            partner_id = hit.partner.id if hit is not None and hit.partner is not None else None
        else:
            hit = None
        with self.context.reporting():
            if partner_id is not None:
                self.card.show_card(self._services.counter.card(partner_id), self._places, today)
            elif hit is not None:
                talk = self._services.contacts.get(hit.contact_id) if hit.contact_id is not None else None
                self.card.show_caller(hit, talk, self._places, today)
            else:
                self.waiting.show_waiting(self._read_waiting(), self.take, self._places, today)
            nobody = partner_id is None and hit is None
            self._right.setCurrentWidget(self.waiting if nobody else self.card)

    def _read_waiting(self) -> Waiting:
        contacts = self._services.contacts
        unfinished = [self._unfinished(one) for one in self._services.drafts.kept(NEW_KIND)]
        recent = [talk for talk in contacts.recent(_MOST_READ) if not talk.is_open]
        checks = self._services.check_sheets.due(self.context.clock.today())
        return Waiting(unfinished, contacts.open_ones(), recent[:_MOST_RECENT], checks)

    def _unfinished(self, partner_id: int) -> Subject:
        if partner_id:
            return Subject(partner_id, self._services.partners.get(partner_id).name)
        kept = self._services.drafts.load(NEW_KIND, 0) or {}
        return Subject(name=kept.get("caller", ""))

    def _show_looked_at(self) -> None:
        if self.ask_box.text():
            self._show_right()

    # What happens

    def _on_asked(self, asking: bool) -> None:
        if not asking:
            self._looked_at = None
        self._show_left()
        if not asking:
            self._show_right()

    def _on_looked_at(self, hit: CounterHit | None) -> None:
        self._looked_at = hit
        self._settle.start()

    def _on_taken(self, hit: CounterHit | None) -> None:
        if hit is None:
            self.take_caller(self.ask_box.text())
        else:
            self.take(_subject_of(hit))

    def _on_noted(self, partner_id: int) -> None:
        name = self._in_hand.name if self._in_hand is not None else ""
        words = _("相談を記録しました: {who}").format(who=name or _("台帳にない相手"))
        self.messages.clear()
        self.news.show_done(words, undoable=True)
        self._in_hand = Subject(partner_id, name) if partner_id else None
        self._refresh(anew=True)
        self.ask_box.box.setFocus()

    def _on_registered(self, partner_id: int) -> None:
        with self.context.reporting():
            self._in_hand = Subject(partner_id, self._services.partners.get(partner_id).name)
            self._show_right()
            self.hand.form.begin()

    def _let_go(self) -> None:
        self.keep_draft()
        self._in_hand = None
        self._refresh()
        self.ask_box.box.setFocus()

    def _report(self, error: KyodoError) -> None:
        self.messages.show_note(Tone.ERROR, str(error))
        if not isinstance(error, InputError):
            # The window must hear that a draft could not be kept: it does not close then.
            self._window_context.report(error)

    def _tell(
        self, tone: Tone, head: str, text: str, action: tuple[str, Callable[[], object]] | None
    ) -> None:
        if tone is Tone.DONE:
            self.messages.clear()
            self.news.show_done(f"{head} {text}".strip(), undoable=False)
        else:
            self.messages.show_note(tone, head, text, action)

    # The window itself

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take what is typed beside every field as the question."""
        held = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier
        text = event.text()
        if text.strip() and text.isprintable() and not event.modifiers() & held:
            self.ask_box.box.setFocus()
            self.ask_box.box.insert(text)
        else:
            super().keyPressEvent(event)

    def reject(self) -> None:
        """Go out of the way with Escape or the window's own button; nothing that is typed is lost."""
        self.keep_draft()
        self.context.settings.set_state(_GEOMETRY, self.saveGeometry())
        super().reject()

    def _come(self) -> None:
        self.show()
        self.raise_()
        self.activateWindow()

    def _lay_out(self) -> None:
        theme = self.context.theme
        self._nobody, self._blank = _make_hint(theme), QWidget()
        self._left = QStackedWidget()
        for widget in (self._nobody, self._blank, self.hand):
            self._left.addWidget(widget)
        self._right = QStackedWidget()
        for widget in (self.waiting, self.card):
            self._right.addWidget(widget)
        left = make_frame("surface")
        column = QVBoxLayout(left)
        theme.space(column, 0)
        asking = QVBoxLayout()
        theme.space(asking, 0, (24, 16, 24, 12))
        asking.addWidget(self.ask_box)
        column.addLayout(asking)
        column.addWidget(self._left, 1)
        both = QHBoxLayout()
        theme.space(both, 0)
        left.setMaximumWidth(theme.px(_LEFT_WIDTH))
        both.addWidget(left, 9)
        both.addWidget(make_upright())
        both.addWidget(self._right, 10)
        outer = QVBoxLayout(self)
        theme.space(outer, 0)
        outer.addWidget(self.messages)
        outer.addLayout(both, 1)
        outer.addWidget(make_line())
        outer.addWidget(self.news)

    def _connect(self) -> None:
        self.ask_box.asked.connect(self._on_asked)
        self.ask_box.looked_at.connect(self._on_looked_at)
        self.ask_box.taken.connect(self._on_taken)
        self.hand.noted.connect(self._on_noted)
        self.hand.let_go.connect(self._let_go)
        self.hand.registered.connect(self._on_registered)
        for keys, act in (("Ctrl+K", self.ask), ("Ctrl+Shift+K", self.ask), ("F8", self._begin)):
            QShortcut(QKeySequence(keys), self, act)

    def _begin(self) -> None:
        if self._in_hand is None or self.ask_box.text():
            self.ask()
        else:
            self.hand.form.begin()


def _make_hint(theme: Theme) -> QWidget:
    """Return what to do while nobody is in hand."""
    hint = QWidget()
    column = QVBoxLayout(hint)
    theme.space(column, 8, (24, 8, 24, 24))
    for words in (
        _("聞こえた名前や番号を、そのまま書いてください。名前の一部、読み、電話の一部でも見つかります。"),
        _("Enter でいちばん上の相手に決まり、数字の 1〜5 を押すと、話したことを書き始められます。"),
    ):
        column.addWidget(make_label(words, "muted", wrap=True))
    column.addStretch(1)
    return hint


def _subject_of(hit: CounterHit) -> Subject:
    if hit.partner is None:
        return Subject(caller=hit.name, phone=hit.phone, proposal_id=hit.proposal_id)
    return Subject(hit.partner.id, hit.partner.name, proposal_id=hit.proposal_id)


def _caller_of(text: str) -> Subject:
    """Return one that is not in the register: what was typed is its number, or its name."""
    signs = half_width(text).replace(" ", "")
    is_number = any(map(str.isdecimal, signs)) and all(one.isdecimal() or one in _IN_NUMBERS for one in signs)
    return Subject(phone=text) if is_number else Subject(caller=text)
