"""The tab 人財の森 of a partner's card."""

from collections.abc import Callable

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QWidget

from kyodo_desktop.records.partners import ActivityField
from kyodo_desktop.ui.context import UiContext
from kyodo_desktop.ui.pages.partners.view import PartnerView
from kyodo_desktop.ui.talents.lookup import open_lookup
from kyodo_desktop.ui.talents.sheet import TalentsSheet
from kyodo_desktop.ui.widgets.in_place_form import FormTarget


class TalentsPart:
    """Makes the sheet of a partner, and knows which form is open when the card is made anew."""

    def __init__(
        self, context: UiContext, open_partner: Callable[[int], object], window: Callable[[], QWidget]
    ) -> None:
        self.context, self.open_partner, self._window = context, open_partner, window
        self.fields: tuple[ActivityField, ...] = context.services.partners.activity_fields()
        self.open: FormTarget | None = None
        self._partner_id = 0
        self._sheet: TalentsSheet | None = None

    def make_sheet(self, view: PartnerView) -> QWidget:
        """Return what a partner offers, needs and where it was sent, with the form that was open there."""
        if self._partner_id != view.partner.id:
            self._partner_id, self.open = view.partner.id, None
        typed_in = self._typed_in()
        sheet = self._sheet = TalentsSheet(self, view.partner.id)
        if typed_in and sheet.form is not None:
            # The new form can take the cursor only when it is shown.
            QTimer.singleShot(0, sheet.form, sheet.form.fields[typed_in].setFocus)
        sheet.destroyed.connect(lambda: self._forget(sheet))
        return sheet

    def keep_draft(self) -> None:
        """Keep what is typed and not saved."""
        if self._sheet is not None:
            self._sheet.keep_draft()

    def look_up(self, talent_id: int) -> None:
        """Show who fits an entry."""
        open_lookup(self.context, self._window(), talent_id)

    def _typed_in(self) -> str:
        """Return the field that has the cursor on the card as it was."""
        form = self._sheet.form if self._sheet is not None else None
        return form.focused_field() if form is not None else ""

    def _forget(self, sheet: TalentsSheet) -> None:
        if self._sheet is sheet:
            self._sheet = None
