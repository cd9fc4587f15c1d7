"""Where the proposals of a round stand."""

from collections import Counter
from collections.abc import Mapping
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session, selectinload

from kyodo_desktop.models import Proposal, Round
from kyodo_desktop.programmes import round_stages
from kyodo_desktop.programmes.calendar import is_past
from kyodo_desktop.programmes.programme import Programme
from kyodo_desktop.programmes.round_stages import Phase, RoundFacts
from kyodo_desktop.records.cases import CaseEnd
from kyodo_desktop.records.proposals import arrival
from kyodo_desktop.records.rounds import RoundStrip, StripStage, ThemeDecision
from kyodo_desktop.services.proposal_records import standing_of
from kyodo_desktop.services.round_records import closing_of, dates_of, find_round, programme_of, title_of


def read_strip(session: Session, round_id: int, today: date) -> RoundStrip:
    """Return the stages of a round and how many of its proposals stand in each."""
    row = find_round(session, round_id)
    programme = programme_of(row)
    closing = closing_of(row, programme)
    proposals = session.scalars(
        select(Proposal)
        .where(
            Proposal.deleted_at.is_(None),
            Proposal.past.is_(False),
            Proposal.programme == row.programme,
            Proposal.fiscal_year == row.fiscal_year,
        )
        .options(selectinload(Proposal.entries))
    ).all()
    standing = Counter(standing_of(one, programme) for one in proposals)
    received = [arrival(one.arrived_on, one.received_at) for one in proposals if one.received_at is not None]
    return RoundStrip(
        round_id=row.id,
        title=title_of(row, programme),
        fiscal_year=row.fiscal_year,
        stages=_stages(row, programme, standing, today),
        drafts=len(proposals) - len(received),
        late=sum(is_past(closing, at) for at in received) if closing else 0,
        ended=sum(standing[end] for end in CaseEnd),
    )


def _stages(
    row: Round, programme: Programme | None, standing: Mapping[str, int], today: date
) -> tuple[StripStage, ...]:
    dates = dates_of(row, programme)
    found = round_stages.states(programme, dates, _facts(row), today) if programme is not None else ()
    states = {one.stage: one for one in found}
    return tuple(
        StripStage(
            stage=one.stage,
            label=one.label,
            level=one.level,
            starts_on=one.starts_on,
            ends_on=one.ends_on,
            proposals=standing.get(one.stage, 0),
            now=round_stages.phase_of(one, today) is Phase.NOW,
            missing=states[one.stage].missing if one.stage in states else (),
        )
        for one in dates
    )


def _facts(row: Round) -> RoundFacts:
    return RoundFacts(
        themes=sum(one.decision == ThemeDecision.CHOSEN for one in row.themes),
        meetings=sum(one.held_on is not None for one in row.meetings),
        briefings=sum(one.held_on is not None for one in row.briefings),
    )
