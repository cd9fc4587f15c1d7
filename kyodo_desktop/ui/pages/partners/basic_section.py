"""基本 in the editor: names, what kind of body, how it is reached, what was seen of it."""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from kyodo_desktop.base.i18n import _
from kyodo_desktop.japanese.postal import address_for
from kyodo_desktop.records.partner_fields import FIELDS_BY_NAME
from kyodo_desktop.records.partners import LEGAL_FORM_POSITION_LABELS, PARTNER_KIND_LABELS, PartnerKind
from kyodo_desktop.ui.pages.partners.answers import DATES, NUMBERS
from kyodo_desktop.ui.pages.partners.public_choice import PublicChoice
from kyodo_desktop.ui.pages.partners.section import Section
from kyodo_desktop.ui.pages.partners.terms import Terms
from kyodo_desktop.ui.pages.shared.answers import Answers
from kyodo_desktop.ui.pages.shared.kinds import is_guess
from kyodo_desktop.ui.theme.theme import Theme
from kyodo_desktop.ui.theme.tokens import Tone
from kyodo_desktop.ui.widgets.choice import Choice
from kyodo_desktop.ui.widgets.detail import make_section
from kyodo_desktop.ui.widgets.edits import (
    CorporateNumberEdit,
    CountEdit,
    JapaneseLineEdit,
    JapaneseTextEdit,
    KanaEdit,
    MailEdit,
    PhoneEdit,
    PostalCodeEdit,
    WarekiEdit,
    WebEdit,
)
from kyodo_desktop.ui.widgets.form_rows import FormRows
from kyodo_desktop.ui.widgets.many_choice import ManyChoice
from kyodo_desktop.ui.widgets.tags import NoteBox
from kyodo_desktop.ui.widgets.tick_box import TickBox

_PLAIN = ("name", "short_name", "representative", "address", "tags")
_AREAS = {"former_names": 56, "note": 76}
_FLAGS = ("asupia_registered", "musubu_listed")
_ASKED = ("name", "kana", "corporate_number", "phone", "email", "address")
"""The fields that say who a partner is."""
_DAY, _NUMBER = 200, 96


