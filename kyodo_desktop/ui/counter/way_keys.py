"""相談・電話・来庁・メール・その他, each by its number key."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QWidget

from kyodo_desktop.base.i18n import _
from kyodo_desktop.japanese.digits import half_width
from kyodo_desktop.records.contacts import CONTACT_WAY_LABELS, ContactWay
from kyodo_desktop.ui.theme.theme import Theme
from kyodo_desktop.ui.widgets.segments import Segments

_ENTER = {Qt.Key.Key_Return, Qt.Key.Key_Enter}


class WayKeys(Segments):
    """How one spoke; a number, a click or Enter also tells `picked`: the next thing is to write."""

    picked = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        ways = [(way.value, f"{at} {_(CONTACT_WAY_LABELS[way])}") for at, way in enumerate(ContactWay, 1)]
        super().__init__(theme, ways, _("どのように"), parent)
        self.shrink()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Choose by number; Enter goes on with what is chosen."""
        number = half_width(event.text())
        if number.isascii() and number.isdecimal() and 1 <= int(number) <= len(ContactWay):
            self.choose(list(ContactWay)[int(number) - 1])
            self.picked.emit()
        elif event.key() in _ENTER and self.value() and not event.modifiers():
            self.picked.emit()
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Choose what is under the mouse."""
        super().mousePressEvent(event)
        self.picked.emit()

    def choose(self, way: ContactWay) -> None:
        """Choose a way, telling if that changes something."""
        if self.value() != way.value:
            self.set_value(way.value)
            self.chosen.emit(way.value)
