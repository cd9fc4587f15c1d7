"""連絡先・役員 in the editor."""

from collections.abc import Callable, Mapping
from datetime import date
from functools import partial
from typing import Any

from PySide6.QtWidgets import QVBoxLayout, QWidget

from kyodo_desktop.base.i18n import N_, _
from kyodo_desktop.ui.pages.partners.answers import blank_contact, blank_officer
from kyodo_desktop.ui.pages.partners.row_list import Lines, RowList
from kyodo_desktop.ui.pages.partners.section import Section
from kyodo_desktop.ui.pages.shared.answers import Answers
from kyodo_desktop.ui.theme.theme import Theme
from kyodo_desktop.ui.widgets.detail import make_section
from kyodo_desktop.ui.widgets.edits import JapaneseLineEdit, KanaEdit, MailEdit, PhoneEdit, WarekiEdit

_Make = Callable[[str], JapaneseLineEdit]

CONTACTS = "contacts"
"""The name of the list that the notice stands below."""

_CONTACT: dict[str, tuple[str, _Make]] = {
    "purpose": (N_("用途"), JapaneseLineEdit),
    "person": (N_("担当者"), JapaneseLineEdit),
    "phone": (N_("電話"), PhoneEdit),
    "fax": (N_("FAX"), PhoneEdit),
    "email": (N_("メール"), MailEdit),
    "note": (N_("メモ"), JapaneseLineEdit),
}


class PeopleSection(Section):
    """Whom to reach for what, and who holds which office from when to when."""

    def __init__(self, theme: Theme, today: date) -> None:
        super().__init__(theme)
        contacts = partial(_make_lines, _CONTACT, {"purpose": _("日中の連絡、事務局など")})
        officers = partial(_make_lines, _officer_fields(today), {"starts_on": _("例 R6.4.1")})
        self.contacts = RowList(theme, _("連絡先"), _("連絡先を足す"), blank_contact, contacts)
        self.officers = RowList(theme, _("役員"), _("役員を足す"), blank_officer, officers)
        self.notice = QWidget()
        self._notice_room = QVBoxLayout(self.notice)
        theme.space(self._notice_room, 0)
        self.notice.hide()
        for title, rows in ((_("連絡先"), self.contacts), (_("役員"), self.officers)):
            self.column.addWidget(make_section(theme, title))
            self.column.addWidget(rows)
            if rows is self.contacts:
                self.column.addWidget(self.notice)
            rows.changed.connect(self.edited)

    def fill(self, answers: Mapping[str, Any]) -> None:
        """Show answers in the fields."""
        self.contacts.fill(answers["contacts"])
        self.officers.fill(answers["officers"])

    def answers(self) -> Answers:
        """Return what stands in the fields."""
        return {"contacts": self.contacts.answers(), "officers": self.officers.answers()}

    def field(self, name: str) -> QWidget | None:
        """Return the field of a name like `contacts.0.phone`; the first is the 0th that is not blank."""
        kind, _dot, rest = name.partition(".")
        lists = {"contacts": self.contacts, "officers": self.officers}
        if kind not in lists:
            return None
        at, _dot, field = rest.partition(".")
        found = lists[kind].field(int(at), field) if at.isdigit() else None
        return found or lists[kind].more

    def say_below(self, notice: QWidget) -> None:
        """Show a notice below the contacts."""
        self._notice_room.addWidget(notice)
        self.notice.show()

    def say_problem(self, field: QWidget, sentence: str) -> None:
        """Say below a field what is wrong with it."""
        if isinstance(field, JapaneseLineEdit):
            field.set_problem(sentence)


def _officer_fields(today: date) -> dict[str, tuple[str, _Make]]:
    def make_day(name: str) -> JapaneseLineEdit:
        return WarekiEdit(name, today)

    return {
        "title": (N_("役職"), JapaneseLineEdit),
        "name": (N_("氏名"), JapaneseLineEdit),
        "kana": (N_("フリガナ"), KanaEdit),
        "starts_on": (N_("就任"), make_day),
        "ends_on": (N_("退任"), make_day),
    }


def _make_lines(fields: Mapping[str, tuple[str, _Make]], hints: Mapping[str, str]) -> Lines:
    lines = {}
    for name, (label, make) in fields.items():
        line = make(_(label))
        line.setProperty("word", _(label))
        line.setPlaceholderText(hints.get(name, ""))
        lines[name] = (_(label), line)
    return lines
