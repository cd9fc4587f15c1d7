"""A note below the tabs that stays until it is closed; it never stops the work."""

from collections.abc import Callable

from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from kyodo_desktop.base.i18n import _
from kyodo_desktop.ui.theme.theme import Theme
from kyodo_desktop.ui.theme.tokens import Tone
from kyodo_desktop.ui.widgets.buttons import make_icon_button
from kyodo_desktop.ui.widgets.tags import NoteBox


class MessageBar(QFrame):
    """Shows one note at a time; hidden while there is none."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._note: NoteBox | None = None
        self.setProperty("ground", "window")
        self._layout = QHBoxLayout(self)
        theme.space(self._layout, 8, (24, 8, 24, 0))
        self._close = make_icon_button(theme, "x", _("知らせを閉じる"), self.clear)
        self._layout.addWidget(self._close)
        self.hide()

    def text(self) -> str:
        """Return the words of the note, empty while there is none."""
        return self._note.accessibleName() if self._note is not None else ""

    def show_note(
        self, tone: Tone, head: str, text: str = "", action: tuple[str, Callable[[], object]] | None = None
    ) -> None:
        """Show a note in place of the last one."""
        self.clear()
        self._note = NoteBox(self._theme, tone, head, text, action)
        self._layout.insertWidget(0, self._note, 1)
        self.show()

    def clear(self) -> None:
        """Take the note away."""
        self.hide()
        if self._note is not None:
            self._note.deleteLater()
            self._note = None
