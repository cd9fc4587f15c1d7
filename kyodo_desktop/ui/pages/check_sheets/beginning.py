"""A check sheet begun from a row of another page; where there is one already, that is told and offered."""

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from kyodo_desktop.base.i18n import _
from kyodo_desktop.japanese.fiscal_year import format_fiscal_year
from kyodo_desktop.records.check_sheets import CheckSheetRecord
from kyodo_desktop.records.sheets import SheetOwner
from kyodo_desktop.ui.context import UiContext
from kyodo_desktop.ui.pages.check_sheets.wording import title_words
from kyodo_desktop.ui.theme.theme import Theme
from kyodo_desktop.ui.widgets.buttons import make_button
from kyodo_desktop.ui.widgets.labels import make_label

_WIDTH = 420


def begin_sheet(context: UiContext, owner: SheetOwner, parent: QWidget) -> None:
    """Begin a sheet of a record; if it has one of that year, ask which it is to be."""
    with context.reporting():
        others = context.services.check_sheets.beginning(owner).others
        if not others:
            context.begin_check_sheet(owner)
            return
        dialog = SheetThereDialog(
            context.theme,
            others,
            lambda: context.open_page("check_sheets", others[0].id),
            lambda: context.begin_check_sheet(owner),
            parent,
        )
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()


class SheetThereDialog(QDialog):
    """Says which sheets there are; `open_it()` opens the last filled in, `make_another()` begins one more."""

    def __init__(
        self,
        theme: Theme,
        others: Sequence[CheckSheetRecord],
        open_it: Callable[[], object],
        make_another: Callable[[], object],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(_("チェックシートをつくる"))
        self._open_it, self._make_another = open_it, make_another
        year = format_fiscal_year(others[0].fiscal_year)
        layout = QVBoxLayout(self)
        theme.space(layout, 12, (24, 24, 24, 16))
        head = make_label(_("{year}のチェックシートは、もうあります").format(year=year), "head", wrap=True)
        head.setMinimumWidth(theme.px(_WIDTH))
        layout.addWidget(head)
        for other in others:
            layout.addWidget(make_label(_sheet_words(other), wrap=True))
        note = _("もう1枚つくっても、どちらも残ります。")
        layout.addWidget(make_label(note, "muted", wrap=True))
        layout.addSpacing(theme.px(4))
        buttons = QHBoxLayout()
        theme.space(buttons, 8)
        buttons.addStretch(1)
        buttons.addWidget(make_button(theme, _("やめる"), self.reject))
        buttons.addWidget(make_button(theme, _("もう1枚つくる"), self.make_another, icon="plus"))
        primary = make_button(theme, _("いまあるシートを開く"), self.open_it, kind="primary")
        primary.setDefault(True)
        buttons.addWidget(primary)
        layout.addLayout(buttons)
        primary.setFocus()

    def open_it(self) -> None:
        """Close and open the sheet there is."""
        self.accept()
        self._open_it()

    def make_another(self) -> None:
        """Close and begin one more."""
        self.accept()
        self._make_another()


def _sheet_words(sheet: CheckSheetRecord) -> str:
    filled = sum(mark.value is not None for mark in sheet.marks)
    return _("「{title}」　{partner}　記入 {n}／{all}").format(
        title=title_words(sheet.title),
        partner=sheet.partner_name or _("（相手未記入）"),
        n=filled,
        all=4 * sheet.boxes,
    )
