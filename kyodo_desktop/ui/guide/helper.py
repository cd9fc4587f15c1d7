"""The 形態 helper: a few questions, which forms fit and which not, and why in the handbook's words."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QGridLayout, QVBoxLayout, QWidget

from kyodo_desktop.base.i18n import _
from kyodo_desktop.records.guides import FormAdvice, GuideText, HelperQuestion, advise, zone_of
from kyodo_desktop.ui.theme.theme import Theme
from kyodo_desktop.ui.widgets.labels import make_label
from kyodo_desktop.ui.widgets.value_radio import ValueRadio


class AnswerChoice(QWidget):
    """One question with all its answers in sight, two side by side; `chosen` tells the key picked."""

    chosen = Signal(str)

    def __init__(self, theme: Theme, question: HelperQuestion) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        theme.space(column, 2)
        column.addWidget(make_label(question.text, wrap=True))
        grid = QGridLayout()
        theme.space(grid, 2)
        grid.setColumnStretch(0, 1)
        grid.setColumnStretch(1, 1)
        column.addLayout(grid)
        self._group = QButtonGroup(self)
        self._keys = ("", *(one.key for one in question.options))
        words = (_("まだ決めていない"), *(one.text for one in question.options))
        for at, text in enumerate(words):
            radio = ValueRadio(theme, text, question.text, muted=at == 0, width=320)
            self._group.addButton(radio, at)
            grid.addWidget(radio, at // 2, at % 2)
        self._group.button(0).setChecked(True)
        self._group.idToggled.connect(self._on_toggled)

    def value(self) -> str:
        """Return the chosen key, empty while nothing is."""
        return self._keys[self._group.checkedId()]

    def choose(self, key: str) -> None:
        """Choose an answer."""
        self._group.button(self._keys.index(key)).setChecked(True)

    def _on_toggled(self, at: int, checked: bool) -> None:
        if checked:
            self.chosen.emit(self._keys[at])


class FormHelper(QWidget):
    """Asks, and says of each form whether it fits and why; `told` when the answers changed.

    The answers are kept in the mapping given, which outlives the page.
    """

    told = Signal()

    def __init__(
        self,
        theme: Theme,
        text: GuideText,
        answers: dict[str, str] | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._text, self._given = text, answers if answers is not None else {}
        column = QVBoxLayout(self)
        theme.space(column, 8)
        column.addWidget(make_label(_("どの形態が合いそうか（仮）"), "head"))
        column.addWidget(
            make_label(
                _(
                    "問いと答えは市の定めではなく、考えるための手がかりです。答えは、この窓を閉じると消えます。"
                    "理由は、ハンドブックの言葉です。"
                ),
                "muted",
                wrap=True,
            )
        )
        self.questions: dict[str, AnswerChoice] = {}
        for question in text.questions:
            choice = AnswerChoice(theme, question)
            choice.choose(self._given.get(question.key, ""))
            choice.chosen.connect(lambda _key: self._on_answered())
            self.questions[question.key] = choice
            column.addWidget(choice)
        self._fits, self._misfits = make_label("", wrap=True), make_label("", "muted", wrap=True)
        column.addWidget(self._fits)
        column.addWidget(self._misfits)
        self._on_answered()

    def answers(self) -> dict[str, str]:
        """Return the answers given."""
        return {key: one.value() for key, one in self.questions.items() if one.value()}

    def zone(self) -> str:
        """Return the 領域 that the answers name, or nothing."""
        return zone_of(self._text, self.answers())

    def fitting(self) -> tuple[str, ...]:
        """Return the forms that go with every answer; none while nothing is answered."""
        answers = self.answers()
        return tuple(one.form.key for one in advise(self._text, answers) if one.fits) if answers else ()

    def words(self) -> str:
        """Return what is said of the forms."""
        return f"{self._fits.text()}\n{self._misfits.text()}".strip()

    def _on_answered(self) -> None:
        answers = self.answers()
        self._given.clear()
        self._given.update(answers)
        advice = advise(self._text, answers) if answers else ()
        fits = [_fit_words(one) for one in advice if one.fits]
        if not advice:
            fits = [_("答えを選ぶと、合う形態とその理由が出ます。")]
        elif not fits:
            fits = [_("すべての答えに合う形態はありません。答えを見直すか、団体と話し合ってください。")]
        misfits = [_misfit_words(one) for one in advice if not one.fits]
        self._fits.setText("\n".join(fits))
        self._misfits.setText("\n".join(misfits))
        self._misfits.setVisible(bool(misfits))
        self.told.emit()


def _fit_words(advice: FormAdvice) -> str:
    return _("● {form} … 合います。").format(form=advice.form.title) + _source(advice.quotes)


def _misfit_words(advice: FormAdvice) -> str:
    answers = _quoted(tuple(one.answer for one in advice.against))
    words = _("○ {form} … {answers}とは合いません。").format(form=advice.form.title, answers=answers)
    return words + _source(tuple(quote for one in advice.against for quote in one.quotes))


def _source(quotes: tuple[str, ...]) -> str:
    """Return a line with what the handbook says, below what is said of it."""
    return _("\n　　ハンドブック: {quotes}").format(quotes=_quoted(quotes)) if quotes else ""


def _quoted(quotes: tuple[str, ...]) -> str:
    return "".join(_("「{quote}」").format(quote=quote) for quote in quotes)
