"""Where the keys are among widgets that are made anew: by a name that outlives them."""

from typing import TypeVar

from PySide6.QtWidgets import QApplication, QLineEdit, QWidget

W = TypeVar("W", bound=QWidget)
_SPOT = "spot"


def at_spot(widget: W, spot: str) -> W:
    """Give a widget the name by which it is found again; return it."""
    widget.setProperty(_SPOT, spot)
    return widget


def focused_spot(inside: QWidget) -> str:
    """Return the name of what has the focus inside a widget; empty if nothing named has."""
    there = QApplication.focusWidget()
    if there is None or not inside.isAncestorOf(there):
        return ""
    return str(there.property(_SPOT) or "")


def typed_texts(inside: QWidget) -> dict[str, str]:
    """Return what was typed in the named lines inside a widget and not yet taken."""
    return {
        str(line.property(_SPOT)): line.text()
        for line in inside.findChildren(QLineEdit)
        if line.property(_SPOT) and line.isModified()
    }


def put_back(inside: QWidget, spot: str, texts: dict[str, str]) -> None:
    """Give what was typed, and the focus, to the widgets of the same names."""
    for widget in inside.findChildren(QWidget):
        name = str(widget.property(_SPOT) or "")
        if name in texts and isinstance(widget, QLineEdit):
            widget.setText(texts[name])
            widget.setModified(True)
        if spot and name == spot:
            widget.setFocus()
