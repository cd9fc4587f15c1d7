"""What 傾向 reads of check sheets and evaluations: their marks in few queries, without the rest of them."""

from collections import defaultdict
from typing import Any

from sqlalchemy import ColumnElement, select
from sqlalchemy.orm import Session

from kyodo_desktop.models import (
    CheckAgreement,
    CheckMark,
    CheckSheet,
    Evaluation,
    EvaluationAnswer,
    EvaluationFilling,
)
from kyodo_desktop.records.check_sheets import Box, MarkValue, Moment, Side
from kyodo_desktop.records.evaluations import OWN_SIDES, EvaluationKind, EvaluationSide
from kyodo_desktop.records.trends import (
    TrendEvaluation,
    TrendOffer,
    TrendScope,
    TrendSheet,
    departments_in,
)

_Paper = type[CheckSheet] | type[Evaluation]


def read_trend_sheets(session: Session, scope: TrendScope) -> tuple[TrendSheet, ...]:
    """Return what the check sheets of a scope say."""
    papers = _papers(session, CheckSheet, scope)
    marks: defaultdict[int, dict[Box, MarkValue]] = defaultdict(dict)
    for paper, item, moment, side, value in session.execute(
        select(CheckMark.check_sheet_id, CheckMark.item, CheckMark.moment, CheckMark.side, CheckMark.value)
        .join(CheckSheet)
        .where(*_conditions(CheckSheet, scope))
    ):
        if value is not None:
            marks[paper][item, Moment(moment), Side(side)] = MarkValue(value)
    talked: defaultdict[int, set[str]] = defaultdict(set)
    for paper, item in session.execute(
        select(CheckAgreement.check_sheet_id, CheckAgreement.item)
        .join(CheckSheet)
        .where(*_conditions(CheckSheet, scope), CheckAgreement.words != "")
    ):
        talked[paper].add(item)
    return tuple(
        TrendSheet(year, version, marks[paper], frozenset(talked[paper])) for paper, year, version in papers
    )


def read_trend_evaluations(session: Session, scope: TrendScope) -> tuple[TrendEvaluation, ...]:
    """Return what the evaluations of a scope say that both sides are done with."""
    papers = _papers(session, Evaluation, scope)
    where = _conditions(Evaluation, scope)
    done: defaultdict[int, set[str]] = defaultdict(set)
    for paper, side in session.execute(
        select(EvaluationFilling.evaluation_id, EvaluationFilling.side)
        .join(Evaluation)
        .where(*where, EvaluationFilling.filled_on.is_not(None))
    ):
        done[paper].add(side)
    marks: defaultdict[int, dict[tuple[str, EvaluationSide], str]] = defaultdict(dict)
    for paper, item, side, mark in session.execute(
        select(
            EvaluationAnswer.evaluation_id,
            EvaluationAnswer.item,
            EvaluationAnswer.side,
            EvaluationAnswer.mark,
        )
        .join(Evaluation)
        .where(*where)
    ):
        if mark is not None:
            marks[paper][item, EvaluationSide(side)] = mark
    kinds = {
        paper: EvaluationKind(kind)
        for paper, kind in session.execute(select(Evaluation.id, Evaluation.kind).where(*where))
    }
    return tuple(
        TrendEvaluation(year, kinds[paper], version, marks[paper])
        for paper, year, version in papers
        if done[paper] >= {side.value for side in OWN_SIDES}
    )


def read_offer(session: Session) -> TrendOffer:
    """Return the 課 and the years of all papers."""
    departments: set[str] = set()
    years: set[int] = set()
    for model in (CheckSheet, Evaluation):
        for department, year in session.execute(
            select(model.department, model.fiscal_year).where(model.deleted_at.is_(None)).distinct()
        ):
            departments.update(departments_in(department))
            years.add(year)
    return TrendOffer(tuple(sorted(departments)), tuple(sorted(years, reverse=True)))


def _papers(session: Session, model: _Paper, scope: TrendScope) -> list[tuple[int, int, int]]:
    rows = session.execute(
        select(model.id, model.fiscal_year, model.version, model.department)
        .where(*_conditions(model, scope))
        .order_by(model.fiscal_year, model.id)
    )
    asked = scope.department
    return [
        (paper, year, version)
        for paper, year, version, department in rows
        if not asked or asked in departments_in(department)
    ]


def _conditions(model: _Paper, scope: TrendScope) -> tuple[ColumnElement[bool], ...]:
    found: list[ColumnElement[Any]] = [model.deleted_at.is_(None)]
    if scope.partner_id is not None:
        found.append(model.partner_id == scope.partner_id)
    if scope.first_year is not None:
        found.append(model.fiscal_year >= scope.first_year)
    if scope.last_year is not None:
        found.append(model.fiscal_year <= scope.last_year)
    return tuple(found)
