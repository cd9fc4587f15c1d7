"""What an editor of one row is to the wizard."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from kyodo_desktop.flows.engine import Answers, Field
from kyodo_desktop.ui.context import UiContext


class FieldEditor(QWidget):
    """Edits the answers of one row (`field.names`).

    `edited` follows each change by a person, `left` when a field was left and its text put in form, `remade`
    when other widgets stand in it. A subclass builds its widgets in `__init__` and overrides the methods
    below; each of its focusable widgets has an accessible name. `types` marks one whose text is in the making
    while it has the focus: what is wrong with it is told when it is left or when typing rests. `grows` marks
    one that takes the room there is up to its `wanted_width`; `fills_row` makes the row's words stand below,
    and `shows_hint` leaves the field's hint to the editor.
    """

    edited = Signal()
    left = Signal()
    remade = Signal()
    types = False
    grows = False
    fills_row = False
    shows_hint = False

    def __init__(self, context: UiContext, field: Field) -> None:
        super().__init__()
        self.context, self.field = context, field
        self.is_showing = False

    @contextmanager
    def showing(self) -> Iterator[None]:
        """Mark that the block changes widgets itself, so that no change by a person is told."""
        self.is_showing = True
        try:
            yield
        finally:
            self.is_showing = False

    def show_answers(self, answers: Mapping[str, object]) -> None:
        """Show what stands in the answers, without telling `edited`."""
        raise NotImplementedError

    def answers(self) -> Answers:
        """Return the answers of the row as they stand now, JSON-able; what cannot be read as it was typed."""
        raise NotImplementedError

    def refresh(self, field: Field, answers: Mapping[str, object]) -> None:
        """Take up other words of the same field (hint, computed value); what is typed stays."""
        self.field = field

    def set_wrong(self, sentences: Mapping[str, str]) -> None:
        """Mark what is wrong: name of the answer → sentence; nothing is wrong with an empty mapping."""

    def wanted_width(self) -> int:
        """Return how wide it would be with all the room it wishes."""
        return self.sizeHint().width()

    def focus_widget(self, name: str = "") -> QWidget:
        """Return the widget the cursor goes to, for one of the row's answers or for the row."""
        return self
