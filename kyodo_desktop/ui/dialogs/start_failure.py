"""The one dialog shown when the data cannot be opened."""

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from kyodo_desktop.base.i18n import _
from kyodo_desktop.base.paths import DataFolder
from kyodo_desktop.ui.theme.theme import Theme
from kyodo_desktop.ui.theme.tokens import Tone
from kyodo_desktop.ui.widgets.buttons import make_button, make_button_row
from kyodo_desktop.ui.widgets.labels import make_label
from kyodo_desktop.ui.widgets.tags import NoteBox


class StartFailure(QDialog):
    """Says why, where the data lies and the backups; closing it ends the program."""

    def __init__(
        self, theme: Theme, sentence: str, folder: DataFolder, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(_("データを開けません"))
        layout = QVBoxLayout(self)
        theme.space(layout, 12, (24, 16, 24, 16))
        layout.addWidget(NoteBox(theme, Tone.ERROR, _("データを開けません"), sentence))
        layout.addWidget(make_label(_("データ: {path}").format(path=folder.database), "muted", wrap=True))
        layout.addWidget(make_label(_("控え: {path}").format(path=folder.backups), "muted", wrap=True))
        show = make_button(theme, _("場所を開く"), lambda: _show(folder))
        close = make_button(theme, _("終了"), self.accept, kind="primary")
        layout.addLayout(make_button_row(theme, show, close))
        layout.addStretch(1)
        self.resize(theme.px(560), theme.px(240))
        close.setFocus()


def _show(folder: DataFolder) -> None:
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder.root)))
