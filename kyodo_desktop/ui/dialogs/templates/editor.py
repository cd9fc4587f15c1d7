"""The fields of one template: only those that its paper shows."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from kyodo_desktop.base.i18n import _
from kyodo_desktop.records.templates import (
    COMMON,
    DATE_STYLE_LABELS,
    DIGIT_RULE_LABELS,
    SEAL_LABELS,
    DateStyle,
    DigitRule,
    Template,
    TemplateParts,
    TemplateText,
)
from kyodo_desktop.ui.theme.theme import Theme
from kyodo_desktop.ui.widgets.choice import Choice
from kyodo_desktop.ui.widgets.edits import JapaneseLineEdit, JapaneseTextEdit
from kyodo_desktop.ui.widgets.form_rows import FormRows
from kyodo_desktop.ui.widgets.labels import make_label
from kyodo_desktop.ui.widgets.place_text import PlaceText
from kyodo_desktop.ui.widgets.tick_box import TickBox

_LINE = 22
_MOST_LINES = 9
_LETTERS_A_LINE = 26


class TemplateEditor(QScrollArea):
    """Shows a template and gives it back as it is typed; `edited` tells that something was changed."""

    edited = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._template = self._below = Template(COMMON)
        self._texts: dict[str, PlaceText] = {}
        self._shown: dict[str, str] = {}
        self._lines: dict[str, JapaneseLineEdit | JapaneseTextEdit] = {}
        self._choices: dict[str, Choice] = {}
        self._title: PlaceText | None = None
        self._notes: PlaceText | None = None
        self._own: TickBox | None = None
        self.rows = FormRows(theme, narrow=True)
        self.setAccessibleName(_("様式の文面"))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)

    def show_template(
        self,
        template: Template,
        below: Template,
        parts: TemplateParts,
        texts: Sequence[TemplateText],
        places: Sequence[tuple[str, str]],
    ) -> None:
        """Show a template; `below` is what stands where it has nothing of its own."""
        self._template, self._below = template, below
        self._texts, self._lines, self._choices = {}, {}, {}
        self._title = self._notes = self._own = None
        self.rows = FormRows(self._theme, narrow=True)
        if template.form_key != COMMON:
            self._add_words(template, parts, texts, places)
        self._add_habits(template, parts)
        inside = QWidget()
        column = QVBoxLayout(inside)
        self._theme.space(column, 0, (16, 12, 16, 24))
        column.addWidget(self.rows)
        column.addStretch(1)
        self.setWidget(inside)

    def template(self) -> Template:
        """Return the template as it is typed; a field left empty is what lies below it."""
        found = {name: line.text() or getattr(self._below, name) for name, line in self._lines.items()}
        made = self._template.with_data({**self._chosen(), **found})
        if self._own is None or self._title is None or self._notes is None:
            return made
        return replace(
            made,
            own=self._own.isChecked(),
            title=self._title.text() or self._below.title,
            wording={**self._template.wording, **self._changed_texts()},
            notes=tuple(line for line in self._notes.text().splitlines() if line.strip()),
        )

    def _changed_texts(self) -> dict[str, str]:
        """Return the texts that are not as they were shown: the others are no words of the office's own."""
        return {name: text.text() for name, text in self._texts.items() if text.text() != self._shown[name]}

    def show_problem(self, name: str | None, sentence: str) -> None:
        """Mark a field wrong, if the field is shown."""
        if name is not None and name in self._lines:
            self.rows.set_problem(self._lines[name], sentence)

    def _chosen(self) -> Mapping[str, str]:
        return {name: choice.value() for name, choice in self._choices.items()}

    # Building

    def _add_words(
        self,
        template: Template,
        parts: TemplateParts,
        texts: Sequence[TemplateText],
        places: Sequence[tuple[str, str]],
    ) -> None:
        self._own = TickBox(self._theme, _("市の様式として使う"))
        self._own.setChecked(template.own)
        self._own.toggled.connect(lambda _on: self.edited.emit())
        self.rows.add_widget(self._own)
        self.rows.add_widget(make_label(_("付けると、紙に「（仮）」を印刷しません。"), "caption", wrap=True))
        if parts.form_number:
            self._add_line("form_number", _("様式番号"), _("空なら「様式第　　　号」と印刷します"))
        self._title = self._add_text(_("標題"), template.title, places, one_paragraph=True)
        self._texts = {one.name: self._add_text(one.label, one.text, places) for one in texts}
        self._shown = {name: text.text() for name, text in self._texts.items()}
        self._notes = self._add_text(_("注（1行に1つ）"), "\n".join(template.notes), places)

    def _add_habits(self, template: Template, parts: TemplateParts) -> None:
        if parts.seals:
            labels = {seal.value: _(SEAL_LABELS[seal]) for seal in (*parts.seals, template.seal)}
            self._add_choice("seal", _("押印"), labels, template.seal)
        digits = {rule.value: _(DIGIT_RULE_LABELS[rule]) for rule in DigitRule}
        self._add_choice("digits", _("数字"), digits, template.digits)
        dates = {style.value: _(DATE_STYLE_LABELS[style]) for style in DateStyle}
        self._add_choice("date_style", _("日付"), dates, template.date_style)
        common = _("空なら、「すべての様式に共通」のとおりです")
        is_common = template.form_key == COMMON
        if parts.sender:
            self._add_line("sender", _("差出人・宛先の職名"), "" if is_common else common)
        if parts.mayor:
            self._add_line("mayor", _("市長名"), _("例: 小川　一郎") if is_common else common)
        if parts.contact:
            self._add_line(
                "contact_block", _("問合せ先"), _("空なら、「設定」の問い合わせ先のとおりです"), several=True
            )
        if is_common:
            words = _("問合せ先は、「ツール」の「設定」にある「問い合わせ先」を使います。")
            self.rows.add_widget(make_label(words, "muted", wrap=True))

    def _add_line(self, name: str, label: str, note: str, *, several: bool = False) -> None:
        edit = JapaneseTextEdit(label) if several else JapaneseLineEdit(label)
        now, below = str(getattr(self._template, name)), str(getattr(self._below, name))
        edit.setPlaceholderText(below)
        text = "" if now == below and self._template.form_key != COMMON else now
        if isinstance(edit, JapaneseTextEdit):
            edit.setPlainText(text)
            edit.setFixedHeight(self._theme.px(_LINE * 5 + 20))
        else:
            edit.setText(text)
        edit.textChanged.connect(self.edited)
        self._lines[name] = edit
        self.rows.add(label, edit, width=None, note=note)

    def _add_text(
        self, label: str, text: str, places: Sequence[tuple[str, str]], *, one_paragraph: bool = False
    ) -> PlaceText:
        edit = PlaceText(self._theme, label, one_paragraph=one_paragraph)
        edit.setPlainText(text)
        edit.set_places(places)
        full = edit.fontMetrics().horizontalAdvance("国") * _LETTERS_A_LINE
        lines = sum(1 + edit.fontMetrics().horizontalAdvance(one) // full for one in text.splitlines())
        lines = min(_MOST_LINES, max(1 if one_paragraph else 3, lines))
        edit.setFixedHeight(self._theme.px(_LINE * lines + 20))
        edit.textChanged.connect(self.edited)
        edit.textChanged.connect(lambda: self.rows.set_problem(edit, edit.unknown_words()))
        self.rows.add(label, edit, width=None, at_label=edit.make_button())
        return edit

    def _add_choice(self, name: str, label: str, labels: Mapping[str, str], value: str) -> None:
        choice = Choice(self._theme, label, list(labels.items()))
        choice.set_value(value)
        choice.chosen.connect(lambda _key: self.edited.emit())
        self._choices[name] = choice
        self.rows.add(label, choice, width=None)
