"""対応履歴: what was said with whom at the counter, on the telephone or by mail, and what comes next."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from kyodo_desktop.base.i18n import N_


class ContactWay(StrEnum):
    """How one spoke with the office."""

    CONSULTATION = "consultation"
    PHONE = "phone"
    VISIT = "visit"
    MAIL = "mail"
    OTHER = "other"


CONTACT_WAY_LABELS: dict[ContactWay, str] = {
    ContactWay.CONSULTATION: N_("相談"),
    ContactWay.PHONE: N_("電話"),
    ContactWay.VISIT: N_("来庁"),
    ContactWay.MAIL: N_("メール"),
    ContactWay.OTHER: N_("その他"),
}


@dataclass(frozen=True, slots=True)
class ContactDraft:
    """What a clerk notes of a talk.

    `partner_id` is None for one that is not in the register: `caller` says who it was. `person` is who spoke
    for the partner. `happened_at` None is now, `next_on` and `next_what` what was promised and for when;
    `settled_on` the day that was done. `proposal_id` is the case it was about.
    """

    way: ContactWay
    text: str = ""
    partner_id: int | None = None
    caller: str = ""
    person: str = ""
    phone: str = ""
    happened_at: datetime | None = None
    taken_by: str = ""
    next_on: date | None = None
    next_what: str = ""
    settled_on: date | None = None
    proposal_id: int | None = None


@dataclass(frozen=True, slots=True)
class ContactRecord:
    """One talk as it was noted; `who` is the partner's name, or the caller's."""

    id: int
    draft: ContactDraft
    who: str
    happened_at: datetime
    deleted: bool = False

    @property
    def is_open(self) -> bool:
        """Tell whether something promised is still to do."""
        return self.draft.settled_on is None and bool(self.draft.next_on or self.draft.next_what)
