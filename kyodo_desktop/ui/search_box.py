"""さがす: one box over all tabs, its results in a list below it."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPoint, QSize, Qt, QTimer
from PySide6.QtGui import QKeyEvent, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QAbstractItemView, QListView, QWidget

from kyodo_desktop.base.i18n import _
from kyodo_desktop.ui.pages.base import SearchHit
from kyodo_desktop.ui.theme.theme import Theme
from kyodo_desktop.ui.widgets.filter_box import FilterBox

PAUSE_MS = 120
"""How long typing must rest before the store is asked."""
MOST_HITS = 8
"""How many hits of each page are shown."""
_HIT_ROLE = int(Qt.ItemDataRole.UserRole) + 1
_MOST_ROWS = 14
_WIDTH = 280

Found = Sequence[tuple[str, str, Sequence[SearchHit]]]
"""(page's key, page's title, hits)."""


class SearchBox(FilterBox):
    """Asks `find` as one types and shows what it finds; Down and Enter choose, Escape closes."""

    def __init__(
        self,
        theme: Theme,
        find: Callable[[str], Found],
        open_hit: Callable[[str, int], object],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(theme, _("さがす"), icon="search", hint="Ctrl+K", width=None, parent=parent)
        self.setMinimumWidth(theme.px(120))
        self.setMaximumWidth(theme.px(_WIDTH))
        self._find, self._open_hit = find, open_hit
        self._model = QStandardItemModel(self)
        self._list: QListView | None = None
        self._pause = QTimer(self, singleShot=True, interval=PAUSE_MS)
        self._pause.timeout.connect(self.search_now)
        self.query_changed.connect(lambda _text: self._pause.start())
        self.returnPressed.connect(self._on_enter)
        self.left_downwards.connect(self._on_down)

    def sizeHint(self) -> QSize:
        """Return the width of the design; the box shrinks in a narrow window."""
        return QSize(self._theme.px(_WIDTH), super().sizeHint().height())

    def results(self) -> tuple[str, ...]:
        """Return the lines of the list, headings included."""
        return tuple(self._model.item(row).text() for row in range(self._model.rowCount()))

    def search_now(self) -> None:
        """Search for what stands in the box and show the results."""
        self._pause.stop()
        text = self.text().strip()
        if not text:
            self.close_results()
            return
        self._model.clear()
        for key, title, hits in self._find(text):
            if hits:
                words = _("{page}  {n}件") if len(hits) < MOST_HITS else _("{page}  はじめの {n}件")
                self._add(words.format(page=title, n=len(hits)), None)
            for hit in hits:
                self._add(f"　{hit.title}　　{hit.detail}".rstrip("　"), (key, hit.record_id))
        if not self._model.rowCount():
            self._add(_("見つかりません。ことばを短くしてみてください。"), None)
        self._show_list()

    def close_results(self) -> None:
        """Hide the list."""
        if self._list is not None:
            self._list.hide()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Close the list when it loses the focus or Escape is pressed; Enter opens the line."""
        if watched is self._list:
            if event.type() == QEvent.Type.FocusOut:
                self.close_results()
            elif isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
                if event.key() == Qt.Key.Key_Escape:
                    self.close_results()
                    self.setFocus()
                    return True
                if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
                    self._open(self._list.currentIndex())
                    return True
        return super().eventFilter(watched, event)

    def _add(self, text: str, target: tuple[str, int] | None) -> None:
        item = QStandardItem(text)
        item.setData(target, _HIT_ROLE)
        item.setEnabled(target is not None)
        self._model.appendRow(item)

    def _show_list(self) -> None:
        view = self._list or self._make_list()
        px = self._theme.px
        row = max(view.sizeHintForRow(0), px(28))
        window = self.window()
        view.setFixedWidth(min(px(560), window.width()))
        corner = self.mapTo(window, QPoint(self.width() - view.width(), self.height() + px(4)))
        room = window.height() - corner.y() - px(8)
        view.setFixedHeight(min(min(self._model.rowCount(), _MOST_ROWS) * row + px(4), room))
        view.move(corner)
        view.show()
        view.raise_()

    def _make_list(self) -> QListView:
        # A child of the window, no popup: a popup would take the keyboard from the input method.
        view = QListView(self.window())
        view.setObjectName("search_results")
        view.setStyleSheet(f"QListView {{ border: 1px solid {self._theme.tokens.control}; }}")
        view.setAccessibleName(_("さがした結果"))
        view.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        # The page and the number stand at the end of a line: a long title gives way in its middle.
        view.setTextElideMode(Qt.TextElideMode.ElideMiddle)
        view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        view.setModel(self._model)
        view.clicked.connect(self._open)
        view.installEventFilter(self)
        self._list = view
        return view

    def _first_hit(self) -> QModelIndex:
        for row in range(self._model.rowCount()):
            if self._model.item(row).isEnabled():
                return self._model.index(row, 0)
        return QModelIndex()

    def _on_down(self) -> None:
        if self._list is not None and self._list.isVisible():
            self._list.setFocus()
            self._list.setCurrentIndex(self._first_hit())

    def _on_enter(self) -> None:
        self.search_now()
        self._open(self._first_hit())

    def _open(self, index: QModelIndex) -> None:
        target = index.data(_HIT_ROLE)
        if target:
            self.close_results()
            self._open_hit(*target)
