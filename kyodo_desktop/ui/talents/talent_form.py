"""Writing an offer or a need."""

from functools import partial

from PySide6.QtWidgets import QHBoxLayout, QWidget

from kyodo_desktop.base.i18n import _
from kyodo_desktop.japanese.wareki import format_date
from kyodo_desktop.records.talents import TALENT_SIDE_LABELS, TalentDraft, TalentRecord, TalentSide
from kyodo_desktop.ui.context import UiContext
from kyodo_desktop.ui.pages.shared.answers import Answers
from kyodo_desktop.ui.widgets.edits import JapaneseLineEdit, JapaneseTextEdit, WarekiEdit
from kyodo_desktop.ui.widgets.in_place_form import FormTarget, InPlaceForm, day_of
from kyodo_desktop.ui.widgets.many_choice import ManyChoice
from kyodo_desktop.ui.widgets.segments import Segments

NEW_KINDS = {TalentSide.OFFER: "talent_offer", TalentSide.NEED: "talent_need"}
"""Under what the draft of a partner's new entry is kept."""

_KIND = "talent"
_TEXT_HEIGHT = 76


class TalentForm(InPlaceForm):
    """An entry of a partner: a new one of a side, or one that is mended."""

    def __init__(
        self, context: UiContext, partner_id: int, side: TalentSide, talent: TalentRecord | None = None
    ) -> None:
        target = FormTarget(NEW_KINDS[side], partner_id) if talent is None else target_of(talent)
        title = _(TALENT_SIDE_LABELS[side]) if talent is None else talent.draft.title
        super().__init__(context, target, title)
        self._partner_id, self._talent = partner_id, talent
        theme = context.theme
        sides = [(one.value, _(label)) for one, label in TALENT_SIDE_LABELS.items()]
        self.side = Segments(theme, sides, _("種類"))
        self.side.shrink()
        self.line = JapaneseLineEdit(_("件名"))
        self.line.setPlaceholderText(_("例 庭木の剪定、絵本の読み聞かせ"))
        self.text = JapaneseTextEdit(_("くわしく"))
        self.text.setFixedHeight(theme.px(_TEXT_HEIGHT))
        choices = [(str(f.number), f.label, f.short) for f in context.services.partners.activity_fields()]
        self.activity_fields = ManyChoice(theme, _("分野"), choices)
        self.person = JapaneseLineEdit(_("どなたの"))
        self.person.setPlaceholderText(_("その人ひとりのことのとき"))
        self.ends_on = WarekiEdit(_("いつまで"), context.clock.today())
        self.ends_on.setPlaceholderText(_("例 R9.3.31　なければ空のまま"))
        self._lay_out(is_new=talent is None)
        self.begin(_answers_of(talent.draft if talent is not None else TalentDraft(partner_id, side, "")))
        if talent is not None:
            self.discard_button = self.add_discard(_("ごみ箱へ"), partial(self._discard, talent))

    def focus_first(self) -> None:
        """Begin with the title."""
        self.line.setFocus()

    def fill(self, answers: Answers) -> None:
        """Show answers in the fields."""
        self.side.set_value(answers["side"])
        self.line.setText(answers["title"])
        self.text.setPlainText(answers["text"])
        self.activity_fields.set_value(answers["activity_fields"])
        self.person.setText(answers["person"])
        self.ends_on.setText(answers["ends_on"])

    def answers(self) -> Answers:
        """Return what stands in the fields."""
        return {
            "side": self.side.value(),
            "title": self.line.text(),
            "text": self.text.toPlainText(),
            "activity_fields": list(self.activity_fields.value()),
            "person": self.person.text(),
            "ends_on": self.ends_on.text(),
        }

    def write(self) -> str:
        """Save the entry."""
        draft = TalentDraft(
            self._partner_id,
            TalentSide(self.side.value()),
            self.line.text(),
            text=self.text.toPlainText(),
            activity_fields=tuple(map(int, self.activity_fields.value())),
            person=self.person.text(),
            ends_on=day_of(self.ends_on.text(), self.context.clock.today(), "ends_on"),
            closed_on=self._talent.draft.closed_on if self._talent is not None else None,
        )
        talents = self.context.services.talents
        if self._talent is None:
            talents.add(draft)
        else:
            talents.edit(self._talent.id, draft)
        return _("人財の森に保存しました: {title}").format(title=draft.title.strip())

    def _discard(self, talent: TalentRecord) -> str:
        self.context.services.talents.discard([talent.id])
        return _("ごみ箱に入れました: {title}").format(title=talent.draft.title)

    def _at_the_left(self, field: QWidget) -> QWidget:
        holder = QWidget()
        line = QHBoxLayout(holder)
        self.context.theme.space(line, 0)
        line.addWidget(field)
        line.addStretch(1)
        holder.setFocusProxy(field)
        return holder

    def _lay_out(self, *, is_new: bool) -> None:
        rows: tuple[tuple[str, str, QWidget], ...] = (
            (_("件名"), "title", self.line),
            (_("くわしく"), "text", self.text),
            (_("分野"), "activity_fields", self.activity_fields),
            (_("どなたの"), "person", self.person),
            (_("いつまで"), "ends_on", self.ends_on),
        )
        if is_new:
            self.side.hide()
        else:
            self.put(_("種類"), "side", self._at_the_left(self.side))
        for label, name, field in rows:
            self.put(label, name, field)
        for line in (self.line, self.person, self.ends_on):
            line.textChanged.connect(self.on_edited)
        self.text.textChanged.connect(self.on_edited)
        self.activity_fields.changed.connect(self.on_edited)
        self.side.chosen.connect(self.on_edited)


def target_of(talent: TalentRecord) -> FormTarget:
    """Return under what the draft of an entry that is mended is kept."""
    return FormTarget(_KIND, talent.id)


def _answers_of(draft: TalentDraft) -> Answers:
    return {
        "side": draft.side.value,
        "title": draft.title,
        "text": draft.text,
        "activity_fields": [str(number) for number in draft.activity_fields],
        "person": draft.person,
        "ends_on": "" if draft.ends_on is None else format_date(draft.ends_on),
    }
