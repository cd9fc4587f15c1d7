"""The small dialogs of 取組一覧: writing out, and a new year from an old one."""

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from kyodo_desktop.base.errors import InputError
from kyodo_desktop.base.i18n import _
from kyodo_desktop.japanese.fiscal_year import format_fiscal_year, parse_fiscal_year
from kyodo_desktop.records.collaborations import FiscalYearSummary
from kyodo_desktop.ui.theme.theme import Theme
from kyodo_desktop.ui.widgets.buttons import make_button, make_button_row
from kyodo_desktop.ui.widgets.choice import Choice
from kyodo_desktop.ui.widgets.edits import JapaneseLineEdit
from kyodo_desktop.ui.widgets.form_rows import FormRows
from kyodo_desktop.ui.widgets.labels import make_label
from kyodo_desktop.ui.widgets.segments import Segments

FORMATS = (("xlsx", "Excel"), ("csv", "CSV"), ("json", "JSON"))


class ExportDialog(QDialog):
    """Asks for the kind of file and how much; `chosen(file_format, only_shown)` follows."""

    def __init__(
        self,
        theme: Theme,
        shown: str,
        whole: str,
        chosen: Callable[[str, bool], object],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(_("書き出し"))
        self._chosen = chosen
        rows = FormRows(theme, label_width=96, least_width=320)
        self.file_format = Segments(theme, FORMATS, _("ファイルの種類"))
        self.file_format.set_value("xlsx")
        rows.add(_("ファイルの種類"), self.file_format, width=None)
        self.scope = Segments(theme, (("shown", shown), ("whole", whole)), _("どれを"))
        self.scope.set_value("shown")
        rows.add(_("どれを"), self.scope, width=None)
        _finish(self, theme, rows, _("場所を選ぶ"), self.confirm)

    def confirm(self) -> None:
        """Close and go on."""
        self.accept()
        self._chosen(self.file_format.value(), self.scope.value() == "shown")


class CopyYearDialog(QDialog):
    """Asks from which year to copy and for which; `chosen(source, target)` follows."""

    def __init__(
        self,
        theme: Theme,
        years: Sequence[FiscalYearSummary],
        chosen: Callable[[int, int], object],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(_("新しい年度を作る"))
        self._chosen = chosen
        rows = FormRows(theme, label_width=96, least_width=320)
        names = [
            (
                str(y.fiscal_year),
                _("{year}（{n}件）").format(year=format_fiscal_year(y.fiscal_year), n=y.entries),
            )
            for y in years
        ]
        self.source = Choice(theme, _("写すもと"), names)
        rows.add(_("写すもと"), self.source, width=240)
        self.target = JapaneseLineEdit(_("新しい年度"), last=True)
        self.target.committed.connect(self.confirm)
        self.target.setText(format_fiscal_year(years[0].fiscal_year + 1))
        rows.add(_("新しい年度"), self.target, width=240, below=True)
        note = _(
            "取組・課・相手・形態を写します。もとの年度は変わりません。\n備考は確かめてから使ってください。"
        )
        rows.add_widget(make_label(note, "muted", wrap=True))
        _finish(self, theme, rows, _("作る"), self.confirm)

    def confirm(self) -> None:
        """Close and go on; stay while the year cannot be read."""
        try:
            target = parse_fiscal_year(self.target.text())
        except InputError as error:
            self.target.set_problem(str(error))
            self.target.setFocus()
            self.resize(self.width(), max(self.height(), self.heightForWidth(self.width())))
            return
        self.accept()
        self._chosen(int(self.source.value()), target)


def _finish(dialog: QDialog, theme: Theme, rows: QWidget, word: str, confirm: Callable[[], object]) -> None:
    layout = QVBoxLayout(dialog)
    theme.space(layout, 16, (24, 24, 24, 16))
    layout.addWidget(rows)
    give_up = make_button(theme, _("やめる"), dialog.reject)
    go_on = make_button(theme, word, confirm, kind="primary")
    layout.addLayout(make_button_row(theme, give_up, go_on))
