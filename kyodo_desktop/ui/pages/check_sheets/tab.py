"""チェックシート: what both sides see, in parts that are pages of their own (`segments`)."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from kyodo_desktop.base.i18n import N_
from kyodo_desktop.ui.pages.base import SearchHit
from kyodo_desktop.ui.pages.check_sheets.page import CheckSheetsPage
from kyodo_desktop.ui.pages.check_sheets.segments import SEGMENTS, SHEETS
from kyodo_desktop.ui.pages.shared.segmented_page import SegmentedPage

if TYPE_CHECKING:
    from kyodo_desktop.services import Services


class CheckSheetTab(SegmentedPage):
    """The sheets, the evaluations, and how often the sides differ."""

    key = "check_sheets"
    title = N_("チェックシート")
    parts = SEGMENTS
    parts_name = N_("チェックシートの画面")
    main_part = SHEETS

    @classmethod
    def search(cls, services: "Services", text: str, limit: int) -> Sequence[SearchHit]:
        """Return the sheets that the words match."""
        return CheckSheetsPage.search(services, text, limit)

    @property
    def sheets(self) -> CheckSheetsPage:
        """The part with the sheets."""
        made = self.part(SHEETS)
        if not isinstance(made, CheckSheetsPage):
            raise TypeError(SHEETS)
        return made
