"""Choosing the columns of a list: at its header, and in 表示."""

from functools import partial

from PySide6.QtCore import QPoint, Qt

from kyodo_desktop.base.i18n import _
from kyodo_desktop.ui.dialogs.columns import ColumnsDialog
from kyodo_desktop.ui.tables.view import RecordView
from kyodo_desktop.ui.theme.theme import Theme
from kyodo_desktop.ui.widgets.tick_menu import TickMenu


class ListColumns:
    """Offers the columns of a view in the menu of its header, and all at once in a dialog."""

    def __init__(self, theme: Theme, view: RecordView) -> None:
        self._theme, self._view = theme, view
        header = view.horizontalHeader()
        header.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        header.customContextMenuRequested.connect(self._on_asked)

    def make_menu(self) -> TickMenu:
        """Return the menu of the header: every column but the first, to be ticked."""
        menu, chosen = TickMenu(self._theme, self._view), self._view.chosen
        for column in chosen.all()[1:]:
            ticked = column.key in chosen.chosen()
            menu.add_tick(column.title, partial(chosen.toggle, column.key), ticked=ticked)
        menu.addSeparator()
        menu.add_words(_("列を選ぶ…"), self.open_dialog)
        standard = menu.add_words(_("元の並びに戻す"), lambda: chosen.choose(chosen.standard()))
        standard.setEnabled(chosen.chosen() != chosen.standard())
        return menu

    def open_dialog(self) -> None:
        """Ask which columns, and in which order."""
        ColumnsDialog(self._theme, self._view.chosen, self._view.window()).open()

    def _on_asked(self, place: QPoint) -> None:
        self.make_menu().popup(self._view.horizontalHeader().mapToGlobal(place))
