"""Where the proposals of a round stand."""

from collections import Counter
from collections.abc import Mapping
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session, selectinload

from kyodo_desktop.models import Proposal
from kyodo_desktop.programmes.calendar import is_past
from kyodo_desktop.records.cases import CaseEnd
from kyodo_desktop.records.rounds import RoundDate, RoundStrip, StripStage
from kyodo_desktop.services.case_records import standing_of
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
    standing = Counter(standing_of(one, programme) if programme else "" for one in proposals)
    received = [one.received_at for one in proposals if one.received_at is not None]
    return RoundStrip(
        round_id=row.id,
        title=title_of(row, programme),
        fiscal_year=row.fiscal_year,
        stages=tuple(_strip_stage(one, standing, today) for one in dates_of(row, programme)),
        drafts=len(proposals) - len(received),
        late=sum(is_past(closing, at) for at in received) if closing else 0,
        ended=sum(standing[end] for end in CaseEnd),
    )


def _strip_stage(one: RoundDate, standing: Mapping[str, int], today: date) -> StripStage:
    return StripStage(
        stage=one.stage,
        label=one.label,
        level=one.level,
        starts_on=one.starts_on,
        ends_on=one.ends_on,
        proposals=standing.get(one.stage, 0),
        now=one.starts_on <= today <= one.ends_on,
    )
