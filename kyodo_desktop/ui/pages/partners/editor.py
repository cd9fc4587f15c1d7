"""Editing a partner in place of its card, in the card's own sections."""

from collections.abc import Callable, Sequence
from datetime import date
from functools import partial

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kyodo_desktop.base.errors import InputError
from kyodo_desktop.base.i18n import _
from kyodo_desktop.records.matching import LookAlike
from kyodo_desktop.ui.pages.partners.answers import asked_draft, blank_answers
from kyodo_desktop.ui.pages.partners.basic_section import BasicSection
from kyodo_desktop.ui.pages.partners.look_alikes import Ask, LookAlikeNotice
from kyodo_desktop.ui.pages.partners.people_section import CONTACTS, PeopleSection
from kyodo_desktop.ui.pages.partners.profile_section import ProfileSection
from kyodo_desktop.ui.pages.partners.public_choice import PublicChoice
from kyodo_desktop.ui.pages.partners.section import Section
from kyodo_desktop.ui.pages.partners.terms import Terms
from kyodo_desktop.ui.pages.partners.wording import TAB_LABELS, Tab
from kyodo_desktop.ui.pages.shared.answers import NEW, Answers
from kyodo_desktop.ui.pages.shared.record_editor import RecordEditor
from kyodo_desktop.ui.theme.theme import Theme
from kyodo_desktop.ui.widgets.inner_tabs import InnerTabs

_IN_SIGHT = 64
"""What is to be seen above and below a field that something is wrong with."""


class PartnerEditor(RecordEditor):
    """The fields of a partner, in sections. The name stays as typed, letter for letter.

    `look_alikes(draft, but_not)` tells who in the register looks like it; that is said, and nothing is
    blocked by it.
    """

    def __init__(
        self,
        theme: Theme,
        terms: Terms,
        today: Callable[[], date],
        clerk: Callable[[], str],
        look_alikes: Ask,
        open_partner: Callable[[int], object],
    ) -> None:
        super().__init__(theme, _("団体の編集"))
        self._look_alikes = look_alikes
        self.public = PublicChoice(theme)
        self.basic = BasicSection(theme, self.public, terms, today())
        self.people = PeopleSection(theme, today())
        self.profile = ProfileSection(theme, self.public, clerk, today)
        self.sections: dict[Tab, Section] = {
            Tab.BASIC: self.basic,
            Tab.PEOPLE: self.people,
            Tab.PROFILE: self.profile,
        }
        self.tabs = InnerTabs(theme, [(tab, _(TAB_LABELS[tab])) for tab in self.sections], _("団体の編集"))
        self._alike = LookAlikeNotice(theme, self._look, self._say_below, open_partner, self)
        self._lay_out()
        self.show_tab(Tab.BASIC)

    # The fields

    def fill(self, answers: Answers) -> None:
        """Show answers in the fields; a draft of an older version lacks some, which stay empty."""
        answers = {**blank_answers(), **answers}
        self.caption.setText(
            _("新しい団体") if self.record_id == NEW else _("編集 ・ {name}").format(name=answers["name"])
        )
        self.public.fill(answers["public_fields"])
        for section in self.sections.values():
            section.fill(answers)
        self._alike.clear()
        self._hide_notices()

    def answers(self) -> Answers:
        """Return what stands in the fields."""
        answers: Answers = {"public_fields": self.public.value()}
        for section in self.sections.values():
            answers |= section.answers()
        return answers

    def show_problem(self, error: InputError) -> None:
        """Say beside its field what cannot be taken."""
        name = error.field or "name"
        tab, section, field = next(
            (
                (tab, section, field)
                for tab, section in self.sections.items()
                if (field := section.field(name)) is not None
            ),
            (Tab.BASIC, self.basic, self.basic.lines["name"]),
        )
        self.show_tab(tab)
        section.say_problem(field, str(error))
        field.setFocus()
        # What is said of it makes the column longer, and the buttons and the message bar the room smaller.
        QTimer.singleShot(0, field, lambda: self.area.ensureWidgetVisible(field, 0, self.theme.px(_IN_SIGHT)))

    def begin(self) -> None:
        """Put the cursor where editing begins."""
        tab = Tab(self.tabs.value())
        if tab is Tab.PROFILE:
            next(iter(self.profile.areas.values())).setFocus()
        elif tab is Tab.PEOPLE:
            self.people.contacts.first_field().setFocus()
        else:
            self.basic.lines["name"].setFocus()

    def show_tab(self, tab: Tab) -> None:
        """Show a section; 基本 for what is not edited here."""
        shown = tab if tab in self.sections else Tab.BASIC
        self.tabs.set_value(shown)
        for key, section in self.sections.items():
            section.setVisible(key is shown)
        self.area.verticalScrollBar().setValue(0)

    def similar_words(self) -> str:
        """Return what is said of who looks like it, empty if nothing."""
        return self._alike.words()

    # How it is made

    def _lay_out(self) -> None:
        self.column.removeWidget(self.caption)
        self.caption.setWordWrap(True)
        top = QWidget()
        column = QVBoxLayout(top)
        self.theme.space(column, 0)
        caption = QVBoxLayout()
        self.theme.space(caption, 0, (24, 12, 24, 4))
        caption.addWidget(self.caption)
        column.addLayout(caption)
        column.addWidget(self.tabs)
        self.add_above(top)
        for section in self.sections.values():
            self.column.addWidget(section)
            section.edited.connect(self.on_edited)
        self.column.addStretch(1)
        self.tabs.chosen.connect(lambda key: self.show_tab(Tab(key)))
        for name in self.basic.notices:
            self.basic.lines[name].textChanged.connect(lambda _text, name=name: self._alike.ask(name))
        self.people.contacts.changed.connect(partial(self._alike.ask, CONTACTS))

    def _look(self) -> Sequence[LookAlike]:
        self._hide_notices()
        return self._look_alikes(asked_draft(self.answers()), self.record_id or None)

    def _say_below(self, name: str, notice: QWidget) -> None:
        if name == CONTACTS:
            self.people.say_below(notice)
        else:
            self.basic.say_below(name, notice)

    def _hide_notices(self) -> None:
        for room in (*self.basic.notices.values(), self.people.notice):
            room.hide()
