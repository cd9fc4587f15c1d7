"""The one table from a form's key to its layout and its paper."""

from collections.abc import Callable
from dataclasses import dataclass

from kyodo_desktop.forms.data import Values
from kyodo_desktop.printing.check_sheet import lay_out_check_sheet
from kyodo_desktop.printing.collaboration_list import lay_out_list
from kyodo_desktop.printing.document import Document
from kyodo_desktop.printing.page import A4, A5_LANDSCAPE
from kyodo_desktop.printing.reception_slip import lay_out_slip


@dataclass(frozen=True, slots=True)
class Layout:
    """How a form is drawn, and on which paper (mm)."""

    draw: Callable[[Document, Values], None]
    paper: tuple[float, float] = A4


LAYOUTS: dict[str, Layout] = {
    "check_sheet": Layout(lay_out_check_sheet),
    "collaboration_list": Layout(lay_out_list),
    "reception_slip": Layout(lay_out_slip, A5_LANDSCAPE),
}
