"""What a partner has several of, or a page of: contacts, officers, and the handbook's profile of a group."""

from dataclasses import dataclass
from datetime import date

from kyodo_desktop.base.i18n import N_
from kyodo_desktop.records.proposals import Confirmation


@dataclass(frozen=True, slots=True)
class PartnerContact:
    """Whom to reach, and for what. `id` is the stored one's; None for one just typed."""

    purpose: str
    person: str = ""
    phone: str = ""
    fax: str = ""
    email: str = ""
    note: str = ""
    id: int | None = None


@dataclass(frozen=True, slots=True)
class PartnerOfficer:
    """Who holds an office, from and to a day; an open end is None."""

    title: str
    name: str
    kana: str = ""
    starts_on: date | None = None
    ends_on: date | None = None
    id: int | None = None

    def in_office_on(self, day: date) -> bool:
        """Tell whether the person held the office on a day."""
        return (self.starts_on or day) <= day <= (self.ends_on or day)


@dataclass(frozen=True, slots=True)
class ProfileAnswer:
    """One thing the handbook asks of a partner: what a person found, in what, and when."""

    key: str
    state: Confirmation = Confirmation.NOT_YET
    seen: str = ""
    by: str = ""
    on: date | None = None


@dataclass(frozen=True, slots=True)
class PartnerProfile:
    """団体カルテ: the handbook's 情報収集項目 (実践編１), and what it asks of a partner (基礎編（２）)."""

    purpose: str = ""
    achievements: str = ""
    public_interest: str = ""
    non_profit: str = ""
    voluntariness: str = ""
    finances: str = ""
    organisation: str = ""
    asked: tuple[ProfileAnswer, ...] = ()


EMPTY_PROFILE = PartnerProfile()

PROFILE_QUESTIONS: dict[str, str] = {
    "voluntariness": N_("自発性"),
    "independence": N_("自立性"),
    "public_interest": N_("公益性"),
    "non_profit": N_("非営利性"),
    "accounting": N_("適正な会計"),
    "capacity": N_("実施の力"),
}
"""The keys of `ProfileAnswer`, with what is asked."""
