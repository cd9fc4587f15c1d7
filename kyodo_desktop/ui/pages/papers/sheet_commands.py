"""What a clerk can do with issued papers, as commands of the menus and the toolbar."""

from collections.abc import Callable, Sequence
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QPushButton

from kyodo_desktop.base.i18n import _
from kyodo_desktop.records.sheets import IssuedSheet, SheetState
from kyodo_desktop.ui.pages.base import Menu
from kyodo_desktop.ui.pages.papers.issued_paper import open_issued, open_many
from kyodo_desktop.ui.pages.papers.step_dialogs import DayDialog, HandOutDialog, VoidDialog
from kyodo_desktop.ui.pages.shared.list_commands import ListCommands
from kyodo_desktop.ui.widgets.buttons import ActionButton

if TYPE_CHECKING:
    from kyodo_desktop.ui.pages.papers.issued import SheetsPage

_S = SheetState
_CAN_GO = frozenset({_S.MADE, _S.PRINTED, _S.AWAITED})
_CAN_BE_FILED = frozenset({_S.PRINTED, _S.RECEIVED})


class SheetCommands(ListCommands):
    """The verbs of the lists of issued papers; steps are taken for all chosen papers at once."""

    def __init__(self, page: "SheetsPage") -> None:
        super().__init__(page)
        self._page, self._sheets = page, page.context.services.sheets
        add = page.add_command
        self.hand = add(Menu.RECORD, _("渡す(&G)…"), self.hand_out, "Ctrl+G")
        self.receive = add(Menu.RECORD, _("受領(&R)"), self.receive_today, "Ctrl+R")
        self.file = add(Menu.RECORD, _("綴る(&T)"), self.file_today, "Ctrl+T")
        self.receive_on = add(Menu.RECORD, _("日を決めて受領(&D)…"), self.ask_received)
        self.file_on = add(Menu.RECORD, _("日を決めて綴る(&I)…"), self.ask_filed)
        self.replace = add(Menu.RECORD, _("差し替える(&X)"), self.replace_sheet)
        self.back = add(Menu.RECORD, _("段階を一つ戻す(&Z)"), self.step_back)
        self.void = add(Menu.RECORD, _("無効にする(&V)…"), self.ask_void)
        self.add_narrowing()
        self.print = add(Menu.PRINT, _("印刷(&P)…"), self.print_out, "Ctrl+P")
        self.offer_on_rows(self.print, self.hand, self.receive, self.file, self.replace, self.back, self.void)

    def make_buttons(self) -> list[QPushButton]:
        """Return the toolbar's buttons."""
        theme = self.context.theme
        return [
            ActionButton(theme, self.print, "printer"),
            ActionButton(theme, self.hand, "file-output"),
            ActionButton(theme, self.receive, "check"),
            ActionButton(theme, self.file, "file-text"),
            ActionButton(theme, self.replace, "copy"),
        ]

    def refresh(self) -> None:
        """Enable what can be done with the papers that are chosen."""
        chosen = self._chosen()
        states = {one.state for one in chosen}
        for actions, fit in (
            ((self.hand, self.receive, self.receive_on), _CAN_GO),
            ((self.file, self.file_on), _CAN_BE_FILED),
        ):
            for action in actions:
                action.setEnabled(bool(states) and states <= fit)
        one = chosen[0] if len(chosen) == 1 else None
        lives = one is not None and one.state is not _S.VOID
        self.print.setEnabled(one is not None or (bool(states) and _S.VOID not in states))
        self.replace.setEnabled(lives)
        self.void.setEnabled(lives)
        self.back.setEnabled(one is not None and one.state is not _S.MADE and not one.replaced_by)

    def edit_record(self) -> None:
        """Open the paper: it is never edited."""
        self.print_out()

    def print_out(self) -> None:
        """Show the file that was issued, to be printed (again), or those of all chosen papers."""
        chosen = self._chosen()
        if len(chosen) == 1:
            open_issued(self.context, chosen[0], self._page.window())
        elif chosen:
            open_many(self.context, chosen, self._page.window())

    def hand_out(self) -> None:
        """Ask to whom the chosen papers go."""
        chosen = self._chosen()
        if not chosen:
            return
        today = self.context.clock.today()

        def act(holder: str, due_on: date | None) -> None:
            self._sheets.hand_out([one.id for one in chosen], holder, due_on)
            self._tell(_("渡したことを記録しました: {sheet}"), chosen)

        holder = chosen[0].holder or self._page.holder_of(chosen[0])
        HandOutDialog(self.context.theme, _named(chosen), holder, today, act, self._page).open()

    def receive_today(self) -> None:
        """Note that the chosen papers have come back today."""
        self._step(self._sheets.receive, _("受領しました: {sheet}"))

    def file_today(self) -> None:
        """Note that the chosen papers were filed today."""
        self._step(self._sheets.file_away, _("綴りました: {sheet}"))

    def ask_received(self) -> None:
        """Ask on which day the chosen papers came back."""
        self._ask_day(_("受領"), self._sheets.receive, _("受領しました: {sheet}"))

    def ask_filed(self) -> None:
        """Ask on which day the chosen papers were filed."""
        self._ask_day(_("綴る"), self._sheets.file_away, _("綴りました: {sheet}"))

    def replace_sheet(self) -> None:
        """Begin a paper that replaces the chosen one, with what stands on it."""
        chosen = self._chosen()
        if len(chosen) == 1:
            self._page.replace_asked.emit(chosen[0])

    def step_back(self) -> None:
        """Take the last step of the chosen paper back."""
        chosen = self._chosen()
        if len(chosen) == 1:
            with self.context.reporting():
                self._sheets.step_back(chosen[0].id)
                self._tell(_("段階を戻しました: {sheet}"), chosen)

    def ask_void(self) -> None:
        """Ask why the chosen paper is made void."""
        chosen = self._chosen()
        if len(chosen) != 1:
            return

        def act(reason: str) -> None:
            self._sheets.void(chosen[0].id, reason)
            self._tell(_("無効にしました: {sheet}"), chosen)

        VoidDialog(self.context.theme, _named(chosen), act, self._page).open()

    def _chosen(self) -> tuple[IssuedSheet, ...]:
        return tuple(row.sheet for row in self._page.view.selected_records())

    def _step(self, step: Callable[[Sequence[int]], object], words: str) -> None:
        chosen = self._chosen()
        if chosen:
            with self.context.reporting():
                step([one.id for one in chosen])
                self._tell(words, chosen)

    def _ask_day(self, title: str, step: Callable[[Sequence[int], date], object], words: str) -> None:
        chosen = self._chosen()
        if not chosen:
            return

        def act(day: date) -> None:
            step([one.id for one in chosen], day)
            self._tell(words, chosen)

        today = self.context.clock.today()
        DayDialog(self.context.theme, title, _named(chosen), today, act, self._page).open()

    def _tell(self, words: str, chosen: Sequence[IssuedSheet]) -> None:
        self.tell_done(words.format(sheet=_named(chosen)))


def _named(chosen: Sequence[IssuedSheet]) -> str:
    first = f"{chosen[0].number} {chosen[0].title}"
    if len(chosen) == 1:
        return first
    return _("{sheet} ほか{n}枚").format(sheet=first, n=len(chosen) - 1)
