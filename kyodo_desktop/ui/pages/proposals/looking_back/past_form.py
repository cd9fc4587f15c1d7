"""Recording a project of a former year: the little that is still known of it."""

from functools import partial
from typing import Any

from kyodo_desktop.base.errors import InputError
from kyodo_desktop.base.i18n import _
from kyodo_desktop.japanese.fiscal_year import format_fiscal_year
from kyodo_desktop.japanese.wareki import format_date
from kyodo_desktop.japanese.yen import format_yen, parse_yen
from kyodo_desktop.records.case_figures import CONTINUATION_LABELS, Continuation
from kyodo_desktop.records.cases import CASE_END_LABELS, CaseEnd
from kyodo_desktop.records.past_cases import PastCaseDraft
from kyodo_desktop.ui.context import UiContext
from kyodo_desktop.ui.pages.proposals.looking_back.group_field import GroupField
from kyodo_desktop.ui.pages.shared.answers import Answers
from kyodo_desktop.ui.widgets.choice import Choice
from kyodo_desktop.ui.widgets.edits import JapaneseLineEdit, JapaneseTextEdit, WarekiEdit, YenEdit
from kyodo_desktop.ui.widgets.in_place_form import FormTarget, InPlaceForm, day_of

PAST, NEW_PAST = "past_case", "past_case_new"
"""Under what the draft of a former project is kept, and that of a new one (of a partner, 0 for any)."""
_TEXT_HEIGHT, _WIDEST = 76, 760


