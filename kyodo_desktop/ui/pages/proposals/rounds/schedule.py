"""日程: the stages of a round with their dates, each set where it is read."""

from dataclasses import replace
from functools import partial
from pathlib import Path

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from kyodo_desktop.base.errors import InputError, KyodoError
from kyodo_desktop.base.i18n import _
from kyodo_desktop.japanese.wareki import format_date
from kyodo_desktop.programmes.programme import PROVISIONAL
from kyodo_desktop.records.rounds import RoundDate, RoundDetail
from kyodo_desktop.ui.context import UiContext
from kyodo_desktop.ui.pages.proposals.rounds.wording import round_title, stage_line
from kyodo_desktop.ui.pages.proposals.section import Section
from kyodo_desktop.ui.theme.theme import Theme
from kyodo_desktop.ui.theme.tokens import Tone
from kyodo_desktop.ui.widgets.buttons import make_button
from kyodo_desktop.ui.widgets.detail import make_section
from kyodo_desktop.ui.widgets.edits import WarekiEdit
from kyodo_desktop.ui.widgets.flow import FlowBar
from kyodo_desktop.ui.widgets.frames import make_line
from kyodo_desktop.ui.widgets.in_place_form import DRAFT_PAUSE_MS
from kyodo_desktop.ui.widgets.labels import make_label
from kyodo_desktop.ui.widgets.pill import TAG, Pill
from kyodo_desktop.ui.widgets.tags import Tag

DRAFT = "round_dates"
"""Under what is kept, of a round, which dates were typed and cannot be taken yet."""
_LABEL, _NARROW_LABEL, _DAY = 264, 176, 152
_WIDE_UP_TO = 130
"""The names of the stages take less room where text is larger than this, in per cent."""


class StageRow(QWidget):
    """One stage: its name and who acts, first and last day, what is to be known about them.

    `left` tells that a day may have changed, `edited` that one is being typed.
    """

    left = Signal()
    edited = Signal()

    def __init__(self, context: UiContext, one: RoundDate) -> None:
        super().__init__()
        self.theme, self.one = context.theme, one
        today = context.clock.today()
        self.first = WarekiEdit(_("{stage}の始まり").format(stage=one.label), today)
        self.last = WarekiEdit(_("{stage}の終わり").format(stage=one.label), today)
        self.problem = make_label("", "error", wrap=True)
        self.problem.hide()
        for line in (self.first, self.last):
            line.setFixedWidth(self.theme.px(_DAY))
            line.textEdited.connect(lambda _text: self.edited.emit())
            line.editingFinished.connect(self.left)
            line.problem_changed.connect(lambda _sentence: self._show_problem())
        self._marks: QWidget | None = None
        self._lay_out()
        self.set_days(one)

    def set_days(self, one: RoundDate) -> None:
        """Show the dates as they are."""
        self.one = one
        self.first.set_value(one.starts_on)
        self.last.set_value(one.ends_on)

    def texts(self) -> list[str]:
        """Return what stands in both fields."""
        return [self.first.text(), self.last.text()]

    def is_typed(self) -> bool:
        """Tell whether something else stands there than the stage's dates."""
        return self.texts() != [format_date(self.one.starts_on), format_date(self.one.ends_on)]

    def show_marks(self, marks: list[QWidget]) -> None:
        """Show what is to be known about the dates, at their right."""
        if self._marks is not None:
            self._bar.flow.removeWidget(self._marks)
            self._marks.hide()
            self._marks.deleteLater()
        self._marks = QWidget()
        line = QHBoxLayout(self._marks)
        self.theme.space(line, 12, (8, 0, 0, 0))
        for mark in marks:
            line.addWidget(mark)
        self._bar.flow.addWidget(self._marks)
        self._marks.setVisible(bool(marks))

    def _lay_out(self) -> None:
        theme = self.theme
        outer = QVBoxLayout(self)
        theme.space(outer, 0, (0, 6, 0, 6))
        line = QHBoxLayout()
        theme.space(line, 16)
        names = QVBoxLayout()
        theme.space(names, 0)
        label = make_label(self.one.label, wrap=True)
        label.setBuddy(self.first)
        names.addWidget(label)
        names.addWidget(make_label(stage_line(self.one), "caption", wrap=True))
        names.addStretch(1)
        holder = QWidget()
        holder.setLayout(names)
        holder.setFixedWidth(theme.px(_LABEL if theme.percent <= _WIDE_UP_TO else _NARROW_LABEL))
        line.addWidget(holder)
        right = QVBoxLayout()
        theme.space(right, 4)
        self._bar = FlowBar(theme.px(32), theme.px(4))
        self._bar.setProperty("ground", "surface")
        theme.space(self._bar.flow, 8)
        for edit, after in ((self.first, _("から")), (self.last, _("まで"))):
            self._bar.flow.addWidget(edit)
            self._bar.flow.addWidget(make_label(after))
        right.addWidget(self._bar)
        right.addWidget(self.problem)
        right.addStretch(1)
        line.addLayout(right, 1)
        outer.addLayout(line)

    def _show_problem(self) -> None:
        sentence = self.first.problem or self.last.problem
        self.problem.setText(f"✕ {sentence}" if sentence else "")
        self.problem.setVisible(bool(sentence))


