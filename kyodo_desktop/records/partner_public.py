"""What of a partner may leave the office: the name, and what the office chose to publish."""

from dataclasses import dataclass, fields, replace
from typing import Any

from kyodo_desktop.records.partner_fields import FIELDS_BY_NAME, PARTNER_FIELDS, value_of
from kyodo_desktop.records.partner_parts import EMPTY_PROFILE, PartnerProfile
from kyodo_desktop.records.partners import PartnerDraft, PartnerRecord

ALWAYS_PUBLIC = "name"
"""The one field that is published without a word: the printed list names every partner."""

_BLANK = PartnerDraft(name="")


@dataclass(frozen=True, slots=True)
class PublicView:
    """A partner as it may be published, and the names of the filled fields that were left out."""

    partner: PartnerRecord
    left_out: tuple[str, ...]


def is_public(partner: PartnerRecord | PartnerDraft, name: str) -> bool:
    """Tell whether a field of a partner may be published."""
    return name == ALWAYS_PUBLIC or (name in partner.public_fields and FIELDS_BY_NAME[name].may_be_public)


def public_view(partner: PartnerRecord) -> PublicView:
    """Return a partner without anything that is not public; its search keys go too, they hold it all."""
    hidden = [field.name for field in PARTNER_FIELDS if not is_public(partner, field.name)]
    left_out = tuple(name for name in hidden if value_of(partner, name) != value_of(_BLANK, name))
    blanks: dict[str, Any] = {name: value_of(_BLANK, name) for name in hidden if "." not in name}
    profile: dict[str, Any] = {
        part.name: getattr(EMPTY_PROFILE, part.name)
        for part in fields(PartnerProfile)
        if not is_public(partner, f"profile.{part.name}")
    }
    shown = replace(
        partner,
        **blanks,
        profile=replace(partner.profile, **profile),
        kind_estimated=False,
        confirmed_on=None,
        confirmed_by="",
        last_contact_on=None,
        full_key="",
        bare_key="",
        sort_key=partner.sort_key if is_public(partner, "kana") else "",
    )
    return PublicView(shown, left_out)
