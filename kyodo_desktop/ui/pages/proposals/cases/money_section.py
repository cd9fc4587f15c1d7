"""収支決算 in a case: both sides beside the budget, the receipts, what differs, what is proposed."""

from collections.abc import Iterator
from functools import partial

from PySide6.QtWidgets import QVBoxLayout, QWidget

from kyodo_desktop.base.errors import InputError
from kyodo_desktop.base.i18n import _
from kyodo_desktop.japanese.wareki import format_date
from kyodo_desktop.japanese.yen import format_yen
from kyodo_desktop.programmes.settling import SETTLEMENT, allowed, name_of, paper_words
from kyodo_desktop.records.cases import CaseRecord, CaseStage, LineSide, ReceiptLine
from kyodo_desktop.records.settling import SettlingLine, SettlingRecord
from kyodo_desktop.ui.pages.proposals.cases.money_forms import (
    RECEIPT,
    NewLineForm,
    ReceiptForm,
    new_line_target,
    new_receipt_target,
)
from kyodo_desktop.ui.pages.proposals.cases.money_table import LineCells, MoneyTable
from kyodo_desktop.ui.pages.proposals.cases.view import CaseView
from kyodo_desktop.ui.pages.proposals.section import ListSection
from kyodo_desktop.ui.theme.tokens import Tone
from kyodo_desktop.ui.widgets.detail import FieldRows, make_flow, make_section
from kyodo_desktop.ui.widgets.frames import make_line
from kyodo_desktop.ui.widgets.in_place_form import FormTarget
from kyodo_desktop.ui.widgets.labels import make_label
from kyodo_desktop.ui.widgets.tags import NoteBox

_LABEL_WIDTH = 128
_REPORT = "report"


def offers_money(case: CaseRecord, stage: CaseStage) -> bool:
    """Tell whether the 収支決算 belongs to a stage: where money is settled, else where it is reported."""
    settled = any(SETTLEMENT in one.acts for one in case.stages)
    return (SETTLEMENT if settled else _REPORT) in stage.acts


