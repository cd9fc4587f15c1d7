"""Asking for the name of a way of looking at a list."""

from collections.abc import Callable, Container

from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from kyodo_desktop.base.errors import KyodoError
from kyodo_desktop.base.i18n import _
from kyodo_desktop.ui.theme.theme import Theme
from kyodo_desktop.ui.widgets.buttons import make_button, make_button_row
from kyodo_desktop.ui.widgets.edits import JapaneseLineEdit
from kyodo_desktop.ui.widgets.form_rows import FormRows
from kyodo_desktop.ui.widgets.labels import make_label


class NameDialog(QDialog):
    """One field; `chosen(name)` may refuse a name with a KyodoError, which is said below it.

    For one of the names that are `taken` it says that it will be replaced.
    """

    def __init__(
        self,
        theme: Theme,
        title: str,
        name: str,
        chosen: Callable[[str], object],
        parent: QWidget,
        *,
        taken: Container[str] = (),
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self._chosen, self._taken = chosen, taken
        self._rows = FormRows(theme, narrow=True)
        self.name = JapaneseLineEdit(_("さがし方の名前"), last=True)
        self.name.setText(name)
        self.name.setPlaceholderText(_("例 確認が古い自治会"))
        self.name.setMinimumWidth(theme.px(320))
        self._rows.add(_("さがし方の名前"), self.name, width=None)
        self._notice = make_label("", "muted", wrap=True)
        self._confirm = make_button(theme, _("この名前にする"), self.confirm, kind="primary")
        layout = QVBoxLayout(self)
        theme.space(layout, 16, (24, 24, 24, 16))
        layout.addWidget(self._rows)
        layout.addWidget(self._notice)
        layout.addLayout(make_button_row(theme, make_button(theme, _("やめる"), self.reject), self._confirm))
        self.name.textChanged.connect(lambda _text: self._refresh())
        self.name.committed.connect(self.confirm)
        self.name.selectAll()
        self._refresh()

    def notice(self) -> str:
        """Return what is said of the name that is typed."""
        return self._notice.text()

    def confirm(self) -> None:
        """Take the name, or say why not."""
        try:
            self._chosen(self.name.text())
        except KyodoError as error:
            self._rows.set_problem(self.name, str(error))
            self.name.setFocus()
            return
        self.accept()

    def _refresh(self) -> None:
        replaces = self.name.text().strip() in self._taken
        words = _("同じ名前のさがし方があります。いまの内容に置き換えます。")
        self._notice.setText(words if replaces else "")
        self._notice.setVisible(replaces)
