"""From a draft to a talk: what is checked, and what is filled in where the clerk says nothing."""

from datetime import date, datetime

from sqlalchemy.orm import Session

from kyodo_desktop.base.clock import Clock, office_time
from kyodo_desktop.base.errors import InputError
from kyodo_desktop.base.i18n import N_, _
from kyodo_desktop.japanese.phone import normalise_phone
from kyodo_desktop.japanese.wareki import format_date
from kyodo_desktop.models import ContactRecord, Partner, Proposal
from kyodo_desktop.records.contacts import ContactDraft
from kyodo_desktop.services.keys import refresh_keys
from kyodo_desktop.services.merge_links import living_id
from kyodo_desktop.services.personal_numbers import refuse_my_number
from kyodo_desktop.store.who import who_writes

_TEXTS = {
    "text": N_("話したこと"),
    "caller": N_("相手"),
    "person": N_("話した人"),
    "phone": N_("電話"),
    "taken_by": N_("受けた人"),
    "next_what": N_("次にすること"),
}


def apply_draft(session: Session, row: ContactRecord, draft: ContactDraft, clock: Clock) -> None:
    """Make the talk what the draft says; when and by whom it was taken stay where the draft does not say.

    Raises:
        InputError: something of the draft cannot be taken; nothing is changed then.
    """
    for field, label in _TEXTS.items():
        refuse_my_number(getattr(draft, field), _(label), field)
    partner_id = living_id(session, draft.partner_id)
    happened_at = draft.happened_at or row.happened_at or clock.now()
    _check_words(draft, partner_id)
    _check_days(draft, happened_at, clock.today())
    _check_links(session, row, partner_id, draft.proposal_id)
    with session.no_autoflush:
        row.way, row.text = draft.way.value, draft.text.strip()
        row.partner_id, row.proposal_id = partner_id, draft.proposal_id
        row.caller, row.person = draft.caller.strip(), draft.person.strip()
        row.phone = _phone(draft.phone)
        row.happened_at = happened_at
        row.taken_by = draft.taken_by.strip() or row.taken_by or who_writes(session)
        row.next_on, row.next_what = draft.next_on, draft.next_what.strip()
        row.settled_on = draft.settled_on
        refresh_keys(session, row)


def _check_words(draft: ContactDraft, partner_id: int | None) -> None:
    if partner_id is None and not draft.caller.strip():
        raise InputError(
            _(
                "だれと話したかが書かれていません。"
                "団体を選ぶか、相手の名前を書いてください（分からなければ「不明」）。"
            ),
            "caller",
        )
    if not draft.text.strip() and not draft.next_what.strip():
        raise InputError(_("話したことが書かれていません。ひとことでも書いてください。"), "text")


def _check_days(draft: ContactDraft, happened_at: datetime, today: date) -> None:
    day = office_time(happened_at).date()
    if day > today:
        raise InputError(
            _("話した日の {day}は、まだ来ていません。日付を直してください。").format(day=format_date(day)),
            "happened_at",
        )
    if draft.next_on is not None and draft.next_on < day:
        raise InputError(
            _("次の期日の {next}が、話した日の {day}より前です。どちらかを直してください。").format(
                next=format_date(draft.next_on), day=format_date(day)
            ),
            "next_on",
        )


def _check_links(
    session: Session, row: ContactRecord, partner_id: int | None, proposal_id: int | None
) -> None:
    """Refuse a partner or a proposal that is not there, or in the wastebasket; what was noted stays."""
    partner = session.get(Partner, partner_id) if partner_id is not None else None
    if partner_id not in (None, row.partner_id) and (partner is None or partner.deleted_at is not None):
        raise InputError(
            _("選んだ団体が台帳にありません（ごみ箱に入れたのかもしれません）。団体を選び直してください。"),
            "partner_id",
        )
    proposal = session.get(Proposal, proposal_id) if proposal_id is not None else None
    if proposal_id not in (None, row.proposal_id) and (proposal is None or proposal.deleted_at is not None):
        raise InputError(
            _("選んだ提案がありません（ごみ箱に入れたのかもしれません）。提案を選び直してください。"),
            "proposal_id",
        )


def _phone(text: str) -> str:
    """Return a number parted as numbers are; one that cannot be is kept as it was heard."""
    try:
        return normalise_phone(text)
    except InputError:
        return text.strip()
