"""What a step's page is to the wizard; a flow's own kinds of page derive from this."""

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from kyodo_desktop.flows.engine import Answers, Flow, Step
from kyodo_desktop.ui.context import UiContext


class StepBody(QWidget):
    """The page of one step, inside the wizard's scroll area.

    It reads `flow.answers` in `show_answers` and gives its part of them in `answers()`; `edited` follows each
    change by a person (the wizard then puts `answers()` into the flow and calls `refresh`), `left` when a
    field was left, `rebuilt` when there are other fields. `confirmed` carries the answers for which the
    written reason was found good as it is. `grew` asks to bring `fresh`, a part that has more to say now,
    into sight once it is laid out. `jump("key")` asks for another step, `jump("key:name")` for an answer
    there.
    """

    edited = Signal()
    left = Signal()
    rebuilt = Signal()
    confirmed = Signal(object)
    grew = Signal()
    jump = Signal(str)

    def __init__(self, context: UiContext, flow: Flow, step: Step) -> None:
        super().__init__()
        self.context, self.flow, self.step = context, flow, step
        self.fresh: QWidget | None = None

    def show_answers(self) -> None:
        """Show what stands in the flow's answers, without telling `edited`."""

    def answers(self) -> Answers:
        """Return the answers this page edits, as they stand now."""
        return {}

    def refresh(self, *, revealed: bool) -> None:
        """Bring words and problems up to date; `revealed` also tells what is still missing."""

    @property
    def is_typing(self) -> bool:
        """Whether a text is in the making: what is wrong with it is not told yet."""
        return False

    def settle(self) -> None:
        """Take what is being typed as finished for now (typing has rested)."""

    def focus_widget(self, name: str = "") -> QWidget | None:
        """Return the widget the cursor goes to: for an answer, or the first of the page."""
        return None

    def names_at(self, widget: QWidget) -> frozenset[str]:
        """Return the answers of the row a widget stands in."""
        return frozenset()

    def is_aside(self, widget: QWidget) -> bool:
        """Tell whether a widget stands beside the fields: Tab comes to it, Enter passes it by."""
        return False

    def part_around(self, widget: QWidget) -> QWidget:
        """Return what is to be seen as a whole when the cursor is in a widget."""
        return widget


BodyMaker = Callable[[UiContext, Flow, Step], StepBody]
