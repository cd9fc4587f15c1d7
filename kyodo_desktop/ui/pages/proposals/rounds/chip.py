"""The chip 募集回: which round is looked at."""

from collections.abc import Iterable, Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QMenu, QWidget

from kyodo_desktop.base.i18n import _
from kyodo_desktop.records.rounds import RoundRecord
from kyodo_desktop.ui.pages.proposals.rounds.wording import round_key, round_title
from kyodo_desktop.ui.theme.theme import Theme
from kyodo_desktop.ui.widgets.menu_chip import MenuChip


class RoundChip(MenuChip):
    """Chooses at most one round; none means all proposals. `wanted` asks for the rounds' own page."""

    changed = Signal()
    wanted = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, _("募集回"), _("すべて"), parent)
        self._rounds: dict[str, RoundRecord] = {}
        self._key = ""
        self.opened.connect(self._open_menu)

    def set_rounds(self, rounds: Sequence[RoundRecord]) -> None:
        """Replace the rounds; one that is gone is no longer chosen."""
        self._rounds = {round_key(one.programme, one.fiscal_year): one for one in rounds}
        if self._key not in self._rounds:
            self._key = ""
        self._show()

    def chosen_round(self) -> RoundRecord | None:
        """Return the round that is chosen."""
        return self._rounds.get(self._key)

    def chosen(self) -> frozenset[str]:
        """Return the key of the chosen round; empty means no condition."""
        return frozenset({self._key} - {""})

    def choose(self, keys: Iterable[str]) -> None:
        """Choose a round, telling only if that changes something."""
        key = next((key for key in keys if key in self._rounds), "")
        if key != self._key:
            self._key = key
            self._show()
            self.changed.emit()

    def clear(self) -> None:
        """Choose none."""
        self.choose(())

    def make_menu(self) -> QMenu:
        """Return the menu of the rounds."""
        menu = QMenu(self)
        for key, words in (("", _("すべて")), *((key, _words(one)) for key, one in self._rounds.items())):
            action = menu.addAction(words, partial(self.choose, (key,)))
            action.setCheckable(True)
            action.setChecked(key == self._key)
        menu.addSeparator()
        menu.addAction(_("募集回を開く・つくる"), self.wanted.emit)
        return menu

    def _open_menu(self) -> None:
        menu = self.make_menu()
        menu.aboutToHide.connect(menu.deleteLater)
        self.pop_up(menu)

    def _show(self) -> None:
        one = self.chosen_round()
        self.set_value(_words(one) if one is not None else "")


def _words(one: RoundRecord) -> str:
    return round_title(one.title, one.fiscal_year)
