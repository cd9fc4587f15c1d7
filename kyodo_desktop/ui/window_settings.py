"""Sizes, columns and looks of this window, kept in an INI file of the data folder."""

import json
from pathlib import Path
from typing import Any

from PySide6.QtCore import QByteArray, QSettings

from kyodo_desktop.ui.theme.tokens import PaletteName


class WindowSettings:
    """What the window remembers. Nothing here is the office's data: losing the file loses no work."""

    def __init__(self, path: Path) -> None:
        self._settings = QSettings(str(path), QSettings.Format.IniFormat)

    def text(self, key: str, default: str = "") -> str:
        """Return a remembered text."""
        return str(self._settings.value(key, default))

    def set_text(self, key: str, value: str) -> None:
        """Remember a text."""
        self._settings.setValue(key, value)

    def state(self, key: str) -> QByteArray:
        """Return a remembered state of Qt's own (geometry, splitter), empty if there is none."""
        value = self._settings.value(key)
        return value if isinstance(value, QByteArray) else QByteArray()

    def set_state(self, key: str, value: QByteArray) -> None:
        """Remember a state of Qt's own."""
        self._settings.setValue(key, value)

    def mapping(self, key: str) -> dict[str, Any]:
        """Return a remembered mapping; empty if there is none or someone spoilt it by hand."""
        try:
            value = json.loads(self.text(key, "{}"))
        except ValueError:
            return {}
        return value if isinstance(value, dict) else {}

    def set_mapping(self, key: str, value: dict[str, Any]) -> None:
        """Remember a mapping of JSON-able values."""
        self.set_text(key, json.dumps(value, ensure_ascii=True))

    @property
    def palette(self) -> PaletteName:
        """The chosen palette."""
        chosen = self.text("look/palette", PaletteName.LIGHT)
        return PaletteName(chosen) if chosen in set(PaletteName) else PaletteName.LIGHT

    @property
    def text_percent(self) -> int:
        """The chosen text size in per cent."""
        chosen = self.text("look/text_percent", "100")
        return int(chosen) if chosen.isdecimal() else 100

    def set_look(self, palette: PaletteName, text_percent: int) -> None:
        """Remember palette and text size."""
        self.set_text("look/palette", palette)
        self.set_text("look/text_percent", str(text_percent))

    def save(self) -> None:
        """Write the file now."""
        self._settings.sync()
