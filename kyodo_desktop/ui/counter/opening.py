"""The ways into counter mode: two keys that work on every tab."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from kyodo_desktop.base.i18n import _
from kyodo_desktop.records.changes import Touched
from kyodo_desktop.ui.menus import Menus
from kyodo_desktop.ui.pages.base import Menu

if TYPE_CHECKING:
    from kyodo_desktop.ui.counter.desk import CounterDesk
    from kyodo_desktop.ui.main_window import MainWindow


class CounterOpener:
    """Holds the one desk, made when it is first asked for."""

    def __init__(self, window: "MainWindow", menus: Menus) -> None:
        self._window = window
        self.desk: CounterDesk | None = None
        menus.add(Menu.TOOLS, _("窓口モード(&K)"), self.ask, "Ctrl+Shift+K")
        menus.add(Menu.RECORD, _("相談を記録(&T)"), self.note, "F8")

    def ask(self) -> None:
        """Ask who it is."""
        self._desk().ask()

    def note(self) -> None:
        """Note a talk with whom the current record is about; ask who it is where there is none."""
        page = self._window.page
        if page is not None:
            # What is half written on the card goes on at the desk.
            page.keep_drafts()
        self.open(*(page.in_hand() if page is not None else (None, None)))

    def open(self, partner_id: int | None, proposal_id: int | None = None) -> None:
        """Open the desk with a partner in hand, or with its question."""
        if partner_id is None:
            self.ask()
        else:
            self._desk().take_partner(partner_id, proposal_id)

    def reload(self, touched: Sequence[Touched]) -> None:
        """Read again what an act changed of what the desk shows."""
        if self.desk is not None:
            self.desk.reload(touched)

    def keep_draft(self) -> None:
        """Keep what is typed at the desk."""
        if self.desk is not None:
            self.desk.keep_draft()

    def drop(self) -> None:
        """Close the desk; another look makes another one, which goes on with what was typed."""
        if self.desk is not None:
            self.desk.close()
            self.desk.deleteLater()
            self.desk = None

    def _desk(self) -> "CounterDesk":
        if self.desk is None:
            from kyodo_desktop.ui.counter.desk import CounterDesk

            self.desk = CounterDesk(self._window.context, self._window)
        return self.desk
