"""事業説明会: when and where it is held, and who came."""

from collections.abc import Iterator
from dataclasses import replace
from functools import partial

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from kyodo_desktop.base.errors import InputError
from kyodo_desktop.base.i18n import _
from kyodo_desktop.japanese.digits import half_width
from kyodo_desktop.records.partners import PartnerRecord
from kyodo_desktop.records.rounds import Briefing, Guest, GuestDraft, RoundDetail
from kyodo_desktop.ui.context import UiContext
from kyodo_desktop.ui.pages.proposals.rounds.briefing_form import BRIEFING, NEW_BRIEFING, BriefingForm
from kyodo_desktop.ui.pages.proposals.rounds.wording import briefing_title
from kyodo_desktop.ui.pages.proposals.section import ListSection
from kyodo_desktop.ui.pages.proposals.spots import at_spot
from kyodo_desktop.ui.widgets.buttons import make_button
from kyodo_desktop.ui.widgets.detail import LinkHolder, make_flow
from kyodo_desktop.ui.widgets.edits import JapaneseLineEdit
from kyodo_desktop.ui.widgets.frames import make_line
from kyodo_desktop.ui.widgets.in_place_form import DRAFT_PAUSE_MS, FormTarget
from kyodo_desktop.ui.widgets.labels import make_label
from kyodo_desktop.ui.widgets.partner_picker import PartnerPicker

DRAFT = "briefing_guests"
"""Under what is kept, of a round, which lines of the attendance were typed and not taken."""
_NAME, _NARROW_NAME, _PERSONS, _NOTE = 320, 240, 64, 400
_WIDE_UP_TO = 130


