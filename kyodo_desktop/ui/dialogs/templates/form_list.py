"""The papers in their groups, to choose one; which are the city's own, and which have something unsaved."""

from collections.abc import Collection, Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QFont, QIcon, QPixmap
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from kyodo_desktop.base.i18n import _
from kyodo_desktop.japanese.folding import Query, search_keys
from kyodo_desktop.records.forms import FORM_GROUP_LABELS, FormInfo
from kyodo_desktop.records.templates import COMMON
from kyodo_desktop.ui.theme.theme import Theme
from kyodo_desktop.ui.widgets.filter_box import FilterBox
from kyodo_desktop.ui.widgets.frames import make_frame
from kyodo_desktop.ui.widgets.labels import make_label

_KEY = Qt.ItemDataRole.UserRole


class FormList(QWidget):
    """Tells the key of the form that becomes the current one (`COMMON` for what all papers share)."""

    chosen = Signal(str)

    def __init__(self, theme: Theme, forms: Sequence[FormInfo]) -> None:
        super().__init__()
        self._theme = theme
        self.box = FilterBox(theme, _("様式の名前"), width=None)
        self.list = QListWidget()
        self.list.setAccessibleName(_("様式"))
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setIconSize(QSize(theme.px(14), theme.px(14)))
        # Without one the words of the others would stand further left.
        nothing = QPixmap(self.list.iconSize())
        nothing.fill(Qt.GlobalColor.transparent)
        self._no_icon = QIcon(nothing)
        self._items: dict[str, QListWidgetItem] = {}
        self._heads: dict[int, list[str]] = {}
        self._fill(forms)
        ground = make_frame("surface")
        inside = QVBoxLayout(ground)
        theme.space(inside, 8, (12, 12, 8, 8))
        inside.addWidget(self.box)
        inside.addWidget(self.list, 1)
        legend = _("✓ 市の様式　✎ 保存していない変更")
        inside.addWidget(make_label(legend, "caption", wrap=True))
        outer = QVBoxLayout(self)
        theme.space(outer, 0)
        outer.addWidget(ground)
        self.box.query_changed.connect(self._sift)
        self.box.left_downwards.connect(self.list.setFocus)
        self.list.currentItemChanged.connect(lambda now, _before: self._tell(now))

    def value(self) -> str:
        """Return the key of the current form."""
        item = self.list.currentItem()
        return str(item.data(_KEY)) if item is not None else COMMON

    def choose(self, key: str) -> None:
        """Make a form the current one."""
        self.list.setCurrentItem(self._items[key])

    def mark(self, own: Collection[str], unsaved: Collection[str]) -> None:
        """Show which forms are the city's own, and which have something unsaved."""
        for key, item in self._items.items():
            words = [item.text()]
            if key in unsaved:
                item.setIcon(self._theme.icon("pencil"))
                words.append(_("保存していない変更"))
            elif key in own:
                item.setIcon(self._theme.icon("check", "done"))
            else:
                item.setIcon(self._no_icon)
            if key in own:
                words.append(_("市の様式"))
            item.setData(Qt.ItemDataRole.AccessibleTextRole, "、".join(words))

    def _fill(self, forms: Sequence[FormInfo]) -> None:
        self._add(COMMON, _("すべての様式に共通"))
        for group, label in FORM_GROUP_LABELS.items():
            members = [form for form in forms if form.group is group]
            if members:
                head = QListWidgetItem(_(label), self.list)
                head.setFlags(Qt.ItemFlag.NoItemFlags)
                self._heads[self.list.row(head)] = [form.key for form in members]
            for form in members:
                self._add(form.key, form.title)

    def _add(self, key: str, title: str) -> None:
        item = QListWidgetItem(self._no_icon, title, self.list)
        item.setData(_KEY, key)
        item.setToolTip(title)
        if key == COMMON:
            font = QFont(self.list.font())
            font.setBold(True)
            item.setFont(font)
        self._items[key] = item

    def _sift(self, words: str) -> None:
        query = Query.parse(words)
        for item in self._items.values():
            item.setHidden(not query.matches(*search_keys((item.text(),)), item.text()))
        for row, keys in self._heads.items():
            self.list.item(row).setHidden(all(self._items[key].isHidden() for key in keys))

    def _tell(self, item: QListWidgetItem | None) -> None:
        if item is not None:
            self.chosen.emit(str(item.data(_KEY)))
