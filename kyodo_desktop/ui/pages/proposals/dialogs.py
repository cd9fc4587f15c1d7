"""Asking for the reason of a 受理 that a rule would hold back."""

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from kyodo_desktop.base.i18n import _
from kyodo_desktop.records.proposals import Problem
from kyodo_desktop.ui.theme.theme import Theme
from kyodo_desktop.ui.theme.tokens import Tone
from kyodo_desktop.ui.widgets.buttons import make_button, make_button_row
from kyodo_desktop.ui.widgets.edits import JapaneseTextEdit
from kyodo_desktop.ui.widgets.form_rows import FormRows
from kyodo_desktop.ui.widgets.labels import make_label
from kyodo_desktop.ui.widgets.tags import SignMark


class AcceptDialog(QDialog):
    """Names what would hold the 受理 back and asks for a reason; `chosen(reason)` follows.

    A `reason` that is written already stands there to be found good for all of it.
    """

    def __init__(
        self,
        theme: Theme,
        name: str,
        problems: Sequence[Problem],
        chosen: Callable[[str], object],
        parent: QWidget | None = None,
        *,
        reason: str = "",
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(_("受理する"))
        self._chosen = chosen
        layout = QVBoxLayout(self)
        theme.space(layout, 12, (24, 24, 24, 16))
        layout.addWidget(make_label(name, "title", wrap=True))
        words = (
            _("次のことが残っています。書いてある理由でよければ、受理できます。")
            if reason
            else _("このままでは受理できないことが残っています。")
        )
        layout.addWidget(make_label(words, wrap=True))
        for problem in problems:
            line = QHBoxLayout()
            theme.space(line, 8)
            line.addWidget(SignMark(theme, Tone.ERROR))
            line.addWidget(make_label(problem.text, "error", wrap=True), 1)
            layout.addLayout(line)
        rows = FormRows(theme, narrow=True)
        self.reason = JapaneseTextEdit(_("受理する理由"))
        self.reason.setFixedHeight(theme.px(84))
        self.reason.setPlainText(reason)
        self.reason.textChanged.connect(self._refresh)
        rows.add(
            _("受理する理由"), self.reason, width=None, note=_("だれが見ても分かるように。記録に残ります。")
        )
        layout.addWidget(rows)
        give_up = make_button(theme, _("やめる"), self.reject)
        self.accept_button = make_button(theme, _("理由を付けて受理する"), self.confirm, kind="primary")
        layout.addLayout(make_button_row(theme, give_up, self.accept_button))
        self.setMinimumWidth(theme.px(520))
        self._refresh()
        self.reason.setFocus()

    def confirm(self) -> None:
        """Close and go on with the reason."""
        reason = self.reason.text().strip()
        if reason:
            self.accept()
            self._chosen(reason)

    def _refresh(self) -> None:
        self.accept_button.setEnabled(bool(self.reason.text().strip()))
