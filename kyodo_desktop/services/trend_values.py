"""From what was counted to the values of the paper of it."""

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Any

from kyodo_desktop.base.i18n import _
from kyodo_desktop.japanese.digits import Digits, with_digits
from kyodo_desktop.japanese.fiscal_year import format_fiscal_year
from kyodo_desktop.records.trends import CHECK_ASPECTS, Aspect, ItemTrend, Share, Trends, place_words


def trend_values(trends: Trends, whose: str, today: date) -> dict[str, Any]:
    """Return whose papers were counted, how many, and of each item that could be compared a row a year."""
    sheets, evaluations = trends.papers(Aspect.BEFORE), trends.papers(Aspect.EVALUATION)
    counts = (
        (sum(sheets.values()), _("シート {n}枚")),
        (sum(evaluations.values()), _("評価 {n}件")),
    )
    values: dict[str, Any] = {
        "whose": whose,
        "papers": "　".join(words.format(n=_full(n)) for n, words in counts if n),
        "made_on": today,
        "items": tuple(_rows(trends.check_items, sorted(sheets), CHECK_ASPECTS)),
        "evaluations": tuple(_rows(trends.evaluation_items, sorted(evaluations), (Aspect.EVALUATION,))),
    }
    if trends.years:
        values |= {"first_year": trends.years[0], "fiscal_year": trends.years[-1]}
    return values


def _rows(
    lines: Sequence[ItemTrend], years: Sequence[int], aspects: Sequence[Aspect]
) -> Iterator[dict[str, Any]]:
    for line in lines:
        if not any(line.share(year, aspect).of for year in years for aspect in aspects):
            continue
        for year in years:
            place = line.item.group if not line.item.number else ""
            item = "　".join(part for part in (place, _full(place_words(line.item)), line.item.text) if part)
            shares = {aspect.value: _words(line.share(year, aspect)) for aspect in aspects}
            yield {"item": item, "year": _full(format_fiscal_year(year)), **shares}


def _words(share: Share) -> str:
    return _("{n}／{of}").format(n=_full(share.found), of=_full(share.of)) if share.of else _("－")


def _full(text: object) -> str:
    return with_digits(str(text), Digits.FULL)
