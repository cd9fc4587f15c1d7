"""収支決算: what is approved of the receipts, what is settled of the grant, what comes back. Pure."""

from collections.abc import Iterator, Sequence
from datetime import date

from kyodo_desktop.base.i18n import _
from kyodo_desktop.japanese.wareki import format_date
from kyodo_desktop.japanese.yen import format_yen
from kyodo_desktop.programmes.programme import Programme
from kyodo_desktop.programmes.rules import rated_share
from kyodo_desktop.records.cases import BudgetLine, CaseFigures, LineSide, ReceiptLine
from kyodo_desktop.records.settling import SettlingLine, SettlingRecord, SideTotals

SETTLEMENT = "settlement"
"""The kind of act by which a grant is settled."""

Period = tuple[date | None, date | None]


def settle(
    programme: Programme,
    proposal_id: int,
    lines: Sequence[BudgetLine],
    receipts: Sequence[ReceiptLine],
    figures: CaseFigures,
    period: Period = (None, None),
) -> SettlingRecord:
    """Return the 収支決算 of a case: line by line, in sum, with all that does not agree."""
    has_eligible = any(one.eligible is not None for one in lines if one.side is LineSide.EXPENSE)
    told = tuple(
        _line(one, [paper for paper in receipts if paper.line_id == one.id], has_eligible=has_eligible)
        for side in LineSide
        for one in lines
        if one.side is side
    )
    income, expenses = (_totals([one for one in told if one.line.side is side]) for side in LineSide)
    counted = sum(one.counted or 0 for one in told)
    amount = (
        settled_amount(programme, figures.granted, counted)
        if settles(programme) and any(one.approved is not None for one in told)
        else None
    )
    return SettlingRecord(
        proposal_id=proposal_id,
        lines=told,
        income=income,
        expenses=expenses,
        problems=tuple(_problems(programme, told, (income, expenses), period)),
        granted=figures.granted,
        paid=figures.paid,
        counted=counted,
        settled_amount=amount,
        refund_amount=refund_amount(figures.paid, amount),
    )


def settles(programme: Programme) -> bool:
    """Tell whether a grant of this programme is settled at its end."""
    return any(SETTLEMENT in stage.acts for stage in programme.stages)


def allowed(receipt: ReceiptLine) -> int:
    """Return what is approved of a receipt, never more than it says; all of it where nobody wrote less."""
    amount = max(receipt.amount or 0, 0)
    return amount if receipt.approved is None else min(max(receipt.approved, 0), amount)


def settled_amount(programme: Programme, granted: int | None, counted: int) -> int | None:
    """Return the 確定額: the programme's share of what was approved, at most what was granted."""
    if granted is None:
        return None
    share = rated_share(programme, counted)
    return max(min(granted, counted if share is None else share), 0)


def refund_amount(paid: int, settled: int | None) -> int | None:
    """Return what is to come back of what was paid."""
    return None if settled is None else max(paid - settled, 0)


def _line(line: BudgetLine, receipts: Sequence[ReceiptLine], *, has_eligible: bool) -> SettlingLine:
    approved: int | None = None
    if line.side is LineSide.EXPENSE:
        approved = sum(map(allowed, receipts)) if receipts else line.settled
    counted = approved
    if approved is not None and has_eligible:
        # Where the plan says of each cost what of it is 補助対象, no more of it counts.
        counted = min(approved, line.eligible or 0)
    return SettlingLine(
        line=line,
        receipts=tuple(receipts),
        approved=approved,
        difference=None if line.settled is None else line.settled - (line.planned or 0),
        counted=counted,
    )


def _totals(lines: Sequence[SettlingLine]) -> SideTotals:
    planned = sum(one.line.planned or 0 for one in lines)
    settled = sum(one.line.settled or 0 for one in lines)
    return SideTotals(planned, settled, sum(one.approved or 0 for one in lines), settled - planned)


