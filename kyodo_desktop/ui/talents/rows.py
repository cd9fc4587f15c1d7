"""An offer, a need or a referral to be read, with what can be done with it."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from kyodo_desktop.base.i18n import _
from kyodo_desktop.japanese.wareki import format_date
from kyodo_desktop.records.partners import ActivityField
from kyodo_desktop.records.talents import ReferralRecord, TalentRecord
from kyodo_desktop.ui.talents.wording import HANDBOOK, SOURCE, below_words
from kyodo_desktop.ui.theme.theme import Theme
from kyodo_desktop.ui.widgets.buttons import make_button
from kyodo_desktop.ui.widgets.detail import LinkHolder, make_flow
from kyodo_desktop.ui.widgets.frames import make_frame
from kyodo_desktop.ui.widgets.labels import make_label

_HEIGHT = 24


@dataclass(frozen=True, slots=True)
class RowAction:
    """A quiet word below a row: what it says, what it does, and its icon."""

    word: str
    do: Callable[[], object]
    icon: str = ""


def make_entry_row(
    theme: Theme,
    talent: TalentRecord,
    fields: Sequence[ActivityField],
    today: date,
    actions: Sequence[RowAction],
) -> QWidget:
    """Return an entry: title, text, a muted line, its actions; one that is over is muted."""
    is_open = talent.is_open_on(today)
    row, column = _make_row(theme)
    title = make_label(talent.draft.title, "head" if is_open else "muted", wrap=True)
    title.setMinimumHeight(theme.px(_HEIGHT))
    column.addWidget(title)
    if talent.draft.text:
        column.addWidget(make_label(talent.draft.text, "body" if is_open else "muted", wrap=True))
    column.addWidget(make_label(below_words(talent, fields, today), "caption", wrap=True))
    column.addWidget(make_actions(theme, talent.draft.title, actions))
    return row


def make_referral_row(
    theme: Theme,
    referral: ReferralRecord,
    partner_id: int,
    open_partner: Callable[[int], object],
    actions: Sequence[RowAction],
) -> QWidget:
    """Return a referral as it looks from one of its two partners: whither or whence, when, about what."""
    draft = referral.draft
    is_sent = draft.partner_id == partner_id
    other_id = draft.to_partner_id if is_sent else draft.partner_id
    name = referral.to_name if is_sent else referral.partner_name
    row, column = _make_row(theme)
    words = _("{name} へ").format(name=name) if is_sent else _("{name} から").format(name=name)
    if other_id is None:
        column.addWidget(make_label(words, wrap=True))
    else:
        holder = LinkHolder(make_button(theme, words, lambda: open_partner(other_id), kind="link"))
        holder.setFixedHeight(theme.px(_HEIGHT))
        column.addWidget(holder)
    below = (format_date(draft.referred_on), draft.about)
    column.addWidget(make_label(" ・ ".join(part for part in below if part), "caption", wrap=True))
    if draft.outcome:
        outcome = _("その後: {words}").format(words=draft.outcome)
        column.addWidget(make_label(outcome, "caption", wrap=True))
    column.addWidget(make_actions(theme, words, actions))
    return row


class HelpNote(QWidget):
    """人財の森とは: the handbook's own words, shown when they are asked for."""

    def __init__(self, theme: Theme, *, shown: bool = False) -> None:
        super().__init__()
        self.button = make_button(theme, _("人財の森とは"), self._toggle, kind="link")
        self._note = make_frame("note")
        inside = QVBoxLayout(self._note)
        theme.space(inside, 4, (12, 8, 12, 8))
        inside.addWidget(make_label(_(HANDBOOK), wrap=True))
        inside.addWidget(make_label(_(SOURCE), "caption", wrap=True))
        column = QVBoxLayout(self)
        theme.space(column, 4, (0, 8, 0, 0))
        line = QHBoxLayout()
        line.addWidget(self.button)
        line.addStretch(1)
        column.addLayout(line)
        column.addWidget(self._note)
        self._note.setVisible(shown)

    def _toggle(self) -> None:
        self._note.setVisible(self._note.isHidden())


def _make_row(theme: Theme) -> tuple[QWidget, QVBoxLayout]:
    row = QWidget()
    column = QVBoxLayout(row)
    theme.space(column, 2, (0, 4, 0, 8))
    return row, column


def make_actions(theme: Theme, title: str, actions: Sequence[RowAction]) -> QWidget:
    """Return the quiet words below a row."""
    buttons = []
    for action in actions:
        button = make_button(theme, action.word, action.do, kind="link", icon=action.icon)
        button.setAccessibleDescription(title)
        buttons.append(button)
    return make_flow(theme, buttons, 16)
