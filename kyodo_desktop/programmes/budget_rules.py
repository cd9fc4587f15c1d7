"""What is wrong with the 収支予算 of a proposal. Each check is made only where the programme has it."""

from collections.abc import Iterator

from kyodo_desktop.base.i18n import _
from kyodo_desktop.japanese.yen import format_yen
from kyodo_desktop.programmes.programme import Programme
from kyodo_desktop.records.cases import BudgetLine, LineSide
from kyodo_desktop.records.proposals import Problem, ProposalDraft, Weight

INCOME, EXPENSES = "income", "expenses"
"""The fields of the two sides, as the papers call them."""


def budget_problems(programme: Programme, draft: ProposalDraft) -> Iterator[Problem]:
    """Yield what does not agree; of a budget that nobody wrote out in lines nothing is said."""
    yield from _below_zero(draft)
    if programme.balanced:
        yield from _balance(draft)
    if programme.rate is not None:
        yield from _eligible(draft)
    else:
        yield from _whole(programme, draft)


def _below_zero(draft: ProposalDraft) -> Iterator[Problem]:
    for line in draft.lines:
        if (line.planned or 0) < 0 or (line.eligible or 0) < 0:
            text = _("「{item}」の額が、0円より少なくなっています").format(item=_name(line))
            yield Problem(INCOME if line.side is LineSide.INCOME else EXPENSES, text, Weight.NEEDS_REASON)


def _name(line: BudgetLine) -> str:
    return line.item.strip() or _("（区分なし）")


def _balance(draft: ProposalDraft) -> Iterator[Problem]:
    income, expenses = draft.total(LineSide.INCOME), draft.total(LineSide.EXPENSE)
    if draft.has_lines(LineSide.INCOME) and draft.has_lines(LineSide.EXPENSE) and income != expenses:
        text = _("収入の計 {income}円と支出の計 {expenses}円が、{over}円 違います").format(
            income=format_yen(income),
            expenses=format_yen(expenses),
            over=format_yen(abs(income - expenses)),
        )
        yield Problem(EXPENSES, text, Weight.NEEDS_REASON)


def _eligible(draft: ProposalDraft) -> Iterator[Problem]:
    for line in draft.lines:
        if line.side is LineSide.EXPENSE and (line.eligible or 0) > (line.planned or 0):
            text = _("「{item}」の補助対象経費 {part}円が、予算額 {whole}円を超えています").format(
                item=_name(line),
                part=format_yen(line.eligible or 0),
                whole=format_yen(line.planned or 0),
            )
            yield Problem(EXPENSES, text, Weight.NEEDS_REASON)
    total = draft.eligible_total
    if total is not None and draft.eligible_cost is not None and total != draft.eligible_cost:
        text = _("補助対象経費 {cost}円が、支出の行の計 {total}円と {over}円 違います").format(
            cost=format_yen(draft.eligible_cost),
            total=format_yen(total),
            over=format_yen(abs(total - draft.eligible_cost)),
        )
        yield Problem("eligible_cost", text, Weight.NEEDS_REASON)


def _whole(programme: Programme, draft: ProposalDraft) -> Iterator[Problem]:
    total = draft.total(LineSide.EXPENSE)
    if draft.has_lines(LineSide.EXPENSE) and draft.amount is not None and total != draft.amount:
        text = _("{label} {amount}円が、支出の計 {total}円と {over}円 違います").format(
            label=programme.amount_label,
            amount=format_yen(draft.amount),
            total=format_yen(total),
            over=format_yen(abs(total - draft.amount)),
        )
        yield Problem("amount", text, Weight.NEEDS_REASON)
