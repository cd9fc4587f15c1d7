"""How a proposal is put into words on the page. No Qt."""

from collections.abc import Mapping

from kyodo_desktop.base.i18n import _
from kyodo_desktop.japanese.wareki import format_date
from kyodo_desktop.japanese.yen import format_yen
from kyodo_desktop.programmes.programme import Programme
from kyodo_desktop.records.proposals import ProposalDraft


def period_words(draft: ProposalDraft, typed: Mapping[str, object]) -> str:
    """Return 実施期間, empty while neither day is known; a day that cannot be read stands as `typed`."""
    first = format_date(draft.starts_on) if draft.starts_on else _as_typed(typed.get("starts_on"))
    last = format_date(draft.ends_on) if draft.ends_on else _as_typed(typed.get("ends_on"))
    return _("{first} ～ {last}").format(first=first, last=last) if first or last else ""


def amount_words(amount: int | None, typed: object) -> str:
    """Return an amount with 円, empty while there is none; one that cannot be read stands as `typed`."""
    return _("{n}円").format(n=format_yen(amount)) if amount is not None else _as_typed(typed)


def _as_typed(text: object) -> str:
    return _("「{text}」（読めません）").format(text=str(text).strip()) if text else ""


def paper_words(draft: ProposalDraft, programme: Programme | None) -> str:
    """Return the papers handed in and how many of each."""
    labels = {one.key: one.label for one in programme.papers} if programme is not None else {}
    return _("、").join(
        _("{paper} {n}部").format(paper=labels.get(key, key), n=copies) for key, copies in draft.papers
    )
