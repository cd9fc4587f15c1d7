"""Tabs inside a pane: words in a row, the chosen one in accent, a line below from edge to edge."""

from collections.abc import Mapping, Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QButtonGroup, QPushButton, QVBoxLayout, QWidget

from kyodo_desktop.ui.theme.theme import Theme
from kyodo_desktop.ui.widgets.buttons import make_button
from kyodo_desktop.ui.widgets.flow import FlowBar
from kyodo_desktop.ui.widgets.frames import make_line

_EDGE, _BORDER, _HEIGHT = 24, 2, 36
_RIGHT_EDGE = 8
"""Less than elsewhere, so that the tabs keep their row when a scroll bar takes its room."""
_ANY_WIDTH = 100_000


class InnerTabs(QWidget):
    """Shows (key, title) pairs; `chosen` tells the key a person picked.

    Tab comes to the chosen one, the arrow keys choose along the row. Where the titles need a second row and
    `short` ones need none, those stand for them.
    """

    chosen = Signal(str)

    def __init__(
        self,
        theme: Theme,
        tabs: Sequence[tuple[str, str]],
        name: str,
        short: Mapping[str, str] | None = None,
    ) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self._keys = tuple(key for key, _title in tabs)
        self._titles = tuple(title for _key, title in tabs)
        self._short = tuple((short or {}).get(key, title) for key, title in tabs)
        self._at = 0
        self._group = QButtonGroup(self)
        self._row = row = FlowBar(theme.px(_HEIGHT), 0)
        row.setProperty("ground", "surface")
        theme.space(row.flow, 12)
        row.flow.setContentsMargins(theme.px(_EDGE) - _BORDER, 0, theme.px(_RIGHT_EDGE), 0)
        for at, (_key, title) in enumerate(tabs):
            button = make_button(theme, title, partial(self._choose, at), kind="tab")
            button.setCheckable(True)
            button.setAccessibleName(title)
            self._group.addButton(button, at)
            row.flow.addWidget(button)
        self._group.button(0).setChecked(True)
        outer = QVBoxLayout(self)
        theme.space(outer, 0)
        outer.addWidget(row)
        outer.addWidget(make_line())

    def value(self) -> str:
        """Return the chosen key."""
        return self._keys[self._at]

    def set_value(self, key: str) -> None:
        """Choose without telling."""
        self._at = self._keys.index(key)
        self._group.button(self._at).setChecked(True)

    def choose(self, key: str) -> None:
        """Choose, telling only if that changes something."""
        self._choose(self._keys.index(key))

    def rename(self, key: str, title: str) -> None:
        """Give a tab another title."""
        at = self._keys.index(key)
        self._titles = (*self._titles[:at], title, *self._titles[at + 1 :])
        self._group.button(at).setText(title)
        self._group.button(at).setAccessibleName(title)

    def focus_chosen(self) -> None:
        """Put the focus on the chosen tab."""
        self._group.button(self._at).setFocus()

    def buttons(self) -> tuple[QPushButton, ...]:
        """Return the tabs from left to right."""
        return tuple(button for button in self._group.buttons() if isinstance(button, QPushButton))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Take the short titles where the long ones do not fit in one row."""
        super().resizeEvent(event)
        self._name_tabs(self._titles)
        whole = self._row.flow.height_at(self.width())
        if whole > self._row.flow.height_at(_ANY_WIDTH):
            self._name_tabs(self._short)
            if self._row.flow.height_at(self.width()) == whole:
                self._name_tabs(self._titles)

    def _name_tabs(self, titles: Sequence[str]) -> None:
        for button, title, whole in zip(self.buttons(), titles, self._titles, strict=True):
            if button.text() != title:
                button.setText(title)
                button.setToolTip("" if title == whole else whole)

    def _choose(self, at: int) -> None:
        self._group.button(at).setChecked(True)
        if at != self._at:
            self._at = at
            self.chosen.emit(self.value())
