"""What is chosen in the first two steps: the kind of project, the 領域 and the 形態."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kyodo_desktop.base.i18n import _
from kyodo_desktop.records.guides import GuideDraft, GuideText
from kyodo_desktop.ui.guide.helper import FormHelper
from kyodo_desktop.ui.theme.theme import Theme
from kyodo_desktop.ui.theme.tokens import Tone
from kyodo_desktop.ui.widgets.choice import Choice
from kyodo_desktop.ui.widgets.labels import make_label
from kyodo_desktop.ui.widgets.tags import NoteBox


class SuitabilityChoice(QWidget):
    """The five kinds of project that 協働 suits, and what the handbook expects of the chosen one."""

    chosen = Signal(str)

    def __init__(self, theme: Theme, text: GuideText, key: str) -> None:
        super().__init__()
        self._text = text
        column = QVBoxLayout(self)
        theme.space(column, 4)
        name = _("協働に適した事業の分類")
        column.addWidget(make_label(name, "head"))
        options = [("", _("未選択")), *((one.key, one.title) for one in text.suitabilities)]
        self.choice = Choice(theme, name, options)
        self.choice.set_value(key)
        self.choice.chosen.connect(self._on_chosen)
        self.told = make_label("", wrap=True)
        column.addWidget(self.choice)
        column.addWidget(self.told)
        self._tell(key)

    def _on_chosen(self, key: str) -> None:
        self._tell(key)
        self.chosen.emit(key)

    def _tell(self, key: str) -> None:
        kind = next((one for one in self._text.suitabilities if one.key == key), None)
        words = ""
        if kind is not None:
            words = _("期待される効果: {effect}\n具体例: {examples}").format(
                effect=kind.effect, examples=_("、").join(kind.examples)
            )
        self.told.setText(words)
        self.told.setVisible(bool(words))


class FormChoice(QWidget):
    """The helper, then the 領域 and the 形態 that were chosen; says when a paper is asked for."""

    zone_chosen = Signal(str)
    form_chosen = Signal(str)

    def __init__(self, theme: Theme, text: GuideText, draft: GuideDraft, *, outside: bool) -> None:
        super().__init__()
        self._text, self._outside = text, outside
        column = QVBoxLayout(self)
        theme.space(column, 6)
        self.helper = FormHelper(theme, text, draft.zone)
        column.addWidget(self.helper)
        zones = [("", _("未選択")), *((one.key, f"{one.title}（{one.text}）") for one in text.zones)]
        self.zone = Choice(theme, _("協働の領域"), zones)
        self.zone.set_value(draft.zone)
        forms = [("", _("未選択")), *((one.key, one.title) for one in text.forms)]
        self.form = Choice(theme, _("協働の形態"), forms)
        self.form.set_value(draft.collaboration_form)
        for name, choice in ((_("協働の領域"), self.zone), (_("協働の形態"), self.form)):
            column.addWidget(make_label(name, "head"))
            column.addWidget(choice)
        self.definition = make_label("", wrap=True)
        column.addWidget(self.definition)
        self.paper = NoteBox(
            theme,
            Tone.DUE,
            _("書面が必要です"),
            _(
                "委託の場合は、協議のうえ業務内容や役割分担などの約束事を明文化し、協定や契約を取り交わします。"
                "この事業は公募の制度の外なので、協定書か契約書を作ってください。"
            ),
        )
        column.addWidget(self.paper)
        self.zone.chosen.connect(self._on_zone)
        self.form.chosen.connect(self._on_form)
        self.helper.zone_told.connect(self._on_told)
        self._tell(draft.collaboration_form)

    def _on_zone(self, zone: str) -> None:
        self.helper.show_zone(zone)
        self.zone_chosen.emit(zone)

    def _on_told(self, zone: str) -> None:
        self.zone.set_value(zone)
        self.zone_chosen.emit(zone)

    def _on_form(self, key: str) -> None:
        self._tell(key)
        self.form_chosen.emit(key)

    def _tell(self, key: str) -> None:
        form = self._text.form(key)
        self.definition.setText(form.text if form is not None else "")
        self.definition.setVisible(form is not None)
        self.paper.setVisible(form is not None and form.written and self._outside)
