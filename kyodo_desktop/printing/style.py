"""Kinds of letters on paper: face, size in points and tracking; widths in millimetres."""

from dataclasses import dataclass, replace

from kyodo_desktop.printing.fonts import Face, text_width

MM = 72 / 25.4
"""Points in a millimetre."""

_CENTRE = {Face.MINCHO: 0.38, Face.GOTHIC: 0.37, Face.GOTHIC_BOLD: 0.37}
_SHRINK = 0.25


@dataclass(frozen=True, slots=True)
class Style:
    """How a line of text is set. `tracking` is points between two letters."""

    face: Face
    size: float
    tracking: float = 0.0

    @property
    def em(self) -> float:
        """The width of one full-width letter, in mm."""
        return self.size / MM

    @property
    def centre(self) -> float:
        """How far the baseline lies under the optical centre, in mm."""
        return _CENTRE[self.face] * self.em

    def points(self, text: str) -> float:
        """Return the width of `text` in points."""
        return text_width(text, self.face, self.size, self.tracking)

    def width(self, text: str) -> float:
        """Return the width of `text` in mm."""
        return self.points(text) / MM

    def shrunk_to(self, text: str, width: float, floor: float) -> "Style":
        """Return the style, smaller if need be so that `text` fits in `width` mm, but never under `floor`."""
        style = self
        while style.width(text) > width and style.size > floor:
            style = replace(style, size=max(style.size - _SHRINK, floor))
        return style


def mincho(size: float, tracking: float = 0.0) -> Style:
    """Return a style of 明朝."""
    return Style(Face.MINCHO, size, tracking)


def gothic(size: float, tracking: float = 0.0) -> Style:
    """Return a style of ゴシック."""
    return Style(Face.GOTHIC, size, tracking)


def bold(size: float, tracking: float = 0.0) -> Style:
    """Return a style of bold ゴシック."""
    return Style(Face.GOTHIC_BOLD, size, tracking)
