"""How a partner is put into words on the page. No Qt."""

from datetime import date
from enum import StrEnum

from kyodo_desktop.base.i18n import N_, _
from kyodo_desktop.japanese.postal import format_postal_code
from kyodo_desktop.records.partners import PartnerRecord


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


def _months(day: date, today: date) -> int:
    return (today.year - day.year) * 12 + today.month - day.month - (today.day < day.day)


def _is_anniversary(day: date, today: date) -> bool:
    return (today.year - day.year, today.month, today.day) == (1, day.month, day.day)
