"""One thing the handbook asks of a partner, in the editor: what was found, by what, by whom and when."""

from collections.abc import Callable, Mapping
from datetime import date
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kyodo_desktop.base.i18n import _
from kyodo_desktop.japanese.wareki import format_date
from kyodo_desktop.records.proposals import CONFIRMATION_LABELS, Confirmation
from kyodo_desktop.ui.pages.shared.answers import Answers
from kyodo_desktop.ui.theme.theme import Theme
from kyodo_desktop.ui.widgets.edits import JapaneseLineEdit
from kyodo_desktop.ui.widgets.labels import make_label
from kyodo_desktop.ui.widgets.segments import Segments


class QuestionRow(QWidget):
    """確認した / まだ / あてはまらない; `changed` after any change.

    Who and when are put in when a person chooses; going back to まだ takes them away.
    """

    changed = Signal()

    def __init__(self, theme: Theme, label: str, clerk: Callable[[], str], today: Callable[[], date]) -> None:
        super().__init__()
        self._clerk, self._today = clerk, today
        self._key, self._by, self._on = "", "", ""
        choices = [(state.value, _(words)) for state, words in CONFIRMATION_LABELS.items()]
        self.segments = Segments(theme, choices, label)
        self.segments.shrink()
        self.seen = JapaneseLineEdit(_("{label} 何で確認したか").format(label=label))
        self._who = make_label("", "caption", wrap=True)
        column = QVBoxLayout(self)
        theme.space(column, 4)
        column.addWidget(make_label(label, "muted"))
        for widget in (self.segments, self.seen, self._who):
            column.addWidget(widget)
        self.segments.chosen.connect(self._on_chosen)
        self.seen.textChanged.connect(self.changed)

    def fill(self, answers: Mapping[str, Any]) -> None:
        """Show what was found."""
        self._key, self._by, self._on = answers["key"], answers["by"], answers["on"]
        self.segments.set_value(answers["state"])
        self.seen.setText(answers["seen"])
        self._refresh()

    def answers(self) -> Answers:
        """Return what was found."""
        return {
            "key": self._key,
            "state": self.segments.value(),
            "seen": self.seen.text(),
            "by": self._by,
            "on": self._on,
        }

    def _on_chosen(self, state: str) -> None:
        found = state != Confirmation.NOT_YET
        self._by = (self._by or self._clerk()) if found else ""
        self._on = (self._on or self._today().isoformat()) if found else ""
        self._refresh()
        self.changed.emit()

    def _refresh(self) -> None:
        self.seen.setVisible(self.segments.value() != Confirmation.NOT_YET or bool(self.seen.text()))
        met = self.segments.value() == Confirmation.CONFIRMED
        self.seen.setPlaceholderText(_("何で確認したか") if met else _("何で分かったか"))
        day = format_date(date.fromisoformat(self._on)) if self._on else ""
        self._who.setText(" ・ ".join(part for part in (self._by, day) if part))
        self._who.setVisible(bool(self._who.text()))
