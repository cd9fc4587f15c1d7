"""What is asked before a check sheet is printed or issued: whose marks, how many pages, lines to sign on."""

from collections.abc import Callable

from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from kyodo_desktop.base.i18n import _
from kyodo_desktop.records.check_sheets import SIDE_LABELS, SheetStyle, Side
from kyodo_desktop.ui.theme.theme import Theme
from kyodo_desktop.ui.widgets.buttons import make_button
from kyodo_desktop.ui.widgets.form_rows import FormRows
from kyodo_desktop.ui.widgets.labels import make_label
from kyodo_desktop.ui.widgets.segments import Segments
from kyodo_desktop.ui.window_settings import WindowSettings

_BOTH, _BY_HAND = "both", "by_hand"
_TWO, _FOUR = "two", "four"
_YES, _NO = "yes", "no"
_KEY = "check_sheets/print"

Chosen = Callable[[Side | None, SheetStyle], object]


class PrintSheetDialog(QDialog):
    """Asks how; `preview(side, style)` or `issue(side, style)` follows.

    A blank of no sheet (`issue` None) has no marks to choose among. What is chosen but the side is
    remembered.
    """

    def __init__(
        self,
        theme: Theme,
        settings: WindowSettings,
        side: Side | None,
        preview: Chosen,
        issue: Chosen | None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(_("チェックシートの印刷"))
        self._settings, self._preview, self._issue = settings, preview, issue
        last = settings.mapping(_KEY)
        rows = FormRows(theme, label_width=96, least_width=320)
        self.marks = Segments(theme, _marks(), _("のせる記入"))
        self.marks.set_value(_BOTH if side is None else side.value)
        if issue is not None:
            rows.add(_("のせる記入"), self.marks, width=None)
        editions = [(_FOUR, _("４ページ")), (_TWO, _("２ページ"))]
        self.edition = Segments(theme, editions, _("ページ数"))
        self.edition.set_value(_TWO if last.get("edition") == _TWO else _FOUR)
        rows.add(_("ページ数"), self.edition, width=None)
        self.lines = Segments(theme, [(_NO, _("付けない")), (_YES, _("付ける"))], _("署名欄"))
        self.lines.set_value(_YES if last.get("signature_lines") is True else _NO)
        rows.add(_("署名欄"), self.lines, width=None)
        note = _(
            "４ページはハンドブックのとおり、２ページは両面１枚用です。\n箱のメモがあれば、メモのページが増えます。"
        )
        if issue is not None:
            note += "\n" + _(
                "発行すると全部のページに番号と二次元コードが付き、\n"
                "署名して戻った紙をスキャンすると、このシートに綴じられます。"
            )
        rows.add_widget(make_label(note, "muted"))
        self._lay_out(theme, rows)

    def preview(self) -> None:
        """Close and show the paper."""
        self._go(self._preview)

    def issue(self) -> None:
        """Close and give the paper its number."""
        if self._issue is not None:
            self._go(self._issue)

    def _go(self, on: Chosen) -> None:
        two, lines, marks = self.edition.value() == _TWO, self.lines.value() == _YES, self.marks.value()
        self._settings.set_mapping(_KEY, {"edition": self.edition.value(), "signature_lines": lines})
        self.accept()
        side = Side(marks) if marks in set(Side) else None
        on(side, SheetStyle(two_pages=two, signature_lines=lines, by_hand=marks == _BY_HAND))

    def _lay_out(self, theme: Theme, rows: QWidget) -> None:
        layout = QVBoxLayout(self)
        theme.space(layout, 16, (24, 24, 24, 16))
        layout.addWidget(rows)
        buttons = QHBoxLayout()
        theme.space(buttons, 8)
        buttons.addStretch(1)
        buttons.addWidget(make_button(theme, _("やめる"), self.reject))
        if self._issue is not None:
            buttons.addWidget(make_button(theme, _("番号を付けて発行"), self.issue, icon="check"))
        primary = make_button(theme, _("印刷プレビュー"), self.preview, kind="primary")
        primary.setDefault(True)
        buttons.addWidget(primary)
        layout.addLayout(buttons)
        (self.marks if self._issue is not None else self.edition).setFocus()


def _marks() -> list[tuple[str, str]]:
    sides = [(side.value, _("{side}だけ").format(side=_(SIDE_LABELS[side]))) for side in Side]
    return [(_BOTH, _("両方")), *sides, (_BY_HAND, _("なし（書きこむ紙）"))]
