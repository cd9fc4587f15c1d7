"""The left side of counter mode: whom one is talking with, and the form of the talk."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from kyodo_desktop.base.errors import InputError, KyodoError
from kyodo_desktop.base.i18n import _
from kyodo_desktop.records.contacts import ContactRecord
from kyodo_desktop.records.counter import CounterCase
from kyodo_desktop.records.matching import LookAlike
from kyodo_desktop.records.partners import PartnerDraft, PartnerRecord
from kyodo_desktop.ui.context import UiContext
from kyodo_desktop.ui.counter.talk_answers import Subject
from kyodo_desktop.ui.counter.talk_form import TalkForm
from kyodo_desktop.ui.theme.tokens import Tone
from kyodo_desktop.ui.widgets.buttons import make_button, make_icon_button
from kyodo_desktop.ui.widgets.detail import make_link_row
from kyodo_desktop.ui.widgets.labels import make_label
from kyodo_desktop.ui.widgets.tags import NoteBox

_FEW = 3


class InHand(QScrollArea):
    """Notes talks with one subject after another; `noted` after a talk was saved, `let_go` by the clerk.

    `registered` carries the id of the partner that a caller has become, or turned out to be.
    """

    noted = Signal(int)
    let_go = Signal()
    registered = Signal(int)

    def __init__(self, context: UiContext) -> None:
        super().__init__()
        self._context, self._services = context, context.services
        theme = context.theme
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setAccessibleName(_("相談の記録"))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.form = TalkForm(context)
        self._caption = make_label("", "caption")
        self._name = make_label("", "title", wrap=True)
        self._alike = QWidget()
        self._alike_room = QVBoxLayout(self._alike)
        theme.space(self._alike_room, 4)
        self._alike.hide()
        self._lay_out()
        self.form.saved.connect(self._on_saved)
        self.form.given_up.connect(self._on_given_up)
        self.form.register_asked.connect(self.register)

    def open_new(self, subject: Subject, cases: Sequence[CounterCase] = ()) -> None:
        """Begin a talk, or go on with the one that was left unfinished."""
        self._drop_alike()
        self.form.offer_cases(cases)
        self.form.open_new(subject)
        self._call(_("相談を記録"))

    def open_talk(self, talk: ContactRecord) -> None:
        """Edit a talk that was noted."""
        self._drop_alike()
        self.form.keep_draft()
        self.form.open_talk(talk)
        self._call(_("相談記録を直す"))
        self.form.text.setFocus()

    def register(self, *, although_alike: bool = False) -> None:
        """Make a partner of the caller with all that is typed, unless the register has one like it."""
        typed = self.form.answers()
        draft = PartnerDraft(
            typed["caller"].strip(), phone=typed["phone"].strip(), representative=typed["person"].strip()
        )
        self._drop_alike()
        try:
            if not draft.name:
                raise InputError(_("相手の名前がありません。名前を書いてから登録してください。"), "caller")
            alike = () if although_alike else self._services.matching.look_alikes(draft)
            if alike:
                self._show_alike(alike)
                return
            made = self._services.partners.add(draft)
        except KyodoError as error:
            if isinstance(error, InputError):
                self.form.show_problem(error)
            else:
                self._context.report(error)
            return
        words = _("団体として登録しました: {name}（続きは台帳で書けます）")
        self._context.tell(Tone.DONE, words.format(name=draft.name), "", None)
        self._adopt(made, draft.name)

    # Inside

    def _lay_out(self) -> None:
        theme = self._context.theme
        inside = QWidget()
        column = QVBoxLayout(inside)
        theme.space(column, 0, (24, 4, 24, 24))
        head = QHBoxLayout()
        theme.space(head, 8)
        head.addWidget(self._caption, 1)
        head.addWidget(make_icon_button(theme, "x", _("この相手を閉じる"), self.let_go.emit))
        column.addLayout(head)
        column.addWidget(self._name)
        column.addSpacing(theme.px(12))
        column.addWidget(self._alike)
        column.addWidget(self.form)
        column.addStretch(1)
        self.setWidget(inside)

    def _call(self, caption: str) -> None:
        self._caption.setText(caption)
        self._name.setText(self.form.subject.name or _("台帳にない相手"))
        self.verticalScrollBar().setValue(0)

    def _on_saved(self, _talk_id: int) -> None:
        partner_id = self.form.subject.partner_id
        self.noted.emit(partner_id or 0)

    def _on_given_up(self) -> None:
        subject = self.form.subject
        self.form.open_new(Subject(subject.partner_id, subject.name))
        self._call(_("相談を記録"))
        self.form.begin()

    def _adopt(self, partner_id: int, name: str) -> None:
        self._drop_alike()
        self.form.adopt(Subject(partner_id, name))
        self._call(self._caption.text())
        self.registered.emit(partner_id)

    def _show_alike(self, alike: Sequence[LookAlike]) -> None:
        theme = self._context.theme
        anyway: Callable[[], object] = partial(self.register, although_alike=True)
        words = _("同じ団体なら選んでください。ここまで書いたものは、そのまま残ります。")
        self._alike_room.addWidget(
            NoteBox(theme, Tone.DUE, _("似た団体が台帳にあります"), words, (_("別の団体として登録"), anyway))
        )
        for one in alike[:_FEW]:
            self._alike_room.addWidget(self._make_alike_row(one.partner, one.reason))
        self._alike.show()

    def _make_alike_row(self, partner: PartnerRecord, reason: str) -> QWidget:
        take = partial(self._adopt, partner.id, partner.name)
        choose = make_button(self._context.theme, _("この団体にする"), take, kind="link")
        choose.setAccessibleName(_("{name} にする").format(name=partner.name))
        return make_link_row(self._context.theme, partner.name, take, below=reason, action=choose)

    def _drop_alike(self) -> None:
        self._alike.hide()
        while (item := self._alike_room.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
