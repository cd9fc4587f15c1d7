"""From a stored proposal to its case: stages, moves, acts, money, what is awaited."""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session, selectinload

from kyodo_desktop.base.clock import office_time
from kyodo_desktop.base.errors import NotFoundError
from kyodo_desktop.base.i18n import N_, _
from kyodo_desktop.forms.data import check_fields
from kyodo_desktop.japanese.fiscal_year import fiscal_year
from kyodo_desktop.models import CaseAct, Collaboration, Proposal, StageEntry
from kyodo_desktop.programmes import case_stages
from kyodo_desktop.programmes.acts import ACT_KINDS
from kyodo_desktop.programmes.calendar import planned_dates
from kyodo_desktop.programmes.case_money import granted
from kyodo_desktop.programmes.case_notices import notices
from kyodo_desktop.programmes.case_stages import CaseFacts
from kyodo_desktop.programmes.programme import Programme
from kyodo_desktop.records.cases import (
    ActRecord,
    CaseBrief,
    CaseFigures,
    CaseRecord,
    CaseStage,
    StageEntryRecord,
)
from kyodo_desktop.records.proposals import ProposalStage
from kyodo_desktop.services.proposal_records import find_proposal, programme_of, standing_of
from kyodo_desktop.services.round_records import dates_of, living_round

_AWAITED = N_("{act}の期限")
_REFUSED = "refused"
_GIVEN_UP = ("suspend", "abolish")


def read_case(session: Session, proposal_id: int, today: date) -> CaseRecord:
    """Return the case of a proposal.

    Raises:
        NotFoundError: there is no such proposal.
    """
    return case_of(session, find_proposal(session, proposal_id), today)


def read_cases(session: Session, ids: Sequence[int], today: date) -> dict[int, CaseRecord]:
    """Return the cases of many proposals, their moves and acts read at once.

    Raises:
        NotFoundError: there is no such proposal.
    """
    wanted = select(Proposal).where(Proposal.id.in_(ids))
    rows = session.scalars(wanted.options(selectinload(Proposal.entries), selectinload(Proposal.acts)))
    found = {row.id: row for row in rows}
    return {one: case_of(session, found.get(one) or find_proposal(session, one), today) for one in ids}


def case_of(session: Session, row: Proposal, today: date) -> CaseRecord:
    """Return the case of a proposal's row."""
    programme = programme_of(row)
    acts = tuple(act_record(act) for act in in_order(row.acts) if act.deleted_at is None)
    entries = tuple(_entry(entry, programme) for entry in row.entries)
    if programme is None:
        return CaseRecord(row.id, "", row.programme, entries=entries, acts=acts)
    facts = facts_of(row)
    held = [one for one in entries if one.taken_back_on is None]
    stage = standing_of(row, programme)
    since = held[-1].entered_on if held else _received_on(row)
    due_on, due_words = _awaited(acts)
    figures, entry = figures_of(row, acts), listed_entry(session, row)
    return CaseRecord(
        proposal_id=row.id,
        stage=stage,
        state=case_stages.state_words(programme, stage, facts),
        since=since,
        days=max((today - since).days, 0) if since is not None else 0,
        stages=_stages(session, row, programme, stage, held),
        entries=entries,
        acts=acts,
        moves=case_stages.moves(programme, stage, facts),
        figures=figures,
        opinions=_opinions(acts),
        due_on=due_on,
        due_words=due_words,
        notices=notices(programme, acts, figures, today),
        collaboration_id=entry.id if entry is not None else None,
        list_year=list_year(row, programme) if facts.adopted else None,
    )


def read_briefs(session: Session) -> dict[int, CaseBrief]:
    """Return every case in short by its proposal's id; what was not taken in here is none."""
    rows = session.scalars(
        select(Proposal)
        .where(Proposal.deleted_at.is_(None), Proposal.serial.is_not(None))
        .options(selectinload(Proposal.entries), selectinload(Proposal.acts))
    )
    return {row.id: brief for row in rows if (brief := _brief(row)) is not None}


