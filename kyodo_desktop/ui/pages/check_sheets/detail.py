"""A check sheet to be read: what it is about, what is filled in, where the two sides differ."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QPushButton, QWidget

from kyodo_desktop.base.i18n import _
from kyodo_desktop.records.changes import ChangeSetRecord
from kyodo_desktop.records.check_sheets import SIDE_LABELS, Box, CheckSheetText, Marks, Side
from kyodo_desktop.records.scans import ScanRecord
from kyodo_desktop.ui.pages.check_sheets.covered import marks_without
from kyodo_desktop.ui.pages.check_sheets.filled import make_filled
from kyodo_desktop.ui.pages.check_sheets.gap_groups import GapOrder, group_gaps
from kyodo_desktop.ui.pages.check_sheets.gap_table import make_compact_rows, make_legend, make_order_row
from kyodo_desktop.ui.pages.check_sheets.notes import make_note_rows
from kyodo_desktop.ui.pages.check_sheets.papers import SheetPapers, make_paper_rows
from kyodo_desktop.ui.pages.check_sheets.rows import SheetRow
from kyodo_desktop.ui.pages.check_sheets.wording import comparable, differences, filling_words, short_place
from kyodo_desktop.ui.pages.shared.record_detail import RecordDetail
from kyodo_desktop.ui.theme.tokens import Tone
from kyodo_desktop.ui.widgets.buttons import make_button
from kyodo_desktop.ui.widgets.detail import (
    FieldRows,
    LinkHolder,
    make_caption_row,
    make_flow,
    make_section,
    make_title,
)
from kyodo_desktop.ui.widgets.flow import FlowBar
from kyodo_desktop.ui.widgets.history import make_history_rows
from kyodo_desktop.ui.widgets.labels import make_label
from kyodo_desktop.ui.widgets.tags import Tag

_LABEL_WIDTH = 56


@dataclass(frozen=True, slots=True)
class SheetView:
    """All that the detail shows of one sheet; `entry` are the words of its entry in the list."""

    row: SheetRow
    text: CheckSheetText
    history: Sequence[ChangeSetRecord]
    entry: str = ""
    proposal: str = ""
    order: GapOrder = GapOrder.SHEET
    covered: frozenset[Box] = frozenset()
    papers: Sequence[SheetPapers] = ()

    @property
    def marks(self) -> Marks:
        """The marks that may be read."""
        return marks_without(self.row.record, self.covered)


@dataclass(frozen=True, slots=True)
class SheetActions:
    """Where the detail's buttons and links lead; `print_side` with None prints both sides."""

    edit: Callable[[], object]
    print_side: Callable[[Side | None], object]
    print_blank: Callable[[], object]
    open_partner: Callable[[int], object]
    open_entry: Callable[[int], object]
    open_proposal: Callable[[int], object]
    print_talk: Callable[[], object]
    choose_order: Callable[[GapOrder], object]
    open_paper: Callable[[int], object]
    open_scan: Callable[[ScanRecord], object]


