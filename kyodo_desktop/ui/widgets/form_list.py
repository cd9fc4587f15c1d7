"""The papers in their groups, to choose one; a few letters shorten the list."""

from collections.abc import Collection, Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QFrame, QHBoxLayout, QListWidget, QListWidgetItem, QVBoxLayout

from kyodo_desktop.base.i18n import _
from kyodo_desktop.japanese.folding import Query, search_keys
from kyodo_desktop.records.forms import FORM_GROUP_LABELS, FormInfo
from kyodo_desktop.ui.theme.theme import Theme
from kyodo_desktop.ui.widgets.filter_box import FilterBox
from kyodo_desktop.ui.widgets.labels import make_label

_KEY = Qt.ItemDataRole.UserRole


class FormList(QFrame):
    """Tells the key of the form a person picked (`chosen`); `first` (key, title) stands above the groups."""

    chosen = Signal(str)

    def __init__(
        self, theme: Theme, forms: Sequence[FormInfo], first: Sequence[tuple[str, str]] = ()
    ) -> None:
        super().__init__()
        self._theme = theme
        self.setProperty("ground", "surface")
        self.box = FilterBox(theme, _("様式の名前"), width=None)
        self.list = QListWidget()
        self.list.setAccessibleName(_("様式"))
        self.list.setFrameShape(QFrame.Shape.NoFrame)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.list.setIconSize(QSize(theme.px(14), theme.px(14)))
        self._items: dict[str, QListWidgetItem] = {}
        self._heads: list[tuple[QListWidgetItem, list[str]]] = []
        for key, title in first:
            self._add(key, title)
        self._fill(forms)
        self.none = make_label(_("その名前の様式はありません。"), "muted", wrap=True)
        self.none.setContentsMargins(theme.px(12), 0, 0, 0)
        self.none.hide()
        inside = QVBoxLayout(self)
        theme.space(inside, 8, (16, 12, 0, 0))
        top = QHBoxLayout()
        theme.space(top, 0, (0, 0, 12, 0))
        top.addWidget(self.box)
        inside.addLayout(top)
        inside.addWidget(self.none)
        inside.addWidget(self.list, 1)
        self.box.query_changed.connect(self._sift)
        self.box.left_downwards.connect(self._on_down)
        self.box.returnPressed.connect(self._on_down)
        self.list.currentItemChanged.connect(lambda now, _before: self._tell(now))

    def value(self) -> str:
        """Return the key of the current form, empty if there is none."""
        item = self.list.currentItem()
        return str(item.data(_KEY) or "") if item is not None else ""

    def choose(self, key: str) -> None:
        """Make a form the current one, in sight."""
        item = self._items.get(key)
        if item is None:
            return
        if item.isHidden():
            self.box.clear()
        self.list.setCurrentItem(item)
        self.list.scrollToItem(item)

    def keys(self) -> tuple[str, ...]:
        """Return the forms that are listed now, from the top."""
        return tuple(key for key, item in self._items.items() if not item.isHidden())

    def mark(self, written: Collection[str], own: Collection[str] = ()) -> None:
        """Mark the forms in which something is half written, and those that the office made its own."""
        for key, item in self._items.items():
            icon = ("pencil", "muted") if key in written else ("check", "done") if key in own else None
            item.setIcon(self._theme.icon(*icon) if icon else QIcon())
            words = [item.text()]
            if key in own:
                words.append(_("市の様式"))
            if key in written:
                words.append(_("書きかけ"))
            item.setToolTip("、".join(words))
            item.setData(Qt.ItemDataRole.AccessibleTextRole, "、".join(words))

    def _fill(self, forms: Sequence[FormInfo]) -> None:
        for group, label in FORM_GROUP_LABELS.items():
            members = [form for form in forms if form.group is group]
            if not members:
                continue
            head = QListWidgetItem(_(label), self.list)
            head.setFlags(Qt.ItemFlag.NoItemFlags)
            font = self._theme.font(bold=True)
            head.setFont(font)
            self._heads.append((head, [form.key for form in members]))
            for form in members:
                self._add(form.key, form.title)

    def _add(self, key: str, title: str) -> None:
        item = QListWidgetItem(title, self.list)
        item.setData(_KEY, key)
        item.setToolTip(title)
        self._items[key] = item

    def _sift(self, words: str) -> None:
        query = Query.parse(words)
        for item in self._items.values():
            title = item.text()
            item.setHidden(not query.matches(*search_keys((title,)), title))
        for head, keys in self._heads:
            head.setHidden(all(self._items[key].isHidden() for key in keys))
        self.none.setVisible(not self.keys())

    def _on_down(self) -> None:
        shown = self.keys()
        if shown and self._items.get(self.value()) is not None and self.value() in shown:
            self.list.setFocus()
        elif shown:
            self.choose(shown[0])
            self.list.setFocus()

    def _tell(self, item: QListWidgetItem | None) -> None:
        if item is not None and item.data(_KEY) is not None:
            self.chosen.emit(str(item.data(_KEY)))
