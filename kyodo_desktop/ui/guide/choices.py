"""What is chosen in the first two steps: the kind of project, the 領域 and the 形態."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from kyodo_desktop.base.i18n import _
from kyodo_desktop.records.guides import GuideDraft, GuideText
from kyodo_desktop.ui.guide.chart import FormChart
from kyodo_desktop.ui.guide.helper import FormHelper
from kyodo_desktop.ui.theme.theme import Theme
from kyodo_desktop.ui.widgets.choice import Choice
from kyodo_desktop.ui.widgets.labels import make_label


class SuitabilityChoice(QWidget):
    """The five kinds of project that 協働 suits, and what the handbook expects of the chosen one."""

    chosen = Signal(str)

    def __init__(self, theme: Theme, text: GuideText, key: str) -> None:
        super().__init__()
        self._text = text
        column = QVBoxLayout(self)
        theme.space(column, 4)
        column.addWidget(make_label(text.about_suitabilities, wrap=True))
        name = text.suitability_heads[0]
        column.addWidget(make_label(name, "head"))
        options = [("", _("未選択")), *((one.key, one.title) for one in text.suitabilities)]
        self.choice = Choice(theme, name, options)
        self.choice.set_value(key)
        self.choice.chosen.connect(self._on_chosen)
        self.told = make_label("", wrap=True)
        column.addWidget(self.choice)
        column.addWidget(self.told)
        for words in text.suitability_aside:
            column.addWidget(make_label(words, "muted", wrap=True))
        self._tell(key)

    def _on_chosen(self, key: str) -> None:
        self._tell(key)
        self.chosen.emit(key)

    def _tell(self, key: str) -> None:
        kind = next((one for one in self._text.suitabilities if one.key == key), None)
        words = ""
        if kind is not None:
            _kind, effect, examples = self._text.suitability_heads
            words = _("{effect_head}: {effect}\n{examples_head}: {examples}").format(
                effect_head=effect,
                effect=kind.effect,
                examples_head=examples,
                examples=_("、").join(kind.examples),
            )
        self.told.setText(words)
        self.told.setVisible(bool(words))


class FormChoice(QWidget):
    """The helper, the handbook's figure, and the 領域 and the 形態 that were chosen."""

    zone_chosen = Signal(str)
    form_chosen = Signal(str)

    def __init__(
        self, theme: Theme, text: GuideText, draft: GuideDraft, answers: dict[str, str] | None = None
    ) -> None:
        super().__init__()
        self._text = text
        column = QVBoxLayout(self)
        theme.space(column, 8)
        column.addWidget(make_label(text.about_forms, wrap=True))
        self.helper = FormHelper(theme, text, answers)
        column.addWidget(self.helper)
        self.chart = FormChart(theme, text)
        column.addWidget(self.chart)
        column.addWidget(
            make_label(
                _("図の中は ↑↓←→ で動き、スペースで選びます。✓は選んだもの、●は答えに合う形態です。"), "muted"
            )
        )
        zones = [("", _("未選択")), *((one.key, f"{one.title}（{one.text}）") for one in text.zones)]
        self.zone = Choice(theme, _("協働の領域"), zones)
        forms = [("", _("未選択")), *((one.key, one.title) for one in text.forms)]
        self.form = Choice(theme, _("協働の形態"), forms)
        row = QHBoxLayout()
        theme.space(row, 8)
        for name, choice in ((_("協働の領域"), self.zone), (_("協働の形態"), self.form)):
            row.addWidget(make_label(name))
            row.addWidget(choice, 1)
        column.addLayout(row)
        self.definition = make_label("", wrap=True)
        column.addWidget(self.definition)
        self.zone.set_value(draft.zone)
        self.form.set_value(draft.collaboration_form)
        self._join()
        self.chart.show_fit(self.helper.fitting())
        self._show_choice()

    def _join(self) -> None:
        self.zone.chosen.connect(self._take_zone)
        self.form.chosen.connect(self._take_form)
        self.chart.zone_picked.connect(self._take_zone)
        self.chart.form_picked.connect(self._on_form_picked)
        self.chart.at_changed.connect(self._define)
        self.helper.told.connect(self._on_told)

    def _on_told(self) -> None:
        zone = self.helper.zone()
        # What was chosen is the clerk's: the helper only proposes.
        if zone and not self.zone.value():
            self._take_zone(zone)
        self.chart.show_fit(self.helper.fitting())

    def _on_form_picked(self, zone: str, form: str) -> None:
        self._take_zone(zone)
        self._take_form(form)

    def _take_zone(self, zone: str) -> None:
        self.zone.set_value(zone)
        self.zone_chosen.emit(zone)
        self._show_choice()

    def _take_form(self, form: str) -> None:
        self.form.set_value(form)
        self.form_chosen.emit(form)
        self._show_choice()

    def _show_choice(self) -> None:
        self.chart.show_choice(self.zone.value(), self.form.value())
        self._define("")

    def _define(self, at: str) -> None:
        """Say what the 形態 under the keys is, else the chosen one."""
        form = self._text.form(at or self.form.value())
        self.definition.setText(f"{form.title} … {form.text}" if form is not None else "")
        self.definition.setVisible(form is not None)
