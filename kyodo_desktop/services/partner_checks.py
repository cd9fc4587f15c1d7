"""What a clerk may type of a partner, and how it is written then. Pure: an import asks it as well."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from kyodo_desktop.base.errors import InputError
from kyodo_desktop.base.i18n import _
from kyodo_desktop.japanese.corporate_number import normalise_corporate_number
from kyodo_desktop.japanese.mail import normalise_mail
from kyodo_desktop.japanese.phone import normalise_phone
from kyodo_desktop.japanese.postal import normalise_postal_code
from kyodo_desktop.japanese.wareki import format_date
from kyodo_desktop.records.partner_fields import FIELDS_BY_NAME, PARTNER_FIELDS, PartnerFieldKind, value_of
from kyodo_desktop.records.partner_public import ALWAYS_PUBLIC
from kyodo_desktop.records.partners import LEGAL_FORM_POSITION_LABELS, PartnerDraft, PartnerKind
from kyodo_desktop.services.partner_part_checks import (
    check_answers,
    check_contacts,
    check_officers,
    check_words,
)
from kyodo_desktop.services.partner_terms import activity_fields, legal_forms
from kyodo_desktop.services.partner_texts import one_line, reading, website
from kyodo_desktop.services.personal_numbers import refuse_my_number


def check_draft(draft: PartnerDraft, *, today: date | None = None, stored_form: str = "") -> PartnerDraft:
    """Return the draft as it is kept: numbers, readings and lists written one way, names as typed.

    `stored_form` is the partner's 法人格 so far: it may stay, though the office took it off its list.

    Raises:
        InputError: something of the draft cannot be taken; `field` names it.
    """
    for field in PARTNER_FIELDS:
        refuse_my_number(value_of(draft, field.name), _(field.label), field.name)
    _check_name(draft.name)
    _check_members(draft)
    _check_legal_form(draft, stored_form)
    if today is not None:
        _check_days(draft, today)
    former_names = check_words(draft.former_names, _("旧称"), "former_names")
    return replace(
        draft,
        kana=reading(draft.kana),
        kind_estimated=draft.kind_estimated and draft.kind is not PartnerKind.UNSET,
        phone=normalise_phone(draft.phone),
        email=normalise_mail(draft.email),
        postal_code=normalise_postal_code(draft.postal_code),
        short_name=one_line(draft.short_name, _("略称"), "short_name").strip(),
        former_names=tuple(name for name in former_names if name != draft.name),
        corporate_number=normalise_corporate_number(draft.corporate_number),
        activity_fields=_activity_fields(draft.activity_fields),
        website=website(draft.website),
        tags=check_words(draft.tags, _("タグ"), "tags"),
        contacts=check_contacts(draft.contacts),
        officers=check_officers(draft.officers),
        profile=replace(draft.profile, asked=check_answers(draft.profile.asked)),
        public_fields=_public_fields(draft.public_fields),
    )


def _check_name(name: str) -> None:
    if not name.strip():
        raise InputError(_("団体名が空です。団体の名前を書いてください。"), "name")
    one_line(name, _("団体名"), "name")


def _check_members(draft: PartnerDraft) -> None:
    for field in ("members", "members_in_city"):
        if (value_of(draft, field) or 0) < 0:
            label = _(FIELDS_BY_NAME[field].label)
            raise InputError(
                _("{label}が0より小さい数です。0以上の数を書いてください。").format(label=label), field
            )
    if draft.members is not None and (draft.members_in_city or 0) > draft.members:
        raise InputError(
            _(
                "市内の会員（{city}人）が会員数（{all}人）より多くなっています。どちらかを直してください。"
            ).format(city=draft.members_in_city, all=draft.members),
            "members_in_city",
        )


def _check_legal_form(draft: PartnerDraft, stored: str) -> None:
    if draft.legal_form not in {"", stored, *(form.key for form in legal_forms())}:
        raise InputError(
            _("「{form}」という法人格は一覧にありません。一覧から選んでください。").format(
                form=draft.legal_form
            ),
            "legal_form",
        )
    if draft.legal_form_position not in {"", *LEGAL_FORM_POSITION_LABELS}:
        raise InputError(
            _("法人格の位置「{position}」は選べません。前か後を選んでください。").format(
                position=draft.legal_form_position
            ),
            "legal_form_position",
        )


def _check_days(draft: PartnerDraft, today: date) -> None:
    for field in PARTNER_FIELDS:
        day = value_of(draft, field.name) if field.kind is PartnerFieldKind.DATE else None
        if day is not None and day > today:
            raise InputError(
                _("{label}の{day}は、まだ来ていない日です。日付を見直してください。").format(
                    label=_(field.label), day=format_date(day)
                ),
                field.name,
            )


def _activity_fields(numbers: Iterable[int]) -> tuple[int, ...]:
    chosen = sorted(set(numbers))
    unknown = set(chosen) - {field.number for field in activity_fields()}
    if unknown:
        raise InputError(
            _("{number}番の活動分野はありません。1から20の中から選んでください。").format(
                number=min(unknown)
            ),
            "activity_fields",
        )
    return tuple(chosen)


def _public_fields(names: frozenset[str]) -> frozenset[str]:
    for name in sorted(names):
        field = FIELDS_BY_NAME.get(name)
        if field is None or not field.may_be_public:
            raise InputError(
                _("「{label}」は公開にできません。庁内のままにしてください。").format(
                    label=_(field.label) if field is not None else name
                ),
                "public_fields",
            )
    return names - {ALWAYS_PUBLIC}
