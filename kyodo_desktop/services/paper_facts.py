"""What the records know of a group and a case, by the names that all papers share.

A paper is filled in from this one dictionary (`paper_values`); names that it does not have are passed over.
"""

from collections.abc import Callable
from datetime import date
from typing import Any

from sqlalchemy.orm import Session

from kyodo_desktop.base.clock import office_time
from kyodo_desktop.base.errors import NotFoundError
from kyodo_desktop.base.i18n import _
from kyodo_desktop.japanese.day_time import spell_time
from kyodo_desktop.japanese.digits import Digits
from kyodo_desktop.japanese.offices import stands_for_body
from kyodo_desktop.japanese.postal import format_postal_code
from kyodo_desktop.models import Collaboration
from kyodo_desktop.programmes import files
from kyodo_desktop.programmes.programme import Programme
from kyodo_desktop.records.partners import PartnerRecord, officer_on, representative_on
from kyodo_desktop.records.proposals import (
    LATE,
    RECEPTION_WAY_LABELS,
    ProposalRecord,
    ReceptionWay,
    RequirementAnswer,
)
from kyodo_desktop.records.sheets import SheetOwner
from kyodo_desktop.services.check_sheet_records import read_check_sheet
from kyodo_desktop.services.collaboration_forms import form_label
from kyodo_desktop.services.collaboration_records import read_collaborations
from kyodo_desktop.services.evaluation_records import read_evaluation
from kyodo_desktop.services.former_papers import carried_over
from kyodo_desktop.services.merge_links import living_id
from kyodo_desktop.services.partner_records import read_whole_partners
from kyodo_desktop.services.partner_terms import activity_fields
from kyodo_desktop.services.plan_facts import plan_facts
from kyodo_desktop.services.proposal_records import read_proposal

Facts = dict[str, Any]


def facts(session: Session, owner: SheetOwner, today: date) -> Facts:
    """Return what is known of a record, without names that nothing is known of.

    Raises:
        NotFoundError: the record is not there.
    """
    found = _FACTS[owner.kind](session, owner.record_id, today)
    return {name: value for name, value in found.items() if value not in (None, "", ())}


def _of_partner(session: Session, partner_id: int | None, today: date) -> Facts:
    """Return a group's facts; of one that was merged, those of the one that stays."""
    record_id = living_id(session, partner_id)
    partner = read_whole_partners(session, (record_id,)).get(record_id) if record_id is not None else None
    if partner is None:
        raise NotFoundError(_("この団体は、もう台帳にありません。台帳を開き直してください。"))
    return {**_group(partner), **_persons(partner, today)}


def _group(partner: PartnerRecord) -> Facts:
    chosen = frozenset(partner.activity_fields)
    return {
        "partner_name": partner.name,
        "partner_kana": partner.kana,
        "postal_code": format_postal_code(partner.postal_code) if partner.postal_code else "",
        "address": partner.address,
        "phone": partner.phone or _first(partner, "phone"),
        "fax": _first(partner, "fax"),
        "email": partner.email or _first(partner, "email"),
        "website": partner.website,
        "corporate_number": partner.corporate_number,
        "established_on": partner.established_on,
        "members": partner.members,
        "members_in_city": partner.members_in_city,
        "activity_fields": "、".join(
            f"{one.number} {one.short}" for one in activity_fields() if one.number in chosen
        ),
        "group_purpose": partner.profile.purpose,
        "achievements": partner.profile.achievements,
    }


def _persons(partner: PartnerRecord, today: date) -> Facts:
    """Return who stands for the group, whom to reach, and who is in office."""
    officer = officer_on(partner, today)
    title, name = _title_and_name(partner.representative)
    contact = partner.contacts[0] if partner.contacts else None
    in_office = (one for one in partner.officers if one.in_office_on(today))
    return {
        "representative": representative_on(partner, today),
        "representative_title": officer.title if officer is not None else title,
        "representative_name": officer.name if officer is not None else name,
        "representative_kana": officer.kana if officer is not None else "",
        "contact_person": contact.person if contact is not None else "",
        "contact_phone": contact.phone if contact is not None else "",
        "contact_email": contact.email if contact is not None else "",
        "officers": tuple(
            {"number": number, "title": one.title, "name": one.name, "kana": one.kana}
            for number, one in enumerate(in_office, 1)
        ),
        "as_of": today if partner.officers else None,
    }


def _title_and_name(representative: str) -> tuple[str, str]:
    """Return title and name of 会長　髙﨑　一郎; without a title of a head it is all name."""
    words = representative.split()
    if len(words) > 1 and stands_for_body(words[0]):
        return words[0], "　".join(words[1:])
    return "", representative


def _first(partner: PartnerRecord, what: str) -> str:
    return next((value for one in partner.contacts if (value := str(getattr(one, what)))), "")


def _of_proposal(session: Session, proposal_id: int, today: date) -> Facts:
    proposal = read_proposal(session, proposal_id)
    draft = proposal.draft
    group: Facts = {}
    if draft.partner_id is not None:
        group = _of_partner(session, draft.partner_id, today)
    contact = {
        name: value
        for name, value in (
            ("contact_person", draft.contact_name),
            ("contact_phone", draft.contact_phone),
            ("contact_email", draft.contact_email),
        )
        if value
    }
    # Its name as it was when it handed the proposal in: that is who applied.
    named = {
        "partner_name": draft.partner_name or group.get("partner_name", ""),
        "representative": group.get("representative") or draft.contact_name,
    }
    return {
        **group,
        **contact,
        **named,
        **_case(proposal),
        **reception_facts(proposal),
        **carried_over(session, proposal_id),
        # What was put right in the record since holds before what an earlier paper said.
        **plan_facts(draft),
    }


