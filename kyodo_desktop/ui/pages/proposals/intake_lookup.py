"""What the wizard of a proposal looks up: the office's side once, the partner's whenever that changes."""

from typing import TYPE_CHECKING

from kyodo_desktop.base.errors import NotFoundError
from kyodo_desktop.flows.engine import Answers, as_number
from kyodo_desktop.flows.intake_answers import carried_over, contact_of, draft_of
from kyodo_desktop.flows.intake_facts import IntakeFacts
from kyodo_desktop.records.case_figures import PartnerCases
from kyodo_desktop.records.proposals import ProposalDraft, ProposalRecord, ProposalStage

if TYPE_CHECKING:
    from kyodo_desktop.services import Services


def look_up(
    services: "Services", record: ProposalRecord | None, answers: Answers, this_year: int, clerk: str
) -> IntakeFacts:
    """Return what is looked up when a wizard opens; `record` is its proposal, once there is one."""
    facts = IntakeFacts(services.proposals.programmes, this_year, clerk)
    if record is not None and record.stage is not ProposalStage.DRAFT:
        facts.fixed = services.proposals.programme(record.draft.programme, record.programme_revision)
        facts.corrections = services.cases.get(record.id).of_kind("correction")
    facts.departments = services.rounds.departments()
    record_id = record.id if record is not None else 0
    refresh_rules(services, facts, answers, record_id)
    refresh_partner(services, facts, answers, record_id)
    return facts


def refresh_rules(services: "Services", facts: IntakeFacts, answers: Answers, record_id: int) -> None:
    """Look up anew what the rules ask about the partner, the round and the title."""
    facts.partner = services.proposals.facts(draft_of(answers), record_id)


def refresh_partner(services: "Services", facts: IntakeFacts, answers: Answers, record_id: int) -> None:
    """Look up anew what the partner did before."""
    draft = draft_of(answers)
    lines = services.statistics.of_partner(draft.partner_id).lines if draft.partner_id is not None else ()
    facts.cases = PartnerCases(tuple(one for one in lines if one.proposal_id != record_id))
    facts.former = _former(services, facts.cases)


def known_of_partner(services: "Services", facts: IntakeFacts, answers: Answers) -> Answers:
    """Return what the register says of the chosen partner, and what it proposed last, for empty answers.

    Raises:
        NotFoundError: the partner is not there any more.
    """
    partner_id = as_number(answers.get("partner_id"))
    if partner_id is None:
        return {}
    registered = contact_of(services.partners.get(partner_id), answers)
    if facts.former is None:
        return registered
    return {**carried_over(facts.former, {**answers, **registered}), **registered}


def _former(services: "Services", cases: PartnerCases) -> ProposalDraft | None:
    """Return the last proposal that was taken in here; of former years little more than a title is kept."""
    last = next((one for one in cases.lines if not one.past), None)
    if last is None:
        return None
    try:
        return services.proposals.get(last.proposal_id).draft
    except NotFoundError:
        return None
