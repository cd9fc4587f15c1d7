"""The editor of a mark: a drop-down that takes digits, as they are read from a paper."""

import unicodedata

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent

from kyodo_desktop.flows.engine import Field
from kyodo_desktop.ui.context import UiContext
from kyodo_desktop.ui.wizard.text_editors import ChoiceEditor

_EMPTYING = {Qt.Key.Key_Delete, Qt.Key.Key_Backspace}


class MarkEditor(ChoiceEditor):
    """A digit gives the mark that is written so, else the one in that place; Delete takes it away."""

    def __init__(self, context: UiContext, field: Field) -> None:
        super().__init__(context, field)
        self.choice.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take digits and Delete; Enter goes on."""
        if watched is not self.choice or not isinstance(event, QKeyEvent):
            return False
        if event.type() != QEvent.Type.KeyPress:
            return False
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.focusNextPrevChild(True)
            return True
        key = "" if event.key() in _EMPTYING else self._key_of(event.text())
        if key is None:
            return False
        self.choice.set_value(key)
        self.edited.emit()
        return True

    def _key_of(self, typed: str) -> str | None:
        digit = unicodedata.normalize("NFKC", typed)
        if len(digit) != 1 or not digit.isdecimal():
            return None
        marks = [one for one in self.field.options if one.key]
        for mark in marks:
            if unicodedata.normalize("NFKC", mark.label).startswith(digit):
                return mark.key
        at = int(digit) - 1
        return marks[at].key if 0 <= at < len(marks) else None
