"""The fields of a partner in the order of its card.

One list, that editor, import, export, merge and the public edition read.
"""

from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Any

from kyodo_desktop.base.i18n import N_
from kyodo_desktop.records.partners import PartnerDraft, PartnerRecord

_PROFILE = "profile."


class PartnerFieldKind(StrEnum):
    """How a field is typed and shown. `parts` is a list of records that only the card can show."""

    TEXT = "text"
    KANA = "kana"
    CHOICE = "choice"
    CHOICES = "choices"
    DATE = "date"
    NUMBER = "number"
    PHONE = "phone"
    EMAIL = "email"
    POSTAL = "postal"
    MULTILINE = "multiline"
    FLAG = "flag"
    NUMBER13 = "number13"
    TAGS = "tags"
    PARTS = "parts"


@dataclass(frozen=True, slots=True)
class PartnerField:
    """One field; a `name` like `profile.purpose` is a field of a part.

    `may_be_public`: the office may choose to publish it. `personal`: it may say something of a person.
    Papers and lists have room for about `most` letters; 0 where that is no question.
    """

    name: str
    label: str
    kind: PartnerFieldKind
    may_be_public: bool = False
    personal: bool = False
    most: int = 0


_K = PartnerFieldKind

PARTNER_FIELDS: tuple[PartnerField, ...] = (
    PartnerField("name", N_("名称"), _K.TEXT, may_be_public=True, most=100),
    PartnerField("kana", N_("フリガナ"), _K.KANA, may_be_public=True, most=150),
    PartnerField("short_name", N_("略称"), _K.TEXT, may_be_public=True, most=50),
    PartnerField("former_names", N_("旧称"), _K.TAGS, may_be_public=True),
    PartnerField("kind", N_("区分"), _K.CHOICE, may_be_public=True),
    PartnerField("legal_form", N_("法人格"), _K.CHOICE, may_be_public=True),
    PartnerField("legal_form_position", N_("法人格の位置"), _K.CHOICE, may_be_public=True),
    PartnerField("corporate_number", N_("法人番号"), _K.NUMBER13, may_be_public=True),
    PartnerField("activity_fields", N_("活動分野"), _K.CHOICES, may_be_public=True),
    PartnerField("established_on", N_("設立"), _K.DATE, may_be_public=True),
    PartnerField("members", N_("会員数"), _K.NUMBER, may_be_public=True),
    PartnerField("members_in_city", N_("うち市内"), _K.NUMBER, may_be_public=True),
    PartnerField("representative", N_("代表者"), _K.TEXT, may_be_public=True, personal=True, most=50),
    PartnerField("phone", N_("電話"), _K.PHONE, may_be_public=True, personal=True),
    PartnerField("email", N_("メール"), _K.EMAIL, may_be_public=True, personal=True, most=100),
    PartnerField("postal_code", N_("郵便番号"), _K.POSTAL, may_be_public=True, personal=True),
    PartnerField("address", N_("所在地"), _K.TEXT, may_be_public=True, personal=True, most=100),
    PartnerField("website", N_("ホームページ"), _K.TEXT, may_be_public=True, most=200),
    PartnerField("contacts", N_("連絡先"), _K.PARTS, personal=True),
    PartnerField("officers", N_("役員"), _K.PARTS, personal=True),
    PartnerField("bylaws_seen_on", N_("会則を見た日"), _K.DATE),
    PartnerField("roster_seen_on", N_("名簿を見た日"), _K.DATE),
    PartnerField("asupia_registered", N_("あすぴあ登録"), _K.FLAG, may_be_public=True),
    PartnerField("musubu_listed", N_("むすぶ掲載"), _K.FLAG, may_be_public=True),
    PartnerField("tags", N_("タグ"), _K.TAGS),
    PartnerField("note", N_("備考"), _K.MULTILINE, personal=True, most=1000),
    PartnerField("profile.purpose", N_("活動目的"), _K.MULTILINE, may_be_public=True, most=1000),
    PartnerField("profile.achievements", N_("活動実績"), _K.MULTILINE, may_be_public=True, most=2000),
    PartnerField("profile.public_interest", N_("活動状況（公益性）"), _K.MULTILINE, most=1000),
    PartnerField("profile.non_profit", N_("活動状況（非営利性）"), _K.MULTILINE, most=1000),
    PartnerField("profile.voluntariness", N_("活動状況（自発性）"), _K.MULTILINE, most=1000),
    PartnerField("profile.finances", N_("財政状況"), _K.MULTILINE, most=1000),
    PartnerField("profile.organisation", N_("運営体制"), _K.MULTILINE, most=1000),
    PartnerField("profile.asked", N_("協働の相手として"), _K.PARTS),
)

LIST_ONLY: dict[str, str] = {
    "collaborations": N_("取組の数"),
    "confirmed_on": N_("最終確認"),
    "last_contact_on": N_("最終対応日"),
}
"""What a list can show of a partner beside its fields: name of the attribute -> label."""

FIELDS_BY_NAME: dict[str, PartnerField] = {field.name: field for field in PARTNER_FIELDS}


def value_of(partner: PartnerRecord | PartnerDraft, name: str) -> Any:
    """Return a field's value; `name` is one of `PARTNER_FIELDS`."""
    if name.startswith(_PROFILE):
        return getattr(partner.profile, name.removeprefix(_PROFILE))
    return getattr(partner, name)


def with_value(draft: PartnerDraft, name: str, value: Any) -> PartnerDraft:
    """Return the draft with another value in one field."""
    if name.startswith(_PROFILE):
        return replace(draft, profile=replace(draft.profile, **{name.removeprefix(_PROFILE): value}))
    return replace(draft, **{name: value})
