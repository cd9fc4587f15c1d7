"""The line below counter mode: what was just done with the way back, and the keys."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFrame, QHBoxLayout

from kyodo_desktop.base.errors import KyodoError
from kyodo_desktop.base.i18n import _
from kyodo_desktop.ui.theme.theme import Theme
from kyodo_desktop.ui.theme.tokens import Tone
from kyodo_desktop.ui.widgets.buttons import make_button
from kyodo_desktop.ui.widgets.labels import ElidedLabel, make_label
from kyodo_desktop.ui.widgets.tags import SignMark

if TYPE_CHECKING:
    from kyodo_desktop.services import Services


class NewsLine(QFrame):
    """Says one thing at a time; 元に戻す is there only while it would undo what is said."""

    def __init__(self, theme: Theme, services: "Services", report: Callable[[KyodoError], object]) -> None:
        super().__init__()
        self._history, self._report = services.history, report
        self._news_of: str | None = None
        self.setProperty("ground", "window")
        self.setFixedHeight(theme.px(36))
        line = QHBoxLayout(self)
        theme.space(line, 6, (24, 0, 24, 0))
        self._sign = SignMark(theme, Tone.DONE)
        self._words = ElidedLabel("", "small")
        self._undo = make_button(theme, _("元に戻す"), self.undo, kind="link")
        line.addWidget(self._sign)
        line.addWidget(self._words, 1)
        line.addWidget(self._undo)
        line.addSpacing(theme.px(16))
        line.addWidget(make_label(_("1〜5 どのように ・ Ctrl+Enter 保存 ・ Esc 閉じる"), "caption"))
        self.show_done("", undoable=False)

    def text(self) -> str:
        """Return what is said."""
        return self._words.text()

    def show_done(self, words: str, *, undoable: bool) -> None:
        """Say what was done."""
        self._words.setText(words)
        self._sign.setVisible(bool(words))
        self._news_of = self._history.can_undo() if undoable else None
        self._undo.setVisible(self._news_of is not None)

    def refresh(self) -> None:
        """Take 元に戻す away once it would undo something else than is said."""
        if self._news_of is not None and self._news_of != self._history.can_undo():
            self.show_done("", undoable=False)

    def undo(self) -> None:
        """Take the last act back."""
        try:
            done = self._history.undo()
        except KyodoError as error:
            self._report(error)
            return
        self.show_done(_("元に戻しました: {what}").format(what=done.what), undoable=False)
