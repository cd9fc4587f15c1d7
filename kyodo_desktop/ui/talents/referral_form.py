"""Noting where someone was sent: to a 中間支援組織, or to a partner of the register."""

from collections.abc import Sequence
from datetime import date
from functools import partial
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from kyodo_desktop.base.i18n import _
from kyodo_desktop.japanese.wareki import format_date
from kyodo_desktop.records.partners import PartnerRecord
from kyodo_desktop.records.talents import (
    TALENT_SIDE_LABELS,
    ReferralDraft,
    ReferralRecord,
    TalentRecord,
)
from kyodo_desktop.ui.context import UiContext
from kyodo_desktop.ui.pages.shared.answers import Answers
from kyodo_desktop.ui.widgets.buttons import make_icon_button
from kyodo_desktop.ui.widgets.choice import Choice
from kyodo_desktop.ui.widgets.edits import JapaneseLineEdit, JapaneseTextEdit, WarekiEdit
from kyodo_desktop.ui.widgets.in_place_form import FormTarget, InPlaceForm, day_of
from kyodo_desktop.ui.widgets.labels import ElidedLabel
from kyodo_desktop.ui.widgets.partner_picker import PartnerPicker

_PARTNER = "*partner"
"""The choice that stands for a partner of the register; no 中間支援組織 has this key."""
_OUTCOME_HEIGHT = 56


class ReferralForm(InPlaceForm):
    """A new referral, which begins as `first`, or one that is mended; `to_name` is the other partner's."""

    def __init__(
        self,
        context: UiContext,
        target: FormTarget,
        first: ReferralDraft,
        to_name: str = "",
        *,
        referral: ReferralRecord | None = None,
    ) -> None:
        super().__init__(context, target, _("紹介の記録"))
        self._partner_id, self._referral = first.partner_id, referral
        theme, talents = context.theme, context.services.talents
        self.to = _Whither(context, [(one.key, one.label) for one in talents.organizations()])
        self.day = WarekiEdit(_("紹介した日"), context.clock.today())
        self.about = JapaneseLineEdit(_("何のことで"))
        self.talent = Choice(theme, _("もとの記録"), self._talent_choices(first.talent_id))
        self.outcome = JapaneseTextEdit(_("その後"))
        self.outcome.setFixedHeight(theme.px(_OUTCOME_HEIGHT))
        self.outcome.setPlaceholderText(_("会えた、断られたなど。あとから書けます"))
        self._lay_out()
        self.begin(_answers_of(first, to_name))
        if referral is not None:
            self.discard_button = self.add_discard(_("ごみ箱へ"), partial(self._discard, referral))

    def focus_first(self) -> None:
        """Begin where the first thing is missing."""
        if self.to.is_chosen():
            self.about.setFocus()
        else:
            self.to.choice.setFocus()

    def fill(self, answers: Answers) -> None:
        """Show answers in the fields."""
        self.to.fill(answers["to"])
        self.day.setText(answers["day"])
        self.about.setText(answers["about"])
        self.talent.set_value(answers["talent"])
        self.outcome.setPlainText(answers["outcome"])

    def answers(self) -> Answers:
        """Return what stands in the fields."""
        return {
            "to": self.to.answers(),
            "day": self.day.text(),
            "about": self.about.text(),
            "talent": self.talent.value(),
            "outcome": self.outcome.toPlainText(),
        }

    def write(self) -> str:
        """Save the referral."""
        today = self.context.clock.today()
        whither = self.to.answers()
        draft = ReferralDraft(
            self._partner_id,
            day_of(self.day.text(), today, "referred_on") or today,
            organization=whither["organization"],
            to_partner_id=whither["partner_id"],
            about=self.about.text(),
            outcome=self.outcome.toPlainText(),
            talent_id=int(self.talent.value()) if self.talent.value() else None,
        )
        talents = self.context.services.talents
        if self._referral is None:
            talents.refer(draft)
        else:
            talents.edit_referral(self._referral.id, draft)
        return _("紹介を記録しました: {to}").format(to=self.to.words())

    def _discard(self, referral: ReferralRecord) -> str:
        self.context.services.talents.discard_referral(referral.id)
        return _("ごみ箱に入れました: {to} への紹介").format(to=referral.to_name)

    def _talent_choices(self, chosen: int | None) -> list[tuple[str, str]]:
        """Return what the referral can be about: the partner's entries, and the one that it is about."""
        talents = self.context.services.talents
        entries = list(talents.of_partner(self._partner_id))
        if chosen is not None and chosen not in {entry.id for entry in entries}:
            entries.append(talents.get(chosen))
        return [("", _("なし")), *((str(entry.id), _entry_words(entry)) for entry in entries)]

    def _lay_out(self) -> None:
        for label, name, field in (
            (_("紹介先"), "to", self.to),
            (_("紹介した日"), "referred_on", self.day),
            (_("何のことで"), "about", self.about),
            (_("もとの記録"), "talent_id", self.talent),
            (_("その後"), "outcome", self.outcome),
        ):
            self.put(label, name, field)
        for line in (self.day, self.about):
            line.textChanged.connect(self.on_edited)
        self.outcome.textChanged.connect(self.on_edited)
        self.talent.chosen.connect(self.on_edited)
        self.to.changed.connect(self.on_edited)