class MoneyParts:
    """Makes the parts of the 収支決算 for the side of a case that lists them."""

    def __init__(self, section: ListSection[CaseView]) -> None:
        self._section = section
        self._context = section.context
        self.tables: dict[LineSide, MoneyTable] = {}

    def parts(self, detail: CaseView) -> Iterator[QWidget]:
        """Yield both tables, what differs, what is proposed, the receipts."""
        told = self._context.services.settling.get(detail.id)
        for side, title in ((LineSide.INCOME, _("収入の決算")), (LineSide.EXPENSE, _("支出の決算"))):
            yield from self._side(told, side, title)
        if told.problems:
            box = NoteBox(self._context.theme, Tone.DUE, _("決算で確かめること"), "\n".join(told.problems))
            yield _with_room(self._section, box)
        if told.settled_amount is not None:
            yield self._proposed(told)
        yield from self._receipts(told)

    def forget(self) -> None:
        """Let go of tables that are made anew or no longer shown."""
        self.tables = {}

    def keep(self) -> None:
        """Save what is typed in the tables and can be taken."""
        for table in self.tables.values():
            for cells in table.cells:
                if cells.is_changed():
                    self._save(cells)

    # Lines

    def _side(self, told: SettlingRecord, side: LineSide, title: str) -> Iterator[QWidget]:
        target = new_line_target(side, told.proposal_id)
        lines = told.side(side)
        word = _("予算になかった収入を足す") if side is LineSide.INCOME else _("予算になかった支出を足す")
        yield self._section.make_head(title, len(lines) or None, target, word)
        if lines:
            table = MoneyTable(self._context.theme, side, lines, told.totals(side), self._take_off)
            table.left.connect(self._save)
            self.tables[side] = table
            yield table
        else:
            yield make_label(_("予算の行がありません。"), "muted", wrap=True)
        if self._section.is_open(target):
            make = partial(NewLineForm, self._context, told.proposal_id, side)
            yield self._section.put(target, make)

    def _save(self, cells: LineCells) -> None:
        line = cells.one.line
        if line.id is None:
            return
        with self._context.reporting():
            try:
                self._context.services.settling.settle_line(line.id, cells.amount(), cells.note.text())
            except InputError as error:
                cells.show_problem(error)
                return
            cells.take()
            self._section.say(_("「{item}」の決算を保存しました").format(item=name_of(line)))

    def _take_off(self, one: SettlingLine) -> None:
        if one.line.id is not None:
            words = _("「{item}」を決算から消しました").format(item=name_of(one.line))
            self._section.act(words, partial(self._context.services.settling.remove_line, one.line.id))

    def _proposed(self, told: SettlingRecord) -> QWidget:
        fields = FieldRows(self._context.theme, _LABEL_WIDTH)
        for label, amount in (
            (_("補助対象の認定額"), told.counted),
            (_("決定額"), told.granted),
            (_("支払額"), told.paid),
            (_("確定額の案"), told.settled_amount),
            (_("返還額の案"), told.refund_amount),
        ):
            if amount is not None:
                fields.add_text(label, _("{yen}円").format(yen=format_yen(amount)))
        return fields

    # Receipts

    def _receipts(self, told: SettlingRecord) -> Iterator[QWidget]:
        lines = told.side(LineSide.EXPENSE)
        if not lines:
            return
        yield make_section(self._context.theme, _("領収書"), sum(len(one.receipts) for one in lines) or None)
        for at, one in enumerate(lines):
            if at:
                yield make_line(faint=True)
            yield from self._of_line(told.proposal_id, one)

    def _of_line(self, proposal_id: int, one: SettlingLine) -> Iterator[QWidget]:
        if one.line.id is None:
            return
        target = new_receipt_target(one.line.id, proposal_id)
        item = name_of(one.line)
        words = _("書きかけの続き") if target.has_draft(self._context) else _("領収書を足す")
        add = self._section.make_link(
            words,
            partial(self._section.open_form, target),
            f"new {target.kind}",
            icon="plus",
            about=item,
        )
        add.setVisible(not self._section.is_open(target))
        yield _with_room(self._section, make_flow(self._context.theme, (make_label(item, "head"), add), 16))
        for paper in one.receipts:
            edited = FormTarget(RECEIPT, paper.id or 0)
            if self._section.is_open(edited):
                yield self._section.put(edited, partial(ReceiptForm, self._context, edited, one.line, paper))
            else:
                yield self._receipt(paper, edited)
        if self._section.is_open(target):
            yield self._section.put(target, partial(ReceiptForm, self._context, target, one.line))

    def _receipt(self, paper: ReceiptLine, edited: FormTarget) -> QWidget:
        section, theme = self._section, self._context.theme
        row = QWidget()
        column = QVBoxLayout(row)
        theme.space(column, 2, (16, 0, 0, 8))
        column.addWidget(make_label(_title(paper), wrap=True))
        column.addWidget(make_label(_amounts(paper), "caption", wrap=True))
        remove = partial(
            section.act,
            _("領収書（{paper}）を消しました").format(paper=paper_words(paper)),
            partial(self._context.services.settling.remove_receipt, edited.record_id),
        )
        about = _title(paper)
        links = (
            section.make_link(
                section.edit_word(edited),
                partial(section.open_form, edited),
                f"edit {RECEIPT} {edited.record_id}",
                icon="pencil",
                about=about,
            ),
            section.make_link(_("消す"), remove, f"remove {edited.record_id}", about=about),
        )
        column.addWidget(make_flow(theme, links, 16))
        return row


def _title(paper: ReceiptLine) -> str:
    day = format_date(paper.paid_on) if paper.paid_on is not None else ""
    number = _("番号 {number}").format(number=paper.number) if paper.number else ""
    return "　".join(filter(None, (number, day, paper.payee, paper.about))) or _("（記載なし）")


def _amounts(paper: ReceiptLine) -> str:
    amount = _("金額 {yen}円").format(yen=format_yen(paper.amount or 0))
    approved = _("認定額 {yen}円").format(yen=format_yen(allowed(paper)))
    reason = _("減額の理由: {words}").format(words=paper.cut_reason) if paper.cut_reason else ""
    return "　".join(filter(None, (amount, approved, reason)))


def _with_room(section: ListSection[CaseView], widget: QWidget) -> QWidget:
    holder = QWidget()
    column = QVBoxLayout(holder)
    section.context.theme.space(column, 0, (0, 8, 0, 8))
    column.addWidget(widget)
    return holder