def _brief(row: Proposal) -> CaseBrief | None:
    programme = programme_of(row)
    if programme is None:
        return None
    acts = [act for act in in_order(row.acts) if act.deleted_at is None]
    stage = standing_of(row, programme)
    due_on, due_words = _awaited(acts)
    return CaseBrief(
        stage, case_stages.state_words(programme, stage, facts_of(row)), _opinions(acts), due_on, due_words
    )


def find_act(session: Session, act_id: int) -> CaseAct:
    """Return the row of an act, to be changed.

    Raises:
        NotFoundError: there is none.
    """
    row = session.get(CaseAct, act_id)
    if row is None:
        raise NotFoundError(_("この記録は、もうありません。提案を開き直してください。"))
    return row


def act_record(row: CaseAct) -> ActRecord:
    """Return an act as a record, its values read by their kinds."""
    kind = ACT_KINDS.get(row.kind)
    return ActRecord(
        id=row.id,
        kind=row.kind,
        label=_(kind.label) if kind is not None else row.kind,
        stage=row.stage,
        held_on=row.held_on,
        values=act_values(row),
        due_on=row.due_on,
        done_on=row.done_on,
        amount=row.amount,
        department=row.department,
        verdict=row.verdict,
        by=row.by,
        deleted=row.deleted_at is not None,
    )


def act_values(row: CaseAct) -> dict[str, Any]:
    """Return what an act's fields say; fields that its kind lost are left out."""
    kind = ACT_KINDS.get(row.kind)
    stored = row.act_values if isinstance(row.act_values, dict) else {}
    if kind is None:
        return dict(stored)
    known = {field.name for field in kind.fields}
    return check_fields(kind.fields, {name: value for name, value in stored.items() if name in known})


def in_order(acts: Iterable[CaseAct]) -> list[CaseAct]:
    """Return acts by their day, those of one day as they were recorded."""
    return sorted(acts, key=lambda act: (act.held_on or date.max, act.id))


def facts_of(row: Proposal) -> CaseFacts:
    """Return what the moves of a case ask."""
    acts = [act for act in in_order(row.acts) if act.deleted_at is None]
    complete: dict[str, int] = {}
    for act in acts:
        if act.done_on is not None and act.verdict != _REFUSED:
            complete[act.kind] = complete.get(act.kind, 0) + 1
    opinions = [act for act in acts if act.kind == "opinion"]
    return CaseFacts(
        accepted=row.stage == ProposalStage.ACCEPTED,
        complete=complete,
        opinions_asked=len(opinions),
        waiting=tuple(act.department for act in opinions if act.done_on is None),
        decision=_last_verdict(acts, "selection"),
        passed=_last_verdict(acts, "council_vote") == "passed",
        voted=bool(_last_verdict(acts, "council_vote")),
        given_up=any(
            act.kind == "plan_change"
            and act.done_on is not None
            and act.verdict != _REFUSED
            and act_values(act).get("change_kind") in _GIVEN_UP
            for act in acts
        ),
    )


def figures_of(row: Proposal, acts: Sequence[ActRecord]) -> CaseFigures:
    """Return the money of a case; a change that was approved changes what is granted."""
    settled = next((act for act in reversed(acts) if act.kind == "settlement"), None)
    return CaseFigures(
        asked=row.amount,
        granted=granted(acts),
        paid=_sum(acts, "payment"),
        settled=settled.amount if settled is not None else None,
        refund=_refund(acts, settled),
        refunded=_sum(acts, "refund"),
    )


def list_year(row: Proposal, programme: Programme) -> int:
    """Return the fiscal year in which a proposal's project is carried out: on its list it belongs."""
    return fiscal_year(row.starts_on or programme.period(row.fiscal_year)[0])


def listed_entry(session: Session, row: Proposal) -> Collaboration | None:
    """Return the row of the list that a case has become, if that is not in the wastebasket."""
    entry = session.get(Collaboration, row.collaboration_id) if row.collaboration_id is not None else None
    return entry if entry is not None and entry.deleted_at is None else None


