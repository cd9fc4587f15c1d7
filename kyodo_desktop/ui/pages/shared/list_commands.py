"""The commands that every list page has, with the same keys."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, Protocol

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QPushButton

from kyodo_desktop.base.i18n import _
from kyodo_desktop.ui.dialogs.wastebasket import Discarded, WastebasketDialog
from kyodo_desktop.ui.pages.base import Menu
from kyodo_desktop.ui.theme.tokens import Tone

if TYPE_CHECKING:
    from kyodo_desktop.ui.pages.shared.list_page import ListPage


class Discarding(Protocol):
    """What puts records into the wastebasket and takes them out."""

    def discard(self, ids: Sequence[int]) -> object:
        """Put records into the wastebasket."""
        ...

    def restore(self, ids: Sequence[int]) -> object:
        """Take records out."""
        ...


class ListCommands:
    """The verbs of a list page; each says in the status line what it did.

    The commands come into the menus in the order in which a page adds them: `add_editing`, its own,
    `add_discarding`, `add_narrowing`. A page that throws nothing away has no `service`, nor `add_discarding`.
    """

    def __init__(self, page: "ListPage", service: Discarding | None = None) -> None:
        self._list, self._wastebin, self.context = page, service, page.context

    # What a page says of itself

    def make_buttons(self) -> list[QPushButton]:
        """Return the toolbar's buttons."""
        raise NotImplementedError

    def add_record(self) -> None:
        """Begin a new record."""
        raise NotImplementedError

    def discarded(self) -> list[Discarded]:
        """Return what lies in the wastebasket."""
        raise NotImplementedError

    # What every list page does

    def add_editing(self, new_words: str) -> None:
        """Add 新しい○○, 編集 and 保存."""
        add, side = self._list.add_command, self._list.side
        self.new = add(Menu.RECORD, new_words, self._add_record, "Ctrl+N")
        self.edit = add(Menu.RECORD, _("編集(&E)"), self.edit_record, "F2")
        self.save = add(Menu.RECORD, _("保存(&S)"), side.save, "Ctrl+S")

    def add_discarding(self) -> None:
        """Add the way into the wastebasket and out of it."""
        add, view = self._list.add_command, self._list.view
        self.discard = add(Menu.RECORD, _("ごみ箱へ(&D)"), self.discard_chosen, "Del", within=view)
        self.wastebasket = add(Menu.RECORD, _("ごみ箱を開く(&W)…"), self.open_wastebasket, "Ctrl+Shift+D")

    def add_narrowing(self) -> None:
        """Add the ways to the filter row and to the named searches, and the choice of columns."""
        add = self._list.add_command
        self.narrow = add(Menu.EDIT, _("一覧をしぼる(&F)"), self.focus_filter, "Ctrl+F")
        self.clear = add(Menu.EDIT, _("条件を消す(&L)"), self._list.filters.clear, "Ctrl+Shift+F")
        self.name_look = add(Menu.EDIT, _("さがし方に名前を付ける(&M)…"), self.ask_look_name, "Ctrl+Shift+S")
        self.choose_look = add(Menu.EDIT, _("さがし方を選ぶ(&J)…"), self.open_looks)
        self.columns = add(Menu.VIEW, _("列を選ぶ(&T)…"), self.open_columns)
        self.narrowing = (self.narrow, self.clear, self.name_look, self.choose_look, self.columns)

    def offer_on_rows(self, *actions: QAction) -> None:
        """Offer commands in the menu of a row, and only while there is a row."""
        self._on_rows = actions
        self._list.view.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)
        self._list.view.addActions(list(actions))

    def refresh(self) -> None:
        """Enable what can be done now."""
        has_record = self._list.view.current_record() is not None
        for action in self._on_rows:
            action.setEnabled(has_record)

    def edit_record(self) -> None:
        """Edit the current record, even if its detail has not yet come up."""
        self._list.settle()
        self._list.side.begin_edit()

    def discard_chosen(self) -> None:
        """Put the selected records into the wastebasket; one undo brings them back."""
        chosen: Sequence[Any] = self._list.view.selected_records()
        if not chosen or self._wastebin is None:
            return
        with self.context.reporting():
            self._wastebin.discard([record.id for record in chosen])
            self.tell_done(_("{n}件をごみ箱に入れました").format(n=len(chosen)))

    def open_wastebasket(self) -> None:
        """Show what was deleted."""
        if self._wastebin is None:
            return
        WastebasketDialog(self.context, self.discarded, self._wastebin.restore, self._list).open()

    def focus_filter(self) -> None:
        """Go to the filter box."""
        self._list.filters.box.setFocus()
        self._list.filters.box.selectAll()

    def ask_look_name(self) -> None:
        """Ask for a name for the conditions, sorting and columns shown."""
        self._list.looks.ask_name()

    def open_looks(self) -> None:
        """Offer the named searches."""
        self._list.looks.open_menu()

    def open_columns(self) -> None:
        """Ask which columns are shown."""
        self._list.columns.open_dialog()

    def tell_done(self, words: str) -> None:
        """Say what was done, with the way back."""
        self.context.tell(Tone.DONE, words, "", (_("元に戻す"), self._undo))

    def _add_record(self) -> None:
        self._list.settle()
        self.add_record()

    def _undo(self) -> None:
        with self.context.reporting():
            self.context.services.history.undo()
