"""The issued papers of a check sheet in its detail, each with the scans that came home of it."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial

from PySide6.QtWidgets import QWidget

from kyodo_desktop.base.clock import office_time
from kyodo_desktop.base.i18n import _
from kyodo_desktop.japanese.wareki import format_date
from kyodo_desktop.records.forms import PrintedForm
from kyodo_desktop.records.scans import ScanRecord
from kyodo_desktop.records.sheets import SHEET_STATE_LABELS, IssuedSheet, SheetOwner
from kyodo_desktop.ui.context import UiContext
from kyodo_desktop.ui.pages.check_sheets.rows import KIND
from kyodo_desktop.ui.theme.theme import Theme
from kyodo_desktop.ui.widgets.detail import make_link_row, make_section


@dataclass(frozen=True, slots=True)
class SheetPapers:
    """An issued paper and what came home of it."""

    sheet: IssuedSheet
    scans: Sequence[ScanRecord]


def read_papers(context: UiContext, record_id: int) -> tuple[SheetPapers, ...]:
    """Return the issued papers of a check sheet, the last issued first."""
    services = context.services
    return tuple(
        SheetPapers(sheet, services.scans.of_sheet(sheet.id))
        for sheet in services.sheets.of(SheetOwner(KIND, record_id))
    )


def make_paper_rows(
    theme: Theme,
    papers: Sequence[SheetPapers],
    open_paper: Callable[[int], object],
    open_scan: Callable[[ScanRecord], object],
) -> list[QWidget]:
    """Return the section's head and rows; nothing while nothing was issued."""
    if not papers:
        return []
    rows: list[QWidget] = [make_section(theme, _("発行した紙"), len(papers))]
    for paper in papers:
        sheet = paper.sheet
        words = f"{sheet.number}　{sheet.title}"
        state = _(SHEET_STATE_LABELS[sheet.state])
        below = "" if paper.scans else format_date(office_time(sheet.made_at).date())
        rows.append(make_link_row(theme, words, partial(open_paper, sheet.id), after=state, below=below))
        rows += [
            make_link_row(theme, scan_words(scan), partial(open_scan, scan), before="↳")
            for scan in paper.scans
        ]
    return rows


def scan_words(scan: ScanRecord) -> str:
    """Return when which file came home, and how many pages it has."""
    day = format_date(office_time(scan.taken_in_at).date())
    return _("戻った紙　{day}　{source}（{n}ページ）").format(day=day, source=scan.source, n=scan.pages)


def show_scan(context: UiContext, scan: ScanRecord) -> None:
    """Show the pages of a scan."""

    def show(pdf: bytes) -> None:
        context.print_preview(PrintedForm(pdf, pages=scan.pages), f"{scan.number} {scan.source}")

    context.jobs.run("", lambda: context.services.scans.pdf(scan.id), show)
