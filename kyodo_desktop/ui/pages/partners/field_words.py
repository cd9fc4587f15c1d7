"""Every field of a partner in words, as two records stand side by side. No Qt."""

from collections.abc import Callable, Mapping
from typing import Any

from kyodo_desktop.base.i18n import _
from kyodo_desktop.japanese.postal import format_postal_code
from kyodo_desktop.japanese.wareki import format_date
from kyodo_desktop.records.merging import MergeMoves
from kyodo_desktop.records.partner_fields import PartnerField, PartnerFieldKind, value_of
from kyodo_desktop.records.partner_parts import (
    PROFILE_QUESTIONS,
    PartnerContact,
    PartnerOfficer,
    ProfileAnswer,
)
from kyodo_desktop.records.partners import LEGAL_FORM_POSITION_LABELS, PartnerKind, PartnerRecord
from kyodo_desktop.records.proposals import CONFIRMATION_LABELS, Confirmation
from kyodo_desktop.ui.pages.partners.terms import Terms
from kyodo_desktop.ui.pages.partners.wording import period_words
from kyodo_desktop.ui.pages.shared.kinds import kind_label

_JOINT = "、"


def field_words(partner: PartnerRecord, field: PartnerField, terms: Terms) -> str:
    """Return a field of a partner in words, empty where nobody has said anything."""
    value = value_of(partner, field.name)
    if field.kind is PartnerFieldKind.CHOICE:
        return _choice_words(partner, field.name, terms)
    if field.kind is PartnerFieldKind.CHOICES:
        return terms.field_words(value, _JOINT)
    if field.kind is PartnerFieldKind.PARTS:
        return "\n".join(filter(None, map(_part_words, value)))
    write = _WRITERS.get(field.kind, str)
    return write(value) if value not in (None, "") else ""


def moves_words(moves: MergeMoves) -> str:
    """Return in words what moves from one partner to the other."""
    counts = (
        (moves.collaborations, _("取組 {n}件")),
        (moves.proposals, _("提案 {n}件")),
        (moves.check_sheets, _("チェックシート {n}件")),
        (moves.evaluations, _("評価 {n}件")),
        (moves.guides, _("六つの手順 {n}件")),
        (moves.talks, _("相談記録 {n}件")),
        (moves.talents, _("人財の森 {n}件")),
        (moves.referrals, _("紹介の記録 {n}件")),
        (moves.attachments, _("添付 {n}件")),
        (moves.sheets, _("発行した紙 {n}枚")),
        (moves.briefings, _("事業説明会の出席 {n}件")),
    )
    moved = _JOINT.join(words.format(n=n) for n, words in counts if n)
    sentences = [_("{what}が移ります。").format(what=moved)] if moved else [_("移る取組や提案はありません。")]
    if moves.drafts:
        sentences.append(
            _("書きかけの提案 {n}件は、次に保存するか受け付けたときに移ります。").format(n=moves.drafts)
        )
    if moves.referrals_between:
        sentences.append(
            _("二つの団体のあいだの紹介 {n}件は、ごみ箱に移ります。").format(n=moves.referrals_between)
        )
    return "".join(sentences)


def _choice_words(partner: PartnerRecord, name: str, terms: Terms) -> str:
    if name == "kind":
        unset = partner.kind is PartnerKind.UNSET
        return "" if unset else kind_label(partner.kind, partner.kind_estimated)
    if name == "legal_form_position":
        return _(LEGAL_FORM_POSITION_LABELS.get(partner.legal_form_position, ""))
    key = partner.legal_form
    return next((form.label for form in terms.forms if form.key == key), key)


def _part_words(part: object) -> str:
    if isinstance(part, PartnerContact):
        words: tuple[str, ...] = (part.purpose, part.person, part.phone, part.fax, part.email, part.note)
    elif isinstance(part, PartnerOfficer):
        words = (part.title, part.name, period_words(part))
    elif isinstance(part, ProfileAnswer) and part.state is not Confirmation.NOT_YET:
        words = (_(PROFILE_QUESTIONS.get(part.key, part.key)), _(CONFIRMATION_LABELS[part.state]), part.seen)
    else:
        words = ()
    return "　".join(filter(None, words))


_WRITERS: Mapping[PartnerFieldKind, Callable[[Any], str]] = {
    PartnerFieldKind.DATE: format_date,
    PartnerFieldKind.FLAG: lambda value: _("あり") if value else "",
    PartnerFieldKind.NUMBER: lambda value: _("{n}人").format(n=value),
    PartnerFieldKind.POSTAL: lambda value: f"〒{format_postal_code(value)}",
    PartnerFieldKind.TAGS: _JOINT.join,
}
