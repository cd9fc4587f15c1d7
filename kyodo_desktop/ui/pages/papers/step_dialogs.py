"""Asking what a step of a paper needs: to whom it goes, on which day, why it is void."""

from collections.abc import Callable
from datetime import date

from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from kyodo_desktop.base.errors import InputError, KyodoError
from kyodo_desktop.base.i18n import _
from kyodo_desktop.ui.theme.theme import Theme
from kyodo_desktop.ui.widgets.buttons import make_button, make_button_row
from kyodo_desktop.ui.widgets.edits import JapaneseLineEdit, JapaneseTextEdit, WarekiEdit
from kyodo_desktop.ui.widgets.form_rows import FormRows
from kyodo_desktop.ui.widgets.labels import make_label


class _StepDialog(QDialog):
    """A title naming the papers, fields, one button; what cannot be taken is said beside its field."""

    def __init__(self, theme: Theme, title: str, which: str, word: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.rows = FormRows(theme, narrow=True)
        self.go_on = make_button(theme, word, self.confirm, kind="primary")
        layout = QVBoxLayout(self)
        theme.space(layout, 16, (24, 24, 24, 16))
        layout.addWidget(make_label(which, "head", wrap=True))
        layout.addWidget(self.rows)
        layout.addLayout(make_button_row(theme, make_button(theme, _("やめる"), self.reject), self.go_on))
        self.setMinimumWidth(theme.px(440))

    def confirm(self) -> None:
        """Take the step, or stay and say why not."""
        self.rows.clear_problems()
        try:
            self.take()
        except InputError as error:
            self.rows.set_problem(self.field_of(error.field or ""), str(error))
            self.field_of(error.field or "").setFocus()
        except KyodoError as error:
            self.rows.set_problem(self.field_of(""), str(error))
        else:
            self.accept()

    def take(self) -> None:
        """Do what was asked for."""
        raise NotImplementedError

    def field_of(self, name: str) -> QWidget:
        """Return the field that an error speaks of."""
        raise NotImplementedError


class HandOutDialog(_StepDialog):
    """Asks with whom papers are to be, and until when; `chosen(holder, due_on)` may refuse."""

    def __init__(
        self,
        theme: Theme,
        which: str,
        holder: str,
        today: date,
        chosen: Callable[[str, date | None], object],
        parent: QWidget,
    ) -> None:
        super().__init__(theme, _("署名・押印のために渡す"), which, _("渡した"), parent)
        self._chosen = chosen
        self.holder = JapaneseLineEdit(_("渡した相手"))
        self.holder.setText(holder)
        self.rows.add(
            _("渡した相手"), self.holder, width=None, note=_("だれの手元にあるか（団体の会長など）")
        )
        self.due = WarekiEdit(_("戻る予定の日"), today)
        self.rows.add(_("戻る予定の日"), self.due, width=200, note=_("決めていなければ空けておきます"))
        self.holder.selectAll()
        self.holder.setFocus()

    def take(self) -> None:
        """Hand them out."""
        self._chosen(self.holder.text(), _day_of(self.due))

    def field_of(self, name: str) -> QWidget:
        """Return the field that an error speaks of."""
        return self.due if name == "due_on" else self.holder


class DayDialog(_StepDialog):
    """Asks for the day of a step; `chosen(day)` may refuse."""

    def __init__(
        self,
        theme: Theme,
        title: str,
        which: str,
        today: date,
        chosen: Callable[[date], object],
        parent: QWidget,
    ) -> None:
        super().__init__(theme, title, which, title, parent)
        self._chosen, self._today = chosen, today
        self.day = WarekiEdit(_("日付"), today)
        self.day.set_value(today)
        self.rows.add(_("日付"), self.day, width=200)
        self.day.selectAll()
        self.day.setFocus()

    def take(self) -> None:
        """Take the step on the day."""
        self._chosen(_day_of(self.day) or self._today)

    def field_of(self, name: str) -> QWidget:
        """Return the day."""
        return self.day


class VoidDialog(_StepDialog):
    """Asks why a paper is made void; `chosen(reason)` may refuse."""

    def __init__(self, theme: Theme, which: str, chosen: Callable[[str], object], parent: QWidget) -> None:
        super().__init__(theme, _("無効にする"), which, _("無効にする"), parent)
        self._chosen = chosen
        self.reason = JapaneseTextEdit(_("理由"))
        self.reason.setFixedHeight(theme.px(84))
        note = _("番号は欠番になり、ほかの紙に使われません。理由は記録に残ります。")
        self.rows.add(_("理由"), self.reason, width=None, note=note)
        self.reason.setFocus()

    def take(self) -> None:
        """Make it void."""
        self._chosen(self.reason.text())

    def field_of(self, name: str) -> QWidget:
        """Return the reason."""
        return self.reason


def _day_of(line: WarekiEdit) -> date | None:
    """Return the day of a line.

    Raises:
        InputError: it is none.
    """
    day = line.value()
    if day is None and line.text().strip():
        words = _("「{text}」は日付として読めません。R8.12.1 のように書いてください。")
        raise InputError(words.format(text=line.text()), "due_on")
    return day