class PastForm(InPlaceForm):
    """A former project: a new one, which begins as `first`, or one that is mended."""

    def __init__(
        self, context: UiContext, target: FormTarget, first: PastCaseDraft, proposal_id: int | None = None
    ) -> None:
        title = _("以前の事業を記録") if proposal_id is None else _("以前の事業を直す")
        super().__init__(context, target, title)
        self._proposal_id = proposal_id
        self._past = context.services.past_cases
        theme = context.theme
        self.setMaximumWidth(theme.px(_WIDEST))
        years = [(str(one), format_fiscal_year(one)) for one in self._past.years()]
        self.year = Choice(theme, _("年度"), years)
        self.programme = Choice(theme, _("制度"))
        self.group = GroupField(context)
        self.title_line = JapaneseLineEdit(_("事業名"))
        self.summary = _text(context, _("内容"))
        self.end = Choice(theme, _("結果"), [(one.value, _(label)) for one, label in CASE_END_LABELS.items()])
        self.decided_on = WarekiEdit(_("決定の日"), context.clock.today())
        self.money = {name: YenEdit(label) for name, label in _money_labels()}
        self.continued = Choice(
            theme,
            _("その後"),
            [("", _("分からない")), *((one.value, _(label)) for one, label in CONTINUATION_LABELS.items())],
        )
        self.note = _text(context, _("メモ"))
        self._lay_out()
        self._listen()
        self.begin(_answers_of(first))
        if proposal_id is not None:
            self.add_discard(_("ごみ箱へ"), partial(self._discard, proposal_id))

    def fill(self, answers: Answers) -> None:
        """Show answers in the fields."""
        self.year.set_value(answers["fiscal_year"])
        self._offer_programmes()
        if answers["programme"]:
            self.programme.set_value(answers["programme"])
        self.group.fill(answers["group"])
        self.title_line.setText(answers["title"])
        self.summary.setPlainText(answers["summary"])
        self.end.set_value(answers["end"])
        self.decided_on.setText(answers["decided_on"])
        for name, field in self.money.items():
            field.setText(answers[name])
        self.continued.set_value(answers["continued"])
        self.note.setPlainText(answers["note"])

    def answers(self) -> Answers:
        """Return what stands in the fields."""
        return {
            "fiscal_year": self.year.value(),
            "programme": self.programme.value(),
            "group": self.group.answers(),
            "title": self.title_line.text(),
            "summary": self.summary.text(),
            "end": self.end.value(),
            "decided_on": self.decided_on.text(),
            **{name: field.text() for name, field in self.money.items()},
            "continued": self.continued.value(),
            "note": self.note.text(),
        }

    def write(self) -> str:
        """Save the project."""
        draft = self._draft()
        if self._proposal_id is None:
            self._past.record(draft)
        else:
            self._past.edit(self._proposal_id, draft)
        return _("以前の事業を記録しました: {title}").format(title=" ".join(draft.title.split()))

    def _draft(self) -> PastCaseDraft:
        group, continued = self.group.answers(), self.continued.value()
        money = {name: _yen_of(field.text(), name) for name, field in self.money.items()}
        return PastCaseDraft(
            programme=self.programme.value(),
            fiscal_year=int(self.year.value()),
            partner_id=group["partner_id"],
            partner_name=group["name"],
            title=self.title_line.text(),
            summary=self.summary.text(),
            end=CaseEnd(self.end.value()),
            decided_on=day_of(self.decided_on.text(), self.context.clock.today(), "decided_on"),
            continued=Continuation(continued) if continued else None,
            note=self.note.text(),
            **money,
        )

    def _discard(self, proposal_id: int) -> str:
        self.context.services.proposals.discard([proposal_id])
        return _("ごみ箱に入れました: {title}").format(title=self.title_line.text())

    def _offer_programmes(self) -> None:
        """Offer the programmes of the year; the one that was chosen stays if it was there then."""
        kept, year = self.programme.value(), self.year.value()
        offered = self._past.programmes(int(year)) if year else ()
        self.programme.set_choices([(one.key, one.title) for one in offered])
        keys = [one.key for one in offered]
        self.programme.set_value(kept if kept in keys else keys[0] if keys else "")

    def _lay_out(self) -> None:
        for label, name, field in (
            (_("年度"), "fiscal_year", self.year),
            (_("制度"), "programme", self.programme),
            (_("団体"), "partner_name", self.group),
            (_("事業名"), "title", self.title_line),
            (_("内容"), "summary", self.summary),
            (_("結果"), "end", self.end),
            (_("決定の日"), "decided_on", self.decided_on),
            *((label, name, self.money[name]) for name, label in _money_labels()),
            (_("その後"), "continued", self.continued),
            (_("メモ"), "note", self.note),
        ):
            self.put(label, name, field)

    def _listen(self) -> None:
        for line in (self.title_line, self.decided_on, *self.money.values()):
            line.textChanged.connect(self.on_edited)
        for text in (self.summary, self.note):
            text.textChanged.connect(self.on_edited)
        for choice in (self.programme, self.end, self.continued):
            choice.chosen.connect(self.on_edited)
        self.group.changed.connect(self.on_edited)
        self.year.chosen.connect(self._on_year)

    def _on_year(self) -> None:
        self._offer_programmes()
        self.on_edited()


def _money_labels() -> tuple[tuple[str, str], ...]:
    return ("asked", _("申請額（円）")), ("granted", _("決定額（円）")), ("settled", _("確定額（円）"))


def _text(context: UiContext, name: str) -> JapaneseTextEdit:
    text = JapaneseTextEdit(name)
    text.setFixedHeight(context.theme.px(_TEXT_HEIGHT))
    return text


def _yen_of(text: str, field: str) -> int | None:
    if not text.strip():
        return None
    try:
        return parse_yen(text)
    except InputError as error:
        raise InputError(str(error), field) from error


def _answers_of(draft: PastCaseDraft) -> dict[str, Any]:
    money = {name: getattr(draft, name) for name, _label in _money_labels()}
    return {
        "fiscal_year": str(draft.fiscal_year) if draft.fiscal_year else "",
        "programme": draft.programme,
        "group": {"partner_id": draft.partner_id, "name": draft.partner_name},
        "title": draft.title,
        "summary": draft.summary,
        "end": draft.end.value,
        "decided_on": format_date(draft.decided_on) if draft.decided_on else "",
        **{name: "" if amount is None else format_yen(amount) for name, amount in money.items()},
        "continued": draft.continued.value if draft.continued is not None else "",
        "note": draft.note,
    }
