"""What both sides said of an item, one under the other, and room for what they say together."""

from collections.abc import Mapping

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from kyodo_desktop.flows.engine import Field
from kyodo_desktop.flows.evaluation import Said
from kyodo_desktop.ui.context import UiContext
from kyodo_desktop.ui.theme.theme import Theme
from kyodo_desktop.ui.widgets.labels import make_label
from kyodo_desktop.ui.wizard.text_editors import MultilineEditor

_SIDE, _MARK = 56, 128


class JointEditor(MultilineEditor):
    """The text of the talk; above it what `field.extra["said"]` tells of each side."""

    def __init__(self, context: UiContext, field: Field) -> None:
        super().__init__(context, field)
        self._said = QWidget()
        layout = self.layout()
        if isinstance(layout, QVBoxLayout):
            layout.insertWidget(0, self._said)
        self._show_said()

    def refresh(self, field: Field, answers: Mapping[str, object]) -> None:
        """Show what the sides say now."""
        is_new = field.extra != self.field.extra
        super().refresh(field, answers)
        if is_new:
            self._show_said()

    def _show_said(self) -> None:
        made = _make_said(self.context.theme, self.field.extra["said"])
        layout = self.layout()
        if layout is not None:
            layout.replaceWidget(self._said, made)
        self._said.deleteLater()
        self._said = made


def _make_said(theme: Theme, said: tuple[Said, ...]) -> QWidget:
    holder = QWidget()
    grid = QGridLayout(holder)
    theme.space(grid, 4, (0, 6, 0, 6))
    grid.setColumnMinimumWidth(0, theme.px(_SIDE))
    grid.setColumnMinimumWidth(1, theme.px(_MARK))
    grid.setColumnStretch(2, 1)
    top = Qt.AlignmentFlag.AlignTop
    for row, one in enumerate(said):
        grid.addWidget(make_label(one.side, "muted"), row, 0, top)
        grid.addWidget(make_label(one.mark, "due" if one.is_apart else "body"), row, 1, top)
        grid.addWidget(make_label(one.words, wrap=True), row, 2, top)
    return holder
