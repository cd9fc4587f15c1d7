"""The one table from a form's key to its layout and its paper."""

from collections.abc import Callable
from dataclasses import dataclass

from kyodo_desktop.forms.data import Values
from kyodo_desktop.printing.address_labels import label_paper, lay_out_labels
from kyodo_desktop.printing.check_sheet import lay_out_check_sheet
from kyodo_desktop.printing.collaboration_list import lay_out_list
from kyodo_desktop.printing.document import Document
from kyodo_desktop.printing.page import A4, A4_LANDSCAPE, A5_LANDSCAPE
from kyodo_desktop.printing.partner_card import lay_out_card
from kyodo_desktop.printing.partner_directory import lay_out_directory
from kyodo_desktop.printing.reception_slip import lay_out_slip


@dataclass(frozen=True, slots=True)
class Layout:
    """How a form is drawn, and on which paper (mm), which may hang on the values."""

    draw: Callable[[Document, Values], None]
    paper: tuple[float, float] | Callable[[Values], tuple[float, float]] = A4

    def paper_of(self, values: Values) -> tuple[float, float]:
        """Return the paper's width and height in mm."""
        return self.paper(values) if callable(self.paper) else self.paper


LAYOUTS: dict[str, Layout] = {
    "address_labels": Layout(lay_out_labels, label_paper),
    "check_sheet": Layout(lay_out_check_sheet),
    "collaboration_list": Layout(lay_out_list),
    "partner_card": Layout(lay_out_card),
    "partner_directory": Layout(lay_out_directory, A4_LANDSCAPE),
    "reception_slip": Layout(lay_out_slip, A5_LANDSCAPE),
}
