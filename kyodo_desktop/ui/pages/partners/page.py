"""団体台帳."""

from kyodo_desktop.base.i18n import N_
from kyodo_desktop.ui.pages.base import Page


class PartnersPage(Page):
    """団体台帳."""

    key = "partners"
    title = N_("団体台帳")