def _case(proposal: ProposalRecord) -> Facts:
    draft = proposal.draft
    programme = _programme(proposal)
    return {
        "fiscal_year": draft.fiscal_year or None,
        "programme_title": programme.title if programme is not None else "",
        "title": draft.title,
        "summary": draft.summary,
        "starts_on": draft.starts_on,
        "ends_on": draft.ends_on,
        "eligible_cost": draft.eligible_cost,
        "amount": draft.amount,
        "reason": proposal.acceptance_reason or draft.reason,
        "requirements": _requirements(proposal, programme),
        "papers": _papers(proposal, programme),
        **_theme(proposal),
    }


def _theme(proposal: ProposalRecord) -> Facts:
    theme = proposal.theme
    return {"theme": theme.title, "theme_number": str(theme.number)} if theme is not None else {}


def reception_facts(proposal: ProposalRecord) -> Facts:
    """Return when and how a proposal was taken in; nothing of a draft."""
    if proposal.received_at is None:
        return {}
    moment = office_time(proposal.received_at)
    spelt = spell_time(moment, Digits.SINGLE_FULL)
    return {
        "receipt_number": proposal.receipt_number,
        "programme_title": programme.title if (programme := _programme(proposal)) is not None else "",
        "received_on": moment.date(),
        "received_time": _("{time}（{late}）").format(time=spelt, late=_(LATE)) if proposal.late else spelt,
        "received_way": _(RECEPTION_WAY_LABELS[ReceptionWay(proposal.draft.received_by_way)]),
        "received_by": proposal.draft.received_by,
    }


def _programme(proposal: ProposalRecord) -> Programme | None:
    if not proposal.draft.programme:
        return None
    try:
        return files.find(proposal.draft.programme, proposal.programme_revision)
    except NotFoundError:
        return None


def _requirements(proposal: ProposalRecord, programme: Programme | None) -> tuple[Facts, ...]:
    answers = {one.key: one for one in proposal.draft.requirements}
    return tuple(
        {
            "label": one.label,
            "text": one.text,
            **_answer(answers.get(one.key) or RequirementAnswer(one.key)),
        }
        for one in (programme.requirements if programme is not None else ())
    )


def _answer(answer: RequirementAnswer) -> Facts:
    return {"state": answer.state.value, "seen": answer.seen, "by": answer.by, "on": answer.on}


def _papers(proposal: ProposalRecord, programme: Programme | None) -> tuple[Facts, ...]:
    copies = dict(proposal.draft.papers)
    labels = {one.key: one.label for one in programme.papers} if programme is not None else {}
    return tuple(
        {
            "name": labels.get(key, key),
            "copies": copies.get(key, 0) or None,
            "state": "yes" if copies.get(key, 0) > 0 else "no",
        }
        for key in dict.fromkeys((*labels, *copies))
    )


def _of_collaboration(session: Session, record_id: int, today: date) -> Facts:
    found = read_collaborations(session, Collaboration.id == record_id)
    if not found:
        raise NotFoundError(_("この取組は、もうありません。一覧を開き直してください。"))
    entry = found[0]
    links = [link for cell in entry.participations for link in cell.partners]
    group = _of_partner(session, links[0].partner_id, today) if len(links) == 1 else {}
    forms = dict.fromkeys(form_label(cell.collaboration_form) for cell in entry.participations)
    return {
        **group,
        "partner_name": "\n".join(cell.text for cell in entry.participations),
        "fiscal_year": entry.fiscal_year,
        "title": entry.title,
        "department": entry.department_words,
        "departments": entry.department_words,
        "collaboration_form": "、".join(forms),
    }


def _of_evaluation(session: Session, record_id: int, today: date) -> Facts:
    """Return what is known of what was evaluated: the proposal, the entry of the list, or the partner."""
    draft = read_evaluation(session, record_id).draft
    found: Facts = {}
    if draft.proposal_id is not None:
        found = _of_proposal(session, draft.proposal_id, today)
    elif draft.collaboration_id is not None:
        found = _of_collaboration(session, draft.collaboration_id, today)
    if draft.partner_id is not None and draft.proposal_id is None:
        found |= _of_partner(session, draft.partner_id, today)
    return found


def _of_check_sheet(session: Session, record_id: int, today: date) -> Facts:
    sheet = read_check_sheet(session, record_id)
    group = _of_partner(session, sheet.partner_id, today) if sheet.partner_id is not None else {}
    return {
        **group,
        "fiscal_year": sheet.fiscal_year,
        "title": sheet.title,
        "department": sheet.department,
    }


_FACTS: dict[str, Callable[[Session, int, date], Facts]] = {
    "partner": _of_partner,
    "proposal": _of_proposal,
    "collaboration": _of_collaboration,
    "check_sheet": _of_check_sheet,
    "evaluation": _of_evaluation,
}
