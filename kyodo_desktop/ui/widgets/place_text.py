"""A text with places ({title}): they are seen as such, unknown ones as wrong, and chosen by their labels."""

from collections.abc import Mapping, Sequence
from functools import partial

from PySide6.QtCore import QPoint
from PySide6.QtGui import QSyntaxHighlighter, QTextCharFormat, QTextDocument
from PySide6.QtWidgets import QPushButton, QWidget

from kyodo_desktop.base.i18n import _
from kyodo_desktop.forms.places import PLACE
from kyodo_desktop.ui.theme.theme import Theme
from kyodo_desktop.ui.widgets.buttons import make_button
from kyodo_desktop.ui.widgets.edits import JapaneseTextEdit
from kyodo_desktop.ui.widgets.tick_menu import TickMenu


class _Marks(QSyntaxHighlighter):
    """Shows known places in accent, unknown ones as wrong and underlined."""

    def __init__(self, theme: Theme, document: QTextDocument) -> None:
        super().__init__(document)
        self.known: frozenset[str] = frozenset()
        self._right, self._wrong = QTextCharFormat(), QTextCharFormat()
        self._right.setForeground(theme.colour("accent"))
        self._wrong.setForeground(theme.colour("error"))
        self._wrong.setFontUnderline(True)

    def highlightBlock(self, text: str) -> None:
        """Mark the places of a line."""
        for match in PLACE.finditer(text):
            # Qt counts UTF-16 units, and 𠮷 before a place is two of them.
            start = len(text[: match.start()].encode("utf-16-le")) // 2
            dress = self._right if match[1] in self.known else self._wrong
            self.setFormat(start, len(match[0]), dress)


class PlaceText(JapaneseTextEdit):
    """Sentences to type; `set_places` says which places they may have, by name and label."""

    def __init__(
        self, theme: Theme, name: str, parent: QWidget | None = None, *, one_paragraph: bool = False
    ) -> None:
        super().__init__(name, parent, one_paragraph=one_paragraph)
        self._theme, self._name = theme, name
        self._places: Mapping[str, str] = {}
        self._marks = _Marks(theme, self.document())

    def set_places(self, places: Sequence[tuple[str, str]]) -> None:
        """Say which places the text may have: (name, label)."""
        self._places = dict(places)
        self._marks.known = frozenset(self._places)
        self._marks.rehighlight()

    def unknown_words(self) -> str:
        """Return a sentence on the places that are not known; empty if all are."""
        names = dict.fromkeys(match[1] for match in PLACE.finditer(self.toPlainText()))
        unknown = "、".join("{" + name + "}" for name in names if name not in self._places)
        if not unknown:
            return ""
        return _("{places} は、この様式では使えない差し込みです。直すまで保存できません。").format(
            places=unknown
        )

    def put_in(self, name: str) -> None:
        """Write a place where the cursor is."""
        self.insertPlainText("{" + name + "}")
        self.setFocus()

    def make_button(self) -> QPushButton:
        """Return the small button that offers the places."""
        button = make_button(self._theme, _("差し込み"), lambda: self.offer(button), kind="link", icon="plus")
        button.setAccessibleName(_("{text}に差し込みを入れる").format(text=self._name))
        return button

    def offer(self, button: QWidget) -> None:
        """Show the places below a button."""
        menu = TickMenu(self._theme, button)
        for name, label in self._places.items():
            menu.add_words(label, partial(self.put_in, name))
        menu.popup(button.mapToGlobal(QPoint(0, button.height())))
