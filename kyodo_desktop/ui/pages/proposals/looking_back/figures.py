"""What came of each round, as a table: how many, what was decided, how much."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from kyodo_desktop.base.i18n import _
from kyodo_desktop.japanese.fiscal_year import format_fiscal_year
from kyodo_desktop.japanese.yen import format_yen
from kyodo_desktop.records.case_figures import FIGURES, RoundFigures, in_sum
from kyodo_desktop.ui.context import UiContext
from kyodo_desktop.ui.tables.columns import Column, Elide
from kyodo_desktop.ui.tables.record_table import RecordTable
from kyodo_desktop.ui.tables.view import RecordView
from kyodo_desktop.ui.theme.tokens import Tone
from kyodo_desktop.ui.widgets.buttons import make_button
from kyodo_desktop.ui.widgets.choice import Choice
from kyodo_desktop.ui.widgets.labels import make_label

_MONEY = frozenset({"asked", "granted", "settled"})
_COUNT, _LONG_COUNT, _YEN = 64, 108, 108
_LONG = frozenset({"stopped", "goes_on"})
_FORMATS = (("xlsx", "Excel"), ("csv", "CSV"))


class FiguresTable(QWidget):
    """The rounds of all years or of one programme, their sum below, and the way into a file."""

    def __init__(self, context: UiContext) -> None:
        super().__init__()
        self.context = context
        theme = context.theme
        self._figures: tuple[RoundFigures, ...] = ()
        self.programme = Choice(theme, _("制度"))
        self.programme.setMinimumWidth(theme.px(280))
        self.programme.chosen.connect(lambda _key: self._show())
        self.export_buttons = [
            make_button(theme, _("{format}に書き出す").format(format=word), self._exporter(key))
            for key, word in _FORMATS
        ]
        self.table: RecordTable[RoundFigures] = RecordTable(_columns(), lambda one: one.id)
        self.view = RecordView(
            theme, self.table, context.settings, settings_key="round_figures", name=_("募集回ごとの集計")
        )
        self.sum = make_label("", "muted", wrap=True)
        self.empty = make_label(
            _("受け付けた提案がまだないので、集計するものがありません。"), "muted", wrap=True
        )
        bar = QHBoxLayout()
        theme.space(bar, 8, (24, 12, 24, 12))
        bar.addWidget(self.programme)
        bar.addStretch(1)
        for button in self.export_buttons:
            bar.addWidget(button)
        below = QVBoxLayout()
        theme.space(below, 4, (24, 8, 24, 12))
        below.addWidget(self.empty)
        below.addWidget(self.sum)
        column = QVBoxLayout(self)
        theme.space(column, 0)
        column.addLayout(bar)
        column.addWidget(self.view, 1)
        column.addLayout(below)

    def refresh(self) -> None:
        """Count anew."""
        with self.context.reporting():
            self._figures = self.context.services.statistics.rounds()
        kept = self.programme.value()
        titles = dict.fromkeys((one.programme, one.title) for one in self._figures)
        self.programme.set_choices([("", _("すべての制度")), *titles])
        self.programme.set_value(kept if kept in {key for key, _title in titles} else "")
        self._show()

    def shown(self) -> tuple[RoundFigures, ...]:
        """Return what is shown, in its order."""
        return self.table.shown

    def export_to(self, file_format: str, path: Path) -> None:
        """Write what is shown to a file."""
        figures, statistics = self.shown(), self.context.services.statistics
        self.context.jobs.run(
            _("書き出しています…"),
            lambda: statistics.write(figures, file_format, path),
            lambda _done: self.context.tell(
                Tone.DONE, _("書き出しました: {name}").format(name=path.name), str(path.parent), None
            ),
        )

    def focus_first(self) -> None:
        """Go to the table."""
        self.view.setFocus()

    def _exporter(self, file_format: str) -> Callable[[], None]:
        def ask() -> None:
            name = f"{_('募集回ごとの集計')}.{file_format}"
            self.context.files.save(self, _("書き出し"), name, lambda path: self.export_to(file_format, path))

        return ask

    def _show(self) -> None:
        key = self.programme.value()
        self.table.set_rows([one for one in self._figures if key in ("", one.programme)])
        shown = self.shown()
        for button in self.export_buttons:
            button.setEnabled(bool(shown))
        self.view.setVisible(bool(shown))
        self.empty.setVisible(not shown)
        self.sum.setVisible(bool(shown))
        whole = in_sum(shown)
        words = [
            _("{label} {n}").format(
                label=_(label), n=_number(name, getattr(whole, name)) + (_("円") if name in _MONEY else "")
            )
            for name, label in FIGURES
            if name != "partners" and getattr(whole, name)
        ]
        self.sum.setText(_("計: {words}").format(words=" ・ ".join(words)))


def _columns() -> tuple[Column[RoundFigures], ...]:
    return (
        Column(
            "fiscal_year",
            _("年度"),
            lambda one: format_fiscal_year(one.fiscal_year),
            124,
            lambda one: -one.fiscal_year,
        ),
        Column("programme", _("制度"), lambda one: one.title, None, elide=Elide.MIDDLE, least=232),
        *(_figure(name, _(label)) for name, label in FIGURES),
    )


def _figure(name: str, label: str) -> Column[RoundFigures]:
    def value(one: RoundFigures) -> int:
        return int(getattr(one.counts, name))

    return Column(
        name,
        label,
        lambda one: _number(name, value(one)),
        _YEN if name in _MONEY else _LONG_COUNT if name in _LONG else _COUNT,
        value,
        right=True,
    )


def _number(name: str, value: int) -> str:
    """Return a figure; a count of nothing stays empty, so that the others are seen."""
    if name in _MONEY:
        return format_yen(value) if value else ""
    return str(value) if value else ""
