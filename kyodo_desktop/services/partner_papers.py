"""From partners to the values of their papers: card, list, labels."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from kyodo_desktop.base.i18n import _
from kyodo_desktop.japanese.digits import Digits
from kyodo_desktop.japanese.fiscal_year import format_fiscal_year
from kyodo_desktop.japanese.wareki import format_date
from kyodo_desktop.records.partner_papers import Addressee, Edition, LabelLayout
from kyodo_desktop.records.partner_parts import PROFILE_QUESTIONS, PartnerOfficer, ProfileAnswer
from kyodo_desktop.records.partner_public import public_view
from kyodo_desktop.records.partners import (
    PartnerCollaboration,
    PartnerRecord,
    representative_on,
)
from kyodo_desktop.records.proposals import CONFIRMATION_LABELS
from kyodo_desktop.services.collaboration_forms import form_label
from kyodo_desktop.services.partner_cells import public_text, text_of
from kyodo_desktop.services.partner_terms import activity_fields

_AS_TEXT = (
    "short_name",
    "former_names",
    "legal_form",
    "tags",
    "phone",
    "email",
    "website",
)
_AS_TYPED = (
    "name",
    "kana",
    "corporate_number",
    "postal_code",
    "address",
    "note",
    "established_on",
    "members",
    "members_in_city",
    "bylaws_seen_on",
    "roster_seen_on",
    "asupia_registered",
    "musubu_listed",
    "kind_estimated",
    "confirmed_on",
    "confirmed_by",
)
_STORIES = (
    "purpose",
    "achievements",
    "public_interest",
    "non_profit",
    "voluntariness",
    "finances",
    "organisation",
)


def card_values(
    partner: PartnerRecord, collaborations: Sequence[PartnerCollaboration], today: date
) -> dict[str, Any]:
    """Return the values of a partner's 団体カルテ."""
    values: dict[str, Any] = {name: getattr(partner, name) for name in _AS_TYPED}
    values |= {name: text_of(partner, name) for name in _AS_TEXT}
    values |= {name: getattr(partner.profile, name) for name in _STORIES}
    values |= {
        "kind": partner.kind.value,
        "activity_fields": _fields_text(partner),
        "representative": representative_on(partner, today),
        "contacts": tuple(
            {
                "purpose": one.purpose,
                "person": one.person,
                "phone": one.phone,
                "fax": one.fax,
                "email": one.email,
                "note": one.note,
            }
            for one in partner.contacts
        ),
        "officers": tuple(_officer_row(one) for one in partner.officers),
        "asked": _asked_rows(partner),
        "collaborations": tuple(_collaboration_row(one) for one in collaborations),
        "public_fields": public_text(partner),
        "printed_on": today,
    }
    return {name: value for name, value in values.items() if value is not None and value != ""}


def directory_values(partners: Sequence[PartnerRecord], edition: Edition, today: date) -> dict[str, Any]:
    """Return the values of 団体名簿; the public edition is made of nothing but what may be published."""
    if edition is Edition.PUBLIC:
        partners = [public_view(partner).partner for partner in partners]
    return {
        "edition": edition.value,
        "printed_on": today,
        "rows": tuple(_directory_row(partner, edition, today) for partner in partners),
    }


def label_values(
    partners: Sequence[PartnerRecord],
    layout: LabelLayout,
    start_at: int,
    addressee: Addressee,
    today: date,
) -> dict[str, Any]:
    """Return the values of 宛名ラベル; a partner without anybody to name is addressed as a body."""
    by_person = addressee is Addressee.REPRESENTATIVE
    return {
        "layout": layout.value,
        "start_at": start_at,
        "rows": tuple(
            {
                "postal_code": partner.postal_code,
                "address": partner.address,
                "name": partner.name,
                "person": representative_on(partner, today) if by_person else "",
            }
            for partner in partners
        ),
    }


def without_address(partners: Sequence[PartnerRecord]) -> tuple[str, ...]:
    """Return e.g. 所在地（○○の会）, for each partner that no letter would reach."""
    return tuple(
        _("所在地（{name}）").format(name=partner.name) for partner in partners if not partner.address.strip()
    )


def _fields_text(partner: PartnerRecord) -> str:
    chosen = frozenset(partner.activity_fields)
    return "、".join(field.short for field in activity_fields() if field.number in chosen)


def _officer_row(officer: PartnerOfficer) -> dict[str, Any]:
    starts, ends = (
        format_date(day, Digits.SINGLE_FULL) if day is not None else ""
        for day in (officer.starts_on, officer.ends_on)
    )
    return {
        "title": officer.title,
        "name": officer.name,
        "kana": officer.kana,
        "period": f"{starts}～{ends}" if starts or ends else "",
    }


def _asked_rows(partner: PartnerRecord) -> tuple[dict[str, Any], ...]:
    answers = {answer.key: answer for answer in partner.profile.asked}
    return tuple(
        _asked_row(answers.get(key, ProfileAnswer(key)), words) for key, words in PROFILE_QUESTIONS.items()
    )


def _asked_row(answer: ProfileAnswer, words: str) -> dict[str, Any]:
    return {
        "question": _(words),
        "state": _(CONFIRMATION_LABELS[answer.state]),
        "seen": answer.seen,
        "by": answer.by,
        "on": answer.on,
    }


def _collaboration_row(entry: PartnerCollaboration) -> dict[str, Any]:
    return {
        "fiscal_year": format_fiscal_year(entry.fiscal_year),
        "number": entry.number,
        "title": entry.title,
        "departments": "・".join(entry.departments),
        "collaboration_form": form_label(entry.collaboration_form),
    }


def _directory_row(partner: PartnerRecord, edition: Edition, today: date) -> dict[str, Any]:
    # Officers are never published, so the public edition has the representative as typed.
    is_office = edition is Edition.OFFICE
    return {
        "name": partner.name,
        "kana": partner.kana,
        "kind": text_of(partner, "kind"),
        "representative": representative_on(partner, today) if is_office else partner.representative,
        "postal_code": partner.postal_code,
        "address": partner.address,
        "phone": text_of(partner, "phone"),
        "email": partner.email,
        "website": partner.website,
        "activity_fields": _fields_text(partner),
        "purpose": partner.profile.purpose,
        "confirmed_on": partner.confirmed_on,
    }