class ScheduleSection(Section[RoundDetail]):
    """The calendar of a round; a day is saved when its field is left, what cannot be taken stays typed."""

    def __init__(self, context: UiContext) -> None:
        super().__init__(context, _("日程"))
        self.detail: RoundDetail | None = None
        self.rows: dict[str, StageRow] = {}
        self._pause = QTimer(self, singleShot=True, interval=DRAFT_PAUSE_MS)
        self._pause.timeout.connect(self._keep_typed)
        self._inside = QWidget()
        self.column.addWidget(self._inside)
        self.column.addStretch(1)

    def show_record(self, detail: RoundDetail) -> None:
        """Show a round's dates; what is typed and not taken stays."""
        other = self.detail is None or self.detail.id != detail.id
        if other:
            self.keep()
        self.detail = detail
        if other or tuple(self.rows) != tuple(one.stage for one in detail.dates):
            self._build(detail)
            self._take_up(detail.id)
        for one in detail.dates:
            row = self.rows[one.stage]
            if not row.is_typed():
                row.set_days(one)
            row.one = one
            row.show_marks(self._marks(row))

    def keep(self) -> None:
        """Save what is typed; what cannot be taken is kept as it is."""
        for row in self.rows.values():
            self._commit(row)
        self._keep_typed()

    def focus_first(self) -> None:
        """Go to the first day."""
        row = next(iter(self.rows.values()), None)
        if row is not None:
            row.first.setFocus()

    # Inside

    def _build(self, detail: RoundDetail) -> None:
        theme = self.context.theme
        inside = QWidget()
        column = QVBoxLayout(inside)
        theme.space(column, 0)
        column.addWidget(make_section(theme, _("段階と日にち"), len(detail.dates), self._calendar_link()))
        note = _(
            "制度の時期からつくりました。どの日も直せます。{mark}は市のきまりではなく、この窓口の目安です。"
        )
        column.addWidget(make_label(note.format(mark=_(PROVISIONAL)), "caption", wrap=True))
        column.addSpacing(theme.px(4))
        self.rows = {}
        for one in detail.dates:
            row = StageRow(self.context, one)
            row.left.connect(partial(self._on_left, row))
            row.edited.connect(self._on_edited)
            self.rows[one.stage] = row
            column.addWidget(row)
            column.addWidget(make_line(faint=True))
        self.column.replaceWidget(self._inside, inside)
        old, self._inside = self._inside, inside
        old.hide()
        old.setParent(None)
        old.deleteLater()
        inside.show()

    def _calendar_link(self) -> QWidget:
        words = _("ほかのカレンダー用に書き出す")
        return make_button(self.context.theme, words, self._ask_calendar, kind="link", icon="file-output")

    def _ask_calendar(self) -> None:
        if self.detail is None:
            return
        self.keep()
        round_id = self.detail.id
        name = f"{round_title(self.detail.title, self.detail.fiscal_year)}.ics"

        def write(path: Path) -> None:
            with self.context.reporting():
                self.context.services.rounds.write_calendar(round_id, path)
                words = _("書き出しました: {name}").format(name=path.name)
                self.context.tell(Tone.DONE, words, str(path.parent), None)

        self.context.files.save(self, _("日程の書き出し"), name, write)

    def _marks(self, row: StageRow) -> list[QWidget]:
        theme, one = self.context.theme, row.one
        marks: list[QWidget] = []
        if one.due and one.proposed_end is None:
            marks.append(Pill(theme, _("締切"), TAG))
        if one.proposed_end is not None:
            marks.append(_closed_tag(theme, one))
            words = _("{day}にする").format(day=format_date(one.proposed_end, weekday=True))
            marks.append(make_button(theme, words, partial(self._take_proposed, row), kind="link"))
        if one.moved:
            marks.append(Pill(theme, _("直した日"), TAG))
            marks.append(
                make_button(theme, _("制度の時期に戻す"), partial(self._work_out_again, row), kind="link")
            )
        elif one.provisional:
            marks.append(Pill(theme, _(PROVISIONAL), TAG))
        for mark in marks:
            if mark.accessibleName() == "":
                mark.setAccessibleDescription(one.label)
        return marks

    def _take_proposed(self, row: StageRow) -> None:
        if self.detail is not None and row.one.proposed_end is not None:
            words = _("{stage}の締切を{day}にしました").format(
                stage=row.one.label, day=format_date(row.one.proposed_end)
            )
            row.last.setFocus()
            self.act(
                words, partial(self.context.services.rounds.take_proposed, self.detail.id, row.one.stage)
            )

    def _work_out_again(self, row: StageRow) -> None:
        if self.detail is not None:
            row.set_days(row.one)
            row.first.setFocus()
            words = _("{stage}を制度の時期に戻しました").format(stage=row.one.label)
            self.act(
                words, partial(self.context.services.rounds.work_out_again, self.detail.id, row.one.stage)
            )

    def _on_edited(self) -> None:
        if not self._pause.isActive():
            self._pause.start()

    def _on_left(self, row: StageRow) -> None:
        self._commit(row)
        self._keep_typed()

    def _commit(self, row: StageRow) -> None:
        """Save the days of a row, if they are days and others than before."""
        first, last = row.first.value(), row.last.value()
        if self.detail is None or first is None or last is None:
            for line in (row.first, row.last):
                if not line.text().strip():
                    line.set_problem(_("日にちを書いてください。"))
            return
        if (first, last) == (row.one.starts_on, row.one.ends_on):
            row.set_days(row.one)
            return
        try:
            self.context.services.rounds.set_date(self.detail.id, row.one.stage, first, last)
        except InputError as error:
            (row.first if error.field == "starts_on" else row.last).set_problem(str(error))
            return
        except KyodoError as error:
            self.context.report(error)
            return
        row.set_days(replace(row.one, starts_on=first, ends_on=last))
        self.say(_("{stage}の日程を直しました").format(stage=row.one.label))

    def _keep_typed(self) -> None:
        """Keep what is typed and not saved, also what cannot be read."""
        self._pause.stop()
        if self.detail is None:
            return
        drafts, round_id = self.context.services.drafts, self.detail.id
        typed = {stage: row.texts() for stage, row in self.rows.items() if _is_open(row)}
        with self.context.reporting():
            if typed:
                drafts.save(DRAFT, round_id, typed)
            elif drafts.load(DRAFT, round_id) is not None:
                drafts.drop(DRAFT, round_id)

    def _take_up(self, round_id: int) -> None:
        kept = self.context.services.drafts.load(DRAFT, round_id) or {}
        for stage, texts in kept.items():
            if stage in self.rows:
                row = self.rows[stage]
                row.first.setText(texts[0])
                row.last.setText(texts[1])
                self._commit(row)


def _is_open(row: StageRow) -> bool:
    """Tell whether something typed in a row has not been saved."""
    saved = (row.one.starts_on, row.one.ends_on)
    return row.is_typed() and (row.first.value(), row.last.value()) != saved


def _closed_tag(theme: Theme, one: RoundDate) -> QWidget:
    weekday = format_date(one.ends_on, weekday=True)[-2]
    return Tag(theme, Tone.DUE, _("締切が閉庁日（{weekday}）").format(weekday=weekday))
