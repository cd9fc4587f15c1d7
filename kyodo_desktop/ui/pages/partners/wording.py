"""How a partner is put into words on the page. No Qt."""

from collections.abc import Sequence
from datetime import date
from enum import StrEnum

from kyodo_desktop.base.i18n import N_, _
from kyodo_desktop.japanese.postal import format_postal_code
from kyodo_desktop.japanese.wareki import format_date
from kyodo_desktop.records.partner_parts import PartnerOfficer
from kyodo_desktop.records.partners import PartnerRecord


class Tab(StrEnum):
    """The tabs of a partner's card, and the sections of its editor."""

    BASIC = "basic"
    PEOPLE = "people"
    PROFILE = "profile"
    STORY = "story"
    TALKS = "talks"
    TALENTS = "talents"
    FILES = "files"


TAB_LABELS: dict[Tab, str] = {
    Tab.BASIC: N_("基本"),
    Tab.PEOPLE: N_("連絡先・役員"),
    Tab.PROFILE: N_("カルテ"),
    Tab.STORY: N_("協働の歩み"),
    Tab.TALKS: N_("相談記録"),
    Tab.TALENTS: N_("人財の森"),
    Tab.FILES: N_("紙と添付"),
}

SHORT_TAB_LABELS: dict[Tab, str] = {Tab.STORY: N_("歩み"), Tab.TALKS: N_("相談")}
"""What stands on a tab where its whole name leaves no room for the others."""

PROFILE_HINTS: dict[str, str] = {
    "purpose": N_("活動目的・活動方針・設立趣旨など"),
    "achievements": N_("過去数年の活動実績・協働事業に関連した活動実績など"),
    "finances": N_("適正な経理処理が行われているか 収支の健全性"),
    "organisation": N_("情報公開による透明性や活動計画等の自立性・将来性など"),
}
"""What the handbook's 情報収集項目 ask for (実践編１)."""


class Confirmation(StrEnum):
    """How long ago a person last confirmed a record."""

    NEVER = "never"
    FRESH = "fresh"
    STALE = "stale"


CONFIRMATION_LABELS: dict[Confirmation, str] = {
    Confirmation.NEVER: N_("まだ"),
    Confirmation.FRESH: N_("1年以内"),
    Confirmation.STALE: N_("1年より前"),
}


def confirmation(partner: PartnerRecord, today: date) -> Confirmation:
    """Tell how long ago a partner was confirmed."""
    if partner.confirmed_on is None:
        return Confirmation.NEVER
    is_fresh = _months(partner.confirmed_on, today) < 12 or _is_anniversary(partner.confirmed_on, today)
    return Confirmation.FRESH if is_fresh else Confirmation.STALE


def age_words(day: date, today: date) -> str:
    """Return how long ago a day was, in years and months: 1年8か月."""
    years, months = divmod(_months(day, today), 12)
    words = _("{n}年").format(n=years) if years else ""
    return words + (_("{n}か月").format(n=months) if months or not years else "")


def address_words(partner: PartnerRecord) -> str:
    """Return 〒 and address on one line."""
    code = f"〒{format_postal_code(partner.postal_code)}" if partner.postal_code else ""
    return "　".join(part for part in (code, partner.address) if part)


def members_words(partner: PartnerRecord) -> str:
    """Return 会員 23人（うち市内 19人）."""
    if partner.members is None:
        in_city = partner.members_in_city
        return "" if in_city is None else _("市内の会員 {n}人").format(n=in_city)
    words = _("会員 {n}人").format(n=partner.members)
    if partner.members_in_city is not None:
        words += _("（うち市内 {n}人）").format(n=partner.members_in_city)
    return words


def seen_words(partner: PartnerRecord) -> str:
    """Return when the rules and the roster were seen."""
    seen = ((_("会則"), partner.bylaws_seen_on), (_("名簿"), partner.roster_seen_on))
    return " ・ ".join(f"{label} {format_date(day)}" for label, day in seen if day is not None)


_LISTS = {"asupia_registered": N_("あすぴあ登録"), "musubu_listed": N_("むすぶ掲載")}


def listed_names(partner: PartnerRecord) -> tuple[str, ...]:
    """Return the fields that say where the partner is registered and listed."""
    return tuple(name for name in _LISTS if getattr(partner, name))


def listed_words(partner: PartnerRecord) -> str:
    """Return where the partner is registered and listed."""
    return " ・ ".join(_(_LISTS[name]) for name in listed_names(partner))


def period_words(officer: PartnerOfficer) -> str:
    """Return from when to when somebody holds an office."""
    starts = "" if officer.starts_on is None else _("{day}から").format(day=format_date(officer.starts_on))
    ends = "" if officer.ends_on is None else _("{day}まで").format(day=format_date(officer.ends_on))
    return starts + ends


def by_office(officers: Sequence[PartnerOfficer], today: date) -> list[PartnerOfficer]:
    """Return who is in office today first, then who will be, then who was, the last first."""

    def place(officer: PartnerOfficer) -> tuple[int, int]:
        if officer.in_office_on(today):
            return (0, 0)
        if officer.ends_on is not None and officer.ends_on < today:
            return (2, -officer.ends_on.toordinal())
        return (1, officer.starts_on.toordinal() if officer.starts_on is not None else 0)

    return sorted(officers, key=place)


def _months(day: date, today: date) -> int:
    return (today.year - day.year) * 12 + today.month - day.month - (today.day < day.day)


def _is_anniversary(day: date, today: date) -> bool:
    return (today.year - day.year, today.month, today.day) == (1, day.month, day.day)