class BasicSection(Section):
    """The fields of 基本, each with its 公開 where it may be public.

    Below the fields of `notices` the editor says who else looks like this partner.
    """

    def __init__(self, theme: Theme, public: PublicChoice, terms: Terms, today: date) -> None:
        super().__init__(theme)
        self._public, self._guessed = public, False
        self.lines = _make_lines(today)
        self.areas = {name: _make_area(theme, name) for name in _AREAS}
        self.flags = {name: TickBox(theme, _label(name)) for name in _FLAGS}
        kinds = [(kind.value, _(label)) for kind, label in PARTNER_KIND_LABELS.items()]
        self.kind = Choice(theme, _label("kind"), kinds)
        self.legal_form = Choice(
            theme, _label("legal_form"), _with_none((f.key, f.label) for f in terms.forms)
        )
        positions = _with_none((key, _(label)) for key, label in LEGAL_FORM_POSITION_LABELS.items())
        self.legal_form_position = Choice(theme, _label("legal_form_position"), positions)
        fields = [(str(field.number), field.label, field.short) for field in terms.fields]
        self.activity_fields = ManyChoice(theme, _label("activity_fields"), fields)
        self.notices = {name: QWidget() for name in _ASKED}
        self._notice_rooms = {name: QVBoxLayout(notice) for name, notice in self.notices.items()}
        for name, room in self._notice_rooms.items():
            theme.space(room, 0)
            self.notices[name].hide()
        self._lay_out()
        self._connect()

    def fill(self, answers: Mapping[str, Any]) -> None:
        """Show answers in the fields."""
        self.rows.clear_problems()
        for name, line in self.lines.items():
            line.setText(str(answers[name]))
            line.setCursorPosition(0)
        for name, area in self.areas.items():
            area.setPlainText(str(answers[name]))
        for name, flag in self.flags.items():
            flag.setChecked(bool(answers[name]))
        for name, choice in self._choices().items():
            choice.set_value(str(answers[name]))
        self.activity_fields.set_value(str(number) for number in answers["activity_fields"])
        self._show_guess(guessed=bool(answers["kind_estimated"]))

    def answers(self) -> Answers:
        """Return what stands in the fields."""
        return {
            **{name: line.text() for name, line in self.lines.items()},
            **{name: area.toPlainText() for name, area in self.areas.items()},
            **{name: flag.isChecked() for name, flag in self.flags.items()},
            **{name: choice.value() for name, choice in self._choices().items()},
            "activity_fields": [int(number) for number in self.activity_fields.value()],
            "kind_estimated": self._guessed,
        }

    def field(self, name: str) -> QWidget | None:
        """Return the field of a name, if it is one of these."""
        fields: dict[str, QWidget] = {**self.lines, **self.areas, **self.flags, **self._choices()}
        return {**fields, "activity_fields": self.activity_fields}.get(name)

    def say_problem(self, field: QWidget, sentence: str) -> None:
        """Say beside a field what is wrong with it."""
        self.rows.set_problem(field, sentence)

    def say_below(self, name: str, notice: QWidget) -> None:
        """Show a notice below one of the fields of `notices`."""
        self._notice_rooms[name].addWidget(notice)
        self.notices[name].show()

    def set_kind(self) -> None:
        """Take the 区分 as a person's own choice, no longer a guess."""
        self._show_guess(guessed=False)
        self.edited.emit()

    # How it is made

    def _choices(self) -> dict[str, Choice]:
        return {
            "kind": self.kind,
            "legal_form": self.legal_form,
            "legal_form_position": self.legal_form_position,
        }

    def _lay_out(self) -> None:
        self._guess_note = NoteBox(
            self.theme, Tone.DUE, _("名称から推定した区分です"), "", (_("この区分でよい"), self.set_kind)
        )
        self.rows = FormRows(self.theme, narrow=True)
        self._add("name", label=_("名称（正式な表記のまま）"))
        self._add("kana")
        self._add("short_name")
        self._add("former_names", note=_("1行に1つ。前の名称でも探せます。"))
        self._add("kind", width=280)
        self.rows.add_widget(self._guess_note)
        self._add("legal_form", "legal_form_position", width=280)
        self._add("legal_form_position", width=200)
        self._add("corporate_number", width=200)
        self._head(_("活動と会員"))
        self._add("activity_fields")
        self._add("established_on", width=_DAY)
        self._add("members", "members_in_city", width=_NUMBER, after=_("人"))
        self._add("members_in_city", width=_NUMBER, after=_("人"))
        self._head(_("連絡"))
        self._add("representative", width=280)
        self._add("phone", width=_DAY)
        self._add("email")
        self._add("postal_code", width=120)
        self._add("address")
        self._add("website")
        self._head(_("見たもの・載っているところ"))
        self._add("bylaws_seen_on", width=_DAY)
        self._add("roster_seen_on", width=_DAY)
        for name in _FLAGS:
            self.rows.add_widget(self._flag_row(name))
        self._head(_("庁内の覚え"))
        self._add("tags", note=_("、で区切って、いくつでも。"))
        self._add("note")
        self.column.addWidget(self.rows)

    def _add(
        self,
        name: str,
        *with_it: str,
        label: str = "",
        width: int | None = None,
        after: str = "",
        note: str = "",
    ) -> None:
        """Add a field, and the tick of its 公開 (which `with_it` share) unless another field has that."""
        field = self.field(name)
        if field is None:
            raise KeyError(name)
        beside = self._public.beside(self, name, *with_it)
        self.rows.add(label or _label(name), field, width=width, after=after, note=note, beside=beside)
        if name in self.notices:
            self.rows.add_widget(self.notices[name])

    def _flag_row(self, name: str) -> QWidget:
        row = QWidget()
        line = QHBoxLayout(row)
        self.theme.space(line, 8)
        line.addWidget(self.flags[name])
        line.addStretch(1)
        line.addWidget(self._public.beside(self, name))
        return row

    def _head(self, title: str) -> None:
        self.rows.add_widget(make_section(self.theme, title))

    def _connect(self) -> None:
        for line in self.lines.values():
            line.textChanged.connect(self.edited)
        for area in self.areas.values():
            area.textChanged.connect(self.edited)
        for flag in self.flags.values():
            flag.clicked.connect(self.edited)
        for choice in (self.legal_form, self.legal_form_position):
            choice.chosen.connect(self.edited)
        self.kind.chosen.connect(self.set_kind)
        self.activity_fields.changed.connect(self.edited)
        self.lines["postal_code"].textEdited.connect(self._fill_address)

    def _fill_address(self) -> None:
        code, address = self.lines["postal_code"], self.lines["address"]
        if isinstance(code, PostalCodeEdit) and not address.text().strip():
            address.setText(address_for(code.value()))

    def _show_guess(self, *, guessed: bool) -> None:
        self._guessed = guessed
        self._guess_note.setVisible(is_guess(PartnerKind(self.kind.value()), guessed))


def _make_lines(today: date) -> dict[str, JapaneseLineEdit]:
    lines: dict[str, JapaneseLineEdit] = {name: JapaneseLineEdit(_label(name)) for name in _PLAIN}
    lines["kana"] = KanaEdit(_label("kana"))
    lines["phone"] = PhoneEdit(_label("phone"))
    lines["postal_code"] = PostalCodeEdit(_label("postal_code"))
    lines["corporate_number"] = CorporateNumberEdit(_label("corporate_number"))
    lines["email"] = MailEdit(_label("email"))
    lines["website"] = WebEdit(_label("website"))
    for name in NUMBERS:
        lines[name] = CountEdit(_label(name))
    for name in DATES:
        lines[name] = WarekiEdit(_label(name), today)
        lines[name].setPlaceholderText(_("例 H19.4.1"))
    for name, line in lines.items():
        if most := FIELDS_BY_NAME[name].most:
            line.warn_beyond(most)
    return lines


def _make_area(theme: Theme, name: str) -> JapaneseTextEdit:
    area = JapaneseTextEdit(_label(name))
    area.setFixedHeight(theme.px(_AREAS[name]))
    if most := FIELDS_BY_NAME[name].most:
        area.warn_beyond(most)
    return area


def _label(name: str) -> str:
    return _(FIELDS_BY_NAME[name].label)


def _with_none(choices: Iterable[tuple[str, str]]) -> list[tuple[str, str]]:
    return [("", _("未記入")), *choices]
