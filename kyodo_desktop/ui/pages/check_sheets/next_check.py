"""The day of a sheet's next check, read and written in the same place."""

from datetime import date

from PySide6.QtWidgets import QVBoxLayout, QWidget

from kyodo_desktop.base.i18n import _
from kyodo_desktop.japanese.wareki import format_date
from kyodo_desktop.records.check_sheets import CheckSheetRecord
from kyodo_desktop.ui.context import UiContext
from kyodo_desktop.ui.pages.check_sheets.talk_forms import NextCheckForm
from kyodo_desktop.ui.theme.tokens import Tone
from kyodo_desktop.ui.widgets.buttons import make_button
from kyodo_desktop.ui.widgets.detail import make_flow
from kyodo_desktop.ui.widgets.in_place_form import spaced
from kyodo_desktop.ui.widgets.labels import make_label
from kyodo_desktop.ui.widgets.tags import Tag


class NextCheck(QWidget):
    """次の確認 令和8年12月1日, due from that day on; a link opens the form."""

    def __init__(self, context: UiContext, record: CheckSheetRecord) -> None:
        super().__init__()
        self._context, self._record = context, record
        self.form: NextCheckForm | None = None
        self._outer = QVBoxLayout(self)
        context.theme.space(self._outer, 0)
        self._inside: QWidget = self._make_words()
        self._outer.addWidget(self._inside)
        if record.next_check_on is None and _target_has_draft(context, record):
            self.write()

    def write(self) -> None:
        """Open the form."""
        self.form = NextCheckForm(self._context, self._record)
        self.form.done.connect(self._on_done)
        self._put(spaced(self._context.theme, self.form))
        self.form.focus_first()

    def keep(self) -> None:
        """Keep what is typed and not saved."""
        if self.form is not None:
            self.form.keep_draft()

    def _put(self, inside: QWidget) -> None:
        before, self._inside = self._inside, inside
        self._outer.replaceWidget(before, inside)
        before.hide()
        before.deleteLater()

    def _make_words(self) -> QWidget:
        theme, day = self._context.theme, self._record.next_check_on
        word = _("決める") if day is None else _("直す")
        link = make_button(theme, word, self.write, kind="link", icon="pencil")
        link.setAccessibleName(_("次の確認日を決める"))
        return make_flow(theme, (make_label(_("次の確認"), "muted"), self._make_day(day), link), 16)

    def _make_day(self, day: date | None) -> QWidget:
        if day is None:
            return make_label(_("決めていません"), "muted")
        if day <= self._context.clock.today():
            words = _("{day} 確認の日です").format(day=format_date(day))
            return Tag(self._context.theme, Tone.DUE, words)
        return make_label(format_date(day))

    def _on_done(self, words: str) -> None:
        self.form = None
        if words:
            self._context.tell(Tone.DONE, words, "", (_("元に戻す"), self._undo))
        with self._context.reporting():
            self._record = self._context.services.check_sheets.get(self._record.id)
        self._put(self._make_words())

    def _undo(self) -> None:
        with self._context.reporting():
            self._context.services.history.undo()


def _target_has_draft(context: UiContext, record: CheckSheetRecord) -> bool:
    return context.services.drafts.load("check_sheet_next", record.id) is not None
