"""The tabs of the window, in their order. A page joins by one loader and one line here.

A loader imports its page only when the tab is first opened, so that the first tab comes up fast; it is a
plain import statement, so that a packaged program carries the page.
"""

from collections.abc import Callable
from dataclasses import dataclass

from kyodo_desktop.base.i18n import N_
from kyodo_desktop.ui.pages.base import Page


@dataclass(frozen=True, slots=True)
class PageSpec:
    """A tab: its key, its word, and how its page is loaded."""

    key: str
    title: str
    load: Callable[[], type[Page]]


def _collaborations() -> type[Page]:
    from kyodo_desktop.ui.pages.collaborations.page import CollaborationsPage

    return CollaborationsPage


def _partners() -> type[Page]:
    from kyodo_desktop.ui.pages.partners.page import PartnersPage

    return PartnersPage


def _proposals() -> type[Page]:
    from kyodo_desktop.ui.pages.proposals.page import ProposalsPage

    return ProposalsPage


def _check_sheets() -> type[Page]:
    from kyodo_desktop.ui.pages.check_sheets.tab import CheckSheetTab

    return CheckSheetTab


def _papers() -> type[Page]:
    from kyodo_desktop.ui.pages.papers.page import PapersPage

    return PapersPage


def _evaluations() -> type[Page]:
    from kyodo_desktop.ui.pages.check_sheets.evaluations.page import EvaluationsPage

    return EvaluationsPage


PAGES: tuple[PageSpec, ...] = (
    PageSpec("collaborations", N_("取組一覧"), _collaborations),
    PageSpec("partners", N_("団体台帳"), _partners),
    PageSpec("proposals", N_("提案受付"), _proposals),
    PageSpec("check_sheets", N_("チェックシート"), _check_sheets),
    PageSpec("papers", N_("様式"), _papers),
)
SEARCHED = (*PAGES[:-1], PageSpec("check_sheets/evaluations", N_("評価"), _evaluations), PAGES[-1])
"""What さがす looks through: the tabs, and parts of them with records of their own."""
