"""The commands that are there whatever tab is in front."""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices

from kyodo_desktop.base.i18n import _
from kyodo_desktop.ui.dialogs.about import AboutDialog
from kyodo_desktop.ui.dialogs.personal_data import open_personal_data
from kyodo_desktop.ui.dialogs.settings import PERCENTS, SettingsDialog
from kyodo_desktop.ui.menus import Menus
from kyodo_desktop.ui.pages.base import Menu
from kyodo_desktop.ui.pages.registry import PAGES
from kyodo_desktop.ui.theme.tokens import PALETTE_LABELS, PaletteName, Tone

if TYPE_CHECKING:
    from kyodo_desktop.ui.main_window import MainWindow


class WindowCommands:
    """Puts the window's own commands into its menus and carries them out."""

    def __init__(self, window: "MainWindow", menus: Menus) -> None:
        self._window, self._context = window, window.context
        self.undo_action = menus.add(Menu.EDIT, _("元に戻す(&U)"), self.undo, "Ctrl+Z")
        self.redo_action = menus.add(Menu.EDIT, _("やり直す(&R)"), self.redo, "Ctrl+Y; Ctrl+Shift+Z")
        menus.add(Menu.EDIT, _("さがす(&K)"), self.focus_search, "Ctrl+K")
        menus.add(Menu.FILE, _("控えを取る(&B)"), self.back_up, "Ctrl+Shift+B")
        menus.add(Menu.FILE, _("データの場所を開く(&D)"), self.open_folder)
        menus.add_separator(Menu.FILE)
        menus.add(Menu.FILE, _("終了(&X)"), window.close, "Ctrl+Q")
        for number, spec in enumerate(PAGES, 1):
            menus.add(Menu.VIEW, _(spec.title), partial(window.open_page, spec.key), f"Ctrl+{number}")
        menus.add_separator(Menu.VIEW)
        menus.add(Menu.VIEW, _("文字を大きく(&L)"), lambda: self.resize_text(1), "Ctrl++; Ctrl+;")
        menus.add(Menu.VIEW, _("文字を小さく(&S)"), lambda: self.resize_text(-1), "Ctrl+-")
        menus.add(Menu.VIEW, _("文字をふつうに(&N)"), lambda: self.resize_text(0), "Ctrl+0")
        menus.add_separator(Menu.VIEW)
        for name, mnemonic in zip(PaletteName, "HKC", strict=True):
            words = f"{_(PALETTE_LABELS[name])}(&{mnemonic})"
            menus.add(Menu.VIEW, words, partial(self.change_palette, name))
        menus.add(Menu.TOOLS, _("人財の森をさがす(&J)…"), self.look_up_talents, "Ctrl+J")
        menus.add(Menu.TOOLS, _("六つの手順に戻る(&6)…"), self.go_back_to_guide, "Ctrl+Shift+G")
        menus.add(Menu.TOOLS, _("個人情報の記録(&P)…"), self.open_personal_data)
        menus.add(Menu.TOOLS, _("データを検査する(&C)"), self.check_data)
        menus.add(Menu.TOOLS, _("様式の設定(&F)…"), self.open_templates)
        menus.add(Menu.TOOLS, _("設定(&S)…"), self.open_settings, "Ctrl+,")
        menus.add(Menu.HELP, _("キーの一覧(&K)"), self.show_keys, "F1")
        menus.add(Menu.HELP, _("このプログラムについて(&A)"), self.show_about)
        self.refresh()

    def refresh(self) -> None:
        """Say in 元に戻す and やり直す what they would do."""
        history = self._context.services.history
        what = history.can_undo()
        self.undo_action.setEnabled(what is not None)
        words = _("元に戻す(&U)") if what is None else _("元に戻す(&U): {what}").format(what=what)
        self.undo_action.setText(words)
        what = history.can_redo()
        self.redo_action.setEnabled(what is not None)
        words = _("やり直す(&R)") if what is None else _("やり直す(&R): {what}").format(what=what)
        self.redo_action.setText(words)

    def undo(self) -> None:
        """Take the last act back."""
        with self._context.reporting():
            done = self._context.services.history.undo()
            self._context.tell(Tone.DONE, _("元に戻しました: {what}").format(what=done.what), "", None)

    def redo(self) -> None:
        """Do again what was taken back."""
        with self._context.reporting():
            done = self._context.services.history.redo()
            self._context.tell(Tone.DONE, _("やり直しました: {what}").format(what=done.what), "", None)

    def focus_search(self) -> None:
        """Go to the search box."""
        self._window.search.setFocus()
        self._window.search.selectAll()

    def back_up(self) -> None:
        """Make a verified copy of the data."""
        services = self._context.services
        self._context.jobs.run(
            _("控えを取っています…"), services.maintenance.backup, lambda path: self._on_backed_up(str(path))
        )

    def _on_backed_up(self, path: str) -> None:
        self._window.refresh_backup()
        self._context.tell(Tone.DONE, _("控えを取りました: {path}").format(path=path), "", None)

    def check_data(self) -> None:
        """Check the data, tidy away files that nothing names, and say what was found."""
        services = self._context.services

        def work() -> tuple[tuple[str, ...], int]:
            findings = services.maintenance.check()
            return findings, 0 if findings else services.attachments.sweep()

        self._context.jobs.run(_("データを検査しています…"), work, lambda done: self._on_checked(*done))

    def _on_checked(self, findings: tuple[str, ...], swept: int) -> None:
        if findings:
            self._context.tell(
                Tone.ERROR,
                _("データに {n}件 の問題があります。").format(n=len(findings)),
                "\n".join(findings),
                None,
            )
        else:
            words = _("使われていないファイル {n}個を片づけました。").format(n=swept) if swept else ""
            self._context.tell(Tone.DONE, _("データに問題はありません。"), words, None)

    def open_personal_data(self) -> None:
        """Show how many persons are held, and what left the program with something of them."""
        open_personal_data(self._context, self._window)

    def open_folder(self) -> None:
        """Show the data folder in the system's file manager."""
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._context.folder.root)))

    def resize_text(self, step: int) -> None:
        """Make text larger or smaller by a step; 0 goes back to 100 %."""
        now = self._context.settings.text_percent
        nearest = min(range(len(PERCENTS)), key=lambda i: abs(PERCENTS[i] - now))
        at = PERCENTS.index(100) if step == 0 else min(max(nearest + step, 0), len(PERCENTS) - 1)
        if PERCENTS[at] != now:
            self._window.change_look(self._context.settings.palette, PERCENTS[at])

    def change_palette(self, name: PaletteName) -> None:
        """Take up another palette."""
        self._window.change_look(name, self._context.settings.text_percent)

    def look_up_talents(self) -> None:
        """Hold what partners offer against what others need."""
        from kyodo_desktop.ui.talents.lookup import open_lookup

        open_lookup(self._context, self._window)

    def go_back_to_guide(self) -> None:
        """Open the six steps where they were left last."""
        from kyodo_desktop.ui.guide.dialog import open_last_guide

        open_last_guide(self._context, self._window)

    def open_templates(self) -> None:
        """Open the settings of the papers."""
        from kyodo_desktop.ui.dialogs.templates.dialog import open_templates

        open_templates(self._context, self._window)

    def open_settings(self) -> None:
        """Open the settings."""
        SettingsDialog(self._context, self._window.change_look, self._window).open()

    def show_keys(self) -> None:
        """List the keys of the menus as they are now."""
        AboutDialog.of_keys(self._context.theme, self._window.menus, self._window).open()

    def show_about(self) -> None:
        """Tell version, data folder and licences."""
        AboutDialog.of_program(self._context, self._window).open()
