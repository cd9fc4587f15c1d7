"""チェックシート."""

from kyodo_desktop.base.i18n import N_
from kyodo_desktop.ui.pages.base import Page


class CheckSheetsPage(Page):
    """チェックシート."""

    key = "check_sheets"
    title = N_("チェックシート")
