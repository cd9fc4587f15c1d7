"""Finding a partner of the register by a few letters of its name."""

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QWidget

from kyodo_desktop.base.i18n import _
from kyodo_desktop.records.partners import PARTNER_KIND_LABELS, PartnerRecord
from kyodo_desktop.ui.theme.theme import Theme
from kyodo_desktop.ui.widgets.record_picker import RecordPicker


class PartnerPicker(RecordPicker):
    """A box and, below it, what `search(text, limit)` finds; `picked` carries the PartnerRecord chosen."""

    def __init__(
        self,
        theme: Theme,
        search: Callable[[str, int], Sequence[PartnerRecord]],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(
            theme,
            search,
            _words,
            prompt=_("台帳からさがす"),
            name=_("見つかった団体"),
            nobody=_("台帳にありません"),
            parent=parent,
        )


def _words(partner: PartnerRecord) -> str:
    return f"{partner.name}　{_(PARTNER_KIND_LABELS[partner.kind])}"
