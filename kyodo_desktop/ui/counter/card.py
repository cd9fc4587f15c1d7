"""A partner at one glance: how to reach it, what is open, what is out, what was said, what comes next."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from functools import partial

from PySide6.QtWidgets import QWidget

from kyodo_desktop.base.i18n import _
from kyodo_desktop.japanese.wareki import format_date
from kyodo_desktop.records.contacts import ContactRecord
from kyodo_desktop.records.counter import CounterCard, CounterCase, CounterHit, NextDate, PaperOut
from kyodo_desktop.records.partners import PartnerRecord, representative_on
from kyodo_desktop.ui.counter.talk_rows import TalkActions, make_talk_row
from kyodo_desktop.ui.pages.shared.kinds import short_kind_label
from kyodo_desktop.ui.theme.theme import Theme
from kyodo_desktop.ui.theme.tokens import Tone
from kyodo_desktop.ui.widgets.buttons import make_button
from kyodo_desktop.ui.widgets.detail import (
    DetailPane,
    FieldRows,
    make_caption_row,
    make_link_row,
    make_section,
    make_title,
)
from kyodo_desktop.ui.widgets.labels import make_label
from kyodo_desktop.ui.widgets.tags import Tag

_FEW_TALKS = 3
_DAY_WIDTH = 112


@dataclass(frozen=True, slots=True)
class PlaceActions:
    """Where the lines lead: to a record on a page (or a talk), to the partner in the register."""

    open_place: Callable[[str, int], object]
    open_partner: Callable[[int], object]
    talks: TalkActions


class CardPane(DetailPane):
    """Shows one partner; each line opens its place."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, _("相手の団体"))

    def show_card(self, card: CounterCard, actions: PlaceActions, today: date) -> None:
        """Show a partner from the top."""
        self.clear()
        partner = card.partner
        caption = " ・ ".join(part for part in (partner.kana, short_kind_label(partner.kind)) if part)
        opening = make_button(
            self.theme, _("台帳で開く"), partial(actions.open_partner, partner.id), kind="link"
        )
        self.add(make_caption_row(self.theme, caption, (opening,)))
        self.add(make_title(self.theme, partner.name))
        self.add_space(8)
        self.add(_make_fields(self.theme, partner, today))
        self._add_dates(card, actions)
        self._add_cases(card, actions)
        self._add_papers(card, actions)
        self._add_talks(card, actions, today)
        self.finish()

    def show_caller(
        self, hit: CounterHit, talk: ContactRecord | None, actions: PlaceActions, today: date
    ) -> None:
        """Show one that is not in the register, with the talk or the proposal that tells of it."""
        self.clear()
        self.add(make_caption_row(self.theme, _("台帳にない相手")))
        self.add(make_title(self.theme, hit.title or hit.phone))
        rows = FieldRows(self.theme)
        rows.add_text(_("電話"), hit.phone or _("未記入"), "body" if hit.phone else "muted")
        self.add(rows)
        if hit.proposal_id is not None:
            self.add(make_section(self.theme, _("進行中の件")))
            place = partial(actions.open_place, "proposals", hit.proposal_id)
            self.add(make_link_row(self.theme, hit.why or _("提案"), place))
        if talk is not None:
            self.add(make_section(self.theme, _("最後の話")))
            self.add(make_talk_row(self.theme, talk, actions.talks, today, names=True))
        self.finish()

    def _add_dates(self, card: CounterCard, actions: PlaceActions) -> None:
        self.add(make_section(self.theme, _("次の期日"), len(card.next_dates)))
        for one in card.next_dates:
            self.add(_make_date_row(self.theme, one, actions))
        self._say_none(bool(card.next_dates), _("期日のあるものはありません"))

    def _add_cases(self, card: CounterCard, actions: PlaceActions) -> None:
        self.add(make_section(self.theme, _("進行中の件"), len(card.cases)))
        for case in card.cases:
            self.add(_make_case_row(self.theme, case, actions))
        self._say_none(bool(card.cases), _("進行中の件はありません"))

    def _add_papers(self, card: CounterCard, actions: PlaceActions) -> None:
        self.add(make_section(self.theme, _("手元にない紙"), len(card.papers_out)))
        for paper in card.papers_out:
            self.add(_make_paper_row(self.theme, paper, actions))
        self._say_none(bool(card.papers_out), _("届いていない紙はありません"))

    def _add_talks(self, card: CounterCard, actions: PlaceActions, today: date) -> None:
        self.add(make_section(self.theme, _("最後の話"), len(card.talks)))
        for talk in card.talks[:_FEW_TALKS]:
            self.add(make_talk_row(self.theme, talk, actions.talks, today))
        self._say_none(bool(card.talks), _("相談記録はまだありません"))

    def _say_none(self, there: bool, words: str) -> None:
        if not there:
            self.add(make_label(words, "muted", wrap=True))


def _make_fields(theme: Theme, partner: PartnerRecord, today: date) -> QWidget:
    rows = FieldRows(theme)
    if partner.phone:
        rows.add_unbroken(_("電話"), partner.phone)
    else:
        rows.add_text(_("電話"), _("未記入"), "muted")
    head = representative_on(partner, today)
    rows.add_text(_("代表者"), head or _("未記入"), "body" if head else "muted")
    for contact in partner.contacts:
        words = "　".join(part for part in (contact.person, contact.phone) if part)
        if words:
            rows.add_text(contact.purpose or _("連絡先"), words)
    if partner.note:
        rows.add_text(_("備考"), partner.note)
    return rows


def _make_date_row(theme: Theme, one: NextDate, actions: PlaceActions) -> QWidget:
    late = Tag(theme, Tone.DUE, _("過ぎています")) if one.is_late else None
    return make_link_row(
        theme,
        one.what,
        partial(actions.open_place, one.kind, one.record_id),
        before=format_date(one.on),
        before_width=_DAY_WIDTH,
        action=late,
    )


def _make_case_row(theme: Theme, case: CounterCase, actions: PlaceActions) -> QWidget:
    return make_link_row(
        theme,
        case.title,
        partial(actions.open_place, case.kind, case.record_id),
        after=case.number,
        below=case.state,
    )


def _make_paper_row(theme: Theme, paper: PaperOut, actions: PlaceActions) -> QWidget:
    return make_link_row(
        theme,
        paper.title,
        partial(actions.open_place, paper.kind, paper.record_id),
        after="" if paper.since is None else _("{day}から").format(day=format_date(paper.since)),
        below=paper.state,
    )
