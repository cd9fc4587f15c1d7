"""Writing a 領収書, and a cost or an income that was not planned."""

from PySide6.QtWidgets import QWidget

from kyodo_desktop.base.errors import InputError
from kyodo_desktop.base.i18n import _
from kyodo_desktop.japanese.wareki import format_date
from kyodo_desktop.japanese.yen import format_yen, parse_yen
from kyodo_desktop.programmes.settling import name_of
from kyodo_desktop.records.cases import BudgetLine, LineSide, ReceiptLine
from kyodo_desktop.ui.context import UiContext
from kyodo_desktop.ui.pages.shared.answers import Answers
from kyodo_desktop.ui.widgets.edits import JapaneseLineEdit, WarekiEdit, YenEdit
from kyodo_desktop.ui.widgets.in_place_form import FormTarget, InPlaceForm, day_of

RECEIPT = "case_receipt"
"""Under what the draft of a receipt that is mended is kept."""


def new_receipt_target(line_id: int, proposal_id: int) -> FormTarget:
    """Return under what the draft of a new receipt of a line is kept."""
    return FormTarget(f"receipt_of_{line_id}", proposal_id)


def new_line_target(side: LineSide, proposal_id: int) -> FormTarget:
    """Return under what the draft of a line that was not planned is kept."""
    return FormTarget(f"settled_{side}", proposal_id)


class ReceiptForm(InPlaceForm):
    """A receipt of a line: a new one, or one that is mended."""

    def __init__(
        self, context: UiContext, target: FormTarget, line: BudgetLine, receipt: ReceiptLine | None = None
    ) -> None:
        words = _("「{item}」の領収書を足す") if receipt is None else _("「{item}」の領収書を直す")
        super().__init__(context, target, words.format(item=name_of(line)))
        self._line, self._receipt = line, receipt
        self.number = JapaneseLineEdit(_("番号"))
        self.paid_on = WarekiEdit(_("日付"), context.clock.today())
        self.payee = JapaneseLineEdit(_("支払先"))
        self.about = JapaneseLineEdit(_("内容"))
        self.amount = YenEdit(_("金額"))
        self.approved = YenEdit(_("認定額"))
        self.cut_reason = JapaneseLineEdit(_("減額の理由"))
        self._edits: dict[str, JapaneseLineEdit] = {
            "number": self.number,
            "paid_on": self.paid_on,
            "payee": self.payee,
            "about": self.about,
            "amount": self.amount,
            "approved": self.approved,
            "cut_reason": self.cut_reason,
        }
        notes = {
            "approved": _("空けておくと、金額をそのまま認めます。"),
            "cut_reason": _("認定額が金額より少ないときに書きます。"),
        }
        for name, edit in self._edits.items():
            self.put(edit.accessibleName(), name, edit, note=notes.get(name, ""))
            edit.textChanged.connect(self.on_edited)
        self.begin(_answers_of(receipt or ReceiptLine()))

    def fill(self, answers: Answers) -> None:
        """Show answers in the fields."""
        for name, edit in self._edits.items():
            edit.setText(answers[name])

    def answers(self) -> Answers:
        """Return what stands in the fields."""
        return {name: edit.text() for name, edit in self._edits.items()}

    def write(self) -> str:
        """Keep the receipt."""
        told = ReceiptLine(
            self._line.id,
            self.number.text(),
            day_of(self.paid_on.text(), self.context.clock.today(), "paid_on"),
            self.payee.text(),
            self.about.text(),
            yen_of(self.amount.text(), "amount"),
            yen_of(self.approved.text(), "approved"),
            self.cut_reason.text(),
        )
        settling = self.context.services.settling
        if self._receipt is None or self._receipt.id is None:
            settling.add_receipt(told)
        else:
            settling.edit_receipt(self._receipt.id, told)
        return _("「{item}」の領収書を保存しました").format(item=name_of(self._line))


class NewLineForm(InPlaceForm):
    """A line that was not planned: what it is, how much, and why."""

    def __init__(self, context: UiContext, proposal_id: int, side: LineSide) -> None:
        words = _("予算になかった収入を足す") if side is LineSide.INCOME else _("予算になかった支出を足す")
        super().__init__(context, new_line_target(side, proposal_id), words)
        self._proposal_id, self._side = proposal_id, side
        self.item = JapaneseLineEdit(_("区分"))
        self.settled = YenEdit(_("決算額"))
        self.note = JapaneseLineEdit(_("摘要"))
        rows: tuple[tuple[str, QWidget], ...] = (
            ("item", self.item),
            ("settled", self.settled),
            ("note", self.note),
        )
        for name, edit in rows:
            self.put(edit.accessibleName(), name, edit)
        for line in (self.item, self.settled, self.note):
            line.textChanged.connect(self.on_edited)
        self.begin({"item": "", "settled": "", "note": ""})

    def fill(self, answers: Answers) -> None:
        """Show answers in the fields."""
        self.item.setText(answers["item"])
        self.settled.setText(answers["settled"])
        self.note.setText(answers["note"])

    def answers(self) -> Answers:
        """Return what stands in the fields."""
        return {"item": self.item.text(), "settled": self.settled.text(), "note": self.note.text()}

    def write(self) -> str:
        """Add the line."""
        amount = yen_of(self.settled.text(), "settled")
        item = self.item.text()
        self.context.services.settling.add_line(self._proposal_id, self._side, item, amount, self.note.text())
        return _("「{item}」を決算に加えました").format(item=item.strip())


def yen_of(text: str, field: str) -> int | None:
    """Return the amount that was typed into a field, None for nothing.

    Raises:
        InputError: it is no amount.
    """
    if not text.strip():
        return None
    try:
        return parse_yen(text)
    except InputError as error:
        raise InputError(str(error), field) from error


def _answers_of(receipt: ReceiptLine) -> Answers:
    return {
        "number": receipt.number,
        "paid_on": format_date(receipt.paid_on) if receipt.paid_on else "",
        "payee": receipt.payee,
        "about": receipt.about,
        "amount": "" if receipt.amount is None else format_yen(receipt.amount),
        "approved": "" if receipt.approved is None else format_yen(receipt.approved),
        "cut_reason": receipt.cut_reason,
    }
