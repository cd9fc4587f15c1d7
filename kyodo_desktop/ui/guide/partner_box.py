"""Step 3: the partner that was chosen, and what was found of it taken to its card."""

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from kyodo_desktop.base.i18n import _
from kyodo_desktop.ui.context import UiContext
from kyodo_desktop.ui.widgets.buttons import make_button
from kyodo_desktop.ui.widgets.labels import make_label
from kyodo_desktop.ui.widgets.partner_picker import PartnerPicker


class PartnerBox(QWidget):
    """Says who the partner is and lets another be found; `chosen` carries the id, None for nobody."""

    chosen = Signal(object)

    def __init__(self, context: UiContext, name: str, note_down: Callable[[], object]) -> None:
        super().__init__()
        theme = context.theme
        column = QVBoxLayout(self)
        theme.space(column, 4)
        column.addWidget(make_label(_("協働パートナー"), "head"))
        row = QHBoxLayout()
        theme.space(row, 8)
        row.addWidget(make_label(name or _("まだ選んでいません"), "body" if name else "muted", wrap=True), 1)
        if name:
            row.addWidget(make_button(theme, _("メモを相談記録に残す"), note_down, kind="link"))
            row.addWidget(make_button(theme, _("選び直す"), lambda: self.chosen.emit(None), kind="link"))
        column.addLayout(row)
        self.picker: PartnerPicker | None = None
        if not name:
            self.picker = PartnerPicker(theme, context.services.partners.search)
            self.picker.picked.connect(lambda partner: self.chosen.emit(partner.id))
            column.addWidget(self.picker)
