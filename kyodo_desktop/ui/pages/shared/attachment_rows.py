"""The rows of attached files: one to read, one to write its title in, and where files are let go of."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from kyodo_desktop.base.i18n import _
from kyodo_desktop.records.attachments import AttachmentRecord
from kyodo_desktop.ui.pages.shared.file_words import fine_print, heading
from kyodo_desktop.ui.theme.theme import Theme
from kyodo_desktop.ui.widgets.buttons import make_button, make_icon_button
from kyodo_desktop.ui.widgets.detail import LinkHolder
from kyodo_desktop.ui.widgets.edits import PASSED_BY, JapaneseLineEdit
from kyodo_desktop.ui.widgets.frames import make_line
from kyodo_desktop.ui.widgets.labels import ElidedLabel, make_label


@dataclass(frozen=True, slots=True)
class FileActions:
    """What can be done with a file of the list."""

    open: Callable[[AttachmentRecord], object]
    save: Callable[[AttachmentRecord], object]
    rename: Callable[[AttachmentRecord], object]
    discard: Callable[[AttachmentRecord], object]


class FileRow(QWidget):
    """A file: its title, a link that opens it; below size, day and name; at the right what else there is."""

    def __init__(self, theme: Theme, record: AttachmentRecord, actions: FileActions) -> None:
        super().__init__()
        outer = QVBoxLayout(self)
        theme.space(outer, 0)
        line = QHBoxLayout()
        theme.space(line, 8, (0, 6, 0, 6))
        line.addWidget(_make_kind(theme, record), 0, Qt.AlignmentFlag.AlignTop)
        words = QVBoxLayout()
        theme.space(words, 0)
        link = make_button(theme, heading(record), partial(actions.open, record), kind="link")
        link.setObjectName(f"open-{record.id}")
        holder = LinkHolder(link)
        holder.setFixedHeight(theme.px(24))
        words.addWidget(holder)
        words.addWidget(ElidedLabel(fine_print(record), "caption"))
        line.addLayout(words, 1)
        for icon, word, what in (
            ("pencil", _("「{title}」の見出しを書く"), actions.rename),
            ("save", _("「{title}」を別名で保存"), actions.save),
            ("trash-2", _("「{title}」をごみ箱へ"), actions.discard),
        ):
            name = word.format(title=heading(record))
            button = make_icon_button(theme, icon, name, partial(what, record))
            button.setObjectName(f"{icon}-{record.id}")
            line.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
        outer.addLayout(line)
        outer.addWidget(make_line(faint=True))


class TitleRow(QWidget):
    """A file whose title is being written: a field, 保存 and やめる; Escape gives up."""

    def __init__(
        self,
        theme: Theme,
        record: AttachmentRecord,
        text: str,
        save: Callable[[str], object],
        give_up: Callable[[], object],
    ) -> None:
        super().__init__()
        self._give_up = give_up
        outer = QVBoxLayout(self)
        theme.space(outer, 4, (0, 6, 0, 6))
        outer.addWidget(ElidedLabel(record.name, "caption", middle=True))
        line = QHBoxLayout()
        theme.space(line, 8)
        self.field = JapaneseLineEdit(_("「{name}」の見出し").format(name=record.name))
        self.field.setObjectName(f"title-{record.id}")
        self.field.setPlaceholderText(_("例: 令和8年度の会則"))
        self.field.setText(text)
        line.addWidget(self.field, 1)
        stop = make_button(theme, _("やめる"), give_up)
        stop.setProperty(PASSED_BY, True)
        line.addWidget(stop)
        line.addWidget(make_button(theme, _("保存"), lambda: save(self.field.text()), kind="primary"))
        outer.addLayout(line)
        self._problem = make_label("", "error", wrap=True)
        self._problem.hide()
        outer.addWidget(self._problem)
        outer.addWidget(make_line(faint=True))

    def show_problem(self, sentence: str) -> None:
        """Say below the field why the title cannot be taken."""
        self.field.set_problem(sentence)
        self._problem.setText(f"✕ {sentence}")
        self._problem.show()
        self.field.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Give up with Escape."""
        if event.key() == Qt.Key.Key_Escape:
            self._give_up()
        else:
            super().keyPressEvent(event)


class DropPlace(QWidget):
    """Says that files may be let go of here; drawn in the accent while some are held above it."""

    def __init__(self, theme: Theme, text: str) -> None:
        super().__init__()
        self._theme = theme
        self._is_held = False
        column = QVBoxLayout(self)
        theme.space(column, 2, (12, 12, 12, 12))
        for words in (_("ここにファイルを落としても付けられます"), text):
            label = make_label(words, "caption" if words == text else "muted", wrap=True)
            label.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            column.addWidget(label)

    def set_held(self, held: bool) -> None:
        """Show whether files are held above it."""
        self._is_held = held
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the dashed edge."""
        theme = self._theme
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        pen = QPen(theme.colour("accent" if self._is_held else "control"), theme.px(1), Qt.PenStyle.DashLine)
        painter.setPen(pen)
        painter.setBrush(theme.colour("soft") if self._is_held else Qt.BrushStyle.NoBrush)
        edge = self.rect().toRectF().adjusted(1, 1, -1, -1)
        painter.drawRoundedRect(edge, theme.px(6), theme.px(6))


def _make_kind(theme: Theme, record: AttachmentRecord) -> QLabel:
    picture = record.media_type.startswith("image/")
    label = QLabel()
    label.setPixmap(theme.icon("image" if picture else "file-text").pixmap(theme.px(16), theme.px(16)))
    label.setFixedHeight(theme.px(24))
    label.setAccessibleName(_("絵・写真") if picture else _("書類"))
    return label
