"""様式: the papers of the counter, in parts that are pages of their own (`segments`)."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from kyodo_desktop.base.i18n import N_, _
from kyodo_desktop.records.sheets import SHEET_STATE_LABELS, IssuedSheet, SheetOwner
from kyodo_desktop.ui.pages.base import Page, SearchHit
from kyodo_desktop.ui.pages.papers.issued import SheetsPage
from kyodo_desktop.ui.pages.papers.making import MakingPage
from kyodo_desktop.ui.pages.papers.segments import SEGMENTS
from kyodo_desktop.ui.pages.shared.segmented_page import SegmentedPage

if TYPE_CHECKING:
    from kyodo_desktop.services import Services

MAKING, ISSUED = "making", "issued"


class PapersPage(SegmentedPage):
    """The parts of 様式: what is made, what was issued, what is out, what was scanned."""

    key = "papers"
    title = N_("様式")
    parts = SEGMENTS
    parts_name = N_("様式の画面")
    main_part = ISSUED

    @classmethod
    def search(cls, services: "Services", text: str, limit: int) -> Sequence[SearchHit]:
        """Return the issued papers that a number or words mean, the last issued first."""
        return [
            SearchHit(
                f"{sheet.number} {sheet.title}",
                f"{_(SHEET_STATE_LABELS[sheet.state])} {sheet.owner_name}".rstrip(),
                sheet.id,
            )
            for sheet in services.sheets.find(text)[:limit]
        ]

    @property
    def making(self) -> MakingPage:
        """The part in which papers are made."""
        made = self.part(MAKING)
        if not isinstance(made, MakingPage):
            raise TypeError(MAKING)
        return made

    def connect_part(self, page: Page) -> None:
        """Let a part of issued papers ask for a new one."""
        if isinstance(page, SheetsPage):
            page.replace_asked.connect(self._replace)
            page.making_asked.connect(lambda: self.show_part(MAKING))

    def begin_for(self, owner: SheetOwner, form_key: str = "") -> None:
        """Begin a paper of a record, of a form if one is named."""
        self.show_part(MAKING)
        self.making.begin(form_key, owner)

    def _replace(self, sheet: IssuedSheet) -> None:
        self.show_part(MAKING)
        self.making.replace(sheet)
