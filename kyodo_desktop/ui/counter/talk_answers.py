"""What the form of a talk holds, as JSON-able answers: from a record, to a draft. No Qt."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Any

from kyodo_desktop.base.clock import OFFICE_ZONE, office_time
from kyodo_desktop.base.errors import InputError
from kyodo_desktop.base.i18n import _
from kyodo_desktop.japanese.coming_day import parse_coming_day
from kyodo_desktop.japanese.day_time import format_time, parse_time
from kyodo_desktop.japanese.wareki import format_date, parse_date
from kyodo_desktop.records.contacts import ContactDraft, ContactRecord, ContactWay

KIND = "contact_record"
"""The kind of a talk in the change log, and of what is typed over one among the drafts."""
NEW_KIND = "contact_record_new"
"""The kind of a new talk among the drafts: one for each partner, by its id, and one for a caller (0)."""

Answers = dict[str, Any]
_TYPED = ("text", "caller", "person", "phone", "next_what", "next_on")


@dataclass(frozen=True, slots=True)
class Subject:
    """Whom a talk is noted of: a partner, or (None) a caller that is not in the register.

    `caller`, `phone` and `proposal_id` are what is known of it before anything is typed.
    """

    partner_id: int | None = None
    name: str = ""
    caller: str = ""
    phone: str = ""
    proposal_id: int | None = None


def blank_answers(subject: Subject, now: datetime, clerk: str) -> Answers:
    """Return the answers of a new talk that takes place now."""
    draft = ContactDraft(
        ContactWay.PHONE,
        partner_id=subject.partner_id,
        caller=subject.caller,
        phone=subject.phone,
        taken_by=clerk,
        proposal_id=subject.proposal_id,
    )
    return {**_answers(draft, now), "way": ""}


def answers_of(talk: ContactRecord) -> Answers:
    """Return the answers that stand for a talk as it is."""
    return _answers(talk.draft, talk.happened_at)


def holds_words(answers: Mapping[str, Any]) -> bool:
    """Tell whether anything was typed that would be a loss."""
    return any(str(answers.get(name, "")).strip() for name in _TYPED)


def draft_of(answers: Mapping[str, Any], base: ContactRecord | None, today: date) -> ContactDraft:
    """Return what is to be saved, over `base` where a talk is edited.

    Raises:
        InputError: the way is missing, or a day, a time cannot be read; all else is refused on saving.
    """
    if not answers["way"]:
        raise InputError(_("相談・電話・来庁などのどれかを選んでください（1〜5）。"), "way")
    way = ContactWay(answers["way"])
    partner_id, proposal_id = answers["partner_id"], answers["proposal_id"]
    return replace(
        base.draft if base is not None else ContactDraft(way),
        way=way,
        text=answers["text"],
        partner_id=int(partner_id) if partner_id else None,
        caller="" if partner_id else answers["caller"],
        person=answers["person"],
        phone=answers["phone"],
        happened_at=_moment(answers, base, today),
        taken_by=answers["taken_by"],
        next_on=_next_day(answers["next_on"], today),
        next_what=answers["next_what"],
        proposal_id=int(proposal_id) if proposal_id else None,
    )


def _answers(draft: ContactDraft, moment: datetime) -> Answers:
    there = office_time(moment)
    return {
        "way": draft.way.value,
        "text": draft.text,
        "partner_id": draft.partner_id,
        "caller": draft.caller,
        "person": draft.person,
        "phone": draft.phone,
        "day": format_date(there.date()),
        "time": format_time(there),
        "taken_by": draft.taken_by,
        "next_on": "" if draft.next_on is None else format_date(draft.next_on, weekday=True),
        "next_what": draft.next_what,
        "proposal_id": draft.proposal_id,
    }


def _moment(answers: Mapping[str, Any], base: ContactRecord | None, today: date) -> datetime:
    """Return when it was; the moment as noted, to the second, while nobody types another."""
    if base is not None:
        noted = answers_of(base)
        if all(answers[name] == noted[name] for name in ("day", "time")):
            return base.happened_at
    try:
        there = parse_date(answers["day"], today)
    except InputError as error:
        raise InputError(str(error), "day") from error
    try:
        return datetime.combine(there, parse_time(answers["time"]), OFFICE_ZONE)
    except InputError as error:
        raise InputError(str(error), "time") from error


def _next_day(text: str, today: date) -> date | None:
    if not text.strip():
        return None
    try:
        return parse_coming_day(text, today)
    except InputError as error:
        raise InputError(str(error), "next_on") from error
