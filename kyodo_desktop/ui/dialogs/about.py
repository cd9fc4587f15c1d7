"""The help: the keys of the menus, and what this program is."""

from collections.abc import Sequence
from importlib.metadata import version
from typing import Self

from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from kyodo_desktop.base.i18n import N_, _
from kyodo_desktop.ui.context import UiContext
from kyodo_desktop.ui.menus import Menus
from kyodo_desktop.ui.pages.base import Menu
from kyodo_desktop.ui.theme.theme import Theme
from kyodo_desktop.ui.widgets.buttons import make_button
from kyodo_desktop.ui.widgets.detail import DetailPane, FieldRows

_KEYS_WITHOUT_MENU = (
    (N_("記入の画面: 次の欄・前の欄"), "Enter / Shift+Enter"),
    (N_("記入の画面: 次へ・前へ"), "Ctrl+Enter / Alt+←"),
    (N_("記入の画面: 下書きを閉じる"), "Ctrl+W"),
    (N_("窓口: 相談・電話・来庁・メール・その他"), "1 … 5"),
    (N_("窓口: 記録を保存"), "Ctrl+Enter"),
    (N_("窓口: 別の相手をさがす"), "Ctrl+K"),
    (N_("印刷の前: 印刷・PDFで保存"), "Ctrl+P / Ctrl+S"),
    (N_("印刷の前: ページをめくる"), "PgUp / PgDown"),
    (N_("印刷の前: 大きく・小さく・幅に合わせる"), "Ctrl++ / Ctrl+- / Ctrl+0"),
)


class AboutDialog(QDialog):
    """Rows to read, and a button to close; `size` is width, height and the labels' width in px at 100 %."""

    def __init__(
        self,
        theme: Theme,
        title: str,
        rows: Sequence[tuple[str, str]],
        size: tuple[int, int, int],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        pane = DetailPane(theme, title)
        width, height, label_width = size
        table = FieldRows(theme, label_width)
        for label, text in rows:
            table.add_text(label, text)
        pane.add(table)
        pane.finish()
        layout = QVBoxLayout(self)
        theme.space(layout, 8, (0, 8, 0, 16))
        layout.addWidget(pane, 1)
        buttons = QHBoxLayout()
        theme.space(buttons, 8, (0, 0, 24, 0))
        buttons.addStretch(1)
        buttons.addWidget(make_button(theme, _("閉じる"), self.accept))
        layout.addLayout(buttons)
        self.resize(theme.px(width), theme.px(height))

    @classmethod
    def of_keys(cls, theme: Theme, menus: Menus, parent: QWidget) -> Self:
        """Return the list of the keys that work now."""
        rows = [
            (action.text().split("(&")[0], action.shortcut().toString())
            for menu in Menu
            for action in menus.actions_of(menu)
            if not action.shortcut().isEmpty()
        ]
        rows += [(_(words), keys) for words, keys in _KEYS_WITHOUT_MENU]
        return cls(theme, _("キーの一覧"), rows, (520, 560, 264), parent)

    @classmethod
    def of_program(cls, context: UiContext, parent: QWidget) -> Self:
        """Return what this program is and where its data lies."""
        rows = [
            (_("協働デスク"), _("第 {version} 版").format(version=version("kyodo-desktop"))),
            (_("データの場所"), str(context.folder.root)),
            (_("誤りの記録"), str(context.folder.logs)),
            (_("字体"), _("BIZ UDゴシック・BIZ UD明朝（SIL Open Font License）")),
            (_("図柄"), _("Lucide（ISC License）")),
            (_("画面の部品"), _("Qt for Python（LGPL 3.0）")),
        ]
        return cls(context.theme, _("このプログラムについて"), rows, (560, 280, 104), parent)
