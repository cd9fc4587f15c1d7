"""From a stored case to its 収支決算, and back from what a clerk writes. For services to share."""

from sqlalchemy.orm import Session

from kyodo_desktop.base.errors import InputError, NotFoundError
from kyodo_desktop.base.i18n import _
from kyodo_desktop.models import BudgetLine as BudgetRow
from kyodo_desktop.models import Proposal, Receipt
from kyodo_desktop.programmes.programme import Programme
from kyodo_desktop.programmes.settling import settle
from kyodo_desktop.records.cases import BudgetLine, LineSide, ReceiptLine
from kyodo_desktop.records.settling import SettlingRecord
from kyodo_desktop.services.case_records import act_record, figures_of, in_order
from kyodo_desktop.services.personal_numbers import refuse_my_number


def read_settling(row: Proposal, programme: Programme) -> SettlingRecord:
    """Return the 収支決算 of a proposal's case."""
    acts = tuple(act_record(act) for act in in_order(row.acts) if act.deleted_at is None)
    return settle(
        programme,
        row.id,
        tuple(line_record(one) for one in row.lines),
        tuple(receipt_record(one) for one in row.receipts),
        figures_of(row, acts),
        (row.starts_on, row.ends_on),
    )


def find_line(session: Session, line_id: int) -> BudgetRow:
    """Return the row of a line, to be changed.

    Raises:
        NotFoundError: there is none.
    """
    row = session.get(BudgetRow, line_id)
    if row is None:
        raise NotFoundError(_("この費目は、もうありません。提案を開き直してください。"))
    return row


def find_receipt(session: Session, receipt_id: int) -> Receipt:
    """Return the row of a receipt, to be changed.

    Raises:
        NotFoundError: there is none.
    """
    row = session.get(Receipt, receipt_id)
    if row is None:
        raise NotFoundError(_("この領収書は、もうありません。提案を開き直してください。"))
    return row


def line_record(row: BudgetRow) -> BudgetLine:
    """Return a line with what was planned and what was settled."""
    return BudgetLine(
        LineSide(row.side),
        row.item,
        row.planned,
        row.eligible,
        row.basis,
        row.settled,
        row.note,
        row.id,
    )


def receipt_record(row: Receipt) -> ReceiptLine:
    """Return a receipt."""
    return ReceiptLine(
        row.line_id,
        row.number,
        row.paid_on,
        row.payee,
        row.about,
        row.amount,
        row.approved,
        row.cut_reason,
        row.id,
    )


def apply_settled(row: BudgetRow, settled: int | None, note: str) -> None:
    """Make the 決算額 and the 摘要 of a line what the clerk wrote.

    Raises:
        InputError: the amount is below zero, or the words hold a マイナンバー.
    """
    if settled is not None and settled < 0:
        raise InputError(_("決算額は、0円以上で書いてください。"), "settled")
    refuse_my_number(note, _("摘要"), "note")
    row.settled, row.note = settled, note.strip()


def apply_receipt(row: Receipt, receipt: ReceiptLine) -> None:
    """Make a receipt what the clerk wrote; where no 認定額 is written, all of it is approved.

    Raises:
        InputError: an amount is missing or cannot be, a cut has no reason, or a マイナンバー is written.
    """
    for words, label, field in (
        (receipt.number, _("番号"), "number"),
        (receipt.payee, _("支払先"), "payee"),
        (receipt.about, _("内容"), "about"),
        (receipt.cut_reason, _("減額の理由"), "cut_reason"),
    ):
        refuse_my_number(words, label, field)
    amount = receipt.amount
    if amount is None:
        raise InputError(_("領収書の金額を書いてください。"), "amount")
    if amount < 0:
        raise InputError(_("領収書の金額は、0円以上で書いてください。"), "amount")
    approved = amount if receipt.approved is None else receipt.approved
    if not 0 <= approved <= amount:
        raise InputError(_("認定額は、0円から領収書の金額までで書いてください。"), "approved")
    if approved < amount and not receipt.cut_reason.strip():
        raise InputError(_("認定額を減らした理由を書いてください。"), "cut_reason")
    row.number, row.paid_on = receipt.number.strip(), receipt.paid_on
    row.payee, row.about = receipt.payee.strip(), receipt.about.strip()
    row.amount, row.approved = amount, approved
    row.cut_reason = receipt.cut_reason.strip() if approved < amount else ""
