"""ごみ箱: what was deleted, and its way back."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from kyodo_desktop.base.i18n import _
from kyodo_desktop.ui.context import UiContext
from kyodo_desktop.ui.tables.columns import Column, Elide
from kyodo_desktop.ui.tables.record_table import RecordTable
from kyodo_desktop.ui.tables.view import RecordView
from kyodo_desktop.ui.theme.tokens import Tone
from kyodo_desktop.ui.widgets.buttons import make_button
from kyodo_desktop.ui.widgets.labels import make_label


@dataclass(frozen=True, slots=True)
class Discarded:
    """One deleted record: its words and a muted detail.

    One of another kind than the list's own brings its own way back, `restore(ids)`.
    """

    record_id: int
    title: str
    detail: str = ""
    restore: Callable[[Sequence[int]], object] | None = None


class WastebasketDialog(QDialog):
    """Lists `discarded()` and gives the chosen ones to their `restore(ids)`; stays open for more."""

    def __init__(
        self,
        context: UiContext,
        discarded: Callable[[], Sequence[Discarded]],
        restore: Callable[[Sequence[int]], object],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(_("ごみ箱"))
        self._context, self._discarded, self._restore = context, discarded, restore
        theme = context.theme
        columns = (
            Column[Discarded]("detail", _("もとの場所"), lambda d: d.detail, 200, muted=True),
            Column[Discarded]("title", _("名前"), lambda d: d.title, elide=Elide.MIDDLE),
        )
        self._numbers: dict[Discarded, int] = {}
        # Records of several kinds may have the same id.
        self.table = RecordTable(columns, lambda d: self._numbers.get(d, 0))
        self.view = RecordView(
            theme, self.table, context.settings, settings_key="wastebasket", name=_("ごみ箱")
        )
        self.words = make_label("", "muted")
        layout = QVBoxLayout(self)
        theme.space(layout, 8, (0, 16, 0, 16))
        layout.addWidget(self._padded(self.words))
        layout.addWidget(self.view, 1)
        self.restore_button = make_button(theme, _("元に戻す"), self.restore_chosen, kind="primary")
        close = make_button(theme, _("閉じる"), self.reject)
        layout.addWidget(self._padded(None, close, self.restore_button))
        self.view.record_activated.connect(lambda _record: self.restore_chosen())
        self.resize(theme.px(680), theme.px(440))
        self.reload()

    def reload(self) -> None:
        """Read the list again."""
        rows = self._discarded()
        self._numbers = {one: number for number, one in enumerate(rows, 1)}
        self.table.set_rows(rows)
        count = len(self.table.rows)
        self.words.setText(
            _("{n}件 あります。選んで「元に戻す」を押すと、もとの場所に戻ります。").format(n=count)
            if count
            else _("ごみ箱は空です。")
        )
        self.restore_button.setEnabled(count > 0)

    def restore_chosen(self) -> None:
        """Give the chosen records back."""
        chosen: Sequence[Discarded] = self.view.selected_records()
        if not chosen:
            return
        with self._context.reporting():
            for restore, ids in self._by_way(chosen).items():
                restore(ids)
            done = _("{n}件をごみ箱から戻しました").format(n=len(chosen))
            self._context.tell(Tone.DONE, done, "", None)
        self.reload()

    def _by_way(self, chosen: Sequence[Discarded]) -> dict[Callable[[Sequence[int]], object], list[int]]:
        ways: dict[Callable[[Sequence[int]], object], list[int]] = {}
        for one in chosen:
            ways.setdefault(one.restore or self._restore, []).append(one.record_id)
        return ways

    def _padded(self, *widgets: QWidget | None) -> QWidget:
        row = QWidget()
        layout = QHBoxLayout(row)
        self._context.theme.space(layout, 8, (24, 0, 24, 0))
        for widget in widgets:
            if widget is None:
                layout.addStretch(1)
            else:
                layout.addWidget(widget)
        return row
