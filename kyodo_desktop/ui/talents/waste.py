"""What of 人財の森 lies in the wastebasket: entries and referrals in one list."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from kyodo_desktop.base.i18n import _
from kyodo_desktop.ui.dialogs.wastebasket import Discarded

if TYPE_CHECKING:
    from kyodo_desktop.services.talents import TalentsService


def discarded(talents: "TalentsService") -> list[Discarded]:
    """Return the discarded entries, and the referrals under their ids below zero."""
    entries = [Discarded(one.id, one.draft.title, one.partner_name) for one in talents.wastebasket()]
    referrals = [
        Discarded(-one.id, _("{to} への紹介").format(to=one.to_name), one.partner_name)
        for one in talents.discarded_referrals()
    ]
    return [*entries, *referrals]


def restore(talents: "TalentsService", ids: Sequence[int]) -> None:
    """Take entries and referrals out again."""
    entries = [one for one in ids if one > 0]
    if entries:
        talents.restore(entries)
    for one in ids:
        if one < 0:
            talents.restore_referral(-one)
