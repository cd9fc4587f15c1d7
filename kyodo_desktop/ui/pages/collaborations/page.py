"""取組一覧."""

from kyodo_desktop.base.i18n import N_
from kyodo_desktop.ui.pages.base import Page


class CollaborationsPage(Page):
    """取組一覧."""

    key = "collaborations"
    title = N_("取組一覧")
