"""The parts of 様式, in their order: each is a page of its own. One joins by one loader and one line here."""

from kyodo_desktop.base.i18n import N_
from kyodo_desktop.ui.pages.base import Page
from kyodo_desktop.ui.pages.registry import PageSpec


def _making() -> type[Page]:
    from kyodo_desktop.ui.pages.papers.making import MakingPage

    return MakingPage


def _issued() -> type[Page]:
    from kyodo_desktop.ui.pages.papers.issued import IssuedPage

    return IssuedPage


def _out() -> type[Page]:
    from kyodo_desktop.ui.pages.papers.issued import OutPage

    return OutPage


def _scans() -> type[Page]:
    from kyodo_desktop.ui.pages.papers.scans.page import ScansPage

    return ScansPage


SEGMENTS: tuple[PageSpec, ...] = (
    PageSpec("making", N_("つくる"), _making),
    PageSpec("issued", N_("発行した紙"), _issued),
    PageSpec("out", N_("手元にない紙"), _out),
    PageSpec("scans", N_("スキャン"), _scans),
)
