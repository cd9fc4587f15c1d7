"""One look: a palette of tokens, a scale, the fonts; given to every widget that paints or measures.

A theme never changes. A new text size or palette makes a new theme, and the window builds its pages anew.
"""

from dataclasses import dataclass
from enum import Enum

from PySide6.QtGui import QColor, QFont, QIcon, QPalette
from PySide6.QtWidgets import QApplication, QLayout

from kyodo_desktop.ui.theme.fonts import screen_families
from kyodo_desktop.ui.theme.icons import make_icon
from kyodo_desktop.ui.theme.stylesheet import stylesheet
from kyodo_desktop.ui.theme.tokens import TOKENS, PaletteName, Tokens

SMALLEST_SCALE = 80
LARGEST_SCALE = 200


class TextSize(Enum):
    """The three sizes of text, in px at 100 % (10.5, 9.5 and 13 pt)."""

    BODY = 14
    CAPTION = 13
    TITLE = 17


@dataclass(frozen=True, slots=True)
class Theme:
    """Colours, sizes and fonts of one look."""

    tokens: Tokens
    percent: int
    families: tuple[str, ...]

    def px(self, pixels: float) -> int:
        """Return a measure of the design in logical px at this scale."""
        scaled = round(pixels * self.percent / 100)
        return max(1, scaled) if pixels > 0 else scaled

    def font(self, size: TextSize = TextSize.BODY, *, bold: bool = False) -> QFont:
        """Return a font of the look."""
        font = QFont()
        font.setFamilies(list(self.families))
        font.setPixelSize(self.px(size.value))
        font.setBold(bold)
        return font

    def colour(self, token: str) -> QColor:
        """Return a token as a colour."""
        return QColor(getattr(self.tokens, token))

    def icon(self, name: str, colour: str = "muted", *, gap: bool = False) -> QIcon:
        """Return a Lucide icon in the colour of a token; `gap` for one that stands before a word."""
        return make_icon(name, getattr(self.tokens, colour), self.tokens.disabled, gap=gap)

    def space(self, layout: QLayout, spacing: int, margins: tuple[int, int, int, int] = (0, 0, 0, 0)) -> None:
        """Set a layout's spacing and margins (left, top, right, bottom) in the design's px."""
        layout.setSpacing(self.px(spacing))
        layout.setContentsMargins(*(self.px(m) for m in margins))

    def apply(self, application: QApplication) -> None:
        """Dress the application: Fusion, palette, font, stylesheet."""
        application.setStyle("Fusion")
        application.setPalette(self._palette())
        application.setFont(self.font())
        application.setStyleSheet(stylesheet(self.tokens, self.px))

    def _palette(self) -> QPalette:
        role, group = QPalette.ColorRole, QPalette.ColorGroup
        palette = QPalette()
        for which, token in {
            role.Window: "window",
            role.WindowText: "ink",
            role.Base: "surface",
            role.AlternateBase: "zebra",
            role.Text: "ink",
            role.Button: "window",
            role.ButtonText: "ink",
            role.BrightText: "error",
            role.Highlight: "accent",
            role.HighlightedText: "on_accent",
            role.PlaceholderText: "muted",
            role.Link: "accent",
            role.LinkVisited: "accent",
            role.ToolTipBase: "surface",
            role.ToolTipText: "ink",
            role.Mid: "line",
            role.Light: "surface",
            role.Midlight: "hover",
            role.Dark: "control",
            role.Shadow: "control",
            role.Accent: "accent",
        }.items():
            palette.setColor(which, self.colour(token))
        for which in (role.WindowText, role.Text, role.ButtonText):
            palette.setColor(group.Disabled, which, self.colour("disabled"))
        return palette


def make_theme(palette: PaletteName = PaletteName.LIGHT, percent: int = 100) -> Theme:
    """Return the look of a palette at a text size in per cent (80 to 200)."""
    bounded = min(LARGEST_SCALE, max(SMALLEST_SCALE, percent))
    return Theme(TOKENS[palette], bounded, screen_families())
