"""From stored rounds to records: their dates, themes, meetings, briefings, and where proposals stand."""

from collections.abc import Iterable, Mapping
from datetime import date, datetime, time
from typing import TypeVar

from sqlalchemy import ColumnElement, UnaryExpression, func, select
from sqlalchemy.orm import Session

from kyodo_desktop.base.errors import NotFoundError
from kyodo_desktop.base.i18n import _
from kyodo_desktop.japanese.fiscal_year import format_fiscal_year
from kyodo_desktop.models import Briefing, BriefingGuest, CouncilMeeting, Partner, Proposal, Round, Theme
from kyodo_desktop.programmes import files
from kyodo_desktop.programmes.calendar import closing_moment, dated
from kyodo_desktop.programmes.programme import Programme, Source, Stage
from kyodo_desktop.records.rounds import Briefing as BriefingRecord
from kyodo_desktop.records.rounds import (
    BriefingDraft,
    Guest,
    GuestDraft,
    Meeting,
    MeetingDraft,
    RoundDate,
    RoundDetail,
    RoundDraft,
    RoundRecord,
    StageLevel,
    ThemeDecision,
    ThemeDraft,
    ThemeKind,
    ThemeOrigin,
)
from kyodo_desktop.records.rounds import Theme as ThemeRecord

LIVING = Round.deleted_at.is_(None)

_RANKED = (ThemeDecision.CHOSEN, ThemeDecision.CANDIDATE, ThemeDecision.REFUSED)

Part = TypeVar("Part", Theme, CouncilMeeting, Briefing, BriefingGuest)
"""What belongs to a round and is changed by itself."""


# Finding rows


def find_round(session: Session, round_id: int) -> Round:
    """Return the row of a round, to be changed.

    Raises:
        NotFoundError: there is none.
    """
    row = session.get(Round, round_id)
    if row is None:
        raise NotFoundError(_("この募集回は、もうありません。一覧を開き直してください。"))
    return row


def find_part(session: Session, kind: type[Part], part_id: int) -> Part:
    """Return the row of a theme, a meeting, a briefing or a line of its attendance, to be changed.

    Raises:
        NotFoundError: there is none.
    """
    row = session.get(kind, part_id)
    if row is None:
        raise NotFoundError(_("この行は、もうありません。募集回を開き直してください。"))
    return row


def round_of(part: Theme | CouncilMeeting | Briefing | BriefingGuest) -> Round:
    """Return the round that something belongs to."""
    return part.briefing.round if isinstance(part, BriefingGuest) else part.round


def living_round(session: Session, programme: str, fiscal_year: int) -> Round | None:
    """Return the round of a programme in a fiscal year that is not in the wastebasket."""
    return session.scalar(
        select(Round).where(LIVING, Round.programme == programme, Round.fiscal_year == fiscal_year)
    )


def programme_of(row: Round) -> Programme | None:
    """Return a round's programme in its revision; None if its file is gone."""
    try:
        return files.find(row.programme, row.programme_revision)
    except NotFoundError:
        return None


def round_words(row: Round) -> str:
    """Return 令和8年度 小平市提示型公募事業."""
    return f"{format_fiscal_year(row.fiscal_year)} {title_of(row, programme_of(row))}"


# Records


def read_rounds(
    session: Session, *where: ColumnElement[bool], first: UnaryExpression[datetime | None] | None = None
) -> tuple[RoundRecord, ...]:
    """Return the rounds that fulfil `where`, the newest year first (or by `first`)."""
    order = () if first is None else (first,)
    rows = session.scalars(select(Round).where(*where).order_by(*order, Round.fiscal_year.desc())).all()
    if first is None:
        places = {one.key: one.position for one in files.load_all()}
        last = len(places) * 1000
        rows = sorted(rows, key=lambda row: (-row.fiscal_year, places.get(row.programme, last), row.id))
    proposals = _proposals_of_rounds(session)
    return tuple(_record(row, proposals.get((row.programme, row.fiscal_year), 0)) for row in rows)


def read_round(session: Session, round_id: int) -> RoundDetail:
    """Return one round with all that belongs to it, also from the wastebasket.

    Raises:
        NotFoundError: there is none.
    """
    row = find_round(session, round_id)
    programme = programme_of(row)
    closes_at = read_time(row.closes_at)
    dates = dates_of(row, programme)
    closing = _closing_date(dates)
    return RoundDetail(
        id=row.id,
        programme=row.programme,
        programme_revision=row.programme_revision,
        title=title_of(row, programme),
        letter=programme.letter if programme else "?",
        fiscal_year=row.fiscal_year,
        draft=RoundDraft(closing or date(row.fiscal_year, 4, 1), closes_at, row.late_note, row.note),
        closing=closing_moment(closing, closes_at) if closing else None,
        asks_origin=programme.asks_origin if programme else True,
        theme_kinds=programme.theme_kinds if programme else tuple(ThemeKind),
        dates=dates,
        themes=_themes(session, row),
        meetings=tuple(_meeting(one, row) for one in _by_day(row.meetings)),
        briefings=_briefings(session, row),
        deleted=row.deleted_at is not None,
    )


