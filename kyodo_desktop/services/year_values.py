"""From the records of a fiscal year to the values of a paper that is made of all of them.

Some of these papers are of a part of the year: of one programme (制度), or of one section (課).
"""

from collections.abc import Callable
from datetime import date
from typing import Any

from sqlalchemy.orm import Session

from kyodo_desktop.base.clock import office_time
from kyodo_desktop.base.i18n import _
from kyodo_desktop.japanese.day_time import spell_time
from kyodo_desktop.japanese.digits import Digits
from kyodo_desktop.models import Collaboration, Proposal
from kyodo_desktop.programmes import files
from kyodo_desktop.programmes.programme import Programme
from kyodo_desktop.records.collaborations import CollaborationRecord
from kyodo_desktop.records.proposals import LATE, PROPOSAL_STAGE_LABELS, ProposalRecord
from kyodo_desktop.records.trends import TrendScope
from kyodo_desktop.services.collaboration_forms import form_label
from kyodo_desktop.services.collaboration_records import read_collaborations
from kyodo_desktop.services.paper_facts import reception_facts
from kyodo_desktop.services.proposal_records import read_proposals
from kyodo_desktop.services.score_rows import score_rows
from kyodo_desktop.services.trend_counts import count_trends
from kyodo_desktop.services.trend_values import trend_values

YEAR = "fiscal_year"
"""The kind of record a paper has that is made of all records of a year; its id is the year."""

_OF_PROGRAMME = frozenset(("call_notice", "score_summary"))
_SURVEY = "collaboration_survey"
_TRENDS = "check_trends"
_TREND_YEARS = 5
"""Of so many years up to its own the paper of a year tells."""


def year_parts(session: Session, key: str, year: int) -> tuple[tuple[str, str], ...]:
    """Return the parts of a year that a paper can be of, each with its name; none if it is of the whole."""
    if key in _OF_PROGRAMME:
        return tuple((one.key, one.title) for one in files.in_year(year))
    if key == _SURVEY:
        named = dict.fromkeys(name for entry in _year_before(session, year) for name in entry.departments)
        return tuple((name, name) for name in named)
    return ()


def year_values(session: Session, key: str, year: int, today: date, part: str) -> dict[str, Any]:
    """Return what the records of a year know for a paper; of a year with one programme that one is meant."""
    values: dict[str, Any] = {YEAR: year, "made_on": today}
    if key in _OF_PROGRAMME:
        offered = files.in_year(year)
        meant = next((one for one in offered if one.key == part), None)
        meant = offered[0] if meant is None and len(offered) == 1 else meant
        return values | (_OF_A_PROGRAMME[key](session, year, meant) if meant is not None else {})
    if key == _SURVEY:
        return values | _survey(session, year, part)
    if key == _TRENDS:
        scope = TrendScope(first_year=year - _TREND_YEARS + 1, last_year=year)
        trends = count_trends(session, scope)
        return {"first_year": year} | values | trend_values(trends, _("事業全体"), today)
    return values | {"entries": _register(session, year)} if key == "reception_register" else values


def _call(_session: Session, _year: int, programme: Programme) -> dict[str, Any]:
    """Return what the programme's file says, in its own words, each sentence once."""
    said = (programme.applicants, programme.projects)
    return {
        "programme_title": programme.title,
        "purpose": programme.summary,
        "applicants": programme.applicants,
        "projects": programme.projects,
        "requirements": tuple({"text": one.text} for one in programme.requirements if one.text not in said),
        "money": programme.cap_words,
        "period": programme.period_words,
        "papers": tuple({"name": one.label} for one in programme.papers),
    }


def _scores(session: Session, year: int, programme: Programme) -> dict[str, Any]:
    received = sorted(_received(session, year), key=lambda one: one.serial or 0)
    of_programme = [one for one in received if one.draft.programme == programme.key]
    return {"programme_title": programme.title, "scores": score_rows(session, of_programme)}


_OF_A_PROGRAMME: dict[str, Callable[[Session, int, Programme], dict[str, Any]]] = {
    "call_notice": _call,
    "score_summary": _scores,
}


def _register(session: Session, year: int) -> tuple[dict[str, Any], ...]:
    return tuple(map(_register_row, sorted(_received(session, year), key=_when_received)))


def _received(session: Session, year: int) -> tuple[ProposalRecord, ...]:
    return read_proposals(
        session, Proposal.fiscal_year == year, Proposal.serial.is_not(None), Proposal.deleted_at.is_(None)
    )


def _when_received(proposal: ProposalRecord) -> tuple[str, int]:
    moment = proposal.received_at
    return (moment.isoformat() if moment is not None else "", proposal.serial or 0)


def _register_row(proposal: ProposalRecord) -> dict[str, Any]:
    return {
        **reception_facts(proposal),
        "partner_name": proposal.draft.partner_name,
        "title": proposal.draft.title,
        "state": _(PROPOSAL_STAGE_LABELS[proposal.stage]),
        **_plain_time(proposal),
    }


def _plain_time(proposal: ProposalRecord) -> dict[str, Any]:
    """Return the time without more, because its column is narrow; 備考 has room to say that it was late."""
    if proposal.received_at is None or not proposal.late:
        return {}
    spelt = spell_time(office_time(proposal.received_at), Digits.SINGLE_FULL)
    return {"received_time": spelt, "note": _(LATE)}


def _survey(session: Session, year: int, section: str) -> dict[str, Any]:
    """Return last year's rows: those of one section, or of all where none is named."""
    asked = [one for one in _year_before(session, year) if not section or section in one.departments]
    return {"department": section, "entries": tuple(row for entry in asked for row in _survey_rows(entry))}


def _year_before(session: Session, year: int) -> tuple[CollaborationRecord, ...]:
    return read_collaborations(
        session, Collaboration.fiscal_year == year - 1, Collaboration.deleted_at.is_(None)
    )


def _survey_rows(entry: CollaborationRecord) -> list[dict[str, Any]]:
    shared = {"number": entry.number, "title": entry.title, "note": entry.note}
    return [
        {**shared, "partner": cell.text, "collaboration_form": form_label(cell.collaboration_form)}
        for cell in entry.participations
    ]
