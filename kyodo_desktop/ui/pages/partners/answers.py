"""What the editor holds of a partner, as JSON-able answers: from a record, to a draft. No Qt."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import asdict, fields
from datetime import date
from typing import Any

from kyodo_desktop.base.errors import InputError
from kyodo_desktop.base.i18n import _
from kyodo_desktop.japanese.digits import half_width
from kyodo_desktop.japanese.postal import format_postal_code
from kyodo_desktop.japanese.wareki import format_date, parse_date
from kyodo_desktop.records.partner_parts import (
    PROFILE_QUESTIONS,
    PartnerContact,
    PartnerOfficer,
    PartnerProfile,
    ProfileAnswer,
)
from kyodo_desktop.records.partners import PartnerDraft, PartnerKind, PartnerRecord
from kyodo_desktop.records.proposals import Confirmation
from kyodo_desktop.ui.pages.shared.answers import Answers

KIND = "partner"
"""The kind of record in the change log and among the drafts."""

DATES = ("established_on", "bylaws_seen_on", "roster_seen_on")
NUMBERS = ("members", "members_in_city")
PROFILE_TEXTS = tuple(f.name for f in fields(PartnerProfile) if f.name != "asked")
_COMMAS = re.compile("[、,，\n]")
_NUMBER_LENGTH = 13
_NUMBER = re.compile(r"\d{1,7}")


def blank_answers() -> Answers:
    """Return the answers of a new partner."""
    return _answers(PartnerDraft(name=""))


def answers_of(partner: PartnerRecord) -> Answers:
    """Return the answers that stand for a whole record as it is."""
    return _answers(PartnerDraft(**{f.name: getattr(partner, f.name) for f in fields(PartnerDraft)}))


def draft_of(answers: Mapping[str, Any], today: date) -> PartnerDraft:
    """Return what is to be saved.

    Raises:
        InputError: a day or a number cannot be read; all else is refused when it is saved.
    """
    typed = dict(answers)
    return PartnerDraft(
        **{
            **typed,
            "kind": PartnerKind(typed["kind"]),
            "former_names": tuple(line for line in typed["former_names"].split("\n") if line.strip()),
            "tags": tuple(word for part in _COMMAS.split(typed["tags"]) if (word := part.strip())),
            "activity_fields": tuple(int(number) for number in typed["activity_fields"]),
            **{name: _day(typed[name], name, today) for name in DATES},
            **{name: _number(typed[name], name) for name in NUMBERS},
            "contacts": _contacts(typed["contacts"]),
            "officers": _officers(typed["officers"], today),
            "profile": _profile(typed["profile"]),
            "public_fields": frozenset(typed["public_fields"]),
        }
    )


def asked_draft(answers: Mapping[str, Any]) -> PartnerDraft:
    """Return of what is typed, finished or not, that by which a partner may be known already."""
    number = "".join(letter for letter in half_width(answers["corporate_number"]) if letter.isdecimal())
    return PartnerDraft(
        **{name: answers[name] for name in ("name", "kana", "short_name", "phone", "email", "address")},
        former_names=tuple(filter(str.strip, answers["former_names"].split("\n"))),
        corporate_number=number if len(number) == _NUMBER_LENGTH else "",
        contacts=_contacts(answers["contacts"]),
    )


def blank_contact() -> Answers:
    """Return the answers of a contact that is still to be written."""
    return asdict(PartnerContact(purpose=""))


def blank_officer() -> Answers:
    """Return the answers of an officer who is still to be written."""
    return _officer_answers(PartnerOfficer(title="", name=""))


def is_blank(row: Mapping[str, Any]) -> bool:
    """Tell whether nothing is written in a row."""
    return not any(str(value).strip() for key, value in row.items() if key != "id")


def _answers(draft: PartnerDraft) -> Answers:
    return {
        **{f.name: getattr(draft, f.name) for f in fields(PartnerDraft)},
        "kind": draft.kind.value,
        "postal_code": format_postal_code(draft.postal_code),
        "former_names": "\n".join(draft.former_names),
        "tags": _("、").join(draft.tags),
        "activity_fields": sorted(draft.activity_fields),
        **{name: _day_words(getattr(draft, name)) for name in DATES},
        **{name: _number_words(getattr(draft, name)) for name in NUMBERS},
        "contacts": [asdict(contact) for contact in draft.contacts],
        "officers": [_officer_answers(officer) for officer in draft.officers],
        "profile": _profile_answers(draft.profile),
        "public_fields": sorted(draft.public_fields),
    }


def _officer_answers(officer: PartnerOfficer) -> Answers:
    days = {"starts_on": _day_words(officer.starts_on), "ends_on": _day_words(officer.ends_on)}
    return {**asdict(officer), **days}


def _profile_answers(profile: PartnerProfile) -> Answers:
    found = {answer.key: answer for answer in profile.asked}
    asked = [found.get(key, ProfileAnswer(key)) for key in PROFILE_QUESTIONS]
    return {
        **{name: getattr(profile, name) for name in PROFILE_TEXTS},
        "asked": [
            {
                "key": one.key,
                "state": one.state.value,
                "seen": one.seen,
                "by": one.by,
                "on": one.on.isoformat() if one.on is not None else "",
            }
            for one in asked
        ],
    }


def _contacts(rows: Sequence[Mapping[str, Any]]) -> tuple[PartnerContact, ...]:
    return tuple(PartnerContact(**row) for row in rows if not is_blank(row))


def _officers(rows: Sequence[Mapping[str, Any]], today: date) -> tuple[PartnerOfficer, ...]:
    return tuple(
        PartnerOfficer(
            **{
                **row,
                "starts_on": _day(row["starts_on"], f"officers.{at}.starts_on", today),
                "ends_on": _day(row["ends_on"], f"officers.{at}.ends_on", today),
            }
        )
        for at, row in enumerate(row for row in rows if not is_blank(row))
    )


def _profile(typed: Mapping[str, Any]) -> PartnerProfile:
    asked = (
        ProfileAnswer(
            one["key"],
            Confirmation(one["state"]),
            one["seen"],
            one["by"],
            date.fromisoformat(one["on"]) if one["on"] else None,
        )
        for one in typed["asked"]
        if one["state"] != Confirmation.NOT_YET or one["seen"].strip()
    )
    return PartnerProfile(**{name: typed[name] for name in PROFILE_TEXTS}, asked=tuple(asked))


def _day(text: str, field: str, today: date) -> date | None:
    if not text.strip():
        return None
    try:
        return parse_date(text, today)
    except InputError as error:
        raise InputError(str(error), field) from error


def _number(text: str, field: str) -> int | None:
    digits = half_width(text).replace(",", "").strip().removesuffix(_("人"))
    if not digits:
        return None
    if _NUMBER.fullmatch(digits) is None:
        raise InputError(
            _("「{text}」は人数として読めません。数字で書いてください。").format(text=text), field
        )
    return int(digits)


def _day_words(day: date | None) -> str:
    return "" if day is None else format_date(day)


def _number_words(number: int | None) -> str:
    return "" if number is None else str(number)
