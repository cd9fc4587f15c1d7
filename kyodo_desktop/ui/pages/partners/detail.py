"""The card of a partner, to be read: a head, and tabs below it."""

from collections.abc import Callable, Mapping
from datetime import date

from PySide6.QtCore import QTimer

from kyodo_desktop.base.i18n import _
from kyodo_desktop.records.contacts import ContactRecord
from kyodo_desktop.records.partner_parts import PROFILE_QUESTIONS
from kyodo_desktop.records.proposals import Confirmation as Found
from kyodo_desktop.ui.counter.talk_rows import day_words, is_due, last_words, next_words
from kyodo_desktop.ui.pages.partners.basic_sheet import make_basic_sheet
from kyodo_desktop.ui.pages.partners.people_sheet import make_people_sheet
from kyodo_desktop.ui.pages.partners.profile_sheet import make_profile_sheet
from kyodo_desktop.ui.pages.partners.view import CardActions, CardPart, PartnerView, Sheet
from kyodo_desktop.ui.pages.partners.wording import (
    SHORT_TAB_LABELS,
    TAB_LABELS,
    Confirmation,
    Tab,
    age_words,
    confirmation,
)
from kyodo_desktop.ui.pages.shared.kinds import is_guess
from kyodo_desktop.ui.pages.shared.record_detail import RecordDetail
from kyodo_desktop.ui.theme.theme import Theme
from kyodo_desktop.ui.theme.tokens import Tone
from kyodo_desktop.ui.widgets.buttons import make_button
from kyodo_desktop.ui.widgets.detail import LinkHolder, make_flow
from kyodo_desktop.ui.widgets.inner_tabs import InnerTabs
from kyodo_desktop.ui.widgets.pill import TAG, Pill
from kyodo_desktop.ui.widgets.tags import Tag

_OWN = frozenset({Tab.BASIC, Tab.PEOPLE, Tab.PROFILE})


class PartnerCard(RecordDetail):
    """Caption, title, tags; 基本, 連絡先・役員, カルテ, and `parts` with records of their own.

    A tab is filled when it is first looked at, and stays the current one from one partner to the next.
    """

    def __init__(self, theme: Theme, name: str, parts: Mapping[Tab, CardPart]) -> None:
        super().__init__(theme, name)
        self._parts = parts
        self._shown = tuple(tab for tab in Tab if tab in _OWN or tab in parts)
        self.tab = Tab.BASIC
        self._view: PartnerView | None = None
        self._sheets: dict[Tab, Sheet] = {}

    def show_partner(self, view: PartnerView, actions: CardActions) -> None:
        """Show a partner from the top of its card; the same one anew where it was being read."""
        is_same = self._view is not None and self._view.partner.id == view.partner.id
        read_at = self.verticalScrollBar().value() if is_same else 0
        self.clear()
        self._view, self._actions = view, actions
        partner = view.partner
        self.add_head(partner.kana or _("フリガナ未記入"), partner.name, actions.edit)
        self._add_tags(view)
        self._add_last_talk(view)
        if view.has_draft:
            self.add_draft_note(actions.drop_draft)
        self.add_space(4)
        titles = [(tab, _(TAB_LABELS[tab])) for tab in self._shown]
        short: dict[str, str] = {tab: _(words) for tab, words in SHORT_TAB_LABELS.items()}
        self.tabs = InnerTabs(self.theme, titles, _("団体の内容"), short)
        self.tabs.set_value(self.tab)
        self.tabs.chosen.connect(lambda key: self.show_tab(Tab(key)))
        self.add_across(self.tabs)
        self._sheets = {tab: Sheet(self.theme) for tab in self._shown}
        for tab, sheet in self._sheets.items():
            sheet.setVisible(tab is self.tab)
            self.add(sheet)
        self._fill(self.tab)
        self.finish()
        if read_at:
            # The new content has its height only when it has been laid out.
            QTimer.singleShot(0, self, lambda: self.verticalScrollBar().setValue(read_at))

    def show_tab(self, tab: Tab) -> None:
        """Show a tab of the card; 基本 for one that it has not."""
        tab = self.tab = tab if tab in self._shown else Tab.BASIC
        self.tabs.set_value(tab)
        self._fill(tab)
        for key, sheet in self._sheets.items():
            sheet.setVisible(key is tab)
        self.verticalScrollBar().setValue(0)

    def _fill(self, tab: Tab) -> None:
        sheet, view = self._sheets[tab], self._view
        if view is None or not sheet.is_empty():
            return
        if tab in self._parts:
            sheet.add(self._parts[tab].make_sheet(view))
        else:
            theme, actions = self.theme, self._actions
            make: dict[Tab, Callable[[], Sheet]] = {
                Tab.BASIC: lambda: make_basic_sheet(theme, view, actions, lambda: self.show_tab(Tab.STORY)),
                Tab.PEOPLE: lambda: make_people_sheet(theme, view),
                Tab.PROFILE: lambda: make_profile_sheet(theme, view),
            }
            sheet.add(make[tab]())

    def _add_last_talk(self, view: PartnerView) -> None:
        """Say when one spoke last, and below it what comes next, as the way to 相談記録."""
        if not view.talks or Tab.TALKS not in self._shown:
            return
        lines, promise = [last_words(view.talks[0], view.today)], next_promise(view)
        if promise is not None:
            # The day of one that is due stands in its tag above.
            due = is_due(promise, view.today)
            what = promise.draft.next_what if due else next_words(promise, view.today)
            lines.append(_("次 {what}").format(what=what or _("約束あり")))
        for words in lines:
            link = LinkHolder(make_button(self.theme, words, lambda: self.show_tab(Tab.TALKS), kind="link"))
            link.setFixedHeight(self.theme.px(24))
            self.add(link)

    def _add_tags(self, view: PartnerView) -> None:
        tags = [Tag(self.theme, tone, words) for tone, words in tag_words(view)]
        pills = [Pill(self.theme, word, TAG) for word in view.partner.tags]
        if tags or pills:
            self.add_space(8)
            self.add(make_flow(self.theme, [*tags, *pills]))


def next_promise(view: PartnerView) -> ContactRecord | None:
    """Return the talk whose promise comes next; one without a day comes last."""
    promises = [talk for talk in view.talks if talk.is_open]
    return min(promises, key=lambda talk: talk.draft.next_on or date.max, default=None)


def tag_words(view: PartnerView) -> list[tuple[Tone, str]]:
    """Return the tags below the name: what is due, and what is done."""
    partner, tags = view.partner, []
    when = confirmation(partner, view.today)
    if when is Confirmation.STALE and partner.confirmed_on is not None:
        age = age_words(partner.confirmed_on, view.today)
        tags.append((Tone.DUE, _("最終確認から {age}").format(age=age)))
    elif when is Confirmation.FRESH:
        tags.append((Tone.DONE, _("最終確認 済")))
    if is_guess(partner.kind, partner.kind_estimated):
        tags.append((Tone.DUE, _("区分は推定")))
    promise = next_promise(view)
    if promise is not None and is_due(promise, view.today):
        tags.append((Tone.DUE, _("約束の期日 {day}").format(day=day_words(promise, view.today))))
    if view.detail.likely_same:
        tags.append((Tone.DUE, _("似た団体 {n}件").format(n=len(view.detail.likely_same))))
    met = {answer.key for answer in partner.profile.asked if answer.state is Found.CONFIRMED}
    if met >= PROFILE_QUESTIONS.keys():
        tags.append((Tone.DONE, _("要件の確認 済")))
    return tags
