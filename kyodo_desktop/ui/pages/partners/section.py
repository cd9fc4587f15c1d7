"""What the sections of a partner's editor have in common."""

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kyodo_desktop.ui.pages.shared.answers import Answers
from kyodo_desktop.ui.theme.theme import Theme


class Section(QWidget):
    """One page of the editor; `edited` after any change of a person's."""

    edited = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.theme = theme
        self.column = QVBoxLayout(self)
        theme.space(self.column, 12)

    def fill(self, answers: Mapping[str, Any]) -> None:
        """Show answers in the fields."""
        raise NotImplementedError

    def answers(self) -> Answers:
        """Return what stands in the fields."""
        raise NotImplementedError

    def field(self, name: str) -> QWidget | None:
        """Return the field of a name (`phone`, `contacts.0.phone`), if it is one of this section."""
        raise NotImplementedError

    def say_problem(self, field: QWidget, sentence: str) -> None:
        """Say beside a field what is wrong with it."""
        raise NotImplementedError
