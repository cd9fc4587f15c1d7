"""The verbs of 傾向: what is counted of check sheets and evaluations by year, and the file of it."""

import csv
import io
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from kyodo_desktop.base.files import write_whole_file
from kyodo_desktop.base.i18n import _
from kyodo_desktop.forms import check_sheet_text
from kyodo_desktop.japanese.fiscal_year import format_fiscal_year
from kyodo_desktop.models import CheckSheet
from kyodo_desktop.records.check_gaps import read_gaps
from kyodo_desktop.records.check_sheets import CheckSheetRecord
from kyodo_desktop.records.trends import (
    ASPECT_LABELS,
    CHECK_ASPECTS,
    Aspect,
    PartnerTrend,
    RecentGap,
    TrendOffer,
    Trends,
    TrendScope,
    place_words,
)
from kyodo_desktop.services.check_sheet_records import read_check_sheets
from kyodo_desktop.services.merge_links import living_id
from kyodo_desktop.services.table_files import with_guard
from kyodo_desktop.services.trend_counts import count_trends
from kyodo_desktop.services.trend_papers import read_offer, read_trend_evaluations
from kyodo_desktop.services.trend_values import trend_values
from kyodo_desktop.store import Store


class TrendsService:
    """What can be asked of the years; papers are counted and never reckoned with."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def offer(self) -> TrendOffer:
        """Return the 課 and the years that there are papers of."""
        with self._store.reading() as session:
            return read_offer(session)

    def read(self, scope: TrendScope) -> Trends:
        """Count the papers of a scope, every year from its first to its last."""
        with self._store.reading() as session:
            return count_trends(session, scope)

    def paper(self, trends: Trends, whose: str) -> dict[str, Any]:
        """Return the values of the paper of what was counted (`check_trends`)."""
        return trend_values(trends, whose, self._store.clock.today())

    def of_partner(self, partner_id: int) -> PartnerTrend:
        """Return how many papers a partner has, and what the sides differed on last."""
        with self._store.reading() as session:
            scope = TrendScope(partner_id=living_id(session, partner_id))
            sheets = read_check_sheets(
                session,
                CheckSheet.deleted_at.is_(None),
                CheckSheet.partner_id == scope.partner_id,
                first=CheckSheet.fiscal_year.desc(),
            )
            evaluations = read_trend_evaluations(session, scope)
        recent = next((gap for sheet in sheets if (gap := _recent(sheet))), None)
        return PartnerTrend(len(sheets), len(evaluations), recent)

    def text(self, trends: Trends) -> str:
        """Return all that was counted as a table of cells apart by a tab, to be pasted into a spreadsheet."""
        return "\n".join("\t".join(row) for row in _rows(trends))

    def write(self, trends: Trends, path: Path) -> None:
        """Write all that was counted to a CSV file, whole or not at all.

        Raises:
            OutputError: the file cannot be written; what stood under its name is untouched.
        """
        text = io.StringIO(newline="")
        rows = csv.writer(text, lineterminator="\r\n")
        for row in _rows(trends):
            rows.writerow(map(with_guard, row))
        write_whole_file(Path(path), text.getvalue().encode("utf-8-sig"))


def _recent(sheet: CheckSheetRecord) -> RecentGap | None:
    gaps = read_gaps(check_sheet_text.load(sheet.version), sheet.marked)
    apart = tuple(gap.item.text for gap in gaps if gap.apart)
    return RecentGap(sheet.id, sheet.fiscal_year, sheet.title, apart) if apart else None


def _rows(trends: Trends) -> Iterator[tuple[str, ...]]:
    """Yield the head and a row for each item, year and thing that is counted."""
    yield _("年度"), _("段階"), _("番号"), _("項目"), _("数えたもの"), _("比べた件数"), _("うち、あった件数")
    for aspect in (*CHECK_ASPECTS, Aspect.EVALUATION):
        for line in trends.lines(aspect):
            for year in trends.years:
                share = line.share(year, aspect)
                yield (
                    format_fiscal_year(year),
                    line.item.group,
                    place_words(line.item),
                    line.item.text,
                    _(ASPECT_LABELS[aspect]),
                    str(share.of),
                    str(share.found),
                )
