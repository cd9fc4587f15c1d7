"""話し合うこと: of each gap its marks, the handbook's words to begin with, and what was agreed."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from kyodo_desktop.base.i18n import _
from kyodo_desktop.forms.talk_prompts import prompts_for
from kyodo_desktop.japanese.wareki import format_date
from kyodo_desktop.records.check_gaps import GapKind, ItemGap, Prompt, by_gap, read_gaps
from kyodo_desktop.records.check_sheets import (
    MOMENT_LABELS,
    SIDE_LABELS,
    CheckSheetRecord,
    CheckSheetText,
    Marks,
    Moment,
    Side,
    differs,
)
from kyodo_desktop.ui.context import UiContext
from kyodo_desktop.ui.pages.check_sheets.gap_groups import drift_words, gap_words
from kyodo_desktop.ui.pages.check_sheets.gap_sign import GapSign
from kyodo_desktop.ui.pages.check_sheets.talk_forms import AgreementForm, agreement_target
from kyodo_desktop.ui.theme.tokens import Tone
from kyodo_desktop.ui.widgets.buttons import make_button
from kyodo_desktop.ui.widgets.detail import make_section
from kyodo_desktop.ui.widgets.frames import make_frame, make_line
from kyodo_desktop.ui.widgets.in_place_form import spaced
from kyodo_desktop.ui.widgets.labels import TextRole, make_label
from kyodo_desktop.ui.widgets.marks import MarkSign, mark_word

_MEASURE, _LEAST = 720, 48


class TalkSection(QWidget):
    """The items to be talked about; `written` when something of them was saved or given up."""

    written = Signal()

    def __init__(self, context: UiContext) -> None:
        super().__init__()
        self.context = context
        self.form: AgreementForm | None = None
        self._writing = ""
        self._shown: tuple[CheckSheetRecord, CheckSheetText, Marks] | None = None
        self._outer = QVBoxLayout(self)
        context.theme.space(self._outer, 0)
        self._inside = QWidget()
        self._outer.addWidget(self._inside)
        self.setMaximumWidth(context.theme.px(_MEASURE))

    @property
    def writing(self) -> str:
        """The item whose note is being written."""
        return "" if self.form is not None and self.form.is_written else self._writing

    def show_sheet(
        self, record: CheckSheetRecord, text: CheckSheetText, marks: Marks, writing: str = ""
    ) -> None:
        """Show the gaps of a sheet, and what was agreed of other items; a note may be open in `writing`."""
        self._writing = writing
        self._shown = (record, text, marks)
        self._rebuild()

    def keep(self) -> None:
        """Keep what is typed and not saved."""
        if self.form is not None:
            self.form.keep_draft()

    def write(self, item: str) -> None:
        """Open the note of an item, in place of its words."""
        self.keep()
        self._writing = item
        self._rebuild()
        if self.form is not None:
            self.form.focus_first()

    def _rebuild(self) -> None:
        if self._shown is None:
            return
        self.keep()
        self.form = None
        record, text, marks = self._shown
        inside = QWidget()
        column = QVBoxLayout(inside)
        self.context.theme.space(column, 0)
        gaps = [
            gap
            for gap in by_gap(read_gaps(text, marks))
            if gap.is_to_talk or record.agreement(gap.item.key) is not None or self._has_draft(record, gap)
        ]
        if gaps:
            column.addWidget(make_section(self.context.theme, _("話し合うこと"), len(gaps)))
        for gap in gaps:
            column.addWidget(self._card(record, gap, marks))
            column.addWidget(make_line(faint=True))
        before, self._inside = self._inside, inside
        self._outer.replaceWidget(before, inside)
        before.hide()
        # Not at once: the button that was pressed may be one of its own.
        before.deleteLater()

    def _has_draft(self, record: CheckSheetRecord, gap: ItemGap) -> bool:
        target = agreement_target(record.id, gap.item.key)
        return gap.item.key == self._writing or target.has_draft(self.context)

    def _card(self, record: CheckSheetRecord, gap: ItemGap, marks: Marks) -> QWidget:
        theme = self.context.theme
        card = QWidget()
        column = QVBoxLayout(card)
        theme.space(column, 4, (0, 8, 0, 12))
        place = f"{gap.stage.numeral}－{gap.item.number}"
        column.addWidget(self._wrapped(f"{place}　{gap.stage.title}", "caption"))
        column.addWidget(self._wrapped(gap.item.text, "head"))
        column.addWidget(self._told(gap, marks))
        column.addWidget(self._four(gap, marks))
        column.addSpacing(theme.px(4))
        column.addWidget(self._prompts(prompts_for(gap, self._version())))
        column.addSpacing(theme.px(4))
        column.addWidget(self._agreed(record, gap, place))
        return card

    def _wrapped(self, words: str, role: TextRole) -> QLabel:
        """Return words that wrap also where there is little room."""
        label = make_label(words, role, wrap=True)
        label.setMinimumWidth(self.context.theme.px(_LEAST))
        return label

    def _version(self) -> int:
        return self._shown[1].version if self._shown is not None else 0

    def _told(self, gap: ItemGap, marks: Marks) -> QWidget:
        """Return the sign, what the marks say, and how each side drifted."""
        theme = self.context.theme
        holder = QWidget()
        column = QVBoxLayout(holder)
        theme.space(column, 2)
        lines: list[tuple[GapKind, str]] = []
        if gap.kind is not GapKind.DRIFT:
            lines.append((gap.kind, gap_words(gap, marks)))
        lines += [(GapKind.DRIFT, words) for words in drift_words(gap)]
        for kind, words in lines:
            row = QHBoxLayout()
            theme.space(row, 8)
            row.addWidget(GapSign(theme, kind))
            row.addWidget(self._wrapped(words, "due" if kind is GapKind.APART else "body"), 1)
            column.addLayout(row)
        return holder

    def _four(self, gap: ItemGap, marks: Marks) -> QWidget:
        """Return the four marks, each with its word."""
        theme = self.context.theme
        holder = QWidget()
        grid = QGridLayout(holder)
        theme.space(grid, 4)
        grid.setHorizontalSpacing(theme.px(12))
        for column, side in enumerate(Side, 1):
            grid.addWidget(make_label(_(SIDE_LABELS[side]), "caption"), 0, column)
            grid.setColumnStretch(column, 1)
        for row, moment in enumerate(Moment, 1):
            grid.addWidget(make_label(_(MOMENT_LABELS[moment]), "caption"), row, 0)
            apart = differs(marks, gap.item.key, moment)
            for column, side in enumerate(Side, 1):
                value = marks.get((gap.item.key, moment, side))
                cell = QWidget()
                line = QHBoxLayout(cell)
                theme.space(line, 6)
                line.addWidget(MarkSign(theme, value, "due" if apart else "muted"))
                line.addWidget(self._wrapped(mark_word(value), "due" if apart else "small"), 1)
                grid.addWidget(cell, row, column)
        return holder

    def _prompts(self, prompts: Sequence[Prompt]) -> QWidget:
        theme = self.context.theme
        frame = make_frame("note")
        column = QVBoxLayout(frame)
        theme.space(column, 2, (12, 8, 12, 8))
        column.addWidget(make_label(_("話し合いのきっかけ"), "caption"))
        for prompt in prompts:
            column.addSpacing(theme.px(4))
            head = f"{prompt.source}「{prompt.heading}」"
            column.addWidget(self._wrapped(head, "head"))
            for line in prompt.text.split("\n"):
                column.addWidget(self._wrapped(line, "body"))
        return frame

    def _agreed(self, record: CheckSheetRecord, gap: ItemGap, place: str) -> QWidget:
        """Return what was agreed with the link to write it, or the form while it is written."""
        theme = self.context.theme
        target = agreement_target(record.id, gap.item.key)
        if self._writing == gap.item.key or (not self._writing and target.has_draft(self.context)):
            self._writing = gap.item.key
            self.form = AgreementForm(self.context, record, gap)
            self.form.done.connect(self._on_done)
            return spaced(theme, self.form)
        holder = QWidget()
        column = QVBoxLayout(holder)
        theme.space(column, 2)
        head = QHBoxLayout()
        theme.space(head, 8)
        head.addWidget(make_label(_("話し合いのメモ"), "head"))
        kept = record.agreement(gap.item.key)
        day = kept.agreed_on if kept is not None else None
        head.addWidget(make_label(format_date(day) if day else "", "caption"), 1)
        word = _("直す") if kept is not None else _("書く")
        button = make_button(theme, word, partial(self.write, gap.item.key), kind="link", icon="pencil")
        button.setAccessibleName(_("{place} の話し合いのメモを書く").format(place=place))
        head.addWidget(button)
        column.addLayout(head)
        if kept is not None:
            column.addWidget(self._wrapped(kept.words, "body"))
        return holder

    def _on_done(self, words: str) -> None:
        self._writing, self.form = "", None
        if words:
            self.context.tell(Tone.DONE, words, "", (_("元に戻す"), self._undo))
        if self._shown is not None:
            with self.context.reporting():
                record = self.context.services.check_sheets.get(self._shown[0].id)
                self._shown = (record, *self._shown[1:])
        self._rebuild()
        self.written.emit()

    def _undo(self) -> None:
        with self.context.reporting():
            self.context.services.history.undo()
