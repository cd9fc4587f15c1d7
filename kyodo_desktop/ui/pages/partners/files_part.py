"""紙と添付 on the card: the files put to a partner."""

from PySide6.QtWidgets import QWidget

from kyodo_desktop.ui.context import UiContext
from kyodo_desktop.ui.pages.partners.answers import KIND
from kyodo_desktop.ui.pages.partners.view import PartnerView
from kyodo_desktop.ui.pages.shared.attachments import Attachments


class FilesPart:
    """The tab of a partner's files."""

    def __init__(self, context: UiContext) -> None:
        self._files = Attachments(context, KIND)

    def make_sheet(self, view: PartnerView) -> QWidget:
        """Return the files of a partner."""
        return self._files.make_sheet(view.partner.id)

    def keep_draft(self) -> None:
        """Keep the title that is being written."""
        self._files.keep_draft()
