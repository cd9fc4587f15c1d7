"""The line at the bottom: what is shown, the last backup, where the data lies; and what just happened."""

import os
from collections.abc import Callable, Sequence
from datetime import datetime

from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from kyodo_desktop.base.clock import Clock, office_time
from kyodo_desktop.base.i18n import _
from kyodo_desktop.base.paths import DataFolder
from kyodo_desktop.japanese.day_time import format_time
from kyodo_desktop.japanese.wareki import format_month_day
from kyodo_desktop.ui.theme.theme import Theme
from kyodo_desktop.ui.theme.tokens import Tone
from kyodo_desktop.ui.widgets.buttons import make_button
from kyodo_desktop.ui.widgets.frames import make_line
from kyodo_desktop.ui.widgets.labels import ElidedLabel, make_label
from kyodo_desktop.ui.widgets.tags import SignMark

SEPARATOR = "  ・  "


class StatusLine(QFrame):
    """28 px of muted small words, 「・」 between; at the right the last thing that was done."""

    def __init__(self, theme: Theme, folder: DataFolder, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._place = _("データ: {folder}").format(folder=f"…{os.sep}{folder.root.name}")
        self._backup = ""
        self._parts: tuple[str, ...] = ()
        self.setProperty("ground", "window")
        outer = QVBoxLayout(self)
        theme.space(outer, 0)
        outer.addWidget(make_line())
        line = QHBoxLayout()
        theme.space(line, 8, (24, 0, 24, 0))
        outer.addLayout(line, 1)
        self._left = ElidedLabel("", "caption", tip=str(folder.root))
        line.addWidget(self._left, 1)
        self._right = QHBoxLayout()
        theme.space(self._right, 6)
        line.addLayout(self._right)
        self.setFixedHeight(theme.px(28))

    def text(self) -> str:
        """Return the words at the left."""
        return self._left.text()

    def show_parts(self, parts: Sequence[str]) -> None:
        """Show the page's part."""
        self._parts = tuple(parts)
        self._refresh()

    def show_backup(self, moment: datetime | None, clock: Clock) -> None:
        """Show when the last backup was made."""
        self._backup = backup_words(moment, clock)
        self._refresh()

    def show_news(self, text: str, action: tuple[str, Callable[[], object]] | None = None) -> None:
        """Say what was just done, with one action beside it; stays until the next news."""
        self.show_busy("")
        self._right.addWidget(SignMark(self._theme, Tone.DONE))
        self._right.addWidget(make_label(text, "small"))
        if action is not None:
            self._right.addWidget(make_button(self._theme, action[0], action[1], kind="link"))

    def show_busy(self, text: str) -> None:
        """Say what is being worked on; empty says nothing."""
        while (item := self._right.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        if text:
            self._right.addWidget(make_label(text, "caption"))

    def clear_busy(self) -> None:
        """Say nothing at the right any more."""
        self.show_busy("")

    def news_text(self) -> str:
        """Return the words at the right."""
        items = [self._right.itemAt(i) for i in range(self._right.count())]
        widgets = [item.widget() for item in items if item is not None]
        return " ".join(str(w.property("text")) for w in widgets if w is not None and w.property("text"))

    def _refresh(self) -> None:
        self._left.setText(SEPARATOR.join(part for part in (*self._parts, self._backup, self._place) if part))


def backup_words(moment: datetime | None, clock: Clock) -> str:
    """Return the status line's words about the last backup."""
    if moment is None:
        return _("控え まだありません")
    local = office_time(moment)
    if local.date() == clock.today():
        return _("控え 今日 {time}").format(time=format_time(local))
    day = format_month_day(local.date())
    return _("控え {day} {time}").format(day=day, time=format_time(local))