class BriefingsSection(ListSection[RoundDetail]):
    """The briefings of a round by their day, each with its attendance, which is saved line by line."""

    def __init__(self, context: UiContext) -> None:
        super().__init__(context, _("事業説明会"))
        self._lines: dict[str, JapaneseLineEdit] = {}
        self._texts: dict[str, str] = {}
        self._pause = QTimer(self, singleShot=True, interval=DRAFT_PAUSE_MS)
        self._pause.timeout.connect(self._keep_typed)

    def show_record(self, detail: RoundDetail) -> None:
        """Show a round's briefings, with what was typed of their attendance and not taken."""
        if self.detail is None or self.detail.id != detail.id:
            self.keep()
            self._lines = {}
            self._texts = self.context.services.drafts.load(DRAFT, detail.id) or {}
        super().show_record(detail)
        self._texts = {}

    def keep(self) -> None:
        """Keep what is typed in the open form and in the attendance."""
        super().keep()
        self._keep_typed()

    def parts(self, detail: RoundDetail) -> Iterator[QWidget]:
        """Yield the briefings, and the form of one more."""
        self._lines = {}
        target = FormTarget(NEW_BRIEFING, detail.id)
        yield self.make_head(_("事業説明会"), len(detail.briefings), target, _("説明会を足す"))
        if self.is_open(target):
            yield self.put(target, partial(BriefingForm, self.context, detail.id))
        elif not detail.briefings:
            words = _("説明会の日、場所、出席した団体と人数をここに残します。")
            yield make_label(words, "muted", wrap=True)
        for at, briefing in enumerate(detail.briefings):
            if at:
                yield make_line()
            edited = FormTarget(BRIEFING, briefing.id)
            if self.is_open(edited):
                yield self.put(edited, partial(BriefingForm, self.context, detail.id, briefing))
            else:
                yield self._row(briefing, edited)
            yield self._attendance(briefing)

    def _row(self, briefing: Briefing, edited: FormTarget) -> QWidget:
        draft, title = briefing.draft, briefing_title(briefing.draft)
        row = QWidget()
        column = QVBoxLayout(row)
        self.context.theme.space(column, 2, (0, 8, 0, 4))
        column.addWidget(make_label(f"{title}　{draft.place}".strip(), "head", wrap=True))
        if draft.note:
            column.addWidget(make_label(draft.note, "muted", wrap=True))
        remove = partial(
            self.act,
            _("事業説明会を消しました: {day}").format(day=title),
            partial(self.context.services.rounds.remove_briefing, briefing.id),
        )
        links = (
            self.make_link(
                self.edit_word(edited),
                partial(self.open_form, edited),
                f"edit {BRIEFING} {briefing.id}",
                icon="pencil",
                about=title,
            ),
            self.make_link(_("消す"), remove, f"remove {briefing.id}", about=title),
        )
        column.addWidget(make_flow(self.context.theme, links, 16))
        return row

    # The attendance

    def _attendance(self, briefing: Briefing) -> QWidget:
        holder = QWidget()
        column = QVBoxLayout(holder)
        self.context.theme.space(column, 4, (16, 0, 0, 12))
        column.addWidget(make_label(_counted(briefing), "muted"))
        for guest in briefing.guests:
            column.addWidget(self._guest(guest))
        column.addWidget(self._more(briefing))
        return holder

    def _guest(self, guest: Guest) -> QWidget:
        theme, draft = self.context.theme, guest.draft
        row = QWidget()
        line = QHBoxLayout(row)
        theme.space(line, 8)
        if draft.partner_id is not None:
            open_partner = partial(self.context.open_page, "partners", draft.partner_id)
            link = make_button(theme, guest.name, open_partner, kind="link")
            name: QWidget = LinkHolder(at_spot(link, f"partner {guest.id}"))
        else:
            name = make_label(guest.name, wrap=True)
        name.setFixedWidth(self._name_width())
        line.addWidget(name)
        persons = self._line(f"persons {guest.id}", _("{name}の人数").format(name=guest.name))
        persons.setFixedWidth(theme.px(_PERSONS))
        persons.setText(str(draft.persons) if draft.persons is not None else "")
        persons.editingFinished.connect(partial(self._set_persons, guest, persons))
        self._take_up(persons)
        line.addWidget(persons)
        line.addWidget(make_label(_("人")))
        line.addWidget(self._note(guest), _NOTE)
        remove = partial(
            self.act,
            _("出席から外しました: {name}").format(name=guest.name),
            partial(self.context.services.rounds.remove_guest, guest.id),
        )
        line.addWidget(self.make_link(_("外す"), remove, f"remove guest {guest.id}", about=guest.name))
        line.addStretch(1)
        return row

    def _note(self, guest: Guest) -> JapaneseLineEdit:
        note = self._line(f"note {guest.id}", _("{name}のメモ").format(name=guest.name))
        note.setPlaceholderText(_("メモ"))
        note.setMaximumWidth(self.context.theme.px(_NOTE))
        note.setText(guest.draft.note)
        note.setCursorPosition(0)
        note.editingFinished.connect(partial(self._set_note, guest, note))
        self._take_up(note)
        return note

    def _more(self, briefing: Briefing) -> QWidget:
        theme = self.context.theme
        picker = PartnerPicker(theme, self.context.services.partners.search)
        picker.setFixedWidth(self._name_width())
        at_spot(picker.box, f"picker {briefing.id}")
        picker.picked.connect(partial(self._add_partner, briefing))
        name = self._line(f"name {briefing.id}", _("台帳にない人・団体"))
        name.setPlaceholderText(_("台帳にない名前（Enter）"))
        name.setFixedWidth(self._name_width())
        name.committed.connect(partial(self._add_name, briefing, name))
        self._take_up(name)
        holder = QWidget()
        line = QHBoxLayout(holder)
        theme.space(line, 16, (0, 4, 0, 0))
        for widget in (picker, name):
            line.addWidget(widget, 0, Qt.AlignmentFlag.AlignTop)
        line.addStretch(1)
        return holder

    def _name_width(self) -> int:
        theme = self.context.theme
        return theme.px(_NAME if theme.percent <= _WIDE_UP_TO else _NARROW_NAME)

    def _line(self, spot: str, words: str) -> JapaneseLineEdit:
        line = at_spot(JapaneseLineEdit(words, last=spot.startswith("name ")), spot)
        line.textEdited.connect(lambda _text: self._pause.start())
        self._lines[spot] = line
        return line

    def _take_up(self, line: JapaneseLineEdit) -> None:
        text = self._texts.get(str(line.property("spot")))
        if text is not None:
            line.setText(text)
            line.setModified(True)

    def _add_partner(self, briefing: Briefing, partner: PartnerRecord) -> None:
        draft = GuestDraft(partner.id, partner.name)
        words = _("出席に足しました: {name}").format(name=partner.name)
        self.act(words, partial(self.context.services.rounds.add_guest, briefing.id, draft))

    def _add_name(self, briefing: Briefing, line: JapaneseLineEdit) -> None:
        name = line.text().strip()
        if not name:
            return
        with self.context.reporting():
            self.context.services.rounds.add_guest(briefing.id, GuestDraft(None, name))
            line.clear()
            self._keep_typed()
            self.say(_("出席に足しました: {name}").format(name=name))

    def _set_persons(self, guest: Guest, line: JapaneseLineEdit) -> None:
        if not line.isModified():
            return
        try:
            persons = _number(line.text())
        except InputError as error:
            line.set_problem(str(error))
            return
        line.setModified(False)
        line.set_problem("")
        if persons != guest.draft.persons:
            words = _("人数を直しました: {name}").format(name=guest.name)
            draft = replace(guest.draft, persons=persons)
            self.act(words, partial(self.context.services.rounds.edit_guest, guest.id, draft))
        self._keep_typed()

    def _set_note(self, guest: Guest, line: JapaneseLineEdit) -> None:
        if not line.isModified():
            return
        line.set_problem("")
        try:
            self._write_note(guest, line.text().strip())
        except InputError as error:
            line.set_problem(str(error))
            return
        line.setModified(False)
        self._keep_typed()

    def _write_note(self, guest: Guest, note: str) -> None:
        if note != guest.draft.note:
            self.context.services.rounds.edit_guest(guest.id, replace(guest.draft, note=note))
            self.say(_("メモを直しました: {name}").format(name=guest.name))

    def _keep_typed(self) -> None:
        """Keep what is typed in the attendance and not taken."""
        self._pause.stop()
        if self.detail is None:
            return
        drafts, round_id = self.context.services.drafts, self.detail.id
        # A note that was taken out says something too; an empty line for one more name does not.
        typed = {
            spot: line.text()
            for spot, line in self._lines.items()
            if line.isModified() and (line.text() or spot.startswith("note "))
        }
        with self.context.reporting():
            if typed:
                drafts.save(DRAFT, round_id, typed)
            elif drafts.load(DRAFT, round_id) is not None:
                drafts.drop(DRAFT, round_id)


def _counted(briefing: Briefing) -> str:
    if not briefing.guests:
        return _("出席はまだ書かれていません")
    persons = _("{n}人").format(n=briefing.persons) if briefing.persons else ""
    words = (_("出席 {n}件").format(n=len(briefing.guests)), persons)
    return " ・ ".join(part for part in words if part)


def _number(text: str) -> int | None:
    """Return how many persons, None for nothing.

    Raises:
        InputError: it is no number.
    """
    digits = half_width(text).strip().removesuffix(_("人")).strip()
    if not digits:
        return None
    if not digits.isascii() or not digits.isdecimal():
        raise InputError(_("「{text}」は人数として読めません。3 のように書いてください。").format(text=text))
    return int(digits)
