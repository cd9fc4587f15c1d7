"""Partners: the groups, companies and offices the city works with (handbook 基礎編（２）)."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from kyodo_desktop.base.i18n import N_
from kyodo_desktop.japanese.offices import stands_for_body
from kyodo_desktop.records.partner_parts import EMPTY_PROFILE, PartnerContact, PartnerOfficer, PartnerProfile


class PartnerKind(StrEnum):
    """主体の区分 as the handbook's table has it; `other` and `unset` are the office's."""

    NEIGHBOURHOOD_ASSOCIATION = "neighbourhood_association"
    CITIZEN_GROUP = "citizen_group"
    UNIVERSITY = "university"
    BUSINESS = "business"
    GOVERNMENT = "government"
    OTHER = "other"
    UNSET = "unset"


PARTNER_KIND_LABELS: dict[PartnerKind, str] = {
    PartnerKind.NEIGHBOURHOOD_ASSOCIATION: N_("自治会・町会"),
    PartnerKind.CITIZEN_GROUP: N_("ボランティア団体・市民活動団体"),
    PartnerKind.UNIVERSITY: N_("大学等"),
    PartnerKind.BUSINESS: N_("民間事業者・団体"),
    PartnerKind.GOVERNMENT: N_("行政"),
    PartnerKind.OTHER: N_("その他"),
    PartnerKind.UNSET: N_("未設定"),
}

LEGAL_FORM_POSITION_LABELS: dict[str, str] = {"before": N_("名称の前"), "after": N_("名称の後")}
"""Where the legal form stands in the full name; empty while nobody has said."""


@dataclass(frozen=True, slots=True)
class PartnerDraft:
    """What a clerk types of a partner. `name` is kept verbatim, never normalised.

    `legal_form` is a key of `resources/legal_forms.toml`, `activity_fields` are numbers of
    `resources/activity_fields.toml`. `public_fields` names the fields (`partner_fields`) that may be
    published; nothing else may, but for the name.
    """

    name: str
    kana: str = ""
    kind: PartnerKind = PartnerKind.UNSET
    kind_estimated: bool = False
    representative: str = ""
    phone: str = ""
    email: str = ""
    postal_code: str = ""
    address: str = ""
    note: str = ""
    short_name: str = ""
    former_names: tuple[str, ...] = ()
    legal_form: str = ""
    legal_form_position: str = ""
    corporate_number: str = ""
    activity_fields: tuple[int, ...] = ()
    established_on: date | None = None
    members: int | None = None
    members_in_city: int | None = None
    website: str = ""
    bylaws_seen_on: date | None = None
    roster_seen_on: date | None = None
    asupia_registered: bool = False
    musubu_listed: bool = False
    tags: tuple[str, ...] = ()
    contacts: tuple[PartnerContact, ...] = ()
    officers: tuple[PartnerOfficer, ...] = ()
    profile: PartnerProfile = EMPTY_PROFILE
    public_fields: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class PartnerRecord:
    """One partner of the register.

    `key` is the fixed id of a shipped partner (None for one the office made); `full_key`, `bare_key` are for
    searching, `sort_key` for the order by reading; `confirmed_on` is when a person last confirmed the record,
    `confirmed_by` who; `last_contact_on` is the day of the last talk. Only a record that is `whole` holds
    contacts, officers and profile: the rows of a list do not.
    """

    id: int
    name: str
    kana: str
    kind: PartnerKind
    kind_estimated: bool
    representative: str
    phone: str
    email: str
    postal_code: str
    address: str
    note: str
    full_key: str
    bare_key: str
    sort_key: str
    key: str | None = None
    collaborations: int = 0
    confirmed_on: date | None = None
    deleted: bool = False
    confirmed_by: str = ""
    short_name: str = ""
    former_names: tuple[str, ...] = ()
    legal_form: str = ""
    legal_form_position: str = ""
    corporate_number: str = ""
    activity_fields: tuple[int, ...] = ()
    established_on: date | None = None
    members: int | None = None
    members_in_city: int | None = None
    website: str = ""
    bylaws_seen_on: date | None = None
    roster_seen_on: date | None = None
    asupia_registered: bool = False
    musubu_listed: bool = False
    tags: tuple[str, ...] = ()
    contacts: tuple[PartnerContact, ...] = ()
    officers: tuple[PartnerOfficer, ...] = ()
    profile: PartnerProfile = EMPTY_PROFILE
    public_fields: frozenset[str] = frozenset()
    whole: bool = False
    merged_into: int | None = None
    last_contact_on: date | None = None


@dataclass(frozen=True, slots=True)
class PartnerCollaboration:
    """One line of a partner's 協働の歩み: where and how it took part."""

    collaboration_id: int
    fiscal_year: int
    number: int
    title: str
    departments: tuple[str, ...]
    collaboration_form: str
    unit: str = ""


@dataclass(frozen=True, slots=True)
class PartnerPair:
    """Two partners that are likely the same; a person decides."""

    first: PartnerRecord
    second: PartnerRecord
    reason: str = ""


@dataclass(frozen=True, slots=True)
class PartnerDetail:
    """A partner with all that its card shows."""

    partner: PartnerRecord
    collaborations: tuple[PartnerCollaboration, ...] = ()
    likely_same: tuple[PartnerPair, ...] = ()


@dataclass(frozen=True, slots=True)
class LegalForm:
    """A 法人格 that can be chosen: its words, and the mark for it (㈱)."""

    key: str
    label: str
    mark: str = ""


@dataclass(frozen=True, slots=True)
class ActivityField:
    """One of the 活動分野 of the NPO law, by its number there; `short` fits a narrow column."""

    number: int
    label: str
    short: str


def officer_on(partner: PartnerRecord | PartnerDraft, day: date) -> PartnerOfficer | None:
    """Return who stood for the partner on a day: the first 代表 or head (会長, 理事長 …) then in office."""
    return next(
        (one for one in partner.officers if one.in_office_on(day) and stands_for_body(one.title)), None
    )


def representative_on(partner: PartnerRecord | PartnerDraft, day: date) -> str:
    """Return title and name of who stood for the partner on a day, as a letter of that day prints them.

    Where no officer is known for the day it is the representative as typed.
    """
    officer = officer_on(partner, day)
    return f"{officer.title}　{officer.name}" if officer is not None else partner.representative
