"""Offers, needs and referrals as records. For services to share."""

from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, or_, select
from sqlalchemy.orm import Session, aliased

from kyodo_desktop.base.errors import NotFoundError
from kyodo_desktop.base.i18n import _
from kyodo_desktop.models import Partner, Referral, Talent
from kyodo_desktop.records.talents import (
    ReferralDraft,
    ReferralRecord,
    TalentDraft,
    TalentRecord,
    TalentSide,
)
from kyodo_desktop.services.talent_terms import organizations

Condition = ColumnElement[bool]

STANDING = Talent.deleted_at.is_(None)
"""An entry that is not in the wastebasket."""


def read_talents(
    session: Session, *wanted: Condition, first: ColumnElement[Any] | None = None
) -> tuple[TalentRecord, ...]:
    """Return the entries, the newest first (or in the order of `first`)."""
    order: list[ColumnElement[Any]] = [Talent.noted_on.desc(), Talent.id.desc()]
    rows = session.execute(
        select(Talent, Partner.name)
        .join(Partner, Talent.partner_id == Partner.id)
        .where(*wanted)
        .order_by(*(order if first is None else [first, *order]))
    )
    return tuple(_talent(talent, name) for talent, name in rows)


def read_open(session: Session, day: date, *wanted: Condition) -> tuple[TalentRecord, ...]:
    """Return the entries that hold on a day, of partners that are in the register."""
    holds = (Talent.closed_on.is_(None), or_(Talent.ends_on.is_(None), Talent.ends_on >= day))
    return read_talents(session, STANDING, Partner.deleted_at.is_(None), *holds, *wanted)


def read_talent(session: Session, record_id: int) -> TalentRecord:
    """Return one entry, also from the wastebasket.

    Raises:
        NotFoundError: there is none.
    """
    found = read_talents(session, Talent.id == record_id)
    if not found:
        raise talent_missing()
    return found[0]


def read_referrals(session: Session, *wanted: Condition) -> tuple[ReferralRecord, ...]:
    """Return the referrals, the newest first."""
    other = aliased(Partner)
    rows = session.execute(
        select(Referral, Partner.name, other.name)
        .join(Partner, Referral.partner_id == Partner.id)
        .outerjoin(other, Referral.to_partner_id == other.id)
        .where(*wanted)
        .order_by(Referral.referred_on.desc(), Referral.id.desc())
    )
    labels = {one.key: one.label for one in organizations()}
    return tuple(
        ReferralRecord(
            referral.id,
            ReferralDraft(
                referral.partner_id,
                referral.referred_on,
                organization=referral.organization,
                to_partner_id=referral.to_partner_id,
                about=referral.about,
                outcome=referral.outcome,
                talent_id=referral.talent_id,
            ),
            partner_name=name,
            to_name=to_name or labels.get(referral.organization, referral.organization),
            deleted=referral.deleted_at is not None,
        )
        for referral, name, to_name in rows
    )


def talent_missing() -> NotFoundError:
    """Return the error for an entry that is not there."""
    return NotFoundError(_("人財の森のこの記録は、もうありません。団体の「人財の森」を開き直してください。"))


def referral_missing() -> NotFoundError:
    """Return the error for a referral that is not there."""
    return NotFoundError(_("この紹介の記録は、もうありません。団体の「人財の森」を開き直してください。"))


def _talent(talent: Talent, partner_name: str) -> TalentRecord:
    draft = TalentDraft(
        talent.partner_id,
        TalentSide(talent.side),
        talent.title,
        text=talent.text,
        activity_fields=tuple(talent.activity_fields),
        person=talent.person,
        ends_on=talent.ends_on,
        closed_on=talent.closed_on,
    )
    return TalentRecord(talent.id, draft, partner_name, talent.noted_on, talent.deleted_at is not None)
