"""The screen's font: the system's own Japanese one, else the one that ships."""

from PySide6.QtGui import QFontDatabase

from kyodo_desktop.base.resources import list_resources

FAMILIES = ("Yu Gothic UI", "Meiryo UI", "Noto Sans CJK JP", "BIZ UDゴシック", "BIZ UDGothic")
"""In order of liking. None of them is proportional in its digits: a verbatim ２０ must not look like 20."""


def screen_families() -> tuple[str, ...]:
    """Return the families to use, best first; registers the shipped font where the system has none.

    Only families that exist are named: Qt looks long and warns for one that does not.
    """
    present = _present()
    if not present:
        for path in list_resources("fonts", ".ttf"):
            if path.name.startswith("BIZUDGothic"):
                QFontDatabase.addApplicationFont(str(path))
        present = _present()
    return present


def _present() -> tuple[str, ...]:
    families = set(QFontDatabase.families())
    return tuple(family for family in FAMILIES if family in families)
