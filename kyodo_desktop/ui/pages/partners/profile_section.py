"""カルテ in the editor: the handbook's 情報収集項目, and what it asks of a partner."""

from collections.abc import Callable, Mapping
from datetime import date
from typing import Any

from PySide6.QtWidgets import QWidget

from kyodo_desktop.base.i18n import _
from kyodo_desktop.records.partner_fields import FIELDS_BY_NAME
from kyodo_desktop.records.partner_parts import PROFILE_QUESTIONS
from kyodo_desktop.ui.pages.partners.answers import PROFILE_TEXTS
from kyodo_desktop.ui.pages.partners.public_choice import PublicChoice
from kyodo_desktop.ui.pages.partners.question_row import QuestionRow
from kyodo_desktop.ui.pages.partners.section import Section
from kyodo_desktop.ui.pages.partners.wording import PROFILE_HINTS
from kyodo_desktop.ui.pages.shared.answers import Answers
from kyodo_desktop.ui.theme.theme import Theme
from kyodo_desktop.ui.widgets.detail import make_section
from kyodo_desktop.ui.widgets.edits import JapaneseTextEdit
from kyodo_desktop.ui.widgets.form_rows import FormRows

_PREFIX = "profile."
_HEIGHT = 92


class ProfileSection(Section):
    """The texts of the profile, and 協働の相手として."""

    def __init__(
        self, theme: Theme, public: PublicChoice, clerk: Callable[[], str], today: Callable[[], date]
    ) -> None:
        super().__init__(theme)
        self.rows = FormRows(theme, narrow=True)
        self.areas: dict[str, JapaneseTextEdit] = {}
        for name in PROFILE_TEXTS:
            field = FIELDS_BY_NAME[_PREFIX + name]
            label = _(field.label)
            area = self.areas[name] = JapaneseTextEdit(label)
            area.warn_beyond(field.most)
            area.setFixedHeight(theme.px(_HEIGHT))
            area.textChanged.connect(self.edited)
            hint = _(PROFILE_HINTS[name]) if name in PROFILE_HINTS else ""
            beside = public.beside(self, _PREFIX + name)
            self.rows.add(label, area, width=None, note=hint, beside=beside)
        self.column.addWidget(self.rows)
        self.column.addWidget(make_section(theme, _(FIELDS_BY_NAME["profile.asked"].label)))
        self.questions: dict[str, QuestionRow] = {}
        for key, label in PROFILE_QUESTIONS.items():
            question = self.questions[key] = QuestionRow(theme, _(label), clerk, today)
            question.changed.connect(self.edited)
            self.column.addWidget(question)

    def fill(self, answers: Mapping[str, Any]) -> None:
        """Show answers in the fields."""
        self.rows.clear_problems()
        profile = answers["profile"]
        for name, area in self.areas.items():
            area.setPlainText(profile[name])
        for one in profile["asked"]:
            self.questions[one["key"]].fill(one)

    def answers(self) -> Answers:
        """Return what stands in the fields."""
        texts = {name: area.toPlainText() for name, area in self.areas.items()}
        return {"profile": {**texts, "asked": [one.answers() for one in self.questions.values()]}}

    def field(self, name: str) -> QWidget | None:
        """Return the field of a name like `profile.purpose`, if it is one of these."""
        if not name.startswith(_PREFIX):
            return None
        first = next(iter(self.areas.values()))
        return self.areas.get(name.removeprefix(_PREFIX), first)

    def say_problem(self, field: QWidget, sentence: str) -> None:
        """Say below a field what is wrong with it."""
        self.rows.set_problem(field, sentence)
