"""相談記録 on the card: what was said with a partner, noted and mended where it is read."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget

from kyodo_desktop.base.i18n import _
from kyodo_desktop.records.contacts import ContactRecord
from kyodo_desktop.ui.context import UiContext
from kyodo_desktop.ui.counter.talk_answers import KIND, NEW_KIND, Subject
from kyodo_desktop.ui.counter.talk_form import TalkForm
from kyodo_desktop.ui.counter.talk_rows import TalkActions, make_talk_row, when_words
from kyodo_desktop.ui.dialogs.wastebasket import Discarded, WastebasketDialog
from kyodo_desktop.ui.pages.partners.view import PartnerView
from kyodo_desktop.ui.theme.tokens import Tone
from kyodo_desktop.ui.widgets.buttons import make_button
from kyodo_desktop.ui.widgets.detail import make_flow, make_section
from kyodo_desktop.ui.widgets.frames import make_frame, make_line
from kyodo_desktop.ui.widgets.labels import make_label


class TalksPart:
    """The tab; the card makes its sheet anew for each partner and after each act."""

    def __init__(self, context: UiContext) -> None:
        self._context = context
        self._forms: list[TalkForm] = []

    def make_sheet(self, view: PartnerView) -> QWidget:
        """Return the talks with a partner, the newest first, and what is half written among them."""
        self._forms = []
        return TalksSheet(self._context, Subject(view.partner.id, view.partner.name), self._take)

    def keep_draft(self) -> None:
        """Keep what is typed and not saved."""
        for form in self._forms:
            form.keep_draft()

    def _take(self, form: TalkForm) -> None:
        """Remember a form until its sheet goes."""
        self._forms.append(form)
        form.destroyed.connect(lambda: self._forms.remove(form) if form in self._forms else None)


class TalksSheet(QWidget):
    """A button for one more, the form of it, and the talks; one that is edited stands as a form."""

    def __init__(self, context: UiContext, subject: Subject, take: Callable[[TalkForm], object]) -> None:
        super().__init__()
        self._context, self._services, self._subject, self._take = context, context.services, subject, take
        theme = context.theme
        self._column = QVBoxLayout(self)
        theme.space(self._column, 0)
        self._talks = self._services.contacts.of_partner(subject.partner_id or 0)
        self._actions = TalkActions(edit=self.edit, settle=self._settle, discard=self._discard)
        self._rows: dict[int, QWidget] = {}
        self._frames: dict[TalkForm, QWidget] = {}
        self.new_form: TalkForm | None = None
        self._lay_out()
        self._go_on()

    def begin_new(self) -> None:
        """Open the form of a new talk."""
        if self.new_form is None:
            self.new_form = self._make_form()
            self.new_form.open_new(self._subject)
            framed = self._framed(self.new_form)
            self._new_room.addWidget(framed)
            framed.show()  # at once, so that the cursor can be put there
            self._more.hide()
        self.new_form.begin()

    def edit(self, talk: ContactRecord) -> None:
        """Put the form of a talk in its place."""
        form = self._make_form()
        form.open_talk(talk)
        framed = self._framed(form)
        self._column.replaceWidget(self._rows[talk.id], framed)
        self._rows[talk.id].hide()
        framed.show()
        form.text.setFocus()
        # Its place is known only when the column has been laid out again.
        QTimer.singleShot(0, framed, lambda: self._bring_into_sight(framed))

    # Inside

    def _bring_into_sight(self, frame: QWidget) -> None:
        pane = frame.parentWidget()
        while pane is not None and not isinstance(pane, QScrollArea):
            pane = pane.parentWidget()
        if isinstance(pane, QScrollArea):
            pane.ensureWidgetVisible(frame, 0, self._context.theme.px(8))

    def _lay_out(self) -> None:
        theme = self._context.theme
        bin_button = make_button(theme, _("ごみ箱を開く"), self._open_wastebasket, kind="link")
        self._column.addWidget(make_section(theme, _("相談記録"), len(self._talks), bin_button))
        more = make_button(theme, _("相談を記録"), self.begin_new, kind="link", icon="plus")
        self._more = make_flow(theme, (more, make_label("F8", "caption")))
        self._more.setFocusProxy(more)
        self._column.addWidget(self._more)
        self._new_room = QVBoxLayout()
        self._column.addLayout(self._new_room)
        for number, talk in enumerate(self._talks):
            if number:
                self._column.addWidget(make_line(faint=True))
            self._rows[talk.id] = make_talk_row(theme, talk, self._actions, self._context.clock.today())
            self._column.addWidget(self._rows[talk.id])
        if not self._talks:
            self._column.addWidget(make_label(_("相談記録はまだありません"), "muted"))

    def _go_on(self) -> None:
        """Open the forms of what was typed and not saved."""
        drafts = self._services.drafts
        if drafts.load(NEW_KIND, self._subject.partner_id or 0) is not None:
            self.begin_new()
        kept = set(drafts.kept(KIND))
        for talk in self._talks:
            if talk.id in kept:
                self.edit(talk)

    def _make_form(self) -> TalkForm:
        form = TalkForm(self._context, closable=True)
        if self._subject.partner_id is not None:
            form.offer_cases(self._services.counter.card(self._subject.partner_id).cases)
        form.saved.connect(self._on_saved)
        form.given_up.connect(lambda: self._put_back(form))
        self._take(form)
        return form

    def _framed(self, form: TalkForm) -> QWidget:
        frame = make_frame("note")
        inside = QVBoxLayout(frame)
        self._context.theme.space(inside, 0, (12, 8, 12, 12))
        inside.addWidget(form)
        self._frames[form] = frame
        return frame

    def _put_back(self, form: TalkForm) -> None:
        """Show the talk again that is not to be edited, or the button for a new one."""
        frame = self._frames.pop(form)
        if form is self.new_form:
            self.new_form = None
            self._new_room.removeWidget(frame)
            self._more.show()
            self._more.setFocus()
        elif form.talk_id is not None:
            row = self._rows[form.talk_id]
            self._column.replaceWidget(frame, row)
            row.show()
        frame.hide()
        frame.deleteLater()

    def _on_saved(self, talk_id: int) -> None:
        talk = self._services.contacts.get(talk_id)
        self._tell_done(_("相談を記録しました: {who}").format(who=talk.who))

    def _settle(self, talk: ContactRecord, settled: bool) -> None:
        with self._context.reporting():
            self._services.contacts.settle(talk.id, settled)
            words = _("済にしました: {who}") if settled else _("まだ済んでいないことに戻しました: {who}")
            self._tell_done(words.format(who=talk.who))

    def _discard(self, talk: ContactRecord) -> None:
        with self._context.reporting():
            self._services.contacts.discard([talk.id])
            self._tell_done(_("{n}件をごみ箱に入れました").format(n=1))

    def _open_wastebasket(self) -> None:
        WastebasketDialog(
            self._context, self._discarded, self._services.contacts.restore, self.window()
        ).open()

    def _discarded(self) -> Sequence[Discarded]:
        return [
            Discarded(talk.id, f"{when_words(talk)} {talk.draft.text}", talk.who)
            for talk in self._services.contacts.wastebasket()
        ]

    def _tell_done(self, words: str) -> None:
        self._context.tell(Tone.DONE, words, "", (_("元に戻す"), self._undo))

    def _undo(self) -> None:
        with self._context.reporting():
            self._services.history.undo()
