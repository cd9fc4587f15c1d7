"""The one question of counter mode, and what it finds as one types."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QModelIndex, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QAbstractItemView, QListView, QVBoxLayout, QWidget

from kyodo_desktop.base.i18n import _
from kyodo_desktop.records.counter import CounterHit
from kyodo_desktop.ui.pages.shared.kinds import short_kind_label
from kyodo_desktop.ui.theme.theme import Theme
from kyodo_desktop.ui.widgets.filter_box import FilterBox

PAUSE_MS = 120
"""How long typing must rest before the register is asked."""
MOST_HITS = 12
_MOST_IN_SIGHT = 10


class QuestionBox(FilterBox):
    """Up and Down move in what was found (`moved`), Enter takes it: the box keeps the focus all the while.

    An input method that composes in it is never disturbed.
    """

    moved = Signal(int)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move with the arrows, unless an input method is choosing among its own."""
        step = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(Qt.Key(event.key()), 0)
        if step and not self.is_composing:
            self.moved.emit(step)
        else:
            super().keyPressEvent(event)


class AskBox(QWidget):
    """A box and, below it, what `find(text, limit)` finds; the last line takes what was typed as a caller.

    `looked_at` carries the hit that is marked, None for the last line; `taken` the same when it is chosen.
    `asked` tells whether there is a question.
    """

    looked_at = Signal(object)
    taken = Signal(object)
    asked = Signal(bool)

    def __init__(self, theme: Theme, find: Callable[[str, int], Sequence[CounterHit]]) -> None:
        super().__init__()
        self._theme, self._find = theme, find
        self._hits: tuple[CounterHit, ...] = ()
        prompt = _("名前・フリガナ・電話・代表者・受付番号")
        self.box = QuestionBox(theme, prompt, icon="search", width=None)
        self._model = QStandardItemModel(self)
        self.results = QListView(self)
        self.results.setModel(self._model)
        self.results.setAccessibleName(_("見つかった団体"))
        self.results.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.results.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.results.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        # The name stands first: by what it was found can be read on the card beside.
        self.results.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.results.hide()
        column = QVBoxLayout(self)
        theme.space(column, 4)
        column.addWidget(self.box)
        column.addWidget(self.results)
        self._pause = QTimer(self, singleShot=True, interval=PAUSE_MS)
        self._pause.timeout.connect(self.ask_now)
        self.box.query_changed.connect(lambda _text: self._pause.start())
        self.box.moved.connect(self._move)
        self.box.returnPressed.connect(self._on_enter)
        self.results.clicked.connect(self._take)

    def text(self) -> str:
        """Return the question."""
        return self.box.text().strip()

    def lines(self) -> tuple[str, ...]:
        """Return what is listed, the line for a caller last."""
        return tuple(self._model.item(row).text() for row in range(self._model.rowCount()))

    def clear(self) -> None:
        """Take the question away, without a word."""
        self.box.clear()
        self._pause.stop()
        self._model.clear()
        self.results.hide()

    def ask_now(self) -> None:
        """Find what stands in the box; the first of it is marked."""
        self._pause.stop()
        text = self.text()
        self._hits = tuple(self._find(text, MOST_HITS)) if text else ()
        self._model.clear()
        for hit in self._hits:
            self._model.appendRow(QStandardItem(_words(hit)))
        if text:
            caller = _("台帳にない相手として書く: {text}").format(text=text)
            self._model.appendRow(QStandardItem(caller))
        row = max(self.results.sizeHintForRow(0), self._theme.px(28))
        rows = min(self._model.rowCount(), _MOST_IN_SIGHT)
        self.results.setFixedHeight(row * max(rows, 1) + self._theme.px(4))
        self.results.setVisible(bool(text))
        self.asked.emit(bool(text))
        if text:
            self._mark(0)

    def _mark(self, row: int) -> None:
        self.results.setCurrentIndex(self._model.index(row, 0))
        self.looked_at.emit(self._hit(row))

    def _move(self, step: int) -> None:
        if self._pause.isActive():
            self.ask_now()
        elif self._model.rowCount():
            at = self.results.currentIndex().row() + step
            self._mark(min(max(at, 0), self._model.rowCount() - 1))

    def _on_enter(self) -> None:
        if self._pause.isActive():
            self.ask_now()
        if self.text():
            self._take(self.results.currentIndex())

    def _take(self, index: QModelIndex) -> None:
        if index.isValid():
            self.taken.emit(self._hit(index.row()))

    def _hit(self, row: int) -> CounterHit | None:
        return self._hits[row] if 0 <= row < len(self._hits) else None


def _words(hit: CounterHit) -> str:
    partner = hit.partner
    if partner is None:
        return "　".join(part for part in (hit.title, hit.why or _("台帳にない")) if part)
    return f"{partner.name}　{hit.why or short_kind_label(partner.kind)}"
