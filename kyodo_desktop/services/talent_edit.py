"""From a draft to an offer, a need or a referral: what is checked, and what is kept."""

from collections.abc import Iterable
from datetime import date

from sqlalchemy.orm import Session

from kyodo_desktop.base.errors import InputError
from kyodo_desktop.base.i18n import _
from kyodo_desktop.japanese.wareki import format_date
from kyodo_desktop.models import Partner, Referral, Talent
from kyodo_desktop.records.talents import TALENT_SIDE_LABELS, ReferralDraft, TalentDraft
from kyodo_desktop.services.merge_links import living_id
from kyodo_desktop.services.partner_terms import activity_fields
from kyodo_desktop.services.partner_texts import one_line
from kyodo_desktop.services.personal_numbers import refuse_my_number
from kyodo_desktop.services.talent_terms import organizations


def apply_talent(session: Session, entity: Talent, draft: TalentDraft, today: date) -> None:
    """Make an entry what the draft says.

    Raises:
        InputError: something of the draft cannot be taken; nothing is changed then.
    """
    title = one_line(draft.title, _("件名"), "title").strip()
    for text, label, field in (
        (draft.title, _("件名"), "title"),
        (draft.text, _("くわしく"), "text"),
        (draft.person, _("どなたの"), "person"),
    ):
        refuse_my_number(text, label, field)
    if not title:
        side = _(TALENT_SIDE_LABELS[draft.side])
        raise InputError(
            _("件名が空です。「{side}」ことをひとことで書いてください。").format(side=side), "title"
        )
    if draft.ends_on is not None and draft.ends_on < today and draft.ends_on != entity.ends_on:
        raise InputError(
            _("「いつまで」の{day}は、もう過ぎた日です。先の日を書くか、空にしてください。").format(
                day=format_date(draft.ends_on)
            ),
            "ends_on",
        )
    refuse_coming_day(draft.closed_on, today)
    partner_id = _partner(session, draft.partner_id, entity.partner_id, "partner_id")
    fields = _fields(draft.activity_fields)
    entity.partner_id, entity.side, entity.title = partner_id, draft.side.value, title
    entity.text, entity.person = draft.text.strip(), one_line(draft.person, _("どなたの"), "person").strip()
    entity.activity_fields, entity.ends_on, entity.closed_on = fields, draft.ends_on, draft.closed_on


def apply_referral(session: Session, entity: Referral, draft: ReferralDraft, today: date) -> None:
    """Make a referral what the draft says.

    Raises:
        InputError: something of the draft cannot be taken; nothing is changed then.
    """
    refuse_my_number(draft.about, _("何のことで"), "about")
    refuse_my_number(draft.outcome, _("その後"), "outcome")
    if draft.referred_on > today:
        raise InputError(
            _("紹介した日の{day}は、まだ来ていない日です。日付を見直してください。").format(
                day=format_date(draft.referred_on)
            ),
            "referred_on",
        )
    partner_id = _partner(session, draft.partner_id, entity.partner_id, "partner_id")
    to_partner_id = _to_partner(session, draft, entity)
    if to_partner_id == partner_id:
        raise InputError(_("紹介先が同じ団体です。ちがう団体を選んでください。"), "to")
    entity.partner_id, entity.referred_on = partner_id, draft.referred_on
    entity.organization, entity.to_partner_id = draft.organization, to_partner_id
    entity.about, entity.outcome = draft.about.strip(), draft.outcome.strip()
    entity.talent_id = _talent_id(session, draft.talent_id)


def refuse_to_oneself(session: Session, entity: Referral) -> None:
    """Refuse to bring a referral back whose two partners were made one since.

    Raises:
        InputError: they were.
    """
    if entity.to_partner_id is not None and living_id(session, entity.partner_id) == living_id(
        session, entity.to_partner_id
    ):
        raise InputError(
            _("この紹介は、紹介した団体と紹介先が、いまは一つの団体です。ごみ箱に置いたままにしてください。")
        )


def refuse_coming_day(closed_on: date | None, today: date) -> None:
    """Refuse a day to come as the day an entry was ended.

    Raises:
        InputError: it is one.
    """
    if closed_on is not None and closed_on > today:
        raise InputError(
            _(
                "終わりにする日の{day}は、まだ来ていません。今日までの日にするか、「いつまで」に書いてください。"
            ).format(day=format_date(closed_on)),
            "closed_on",
        )


def _partner(session: Session, partner_id: int, before: int | None, field: str) -> int:
    """Return who stands for a partner; one chosen before may lie in the wastebasket by now."""
    partner_id = living_id(session, partner_id)
    partner = session.get(Partner, partner_id)
    if partner is None or (partner.deleted_at is not None and partner_id != before):
        raise InputError(_("選んだ団体が台帳にありません。団体を選び直してください。"), field)
    return partner_id


def _to_partner(session: Session, draft: ReferralDraft, entity: Referral) -> int | None:
    """Return the partner someone was sent to, None where it is a 中間支援組織."""
    if bool(draft.organization) == (draft.to_partner_id is not None):
        raise InputError(_("紹介先を一つ選んでください。中間支援組織か、台帳の団体のどちらかです。"), "to")
    if draft.to_partner_id is not None:
        return _partner(session, draft.to_partner_id, entity.to_partner_id, "to")
    if draft.organization not in {entity.organization, *(one.key for one in organizations())}:
        raise InputError(
            _("紹介先「{key}」は一覧にありません。一覧から選び直してください。").format(
                key=draft.organization
            ),
            "to",
        )
    return None


def _talent_id(session: Session, talent_id: int | None) -> int | None:
    if talent_id is not None and session.get(Talent, talent_id) is None:
        raise InputError(
            _("紹介のもとになった人財の森の記録が、もうありません。選び直してください。"), "talent_id"
        )
    return talent_id


def _fields(numbers: Iterable[int]) -> list[int]:
    chosen = set(numbers)
    unknown = chosen - {field.number for field in activity_fields()}
    if unknown:
        raise InputError(
            _("{number}番の活動分野はありません。1から20の中から選んでください。").format(
                number=min(unknown)
            ),
            "activity_fields",
        )
    return sorted(chosen)
