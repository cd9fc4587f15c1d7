"""決まり文句: a stock sentence is chosen as it will print, and put where the cursor is."""

from collections.abc import Callable, Mapping
from typing import Any

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import (
    QApplication,
    QDialog,
    QFrame,
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from kyodo_desktop.base.i18n import _
from kyodo_desktop.japanese.folding import Query, search_keys
from kyodo_desktop.records.phrases import FilledPhrase, Phrase
from kyodo_desktop.ui.context import UiContext
from kyodo_desktop.ui.widgets.buttons import Button, make_button
from kyodo_desktop.ui.widgets.edits import JapaneseTextEdit
from kyodo_desktop.ui.widgets.filter_box import FilterBox
from kyodo_desktop.ui.widgets.frames import make_frame, make_line
from kyodo_desktop.ui.widgets.labels import make_label

_PHRASE = Qt.ItemDataRole.UserRole


class PhrasePicker(QDialog):
    """Left the sentences for a paper and its outcome, right the current one as it will print.

    `picked` carries the words to put in, `editor_asked` that somebody wants to change the sentences.
    """

    picked = Signal(str)
    editor_asked = Signal()

    def __init__(
        self,
        context: UiContext,
        form_key: str,
        values: Mapping[str, Any],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(_("決まり文句"))
        self._context, self._form_key, self._values = context, form_key, values
        theme = context.theme
        self.box = FilterBox(theme, _("見出し・文"), width=None)
        self.list = QListWidget()
        self.list.setAccessibleName(_("決まり文句"))
        self.list.setFrameShape(QFrame.Shape.NoFrame)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.text = make_label("", wrap=True)
        self.text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.note = make_label("", "muted", wrap=True)
        self.put_button = make_button(theme, _("入れる"), self.pick, kind="primary")
        self._fill()
        self._lay_out()
        self.box.query_changed.connect(self._sift)
        self.box.left_downwards.connect(self.list.setFocus)
        self.list.currentItemChanged.connect(lambda now, _before: self._show(now))
        self.list.itemActivated.connect(lambda _item: self.pick())
        self._choose_first()
        self.list.setFocus()
        size = QSize(theme.px(720), theme.px(440))
        self.resize(size if parent is None else size.boundedTo(parent.window().size()))

    def titles(self) -> tuple[str, ...]:
        """Return what the listed sentences are called."""
        return tuple(one.title for item in self._items() if (one := _phrase(item)) and not item.isHidden())

    def choose(self, title: str) -> None:
        """Make the sentence of a title the current one."""
        self.list.setCurrentItem(
            next(item for item in self._items() if (one := _phrase(item)) and one.title == title)
        )

    def pick(self) -> None:
        """Give the current sentence back."""
        phrase = _phrase(self.list.currentItem())
        if phrase is not None and self.put_button.isEnabled():
            self.accept()
            self.picked.emit(self._filled(phrase).text)

    def _fill(self) -> None:
        outcome = self._values.get("result")
        found = self._context.services.phrases.of(self._form_key, str(outcome) if outcome else None)
        for is_common, head in ((False, _("この様式の文")), (True, _("どの様式でも使う文"))):
            members = [one for one in found if (not one.form_key) is is_common]
            if members:
                self._add(head).setFlags(Qt.ItemFlag.NoItemFlags)
            for one in members:
                words = one.title if one.own else _("{title}（仮）").format(title=one.title)
                item = self._add(words)
                item.setData(_PHRASE, one)
                item.setToolTip(words)

    def _add(self, words: str) -> QListWidgetItem:
        item = QListWidgetItem(words, self.list)
        item.setSizeHint(QSize(0, self._context.theme.px(28)))
        return item

    def _lay_out(self) -> None:
        theme = self._context.theme
        left = QVBoxLayout()
        theme.space(left, 8, (12, 12, 0, 0))
        left.addWidget(self.box)
        left.addWidget(self.list, 1)
        inside = QWidget()
        column = QVBoxLayout(inside)
        theme.space(column, 12, (24, 16, 24, 16))
        column.addWidget(self.text)
        column.addWidget(self.note)
        column.addStretch(1)
        shown = QScrollArea()
        shown.setFrameShape(QFrame.Shape.NoFrame)
        shown.setWidgetResizable(True)
        shown.setWidget(inside)
        shown.setAccessibleName(_("紙に入る文"))
        middle = make_frame("surface")
        panes = QHBoxLayout(middle)
        theme.space(panes, 0)
        panes.addLayout(left, 2)
        panes.addWidget(shown, 3)
        foot = QHBoxLayout()
        theme.space(foot, 8, (24, 8, 24, 12))
        foot.addWidget(
            make_button(theme, _("決まり文句を直す"), self._ask_editor, kind="link", icon="pencil")
        )
        foot.addStretch(1)
        foot.addWidget(make_button(theme, _("やめる"), self.reject))
        foot.addWidget(self.put_button)
        outer = QVBoxLayout(self)
        theme.space(outer, 0)
        outer.addWidget(middle, 1)
        outer.addWidget(make_line())
        outer.addLayout(foot)

    def _items(self) -> list[QListWidgetItem]:
        return [self.list.item(row) for row in range(self.list.count())]

    def _choose_first(self) -> None:
        first = next((item for item in self._items() if _phrase(item) and not item.isHidden()), None)
        if first is None:
            self.list.clearSelection()
        else:
            self.list.setCurrentItem(first)
        self._show(first)

    def _sift(self, words: str) -> None:
        query = Query.parse(words)
        for item in self._items():
            phrase = _phrase(item)
            if phrase is not None:
                texts = (phrase.title, phrase.text)
                item.setHidden(not query.matches(*search_keys(texts), " ".join(texts)))
        current = self.list.currentItem()
        if current is None or current.isHidden():
            self._choose_first()

    def _show(self, item: QListWidgetItem | None) -> None:
        phrase = _phrase(item)
        self.put_button.setEnabled(phrase is not None)
        if phrase is None:
            self.text.setText("")
            self.note.setText(_("使える決まり文句がありません。「決まり文句を直す」で書き足せます。"))
            return
        filled = self._filled(phrase)
        self.text.setText(filled.text)
        self.note.setText(note_words(filled))

    def _filled(self, phrase: Phrase) -> FilledPhrase:
        return self._context.services.phrases.filled(self._form_key, phrase.text, self._values)

    def _ask_editor(self) -> None:
        self.reject()
        self.editor_asked.emit()


class PhraseButton(Button):
    """Offers the stock sentences of a paper, and puts one into the field of many lines under `area`.

    It goes where the cursor is or was last; `form_key` and `values` are asked when it is pressed. `put_in`
    tells that something was put in.
    """

    put_in = Signal()

    def __init__(
        self,
        context: UiContext,
        area: QWidget,
        form_key: Callable[[], str],
        values: Callable[[], Mapping[str, Any]],
    ) -> None:
        super().__init__(_("決まり文句"))
        self._context, self._area, self._form_key, self._values = context, area, form_key, values
        self._last: JapaneseTextEdit | None = None
        self.setProperty("kind", "link")
        self.setIcon(context.theme.icon("message-square-plus", "accent", gap=True))
        self.setIconSize(QSize(context.theme.px(18), context.theme.px(16)))
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.clicked.connect(lambda _checked=False: self.open_picker())
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._on_focus)

    def open_picker(self) -> None:
        """Show the sentences."""
        with self._context.reporting():
            picker = PhrasePicker(self._context, self._form_key(), self._values(), self)
            picker.picked.connect(self._put)
            picker.editor_asked.connect(self._open_editor)
            picker.open()

    def _on_focus(self, _before: QWidget | None, now: QWidget | None) -> None:
        if isinstance(now, JapaneseTextEdit) and self._area.isAncestorOf(now):
            self._last = now
            now.destroyed.connect(self._forget)

    def _forget(self) -> None:
        self._last = None

    def _target(self) -> JapaneseTextEdit | None:
        shown = [edit for edit in self._area.findChildren(JapaneseTextEdit) if edit.isVisible()]
        return self._last if self._last in shown else next(iter(shown), None)

    def _put(self, words: str) -> None:
        target = self._target()
        if target is None:
            return
        target.insertPlainText(words)
        target.setFocus()
        self.put_in.emit()

    def _open_editor(self) -> None:
        from kyodo_desktop.ui.dialogs.templates.dialog import open_phrases

        open_phrases(self._context, self.window(), self._form_key())


def note_words(filled: FilledPhrase) -> str:
    """Return what is to be known of a sentence before it is put in; empty if nothing is."""
    lines = []
    if filled.empty:
        lines.append(_("〔　〕は、まだ空いている欄です。入れたあとで書いてください。"))
    if filled.unknown:
        names = "、".join("{" + name + "}" for name in filled.unknown)
        lines.append(_("▲ {names} は、この様式にない差し込みです。そのまま入ります。").format(names=names))
    return "\n".join(lines)


def _phrase(item: QListWidgetItem | None) -> Phrase | None:
    found = item.data(_PHRASE) if item is not None else None
    return found if isinstance(found, Phrase) else None
