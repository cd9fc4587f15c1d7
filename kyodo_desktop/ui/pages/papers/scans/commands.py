"""The commands of スキャン: reading files, and what becomes of the run looked at."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QPushButton

from kyodo_desktop.base.errors import InputError
from kyodo_desktop.base.i18n import _
from kyodo_desktop.records.scans import ScanRecord, ScanState
from kyodo_desktop.records.settings import SCAN_FOLDER
from kyodo_desktop.ui.dialogs.wastebasket import Discarded, WastebasketDialog
from kyodo_desktop.ui.pages.base import Menu
from kyodo_desktop.ui.pages.papers.scans.wording import heading, place, what_it_is
from kyodo_desktop.ui.theme.tokens import Tone
from kyodo_desktop.ui.widgets.buttons import ActionButton

if TYPE_CHECKING:
    from kyodo_desktop.ui.pages.papers.scans.page import ScansPage


class ScanCommands:
    """The verbs of the page; each says in the status line what it did."""

    def __init__(self, page: "ScansPage") -> None:
        self._page, self._context = page, page.context
        self._service = page.context.services.scans
        add, within = page.add_command, page.list
        self.read = add(Menu.FILE, _("スキャンを読む(&R)…"), self.ask_files, "Ctrl+I")
        self.look = add(Menu.FILE, _("取り込みフォルダーを見る(&L)"), page.reading.look_through, "F5")
        self.choose = add(Menu.FILE, _("取り込みフォルダーを変える(&C)…"), self.ask_folder)
        self.number = add(Menu.RECORD, _("紙の番号を打つ(&N)"), page.pane.focus_number, "F2")
        self.discard = add(Menu.RECORD, _("ごみ箱へ(&D)"), self.drop, "Del", within=within)
        self.basket = add(Menu.RECORD, _("ごみ箱(&W)…"), self.open_wastebasket, "Ctrl+Shift+D")

    def make_buttons(self) -> list[QPushButton]:
        """Return the toolbar's buttons."""
        theme = self._context.theme
        return [
            ActionButton(theme, self.read, "plus", "primary"),
            ActionButton(theme, self.look, "search"),
            ActionButton(theme, self.discard, "trash-2"),
        ]

    def refresh(self) -> None:
        """Enable what can be done with the run looked at."""
        there = self._page.list.current() is not None
        for action in (self.number, self.discard):
            action.setEnabled(there)

    # Reading

    def ask_files(self) -> None:
        """Ask which files to read."""
        self._context.files.open_many(self._page.window(), _("スキャンを読む"), self._page.take_in)

    def ask_folder(self) -> None:
        """Ask which folder is to be looked through from now on."""
        self._context.files.open_folder(self._page.window(), _("取り込みフォルダー"), self._take_folder)

    def _take_folder(self, folder: Path) -> None:
        with self._context.reporting():
            self._context.services.settings.set(SCAN_FOLDER, str(folder))
            self._page.show_folder()
            self._page.reading.look_through()

    # The run looked at

    def decide(self) -> None:
        """Put the run to its record and go on to the next; or take the number that is typed."""
        scan = self._page.list.current()
        if scan is None:
            return
        with self._context.reporting():
            if self._page.pane.is_settled:
                self._confirm(scan)
            else:
                self._assign(scan)

    def on_entered(self, scan: ScanRecord) -> None:
        """Take Enter in the list: a run that is not certain asks for its number."""
        if scan.state is ScanState.DOUBTFUL:
            self._page.pane.focus_number()
        else:
            self.decide()

    def _confirm(self, scan: ScanRecord) -> None:
        self._service.confirm([scan.id])
        words = _("綴じました: {number} {what}").format(number=heading(scan), what=what_it_is(scan))
        self._context.tell(Tone.DONE, words.strip(), "", self._undoing())
        self._page.go_on()

    def _assign(self, scan: ScanRecord) -> None:
        typed = self._page.pane.typed()
        try:
            if not typed:
                raise InputError(
                    _("紙に印刷された番号を打ってください。どの紙でもなければ、ごみ箱に入れてください。"),
                    "number",
                )
            self._service.assign(scan.id, typed)
        except InputError as error:
            self._page.pane.show_problem(str(error))
            self._page.pane.focus_number()
            return
        self._page.read_list(scan.id)
        self._page.list.setFocus()

    def drop(self) -> None:
        """Put the run into the wastebasket."""
        scan = self._page.list.current()
        if scan is None:
            return
        with self._context.reporting():
            self._service.drop([scan.id])
            words = _("ごみ箱へ入れました: {name}").format(name=place(scan))
            self._context.tell(Tone.DONE, words, "", self._undoing())
            self._page.go_on()

    def _undoing(self) -> tuple[str, Callable[[], object]]:
        return _("元に戻す"), self._undo

    def _undo(self) -> None:
        with self._context.reporting():
            done = self._context.services.history.undo()
            self._context.tell(Tone.DONE, _("元に戻しました: {what}").format(what=done.what), "", None)

    # The wastebasket

    def open_wastebasket(self) -> None:
        """Show what was put aside, and its way back."""
        dialog = WastebasketDialog(
            self._context, self._discarded, self._service.put_back, self._page.window()
        )
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _discarded(self) -> Sequence[Discarded]:
        return [
            Discarded(one.id, f"{heading(one)} {what_it_is(one)}".strip(), place(one))
            for one in self._service.dropped()
        ]
