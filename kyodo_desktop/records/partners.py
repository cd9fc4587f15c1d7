"""Partners: the groups, companies and offices the city works with (handbook 基礎編（２）)."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from kyodo_desktop.base.i18n import N_


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


@dataclass(frozen=True, slots=True)
class PartnerDraft:
    """What a clerk types of a partner. `name` is kept verbatim, never normalised."""

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


@dataclass(frozen=True, slots=True)
class PartnerRecord:
    """One partner of the register.

    `key` is the fixed id of a shipped partner (None for one the office made); `full_key`, `bare_key` are for
    searching, `sort_key` for the order by reading; `confirmed_on` is when a person last confirmed the record.
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
