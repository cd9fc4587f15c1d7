"""The 形態 helper: a few questions, which forms go with the answers, and why in the handbook's words."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kyodo_desktop.base.i18n import _
from kyodo_desktop.records.guides import FormAdvice, GuideText, advise, zone_of
from kyodo_desktop.ui.guide.chart import FormChart
from kyodo_desktop.ui.theme.theme import Theme
from kyodo_desktop.ui.widgets.choice import Choice
from kyodo_desktop.ui.widgets.labels import make_label


class FormHelper(QWidget):
    """Questions, the chart, and a line or two of each form; `zone_told` when an answer names a 領域."""

    zone_told = Signal(str)

    def __init__(self, theme: Theme, text: GuideText, zone: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._text, self._zone = text, zone
        column = QVBoxLayout(self)
        theme.space(column, 6)
        column.addWidget(make_label(_("どの形態が合いそうか（仮）"), "head"))
        column.addWidget(
            make_label(_("問いと答えは市の定めではなく、考えるための手がかりです。"), "muted", wrap=True)
        )
        self.questions: dict[str, Choice] = {}
        for question in text.questions:
            options = [("", _("まだ決めていない")), *((one.key, one.text) for one in question.options)]
            choice = Choice(theme, question.text, options)
            choice.chosen.connect(lambda _key: self._on_answered())
            self.questions[question.key] = choice
            column.addWidget(make_label(question.text, wrap=True))
            column.addWidget(choice)
        self.chart = FormChart(theme, text)
        column.addWidget(self.chart)
        self.told = make_label("", wrap=True)
        column.addWidget(self.told)
        column.addWidget(make_label(_("「{words}」").format(words=text.choosing), "muted", wrap=True))
        self._refresh()

    def answers(self) -> dict[str, str]:
        """Return the answers given."""
        return {key: one.value() for key, one in self.questions.items() if one.value()}

    def show_zone(self, zone: str) -> None:
        """Mark a zone that was chosen elsewhere."""
        self._zone = zone
        self._refresh()

    def _on_answered(self) -> None:
        zone = zone_of(self._text, self.answers())
        if zone and zone != self._zone:
            self._zone = zone
            self.zone_told.emit(zone)
        self._refresh()

    def _refresh(self) -> None:
        answers = self.answers()
        advice = advise(self._text, answers) if answers else ()
        self.chart.show_fit(self._zone, [one.form.key for one in advice if one.fits])
        self.told.setText("\n".join(_lines(advice)))


def _lines(advice: tuple[FormAdvice, ...]) -> list[str]:
    if not advice:
        return [_("答えを選ぶと、合う形態とその理由が出ます。")]
    lines = [_("すべての答えに合う形態はありません。答えを見直すか、団体と話し合ってください。")]
    if any(one.fits for one in advice):
        lines = []
    for one in sorted(advice, key=lambda one: not one.fits):
        why = "".join(_("「{quote}」").format(quote=quote) for quote in one.quotes)
        if one.fits:
            lines.append(_("● {form} … 合います。{why}").format(form=one.form.title, why=why))
        else:
            against = _("、").join(_("「{answer}」").format(answer=text) for text in one.against)
            lines.append(
                _("○ {form} … {against}とは合いません。").format(form=one.form.title, against=against)
            )
    return lines
