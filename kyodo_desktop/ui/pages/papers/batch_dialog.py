"""まとめて印刷: one paper for several records, all of them or none."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import Any

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QAbstractItemView, QDialog, QHBoxLayout, QVBoxLayout, QWidget

from kyodo_desktop.base.errors import KyodoError
from kyodo_desktop.base.i18n import _
from kyodo_desktop.japanese.folding import Query, search_keys
from kyodo_desktop.records.forms import FormInfo, PrintedForm
from kyodo_desktop.records.proposals import PROPOSAL_STAGE_LABELS
from kyodo_desktop.records.sheets import IssuedSheet
from kyodo_desktop.services.importing.progress import Progress
from kyodo_desktop.ui.context import UiContext
from kyodo_desktop.ui.pages.papers.issued_paper import PaperFile, open_many, show_files
from kyodo_desktop.ui.pages.shared.work import Work
from kyodo_desktop.ui.theme.tokens import Tone
from kyodo_desktop.ui.widgets.buttons import make_button
from kyodo_desktop.ui.widgets.filter_box import FilterBox
from kyodo_desktop.ui.widgets.frames import make_line
from kyodo_desktop.ui.widgets.labels import dress, make_label
from kyodo_desktop.ui.widgets.tick_box import TickBox
from kyodo_desktop.ui.widgets.tick_list import COUNT_ROLE, TickDelegate, TickList

KINDS = frozenset({"proposal", "partner"})
"""The kinds of record of which several are chosen here."""
_ID = int(Qt.ItemDataRole.UserRole) + 2
_CHECKED, _UNCHECKED = Qt.CheckState.Checked, Qt.CheckState.Unchecked


class BatchDialog(QDialog):
    """Records to be ticked; then their papers are issued, or printed without a number.

    `shared` is what was typed of the paper, to stand on all of them; `chosen` are ticked from the start.
    """

    def __init__(
        self,
        context: UiContext,
        info: FormInfo,
        shared: Mapping[str, Any],
        labels: Sequence[str],
        chosen: Collection[int],
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(_("まとめて印刷"))
        self._context, self._info, self._shared = context, info, dict(shared)
        self._window = parent.window()
        theme = context.theme
        self.box = FilterBox(theme, _("番号・団体・件名"), width=None)
        self._model = QStandardItemModel(self)
        self.list = TickList()
        self.list.setModel(self._model)
        self.list.setItemDelegate(TickDelegate(theme, self.list))
        self.list.setAccessibleName(_("紙を出す記録"))
        self.list.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        words = _("いま書いてある欄（{labels}）は、全部の紙に同じことを書く")
        self.use_shared = TickBox(theme, words.format(labels="、".join(labels)))
        self.use_shared.setChecked(True)
        self.use_shared.setVisible(bool(shared))
        self.count = make_label("", "muted")
        self.words = make_label("", "muted", wrap=True)
        self.work = Work(context)
        self.close_button = make_button(theme, _("やめる"), self.reject)
        self.plain_button = make_button(theme, _("番号なしで印刷"), self.print_plain)
        self.issue_button = make_button(theme, _("発行して印刷"), self.issue, kind="primary")
        self._fill(frozenset(chosen))
        self._lay_out()
        self.box.query_changed.connect(self._sift)
        self.box.left_downwards.connect(self.list.setFocus)
        self.list.ticked.connect(self._turn)
        self.list.clicked.connect(lambda index: self._turn(index.row()))
        self.work.busy_changed.connect(lambda _busy: self._refresh())
        size = QSize(theme.px(640), theme.px(600))
        self.resize(size.boundedTo(self._window.size()))
        self._refresh()

    def ids(self) -> list[int]:
        """Return the ticked records, from the top."""
        return [int(item.data(_ID)) for item in self._items() if item.checkState() == _CHECKED]

    def tick_all(self, *, on: bool) -> None:
        """Tick all records that are listed, or none."""
        for item in self._items():
            if not self.list.isRowHidden(item.row()):
                item.setCheckState(_CHECKED if on else _UNCHECKED)
        self._refresh()

    def issue(self) -> None:
        """Issue the papers, all of them or none, and show them to be printed."""
        services, key, ids, shared = self._context.services, self._info.key, self.ids(), self._typed()

        def work(progress: Progress) -> tuple[IssuedSheet, ...]:
            drafts = services.documents.drafts_for(key, ids, shared, progress)
            return services.sheets.issue_many(drafts, progress)

        self.work.run(_("発行しています…"), work, self._on_issued, self._fail)

    def print_plain(self) -> None:
        """Show the papers to be printed without numbers."""
        documents, key, ids, shared = (
            self._context.services.documents,
            self._info.key,
            self.ids(),
            self._typed(),
        )

        def work(progress: Progress) -> tuple[Iterator[PrintedForm], PrintedForm | None]:
            files = documents.print_many(key, ids, shared, progress)
            return files, next(files, None)

        self.work.run(_("紙を作っています…"), work, lambda made: self._on_made(*made), self._fail)

    def reject(self) -> None:
        """Stop the work that is being done; else close."""
        if self.work.is_busy:
            self.work.cancel()
        else:
            super().reject()

    def _on_issued(self, sheets: Sequence[IssuedSheet]) -> None:
        first, last = sheets[0].number, sheets[-1].number
        words = _("発行しました: {title} {n}枚（{first} から {last} まで）")
        self._context.tell(
            Tone.DONE,
            words.format(title=self._info.title, n=len(sheets), first=first, last=last),
            "",
            None,
        )
        self.accept()
        open_many(self._context, sheets, self._window)

    def _on_made(self, files: Iterator[PrintedForm], first: PrintedForm | None) -> None:
        title = self._info.title

        def titled() -> Iterator[PaperFile]:
            if first is not None:
                yield PaperFile(title, first)
            for printed in files:
                yield PaperFile(title, printed)

        self.accept()
        show_files(self._context, titled(), self._window)

    def _fail(self, error: KyodoError) -> None:
        self.words.setText(str(error))
        dress(self.words, "error")
        self.words.show()

    def _typed(self) -> dict[str, Any]:
        return self._shared if self.use_shared.isChecked() else {}

    def _items(self) -> list[QStandardItem]:
        return [self._model.item(row) for row in range(self._model.rowCount())]

    def _fill(self, chosen: Collection[int]) -> None:
        for record_id, words, detail in self._records():
            item = QStandardItem(words)
            item.setCheckable(True)
            item.setCheckState(_CHECKED if record_id in chosen else _UNCHECKED)
            item.setData(record_id, _ID)
            item.setData(detail, COUNT_ROLE)
            item.setToolTip(words)
            self._model.appendRow(item)

    def _records(self) -> Iterator[tuple[int, str, str]]:
        services = self._context.services
        if self._info.record_kind == "partner":
            for partner in services.partners.list():
                yield partner.id, partner.name, partner.kana
            return
        for one in services.proposals.list():
            draft = one.draft
            title = draft.title or _("（名称未記入）")
            words = "　".join(filter(None, (one.receipt_number, draft.partner_name, title)))
            yield one.id, words, _(PROPOSAL_STAGE_LABELS[one.stage])

    def _turn(self, row: int) -> None:
        item = self._model.item(row)
        if item is not None:
            item.setCheckState(_UNCHECKED if item.checkState() == _CHECKED else _CHECKED)
            self._refresh()

    def _sift(self, words: str) -> None:
        query = Query.parse(words)
        for item in self._items():
            texts = (item.text(), str(item.data(COUNT_ROLE)))
            shown = query.matches(*search_keys(texts), " ".join(texts))
            self.list.setRowHidden(item.row(), not shown)

    def _refresh(self) -> None:
        chosen, idle = len(self.ids()), not self.work.is_busy
        self.count.setText(_("{n}件を選んでいます").format(n=chosen))
        for part in (self.list, self.box, self.use_shared):
            part.setEnabled(idle)
        for button in (self.issue_button, self.plain_button):
            button.setEnabled(idle and chosen > 0)
        if not idle:
            self.words.hide()

    def _lay_out(self) -> None:
        theme = self._context.theme
        layout = QVBoxLayout(self)
        theme.space(layout, 12, (24, 16, 24, 16))
        layout.addWidget(make_label(self._info.title, "title", wrap=True))
        note = _("必須の欄が空いている紙が1枚でもあれば、1枚も出しません。")
        layout.addWidget(make_label(note, "muted", wrap=True))
        row = QHBoxLayout()
        theme.space(row, 16)
        row.addWidget(self.box, 1)
        row.addWidget(self.count)
        row.addWidget(make_button(theme, _("すべて選ぶ"), lambda: self.tick_all(on=True), kind="link"))
        row.addWidget(make_button(theme, _("すべて外す"), lambda: self.tick_all(on=False), kind="link"))
        layout.addLayout(row)
        layout.addWidget(make_line())
        layout.addWidget(self.list, 1)
        layout.addWidget(make_line())
        layout.addWidget(self.use_shared)
        self.words.hide()
        layout.addWidget(self.words)
        layout.addWidget(self.work)
        buttons = QHBoxLayout()
        theme.space(buttons, 8)
        buttons.addStretch(1)
        for button in (self.close_button, self.plain_button, self.issue_button):
            buttons.addWidget(button)
        layout.addLayout(buttons)
