"""The bar at a wizard's bottom: what is to be put right, 前へ, 次へ, 下書きを閉じる."""

from collections.abc import Callable

from PySide6.QtWidgets import QHBoxLayout, QWidget

from kyodo_desktop.base.i18n import _
from kyodo_desktop.ui.theme.theme import Theme
from kyodo_desktop.ui.theme.tokens import Tone
from kyodo_desktop.ui.widgets.buttons import make_button
from kyodo_desktop.ui.widgets.frames import make_frame
from kyodo_desktop.ui.widgets.labels import dress, make_label
from kyodo_desktop.ui.widgets.tags import SignMark


class BottomBar(QWidget):
    """56 high; `on_back`, `on_forward` and `on_close` follow its buttons."""

    def __init__(
        self,
        theme: Theme,
        finish_word: str,
        close_word: str,
        *,
        on_back: Callable[[], object],
        on_forward: Callable[[], object],
        on_close: Callable[[], object],
    ) -> None:
        super().__init__()
        self._finish_word = finish_word
        self._problems = ""
        self._close_word = close_word
        self._keys = ""
        self._mark = SignMark(theme, Tone.ERROR)
        self._words = make_label("", "error", wrap=True)
        self.back = make_button(theme, _("前へ"), on_back)
        self.forward = make_button(theme, _("次へ"), on_forward, kind="primary")
        self.close_draft = make_button(theme, close_word, on_close, kind="flat")
        self.back.setToolTip(_("前へ（Alt+←）"))
        self.close_draft.setToolTip(_("{word}（Ctrl+W）").format(word=close_word))
        frame = make_frame("surface")
        row = QHBoxLayout(frame)
        theme.space(row, 8, (24, 0, 24, 0))
        row.addWidget(self._mark)
        row.addWidget(self._words, 1)
        for button in (self.back, self.forward, self.close_draft):
            row.addWidget(button)
        outer = QHBoxLayout(self)
        theme.space(outer, 0)
        outer.addWidget(frame)
        self.setMinimumHeight(theme.px(56))
        self.show_place(is_first=True, is_last=False)

    def show_place(self, *, is_first: bool, is_last: bool) -> None:
        """Fit the buttons to the step shown."""
        self.back.setEnabled(not is_first)
        word = self._finish_word if is_last else _("次へ")
        self.forward.setText(word)
        tip = _("{word}（Ctrl+Enter でここへ、Enter で押します）") if is_last else _("{word}（Ctrl+Enter）")
        self.forward.setToolTip(tip.format(word=word))
        keys = (
            _("Enter 次の欄 ・ Ctrl+Enter 「{forward}」のボタンへ ・ Alt+← 前へ ・ Ctrl+W {close}")
            if is_last
            else _("Enter 次の欄 ・ Ctrl+Enter {forward} ・ Alt+← 前へ ・ Ctrl+W {close}")
        )
        self._keys = keys.format(forward=word, close=self._close_word)
        self.show_problems(self._problems)

    def show_problems(self, words: str) -> None:
        """Say how much is to be put right; with an empty text the keys are told instead."""
        self._problems = words
        self._words.setText(words or self._keys)
        dress(self._words, "error" if words else "caption")
        self._mark.setVisible(bool(words))

    def words(self) -> str:
        """Return what the bar says of problems."""
        return self._problems