def _refund(acts: Iterable[ActRecord], settled: ActRecord | None) -> int | None:
    """Return what is to come back, by the 額の確定 and by a 取消し."""
    asked = [settled.values.get("refund_amount")] if settled is not None else []
    asked += [act.values.get("refund_amount") for act in acts if act.kind == "revocation"]
    known = [amount for amount in asked if amount is not None]
    return sum(known) if known else None


def _sum(acts: Iterable[ActRecord], kind: str) -> int:
    return sum(act.amount or 0 for act in acts if act.kind == kind)


def _last_verdict(acts: Sequence[CaseAct], kind: str) -> str:
    found = (act.verdict for act in reversed(acts) if act.kind == kind and act.done_on is not None)
    return next(found, "")


def _entry(row: StageEntry, programme: Programme | None) -> StageEntryRecord:
    return StageEntryRecord(
        id=row.id,
        stage=row.stage,
        label=case_stages.label_of(programme, row.stage),
        entered_on=row.entered_on,
        by=row.by,
        reason=row.reason,
        missing=row.missing,
        taken_back_on=row.taken_back_on,
        taken_back_reason=row.taken_back_reason,
    )


def _received_on(row: Proposal) -> date | None:
    return row.accepted_on if row.accepted_on is not None else _came_on(row)


def _came_on(row: Proposal) -> date | None:
    return office_time(row.received_at).date() if row.received_at is not None else None


def _reached(row: Proposal, programme: Programme, held: Sequence[StageEntryRecord]) -> dict[str, date]:
    """Return the stages that 受付 and 受理 brought a case to without a move of its own, with their days.

    What was moved on before its 受理 never stood where that would have brought it.
    """
    latest = held[0].entered_on if held else date.max
    days = ((ProposalStage.RECEIVED, _came_on(row)), (ProposalStage.ACCEPTED, row.accepted_on))
    return {
        case_stages.standing(programme, stage, ()): day
        for stage, day in days
        if day is not None and day <= latest
    }


def _stages(
    session: Session,
    row: Proposal,
    programme: Programme,
    here: str,
    held: Sequence[StageEntryRecord],
) -> tuple[CaseStage, ...]:
    entered = _reached(row, programme, held) | {one.stage: one.entered_on for one in held}
    held_round = living_round(session, row.programme, row.fiscal_year)
    planned = (
        dates_of(held_round, programme)
        if held_round is not None
        else planned_dates(programme, row.fiscal_year)
    )
    dates = {one.stage: one for one in planned}
    return tuple(
        CaseStage(
            key=one.key,
            label=one.label,
            who=one.who,
            optional=one.optional,
            starts_on=dates[one.key].starts_on if one.key in dates else None,
            ends_on=dates[one.key].ends_on if one.key in dates else None,
            entered_on=entered.get(one.key),
            is_now=one.key == here,
            acts=one.acts,
            papers=one.papers,
        )
        for one in case_stages.stages_of(programme)
    )


def _opinions(acts: Sequence[ActRecord | CaseAct]) -> tuple[int, int]:
    """Return how many 所見 were received, and how many were asked for."""
    asked = [one for one in acts if one.kind == "opinion"]
    return sum(one.done_on is not None for one in asked), len(asked)


def _awaited(acts: Sequence[ActRecord | CaseAct]) -> tuple[date | None, str]:
    """Return the next 期限 of what is still open, and what it is of."""
    due = [(act.due_on, act) for act in acts if act.due_on is not None and _is_awaited(act)]
    if not due:
        return None, ""
    day, act = min(due, key=lambda one: one[0])
    words = f"{_(ACT_KINDS[act.kind].label)} {act.department}".rstrip()
    return day, _(_AWAITED).format(act=words)


def _is_awaited(act: ActRecord | CaseAct) -> bool:
    """Tell whether something is still to come: of a kind that is settled on a later day than it begins."""
    kind = ACT_KINDS.get(act.kind)
    return kind is not None and bool(kind.done) and act.done_on is None
