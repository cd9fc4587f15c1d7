"""The discarded projects of the six steps, as rows of the wastebasket."""

from typing import TYPE_CHECKING

from kyodo_desktop.base.i18n import _
from kyodo_desktop.ui.dialogs.wastebasket import Discarded
from kyodo_desktop.ui.guide.head import project_words

if TYPE_CHECKING:
    from kyodo_desktop.services.guides import GuidesService


def discarded_guides(guides: "GuidesService") -> list[Discarded]:
    """Return the discarded projects; they bring their own way back."""
    return [
        Discarded(one.id, project_words(one), _("六つの手順"), guides.restore) for one in guides.wastebasket()
    ]
