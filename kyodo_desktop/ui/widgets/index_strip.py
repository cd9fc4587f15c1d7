"""The 五十音 strip: one flat button for each row of the register."""

from collections.abc import Iterable
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QWidget

from kyodo_desktop.base.i18n import _
from kyodo_desktop.japanese.sorting import INDEX_ROWS, OTHER_ROW
from kyodo_desktop.ui.theme.theme import Theme
from kyodo_desktop.ui.widgets.buttons import make_button

_ALL = ""


class IndexStrip(QWidget):
    """全 あ か … わ 他, one of them chosen; `changed` tells that it is another one.

    Tab comes to the chosen button, the arrow keys choose along the strip.
    """

    changed = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.setAccessibleName(_("五十音"))
        self._keys = (_ALL, *INDEX_ROWS, OTHER_ROW)
        self._at = 0
        self._group = QButtonGroup(self)
        layout = QHBoxLayout(self)
        theme.space(layout, 0, (0, 0, 8, 0))
        for at, key in enumerate(self._keys):
            button = make_button(theme, key or _("全"), partial(self._choose, at), kind="letter")
            button.setCheckable(True)
            button.setAccessibleName(_("「{row}」の行").format(row=key) if key else _("すべての行"))
            button.setToolTip(button.accessibleName())
            self._group.addButton(button, at)
            layout.addWidget(button)
        self._group.button(0).setChecked(True)

    def chosen(self) -> frozenset[str]:
        """Return the chosen row; empty means all."""
        key = self._keys[self._at]
        return frozenset({key} if key else ())

    def choose(self, keys: Iterable[str]) -> None:
        """Choose one row, or all with none; tells only if that changes something."""
        key = next(iter(keys), _ALL)
        self._choose(self._keys.index(key) if key in self._keys else 0)

    def words(self) -> str:
        """Return the chosen row in words, empty for all."""
        return self._group.button(self._at).accessibleName() if self._at else ""

    def _choose(self, at: int) -> None:
        self._group.button(at).setChecked(True)
        if at != self._at:
            self._at = at
            self.changed.emit()
