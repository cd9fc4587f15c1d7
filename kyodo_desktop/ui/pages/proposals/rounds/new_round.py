"""Making a round: which year, which programme, worked out anew or after the year before."""

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from kyodo_desktop.base.i18n import _
from kyodo_desktop.japanese.fiscal_year import fiscal_year, format_fiscal_year
from kyodo_desktop.programmes.programme import Programme
from kyodo_desktop.records.rounds import RoundDetail
from kyodo_desktop.ui.context import UiContext
from kyodo_desktop.ui.widgets.buttons import make_button
from kyodo_desktop.ui.widgets.choice import Choice
from kyodo_desktop.ui.widgets.detail import make_section
from kyodo_desktop.ui.widgets.form_rows import FormRows
from kyodo_desktop.ui.widgets.labels import make_label

_YEARS_BACK = 8


class NewRound(QScrollArea):
    """Asks for the year and the programme; `made` carries the id of the new round."""

    made = Signal(int)

    def __init__(self, context: UiContext) -> None:
        super().__init__()
        self.context = context
        self.setFrameShape(QScrollArea.Shape.NoFrame)
        self.setWidgetResizable(True)
        theme = context.theme
        this_year = fiscal_year(context.clock.today())
        years = range(this_year + 1, this_year - _YEARS_BACK - 1, -1)
        self.year = Choice(theme, _("年度"), [(str(one), format_fiscal_year(one)) for one in years])
        self.programme = Choice(theme, _("制度"))
        self.words = make_label("", "muted", wrap=True)
        self.make_button = make_button(theme, _("制度の時期からつくる"), self._make, kind="primary")
        self.copy_button = make_button(theme, _("前の年度をもとにつくる"), self._copy)
        inside = QWidget()
        column = QVBoxLayout(inside)
        theme.space(column, 0, (24, 0, 24, 24))
        column.addWidget(make_section(theme, _("どの募集か")))
        rows = FormRows(theme, narrow=theme.percent > 130)
        rows.add(_("年度"), self.year, width=160)
        rows.add(_("制度"), self.programme, width=320)
        column.addWidget(rows)
        column.addSpacing(theme.px(16))
        column.addWidget(self.words)
        column.addSpacing(theme.px(12))
        buttons = QHBoxLayout()
        theme.space(buttons, 8)
        buttons.addWidget(self.make_button)
        buttons.addWidget(self.copy_button)
        buttons.addStretch(1)
        column.addLayout(buttons)
        column.addStretch(1)
        self.setWidget(inside)
        self.year.chosen.connect(lambda _key: self.refresh())
        self.programme.chosen.connect(lambda _key: self._say())
        self._offered: tuple[Programme, ...] = ()

    def begin(self) -> None:
        """Ask anew, for this year, or the next if this one has all its rounds."""
        this_year = fiscal_year(self.context.clock.today())
        has_more = bool(self.context.services.rounds.to_create(this_year))
        self.year.set_value(str(this_year if has_more else this_year + 1))
        self.refresh()
        self.year.setFocus()

    def refresh(self) -> None:
        """Offer the programmes that have no round in the year yet."""
        with self.context.reporting():
            self._offered = self.context.services.rounds.to_create(int(self.year.value()))
        kept = self.programme.value()
        self.programme.set_choices([(one.key, one.title) for one in self._offered])
        if kept in {one.key for one in self._offered}:
            self.programme.set_value(kept)
        self._say()

    def _say(self) -> None:
        before = self._before()
        self.programme.setEnabled(bool(self._offered))
        self.make_button.setEnabled(bool(self._offered))
        self.copy_button.setVisible(before is not None)
        if not self._offered:
            self.words.setText(_("この年度の募集回は、どの制度ももうあります。"))
        elif before is not None:
            words = _(
                "{year}のテーマ（候補として）、説明会の場所、締切の時刻を写せます。日程は新しくつくります。"
            )
            self.words.setText(words.format(year=format_fiscal_year(before.fiscal_year)))
        else:
            self.words.setText(_("段階ごとの日程を、制度の時期からつくります。どの日も後から直せます。"))

    def _before(self) -> RoundDetail | None:
        """Return the round of the year before."""
        if not self._offered:
            return None
        return self.context.services.rounds.of(self.programme.value(), int(self.year.value()) - 1)

    def _make(self) -> None:
        programme, year = self.programme.value(), int(self.year.value())
        self._carry_out(lambda: self.context.services.rounds.create(programme, year))

    def _copy(self) -> None:
        before = self._before()
        if before is not None:
            self._carry_out(lambda: self.context.services.rounds.copy_from(before.id))

    def _carry_out(self, act: Callable[[], int]) -> None:
        with self.context.reporting():
            self.made.emit(act())
