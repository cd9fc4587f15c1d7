"""Buttons of the four kinds, and buttons that stand for a command."""

from collections.abc import Callable
from typing import Literal

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton

from kyodo_desktop.ui.theme.theme import Theme

_NOT_ALONE = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier
Kind = Literal["primary", "flat", "plain", "link", "letter", "tab"]
_ICON_TOKEN: dict[Kind, str] = {
    "primary": "on_accent",
    "flat": "muted",
    "plain": "muted",
    "link": "accent",
    "letter": "muted",
    "tab": "muted",
}


class Button(QPushButton):
    """A button that Enter presses while it has the focus, as the space bar does; never from elsewhere."""

    def __init__(self, text: str = "") -> None:
        super().__init__(text)
        self.setAutoDefault(False)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Press with Enter, but not with an Enter still held down from the field before."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and not event.modifiers() & _NOT_ALONE:
            if not event.isAutoRepeat():
                self.click()
        else:
            super().keyPressEvent(event)


def make_button(
    theme: Theme, text: str, on_click: Callable[[], object], *, kind: Kind = "plain", icon: str = ""
) -> QPushButton:
    """Return a button with its word; Enter elsewhere in a dialog never presses it."""
    button = Button(text)
    button.setProperty("kind", kind)
    if icon:
        _put_icon(theme, button, icon, kind)
    if kind == "link":
        button.setCursor(Qt.CursorShape.PointingHandCursor)
    button.clicked.connect(lambda _checked=False: on_click())
    return button


def make_icon_button(theme: Theme, icon: str, name: str, on_click: Callable[[], object]) -> QPushButton:
    """Return a small button without a word; `name` is read aloud and shown as its tip."""
    button = make_button(theme, "", on_click, kind="letter")
    button.setIcon(theme.icon(icon))
    button.setIconSize(QSize(theme.px(16), theme.px(16)))
    button.setAccessibleName(name)
    button.setToolTip(name)
    return button


def make_button_row(theme: Theme, *buttons: QPushButton) -> QHBoxLayout:
    """Return the last row of a dialog: its buttons at the right, 8 apart."""
    row = QHBoxLayout()
    theme.space(row, 8)
    row.addStretch(1)
    for button in buttons:
        row.addWidget(button)
    return row


class ActionButton(Button):
    """A button that stands for a command of the menus: same word, same enabled state."""

    def __init__(self, theme: Theme, action: QAction, icon: str, kind: Kind = "flat") -> None:
        super().__init__()
        self._action = action
        self.setProperty("kind", kind)
        _put_icon(theme, self, icon, kind)
        self.clicked.connect(action.trigger)
        action.changed.connect(self._on_action_changed)
        self._on_action_changed()

    def _on_action_changed(self) -> None:
        shortcut = self._action.shortcut().toString()
        word = self._action.text().split("(&")[0].removesuffix("…")
        self.setText(word)
        self.setToolTip(f"{word}（{shortcut}）" if shortcut else "")
        self.setEnabled(self._action.isEnabled())


def _put_icon(theme: Theme, button: QPushButton, icon: str, kind: Kind) -> None:
    button.setIcon(theme.icon(icon, _ICON_TOKEN[kind], gap=True))
    button.setIconSize(QSize(theme.px(18), theme.px(16)))