def dates_of(row: Round, programme: Programme | None) -> tuple[RoundDate, ...]:
    """Return the stages of a round with their dates, in the programme's order."""
    stages = {one.key: one for one in programme.stages} if programme else {}
    order = {key: place for place, key in enumerate(stages)}
    rows = sorted(row.dates, key=lambda one: (order.get(one.stage, len(order)), one.id))
    return tuple(
        dated(stages.get(one.stage) or _unknown(one.stage), one.starts_on, one.ends_on, moved=one.moved)
        for one in rows
    )


def closing_of(row: Round, programme: Programme | None) -> datetime | None:
    """Return the last minute (UTC) in which an application to a round is in time."""
    closing = _closing_date(dates_of(row, programme))
    return closing_moment(closing, read_time(row.closes_at)) if closing else None


def read_time(text: str) -> time | None:
    """Return a stored time of day; None where there is none."""
    return time.fromisoformat(text) if text else None


def title_of(row: Round, programme: Programme | None) -> str:
    """Return what a round's programme is called; its key where its file is gone."""
    return programme.title if programme else row.programme


def _unknown(key: str) -> Stage:
    """Return a stage that no file names (any more), so that its dates can still be seen."""
    return Stage(key, key, StageLevel.PROPOSAL, "", Source.OURS)


def _closing_date(dates: Iterable[RoundDate]) -> date | None:
    return next((one.ends_on for one in dates if one.closes), None)


def _proposals_of_rounds(session: Session) -> dict[tuple[str, int], int]:
    counted = (
        select(Proposal.programme, Proposal.fiscal_year, func.count())
        .where(Proposal.deleted_at.is_(None))
        .group_by(Proposal.programme, Proposal.fiscal_year)
    )
    return {(programme, year): count for programme, year, count in session.execute(counted)}


def _record(row: Round, proposals: int) -> RoundRecord:
    programme = programme_of(row)
    return RoundRecord(
        id=row.id,
        programme=row.programme,
        title=title_of(row, programme),
        fiscal_year=row.fiscal_year,
        closes_on=_closing_date(dates_of(row, programme)),
        closes_at=read_time(row.closes_at),
        themes=len(row.themes),
        proposals=proposals,
        deleted=row.deleted_at is not None,
    )


def _themes(session: Session, row: Round) -> tuple[ThemeRecord, ...]:
    ids = [one.id for one in row.themes]
    taken = (
        select(Proposal.theme_id, func.count())
        .where(Proposal.theme_id.in_(ids), Proposal.deleted_at.is_(None))
        .group_by(Proposal.theme_id)
    )
    proposals = dict(session.execute(taken).all())
    return tuple(
        ThemeRecord(
            id=one.id,
            round_id=row.id,
            number=number,
            draft=theme_draft_of(one),
            decision=ThemeDecision(one.decision),
            reason=one.reason,
            meeting_id=one.meeting_id,
            proposals=proposals.get(one.id, 0),
        )
        for number, one in enumerate(in_order(row.themes), 1)
    )


def in_order(themes: Iterable[Theme]) -> list[Theme]:
    """Return themes in the order they are numbered in: so those that are shown have no gap among them."""
    ranks = {decision.value: rank for rank, decision in enumerate(_RANKED)}
    return sorted(themes, key=lambda one: (ranks[one.decision], one.position, one.id))


def theme_draft_of(row: Theme) -> ThemeDraft:
    """Return what a stored theme holds."""
    return ThemeDraft(
        title=row.title,
        text=row.text,
        kind=ThemeKind(row.kind),
        departments=tuple(row.departments),
        origin=ThemeOrigin(row.origin),
    )


def _by_day(rows: Iterable[CouncilMeeting]) -> list[CouncilMeeting]:
    return sorted(rows, key=lambda one: (one.held_on is None, one.held_on or date.max, one.id))


def _meeting(one: CouncilMeeting, row: Round) -> Meeting:
    return Meeting(
        id=one.id,
        round_id=row.id,
        draft=MeetingDraft(one.held_on, one.place, tuple(one.attended), one.note),
        themes=tuple(theme.id for theme in row.themes if theme.meeting_id == one.id),
    )


def _briefings(session: Session, row: Round) -> tuple[BriefingRecord, ...]:
    ids = {guest.partner_id for one in row.briefings for guest in one.guests if guest.partner_id is not None}
    found = session.execute(select(Partner.id, Partner.name).where(Partner.id.in_(ids)))
    names = dict(found.all())
    rows = sorted(row.briefings, key=lambda one: (one.held_on is None, one.held_on or date.max, one.id))
    return tuple(
        BriefingRecord(
            id=one.id,
            round_id=row.id,
            draft=BriefingDraft(one.held_on, read_time(one.starts_at), one.place, one.note),
            guests=tuple(_guest(guest, names) for guest in one.guests),
            persons=sum(guest.persons or 0 for guest in one.guests),
        )
        for one in rows
    )


def _guest(row: BriefingGuest, names: Mapping[int, str]) -> Guest:
    name = names.get(row.partner_id, row.name) if row.partner_id is not None else row.name
    return Guest(
        id=row.id,
        briefing_id=row.briefing_id,
        draft=GuestDraft(row.partner_id, row.name, row.persons, row.note),
        name=name,
    )