class _Whither(QWidget):
    """One of the 中間支援組織, or a partner that is looked for; `changed` after a choice of a person's."""

    changed = Signal()

    def __init__(self, context: UiContext, organizations: Sequence[tuple[str, str]]) -> None:
        super().__init__()
        theme = context.theme
        self._partner_id: int | None = None
        self.choice = Choice(theme, _("紹介先"), [*organizations, (_PARTNER, _("台帳の団体・人から選ぶ"))])
        self.choice.setPlaceholderText(_("紹介先を選ぶ"))
        self.picker = PartnerPicker(theme, context.services.partners.search)
        self._name = ElidedLabel("", middle=True)
        self._chosen = QWidget()
        line = QHBoxLayout(self._chosen)
        theme.space(line, 4)
        line.addWidget(self._name, 1)
        self.off = make_icon_button(theme, "x", _("ほかの団体にする"), self._on_off)
        line.addWidget(self.off)
        column = QVBoxLayout(self)
        theme.space(column, 8)
        for widget in (self.choice, self._chosen, self.picker):
            column.addWidget(widget)
        self.setFocusProxy(self.choice)
        self.choice.chosen.connect(self._on_chosen)
        self.picker.picked.connect(self._on_picked)

    def is_chosen(self) -> bool:
        """Tell whether it is said whither."""
        return bool(self.answers()["organization"]) or self._partner_id is not None

    def words(self) -> str:
        """Return whither, in words."""
        return self._name.text() if self._partner_id is not None else self.choice.currentText()

    def fill(self, answers: Answers) -> None:
        """Choose without telling."""
        self._partner_id = answers["partner_id"]
        self._name.setText(answers["name"])
        is_partner = answers["partner_id"] is not None or answers["is_partner"]
        self.choice.set_value(_PARTNER if is_partner else answers["organization"])
        self._refresh()

    def answers(self) -> Answers:
        """Return what is chosen."""
        key = self.choice.value()
        return {
            "organization": "" if key == _PARTNER else key,
            "partner_id": self._partner_id,
            "name": self._name.text(),
            "is_partner": key == _PARTNER,
        }

    def _on_chosen(self, key: str) -> None:
        if key != _PARTNER:
            self._partner_id = None
            self._name.clear()
        self._refresh()
        if key == _PARTNER:
            self.picker.box.setFocus()
        self.changed.emit()

    def _on_picked(self, partner: PartnerRecord) -> None:
        self._partner_id = partner.id
        self._name.setText(partner.name)
        self._refresh()
        self.off.setFocus()
        self.changed.emit()

    def _on_off(self) -> None:
        self._partner_id = None
        self._name.clear()
        self._refresh()
        self.picker.box.setFocus()
        self.changed.emit()

    def _refresh(self) -> None:
        is_partner = self.choice.value() == _PARTNER
        self._chosen.setVisible(is_partner and self._partner_id is not None)
        self.picker.setVisible(is_partner and self._partner_id is None)


def new_target(partner_id: int) -> FormTarget:
    """Return under what the draft of a partner's new referral is kept."""
    return FormTarget("referral_new", partner_id)


def about_target(entry: TalentRecord) -> FormTarget:
    """Return under what the draft of a new referral about an entry is kept."""
    return FormTarget("referral_about", entry.id)


def introduction_target(entry: TalentRecord, other: TalentRecord) -> FormTarget:
    """Return under what the draft is kept of bringing the partners of two entries together."""
    return FormTarget(f"introduction_{other.id}", entry.id)


def target_of(referral: ReferralRecord) -> FormTarget:
    """Return under what the draft of a referral that is mended is kept."""
    return FormTarget("referral", referral.id)


def first_about(entry: TalentRecord, today: date) -> ReferralDraft:
    """Return the beginning of a referral about an entry."""
    return ReferralDraft(entry.draft.partner_id, today, about=entry.draft.title, talent_id=entry.id)


def _entry_words(entry: TalentRecord) -> str:
    side = _(TALENT_SIDE_LABELS[entry.draft.side])
    return _("{side}: {title}").format(side=side, title=entry.draft.title)


def _answers_of(draft: ReferralDraft, to_name: str) -> Answers:
    to: dict[str, Any] = {
        "organization": draft.organization,
        "partner_id": draft.to_partner_id,
        "name": to_name if draft.to_partner_id is not None else "",
        "is_partner": draft.to_partner_id is not None,
    }
    return {
        "to": to,
        "day": format_date(draft.referred_on),
        "about": draft.about,
        "talent": "" if draft.talent_id is None else str(draft.talent_id),
        "outcome": draft.outcome,
    }
