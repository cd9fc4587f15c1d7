"""Whether a field may be published: a small box beside it."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from kyodo_desktop.base.i18n import _
from kyodo_desktop.ui.theme.theme import Theme
from kyodo_desktop.ui.widgets.edits import PASSED_BY
from kyodo_desktop.ui.widgets.tick_box import TickBox

_ENTER = {Qt.Key.Key_Return, Qt.Key.Key_Enter}


class PublicTick(TickBox):
    """公開 of one field. Tab comes to it after the field; Enter in the field passes it by."""

    def __init__(self, theme: Theme, field: str, parent: QWidget | None = None) -> None:
        super().__init__(theme, _("公開"), parent)
        self.setProperty(PASSED_BY, True)
        self.setAccessibleName(_("{field} を公開する").format(field=field))
        self.setToolTip(_("公開用の一覧に出してよい項目に印を付けます。ほかは庁内だけです。"))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move on with Enter, as the fields do."""
        if event.key() in _ENTER:
            self.focusNextPrevChild(not event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        else:
            super().keyPressEvent(event)
