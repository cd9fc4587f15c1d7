"""Counts the papers of a scope; for services to share."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import replace

from sqlalchemy.orm import Session

from kyodo_desktop.forms import check_sheet_text, evaluation_text
from kyodo_desktop.records.trends import Trends, TrendScope, check_trends, evaluation_trends
from kyodo_desktop.services.merge_links import living_id
from kyodo_desktop.services.trend_papers import read_trend_evaluations, read_trend_sheets


def count_trends(session: Session, scope: TrendScope) -> Trends:
    """Count the papers of a scope, every year from its first to its last."""
    scope = replace(scope, partner_id=living_id(session, scope.partner_id))
    sheets = read_trend_sheets(session, scope)
    evaluations = read_trend_evaluations(session, scope)
    papers = Counter(one.fiscal_year for one in sheets)
    compared = Counter(one.fiscal_year for one in evaluations)
    texts = {one.version: check_sheet_text.load(one.version) for one in sheets}
    items = {(one.kind, one.version): evaluation_text.load(one.kind, one.version) for one in evaluations}
    return Trends(
        years=_years(papers.keys() | compared.keys(), scope),
        sheets=papers,
        evaluations=compared,
        check_items=check_trends(sheets, texts),
        evaluation_items=evaluation_trends(evaluations, items),
    )


def _years(found: Iterable[int], scope: TrendScope) -> tuple[int, ...]:
    years = sorted(found)
    if not years:
        return ()
    first, last = scope.first_year or years[0], scope.last_year or years[-1]
    return tuple(range(min(first, years[0]), max(last, years[-1]) + 1))
