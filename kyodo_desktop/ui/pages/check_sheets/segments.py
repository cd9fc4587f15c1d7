"""The parts of チェックシート, in their order: each is a page. One joins by one loader and one line here."""

from kyodo_desktop.base.i18n import N_
from kyodo_desktop.ui.pages.base import Page
from kyodo_desktop.ui.pages.registry import PageSpec

SHEETS, EVALUATIONS, TRENDS = "sheets", "evaluations", "trends"


def _sheets() -> type[Page]:
    from kyodo_desktop.ui.pages.check_sheets.page import CheckSheetsPage

    return CheckSheetsPage


def _evaluations() -> type[Page]:
    from kyodo_desktop.ui.pages.check_sheets.evaluations.page import EvaluationsPage

    return EvaluationsPage


def _trends() -> type[Page]:
    from kyodo_desktop.ui.pages.check_sheets.trends.page import TrendsPage

    return TrendsPage


SEGMENTS: tuple[PageSpec, ...] = (
    PageSpec(SHEETS, N_("シート"), _sheets),
    PageSpec(EVALUATIONS, N_("評価"), _evaluations),
    PageSpec(TRENDS, N_("傾向"), _trends),
)
