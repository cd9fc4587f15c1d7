"""Which fields of a partner may be published, over all sections of its editor."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtWidgets import QWidget

from kyodo_desktop.base.i18n import _
from kyodo_desktop.records.partner_fields import FIELDS_BY_NAME
from kyodo_desktop.records.partner_public import ALWAYS_PUBLIC
from kyodo_desktop.ui.pages.partners.section import Section
from kyodo_desktop.ui.theme.theme import Theme
from kyodo_desktop.ui.widgets.public_tick import PublicTick


class PublicChoice:
    """One tick for each field that may be public, or for a field and one that goes with it."""

    def __init__(self, theme: Theme) -> None:
        self._theme = theme
        self._width = PublicTick(theme, "").sizeHint().width()
        self._public: set[str] = set()
        self._ticks: dict[PublicTick, tuple[str, ...]] = {}

    def fill(self, names: Sequence[str]) -> None:
        """Take up the names of the fields that may be published."""
        self._public = set(names)
        for tick, fields in self._ticks.items():
            tick.setChecked(fields[0] in self._public)

    def value(self) -> list[str]:
        """Return the names of the fields that may be published."""
        return sorted(self._public)

    def tick(self, name: str) -> PublicTick:
        """Return the tick that a field has a part in."""
        return next(tick for tick, fields in self._ticks.items() if name in fields)

    def beside(self, section: Section, *names: str) -> QWidget:
        """Return what stands beside a field: its tick, or the same room where there is nothing to choose."""
        field = FIELDS_BY_NAME[names[0]]
        shared = any(names[0] in fields for fields in self._ticks.values())
        if shared or field.name == ALWAYS_PUBLIC or not field.may_be_public:
            room = QWidget()
            room.setFixedWidth(self._width)
            return room
        tick = PublicTick(self._theme, _(field.label))
        self._ticks[tick] = names
        tick.clicked.connect(partial(self._on_ticked, section, tick))
        return tick

    def _on_ticked(self, section: Section, tick: PublicTick, _checked: bool = False) -> None:
        names = {*self._ticks[tick]}
        self._public = self._public | names if tick.isChecked() else self._public - names
        section.edited.emit()
