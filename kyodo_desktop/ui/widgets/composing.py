"""What every field does while an input method composes in it."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QFocusEvent, QGuiApplication, QInputMethodEvent, QKeyEvent
from PySide6.QtWidgets import QApplication, QWidget

if TYPE_CHECKING:
    _Field = QWidget
else:
    # Python alone: two classes of Qt's cannot be the parents of one.
    _Field = object

_ITS_KEYS = {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Escape, Qt.Key.Key_Up, Qt.Key.Key_Down}


class Composing(_Field):
    """Stands before a field's class of Qt's. Nothing being composed is lost, or taken for a command."""

    _preedit = ""

    @property
    def is_composing(self) -> bool:
        """Whether an input method is composing."""
        return bool(self._preedit)

    def keeps(self, event: QKeyEvent) -> bool:
        """Tell whether a key is the input method's: Enter and Escape confirm and give up, arrows choose."""
        return self.is_composing and event.key() in _ITS_KEYS

    def take_composed(self) -> None:
        """Take what is still being composed as it stands."""
        if not self.is_composing:
            return
        QGuiApplication.inputMethod().commit()
        if self.is_composing:
            # Not every platform's input method answers, and what it composed would be gone with the focus.
            event = QInputMethodEvent("", [])
            event.setCommitString(self._preedit)
            self.inputMethodEvent(event)

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        """Know what an input method is composing."""
        self._preedit = event.preeditString()
        super().inputMethodEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Take what is still being composed before the field is read."""
        self.take_composed()
        super().focusOutEvent(event)


def take_composed() -> None:
    """Take what is still being composed where the cursor is; what is typed is about to be read."""
    field = QApplication.focusWidget()
    if isinstance(field, Composing):
        field.take_composed()
