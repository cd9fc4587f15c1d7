"""個人情報の記録: how many persons are held, and what left the program with something of them."""

from pathlib import Path

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from kyodo_desktop.base.clock import office_time
from kyodo_desktop.base.errors import KyodoError
from kyodo_desktop.base.i18n import _
from kyodo_desktop.japanese.day_time import format_time
from kyodo_desktop.japanese.wareki import format_date
from kyodo_desktop.records.personal_data import (
    DATA_USE_LABELS,
    MANY_PERSONS,
    PersonalDataUse,
    PersonCount,
)
from kyodo_desktop.ui.context import UiContext
from kyodo_desktop.ui.message_bar import MessageBar
from kyodo_desktop.ui.tables.columns import Column, Elide
from kyodo_desktop.ui.tables.record_table import RecordTable
from kyodo_desktop.ui.tables.view import RecordView
from kyodo_desktop.ui.theme.tokens import Tone
from kyodo_desktop.ui.widgets.buttons import make_button, make_button_row
from kyodo_desktop.ui.widgets.labels import make_label
from kyodo_desktop.ui.widgets.tags import NoteBox

_MOST_ROWS = 2000
"""Shown at once; the file has the whole log."""


class PersonalDataDialog(QDialog):
    """Tells how many persons the data hold and where they stand; lists what left, newest first."""

    def __init__(self, context: UiContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self.setWindowTitle(_("個人情報の記録"))
        theme = context.theme
        self.persons = make_label(_("数えています…"), "title")
        self.places = make_label("", "muted", wrap=True)
        self.head = make_label(_("書き出しと印刷"), "head")
        self.head_note = make_label(
            _("代表者・電話・住所など、人について書かれた欄のあるものだけを残しています。"), "muted"
        )
        self.table = RecordTable(_columns(), lambda use: use.id)
        self.view = RecordView(
            theme,
            self.table,
            context.settings,
            settings_key="personal_data",
            name=_("個人情報の書き出しと印刷"),
        )
        self.view.sortByColumn(0, Qt.SortOrder.DescendingOrder)
        self.view.current_record_changed.connect(self._show_whole)
        # The current line in full: its columns may be too narrow for the fields and the path.
        self.whole = make_label("", "muted", wrap=True)
        self.messages = MessageBar(theme)
        self._build()
        size = QSize(theme.px(960), theme.px(600))
        self.resize(size if parent is None else size.boundedTo(parent.window().size()))

    def _build(self) -> None:
        theme = self._context.theme
        layout = QVBoxLayout(self)
        theme.space(layout, 8, (0, 16, 0, 16))
        layout.addWidget(self.messages)
        self._top = QVBoxLayout()
        theme.space(self._top, 8, (24, 0, 24, 8))
        for label in (self.persons, self.places):
            self._top.addWidget(label)
        layout.addLayout(self._top)
        middle = QVBoxLayout()
        theme.space(middle, 4, (24, 8, 24, 0))
        middle.addWidget(self.head)
        middle.addWidget(self.head_note)
        layout.addLayout(middle)
        layout.addWidget(self.view, 1)
        bottom = QVBoxLayout()
        theme.space(bottom, 8, (24, 0, 24, 0))
        bottom.addWidget(self.whole)
        self.save_button = make_button(theme, _("CSVで書き出す"), self.ask_where)
        self.save_button.setEnabled(False)
        close = make_button(theme, _("閉じる"), self.reject)
        bottom.addLayout(make_button_row(theme, self.save_button, close))
        layout.addLayout(bottom)

    def reload(self) -> None:
        """Count and read again, without making the window wait."""
        service = self._context.services.personal_data
        self._context.jobs.run(
            _("個人情報の記録を読んでいます…"),
            lambda: (service.count(), service.uses(_MOST_ROWS)),
            lambda read: self.show_log(*read),
            self._tell_failed,
        )

    def show_log(self, count: PersonCount, uses: tuple[PersonalDataUse, ...]) -> None:
        """Show what was counted and read."""
        self.persons.setText(_("{n}人の名前があります").format(n=f"{count.persons:,}"))
        self.places.setText(_places_words(count))
        if count.is_near_many and self._top.count() == 2:
            self._top.addWidget(NoteBox(self._context.theme, Tone.DUE, *many_words(count)))
        self.head.setText(_heading(len(uses)))
        self.table.set_rows(uses)
        self.save_button.setEnabled(bool(uses))
        if uses:
            self.view.selectRow(0)
        else:
            self._show_whole(None)
        self.view.setFocus()

    def ask_where(self) -> None:
        """Ask for a file, and write the log there."""
        self._context.files.save(self, _("記録の書き出し"), _("個人情報の記録.csv"), self.save_to)

    def save_to(self, path: Path) -> None:
        """Write the whole log as CSV."""
        try:
            lines = self._context.services.personal_data.save_log(path)
        except KyodoError as error:
            self._tell_failed(error)
            return
        words = _("{n}件の記録を書き出しました: {name}").format(n=lines, name=path.name)
        self.messages.show_note(Tone.DONE, words)

    def _show_whole(self, use: object) -> None:
        if not isinstance(use, PersonalDataUse):
            self.whole.setText(_("書き出しも印刷も、まだありません。"))
            return
        target = use.target or _("（記録なし）")
        words = _("項目: {fields}　出した先: {target}")
        self.whole.setText(words.format(fields="・".join(use.fields), target=target))

    def _tell_failed(self, error: KyodoError) -> None:
        self.messages.show_note(Tone.ERROR, str(error))


def open_personal_data(context: UiContext, parent: QWidget) -> None:
    """Open the log above a window."""
    dialog = PersonalDataDialog(context, parent)
    dialog.finished.connect(dialog.deleteLater)
    dialog.open()
    dialog.reload()


def many_words(count: PersonCount) -> tuple[str, str]:
    """Return head and text of the notice that many persons are held."""
    many, now = f"{MANY_PERSONS:,}", f"{count.persons:,}"
    if count.persons >= MANY_PERSONS:
        return (
            _("{many}人以上の個人情報があります（いま {now}人）").format(many=many, now=now),
            _("個人情報ファイル簿に載せるものにあたります。個人情報保護の担当課に確かめてください。"),
        )
    return (
        _("個人情報が {many}人に近づいています（いま {now}人）").format(many=many, now=now),
        _(
            "{many}人以上になると、個人情報ファイル簿に載せるものにあたります。"
            "要らなくなった人の名前を消すか、個人情報保護の担当課に相談してください。"
        ).format(many=many),
    )


def _places_words(count: PersonCount) -> str:
    parts = (
        _("代表者 {n}人").format(n=f"{count.representatives:,}"),
        _("役員 {n}人").format(n=f"{count.officers:,}"),
        _("連絡先 {n}人").format(n=f"{count.contacts:,}"),
        _("相談・人財の森・提案 {n}人").format(n=f"{count.others:,}"),
    )
    counted = _("同じ名前は1人と数えます。内わけは欄ごとの人数です。ごみ箱の中の記録も入ります。")
    return f"{' ・ '.join(parts)}\n{counted}"


def _heading(shown: int) -> str:
    if shown >= _MOST_ROWS:
        return _("書き出しと印刷（新しいものから {n}件）").format(n=f"{shown:,}")
    return _("書き出しと印刷（{n}件）").format(n=f"{shown:,}")


def _moment_words(use: PersonalDataUse) -> str:
    there = office_time(use.moment)
    return f"{format_date(there.date())} {format_time(there)}"


def _columns() -> tuple[Column[PersonalDataUse], ...]:
    return (
        Column("moment", _("日時"), _moment_words, 180, sort_key=lambda use: use.moment),
        Column("use", _("方法"), lambda use: _(DATA_USE_LABELS[use.use]), 88, muted=True),
        Column("what", _("内容"), lambda use: use.what, elide=Elide.MIDDLE, least=200),
        Column(
            "records",
            _("件数"),
            lambda use: f"{use.records:,}",
            64,
            sort_key=lambda use: use.records,
            right=True,
        ),
        Column("who", _("だれが"), lambda use: use.who, 96),
        Column("target", _("出した先"), _target_name, 200, elide=Elide.MIDDLE, muted=True),
    )


def _target_name(use: PersonalDataUse) -> str:
    """Return the file's name, or the printer's: its whole path stands below the table."""
    return use.target.replace("\\", "/").rstrip("/").rpartition("/")[2]
