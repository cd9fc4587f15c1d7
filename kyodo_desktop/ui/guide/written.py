"""委託 outside the programmes: whether the agreement or the contract is there."""

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from kyodo_desktop.base.i18n import _
from kyodo_desktop.records.guides import WRITTEN, GuideNote, GuideRecord, NoteState
from kyodo_desktop.ui.guide.step_body import Take
from kyodo_desktop.ui.theme.theme import Theme
from kyodo_desktop.ui.theme.tokens import Tone
from kyodo_desktop.ui.widgets.edits import JapaneseLineEdit
from kyodo_desktop.ui.widgets.labels import make_label
from kyodo_desktop.ui.widgets.tags import NoteBox
from kyodo_desktop.ui.widgets.tick_box import TickBox


class WrittenBox(QWidget):
    """Asks for the paper, with a tick that it is there and which one it is; `take` keeps what changed."""

    def __init__(self, theme: Theme, quote: str, record: GuideRecord | None, take: Take) -> None:
        super().__init__()
        self._take = take
        column = QVBoxLayout(self)
        theme.space(column, 8)
        needed = _("「{quote}」この事業は公募の制度の外なので、協定書か契約書を作ってください。")
        self._asking = NoteBox(theme, Tone.DUE, _("書面が必要です"), needed.format(quote=quote))
        self._done = NoteBox(theme, Tone.DONE, _("書面があります"))
        column.addWidget(self._asking)
        column.addWidget(self._done)
        row = QHBoxLayout()
        theme.space(row, 8)
        self.tick = TickBox(theme, _("協定書か契約書を取り交わした"))
        self.which = JapaneseLineEdit(_("どの書面か"))
        self.which.setPlaceholderText(_("どの書面か（例 協定書 令和8年4月1日）"))
        row.addWidget(self.tick)
        row.addWidget(make_label(_("書面")))
        row.addWidget(self.which, 1)
        column.addLayout(row)
        self._kept = (False, "")
        if record is not None:
            self._kept = (record.is_written, record.written_words)
        self.tick.setChecked(self._kept[0])
        self.which.setText(self._kept[1])
        self._tell()
        self.tick.toggled.connect(lambda _on: self.keep())
        self.which.editingFinished.connect(self.keep)

    def keep(self) -> bool:
        """Keep what stands here if it is new, and tell whether it could be taken."""
        now = (self.tick.isChecked(), self.which.text().strip())
        if now == self._kept:
            return True
        if not self._take(GuideNote(*WRITTEN, NoteState.SEEN if now[0] else None, now[1])):
            return False
        self._kept = now
        self._tell()
        return True

    def _tell(self) -> None:
        self._asking.setVisible(not self._kept[0])
        self._done.setVisible(self._kept[0])
