"""収支決算 beside 収支予算: each line with its receipts, the sums, and what is proposed to be settled."""

from dataclasses import dataclass

from kyodo_desktop.records.cases import BudgetLine, LineSide, ReceiptLine


@dataclass(frozen=True, slots=True)
class SettlingLine:
    """One line: `approved` is its 認定額, `difference` 決算 less 予算; None where nothing is known yet.

    `counted` is what of it counts as 補助対象経費; income counts for nothing.
    """

    line: BudgetLine
    receipts: tuple[ReceiptLine, ...] = ()
    approved: int | None = None
    difference: int | None = None
    counted: int | None = None


@dataclass(frozen=True, slots=True)
class SideTotals:
    """The sums of one side, in whole yen."""

    planned: int = 0
    settled: int = 0
    approved: int = 0
    difference: int = 0


@dataclass(frozen=True, slots=True)
class SettlingRecord:
    """The 収支決算 of a case; `problems` are sentences.

    `settled_amount` and `refund_amount` are what is proposed as 確定額 and 返還額: None where the programme
    settles nothing, nothing is granted, or no expense is known. `counted` is the 補助対象経費 they come from.
    """

    proposal_id: int
    lines: tuple[SettlingLine, ...] = ()
    income: SideTotals = SideTotals()
    expenses: SideTotals = SideTotals()
    problems: tuple[str, ...] = ()
    granted: int | None = None
    paid: int = 0
    counted: int = 0
    settled_amount: int | None = None
    refund_amount: int | None = None

    def side(self, side: LineSide) -> tuple[SettlingLine, ...]:
        """Return the lines of one side."""
        return tuple(one for one in self.lines if one.line.side is side)

    def totals(self, side: LineSide) -> SideTotals:
        """Return the sums of one side."""
        return self.income if side is LineSide.INCOME else self.expenses
