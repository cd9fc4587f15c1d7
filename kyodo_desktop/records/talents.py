"""こだいら人財の森: what is offered and needed; whither the counter sent someone (handbook 基礎編（８））."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from kyodo_desktop.base.i18n import N_


class TalentSide(StrEnum):
    """Does the entry give or look for something?"""

    OFFER = "offer"
    NEED = "need"


TALENT_SIDE_LABELS: dict[TalentSide, str] = {
    TalentSide.OFFER: N_("役立てたい"),
    TalentSide.NEED: N_("必要としている"),
}


@dataclass(frozen=True, slots=True)
class TalentDraft:
    """Knowledge or experience that a partner offers, or needs.

    `activity_fields` are numbers of `resources/activity_fields.toml`; `person` is whose
    knowledge it is, where it is one person's; `ends_on` is the last day it holds, `closed_on` the day it was
    taken back or met.
    """

    partner_id: int
    side: TalentSide
    title: str
    text: str = ""
    activity_fields: tuple[int, ...] = ()
    person: str = ""
    ends_on: date | None = None
    closed_on: date | None = None


@dataclass(frozen=True, slots=True)
class TalentRecord:
    """One offer or need with its partner's name."""

    id: int
    draft: TalentDraft
    partner_name: str
    noted_on: date
    deleted: bool = False

    def is_open_on(self, day: date) -> bool:
        """Tell whether it still holds on a day."""
        return self.draft.closed_on is None and (self.draft.ends_on or day) >= day


@dataclass(frozen=True, slots=True)
class TalentMatch:
    """An entry of the other side that fits, the best first; `reasons` say by which words and fields."""

    talent: TalentRecord
    reasons: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class SupportOrganization:
    """A 中間支援組織 the counter sends people to (`resources/support_organizations.toml`)."""

    key: str
    label: str
    what_for: str = ""


@dataclass(frozen=True, slots=True)
class ReferralDraft:
    """Where the counter sent someone: to a 中間支援組織 (`organization`, its key) or to another partner.

    `talent_id` is the offer or need it was about, `outcome` what became of it.
    """

    partner_id: int
    referred_on: date
    organization: str = ""
    to_partner_id: int | None = None
    about: str = ""
    outcome: str = ""
    talent_id: int | None = None


@dataclass(frozen=True, slots=True)
class ReferralRecord:
    """One referral with the names of both."""

    id: int
    draft: ReferralDraft
    partner_name: str
    to_name: str
    deleted: bool = False
