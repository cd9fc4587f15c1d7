"""The colours by what they are for, in three palettes."""

from dataclasses import dataclass
from enum import StrEnum

from kyodo_desktop.base.i18n import N_


class PaletteName(StrEnum):
    """The palettes a clerk can choose."""

    LIGHT = "light"
    DARK = "dark"
    HIGH_CONTRAST = "high_contrast"


PALETTE_LABELS: dict[PaletteName, str] = {
    PaletteName.LIGHT: N_("明るい"),
    PaletteName.DARK: N_("暗い"),
    PaletteName.HIGH_CONTRAST: N_("高コントラスト"),
}


class Tone(StrEnum):
    """The three meanings that have a colour; each always comes with its sign and a word."""

    DUE = "due"
    ERROR = "error"
    DONE = "done"


@dataclass(frozen=True, slots=True)
class Tokens:
    """One palette; every value is `#RRGGBB`."""

    window: str
    surface: str
    zebra: str
    hover: str
    ink: str
    muted: str
    disabled: str
    line: str
    hairline: str
    control: str
    accent: str
    accent_hover: str
    on_accent: str
    soft: str
    due: str
    due_ground: str
    error: str
    error_ground: str
    done: str
    done_ground: str

    def tone(self, tone: Tone) -> str:
        """Return the text colour of a meaning."""
        return {Tone.DUE: self.due, Tone.ERROR: self.error, Tone.DONE: self.done}[tone]

    def tone_ground(self, tone: Tone) -> str:
        """Return the ground of a meaning."""
        return {
            Tone.DUE: self.due_ground,
            Tone.ERROR: self.error_ground,
            Tone.DONE: self.done_ground,
        }[tone]


TOKENS: dict[PaletteName, Tokens] = {
    PaletteName.LIGHT: Tokens(
        window="#F6F6F3",
        surface="#FFFFFF",
        zebra="#FAFAF8",
        hover="#ECEDE9",
        ink="#1D2126",
        muted="#565E68",
        disabled="#666D76",
        line="#DADCD8",
        hairline="#ECEDEA",
        control="#868D96",
        accent="#2B4A8B",
        accent_hover="#36589F",
        on_accent="#FFFFFF",
        soft="#E1E8F5",
        due="#7A4E00",
        due_ground="#FFF3D6",
        error="#A8201A",
        error_ground="#FBE9E7",
        done="#1B6337",
        done_ground="#E5F3E9",
    ),
    PaletteName.DARK: Tokens(
        window="#1C1E22",
        surface="#24272C",
        zebra="#292C32",
        hover="#2E3138",
        ink="#E9E9E6",
        muted="#ADB4BD",
        disabled="#959CA5",
        line="#3A3E45",
        hairline="#32363C",
        control="#7F8791",
        accent="#A9BEF5",
        accent_hover="#BBCCF8",
        on_accent="#14181F",
        soft="#34405E",
        due="#F2C14E",
        due_ground="#3D3115",
        error="#FF9C94",
        error_ground="#43201E",
        done="#86D3A0",
        done_ground="#1D3626",
    ),
    PaletteName.HIGH_CONTRAST: Tokens(
        window="#000000",
        surface="#000000",
        zebra="#0F0F0F",
        hover="#262626",
        ink="#FFFFFF",
        muted="#E6E6E6",
        disabled="#BDBDBD",
        line="#8C8C8C",
        hairline="#5A5A5A",
        control="#FFFFFF",
        accent="#FFE14D",
        accent_hover="#FFF0A3",
        on_accent="#000000",
        soft="#00335F",
        due="#FFD24D",
        due_ground="#332600",
        error="#FFB3AD",
        error_ground="#4A0C08",
        done="#8CF2B0",
        done_ground="#06301A",
    ),
}

_GROUNDS = ("window", "surface", "zebra", "hover", "soft")
TEXT_PAIRS: tuple[tuple[str, str], ...] = (
    *(("ink", ground) for ground in (*_GROUNDS, "due_ground", "error_ground", "done_ground")),
    *(("muted", ground) for ground in _GROUNDS),
    ("disabled", "surface"),
    ("disabled", "window"),
    *(("accent", ground) for ground in _GROUNDS),
    ("on_accent", "accent"),
    ("on_accent", "accent_hover"),
    *(
        (tone, ground)
        for tone in ("due", "error", "done")
        for ground in ("surface", "zebra", "soft", "window")
    ),
    *((tone, f"{tone}_ground") for tone in ("due", "error", "done")),
)
"""Every (text, ground) that is drawn anywhere; each must reach 4.5:1."""


def contrast(first: str, second: str) -> float:
    """Return the WCAG contrast ratio of two `#RRGGBB` colours."""
    lighter, darker = sorted((_luminance(first), _luminance(second)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(colour: str) -> float:
    channels = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