def _problems(
    programme: Programme,
    lines: Sequence[SettlingLine],
    sums: tuple[SideTotals, SideTotals],
    period: Period,
) -> Iterator[str]:
    income, expenses = sums
    is_written = {side: any(_is_known(one) for one in lines if one.line.side is side) for side in LineSide}
    if programme.balanced and all(is_written.values()) and income.settled != expenses.settled:
        yield _("決算の収入の計 {income}円と支出の計 {expenses}円が、{over}円 違います。").format(
            income=format_yen(income.settled),
            expenses=format_yen(expenses.settled),
            over=format_yen(abs(income.settled - expenses.settled)),
        )
    for one in lines:
        if one.line.side is LineSide.EXPENSE:
            yield from _line_problems(one)
            for paper in one.receipts:
                yield from _receipt_problems(one, paper, period)
    if any(one.receipts for one in lines):
        yield from _without_receipts(lines)


def _is_known(one: SettlingLine) -> bool:
    return one.line.settled is not None or bool(one.receipts)


def _line_problems(one: SettlingLine) -> Iterator[str]:
    line, approved = one.line, one.approved or 0
    if one.receipts:
        total = sum(paper.amount or 0 for paper in one.receipts)
        if line.settled is None:
            yield _("「{item}」に領収書 {total}円がありますが、決算額が書かれていません。").format(
                item=name_of(line), total=format_yen(total)
            )
        elif total != line.settled:
            yield _("「{item}」の領収書の計 {total}円が、決算額 {settled}円と {over}円 違います。").format(
                item=name_of(line),
                total=format_yen(total),
                settled=format_yen(line.settled),
                over=format_yen(abs(total - line.settled)),
            )
    if approved > 0 and line.planned is None:
        yield _("「{item}」は、予算になかった支出です。変更の承認がいるか確かめてください。").format(
            item=name_of(line)
        )
    elif approved > (line.planned or 0):
        yield _("「{item}」の認定額 {approved}円が、予算額 {planned}円を {over}円 超えています。").format(
            item=name_of(line),
            approved=format_yen(approved),
            planned=format_yen(line.planned or 0),
            over=format_yen(approved - (line.planned or 0)),
        )
    if one.counted is not None and one.counted < approved:
        yield _(
            "「{item}」の認定額のうち、確定額の計算に入るのは、予算の補助対象経費までの {counted}円です。"
        ).format(item=name_of(line), counted=format_yen(one.counted))


def _receipt_problems(one: SettlingLine, paper: ReceiptLine, period: Period) -> Iterator[str]:
    words = {"item": name_of(one.line), "paper": paper_words(paper)}
    if paper.amount is None:
        yield _("「{item}」の領収書（{paper}）に金額がありません。").format(**words)
    elif paper.approved is not None and paper.approved > paper.amount:
        yield _("「{item}」の領収書（{paper}）の認定額が、金額を超えています。").format(**words)
    elif allowed(paper) < paper.amount and not paper.cut_reason.strip():
        yield _("「{item}」の領収書（{paper}）を減らした理由がありません。").format(**words)
    first, last = period
    if paper.paid_on is not None and (
        (first is not None and paper.paid_on < first) or (last is not None and paper.paid_on > last)
    ):
        yield _("「{item}」の領収書（{paper}）の日付 {day}が、実施期間の外です。").format(
            **words, day=format_date(paper.paid_on)
        )


def _without_receipts(lines: Sequence[SettlingLine]) -> Iterator[str]:
    """Name the expenses to which no receipt is kept, once some are."""
    bare = [
        name_of(one.line)
        for one in lines
        if one.line.side is LineSide.EXPENSE and (one.line.settled or 0) > 0 and not one.receipts
    ]
    if bare:
        yield _("領収書のない支出があります: {items}。").format(items=_("、").join(bare))


def name_of(line: BudgetLine) -> str:
    """Return what a line is called."""
    return line.item.strip() or _("（区分なし）")


def paper_words(paper: ReceiptLine) -> str:
    """Return what a receipt is called: its number, else who was paid, else its amount."""
    if paper.number.strip():
        return _("番号 {number}").format(number=paper.number.strip())
    return paper.payee.strip() or _("{yen}円").format(yen=format_yen(paper.amount or 0))
