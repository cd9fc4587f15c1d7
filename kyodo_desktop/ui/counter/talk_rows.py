"""A talk to be read: when and how, what was said, what comes next."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from kyodo_desktop.base.clock import office_time
from kyodo_desktop.base.i18n import _
from kyodo_desktop.japanese.day_time import format_time
from kyodo_desktop.japanese.wareki import format_date, format_month_day
from kyodo_desktop.records.contacts import CONTACT_WAY_LABELS, ContactRecord
from kyodo_desktop.ui.theme.theme import Theme
from kyodo_desktop.ui.theme.tokens import Tone
from kyodo_desktop.ui.widgets.buttons import make_button, make_icon_button
from kyodo_desktop.ui.widgets.labels import TextRole, make_label
from kyodo_desktop.ui.widgets.tags import SignMark

_SEPARATOR = " ・ "


@dataclass(frozen=True, slots=True)
class TalkActions:
    """What can be done with a talk; what is None is not offered.

    `register` makes a partner of a caller that is not in the register.
    """

    edit: Callable[[ContactRecord], object] | None = None
    settle: Callable[[ContactRecord, bool], object] | None = None
    discard: Callable[[ContactRecord], object] | None = None
    open_partner: Callable[[ContactRecord], object] | None = None
    register: Callable[[ContactRecord], object] | None = None


def make_talk_row(
    theme: Theme, talk: ContactRecord, actions: TalkActions, today: date, *, names: bool = False
) -> QWidget:
    """Return a talk; with the partner's name where `names`."""
    row = QWidget()
    column = QVBoxLayout(row)
    theme.space(column, 0, (0, 6, 0, 8))
    column.addLayout(_make_head(theme, talk, actions))
    if names:
        column.addLayout(_make_who(theme, talk, actions))
    if talk.draft.text:
        words = make_label(talk.draft.text, wrap=True)
        words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        column.addWidget(words)
    if talk.draft.next_on is not None or talk.draft.next_what:
        column.addWidget(_make_next(theme, talk, actions, today))
    return row


def when_words(talk: ContactRecord) -> str:
    """Return day, time and way of a talk, and who took it."""
    there = office_time(talk.happened_at)
    moment = f"{format_date(there.date())} {format_time(there)}"
    way = _(CONTACT_WAY_LABELS[talk.draft.way])
    taken = _("受 {name}").format(name=talk.draft.taken_by) if talk.draft.taken_by else ""
    return _SEPARATOR.join(part for part in (moment, way, taken) if part)


def last_words(talk: ContactRecord, today: date) -> str:
    """Return when and how one spoke last: 最後の話 11月20日 電話, with its year where that is another one."""
    there = office_time(talk.happened_at).date()
    day = format_month_day(there) if there.year == today.year else format_date(there)
    return _("最後の話 {day} {way}").format(day=day, way=_(CONTACT_WAY_LABELS[talk.draft.way]))


def day_words(talk: ContactRecord, today: date) -> str:
    """Return the day of what was promised: 12月1日（火）, with its year where that is another one."""
    day = talk.draft.next_on
    if day is None:
        return ""
    whole = format_date(day, weekday=True)
    return whole if day.year != today.year else format_month_day(day) + whole[whole.index("（") :]


def next_words(talk: ContactRecord, today: date) -> str:
    """Return what was promised, and for when: 12月1日（火） 折り返し電話."""
    return "　".join(part for part in (day_words(talk, today), talk.draft.next_what) if part)


def is_due(talk: ContactRecord, today: date) -> bool:
    """Tell whether the day of what was promised has come."""
    return talk.is_open and talk.draft.next_on is not None and talk.draft.next_on <= today


def _make_head(theme: Theme, talk: ContactRecord, actions: TalkActions) -> QHBoxLayout:
    head = QHBoxLayout()
    theme.space(head, 4)
    head.addWidget(make_label(when_words(talk), "caption", wrap=True), 1)
    if actions.edit is not None:
        words = _("相談記録を直す")
        head.addWidget(make_icon_button(theme, "pencil", words, partial(actions.edit, talk)))
    if actions.discard is not None:
        words = _("相談記録をごみ箱へ")
        head.addWidget(make_icon_button(theme, "x", words, partial(actions.discard, talk)))
    return head


def _make_who(theme: Theme, talk: ContactRecord, actions: TalkActions) -> QHBoxLayout:
    row = QHBoxLayout()
    theme.space(row, 12)
    if talk.draft.partner_id is not None and actions.open_partner is not None:
        row.addWidget(make_button(theme, talk.who, partial(actions.open_partner, talk), kind="link"))
        row.addStretch(1)
    else:
        row.addWidget(make_label(_("{who}（台帳にない）").format(who=talk.who), wrap=True), 1)
    if talk.draft.partner_id is None and actions.register is not None:
        words = _("団体として登録")
        button = make_button(theme, words, partial(actions.register, talk), kind="link", icon="plus")
        button.setAccessibleName(_("{who} を団体として登録").format(who=talk.who))
        row.addWidget(button)
    return row


def _make_next(theme: Theme, talk: ContactRecord, actions: TalkActions, today: date) -> QWidget:
    """Return what comes next with its sign: ▲ when its day has come, ✓ when it is done."""
    row = QWidget()
    line = QHBoxLayout(row)
    theme.space(line, 6, (0, 2, 0, 0))
    tone, role = _tone(talk, today)
    if tone is not None:
        line.addWidget(SignMark(theme, tone))
    words = _("次: {what}").format(what=next_words(talk, today))
    if talk.draft.settled_on is not None:
        day = format_month_day(talk.draft.settled_on)
        words = _("済 {day} ・ {what}").format(day=day, what=next_words(talk, today))
    line.addWidget(make_label(words, role, wrap=True), 1)
    if actions.settle is not None:
        word = _("済にする") if talk.is_open else _("済を取り消す")
        button = make_button(theme, word, partial(actions.settle, talk, talk.is_open), kind="link")
        button.setAccessibleName(f"{word} {next_words(talk, today)}")
        line.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
    return row


def _tone(talk: ContactRecord, today: date) -> tuple[Tone | None, TextRole]:
    if not talk.is_open:
        return Tone.DONE, "done"
    return (Tone.DUE, "due") if is_due(talk, today) else (None, "body")
