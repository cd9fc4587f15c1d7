"""提案受付."""

from kyodo_desktop.base.i18n import N_
from kyodo_desktop.ui.pages.base import Page


class ProposalsPage(Page):
    """提案受付."""

    key = "proposals"
    title = N_("提案受付")
