"""The files put to a record, of whatever kind: to see, open, save, name, add and discard."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import shiboken6
from PySide6.QtCore import QMimeData, Qt, QTimer, QUrl
from PySide6.QtGui import (
    QDesktopServices,
    QDragEnterEvent,
    QDragLeaveEvent,
    QDragMoveEvent,
    QDropEvent,
    QShowEvent,
)
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from kyodo_desktop.base.errors import InputError, OutputError
from kyodo_desktop.base.i18n import _
from kyodo_desktop.records.attachments import AttachmentRecord
from kyodo_desktop.ui.context import UiContext
from kyodo_desktop.ui.dialogs.wastebasket import Discarded, WastebasketDialog
from kyodo_desktop.ui.pages.shared.attachment_rows import DropPlace, FileActions, FileRow, TitleRow
from kyodo_desktop.ui.pages.shared.file_words import added_words, heading
from kyodo_desktop.ui.pages.shared.record_editor import DRAFT_PAUSE_MS
from kyodo_desktop.ui.theme.tokens import Tone
from kyodo_desktop.ui.widgets.buttons import make_button
from kyodo_desktop.ui.widgets.detail import make_section
from kyodo_desktop.ui.widgets.labels import make_label

_ADD = "add-files"


@dataclass
class _Title:
    """A title that is being written; `kept` is what the draft holds of it."""

    attachment_id: int
    text: str
    kept: str | None = None


class Attachments:
    """Makes the sheet of one record's files after another's; what is typed in it outlives the sheet.

    A page makes the sheet anew when the record is touched (every act here touches it).
    """

    def __init__(self, context: UiContext, owner_kind: str) -> None:
        self._context, self._kind = context, owner_kind
        self._draft_kind = f"attachments.{owner_kind}"
        self._owner_id = 0
        self._title: _Title | None = None
        self._sheet: AttachmentsSheet | None = None

    @property
    def title(self) -> _Title | None:
        """The title that is being written, if one is."""
        return self._title

    def make_sheet(self, owner_id: int) -> "AttachmentsSheet":
        """Return the files of a record, with the title that was being written and not saved."""
        if owner_id != self._owner_id:
            self.keep_draft()
            self._owner_id, self._title = owner_id, self._read_draft(owner_id)
        before = self._focused_name()
        self._sheet = AttachmentsSheet(self._context, self._kind, owner_id, self)
        if before:
            self._sheet.focus_on(before)
        return self._sheet

    def begin_title(self, record: AttachmentRecord) -> None:
        """Begin to write a title."""
        self._title = _Title(record.id, record.title)

    def end_title(self) -> None:
        """Forget the title that was being written: it is saved, or given up."""
        self._title = None
        self._context.services.drafts.drop(self._draft_kind, self._owner_id)

    def keep_draft(self) -> None:
        """Keep the title that is being written."""
        title = self._title
        if title is None or title.text == title.kept:
            return
        answers = {"id": title.attachment_id, "title": title.text}
        with self._context.reporting():
            self._context.services.drafts.save(self._draft_kind, self._owner_id, answers)
            title.kept = title.text

    def _read_draft(self, owner_id: int) -> _Title | None:
        draft = self._context.services.drafts.load(self._draft_kind, owner_id)
        if draft is None:
            return None
        text = str(draft.get("title", ""))
        return _Title(int(draft.get("id", 0)), text, text)

    def _focused_name(self) -> str:
        """Return which part of the last sheet has the focus, so that the next one gives it there again."""
        there = QApplication.focusWidget()
        if there is None or self._sheet is None or not shiboken6.isValid(self._sheet):
            return ""
        return (there.objectName() or _ADD) if self._sheet.isAncestorOf(there) else ""


class AttachmentsSheet(QWidget):
    """The files of one record; files may be let go of anywhere on it."""

    def __init__(self, context: UiContext, owner_kind: str, owner_id: int, typed: Attachments) -> None:
        super().__init__()
        self._context, self._kind, self._owner_id, self._typed = context, owner_kind, owner_id, typed
        self._service = context.services.attachments
        self._focus = ""
        self._pause = QTimer(self, singleShot=True, interval=DRAFT_PAUSE_MS)
        self._pause.timeout.connect(typed.keep_draft)
        self.setAcceptDrops(True)
        self._column = QVBoxLayout(self)
        context.theme.space(self._column, 0)
        self._show()

    # Showing

    def _show(self) -> None:
        theme = self._context.theme
        self._records = self._service.of(self._kind, self._owner_id)
        add = make_button(theme, _("ファイルを付ける…"), self.ask_files, kind="link", icon="plus")
        add.setObjectName(_ADD)
        self._column.addWidget(make_section(theme, _("添付"), len(self._records), add))
        for record in self._records:
            row = self._make_row(record)
            self._column.addWidget(row)
            if self.isVisible():
                row.show()  # at once, so that the cursor can be put there
        if not self._records:
            words = _("まだありません。会則、名簿、チラシ、押印して戻ってきた紙の写しなどを付けておけます。")
            self._column.addWidget(make_label(words, "muted", wrap=True))
        self._column.addSpacing(theme.px(12))
        self.place = DropPlace(theme, _("元のファイルはそのまま残ります。1つ 100MB まで。"))
        self._column.addWidget(self.place)
        self._add_wastebasket()

    def _make_row(self, record: AttachmentRecord) -> QWidget:
        title = self._typed.title
        if title is None or title.attachment_id != record.id:
            actions = FileActions(self.open_file, self.save_file, self.begin_title, self.discard)
            return FileRow(self._context.theme, record, actions)
        row = TitleRow(
            self._context.theme,
            record,
            title.text,
            lambda text: self._save_title(record, row, text),
            self.give_up,
        )
        row.field.textChanged.connect(self._on_typed)
        return row

    def _add_wastebasket(self) -> None:
        thrown = len(self._discarded())
        if thrown:
            words = _("ごみ箱（{n}）").format(n=thrown)
            link = make_button(self._context.theme, words, self.open_wastebasket, kind="link")
            self._column.addSpacing(self._context.theme.px(8))
            self._column.addWidget(link)

    def _show_again(self, focus: str) -> None:
        """Show the rows anew, without waiting for the page."""
        while (item := self._column.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        self._show()
        self._give_focus(focus)

    def focus_on(self, name: str) -> None:
        """Give the focus to a part of the sheet as soon as it is shown."""
        self._focus = name

    def showEvent(self, event: QShowEvent) -> None:
        """Give the focus where it was in the sheet before."""
        super().showEvent(event)
        if self._focus:
            name, self._focus = self._focus, ""
            QTimer.singleShot(0, self, lambda: self._give_focus(name))

    def _give_focus(self, name: str) -> None:
        found = self.findChildren(QWidget, name) or self.findChildren(QWidget, _ADD)
        # Of two (rows shown anew, the former ones not gone yet) the last one made.
        if found:
            found[-1].setFocus()

    # Adding

    def ask_files(self) -> None:
        """Ask which files to put to the record."""
        self._context.files.open_many(self.window(), _("ファイルを付ける"), self.add_files)

    def add_files(self, paths: Sequence[Path]) -> None:
        """Put files to the record; they are copied in the job thread."""
        context, before = self._context, frozenset(record.id for record in self._records)
        service, kind, owner_id = self._service, self._kind, self._owner_id

        def tell(ids: Sequence[int]) -> None:
            added, there = added_words(paths, ids, before)
            if added:
                context.tell(Tone.DONE, added, there, None)
            else:
                context.tell(Tone.DUE, there, _("何も加えていません。"), None)

        context.jobs.run(_("ファイルを写しています…"), lambda: service.add(kind, owner_id, paths), tell)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take what may be files."""
        if event.mimeData().hasUrls():
            _take_copy(event)
            self.place.set_held(True)

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        """Go on taking them."""
        if event.mimeData().hasUrls():
            _take_copy(event)

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        """Show that nothing is held above any more."""
        self.place.set_held(False)

    def dropEvent(self, event: QDropEvent) -> None:
        """Put to the record what was let go of."""
        self.place.set_held(False)
        _take_copy(event)
        with self._context.reporting():
            self.add_files(_files_of(event.mimeData()))

    # With one file

    def open_file(self, record: AttachmentRecord) -> None:
        """Show a copy in the system's program for such files."""
        context, service = self._context, self._service
        context.jobs.run(
            _("開いています…"),
            lambda: service.open_copy(record.id),
            lambda copy: _show_in_system(context, copy),
        )

    def save_file(self, record: AttachmentRecord) -> None:
        """Ask where to, and copy the file there."""
        self._context.files.save(
            self.window(), _("別名で保存"), record.name, lambda path: self._save_as(record, path)
        )

    def _save_as(self, record: AttachmentRecord, path: Path) -> None:
        context, service = self._context, self._service
        context.jobs.run(
            _("保存しています…"),
            lambda: service.save_as(record.id, path),
            lambda _done: context.tell(Tone.DONE, _("保存しました: {path}").format(path=path), "", None),
        )

    def discard(self, record: AttachmentRecord) -> None:
        """Put a file into the wastebasket."""
        with self._context.reporting():
            self._service.discard([record.id])
            words = _("ごみ箱へ入れました: {name}").format(name=heading(record))
            self._context.tell(Tone.DONE, words, "", None)

    def _discarded(self) -> list[Discarded]:
        mine = (one.record for one in self._service.wastebasket())
        return [
            Discarded(record.id, record.name, record.title)
            for record in mine
            if (record.owner_kind, record.owner_id) == (self._kind, self._owner_id)
        ]

    def open_wastebasket(self) -> None:
        """Show what was discarded of this record's files, and its way back."""
        dialog = WastebasketDialog(self._context, self._discarded, self._service.restore, self.window())
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    # The title

    def begin_title(self, record: AttachmentRecord) -> None:
        """Write a file's title in its row."""
        self._typed.begin_title(record)
        self._show_again(f"title-{record.id}")

    def give_up(self) -> None:
        """Leave the title as it was."""
        title = self._typed.title
        self._pause.stop()
        with self._context.reporting():
            self._typed.end_title()
        self._show_again(f"pencil-{title.attachment_id}" if title is not None else _ADD)

    def _on_typed(self, text: str) -> None:
        title = self._typed.title
        if title is not None:
            title.text = text
            self._pause.start()

    def _save_title(self, record: AttachmentRecord, row: TitleRow, text: str) -> None:
        self._pause.stop()
        with self._context.reporting():
            try:
                self._service.rename(record.id, text)
            except InputError as error:
                row.show_problem(str(error))
                return
            self._typed.end_title()
            self._show_again(f"pencil-{record.id}")


def _take_copy(event: QDropEvent) -> None:
    # A file manager that proposes to move would delete the original.
    event.setDropAction(Qt.DropAction.CopyAction)
    event.accept()


def _files_of(data: QMimeData) -> list[Path]:
    urls = data.urls()
    if not all(url.isLocalFile() for url in urls):
        raise InputError(
            _(
                "落とされたものは、このパソコンにあるファイルではありません。"
                "いったんファイルとして保存してから、もう一度入れてください。"
            )
        )
    return [Path(url.toLocalFile()) for url in urls]


def _show_in_system(context: UiContext, copy: Path) -> None:
    if not QDesktopServices.openUrl(QUrl.fromLocalFile(str(copy))):
        context.report(
            OutputError(
                _(
                    "「{name}」を開くプログラムが見つかりませんでした。"
                    "「別名で保存」してから、開けるプログラムで開いてください。"
                ).format(name=copy.name)
            )
        )