class SheetDetail(RecordDetail):
    """Year, title, 記入する, fields, printing, the twelve items, notes, history."""

    edit_button: QPushButton | None = None

    def show_sheet(
        self, view: SheetView, actions: SheetActions, next_check: QWidget, talk: QWidget, read_at: int = 0
    ) -> None:
        """Show a sheet from the top, or as far down as it was read; the last two are its own widgets."""
        self.clear()
        row, theme, marks = view.row, self.theme, view.marks
        self.add(make_caption_row(theme, row.year))
        self.add(make_title(theme, row.title))
        self.add_space(8)
        self.add(self._make_buttons(actions))
        self.add_space(8)
        self.add(self._make_fields(view, actions, marks))
        self.add(next_check)
        self.add_space(8)
        if view.covered:
            words = _("片方ずつ記入しています。印は、段階ごとに、両方がそろうと出ます。")
            self.add(make_label(words, "muted", wrap=True))
            self.add_space(4)
        self.add(make_order_row(theme, view.order, actions.choose_order))
        for group in group_gaps(view.text, marks, view.order):
            for part in make_compact_rows(theme, group, marks, view.covered):
                self.add(part)
        self.add_space(8)
        self.add(make_legend(theme))
        self.add(talk)
        notes = make_note_rows(theme, view.row.record, view.text, view.covered)
        if notes:
            self.add(make_section(theme, _("メモ"), len(notes)))
            for note in notes:
                self.add(note)
        for part in make_paper_rows(theme, view.papers, actions.open_paper, actions.open_scan):
            self.add(part)
        self.add(make_section(theme, _("履歴")))
        for part in make_history_rows(theme, view.history):
            self.add(part)
        self.finish()
        if read_at:
            # Only when it is laid out is there anything to scroll to.
            QTimer.singleShot(0, self, lambda: self.verticalScrollBar().setValue(read_at))

    def _make_buttons(self, actions: SheetActions) -> QWidget:
        theme = self.theme
        self.edit_button = make_button(theme, _("記入する"), actions.edit, kind="primary", icon="pencil")
        bar = FlowBar(theme.px(32), theme.px(8))
        bar.setProperty("ground", "surface")
        theme.space(bar.flow, 8)
        bar.flow.addWidget(self.edit_button)
        bar.flow.addWidget(make_label("F2", "caption"))
        return bar

    def _make_fields(self, view: SheetView, actions: SheetActions, marks: Marks) -> QWidget:
        record, theme = view.row.record, self.theme
        fields = FieldRows(theme, _LABEL_WIDTH)
        if record.partner_id is not None and record.partner_name:
            partner = make_button(
                theme, record.partner_name, partial(actions.open_partner, record.partner_id), kind="link"
            )
            fields.add_widget(_("相手"), LinkHolder(partner))
        else:
            fields.add_text(_("相手"), _("決めていません"), "muted")
        filled = record.department or _("未記入")
        fields.add_text(_("課"), filled, "body" if record.department else "muted")
        if record.collaboration_id is not None and view.entry:
            entry = make_button(
                theme, view.entry, partial(actions.open_entry, record.collaboration_id), kind="link"
            )
            fields.add_widget(_("取組"), LinkHolder(entry))
        if record.proposal_id is not None and view.proposal:
            open_it = partial(actions.open_proposal, record.proposal_id)
            proposal = make_button(theme, view.proposal, open_it, kind="link")
            fields.add_widget(_("提案"), LinkHolder(proposal))
        fields.add_widget(_("印刷"), make_flow(theme, self._make_prints(actions), 16))
        fields.add_widget(_("記入"), make_flow(theme, make_filled(theme, record.marked, record.boxes), 16))
        for filling in record.fillings:
            words = filling_words(filling)
            if words:
                fields.add_text(short_place(filling.moment, filling.side), words)
        apart = differences(marks, view.text)
        if apart:
            tag = Tag(theme, Tone.DUE, _("ちがい {n}項目").format(n=apart))
            fields.add_widget(_("ちがい"), make_flow(theme, (tag,)))
        else:
            told = _("ありません") if comparable(marks) else _("まだ比べられません")
            fields.add_widget(_("ちがい"), make_label(told, "muted"))
        if record.note:
            fields.add_text(_("メモ"), record.note)
        return fields

    def _make_prints(self, actions: SheetActions) -> list[QPushButton]:
        words: list[tuple[str, Callable[[], object]]] = [(_("両方"), partial(actions.print_side, None))]
        words += [(_(SIDE_LABELS[side]), partial(actions.print_side, side)) for side in Side]
        words += [(_("話し合い"), actions.print_talk), (_("白紙"), actions.print_blank)]
        buttons = []
        for word, act in words:
            button = make_button(self.theme, word, act, kind="link", icon="printer")
            button.setAccessibleName(_("{what}を印刷").format(what=word))
            buttons.append(button)
        return buttons
